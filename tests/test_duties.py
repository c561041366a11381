"""What of responsibility lines compares across cities, who leads how much, and which function a city leaves out."""

import pytest

from compare.pieces import Pieces
from compare.who import who_does_it
from compare.who.leading import concentration, measures_of, votes_of
from compare.who.lines import comparable_lines, departments, duty_scopes, inside_body
from compare.who.missing_functions import RULE
from graph.derived.duties import StatisticFact
from graph.derived.networks import LeftOutFact
from graph.facts import Annex, PlanFacts
from loaders.rules.lists import read_line
from loaders.rules.responsibilities import in_open_list
from tests.duty_plans import duties, said

SECTIONS = {"d/1": "疾控科=disease_control* 办公室=general_office", "d/2": "中医科=tcm 各县区卫健局+"}
ANNEX = Annex(document="d", title="重点任务分工表", held=False, start=900, end=907)
LIST = Annex(document="d", title="指标体系", held=False, start=900, end=904)


@pytest.mark.parametrize(
    ("name", "body", "inside"),
    [
        ("疾控科", "disease_control", True),
        ("卫健委某某专科", None, True),
        ("卫生健康委员会老干办", None, True),
        ("卫健委", "health_commission", False),
        ("政府办公室", None, False),
        ("招标办", None, False),
        ("某某科技公司", None, False),
        ("医改领导小组秘书处", "health_reform_office", False),
    ],
)
def test_what_is_a_department_inside_a_body(name: str, body: str | None, inside: bool) -> None:
    (record,) = said("d/1", name)
    assert inside_body(duties({}).place, record.model_copy(update={"body": body})) is inside


@pytest.mark.parametrize(
    ("plan", "scope", "basis"),
    [
        (duties({"d/1": "甲局* 乙局", "d/2": "丙局 甲局"}), "comparable", "lead"),
        (duties({"d/1": "甲局 乙局"}), "comparable", "first_named"),
        (duties({"d/1": "", "d/2": ""}), "no_responsibility_lines", None),
        (duties({"d/1": "各部门+"}), "no_responsibility_lines", None),
        (duties({"d/1": ""}, annexes=[ANNEX]), "annex_not_held", None),
        (duties({"d/1": ""}, annexes=[LIST]), "no_responsibility_lines", None),
        (duties({}), "no_measures", None),
        (duties(SECTIONS), "one_body", None),
        (duties({"d/1": "甲局", "d/2": "甲局*"}), "one_body", None),
        (duties({**SECTIONS, "d/3": "财政局"}), "one_body", None),
        (duties({"d/1": "疾控科=disease_control 甲局 乙局"}), "comparable", "first_named"),
    ],
)
def test_which_citys_lines_compare(plan: PlanFacts, scope: str, basis: str | None) -> None:
    (fact,) = duty_scopes([plan])
    assert (fact.scope, fact.basis, fact.rule) == (scope, basis, f"duties.scope.{scope}")
    assert (fact.scope_text is None) == (scope == "comparable")


def test_a_government_plan_compares_beside_one_of_a_single_body() -> None:
    sections, whole = duties(SECTIONS, key="sections"), duties({"d/1": "甲局 乙局"}, key="whole")
    (fact,) = duty_scopes([sections, whole])
    assert (fact.scope, fact.lines, fact.departments, fact.plans) == ("comparable", 1, 3, ["sections", "whole"])
    assert [one.institution for one in departments([whole, sections])] == ["disease_control", "general_office", "tcm"]


@pytest.mark.parametrize(
    ("words", "leads", "first"),
    [
        ("甲局* 乙局", ["甲局"], []),
        ("甲局* 乙局* 丙局", ["乙局", "甲局"], []),
        ("甲局 乙局", [], ["甲局"]),
        ("各部门+ 乙局", [], []),
        ("疾控科=disease_control 乙局 丙局", [], []),
    ],
)
def test_what_stands_first_is_a_lead_only_where_the_line_says_so(
    words: str, leads: list[str], first: list[str]
) -> None:
    (line,) = comparable_lines([duties({"d/1": words})]).values()
    assert [sorted(one.removeprefix("甲市") for one in each) for each in (line.leads, line.first)] == [leads, first]


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ("市甲局、市乙局等按职责分工负责", [True, True]),
        ("市甲局、市乙局按职责分工负责", [False, False]),
        ("市甲局牵头,市乙局、市丙局等按职责分工负责", [False, True, True]),
        ("市甲局牵头,市乙局、市丙局等部门配合", [False, True, True]),
        ("责任单位:市甲局、市乙局等", [True, True]),
        ("市甲局等部门牵头,市乙局配合", [True, False]),
        ("市等级办、市乙局负责", [False, False]),
    ],
)
def test_which_lists_go_on(words: str, opened: list[bool]) -> None:
    items = sorted(read_line(words).items, key=lambda item: item.start)
    assert in_open_list(words, items) == opened


