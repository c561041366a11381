"""Adoption: grades of invented plans, reasons for what is empty, and our reading of the five cities."""

import random
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codebooks.components import component_models, reform_models
from compare import derive
from compare.adoption import grade_of
from compare.plans import plan_years
from graph.derived.adoption import AdoptionFact, ComponentFact
from graph.facts import Citation, PlanFacts
from loaders.facts import extract

CORE = ["procurement", "price_adjustment", "payment_reform", "pay_reform"]


def plan_text(year: int, *items: str) -> str:
    """A plan of our own: a title of the year and one section of tasks."""
    numerals = "一二三四五六七八九"
    tasks = "\n".join(f"({numerals[at]}){item}" for at, item in enumerate(items))
    return f"{year}年卫生健康重点工作任务\n\n一、总体要求\n\n推动事业稳步发展。\n\n二、重点任务\n\n{tasks}\n"


INVENTED = {
    "origin": ("三明市", plan_text(2022, "做好预约诊疗。方便居民就医。")),
    "named": ("龙岩市", plan_text(2022, "推进综合改革。学习推广三明医改经验。")),
    "components": (
        "南平市",
        plan_text(
            2022,
            "做好药品采购。落实国家组织药品集中带量采购。",
            "调整医疗价格。建立医疗服务价格动态调整机制。",
            "改革支付方式。推进按疾病诊断相关分组付费。",
        ),
    ),
    "core": ("宁德市", plan_text(2022, "落实薪酬制度改革。对公立医院院长实行年薪制。")),
    "passing": ("福州市", plan_text(2022, "加强干部培训。与三明医改模式地区的医院结成对子。")),
    "silent": ("莆田市", plan_text(2022, "修好农村道路。改造危桥,方便群众出行。")),
    "ended": (
        "漳州市",
        plan_text(2022, "规范医保管理。取消对医共体内单个卫生院的总额付费。", "规范宣传。停止推广三明医改经验。"),
    ),
    "early": ("泉州市", plan_text(2018, "修好农村道路。改造危桥,方便群众出行。")),
    "partial": (
        "厦门市",
        plan_text(2022, "深化改革。落实药品集中采购医保资金结余留用政策。", "办好中医。探索中医优势病种按病种付费。"),
    ),
}


