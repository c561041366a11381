"""Lineage: what became of a parent's measures in its children, over an invented province and two of its cities."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from lineage_plans import plans

from chengce.library import Library, build, published
from codebooks.lineage import known_parents, obligation_words
from compare.lineage import lineage_of
from compare.lineage.changes import Act, Change, changes
from compare.lineage.likeness import WORDS_SHARE, likeness, overlap, pairs, profile, shared_words
from compare.lineage.measures import COPIED, RELATED, TAKEN, verdict
from compare.lineage.parents import PROBABLE
from compare.pieces import Pieces
from graph import open_store
from graph.derived.lineage import LineageFacts
from graph.facts import Target
from graph.identity import identify
from tests.conftest import ROOT
from tests.engines import ENGINES, place_of
from tests.graph_invented import measure, target

ONE_CITY = {"cities": 1}
LAGS = ("晋政办发〔2022〕31号", "浙政办发〔2023〕25号", "豫政办〔2023〕32号")


@pytest.fixture(scope="module")
def facts() -> LineageFacts:
    return lineage_of(list(plans().values()), Pieces())


def name(own: str) -> str:
    """plan/document of an id."""
    known = {own: "/".join(place) for place, own in identify(list(plans().values())).of_document.items()}
    return known.get(own, own)


def verdicts(facts: LineageFacts, child: str) -> set[tuple[str, str, str]]:
    """(parent's measure, child's measure, verdict) of a city's plan, with what it left out and added."""
    found = {(one.parent[2], one.child[2], str(one.verdict)) for one in facts.taken if one.child[0] == child}
    found |= {(one.measure[2], "", "left_out") for one in facts.left_out if name(one.child) == f"{child}/d"}
    return found | {("", one.measure[2], "added") for one in facts.added if name(one.child) == f"{child}/d"}


def test_every_verdict_occurs_and_each_measure_is_accounted_for(facts: LineageFacts) -> None:
    assert verdicts(facts, "first") == {
        ("d/2.1", "d/2.1", "strengthened"), ("d/2.2", "d/2.2", "weakened"), ("d/2.3", "d/2.3", "copied"),
        ("d/2.4", "d/2.4", "strengthened"), ("d/2.5", "d/2.5", "adapted"), ("d/2.6", "", "left_out"),
        ("", "d/2.6", "added"), ("d/3.1", "d/3.1", "copied"),
    }  # fmt: skip
    assert {("d/2.1", "d/2.1", "copied"), ("d/2.6", "", "left_out")} <= verdicts(facts, "second")


def test_a_verdict_says_what_it_rests_on(facts: LineageFacts) -> None:
    lines = {(one.parent[2], line) for one in facts.taken if one.child[0] == "first" for line in one.changes}
    assert lines == {
        ("d/2.1", "stronger · target: 县域内就诊率 >=90% → 县域内就诊率 >=92%"),
        ("d/2.2", "weaker · target: 家庭医生签约率 >=75% → 家庭医生签约率 >=70%"),
        ("d/2.4", "stronger · stance on dip: explore → promote"),
        ("d/2.4", "stronger · stance on global_budget: explore → promote"),
    }


def test_the_counts_are_those_of_the_parents_measures(facts: LineageFacts) -> None:
    (one,) = [each for each in facts.descents if name(each.child) == "first/d"]
    assert (name(one.parent), one.basis, one.relation, one.status) == ("province/n", "cited", "based_on", "present")
    counts = (one.copied, one.adapted, one.strengthened, one.weakened, one.left_out)
    assert counts == (2, 1, 2, 1, 1) and sum(map(int, counts)) == one.parent_measures == 7
    assert (one.lag_from, one.lag_to) == (184, 184)


def test_a_parent_that_is_named_and_not_held_says_so(facts: LineageFacts) -> None:
    (one,) = [each for each in facts.descents if name(each.child) == "province/d"]
    assert (one.status, one.reason, one.copied, one.left_out) == ("not_held", "not_held", None, None)
    assert (one.lag_from, one.lag_to) == (60, 424)  # 2021 up to 1 March 2022, never before


