"""Nothing is written through a store that is open for reading, on a real server: not by the store, not by the API."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from chengce.library import Library, published
from chengce.site import site
from graph import open_store
from graph.errors import GraphError
from graph.store import Store
from tests.engines import emptied, server

pytestmark = pytest.mark.neo4j
STATE = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->() "
    "RETURN count(DISTINCT n) AS nodes, count(r) AS edges, sum(size(keys(n))) AS properties"
)
WRITES = [
    "CREATE (n:City {id: 'city-1'})",
    "CREATE (:Evil)",
    "MERGE (n:City {id: 'city-2'}) RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Target) DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (n:City) SET n.name = 'x'",
    "MATCH (n:City) SET n = {}",
    "MATCH (n:City) SET n += {x: 1}",
    "MATCH (n:City) SET n:Evil",
    "MATCH (n:City) REMOVE n.name",
    "MATCH (n:City) REMOVE n:City",
    "MATCH (a:City), (b:Province) CREATE (a)-[:EVIL]->(b)",
    "MATCH (a:City), (b:Province) MERGE (a)-[:IN_PROVINCE]->(b) ON MATCH SET a.x = 1",
    "MATCH (n:City) FOREACH (x IN [1] | SET n.x = x)",
    "MATCH (n:City) FOREACH (x IN [1] | CREATE (:Evil))",
    "UNWIND [1, 2] AS x CREATE (:Evil {x: x})",
    "CALL () { CREATE (:Evil) } RETURN 1 AS x",
    "CALL () { MATCH (n) DETACH DELETE n } RETURN 1 AS x",
    "MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS OF 10 ROWS",
    "MATCH (n) WITH n LIMIT 1 SET n.x = 1 RETURN n.x AS x",
    "MATCH (n) RETURN n.id AS id UNION CREATE (n:Evil) RETURN n.id AS id",
    "LOAD CSV FROM 'file:///etc/passwd' AS line CREATE (:Evil {line: line})",
    "PROFILE CREATE (:Evil)",
    "EXPLAIN CREATE (:Evil) CREATE (:Evil)",
    "CREATE INDEX evil FOR (n:City) ON (n.x)",
    "DROP INDEX measure_words",
    "CREATE CONSTRAINT evil FOR (n:Evil) REQUIRE n.x IS UNIQUE",
    "CREATE FULLTEXT INDEX evil FOR (n:City) ON EACH [n.name]",
    "CREATE TEXT INDEX evil FOR (n:City) ON (n.name)",
    "CREATE RANGE INDEX evil FOR ()-[r:CITES]-() ON (r.x)",
    "CREATE VECTOR INDEX evil FOR (n:City) ON (n.x)",
    "CREATE USER evil SET PASSWORD 'evil-evil'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "DROP DATABASE neo4j",
    "CREATE DATABASE evil",
    "STOP DATABASE neo4j",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "CALL db.createLabel('Evil')",
    "CALL db.createProperty('evil')",
    "CALL db.createRelationshipType('EVIL')",
    "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh() CREATE (:Evil)",
    "CALL db.clearQueryCaches() YIELD value CREATE (:Evil) RETURN value",
    "CALL tx.setMetaData({x: 1}) CREATE (:Evil)",
    "CALL dbms.setConfigValue('server.x', '1')",
    "MATCH (n) SET n.`x` = 1",
    "MATCH (n) /* c */ SET /* c */ n.x = 1",
    "MATCH (n)\nSET\tn.x = 1",
    "match (n) set n.x = 1 return n",
    "MATCH (n:City) WITH n ORDER BY n.id LIMIT 1 DETACH DELETE n",
    "MATCH (n:City) NODETACH DELETE n",
    "INSERT (:Evil)",
]


@pytest.fixture(scope="module")
def place() -> str:
    address = emptied(server())
    with Library(open_store(address)) as library:
        library.put(published())
    return address


@pytest.fixture(scope="module")
def store(place: str) -> Iterator[Store]:
    store = open_store(place)
    yield store
    store.close()


@pytest.fixture(scope="module")
def client(place: str) -> Iterator[TestClient]:
    with TestClient(site(place)) as client:
        yield client


def test_there_are_fifty_ways() -> None:
    assert len(set(WRITES)) >= 50


@pytest.mark.parametrize("query", WRITES)
def test_a_reading_session_refuses_to_write(store: Store, query: str) -> None:
    before = store.run(STATE).rows
    if query.startswith(("EXPLAIN", "TERMINATE")):
        store.run(query)  # planned and not run; ends transactions and writes nothing
    else:
        with pytest.raises(GraphError):
            store.run(query)
    assert store.run(STATE).rows == before


@pytest.mark.parametrize("query", WRITES)
def test_the_api_refuses_to_write(client: TestClient, store: Store, query: str) -> None:
    before = store.run(STATE).rows
    answer = client.post("/api/v1/cypher", json={"query": query, "params": {}})
    assert answer.status_code in (400, 403, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert store.run(STATE).rows == before


def test_the_api_answers_from_the_server(client: TestClient) -> None:
    assert client.get("/readyz").json()["status"] == "ok"
    rows = client.get("/api/v1/models/sanming/adoption").json()["rows"]
    assert sorted(row["city"] for row in rows) == sorted(plan.place.name for plan in published())
    found = client.post("/api/v1/cypher", json={"query": "MATCH (c:City) RETURN count(c) AS n", "params": {}}).json()
    assert found["rows"] == [[len(published())]]


def test_a_query_of_a_user_is_stopped_in_time(place: str) -> None:
    from api.cypher import CypherDesk  # noqa: PLC0415
    from api.problems import Problem  # noqa: PLC0415
    from api.settings import ApiSettings  # noqa: PLC0415

    desk = CypherDesk(ApiSettings(store=place, cypher_seconds=3))
    with pytest.raises(Problem, match="stopped"):
        desk.run("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c RETURN max(c)", {})
    assert desk.run("RETURN 1 AS x", {})["rows"] == [[1]]


def test_readyz_says_when_the_server_is_gone() -> None:
    with TestClient(site_of_nothing(), raise_server_exceptions=False) as client:
        answer = client.get("/readyz")
        assert answer.status_code == 503 and "no server answers" in answer.json()["detail"]
        answer = client.get("/api/v1/models/sanming/adoption")
        assert answer.status_code == 503 and "no server answers" in answer.json()["detail"]


def site_of_nothing() -> object:
    return site("bolt://127.0.0.1:1")
