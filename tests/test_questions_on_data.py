"""Every question over the published facts of every city: rows or a reason, evidence that stands inside its text,
columns of the types that the header says, and pages that add up."""

from collections.abc import Iterator
from typing import Any

import pytest

from chengce.library import Library, build, published, runner
from graph import open_store
from graph.facts import Document, PlanFacts
from graph.questions import EVIDENCE, Question, read_questions
from graph.run import Answer
from graph.store import Session
from tests.conftest import ROOT

QUESTIONS = read_questions(ROOT / "queries" / "read")
PLANS = published()
CITIES = [plan.place.name for plan in PLANS]
TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,), "int": (int,), "float": (float,), "bool": (bool,), "date": (str,), "list": (list,), "map": (dict,),
    "evidence": (dict,),
}  # fmt: skip
INDICATORS = sorted({one.indicator_key for plan in PLANS for one in plan.targets if one.indicator_key})
OF_ALL = {"function": "health", "model": "sanming", "words": "服务", "indicator": INDICATORS[0]}
"""What is asked for where a question needs it and no city has a value of its own."""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with Library(open_store(str(tmp_path_factory.mktemp("store") / "five"), rebuild=build)) as library:
        library.put(PLANS)
        with library.store.reading() as session:
            yield session


def span(plan: PlanFacts, document: Document) -> tuple[int, int]:
    """From the title, which may stand above the text, to the list of annexes, which stands below it."""
    annexes = [one.end for one in plan.annexes if one.document == document.key]
    return min(document.start, document.text_start), max(document.end, document.text_end, *annexes)


@pytest.fixture(scope="module")
def texts(session: Session) -> dict[str, tuple[int, int]]:
    """By document id, where the document begins and ends in its file."""
    spans = {(plan.key, one.key): span(plan, one) for plan in PLANS for one in plan.documents}
    rows = session.run("MATCH (d:Document {held: true}) RETURN d.id AS id, d.plan AS plan, d.file_key AS key").rows
    return {row["id"]: spans[row["plan"], row["key"]] for row in rows}


HELD = "MATCH (d:Document {held: true}) WHERE d.plan = $plan RETURN d.id AS id ORDER BY id"


def values(session: Session, plan: PlanFacts, kind: str) -> list[str]:
    """Values of the plan itself for a parameter of this type."""
    found = {
        "city": [plan.place.name],
        "indicator": sorted({one.indicator_key for one in plan.targets if one.indicator_key})[:5],
        "measure": [f"{plan.key}/{one.id}" for one in plan.measures[:: max(1, len(plan.measures) // 5)]],
        "document": [row["id"] for row in session.run(HELD, {"plan": plan.key}).rows],
    }
    return found.get(kind) or [OF_ALL[kind]]


def asked(session: Session, question: Question, plan: PlanFacts) -> list[dict[str, str]]:
    """The parameters to ask with: each value of what the question needs, of the city where it can be narrowed."""
    city = {one.name: plan.place.name for one in question.params if one.type == "city"}
    needed = [one for one in question.params if one.required and one.type != "city"]
    if not needed:
        return [city]
    (param,) = needed
    return [{**city, param.name: value} for value in values(session, plan, param.type)]


def ask(session: Session, question: Question, params: dict[str, str], **page: int) -> Answer:
    return runner().ask(session, question, params, **page)


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Every map inside a value that says where in a document something stands."""
    if isinstance(value, dict):
        if {"document", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places(inner)


def faults(question: Question, row: dict[str, Any], texts: dict[str, tuple[int, int]]) -> list[str]:
    """What is wrong with a row."""
    found = []
    for column in question.columns:
        value = row[column.name]
        if value is not None and type(value) not in TYPES[column.type]:
            found.append(f"{column.name} is {value!r}; the header says {column.type}")
        proofs = value if column.name == "evidence" and isinstance(value, list) else []
        proofs = [value] if column.type == "evidence" and value is not None else proofs
        found += [f"{column.name} has the keys {sorted(one)}" for one in proofs if set(one) != set(EVIDENCE)]
        for one in places(value):
            if one["start"] is None and one["document"] not in texts:
                continue  # a document that is only named has no place of its own
            first, last = texts[one["document"]]
            if not first <= one["start"] < one["end"] <= last:
                found.append(f"{column.name}: {one['start']}–{one['end']} is not inside {one['document']}")
    return found


@pytest.mark.parametrize("plan", PLANS, ids=[plan.key for plan in PLANS])
@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_question_about_a_city_has_rows_with_proof_or_a_reason(
    session: Session, texts: dict[str, tuple[int, int]], name: str, plan: PlanFacts
) -> None:
    question = QUESTIONS[name]
    for params in asked(session, question, plan):
        answer = ask(session, question, params, limit=10_000)
        assert answer.rows or (answer.reason and answer.reason.text), params
        assert answer.total == len(answer.rows)
        assert [fault for row in answer.rows for fault in faults(question, row, texts)] == [], params
        if "city" in params and any(column.name == "city" for column in question.columns):
            assert {row["city"] for row in answer.rows} <= {plan.place.name}


@pytest.mark.parametrize("name", ["city", "measure", "lineage", "indicator"])
@pytest.mark.parametrize("plan", PLANS, ids=[plan.key for plan in PLANS])
def test_what_a_plan_itself_has_is_never_empty(session: Session, name: str, plan: PlanFacts) -> None:
    question = QUESTIONS[name]
    for params in asked(session, question, plan):
        rows = ask(session, question, params).rows
        assert rows
        if name == "indicator":
            status = {row["city"]: row["status"] for row in rows}
            sets = any(one.indicator_key == params["indicator"] for one in plan.targets)
            assert sorted(status) == sorted(CITIES)
            assert status[plan.place.name] == ("present" if sets else "silent")


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_the_total_is_that_of_all_pages(session: Session, name: str) -> None:
    question = QUESTIONS[name]
    params = next(one for plan in PLANS for one in asked(session, question, plan))
    whole = ask(session, question, params, limit=10_000)
    size, count = max(1, len(whole.rows) // 3), len(whole.rows)
    pages = [ask(session, question, params, skip=skip, limit=size) for skip in range(0, count + 1, size)]
    assert [row for page in pages for row in page.rows] == whole.rows
    for skip in (0, max(0, count - 1), count, count + 1, count + 1000):
        for limit in (1, max(1, count), count + 1):
            answer = ask(session, question, params, skip=skip, limit=limit)
            assert (answer.total, len(answer.rows)) == (count, max(0, min(limit, count - skip)))
            assert (answer.reason is None) == (count > 0), "a page beyond the end is no missing answer"