def test_a_plan_that_names_no_parent_gets_a_probable_one_and_one_that_does_gets_none(facts: LineageFacts) -> None:
    found = {(name(one.child), name(one.parent), one.basis, one.rule) for one in facts.probable}
    assert found == {("second/d", "province/d", "likeness", "probable_parent.likeness")}
    (one,) = facts.probable
    assert one.score >= 0.8 and "提升妇幼健康水平" in one.shared


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"place": {"province": "安徽省"}}, "a document of another province"),
        ({"documents": {"period_end": 2021}}, "a plan that was over before the document came"),
        ({"titles": "无关的工作"}, "an outline of its own"),
    ],
)
def test_what_makes_no_probable_parent(change: dict[str, Any], why: str) -> None:
    second = plans()["second"]
    if "place" in change:
        second = second.model_copy(update={"place": second.place.model_copy(update=change["place"])})
    if "documents" in change:
        documents = [one.model_copy(update=change["documents"]) for one in second.documents]
        second = second.model_copy(update={"documents": documents})
    if "titles" in change:
        new = [
            one.model_copy(update={"title": f"{change['titles']}{at}", "terms": {f"词{at}": 1}})
            for at, one in enumerate(second.measures)
        ]
        second = second.model_copy(update={"measures": new})
    assert not lineage_of([plans()["province"], second], Pieces()).probable, why


def test_the_order_of_plans_does_not_show(facts: LineageFacts) -> None:
    for order in permutations(plans().values()):
        assert lineage_of(order, Pieces()) == facts


def test_adding_a_plan_compares_only_its_own_pairs() -> None:
    pieces = Pieces()
    lineage_of([plans()["province"], plans()["first"]], pieces)
    before = pieces.computed
    lineage_of(list(plans().values()), pieces)
    assert pieces.computed == before + 1


@pytest.mark.parametrize(
    ("found", "score", "expected"),
    [
        ([], 0.95, "copied"), ([], 0.8, "adapted"), (["stronger"], 0.95, "strengthened"), (["weaker"], 0.4, "weakened"),
        (["stronger", "other"], 0.95, "strengthened"), (["stronger", "weaker"], 0.95, "adapted"),
        (["other"], 0.99, "adapted"),
    ],
)  # fmt: skip
def test_a_verdict_follows_from_score_and_directions(found: list[str], score: float, expected: str) -> None:
    assert verdict(score, [Change(one, "target", "", "") for one in found]) == expected  # type: ignore[arg-type]


def act(level: str, *targets: Target, words: str = "推进 改革") -> Act:
    return Act(level, level, measure("2.1", 140, words), targets, (), (), frozenset())


def share(value: float, **more: Any) -> Target:
    return target("d/2.1", "就诊率", value, 150, **{"kind": "percent", "unit": "%", "indicator_key": None, **more})


COUNT = {"kind": "count", "unit": "个", "indicator_key": None, "comparator": "="}
LESS = {"comparator": "<=", "kind": "rate", "unit": "‰"}


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        ([share(90)], [share(90)], []),
        ([share(90)], [share(95)], ["stronger target"]),
        ([share(90)], [share(85)], ["weaker target"]),
        ([share(5, **LESS)], [share(4, **LESS)], ["stronger target"]),
        ([share(90)], [share(90, deadline=2024)], ["stronger deadline"]),
        ([share(90)], [share(90, deadline=2026)], ["weaker deadline"]),
        ([share(90)], [share(90, strength="aim")], ["weaker firmness"]),
        ([share(90)], [], ["weaker target dropped"]),
        ([], [share(90)], ["stronger target added"]),
        ([share(20, **COUNT)], [share(2, **COUNT)], ["other target"]),
        ([share(20, **COUNT)], [], ["other target dropped"]),
        ([share(90, scope="全省")], [share(92, scope="全市")], ["stronger target"]),
        ([share(90, scope="县级")], [share(92, scope="乡镇")], ["stronger target added", "weaker target dropped"]),
    ],
)
def test_targets_have_a_direction_where_their_numbers_compare(
    parent: list[Target], child: list[Target], expected: list[str]
) -> None:
    found = changes(act("province", *parent), act("city", *child))
    assert [f"{one.direction} {one.what}" for one in found] == expected


