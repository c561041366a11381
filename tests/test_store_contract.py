"""What every store must keep to, on both engines: one contract, the same tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import assemble, open_store
from graph.errors import NotFoundError, QueryError, StoreLocked, StoreMissing
from graph.facts import PlanFacts
from graph.model import Graph
from graph.store import Store
from tests.engines import ENGINES, place_of, read_meanwhile
from tests.graph_invented import NOTHING, VOCABULARY, plan, target

CITIES = "MATCH (c:City) RETURN c.name AS name ORDER BY name"
EVERYTHING = "MATCH (n) WHERE n.id CONTAINS '-' RETURN count(n) AS nodes"


def made(*plans: PlanFacts) -> Graph:
    return assemble(plans, NOTHING, VOCABULARY)


def cities(store: Store) -> list[str]:
    return [row["name"] for row in store.run(CITIES).rows]


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield from place_of(request.param, tmp_path)


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    store = open_store(place)
    store.commit([(plan("a"), "甲的\r\n文本")], [], made(plan("a")))
    yield store
    store.close()


def test_an_empty_store_says_what_to_do(place: str) -> None:
    store = open_store(place)
    with pytest.raises(StoreMissing, match="chengce load"):
        cities(store)
    assert store.plans() == {} and not store.stale()
    store.close()


def test_what_was_put_is_there(store: Store) -> None:
    assert store.plans() == {"a": "hash of a"}
    assert store.facts("a") == plan("a")
    assert store.text("a") == "甲的\r\n文本"
    assert store.text("b") is None
    with pytest.raises(NotFoundError):
        store.facts("b")
    assert cities(store) == ["甲市"]


def test_a_second_load_changes_nothing(store: Store) -> None:
    release = store.release()
    assert store.commit([(plan("a"), "甲的\r\n文本")], [], made(plan("a"))).total == 0
    assert store.release() == release


def test_a_plan_is_added_changed_and_removed(store: Store) -> None:
    first, nodes = store.release(), store.run(EVERYTHING).rows
    other = plan("b", "乙市")
    assert store.commit([(other, None)], [], made(plan("a"), other)).nodes.removed == 0
    assert cities(store) == ["乙市", "甲市"] and store.release() != first
    edited = other.model_copy(update={"targets": [target("d/2.1", "床位", 7, 150), other.targets[1]]})
    assert store.commit([(edited, None)], [], made(plan("a"), edited)).total == 1
    store.commit([], ["b"], made(plan("a")))
    assert store.release() == first and list(store.plans()) == ["a"] and cities(store) == ["甲市"]
    assert store.run(EVERYTHING).rows == nodes


def test_a_property_that_is_said_no_more_goes(store: Store) -> None:
    aim = plan("a").targets[0]
    silent = plan("a", targets=[aim.model_copy(update={"deadline": None}), *plan("a").targets[1:]])
    store.commit([(silent, None)], [], made(silent))
    rows = store.run("MATCH (t:Target) RETURN t.start AS start, t.deadline AS deadline ORDER BY start").rows
    assert {"start": aim.start, "deadline": None} in rows


def test_a_text_goes_with_the_facts_that_it_is_of(store: Store) -> None:
    store.commit([(plan("a"), None)], [], made(plan("a")))
    assert store.text("a") is not None
    changed = plan("a", sha256="0" * 64)
    store.commit([(changed, None)], [], made(changed))
    assert store.text("a") is None


def test_two_orders_of_loading_give_one_release(store: Store, place: str) -> None:
    plans = [plan("a"), plan("b", "乙市")]
    store.commit([(plans[1], None)], [], made(*plans))
    release = store.release()
    store.commit([], ["a"], made(plans[1]))
    store.commit([(plans[0], None)], [], made(*reversed(plans)))
    assert store.release() == release


@pytest.mark.parametrize("words", [["改革"], ["改革", "推进"], ["药品"], ["药"], ["没有"], ["采购", "改革"], ['"'], []])
def test_search_finds_what_a_scan_finds(store: Store, words: list[str]) -> None:
    measures = [node for node in made(plan("a")).nodes.values() if node.label == "Measure"]
    scan = [one.id for one in measures if words and set(words) <= set(str(one.properties["search_text"]).split())]
    hits = store.search(words)
    assert sorted(hit.id for hit in hits) == sorted(scan)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("query", ["MATCH (n) DETACH DELETE n", "CREATE (n:City {id: 'x'})", "MATCH (n RETURN n"])
def test_a_reader_neither_writes_nor_takes_bad_cypher(store: Store, query: str) -> None:
    with pytest.raises(QueryError):
        store.run(query)
    assert cities(store) == ["甲市"]


def test_a_second_load_waits_and_then_says_so(store: Store, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{type(store).__module__.replace('embedded', 'folder')}.PATIENCE", 0.2)
    other = open_store(place)
    with store.writing():
        with pytest.raises(StoreLocked, match="another load"), other.writing():
            pass
        store.commit([(plan("b", "乙市"), None)], [], made(plan("a"), plan("b", "乙市")))
        assert len(cities(store)) == 2
    with other.writing():
        pass
    other.close()


def test_readers_in_threads_answer_while_plans_come_and_go(store: Store, place: str) -> None:
    writer, plans = open_store(place), [plan("a"), plan("b", "乙市")]
    with read_meanwhile(lambda: len(cities(store))) as seen:
        for _ in range(3):
            writer.commit([(plans[1], None)], [], made(*plans))
            writer.commit([], ["b"], made(plans[0]))
    writer.close()
    assert seen <= {1, 2}
