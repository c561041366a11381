"""Comparable targets of invented plans: what is compared and converted, what is refused and why, what counts once."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengce.vocabulary import vocabulary
from codebooks.quantities import families, indicators
from compare.targets import comparable_targets
from compare.targets.unknown import last_noun
from graph.assemble import assemble
from graph.derived import Derived
from graph.derived.comparability import SubjectFact
from graph.derived.targets import TargetFacts
from graph.facts import Target
from tests.graph_invented import document
from tests.target_plans import aim, city, compared, of, period

BEDS = "beds_per_1000"
COMPARED: dict[str, tuple[Target, Target, float, list[str]]] = {
    "beds per ten thousand and per thousand": (
        aim(BEDS, "床位", 80, "张", "每万常住人口"),
        aim(BEDS, "床位", 7.5, "张", "每千人口"),
        0.5,
        [],
    ),
    "so many of a thousand and of a hundred": (
        aim("birth_defect_rate", "出生缺陷率", 0.2, "%"),
        aim("birth_defect_rate", "出生缺陷率", 1, "‰"),
        1.0,
        ["printed_units_differ"],
    ),
    "full coverage and a share": (
        aim("geriatric_department_share", "老年医学科", 100, "%", "二级及以上综合医院", kind="coverage"),
        aim("geriatric_department_share", "老年医学科设置比例", 85, "%", "二级以上公立综合性医院"),
        15.0,
        [],
    ),
    "hours and minutes": (
        aim("emergency_response_time", "急救反应时间", 0.5, "小时"),
        aim("emergency_response_time", "急救反应时间", 10, "分钟"),
        20.0,
        ["printed_units_differ"],
    ),
    "家 and 所 in each county": (
        aim("hospice_wards", "安宁疗护病区", 2, "家", "每个县(市、区)"),
        aim("hospice_wards", "安宁疗护机构", 1, "所", "每个县区"),
        1.0,
        ["printed_units_differ", "printed_objects_differ"],
    ),
    "disciplines and specialties": (
        aim("municipal_key_specialties", "市级临床重点(特色)专科", 9, "个"),
        aim("municipal_key_specialties", "市级重点学科", 4, "个"),
        5.0,
        ["printed_objects_differ", "not_per_head"],
    ),
    "one kind of specialty, with and without brackets": (
        aim("municipal_key_specialties", "市级临床重点(特色)专科", 9, "个"),
        aim("municipal_key_specialties", "市级重点专科", 4, "个"),
        5.0,
        ["not_per_head"],
    ),
    "counts for two years": (
        aim("national_key_specialties", "国家临床重点专科", 3, "个", deadline=2027),
        aim("national_key_specialties", "国家临床重点专科", 2, "个", deadline=2025),
        1.0,
        ["different_deadlines", "not_per_head"],
    ),
}


@pytest.mark.parametrize("name", sorted(COMPARED))
def test_values_on_one_yardstick_are_compared(name: str) -> None:
    higher, lower, gap, caveats = COMPARED[name]
    facts = compared(city("甲市", higher), city("乙市", lower))
    first, second = of(facts, "甲市"), of(facts, "乙市")
    assert (first.comparable, second.comparable) == (True, True)
    assert facts.yardsticks[0].cities == ["乙市", "甲市"]
    assert (first.gap_to_highest, first.gap_to_lowest) == (0.0, gap)
    assert (second.gap_to_highest, second.gap_to_lowest) == (-gap, 0.0)
    assert facts.refusals == [] and first.refusal is None
    assert set(first.caveats) - {"printed_scopes_differ"} == set(caveats)
    less = facts.yardsticks[0].direction == "less"
    assert (first.is_best, second.is_best) == (not less, less)


COMMUNITY, ZONES, DOCTORS = "community_hospital_share", "chronic_disease_zone_coverage", "physician_nurse_ratio"
REFUSED: dict[str, tuple[Target, Target, str]] = {
    "a count and a share": (
        aim("community_hospital_count", "社区医院", 20, "个"),
        aim(COMMUNITY, "建成社区医院", 10, "%"),
        "count_against_share",
    ),
    "a rate and a count": (
        aim(BEDS, "床位", 7, "张", "每千人口"),
        aim("licensed_beds", "床位", 900, "张"),
        "different_dimension",
    ),
    "a share and one in each institution": (
        aim("qualified_village_doctor_share", "乡村医生中执业医师比例", 45, "%"),
        aim("village_institution_physicians", "执业医师", 1, "人", "每个村级医疗卫生机构"),
        "different_dimension",
    ),
    "beds of two kinds": (
        aim(BEDS, "床位", 7, "张", "每千人口"),
        aim("elderly_beds_per_1000", "养老床位", 40, "张", "每千名老年人"),
        "different_object",
    ),
    "those signed and what pays for it": (
        aim("family_doctor_coverage", "家庭医生签约率", 45, "%"),
        aim("family_doctor_fee_share", "个人缴费用于支付签约服务费", 7.5, "%"),
        "different_object",
    ),
    "groups of TCM hospitals and of hospitals": (
        aim("city_hospital_groups", "中医城市医联体", 1, "个"),
        aim("city_hospital_groups", "城市医疗集团", 3, "个"),
        "different_object",
    ),
    "residents and people served": (
        aim(BEDS, "床位", 7, "张", "每千常住人口"),
        aim(BEDS, "床位", 2, "张", "每千名服务人口"),
        "different_base",
    ),
    "in each county and in each township": (
        aim("hospice_wards", "安宁疗护病区", 1, "家", "每个县(市、区)"),
        aim("hospice_wards", "安宁疗护病区", 1, "家", "每个乡镇"),
        "different_base",
    ),
    "ratios of hospitals and of village doctors' teams": (
        aim(DOCTORS, "公立医院医护比", 2, "1:n"),
        aim(DOCTORS, "乡镇卫生院医护比", 1.1, "1:n"),
        "different_population",
    ),
    "hospitals of level three and of level two": (
        aim("critical_beds_share", "重症床位占比", 8, "%", "三级医院"),
        aim("critical_beds_share", "重症床位占比", 4, "%", "二级医院"),
        "different_population",
    ),
    "national and provincial zones": (
        aim(ZONES, "国家级慢性病综合防控示范区覆盖率", 20, "%"),
        aim(ZONES, "省级慢性病综合防控示范区覆盖率", 50, "%"),
        "different_level",
    ),
    "a number a year and a total": (
        aim("health_staff_trained", "医疗卫生人才", 100, "名", "每年"),
        aim("health_staff_trained", "医疗卫生人才", 400, "名"),
        "yearly_against_total",
    ),
    "points and a share": (
        aim("patient_satisfaction", "患者满意度", 90, "分"),
        aim("patient_satisfaction", "患者满意度", 90, "%"),
        "different_dimension",
    ),
    "working days and days": (
        aim("approval_time", "审批时限", 5, "个工作日"),
        aim("approval_time", "审批时限", 5, "天"),
        "no_unit_conversion",
    ),
    "a change and a level": (
        aim("health_literacy", "健康素养水平", 3, "个百分点", kind="percent"),
        aim("health_literacy", "健康素养水平", 30, "%"),
        "no_unit_conversion",
    ),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_differs_is_refused_with_the_reason(name: str) -> None:
    one, other, code = REFUSED[name]
    undated: dict[str, Any] = {
        "documents": [city("x").documents[0].model_copy(update={"period_start": None, "period_end": None})]
    }
    facts = compared(city("甲市", one, **undated), city("乙市", other, **undated))
    assert [fact.code for fact in facts.refusals] == [code]
    assert not facts.refusals[0].order_only
    for fact in facts.commitments:
        assert (fact.comparable, fact.refusal, fact.gap_to_highest, fact.is_best) == (False, code, None, None)
        assert fact.refusal_zh and fact.refusal_text and "{" not in fact.refusal_text + fact.refusal_zh
        assert fact.against in {refused for each in facts.refusals for refused in (each.first, each.second)}
    assert facts.refusals[0].codes[0] == code and facts.refusals[0].rule == f"targets.refused.{code}"


def test_all_of_them_goes_before_a_count_but_without_a_gap() -> None:
    facts = compared(
        city("甲市", aim("national_assessment_a_share", "“国考”达到A级", 100, "%", "市级医院", kind="coverage")),
        city("乙市", aim("national_assessment_a_hospitals", "国考达到A", 2, "家")),
    )
    assert [(fact.code, fact.order_only) for fact in facts.refusals] == [("count_against_share", True)]
    best = {
        fact.place: (fact.comparable, fact.is_best, fact.caveats, fact.gap_to_highest) for fact in facts.commitments
    }
    assert best == {"甲市": (True, True, ["order_only"], None), "乙市": (True, False, ["order_only"], None)}


def test_a_share_below_all_is_not_ordered_against_a_count() -> None:
    facts = compared(
        city("甲市", aim("national_assessment_a_share", "“国考”达到A级", 60, "%", "市级医院")),
        city("乙市", aim("national_assessment_a_hospitals", "国考达到A", 2, "家")),
    )
    assert {fact.refusal for fact in facts.commitments} == {"count_against_share"}


def test_nobody_else_commits_to_it() -> None:
    facts = compared(city("甲市", aim("infant_mortality", "婴儿死亡率", 4, "‰")), city("乙市"))
    assert [(fact.refusal, fact.ordered_with) for fact in facts.commitments] == [("only_one_city", [])]


FAMOUS = "famous_tcm_doctors"


def test_parts_by_level_are_added_up_for_a_city_that_gives_them_apart() -> None:
    parts = [aim(FAMOUS, "国家级名中医", 5, "人"), aim(FAMOUS, "省级名中医", 10, "人")]
    apart = city("甲市", *parts)
    apart = apart.model_copy(update={"targets": [one.model_copy(update={"measure": "d/2.1"}) for one in apart.targets]})
    facts = compared(apart, city("乙市", aim(FAMOUS, "国家级、省级名中医", 8, "名")))
    first, second = of(facts, "甲市"), of(facts, "乙市")
    assert (first.value, second.value, second.gap_to_highest) == (15.0, 8.0, -7.0)
    assert first.targets == [("甲市", 0), ("甲市", 1)] and "sum_of_parts" in first.caveats


def test_parts_of_another_measure_are_not_added() -> None:
    facts = compared(city("甲市", aim(FAMOUS, "国家级名中医", 5, "人"), aim(FAMOUS, "省级名中医", 10, "人")))
    assert [fact.value for fact in facts.commitments] == [10.0]


def test_a_sum_beside_its_parts_is_not_added_to_them() -> None:
    three = [
        aim(FAMOUS, words, value, "人")
        for words, value in (("国家级、省级名中医", 15), ("省级名中医", 10), ("国家级名中医", 5))
    ]
    plan = city("甲市", *three)
    plan = plan.model_copy(update={"targets": [one.model_copy(update={"measure": "d/2.1"}) for one in plan.targets]})
    assert [fact.value for fact in compared(plan).commitments] == [15.0]


def test_the_latest_plan_of_a_city_speaks_for_it() -> None:
    old, new = (
        city(
            "甲市",
            aim("health_literacy", "健康素养水平", value, "%"),
            key=str(year),
            documents=[document(date_issued=f"{year}-01-01")],
        )
        for year, value in ((2021, 30), (2024, 28))
    )
    (fact,) = compared(old, new).commitments
    assert (fact.value, fact.targets) == (28.0, [("2024", 0)])


TWICE: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("the same", {}, {}, True),
    ("once with a year", {"deadline": 2025}, {}, True),
    ("for two years", {"deadline": 2025}, {"deadline": 2030}, False),
    ("another value", {}, {"value": 86.0}, False),
    ("the opposite bound", {"comparator": ">="}, {"comparator": "<="}, False),
    ("a bound and a bare number", {"comparator": ">="}, {"comparator": "="}, True),
    ("under a condition", {"scope": "各县"}, {"scope": "在20万人以上的各县"}, False),
]


@pytest.mark.parametrize(("name", "one", "other", "same"), TWICE, ids=[row[0] for row in TWICE])
def test_what_a_notice_says_twice_counts_once(
    name: str, one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    del name
    base = aim("age_friendly_institution_share", "老年友善医疗机构", 85, "%")
    facts = compared(city("甲市", base.model_copy(update=one), base.model_copy(update=other)))
    assert [(fact.later, fact.earlier) for fact in facts.repeats] == ([(("甲市", 1), ("甲市", 0))] if same else [])
    assert [fact.counted for fact in facts.placed] == [True, not same]


def test_plans_of_two_cities_repeat_nothing() -> None:
    one = aim("infant_mortality", "婴儿死亡率", 4, "‰")
    assert compared(city("甲市", one), city("乙市", one)).repeats == []


def test_a_number_a_year_is_a_total_where_the_plan_says_for_how_long() -> None:
    yearly = city("甲市", aim("health_staff_trained", "医疗卫生人才", 100, "名", "每年"), **period(2021, 2025))
    facts = compared(yearly, city("乙市", aim("health_staff_trained", "医疗卫生人才", 400, "名")))
    first = of(facts, "甲市")
    assert (first.value, first.comparable, first.gap_to_highest) == (500.0, True, 0.0)
    assert "total_of_years" in first.caveats
    assert {fact.rule for fact in facts.placed} == {"targets.same_yardstick", "targets.total_of_years"}


def test_the_provinces_target_is_the_parents() -> None:
    own, above = aim("health_literacy", "健康素养水平", 28, "%"), aim("health_literacy", "健康素养水平", 30, "%")
    facts = compared(city("甲市", own), city("某省", above, level="province", province="某省"))
    fact = of(facts, "甲市")
    assert (fact.parent, fact.parent_value, fact.gap_to_parent) == ("某省", 30.0, -2.0)
    assert not fact.comparable and fact.refusal == "only_one_city"
    assert facts.yardsticks[0].cities == ["甲市"]


def test_another_province_and_its_counts_are_no_parent() -> None:
    one = aim("national_key_specialties", "国家临床重点专科", 2, "个")
    far = city("别省", aim("health_literacy", "健康素养水平", 30, "%"), level="province", province="别省")
    above = city("某省", one, level="province", province="某省")
    facts = compared(city("甲市", one, aim("health_literacy", "健康素养水平", 28, "%")), far, above)
    assert {fact.parent for fact in facts.commitments if fact.place == "甲市"} == {None}
    assert [fact.code for fact in facts.refusals] == ["different_base"]


def test_unknown_indicators_meet_by_their_last_noun_and_dimension() -> None:
    facts = compared(
        city("甲市", aim(None, "基层采血点", 5, "个"), aim(None, "采血点", 90, "%"), words="采血点 基层"),
        city("乙市", aim(None, "固定采血点", 8, "个"), words="采血点 固定"),
    )
    assert [(one.key, one.words, one.dimension) for one in facts.unknown] == [
        ("auto:采血点|count", ["固定采血点", "基层采血点"], "count")
    ]
    assert [(one.reviewed, one.direction, one.rule) for one in facts.yardsticks] == [
        (False, None, "targets.same_last_noun")
    ]
    assert {(fact.place, fact.gap_to_highest, fact.is_best) for fact in facts.commitments} == {
        ("甲市", -3.0, None),
        ("乙市", 0.0, None),
    }


def test_an_unknown_indicator_keeps_the_unit_that_most_plans_print() -> None:
    days = [aim(None, "免费住宿", value, "天") for value in (7, 14)]
    hours = aim(None, "免费住宿", 48, "小时")
    facts = compared(*(city(name, one, words="免费 住宿") for name, one in zip("甲乙丙", [*days, hours], strict=True)))
    assert {fact.place: fact.value for fact in facts.commitments} == {"甲": 7.0, "乙": 14.0, "丙": 2.0}


NOUNS = [
    ("标准化储血点", {"标准化", "储血点"}, "储血点"),
    ("慢性病防治中心", {"慢性病", "防治", "中心"}, "防治中心"),
    ("服务中心", {"服务", "中心"}, None),
    ("储血点建设", {"储血点", "建设"}, "储血点"),
    ("采血车", {"采血"}, None),
]


@pytest.mark.parametrize(("words", "terms", "noun"), NOUNS)
def test_a_last_noun_says_what_is_counted(words: str, terms: set[str], noun: str | None) -> None:
    assert last_noun(words, terms) == noun


ANY = st.sampled_from([target for one, other, _ in REFUSED.values() for target in (one, other)])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(ANY, min_size=1, max_size=4), min_size=2, max_size=4))
def test_the_order_of_plans_changes_nothing_and_every_place_is_told_of(found: list[list[Target]]) -> None:
    plans = [city(name, *targets) for name, targets in zip("甲乙丙丁", found, strict=False)]
    facts: TargetFacts = compared(*plans)
    assert all(compared(*order) == facts for order in list(permutations(plans))[:4])
    for fact in facts.commitments:
        cities = next(one.cities for one in facts.yardsticks if one.key == fact.yardstick)
        assert fact.comparable == (len(cities) > 1 or bool(fact.ordered_with))
        assert (fact.refusal is None) == fact.comparable
    for place in {plan.place.name for plan in plans}:
        assert any(fact.main_of_family for fact in facts.commitments if fact.place == place)


def test_adding_a_city_leaves_the_gaps_of_others_where_it_sets_no_end() -> None:
    targets = [aim("health_literacy", "健康素养水平", value, "%") for value in (20, 30, 25)]
    two = compared(city("甲市", targets[0]), city("乙市", targets[1]))
    three = compared(city("甲市", targets[0]), city("乙市", targets[1]), city("丙市", targets[2]))
    for place in ("甲市", "乙市"):
        assert of(two, place).gap_to_highest == of(three, place).gap_to_highest


def subject(kind: str, *fields: str) -> list[SubjectFact]:
    return [
        SubjectFact.model_validate({"plan": "甲市", "document": "d", "subject": kind, "fields": fields, "rule": "r"})
    ]


def test_a_plan_of_another_field_leaves_health_indicators_out_and_not_its_own() -> None:
    facts = comparable_targets([city("甲市", aim("gdp_growth", "地区生产总值", 6, "%"))], {"甲市": subject("other")})
    left = {fact.indicator: fact for fact in facts.empty}
    assert left["infant_mortality"].status == "out_of_scope" and left["infant_mortality"].reason_text
    assert {"gdp_growth", "pm25"} & left.keys() == set()


def test_a_health_plan_leaves_nothing_out_and_one_that_was_not_read_all() -> None:
    plans = [city("甲市", aim("infant_mortality", "婴儿死亡率", 4, "‰"))]
    assert comparable_targets(plans, {"甲市": subject("general")}).empty == []
    unread = plans[0].model_copy(update={"measures": [], "targets": []})
    assert {fact.status for fact in comparable_targets([unread], {}).empty} == {"not_read"}
    assert len(comparable_targets([unread], {}).empty) == len(indicators()) + len(families())


def test_the_graph_holds_what_was_compared() -> None:
    own, other = aim("health_literacy", "健康素养水平", 28, "%"), aim("health_literacy", "健康素养水平", 25, "%")
    plans = [
        city("甲市", own, own, aim("licensed_beds", "床位", 900, "张")),
        city("乙市", other, aim(BEDS, "床位", 7, "张", "每千人口")),
        city("某省", own, level="province", province="某省"),
    ]
    graph = assemble(plans, Derived(targets=compared(*plans)), vocabulary())
    nodes = graph.nodes
    edges = {
        (edge.kind, nodes[edge.source].properties.get("name"), nodes[edge.target].properties.get("name"), *more)
        for edge in graph.edges.values()
        for more in [(edge.properties.get("value"), edge.properties.get("gap_to_parent"), edge.properties.get("code"))]
        if edge.kind in ("COMMITS_TO", "NOT_COMPARED_WITH", "REPEATS", "OF_INDICATOR")
    }
    literacy, beds, rate = (
        "居民健康素养水平（占比，%）",
        "医疗卫生机构床位（数量，全市，张）",
        "每千人口床位数（人均水平，常住人口，张）",
    )
    refused = {edge[1:3] for edge in edges if edge[0] == "NOT_COMPARED_WITH"}
    assert {frozenset(pair) for pair in refused} == {frozenset((beds, rate))}
    assert {edge for edge in edges if edge[0] == "COMMITS_TO"} == {
        ("COMMITS_TO", "甲市", literacy, 28.0, 0.0, None),
        ("COMMITS_TO", "乙市", literacy, 25.0, -3.0, None),
        ("COMMITS_TO", "某省", literacy, 28.0, None, None),
        ("COMMITS_TO", "甲市", beds, 900.0, None, None),
        ("COMMITS_TO", "乙市", rate, 7.0, None, None),
    }
    assert sum(1 for edge in graph.edges.values() if edge.kind == "REPEATS") == 1
    assert sum(1 for edge in graph.edges.values() if edge.kind == "STANDS_ON") == 6