def test_a_target_that_the_other_plan_has_elsewhere_is_neither_dropped_nor_added() -> None:
    elsewhere = frozenset({("就诊率", "%", "")})
    assert changes(act("province", share(90)), replace(act("city"), aims=elsewhere)) == []
    assert changes(replace(act("province"), aims=elsewhere), act("city", share(90))) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("鼓励 改革", "必须 改革", ["stronger obligation"]),
        ("必须 改革", "鼓励 改革", ["weaker obligation"]),
        ("鼓励 必须 改革", "必须 改革", []),
        ("改革", "必须 改革", []),
    ],
)
def test_words_of_obligation(before: str, after: str, expected: list[str]) -> None:
    found = changes(act("province", words=before), act("city", words=after))
    assert [f"{one.direction} {one.what}" for one in found] == expected


def test_likeness_of_words_and_headings() -> None:
    one, other = measure("1", 0, "医共体 就诊率 改革"), measure("1", 0, "近视 眼镜 抽查")
    assert likeness(profile(one), profile(one)) == 1.0
    assert likeness(profile(one), profile(other)) == pytest.approx(0.3)  # the same invented heading
    assert shared_words(profile(measure("1", 0, "慢性病 性病")), profile(measure("1", 0, "慢性病 性病"))) == ["慢性病"]
    assert overlap(pairs("做好全省妇幼工作"), pairs("做好全市妇幼工作")) == 1.0


def test_the_lookup_is_sound() -> None:
    entries = known_parents()
    assert len(entries) > 10
    assert len({one.number for one in entries.values() if one.number}) == sum(
        1 for one in entries.values() if one.number
    )
    assert all(one.source.startswith("http") for one in entries.values() if one.checked != "known")
    binding, soft = obligation_words()
    assert binding and soft


