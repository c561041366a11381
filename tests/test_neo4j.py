"""The store on a real Neo4j: what it leaves alone, what a cut load leaves, and one sentence for each fault."""

import os
import shlex
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph import assemble, open_store
from graph.errors import QueryError, StoreCorrupt, StoreError, StoreLocked, StoreMissing
from graph.model import Edge, Graph, Node
from graph.neo4j_import import write_import
from graph.ontology import ontology
from graph.readback import read_graph
from graph.store import Store
from tests.conftest import ROOT
from tests.engines import emptied, server
from tests.graph_invented import NOTHING, VOCABULARY, cite, document, plan

pytestmark = pytest.mark.neo4j
PLANS = [plan("a"), plan("b", "乙市")]
WHOLE = assemble(PLANS, NOTHING, VOCABULARY)
WHOLE_HITS = [one for one in WHOLE.nodes.values() if "改革" in str(one.properties.get("search_text", "")).split()]


@pytest.fixture
def store() -> Iterator[Store]:
    store = open_store(emptied(server()))
    yield store
    store.close()


@pytest.fixture
def both(store: Store) -> Store:
    store.commit([(one, "文") for one in PLANS], [], WHOLE)
    return store


def query(text: str, **params: Any) -> list[dict[str, Any]]:
    with neo4j.GraphDatabase.driver(server()) as driver:
        return [record.data() for record in driver.execute_query(text, params).records]  # type: ignore[arg-type]


def test_what_is_not_ours_is_left_alone(store: Store) -> None:
    query(
        "CREATE (:Person {name: '甲'})-[:HAS_MEASURE {since: 1}]->(:Thing {id: 'measure-1'}), (:Person {id: 'city-1'})"
    )
    theirs = "OPTIONAL MATCH (n)-[r]->() RETURN labels(n), properties(n), type(r), properties(r)"
    before = query(f"MATCH (n) {theirs}")
    store.commit([(one, None) for one in PLANS], [], WHOLE)
    store.commit([], ["a", "b"], assemble([], NOTHING, VOCABULARY))
    ours = [*ontology().classes, "Release", "Source"]
    after = query(f"MATCH (n) WHERE NOT any(label IN labels(n) WHERE label IN $ours) {theirs}", ours=ours)
    assert sorted(map(str, after)) == sorted(map(str, before))


def test_nodes_of_our_classes_that_are_not_ours_are_refused(store: Store) -> None:
    query("CREATE (:City {name: '甲市'})")
    with pytest.raises(StoreError, match="1 City nodes that Chengce did not write"):
        store.commit([(PLANS[0], None)], [], assemble(PLANS[:1], NOTHING, VOCABULARY))
    assert query("MATCH (n:Measure) RETURN n") == [] and store.plans() == {}


