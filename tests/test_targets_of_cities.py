"""Comparable targets of the published cities: what compares, with which numbers, and what is refused, and why."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from chengce.library import Library, build, published, runner
from codebooks.yardsticks import names
from compare.targets import comparable_targets
from graph import open_store
from graph.questions import read_questions
from graph.store import Session
from tests.conftest import ROOT

QUESTIONS = read_questions(ROOT / "queries" / "read")
DT, JX, NY, ZY = "大同市", "嘉兴市", "南阳市", "资阳市"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with Library(open_store(str(tmp_path_factory.mktemp("store") / "five"), rebuild=build)) as library:
        library.put(published())
        with library.store.reading() as session:
            yield session


def rows(session: Session, name: str, **params: str) -> list[dict[str, Any]]:
    return runner().ask(session, QUESTIONS[name], params, limit=10_000).rows


COMPARED: list[tuple[str, dict[str, float], str]] = [
    # indicator, the value of each city, who promises most
    ("regional_medical_centres", {DT: 2, NY: 3, ZY: 1}, NY),
    ("city_hospital_groups", {DT: 3, NY: 2}, DT),
    ("geriatric_department_share", {JX: 100, NY: 85}, JX),
    ("elderly_care_demonstrations", {JX: 10, NY: 3, ZY: 1}, JX),
    ("hospice_wards", {JX: 1, NY: 1}, ""),
    ("occupational_check_institutions", {NY: 1, ZY: 1}, ""),
    ("infectious_wards", {DT: 1, NY: 1}, ""),
    ("tcm_department_coverage", {DT: 100, NY: 100}, ""),
    ("national_key_specialties", {DT: 1, NY: 2}, NY),
    ("provincial_key_disciplines", {DT: 5, JX: 15, ZY: 2}, JX),
    ("famous_tcm_doctors", {JX: 8, NY: 15}, NY),
]


@pytest.mark.parametrize(("indicator", "values", "best"), COMPARED, ids=[row[0] for row in COMPARED])
def test_values_of_cities_are_compared(session: Session, indicator: str, values: dict[str, float], best: str) -> None:
    found = rows(session, "indicator", indicator=indicator)
    assert {row["city"]: row["value"] for row in found if row["comparable"]} == values
    highest = max(values.values())
    for row in found:
        if row["comparable"]:
            assert row["gap_to_highest"] == values[row["city"]] - highest
            assert row["best"] is (row["city"] == best if best else True)
            assert row["with_cities"] == sorted(set(values) - {row["city"]})
            assert row["refusal"] is None and row["evidence"]
        else:
            assert (row["status"], row["reason"]) == ("silent", "silent") and row["reason_text"]


REFUSED: list[tuple[str, dict[str, str]]] = [
    # indicator or family, the reason of each city
    ("physician_nurse_ratio", {DT: "different_population", NY: "different_population"}),
    ("chronic_disease_zones", {JX: "count_against_share", NY: "different_level"}),
    ("community_hospitals", {DT: "count_against_share", NY: "count_against_share"}),
    ("family_doctor_signing", {JX: "different_object", NY: "different_object"}),
    ("village_doctors", {JX: "different_dimension", NY: "different_dimension"}),
    ("infectious_department_coverage", {DT: "different_population", NY: "different_population"}),
    ("critical_beds_share", {DT: "different_population", JX: "different_population"}),
    ("level4_surgery_share", {DT: "benchmark_only", JX: "benchmark_only"}),
]


@pytest.mark.parametrize(("indicator", "reasons"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_cannot_be_compared_is_refused(session: Session, indicator: str, reasons: dict[str, str]) -> None:
    found = [row for row in rows(session, "indicator", indicator=indicator) if row["status"] == "present"]
    assert {row["city"]: row["refusal"] for row in found} == reasons
    for row in found:
        assert row["comparable"] is False and row["refusal_text"] and row["refusal_zh"] and row["evidence"]
        assert (row["gap_to_highest"], row["best"], row["with_cities"]) == (None, None, None)


def test_no_two_cities_beds_are_compared(session: Session) -> None:
    found = [row for row in rows(session, "indicator", indicator="beds") if row["status"] == "present"]
    assert {row["city"]: row["comparable"] for row in found} == {DT: False, JX: False, NY: False}
    pairs = rows(session, "not_compared", indicator="beds")
    assert {frozenset((row["first_city"], row["second_city"])) for row in pairs} == {
        frozenset(pair) for pair in [(DT, JX), (DT, NY), (JX, NY)]
    }
    assert rows(session, "gaps", indicator="beds") == []


def test_all_of_the_citys_hospitals_go_before_two_but_without_a_gap(session: Session) -> None:
    found = {
        row["city"]: row for row in rows(session, "indicator", indicator="national_assessment") if row["comparable"]
    }
    assert {city: (row["value"], row["unit"], row["best"]) for city, row in found.items()} == {
        JX: (100.0, "%", True), NY: (2.0, "家", False),
    }  # fmt: skip
    assert all(row["caveats"] == ["order_only"] and row["gap_to_highest"] is None for row in found.values())


def test_a_notice_that_says_a_thing_twice_promises_it_once(session: Session) -> None:
    found = rows(session, "repeats", city=NY)
    assert {(row["document"] != row["earlier_document"], row["rule"]) for row in found} == {
        (True, "targets.repeats_in_notice")
    }
    assert {(row["value"], row["unit"]) for row in found} == {(90.0, "%"), (4000.0, "人"), (85.0, "%"), (1.0, "名")}
    told = {row["key"]: (row["targets"], row["repeated"]) for row in rows(session, "indicators")}
    assert told["geriatric_department_share"] == (3, 1) and told["public_village_clinic_share"] == (2, 1)


def test_what_has_passed_is_told_by_its_own_year_or_its_plans_period(session: Session) -> None:
    at = {
        row["city"]: row["expired"]
        for row in rows(session, "indicator", indicator="geriatric_department_share", at="2026-06-01")
    }
    assert at == {DT: None, JX: None, "南昌市": None, NY: True, ZY: None}
    before = rows(session, "indicator", indicator="geriatric_department_share", at="2025-12-31")
    assert {row["city"]: row["expired"] for row in before}[NY] is False


def test_a_target_with_a_span_of_its_own_has_not_passed_with_its_plans_period(session: Session) -> None:
    passed = rows(session, "expired", city=NY, at="2026-03-01")
    spans = [row for row in rows(session, "targets", city=NY) if "年内" in (row["scope"] or "") and not row["deadline"]]
    assert passed and spans and not {row["id"] for row in passed} & {row["id"] for row in spans}
    doctors = rows(session, "indicator", indicator="famous_tcm_doctors", at="2026-03-01")
    assert {row["city"]: row["expired"] for row in doctors}[NY] is None


def test_what_is_refused_is_not_called_silence(session: Session) -> None:
    for indicator, city in ((one, city) for one, cities in REFUSED for city in (None, *cities)):
        answer = runner().ask(session, QUESTIONS["gaps"], {"indicator": indicator, "city": city})
        assert answer.rows == [] and answer.reason is not None
        assert answer.reason.code == "not_comparable", (indicator, city)
        assert not city or dict(REFUSED)[indicator][city] in answer.reason.text
    silent = runner().ask(session, QUESTIONS["gaps"], {"indicator": "beds", "city": "南昌市"}).reason
    assert silent is not None and silent.code == "silent"


def test_lines_without_a_number_are_kept_apart(session: Session) -> None:
    found = rows(session, "benchmarks")
    assert {(row["city"], row["kind"], row["area"]) for row in found} == {
        (DT, "median", "nation"), (JX, "rank", "nation"), (NY, "average", "nation"), (NY, "average", "other"),
    }  # fmt: skip
    assert len(rows(session, "benchmarks", city=DT, indicator="surgery_share")) == 1


def test_every_present_value_compares_or_says_why_not(session: Session) -> None:
    keys = {row["key"] for row in rows(session, "indicators") if row["targets"]}
    assert len(keys) > 60
    for key in keys:
        for row in rows(session, "indicator", indicator=key):
            if row["status"] == "silent":
                assert row["reason_text"] and row["value"] is None
            else:
                assert row["comparable"] is True or row["refusal"], (key, row["city"])
                assert row["yardstick"] or row["refusal"] == "benchmark_only"


def test_pairs_that_are_refused_name_both_sides(session: Session) -> None:
    found = rows(session, "not_compared")
    assert found
    for row in found:
        assert row["first_city"] != row["second_city"] and row["refusal_text"]
        assert row["code"] in row["codes"]
        assert len(row["evidence"]) >= 2


def test_two_cities_that_are_compared_are_no_refused_pair() -> None:
    facts = comparable_targets(published())
    shared = {fact.yardstick for fact in facts.commitments if fact.comparable}
    assert shared and not any(fact.first == fact.second for fact in facts.refusals)


def test_every_commitment_is_compared_or_says_why_not(session: Session) -> None:
    found = rows(session, "commitments")
    assert len(found) > 80
    for row in found:
        assert row["comparable"] == bool(row["with_cities"]) == (row["refusal"] is None), row["yardstick"]
        assert row["evidence"] and row["rule"] and (row["comparable"] or row["refusal_text"])
    zones = rows(session, "commitments", indicator="chronic_disease_zones", city=JX)
    assert {(row["value"], row["unit"], tuple(row["levels"])) for row in zones} == {
        (4.0, "个", ("gold",)), (100.0, "%", ("silver",)),
    }  # fmt: skip


def test_the_document_shows_what_the_question_answers(session: Session) -> None:
    text = (ROOT / "docs" / "comparing" / "targets.md").read_text(encoding="utf-8")
    printed = dict(re.findall(r"^\| `(\w+)` \| (\S+市 \S+.*?) \| \S+ \|$", text, re.M))
    found: dict[str, dict[str, str]] = {}
    for row in rows(session, "gaps"):
        if row["gap_to_highest"] is not None:
            high = f"–{row['value_max']:g}" if row["value_max"] is not None else ""
            found.setdefault(row["indicator"], {})[row["city"]] = f"{row['city']} {row['value']:g}{high}"
    assert {key: sorted(words.split(", ")) for key, words in printed.items()} == {
        key: sorted(cities.values()) for key, cities in found.items()
    }


def test_the_document_names_every_reason_and_remark() -> None:
    text = (ROOT / "docs" / "comparing" / "targets.md").read_text(encoding="utf-8")
    assert [code for kind in ("refusals", "caveats") for code in names(kind) if f"`{code}`" not in text] == []  # type: ignore[arg-type]
