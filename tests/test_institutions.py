"""Codebooks of institutions and functions: wordings, near misses, successors, and that all printed bodies are known."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from codebooks import institutions as codebook
from codebooks.institutions import Body, functions, identify, institutions, kind_of, near
from codebooks.reading import CodebookError
from loaders import read_plan
from loaders.rules.responsibilities import read

ENTRIES = list(institutions().values())
WORDINGS = [(entry, word) for entry in ENTRIES for word in (entry.zh, *entry.wordings)]
NEAR_MISSES = [(entry, word) for entry in ENTRIES for word in entry.near_misses]


@pytest.mark.parametrize(("entry", "word"), WORDINGS, ids=lambda each: getattr(each, "key", each))
def test_a_wording_is_the_body(entry: Body, word: str) -> None:
    assert identify(word, entry.kind) == entry
    if entry.kind == "body":
        assert identify("市" + word) == entry
    if entry.branch != "government" and not word.startswith("委"):
        assert identify("市委" + word) == entry


@pytest.mark.parametrize(("entry", "word"), NEAR_MISSES, ids=lambda each: getattr(each, "key", each))
def test_a_near_miss_is_not_the_body(entry: Body, word: str) -> None:
    assert identify(word, entry.kind) != entry
    assert identify("市" + word, entry.kind) != entry


def test_there_are_enough_functions_with_names_definitions_and_uses() -> None:
    assert len(functions()) >= 40
    assert all(each.zh and each.en and each.definition.endswith(".") and each.wordings for each in functions().values())
    used = Counter(key for entry in ENTRIES for key in entry.functions)
    assert set(functions()) == set(used), "a function that no body performs says nothing"


def test_a_wording_of_a_function_means_one_function() -> None:
    words = Counter(word for each in functions().values() for word in each.wordings)
    assert [word for word, count in words.items() if count > 1] == []


def test_keys_are_unique_over_the_kinds() -> None:
    assert max(Counter(entry.key for entry in ENTRIES).values()) == 1


def test_names_of_one_body_merge_and_a_joint_body_stays_apart() -> None:
    assert identify("卫健委") == identify("卫生健康委") == identify("市卫生健康委员会")
    joint = identify("市卫生健康体育委")
    assert joint and joint != identify("卫健委") and set(joint.functions) == {"health", "sports"}


@pytest.mark.parametrize(
    ("now", "before", "year"),
    [
        ("卫健委", "卫计委", 2018),
        ("金融监管分局", "银保监分局", 2023),
        ("数据局", "大数据局", 2024),
        ("乡村振兴局", "扶贫办", 2021),
    ],
)
def test_successors_are_dated(now: str, before: str, year: int) -> None:
    body, former = identify(now), identify(before)
    assert body and former and (body.successor_of, body.since) == (former.key, year)


def test_the_party_branch_is_known() -> None:
    assert [identify(name).branch for name in ("宣传部", "编办", "财政局")] == ["party_only", "party", "government"]  # type: ignore[union-attr]


def test_collectives_are_found_whatever_counties_are_called() -> None:
    for name in ("各县(市、区)人民政府", "各区县（市）政府", "各县区政府", "县(市、区)政府", "各区、县（市）政府"):
        assert identify(name, "collective") is institutions()["collective", "county_governments"], name


def test_an_unknown_name_is_none_with_near_names() -> None:
    assert identify("卫生健康旅游委") is None
    assert "卫生健康委" in near("卫生健康旅游委")
    assert near("完全不同") == []


def test_all_faults_are_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    bad: dict[str, Any] = {
        "bodies": {
            "one": {"zh": "甲局", "en": "One", "functions": ["heath"], "colour": "red"},
            "two": {"zh": "甲局", "en": "Two", "functions": ["health"], "successor_of": "three", "since": 2018},
        },
        "departments": {},
        "collectives": {},
    }
    functions()
    monkeypatch.setattr(codebook, "book", lambda name: bad)
    with pytest.raises(CodebookError) as fault:
        institutions.__wrapped__()
    for words in ("'heath'", "did you mean health", "'colour'", "'three'", "甲局 stands for one and two"):
        assert words in str(fault.value)


@pytest.mark.parametrize("name", ["nanchang", "datong", "jiaxing", "nanyang", "ziyang"])
def test_every_printed_institution_is_covered(name: str, corpus: Path) -> None:
    claims = read(read_plan(corpus / f"{name}.txt"))
    assert {record.institution for record in claims.found if record.body is None} == set()
    assert claims.unread == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("某某高新区管委会", "development_zone"),
        ("某某总医院", "hospital"),
        ("某某职业技术大学", "university"),
        ("某某街道办事处", "township_government"),
        ("某某投资控股集团", "state_company"),
        ("某某农村商业银行", "bank"),
        ("某某工作领导小组办公室", "coordination_group"),
        ("人才工作领导小组办公室", "talent_office"),
        ("某某甲局", None),
    ],
)
def test_a_kind_is_known_by_its_ending(name: str, key: str | None) -> None:
    found = kind_of(name)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("各市（州）人民政府", "city_governments"),
        ("各设区市人民政府", "city_governments"),
        ("各市（区）人民政府", "county_governments"),
        ("各区、县级市", "county_governments"),
        ("各乡镇（街道）", "township_governments"),
        ("市直有关部门、单位", "departments_concerned"),
        ("各基础电信企业", "telecom_companies"),
        ("市属国有企业", "enterprises"),
    ],
)
def test_collectives_of_each_level_are_told_apart(name: str, key: str) -> None:
    found = identify(name.removeprefix("市"), "collective")
    assert found and found.key == key


def test_departments_are_known_at_every_level() -> None:
    assert identify("医政科", "department") == identify("医政处", "department") == identify("医政股", "department")
