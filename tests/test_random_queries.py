"""Random reading queries give on every engine what a plain walk over the graph gives."""

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from chengce.library import Library, build, published
from graph import open_store
from graph.ontology import ontology
from graph.store import Session
from tests.engines import ENGINES, place_of
from tests.pattern_queries import Query, Walker

QUERIES = 400
MOST = 20_000
"""Rows of the walk above which a query is left out."""


@pytest.fixture(scope="module")
def walker() -> Walker:
    return Walker(build(published()), ontology())


@pytest.fixture(scope="module", params=ENGINES)
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    for place in place_of(request.param, tmp_path_factory.mktemp("random")):
        with Library(open_store(place, rebuild=build)) as library:
            library.put(published())
            with library.store.reading() as session:
                yield session


def asked(walker: Walker) -> Iterator[tuple[Query, Counter[tuple[object, ...]]]]:
    chance, given = random.Random(20_250_101), 0
    while given < QUERIES:
        query = walker.invent(chance)
        rows = walker.rows(query)
        if rows.total() <= MOST and (rows or chance.random() < 0.2):
            given += 1
            yield query, rows


def test_random_queries_give_what_a_walk_gives(walker: Walker, session: Session) -> None:
    wrong, given = [], 0
    for query, wanted in asked(walker):
        found = Counter(tuple(row.values()) for row in session.run(query.cypher, query.params).rows)
        given += wanted.total()
        if found != wanted:
            wrong.append(f"{query.cypher} {query.params}: {found.total()} rows, wanted {wanted.total()}")
    assert wrong == [] and given > 10_000