@pytest.mark.parametrize(
    ("fronts", "bodies", "top", "hhi", "effective", "gini"),
    [
        ([["a"], ["a"], ["a"], ["a"]], 1, 1.0, 1.0, 1.0, 0.0),
        ([["a"], ["b"], ["c"], ["d"]], 4, 0.25, 0.25, 4.0, 0.0),
        ([["a"], ["a"], ["a"], ["b"]], 2, 0.75, 0.625, 1.6, 0.25),
        ([["a", "b"], ["a"]], 2, 0.75, 0.625, 1.6, 0.25),
        ([["a"], ["a"]], 4, 1.0, 1.0, 1.0, 0.75),
    ],
)
def test_how_concentrated_votes_are(
    fronts: list[list[str]], bodies: int, top: float, hhi: float, effective: float, gini: float
) -> None:
    found = measures_of(votes_of(fronts), bodies)
    assert found == pytest.approx({"top_share": top, "hhi": hhi, "effective_bodies": effective, "gini": gini})


def leading(plan: PlanFacts) -> dict[tuple[str, str | None], StatisticFact]:
    (scope,) = duty_scopes([plan])
    names = {key: key for line in comparable_lines([plan]).values() for key in line.bodies}
    found = concentration(scope, comparable_lines([plan]).values(), names)
    return {(one.key, one.basis): one for one in found}


@pytest.mark.parametrize(
    ("plan", "lead", "first"),
    [
        (duties({f"d/{n}": "甲局* 乙局" for n in range(10)}), None, "leads_printed"),
        (duties({f"d/{n}": "甲局* 乙局" for n in range(9)}), "too_few", "leads_printed"),
        (duties({f"d/{n}": "甲局 乙局" for n in range(10)}), "no_leads", None),
        (duties(SECTIONS), "one_body", "one_body"),
        (duties({"d/1": ""}), "no_responsibility_lines", "no_responsibility_lines"),
    ],
)
def test_concentration_wants_enough_leads(plan: PlanFacts, lead: str | None, first: str | None) -> None:
    found = leading(plan)
    assert (found["hhi", "lead"].reason, found["hhi", "first_named"].reason) == (lead, first)
    for one in found.values():
        assert (one.value is None) == (one.reason is not None) == (one.status != "present")
        assert (one.reason is None) == (one.reason_text is None)


def test_a_body_that_always_leads_leads_more_than_by_chance() -> None:
    one = leading(duties({f"d/{n}": "甲局* 乙局 丙局" for n in range(12)}))["hhi", "lead"]
    assert (one.value, one.p, one.n, one.top) == (1.0, 0.01, 12, "甲市甲局")
    assert one.expected is not None and 0.3 < one.expected < 0.5


def test_a_body_that_is_named_alone_leads_as_by_chance() -> None:
    one = leading(duties({f"d/{n}": "甲局*" if n else "乙局*" for n in range(12)}))["hhi", "lead"]
    assert (one.z, one.p) == (None, 1.0)


def missing(*plans: PlanFacts) -> list[LeftOutFact]:
    return who_does_it(plans, Pieces(), {})["left_out"]


def test_a_function_that_others_name_is_missing_with_its_chance() -> None:
    one = duties({"d/1": "甲局/health 乙局/finance"})
    other = duties({"d/1": "甲局/health 丙局/tax", "d/2": "甲局/health 乙局/finance"}, "乙市")
    assert missing(one, other) == [
        LeftOutFact(
            city="甲市", function="tax", named_in=["乙市"], lines=1, share=0.5, by_chance=0.5, rule=RULE
        )
    ]  # fmt: skip


def test_the_second_function_of_a_merged_body_is_not_missing() -> None:
    one = duties({"d/1": "甲局/health 乙局/finance"})
    merged = duties({"d/1": "甲局/health,sports 乙局/finance"}, "乙市")
    assert missing(one, merged) == []
    apart = duties({"d/1": "甲局/health 丙局/sports 乙局/finance"}, "丙市")
    assert [(fact.city, fact.function, fact.named_in) for fact in missing(one, merged, apart)] == [
        ("甲市", "sports", ["丙市"])
    ]


def test_a_city_whose_lines_do_not_compare_neither_lacks_nor_lends_a_function() -> None:
    whole = duties({"d/1": "甲局/health 乙局/finance"})
    sections = duties({"d/1": "审计科=planning_finance/audit 疾控科=disease_control"}, "乙市")
    assert missing(whole, sections) == []