@cache
def invented() -> tuple[PlanFacts, ...]:
    """The facts of the invented plans."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for key, (city, text) in INVENTED.items():
            path = Path(folder) / f"{key}.txt"
            path.write_text(text, encoding="utf-8")
            found.append(extract(path, city=city))
    return tuple(found)


def row(key: str, model: str = "sanming") -> AdoptionFact:
    """The row of the invented plan with this key."""
    city = INVENTED[key][0]
    return next(each for each in derive(invented()).adoptions if (each.city, each.model) == (city, model))


def component(fact: AdoptionFact, key: str) -> ComponentFact:
    return next(each for each in fact.components if each.component == key)


@pytest.mark.parametrize(
    ("key", "grade", "named"),
    [
        ("origin", "origin", "no"),
        ("named", "named", "act"),
        ("components", "components", "no"),
        ("core", "mention", "no"),
        ("passing", "mention", "passing"),
        ("silent", "silent", "no"),
        ("ended", "silent", "no"),
        ("early", "silent", "no"),
        ("partial", "silent", "no"),
    ],
)
def test_grades(key: str, grade: str, named: str) -> None:
    fact = row(key)
    assert (fact.grade, fact.named, fact.rule) == (grade, named, f"adoption.{grade}")


@pytest.mark.parametrize(
    ("at_origin", "named", "core_done", "needed", "grade"),
    [
        (True, "act", 4, 3, "origin"),
        (False, "act", 0, 3, "named"),
        (False, "passing", 3, 3, "components"),
        (False, "passing", 2, 3, "mention"),
        (False, "passing", 0, None, "mention"),
        (False, "no", 1, 3, "mention"),
        (False, "no", 0, 3, "silent"),
        (False, "act", 0, None, "named"),
        (False, "no", 0, None, "silent"),
    ],
)
def test_the_first_line_of_the_scale_that_holds(
    at_origin: bool, named: str, core_done: int, needed: int | None, grade: str
) -> None:
    assert grade_of(at_origin, named, core_done, needed) == grade  # type: ignore[arg-type]


def test_every_city_has_a_row_for_every_model() -> None:
    rows = derive(invented()).adoptions
    assert len(rows) == len(INVENTED) * len(reform_models())
    assert {each.city for each in rows} == {city for city, _ in INVENTED.values()}


def test_every_component_says_what_it_is_or_why_not() -> None:
    for fact in derive(invented()).adoptions:
        model = component_models().get(fact.model)
        assert [each.component for each in fact.components] == (
            [part.key for part in model.components] if model else []
        )
        for each in fact.components:
            assert (each.status == "empty") == (each.reason is not None) == (not each.evidence)
            assert bool(each.reason) == bool(each.reason_text)
        assert (fact.grade == "silent") == (fact.reason is not None)


def test_reasons() -> None:
    assert component(row("silent"), "procurement").reason == "silent"
    assert component(row("early"), "procurement").reason == "not_in_force"
    assert component(row("ended"), "consortium_pooled_payment").reason == "ended"
    early = component(row("early"), "supervision")
    assert early.since == 2021
    assert early.source in (early.reason_text or "")


def test_halves_are_partial_and_say_which_half() -> None:
    assert component(row("partial"), "procurement").decided_by == ["savings"]
    assert component(row("partial"), "payment_reform").decided_by == ["chinese_medicine"]
    assert {component(row("partial"), key).status for key in ("procurement", "payment_reform")} == {"partial"}


def test_the_evidence_is_a_place_in_the_text() -> None:
    texts = {key: text for key, (_, text) in INVENTED.items()}
    derived = derive(invented())
    places = [place for fact in derived.adoptions for each in fact.components for place in each.evidence]
    places += [place for fact in derived.adoptions for place in fact.naming] + [does.evidence for does in derived.does]
    assert places
    assert all(texts[place.plan][place.start : place.end] == place.quote for place in places)


def test_several_plans_of_a_city_are_taken_together() -> None:
    first, second = (facts for facts in invented() if facts.key in ("silent", "components"))
    moved = first.model_copy(update={"place": second.place})
    rows = [each for each in derive([moved, second]).adoptions if each.model == "sanming"]
    assert [(each.grade, each.plans) for each in rows] == [("components", ["components", "silent"])]


def test_a_province_is_no_row() -> None:
    facts = invented()[0]
    province = facts.model_copy(update={"place": facts.place.model_copy(update={"level": "province"})})
    assert derive([province]).adoptions == []


def test_a_measure_does_what_its_own_words_do() -> None:
    does = {(each.plan, each.measure, each.component): each.status for each in derive(invented()).does}
    assert does["components", "d/2.1", "procurement"] == "done"
    assert does["partial", "d/2.1", "procurement"] == "partial"
    assert not any(plan in ("ended", "silent") for plan, _, _ in does)


@pytest.mark.parametrize(
    ("given_dates", "number", "years"),
    [
        ({"date_issued": "2023-05-04", "period_start": 2024}, "某政发〔2022〕3号", [2023]),
        ({"date_published": "2021-01-02", "period_start": 2024}, None, [2021]),
        ({"period_start": 2024}, "某政发〔2022〕3号", [2024]),
        ({}, "某政发〔2022〕3号", [2022]),
        ({}, None, []),
    ],
)
def test_the_year_of_a_plan(given_dates: dict[str, str | int], number: str | None, years: list[int]) -> None:
    facts = invented()[0]
    plain = dict.fromkeys(("date_issued", "date_published", "period_start"), None)
    document = facts.documents[0].model_copy(update=plain | given_dates)
    parent = Citation(
        measure="preamble",
        document=document.key,
        title="某省实施方案",
        number=number,
        issuer=None,
        level="province",
        relation="based_on",
        start=0,
        end=1,
        rule="test",
    )
    assert plan_years(facts.model_copy(update={"documents": [document], "citations": [parent]})) == years


def test_a_plan_of_unknown_year_is_held_to_know_every_document() -> None:
    facts = next(each for each in invented() if each.key == "early")
    bare = {"date_issued": None, "date_published": None, "period_start": None}
    unknown = facts.model_copy(update={"documents": [each.model_copy(update=bare) for each in facts.documents]})
    fact = next(each for each in derive([unknown]).adoptions if each.model == "sanming")
    assert {each.reason for each in fact.components} == {"silent"}


def test_two_plans_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="same key: named"):
        derive([facts for facts in invented() if facts.key == "named"] * 2)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(INVENTED))), st.integers())
def test_the_order_of_loading_does_not_show(order: list[int], seed: int) -> None:
    def mixed(facts: PlanFacts) -> PlanFacts:
        shuffled = {name: list(getattr(facts, name)) for name in ("components", "models", "responsibilities")}
        for records in shuffled.values():
            random.Random(seed).shuffle(records)
        return facts.model_copy(update=shuffled)

    plans = [mixed(invented()[at]) for at in order]
    assert derive(plans).model_dump_json() == derive(invented()).model_dump_json()


# Our verdict on each component of each city, made by reading its plans, apart from the rules.
VERDICTS = {
    "nanchang": "done done done done done done done done done",
    "nanyang": "empty done done done done done partial done done",
    "jiaxing": "done done done done done partial done done done",
    "datong": "partial done done done done done done done empty",
    "ziyang": "done done partial done done partial partial done done",
}
ORDER = [*CORE, "hospital_governance", "consortium_pooled_payment", "linkage", "personnel", "supervision"]


@pytest.fixture(scope="module")
def five(corpus: Path) -> dict[str, AdoptionFact]:
    plans = [extract(corpus / f"{key}.txt") for key in VERDICTS]
    return {each.plans[0]: each for each in derive(plans).adoptions if each.model == "sanming"}


@pytest.mark.parametrize("key", VERDICTS)
def test_the_components_of_the_five_cities(five: dict[str, AdoptionFact], key: str) -> None:
    found = {each.component: each.status for each in five[key].components}
    assert found == dict(zip(ORDER, VERDICTS[key].split(), strict=True))


def test_the_grades_of_the_five_cities(five: dict[str, AdoptionFact]) -> None:
    assert {key: (fact.grade, fact.named) for key, fact in five.items()} == {
        "nanchang": ("named", "act"),
        "nanyang": ("components", "no"),
        "jiaxing": ("components", "no"),
        "datong": ("components", "no"),
        "ziyang": ("components", "no"),
    }
