"""Every question runs on the embedded engine, with defaults and with its example, and says what its header says."""

from typing import Any

import pytest

from graph.questions import EVIDENCE, Question, read_questions
from graph.run import Runner
from tests.conftest import ROOT
from tests.small_graph import SmallStore

QUESTIONS = read_questions(ROOT / "queries" / "read")
STAND_IN = {
    "city": "甲市", "model": "first_model", "topic": "buying_topic", "function": "insurance", "indicator": "share",
    "measure": "m1", "document": "d1", "institution": "甲市医保局", "words": "采购", "text": "x", "int": "1",
    "bool": "true", "date": "2026-01-01", "float": "0.5", "lever": "joint", "theme": "joint_theme",
}  # fmt: skip


@pytest.fixture(scope="module")
def session() -> Any:
    return SmallStore().session


def given(question: Question, every: bool) -> dict[str, str]:
    return {p.name: STAND_IN[p.type] for p in question.params if p.required or (every and p.type != "text")}


def ask(session: Any, name: str, **params: object) -> list[dict[str, Any]]:
    return Runner().ask(session, QUESTIONS[name], params).rows


@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_runs_and_returns_its_columns(session: Any, name: str, every: bool) -> None:
    question = QUESTIONS[name]
    params = given(question, every)
    answer = Runner().ask(session, question, params, limit=1)
    whole = Runner().ask(session, question, params, limit=10_000)
    assert answer.total == len(whole.rows)
    query = {p.name: None for p in question.params}
    columns = session.run(question.cypher, {**query, "words": [], "at": "2026-01-01", "least": 1, "cities": 2}).columns
    assert list(columns) == [column.name for column in question.columns]


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_pages_add_up(session: Any, name: str) -> None:
    question = QUESTIONS[name]
    params = given(question, False)
    whole = Runner().ask(session, question, params).rows
    single = [Runner().ask(session, question, params, skip=n, limit=1).rows[0] for n in range(len(whole))]
    assert single == whole


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_evidence_has_every_key(session: Any, name: str) -> None:
    question = QUESTIONS[name]
    for row in Runner().ask(session, question, given(question, False)).rows:
        for column in question.columns:
            places = row[column.name] if column.name == "evidence" and column.type == "list" else []
            if column.type == "evidence":
                places = [row[column.name]]
            assert all(set(EVIDENCE) == set(place) for place in places)


def test_cities_counts_nothing_twice(session: Any) -> None:
    rows = ask(session, "cities")
    assert [(row["city"], row["measures"], row["targets"]) for row in rows] == [("甲市", 1, 2), ("乙市", 1, 0)]


def test_adoption_has_a_row_for_every_city_and_every_component(session: Any) -> None:
    rows = ask(session, "adoption", model="first_model")
    assert [(row["city"], row["grade"], row["named"]) for row in rows] == [
        ("甲市", "named", "act"), ("乙市", "silent", "no"),
    ]  # fmt: skip
    assert [(c["key"], c["status"], c["reason"], len(c["evidence"])) for c in rows[0]["components"]] == [
        ("buying", "done", None, 1), ("paying", "empty", "silent", 0),
    ]  # fmt: skip
    assert len(rows[1]["components"]) == 2
    assert len(rows[0]["evidence"]) == 1
    assert rows[1]["evidence"] == []
    assert set(rows[0]["components"][0]) == {"key", "zh", "en", "tier", "status", "reason", "evidence"}
    assert rows[0]["components"][0]["evidence"][0]["title"] == "推进采购改革"


def test_who_leads_says_what_the_lead_rests_on(session: Any) -> None:
    basis = {(row["function"], row["city"]): row["basis"] for row in ask(session, "who_leads")}
    assert basis == {
        ("insurance", "甲市"): "lead", ("finance", "甲市"): "none_printed",
        ("insurance", "乙市"): "no_lines", ("finance", "乙市"): "no_lines",
    }  # fmt: skip


