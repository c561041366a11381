"""User Cypher: what is refused before it runs, what is let through, and what the worker's limits do."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.cypher import CypherDesk
from api.guard import RefusedCypher, check
from api.problems import Problem
from api.settings import ApiSettings
from graph import open_store
from tests.small_graph import as_graph

READS = [
    "MATCH (c:City) RETURN c.name AS name ORDER BY name",
    "match (n) return count(n);",
    "OPTIONAL MATCH (m:Measure) WHERE m.title CONTAINS '采购' RETURN m.id, m.start, m.`end`",
    "MATCH (m:Measure)-[r:SETS]->(t:Target) WITH m, collect(t.id) AS ids RETURN m.id, size(ids) LIMIT 5",
    "UNWIND [1, 2] AS x RETURN x, toString(x)",
    "CALL () { MATCH (n) RETURN n.id AS id } RETURN count(*) AS total",
    "CALL { MATCH (n:City) RETURN count(n) AS n } RETURN n",
    "RETURN 'CREATE (n) DELETE n' AS words // SET n.x = 1",
    "MATCH (n) /* DROP */ RETURN n.set, n.create AS made",
    "MATCH (n:SET)-[:CREATE]->(m) RETURN {delete: n.id, load: m.id} AS map",
    "MATCH (n) RETURN `create`.x",
    "MATCH p = shortestPath((a:City)-[*..4]-(b:City)) RETURN nodes(p)",
    "MATCH (m) WHERE COUNT { (m)-[:SETS]->(:Target) } > 0 AND all(x IN [1] WHERE x > 0) RETURN m.id AS start",
    "MATCH (a) WHERE a.x IN ['b'] RETURN CASE WHEN (a.x) = 'b' THEN (1) ELSE (2) END",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (n) RETURN n.id UNION MATCH (m) RETURN m.id",
    'RETURN $words AS w, "it\'s" AS s, 1e3 AS f, 0xFF AS h',
]

REFUSED = [
    ("CREATE (n)", "begins"),
    ("MATCH (n) DELETE n", "DELETE"),
    ("MATCH (n) DETACH DELETE n", "DETACH"),
    ("MATCH (n) SET n.x = 1", "SET"),
    ("MATCH (n) sEt n.x = 1 RETURN n", "sEt"),
    ("MATCH (n) REMOVE n.x", "REMOVE"),
    ("MERGE (n:City) RETURN n", "begins"),
    ("MATCH (n) MERGE (m:City) RETURN m", "MERGE"),
    ("MATCH (n) FOREACH (x IN [1] | SET n.x = x)", "FOREACH"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "begins"),
    ("WITH 1 AS x LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "LOAD"),
    ("WITH 1 AS x/**/LOAD/**/CSV FROM 'x' AS l RETURN l", "LOAD"),
    ("RETURN 1 //\nCREATE (n)", "CREATE"),
    ("RETURN 1. CREATE (n)", "CREATE"),
    ("MATCH (n)-[*1..]-(m) RETURN 1 ; MATCH (n) DELETE n", "statement"),
    ("MATCH (n) RETURN n; CREATE (m)", "statement"),
    ("CALL { CREATE (n) RETURN n } RETURN n", "CREATE"),
    ("CALL apoc.load.json('http://x') YIELD value RETURN value", "apoc.load.json"),
    ("CALL dbms.listConfig()", "dbms.listConfig"),
    ("CALL `apoc`.`load`.`json`('x')", "apoc"),
    ("RETURN apoc.text.join(['a'], '')", "apoc.text.join"),
    ("RETURN `apoc`.text.join(['a'], '')", "apoc"),
    ("RETURN `evil`('a')", "evil"),
    ("RETURN file('x')", "file"),
    ("RETURN '\\u0027 CREATE (n)'", "escape"),
    ("MATCH (n) \\u0043REATE (m)", "escape"),
    ("DROP INDEX x", "begins"),
    ("SHOW SETTINGS", "begins"),
    ("USE other MATCH (n) RETURN n", "begins"),
    ("EXPLAIN MATCH (n) RETURN n", "begins"),
    ("MATCH (n) RETURN 'open", "cannot be read"),
    ("MATCH (n) RETURN 1 /* open", "cannot be read|list|."),
    ("", "empty"),
    ("// only a remark", "empty"),
    ("RETURN " + "(" * 100 + "1" + ")" * 100, "nested"),
    ("RETURN '" + "x" * 30_000 + "'", "characters"),
    ("MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS RETURN 1", "DELETE"),
]


@pytest.mark.parametrize("query", READS)
def test_reading_is_let_through(query: str) -> None:
    check(query)


@pytest.mark.parametrize(("query", "said"), REFUSED)
def test_what_is_not_reading_is_refused(query: str, said: str) -> None:
    with pytest.raises(RefusedCypher, match=said):
        check(query)


@given(
    st.sampled_from(["CREATE (x)", "MERGE (x)", "SET n.a = 1", "DELETE n", "REMOVE n.a", "LOAD CSV FROM 'a' AS b"]),
    st.sampled_from([" ", "\n", "\t", "/**/", "//x\n", "　"]),
    st.randoms(),
)
def test_a_writing_clause_is_refused_however_it_is_written(clause: str, gap: str, random: object) -> None:
    cased = "".join(c.upper() if random.random() < 0.5 else c.lower() for c in clause)  # type: ignore[attr-defined]
    with pytest.raises(RefusedCypher):
        check(f"MATCH (n){gap}{cased}{gap}RETURN n")


@given(st.text(max_size=200))
def test_any_text_is_judged_without_another_error(text: str) -> None:
    try:
        check(text)
    except RefusedCypher as error:
        assert str(error)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("store")
    store = open_store(folder)
    store.commit([], [], as_graph())
    store.close()
    return folder


def test_the_worker_answers_in_the_order_of_columns(folder: Path) -> None:
    query = "MATCH (c:City) WHERE c.code > $least RETURN c.name AS name, c.code AS code ORDER BY code"
    answer = CypherDesk(ApiSettings(store=str(folder))).run(query, {"least": "0"})
    assert answer.pop("ms") >= 0
    assert answer == {
        "columns": ["name", "code"], "rows": [["甲市", "990100"], ["乙市", "990200"]], "truncated": False,
    }  # fmt: skip


def test_rows_beyond_the_cap_are_cut(folder: Path) -> None:
    answer = CypherDesk(ApiSettings(store=str(folder), cypher_rows=3)).run("UNWIND range(1, 5) AS x RETURN x", {})
    assert (answer["rows"], answer["truncated"]) == ([[1], [2], [3]], True)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("MATCH (c:City RETURN c", "cypher_invalid"),
        ("UNWIND range(1, 1000000000) AS x RETURN x", "cypher_too_large"),
        ("UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b * c) AS n",
         ("cypher_too_slow", "cypher_too_large")),
    ],
)  # fmt: skip
def test_a_runaway_query_ends_alone(folder: Path, query: str, code: str | tuple[str, ...]) -> None:
    desk = CypherDesk(ApiSettings(store=str(folder), cypher_seconds=3))
    with pytest.raises(Problem) as caught:
        desk.run(query, {})
    assert caught.value.code in ([code] if isinstance(code, str) else code)
    assert desk.run("RETURN 1 AS one", {})["rows"] == [[1]]


def test_no_graph_yet(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        CypherDesk(ApiSettings(store=str(tmp_path / "none"))).run("RETURN 1", {})
    assert caught.value.code == "not_ready"
