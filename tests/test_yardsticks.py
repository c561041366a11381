"""Yardsticks: the words of the codebook, and the value that a target has on its yardstick."""

import pytest

from codebooks.quantities import convertible, families, in_base_unit, indicator_key, indicators
from codebooks.yardsticks import FACETS, Entry, earliest_of, facet, first_of, is_yearly, names
from compare.targets.placed import known_indicators
from compare.targets.yardsticks import Meant, people_of, placed
from tests.target_plans import aim

ENTRIES = [(name, entry) for name in FACETS for entry in facet(name)]


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[f"{name}.{entry.key}" for name, entry in ENTRIES])
def test_a_facet_is_read_from_its_words_and_not_from_near_misses(name: str, entry: Entry) -> None:
    first = earliest_of if name == "bases" else first_of
    if name in ("levels", "variants"):
        assert all(entry.words.search(words) for words in entry.matches)
        assert not any(entry.words.search(words) for words in entry.near_misses)
        return
    assert [first(name, words) for words in entry.matches] == [entry.reads_as] * len(entry.matches)  # type: ignore[arg-type]
    assert entry.reads_as not in [first(name, words) for words in entry.near_misses]  # type: ignore[arg-type]


def test_every_indicator_is_told_in_full() -> None:
    dimensions, populations = names("dimensions"), {entry.reads_as for entry in facet("populations")}
    other = {"age", "concentration", "indices"}
    for one in indicators():
        assert one.dimension in dimensions or one.dimension in other, one.key
        assert one.object, one.key
        assert one.scope in {None, "heading", *populations}, one.key
    assert sum(1 for one in indicators() if one.scope or one.family) > 40
    assert {family.key for family in families()} == {one.family for one in indicators() if one.family}


UNITS = [
    ("‰", "%", 0.1),
    ("/10万", "%", 0.001),
    ("小时", "分钟", 60),
    ("天", "分钟", 1440),
    ("家", "个", 1),
    ("位", "人", 1),
    ("个工作日", "个工作日", 1),
    ("个百分点", "个百分点", 1),
    ("项", "项", 1),
]


@pytest.mark.parametrize(("unit", "base", "factor"), UNITS)
def test_units_convert_to_a_base_or_not_at_all(unit: str, base: str, factor: float) -> None:
    assert in_base_unit(unit) == (base, factor)


def test_a_base_unit_is_its_own() -> None:
    assert all(in_base_unit(base) == (base, 1.0) for base, _ in convertible().values())


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("每千常住人口", ("residents", 1_000.0)),
        ("每万名居民", ("residents", 10_000.0)),
        ("每10万人口", ("residents", 100_000.0)),
        ("每十万人口", ("residents", 100_000.0)),
        ("每千名儿童", ("children", 1_000.0)),
        ("每千名服务人口", ("served", 1_000.0)),
        ("每千常住人口基层卫生人员数", ("residents", 1_000.0)),
        ("每百名卫技人员", ("staff", 100.0)),
        ("床位", (None, 1.0)),
    ],
)
def test_whom_a_rate_is_counted_on(words: str, people: tuple[str | None, float]) -> None:
    assert people_of(words) == people


VALUES = [
    # key, indicator, value, unit, scope, value on the yardstick, its unit, its base
    ("beds_per_1000", "床位", 75, "张", "每万常住人口", 7.5, "张", "residents"),
    ("beds_per_1000", "床位", 7.5, "张", "每千人口", 7.5, "张", "residents"),
    ("general_practitioners_per_10000", "全科医生", 0.4, "名", "每千常住人口", 4.0, "人", "residents"),
    ("rehabilitation_physicians", "康复医师", 0.8, "人", "每万人口", 8.0, "人", "residents"),
    ("birth_defect_rate", "出生缺陷发生率", 0.1, "%", None, 1.0, "‰", None),
    ("maternal_mortality", "孕产妇死亡率", 0.09, "‰", None, 9.0, "/10万", None),
    ("emergency_response_time", "急救反应时间", 0.25, "小时", None, 15.0, "分钟", None),
    ("regional_medical_centres", "省级区域医疗中心", 2, "所", None, 2.0, "个", "whole_city"),
    ("physician_nurse_ratio", "医护比", 1.5, "1:n", None, 1.5, "1:n", None),
    ("hospice_wards", "安宁疗护病区", 1, "所", "每个县(市、区)", 1.0, "家", "county"),
]


@pytest.mark.parametrize(("key", "words", "value", "unit", "scope", "wanted", "own_unit", "base"), VALUES)
def test_a_value_is_converted_to_its_yardstick(
    key: str, words: str, value: float, unit: str, scope: str | None, wanted: float, own_unit: str, base: str | None
) -> None:
    entry = known_indicators()[key]
    on = placed(aim(key, words, value, unit, scope), Meant(key, entry.unit, entry), (), "city")
    assert (on.value, on.yardstick.unit, on.yardstick.base) == (wanted, own_unit, base)


@pytest.mark.parametrize(
    ("words", "yearly"), [("每年", True), ("年体检人数", True), ("三年内", False), ("2~3年内", False)]
)
def test_a_number_a_year_is_told_by_its_words(words: str, yearly: bool) -> None:
    assert is_yearly(words) is yearly


KEYS = [
    # words, unit, kind, scope, around, key
    ("床位", "张", "rate", "每千常住人口", "", "beds_per_1000"),
    ("床位", "张", "rate", "每千常住人口", "县级中医医院按此配置", "tcm_beds_per_1000"),
    ("床位", "张", "rate", "每千名服务人口", "", "primary_beds_per_1000"),
    ("床位", "张", "count", None, "", "licensed_beds"),
    ("示范机构", "个", "count", None, "建设医养结合示范县2个、示范机构3个", "elderly_care_demonstrations"),
    ("示范机构", "个", "count", None, "建设节水示范机构3个", None),
    (
        "公立医疗卫生机构",
        "家",
        "per_unit",
        "每个县",
        "确定1家公立医疗卫生机构承担职业健康检查工作",
        "occupational_check_institutions",
    ),
    ("公立医疗卫生机构", "家", "per_unit", "每个县", "改造1家公立医疗卫生机构", None),
    ("执业(助理)医师", "名", "per_unit", "每个村卫生室", "", "village_institution_physicians"),
    ("执业(助理)医师", "名", "per_unit", "每个乡镇卫生院", "", None),
]


@pytest.mark.parametrize(("words", "unit", "kind", "scope", "around", "key"), KEYS)
def test_words_that_say_too_little_are_told_by_what_is_around_them(
    words: str, unit: str, kind: str, scope: str | None, around: str, key: str | None
) -> None:
    assert indicator_key(words, unit, kind, scope, around) == key