@pytest.fixture(scope="module", params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    for place in place_of(request.param, tmp_path_factory.mktemp("invented")):
        with Library(open_store(place, rebuild=build)) as library:
            library.put(list(plans().values()))
            yield library


def test_the_graph_read_back(library: Library) -> None:
    rows = library.ask("descent", document="浙政办发〔2022〕90号", limit=100).rows
    first = {(row["verdict"], row["parent_path"], row["path"]) for row in rows if row["place"] == "绍兴市"}
    assert first == {
        ("strengthened", "2.1", "2.1"), ("weakened", "2.2", "2.2"), ("copied", "2.3", "2.3"),
        ("strengthened", "2.4", "2.4"), ("adapted", "2.5", "2.5"), ("left_out", "2.6", None),
        ("added", None, "2.6"), ("copied", "3.1", "3.1"),
    }  # fmt: skip
    assert all(row["evidence"] for row in rows if row["status"] == "present")


def test_every_row_of_descents_counts_or_says_why_not(library: Library) -> None:
    rows = library.ask("descents").rows
    assert [(row["city"], row["basis"], row["status"], row["left_out"], row["added"]) for row in rows] == [
        ("绍兴市", "cited", "present", 1, 1), ("金华市", "likeness", "present", 1, 1),
    ]  # fmt: skip
    (row,) = library.ask("descents", city="绍兴市").rows
    assert [place["quote"] for place in row["evidence"]] == [plans()["first"].citations[-1].title]


def test_lineage_shows_what_is_named_and_what_is_probable(library: Library) -> None:
    found = {}
    for title in ("绍兴市健康驿站建设行动方案(2022—2025年)", "金华市健康驿站建设实施方案"):
        rows = library.ask("lineage", document=title).rows
        found[title[:3]] = [(row["step"], row["relation"], row["number"]) for row in rows if row["step"]]
    assert found == {
        "绍兴市": [(1, "based_on", "浙政办发〔2022〕90号"), (2, "based_on", "国办发〔2021〕99号")],
        "金华市": [(1, "probable", None), (2, "based_on", "国办发〔2021〕99号")],
    }


def test_a_parent_that_is_not_held_tells_who_descends_from_it(library: Library) -> None:
    (row,) = library.ask("descent", document="国办发〔2021〕99号").rows
    assert (row["status"], row["verdict"], row["child"][:3]) == ("not_held", None, "浙江省")


def test_first_seen_in_plans_held(library: Library) -> None:
    rows = library.ask("first_seen", model="dip").rows
    assert [(row["city"], row["status"], row["date_from"]) for row in rows] == [
        ("绍兴市", "present", "2022-09-01"), ("金华市", "present", None),
    ]  # fmt: skip
    assert all(row["left_censored"] and row["may_be_first"] for row in rows)
    rows = library.ask("first_targets", indicator="family_doctor_coverage").rows
    assert [(row["city"], row["targets"]) for row in rows] == [
        ("绍兴市", ["家庭医生签约率≥70%"]), ("金华市", ["家庭医生签约率≥70%"]),
    ]  # fmt: skip
    done = library.ask("first_done", model="sanming").rows
    assert {row["city"] for row in done} == {"绍兴市", "金华市"}
    assert all((row["status"] == "silent" and row["reason_text"]) or row["done"] in ("done", "partial") for row in done)


def test_both_cities_share_their_provinces_parent(library: Library) -> None:
    (row,) = library.ask("shared_parents").rows
    assert (row["number"], row["cities"], row["steps"]) == ("国办发〔2021〕99号", ["绍兴市", "金华市"], [2])
    assert library.ask("shared_parents", steps=1).rows == []


def test_what_is_wanted_and_why(library: Library) -> None:
    (row,) = library.ask("wanted").rows
    assert (row["number"], row["needs"], row["plans"], row["cities"]) == (
        "国办发〔2021〕99号", ["based_on"], 1, ["浙江省"],
    )  # fmt: skip


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(open_store(str(tmp_path_factory.mktemp("store") / "five"), rebuild=build)) as library:
        library.put(published())
        yield library


def test_every_plan_of_the_five_has_a_row_that_says_why_nothing_is_compared(five: Library) -> None:
    rows = five.ask("descents", limit=1000).rows
    assert {row["city"] for row in rows} == {plan.place.name for plan in published()}
    assert all(row["status"] == "not_held" and row["reason_text"] for row in rows)
    datong = next(row for row in rows if row["number"] == "晋政办发〔2022〕31号")
    assert (datong["date_from"], datong["date_to"]) == ("2022-01-01", "2023-12-31")
    assert datong["date_basis"] == "cited–deadline" and (datong["lag_from"], datong["lag_to"]) == (0, 729)
    ziyang = next(row for row in rows if row["city"] == "资阳市")
    assert (ziyang["date_from"], ziyang["date_to"]) == ("2019-06-24", "2020-12-31")


def test_no_parent_is_shared_by_two_of_the_five_even_three_steps_up(five: Library) -> None:
    answer = five.ask("shared_parents", cities=2)
    assert answer.rows == [] and answer.reason is not None
    above = five.ask("shared_parents", cities=1, level="national").rows
    assert {row["number"] for row in above if row["steps"] == [2]} >= {"国办发〔2021〕18号", "国发〔2019〕13号"}


def test_the_document_tells_what_the_questions_answer(five: Library) -> None:
    text = " ".join((ROOT / "docs" / "comparing" / "lineage.md").read_text(encoding="utf-8").split())
    named, all_known = (five.ask(name, **more).total for name, more in [("parents", {}), ("shared_parents", ONE_CITY)])
    assert f"their plans name {named} parents" in text and f"The lookup knows {all_known - named} more" in text
    rows = {row["number"]: row for row in five.ask("descents", limit=1000).rows}
    lag = {number: (rows[number]["lag_from"], rows[number]["lag_to"]) for number in LAGS}
    first, second, (days, same) = (lag[number] for number in LAGS)
    assert f"大同 came {first[0]} to {first[1]} days after its parent, 嘉兴 {second[0]} to {second[1]} days" in text
    assert days == same and f"whose parent has a known day, {days} days" in text
    seen = five.ask("first_seen", model="sanming").rows
    assert [(row["city"], row["date_from"], row["left_censored"]) for row in seen[:1]] == [
        ("南昌市", "2021-10-27", True)
    ]
    assert "南昌 (2021-10-27), left-censored, and four silent cities" in text
    assert [row["status"] for row in seen] == ["present", *["silent"] * 4]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("at least {}.", PROBABLE), ("alike by at least {}", TAKEN), ("they are alike by {}.", RELATED),
        ("alike ({} of 1)", COPIED), ("({:.0f} % the cosine", 100 * WORDS_SHARE),
    ],
)  # fmt: skip
def test_the_document_has_the_thresholds_of_the_rules(said: str, value: float) -> None:
    text = " ".join((ROOT / "docs" / "comparing" / "lineage.md").read_text(encoding="utf-8").split())
    assert said.format(value) in text