@pytest.mark.parametrize("narrow", [{"model": "first_model"}, {"words": "采购"}, {"words": "没有"}])
def test_who_leads_keeps_every_cell_when_measures_are_narrowed(session: Any, narrow: dict[str, str]) -> None:
    rows = ask(session, "who_leads", **narrow)
    assert len(rows) == 4
    assert sum(len(row["leads"]) for row in rows) == (0 if "没有" in narrow.values() else 1)


@pytest.mark.parametrize(
    ("at", "found"),
    [("2020-12-31", []), ("2021-01-01", [("t2", "plan_period", None), ("t1", "own_year", 2020)])],
)
def test_expired_keeps_the_two_bases_apart(session: Any, at: str, found: list[tuple[str, str, int | None]]) -> None:
    rows = ask(session, "expired", at=at)
    assert [(row["id"], row["basis"], row["deadline"]) for row in rows] == found


def test_parents_of_an_opening_count(session: Any) -> None:
    (row,) = ask(session, "parents")
    assert (row["title"], row["held"], row["cities"], row["relations"]) == ("国家意见", False, ["甲市"], ["based_on"])
    assert ask(session, "shared_parents") == []
    assert len(ask(session, "shared_parents", cities=1)) == 1


def test_targets_of_sections_count(session: Any) -> None:
    assert [row["place"] for row in ask(session, "targets")] == ["目标", "推进采购改革"]


def test_lineage_begins_with_the_plan(session: Any) -> None:
    rows = ask(session, "lineage", document="d1")
    assert [(row["step"], row["relation"], row["id"]) for row in rows] == [(0, "self", "d1"), (1, "based_on", "d3")]


def test_every_model_stands_in_every_city(session: Any) -> None:
    assert [(row["city"], row["stance"]) for row in ask(session, "models")] == [("甲市", "promote"), ("乙市", "silent")]


def test_words_are_whole_words(session: Any) -> None:
    assert [row["id"] for row in ask(session, "search", words="采购 改革")] == ["m1"]
    assert ask(session, "search", words="采") == []


def test_joint_work_names_the_shared_measures(session: Any) -> None:
    none, row = ask(session, "joint_work")
    assert (row["first"], row["second"], [m["id"] for m in row["shared"]]) == ("甲市医保局", "甲市财政局", ["m1"])
    assert (none["status"], none["reason"], none["city"]) == ("out_of_scope", "no_responsibility_lines", "乙市")


def test_an_indicator_has_a_row_for_every_city(session: Any) -> None:
    rows = ask(session, "indicator", indicator="share")
    assert [(row["city"], row["status"], len(row["targets"])) for row in rows] == [
        ("甲市", "present", 1), ("乙市", "silent", 0),
    ]  # fmt: skip


def test_a_topic_is_counted_per_city_and_an_empty_cell_says_why(session: Any) -> None:
    rows = ask(session, "topic_matrix", topic="药品采购")
    assert [(row["city"], row["status"], row["measures"], row["passing"], row["reason_text"]) for row in rows] == [
        ("甲市", "present", 1, 0, None), ("乙市", "silent", 0, 0, "No measure."),
    ]  # fmt: skip
    assert [one["title"] for one in rows[0]["evidence"]] == ["推进采购改革"]
    assert rows[0]["levers"] == ["joint"]


def test_the_codebook_of_topics_says_what_is_below_a_field(session: Any) -> None:
    assert {(row["key"], row["level"], row["field"]) for row in ask(session, "topics", topic="medicines")} == {
        ("medicines", "field", "medicines"), ("buying_topic", "topic", "medicines"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("params", "keys"),
    [
        ({"topic": "medicines"}, ["one/d/1"]),
        ({"topic": "buying_topic", "primary": "true"}, ["one/d/1"]),
        ({"lever": "joint"}, ["one/d/1"]),
        ({"lever": "alone"}, []),
    ],
)
def test_measures_are_found_by_field_topic_and_lever(session: Any, params: dict[str, str], keys: list[str]) -> None:
    assert [row["key"] for row in ask(session, "measures", **params)] == keys