def test_unchanged_facts_send_nothing(both: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    count = "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS edges"
    before, sent = query(count), []
    monkeypatch.setattr("graph.neo4j_writer.Writer._send", lambda _, tx, text, rows: sent.append(text))
    assert both.commit([], [], WHOLE).total == 0
    assert (query(count), sent) == (before, [])


def test_only_the_changed_plan_is_sent(both: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = []
    monkeypatch.setattr("graph.neo4j_writer.Writer._step", lambda _, tx, step, *rest: sent.append(step))
    edited = plan("b", "乙市", targets=plan("b", "乙市").targets[:1])
    both.commit([(edited, None)], [], assemble([PLANS[0], edited], NOTHING, VOCABULARY))
    assert set().union(*(step.plans for step in sent)) == {"b"}
    assert sum(step.rows for step in sent) < 20


def test_a_graph_of_another_ontology_is_said_and_made_again(both: Store) -> None:
    query("MATCH (r:Release) SET r.ontology = 'older', r.labels = r.labels + 'Gone' CREATE (:Gone {id: 'gone-1'})")
    assert both.stale()
    with pytest.raises(StoreCorrupt, match=r"ontology older.*chengce load"), both.reading():
        pass
    both.commit([], [], WHOLE)
    assert not both.stale() and query("MATCH (n:Gone) RETURN n") == []
    with both.reading() as session:
        assert read_graph(session.run, ontology()) == WHOLE


KILLED = """
import os, signal, sys
from graph import assemble, open_store
from graph.neo4j_writer import Writer
from tests.graph_invented import NOTHING, VOCABULARY, cite, document, plan
point, calls = int(sys.argv[1]), 0
send = Writer._send
def counted(*given):
    global calls
    calls += 1
    if calls > point:
        os.kill(os.getpid(), signal.SIGKILL)
    send(*given)
Writer._send = counted
plans = [plan("a", notes=["edited"]), plan("b", "乙市")]
open_store(sys.argv[2]).commit([(one, "文") for one in plans], [], assemble(plans, NOTHING, VOCABULARY))
"""


@pytest.mark.parametrize("point", [0, 2, 8, 14, 20])
def test_a_load_that_was_cut_shows_and_is_completed_by_the_next(store: Store, point: int) -> None:
    store.commit([(PLANS[0], "文")], [], assemble(PLANS[:1], NOTHING, VOCABULARY))
    command = [sys.executable, "-c", KILLED, str(point), server()]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    assert store.stale()
    with store.reading() as session:
        assert session.release.endswith("-loading")
        assert {row["n"] for row in session.run("MATCH (c:City) RETURN c.name AS n").rows} >= {"甲市"}
    store.commit([(one, "文") for one in PLANS], [], WHOLE)
    assert not store.stale()
    with store.reading() as session:
        assert read_graph(session.run, ontology()) == WHOLE


def test_a_hold_of_a_dead_machine_ends_with_its_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.neo4j_store.PATIENCE", 0.5)
    query("MERGE (r:Release {id: 'chengce'}) SET r.holder = 'elsewhere 1 x', r.until = timestamp() + 60000")
    with pytest.raises(StoreLocked), store.writing():
        pass
    query("MATCH (r:Release) SET r.until = timestamp() - 1")
    with store.writing():
        pass


@pytest.mark.parametrize(
    ("where", "error", "says"),
    [
        ("neo4j://127.0.0.1:1/x", StoreError, "no server answers"),
        ("bolt://127.0.0.1:1", StoreError, "start Neo4j there"),
        ("bolt://no-such-host.invalid", StoreError, "no server answers|cannot be set up"),
        ("{server}/nosuch", StoreMissing, "no database 'nosuch'"),
        ("{server}/a/b", StoreError, "is no name"),
        ("{server}/neo4j?timeout=0", StoreError, "wanted seconds"),
        ("{server}/neo4j?encrypted=1", StoreError, "'encrypted' is unknown"),
        ("bolt://:7687", StoreError, "no host"),
        ("bolt://localhost:99999", StoreError, "the port is no number"),
        ("bolt+s://{host}", StoreError, "no server answers|cannot be set up|failed"),
        ("http://127.0.0.1:7474", StoreError, "no store understands http"),
    ],
)
def test_an_address_that_does_not_work_is_one_sentence(where: str, error: type[StoreError], says: str) -> None:
    address = server()
    place = where.replace("{server}", address).replace("{host}", address.partition("://")[2])
    began = time.monotonic()
    with pytest.raises(error, match=says) as caught:
        open_store(place).plans()
    assert "\n" not in str(caught.value) and time.monotonic() - began < 30


def test_a_query_that_runs_too_long_is_stopped(both: Store) -> None:
    slow = open_store(server() + "/neo4j?timeout=1")
    with pytest.raises(QueryError, match="stopped after 1 s"):
        slow.run("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c RETURN max(c)")
    assert slow.run("RETURN 1 AS x").rows == [{"x": 1}]
    slow.close()


def test_a_query_that_needs_too_much_memory_is_one_sentence(both: Store) -> None:
    with pytest.raises((StoreError, QueryError), match=r"memory|stopped"):
        both.run("UNWIND range(1, 500000000) AS x WITH collect(x) AS l RETURN size(l)")
    assert both.run("RETURN 1 AS x").rows == [{"x": 1}]


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[str]:
    """A second server, with a password, that a test may kill."""
    home = {"NEO4J_HOME_DIR": str(tmp_path / "home"), "NEO4J_BOLT_PORT": "17697", "NEO4J_HTTP_PORT": "17484"}
    more = {"NEO4J_PASSWORD": "open-sesame", "NEO4J_HEAP": "512m", "NEO4J_PAGECACHE": "64m"}
    script, env = str(ROOT.parent / "shared" / "neo4j" / "neo4j.sh"), {**os.environ, **home, **more}
    subprocess.run([script, "start"], env=env, check=True, stdout=subprocess.DEVNULL)
    try:
        yield "127.0.0.1:17697"
    finally:
        subprocess.run([script, "stop"], env=env, check=False, stdout=subprocess.DEVNULL)


def test_a_wrong_password_and_a_lost_server_are_one_sentence_each(guarded: str, tmp_path: Path) -> None:
    for given in ("", "neo4j:wrong@"):
        with pytest.raises(StoreError, match="refuses this user and password"):
            open_store(f"bolt://{given}{guarded}").plans()
    store = open_store(f"bolt://neo4j:open-sesame@{guarded}")
    store.commit([(PLANS[0], None)], [], assemble(PLANS[:1], NOTHING, VOCABULARY))
    with store.reading() as session:
        assert session.run("MATCH (c:City) RETURN c.name AS n").rows == [{"n": "甲市"}]
        os.kill(int(next((tmp_path / "home").rglob("*.pid")).read_text()), signal.SIGKILL)
        time.sleep(1)
        with pytest.raises(StoreError, match="no server answers"):
            session.run("MATCH (c:City) RETURN c.name AS n")
    with pytest.raises(StoreError, match="no server answers"):
        store.commit([(PLANS[1], None)], [], WHOLE)
    with pytest.raises(StoreError, match="no server answers"):
        store.plans()
    store.close()


def test_an_offline_import_gives_the_same_graph_as_a_load(tmp_path: Path) -> None:
    text = '甲的\r\n"文本",；\n'
    asked = write_import(WHOLE, [(PLANS[0], text), (PLANS[1], None)], tmp_path / "import", ontology())
    assert asked.startswith("neo4j-admin database import full neo4j --overwrite-destination")
    home = {"NEO4J_HOME_DIR": str(tmp_path / "home"), "NEO4J_BOLT_PORT": "17698", "NEO4J_HTTP_PORT": "17485"}
    script, env = str(ROOT.parent / "shared" / "neo4j" / "neo4j.sh"), {**os.environ, **home, "NEO4J_HEAP": "512m"}
    words = [word for word in shlex.split(asked)[5:] if word != "--overwrite-destination"]
    subprocess.run([script, "import", *words], env=env, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([script, "start"], env=env, check=True, stdout=subprocess.DEVNULL)
    try:
        with neo4j.GraphDatabase.driver("bolt://127.0.0.1:17698") as driver:
            for statement in (tmp_path / "import" / "schema.cypher").read_text(encoding="utf-8").split(";\n")[:-1]:
                driver.execute_query(statement)  # type: ignore[arg-type]
            driver.execute_query("CALL db.awaitIndexes(60)")
        store = open_store("bolt://127.0.0.1:17698")
        assert [store.facts(key) for key in store.plans()] == PLANS and store.text("a") == text
        with store.reading() as session:
            assert read_graph(session.run, ontology()) == WHOLE
            assert len(session.search(["改革"])) == len(WHOLE_HITS)
        assert store.commit([], [], WHOLE).total == 0
        store.close()
    finally:
        subprocess.run([script, "stop"], env=env, check=False, stdout=subprocess.DEVNULL)


def test_an_edge_between_two_plans_is_there_whichever_is_written_first(store: Store) -> None:
    cited = document(title="乙市健康行动计划", doc_number="乙政发〔2024〕1号")
    plans = [
        plan("a", citations=[cite("乙市健康行动计划", "乙政发〔2024〕1号", "city")]),
        plan("b", "乙市", documents=[cited]),
    ]
    graph = assemble(plans, NOTHING, VOCABULARY)
    held = {node.id for node in graph.nodes.values() if node.label == "Document" and node.properties["held"]}
    assert any(edge.kind == "CITES" and edge.target in held for edge in graph.edges.values())
    store.commit([(one, None) for one in plans], [], graph)
    with store.reading() as session:
        assert read_graph(session.run, ontology()) == graph


def test_two_plans_that_an_edge_joins_are_changed_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.neo4j_steps.MOST", 1)  # each plan in a transaction of its own
    one, other = (plan_measures(key)[0] for key in ("a", "b"))
    own = "aligned_with-1"
    said = {"id": own, "verdict": "same", "score": 1.0, "rule": "invented"}
    old = Graph(dict(WHOLE.nodes), {**WHOLE.edges, own: Edge("ALIGNED_WITH", own, one.id, other.id, said)})
    store.commit([(plan, None) for plan in PLANS], [], old)
    kept = {key: node for key, node in WHOLE.nodes.items() if key != one.id}
    kept[other.id] = Node("Measure", other.id, {**other.properties, "title": "另一标题"})
    new = Graph(kept, {key: edge for key, edge in WHOLE.edges.items() if one.id not in (edge.source, edge.target)})
    loading = threading.Thread(target=store.commit, args=([], [], new), daemon=True)
    loading.start()
    loading.join(60)
    assert not loading.is_alive(), "two transactions wait for each other"
    with store.reading() as session:
        assert read_graph(session.run, ontology()) == new


def plan_measures(key: str) -> list[Node]:
    """The measures of a plan in WHOLE."""
    found = [node for node in WHOLE.nodes.values() if node.label == "Measure"]
    return sorted(
        (node for node in found if str(node.properties["key"]).startswith(f"{key}/")), key=lambda node: node.id
    )


def test_a_dump_is_loaded_elsewhere_as_the_same_store(tmp_path: Path) -> None:
    script = str(ROOT.parent / "shared" / "neo4j" / "neo4j.sh")
    ports = {"NEO4J_BOLT_PORT": "17701", "NEO4J_HTTP_PORT": "17491", "NEO4J_HEAP": "512m"}
    one, other = ({**os.environ, **ports, "NEO4J_HOME_DIR": str(tmp_path / name)} for name in ("one", "other"))

    def admin(env: dict[str, str], *words: str) -> None:
        subprocess.run([script, *words], env=env, check=True, stdout=subprocess.DEVNULL)

    try:
        admin(one, "start")
        store = open_store("bolt://127.0.0.1:17701")
        store.commit([(plan, "文") for plan in PLANS], [], WHOLE)
        store.close()
        admin(one, "stop")
        admin(one, "admin", "database", "dump", "neo4j", f"--to-path={tmp_path}")
        admin(other, "admin", "database", "load", "neo4j", f"--from-path={tmp_path}", "--overwrite-destination=true")
        admin(other, "start")
        store = open_store("bolt://127.0.0.1:17701")
        assert list(store.plans()) == ["a", "b"] and store.text("a") == "文" and not store.stale()
        with store.reading() as session:
            assert read_graph(session.run, ontology()) == WHOLE
            assert len(session.search(["改革"])) == len(WHOLE_HITS)
        assert store.commit([], [], WHOLE).total == 0
        store.close()
    finally:
        for env in (one, other):
            subprocess.run([script, "stop"], env=env, check=False, stdout=subprocess.DEVNULL)
