"""Both engines give the same answers: every question, with many parameters, on the published cities and on sixty
invented ones."""

import math
from collections.abc import Iterator
from itertools import islice, product
from typing import Any

import pytest

from bench.many_plans import invented, shortened
from chengce.library import Library, build, published, runner
from graph import open_store
from graph.errors import NotFoundError, ParameterError
from graph.ontology import ontology
from graph.questions import Parameter, Question, read_questions
from graph.readback import read_graph
from graph.store import Session
from tests.conftest import ROOT
from tests.engines import emptied, server

pytestmark = pytest.mark.neo4j
QUESTIONS = read_questions(ROOT / "queries" / "read")
FIVE = published()
MOST = 24
"""Sets of parameters a question is asked with."""
SIXTY = [shortened(invented(FIVE[number % len(FIVE)], number), 3 * number, 8) for number in range(60)]
"""Short plans, each city's from another place of its model: every two cities are compared."""


@pytest.fixture(scope="module", params=["five", "sixty"])
def engines(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Session]]:
    plans = FIVE if request.param == "five" else SIXTY
    folder = tmp_path_factory.mktemp("stores") / request.param
    with (
        Library(open_store(str(folder), rebuild=build)) as embedded,
        Library(open_store(emptied(server()))) as production,
    ):
        embedded.put(plans)
        production.put(plans)
        with embedded.store.reading() as one, production.store.reading() as other:
            yield [one, other]


def values(session: Session, param: Parameter) -> list[Any]:
    """Some values that a parameter can have, the default among them."""
    queries = {
        "city": "MATCH (n:City) RETURN n.name AS v ORDER BY v",
        "model": "MATCH (n:Model) RETURN n.key AS v ORDER BY v",
        "topic": "MATCH (n:Topic) RETURN n.key AS v ORDER BY v",
        "lever": "MATCH (n:Lever) RETURN n.key AS v ORDER BY v",
        "theme": "MATCH (n:Theme) RETURN n.key AS v ORDER BY v",
        "function": "MATCH (n:Function) RETURN n.key AS v ORDER BY v",
        "indicator": "MATCH (n:Indicator) RETURN n.key AS v ORDER BY v",
        "measure": "MATCH (n:Measure) RETURN n.key AS v ORDER BY v",
        "document": "MATCH (n:Document) RETURN n.id AS v ORDER BY v",
        "institution": "MATCH (n:Institution) RETURN n.name AS v ORDER BY v",
    }
    given: list[Any] = [] if param.required else [param.default]
    if param.values:
        return given + list(param.values)
    if param.type in queries:
        held = [row["v"] for row in session.run(queries[param.type]).rows]
        return given + held[:: max(1, len(held) // 7)]
    more: dict[str, list[Any]] = {"words": ["服务", "医院 改革", "没有这个"], "int": [0, 2, 2025], "float": [0.5]}
    return given + more.get(param.type, [])


def sets(session: Session, question: Question) -> Iterator[dict[str, Any]]:
    """The combinations of values, thinned out evenly."""
    named = [(one.name, values(session, one)) for one in question.params]
    every = [dict(zip((name for name, _ in named), chosen, strict=True)) for chosen in product(*(v for _, v in named))]
    yield from islice(every[:: max(1, len(every) // MOST)], MOST)


def same(one: Any, other: Any) -> bool:
    """Equal, floats to nine digits; scores of a search are each engine's own."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return type(one) is type(other) and bool(one == other)


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_a_question_has_the_same_answer_on_both_engines(engines: list[Session], name: str) -> None:
    question = QUESTIONS[name]
    asked = 0
    for params in sets(engines[0], question):
        given = {key: value for key, value in params.items() if value is not None}
        try:
            one, other = (runner().ask(session, question, given, 0, 10_000) for session in engines)
        except (ParameterError, NotFoundError):
            continue
        asked += 1
        assert one.total == other.total, params
        assert one.reason == other.reason, params
        rows = [{**row, "score": 0.0} if "score" in row and name == "search" else row for row in one.rows]
        others = [{**row, "score": 0.0} if "score" in row and name == "search" else row for row in other.rows]
        if name == "search":
            rows, others = (sorted(found, key=str) for found in (rows, others))
        assert same(rows, others), params
    assert asked


def test_the_server_holds_the_graph_fact_by_fact() -> None:
    plans, graph = FIVE, build(FIVE)
    with Library(open_store(emptied(server()))) as production:
        production.put(plans)
        with production.store.reading() as session:
            assert read_graph(session.run, ontology()) == graph
        assert [production.store.facts(key) for key in production.store.plans()] == sorted(plans, key=lambda p: p.key)
