"""The API over a small graph: answers, reasons, errors, headers, documentation, and what is not loaded at start."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api import create_app
from api.reasons import reason
from graph import open_store
from graph.errors import StoreMissing
from graph.model import Node
from graph.questions import read_questions
from graph.run import Runner
from tests.conftest import ROOT
from tests.small_graph import TEXT, SmallStore, as_graph
from tests.test_questions import STAND_IN
from web.index import add_index

QUESTIONS = read_questions(ROOT / "queries" / "read")
RUNNER = Runner(reason=reason, known_city={"丁市": "丁市"}.get)


@pytest.fixture(scope="module")
def client() -> TestClient:
    store: Any = SmallStore()
    app = create_app(store, QUESTIONS, RUNNER)
    add_index(app, store, QUESTIONS)
    return TestClient(app)


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_every_question_has_a_route_that_answers(client: TestClient, name: str) -> None:
    question = QUESTIONS[name]
    path, query = question.path, {}
    for param in question.params:
        if param.required and f"{{{param.name}}}" in path:
            path = path.replace(f"{{{param.name}}}", STAND_IN[param.type])
        elif param.required:
            query[param.name] = STAND_IN[param.type]
    answer = client.get(f"/api/v1{path}", params=query)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert list(body) == ["question", "params", "rows", "total", "skip", "limit", "release", "reason"]
    assert body["question"] == name
    assert (body["reason"] is None) == bool(body["rows"])


def test_the_list_of_questions_is_that_of_the_files(client: TestClient) -> None:
    rows = client.get("/api/v1/questions").json()["rows"]
    assert {row["name"]: row["path"] for row in rows} == {q.name: q.path for q in QUESTIONS.values()}
    assert set(rows[0]) == {"name", "zh", "en", "path", "params", "columns", "cypher"}


def test_an_empty_answer_says_why(client: TestClient) -> None:
    body = client.get("/api/v1/shared_parents").json()
    assert (body["rows"], body["reason"]["code"]) == ([], "silent")
    assert "2 cities" in body["reason"]["text"]
    body = client.get("/api/v1/models/first_model/adoption", params={"city": "丁市"}).json()
    (row,) = body["rows"]
    assert (row["city"], row["grade"], row["components"], body["reason"]["code"]) == (
        "丁市",
        "not_held",
        [],
        "not_held",
    )
    body = client.get("/api/v1/targets", params={"city": "丁市"}).json()
    assert (body["rows"], body["reason"]["code"]) == ([], "not_held")
    refused = client.get("/api/v1/targets", params={"kind": "none"})
    assert (refused.status_code, refused.json()["parameter"]) == (422, "kind")
    body = client.get("/api/v1/responsibilities", params={"city": "乙市"}).json()
    assert (body["rows"], body["reason"]["code"]) == ([], "silent")


def test_quotes_come_in_full_where_the_text_is_held(client: TestClient) -> None:
    (row,) = client.get("/api/v1/measures", params={"city": "甲市"}).json()["rows"]
    assert row["evidence"]["quote"] == TEXT[5:29]
    assert row["evidence"]["cut"] is False
    (row,) = client.get("/api/v1/measures", params={"city": "乙市"}).json()["rows"]
    assert row["evidence"]["quote"] is None


ERRORS = [
    ("/api/v1/models/first/adoption", 404, "not_found", "model"),
    ("/api/v1/cities/某某", 404, "not_found", "city"),
    ("/api/v1/measures/nothing/at/all", 404, "not_found", "measure"),
    ("/api/v1/measures?colour=red", 422, "bad_parameter", "colour"),
    ("/api/v1/measures?city=甲市&city=乙市", 422, "bad_parameter", "city"),
    ("/api/v1/models/first_model/adoption?model=x", 422, "bad_parameter", "model"),
    ("/api/v1/targets?deadline=soon", 422, "bad_parameter", "deadline"),
    ("/api/v1/expired?at=2020-13-01", 422, "bad_parameter", "at"),
    ("/api/v1/documents?held=perhaps", 422, "bad_parameter", "held"),
    ("/api/v1/measures?limit=0", 422, "bad_parameter", "limit"),
    ("/api/v1/measures?limit=10001", 422, "bad_parameter", "limit"),
    ("/api/v1/measures?limit=", 422, "bad_parameter", "limit"),
    ("/api/v1/measures?skip=-1", 422, "bad_parameter", "skip"),
    ("/api/v1/measures?skip=x", 422, "bad_parameter", "skip"),
    ("/api/v1/search", 422, "bad_parameter", "words"),
    ("/api/v1/graph", 422, "bad_parameter", "node"),
    ("/api/v1/graph?node=d1&depth=3", 422, "bad_parameter", "depth"),
    ("/api/v1/graph?node=none", 404, "not_found", "node"),
    ("/api/v1/nothing", 404, "no_such_path", None),
]


@pytest.mark.parametrize(("path", "status", "code", "parameter"), ERRORS)
def test_errors_are_problems(client: TestClient, path: str, status: int, code: str, parameter: str | None) -> None:
    answer = client.get(path)
    body = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "detail", "instance", "action"} <= set(body)
    assert body.get("parameter") == parameter


def test_a_near_name_is_given(client: TestClient) -> None:
    assert "first_model" in client.get("/api/v1/models/first/adoption").json()["near"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"query": "MATCH (n) DELETE n"}, 403, "cypher_refused"),
        ({"query": "RETURN 1"}, 503, "cypher_not_served"),
        ({"question": "RETURN 1"}, 422, "bad_body"),
        ({"query": 3}, 422, "bad_body"),
    ],
)
def test_user_cypher_errors(client: TestClient, body: dict[str, Any], status: int, code: str) -> None:
    answer = client.post("/api/v1/cypher", json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_method_that_is_not_there(client: TestClient) -> None:
    answer = client.post("/api/v1/cities")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")


def test_pages(client: TestClient) -> None:
    body = client.get("/api/v1/cities", params={"skip": 1, "limit": 1}).json()
    assert ([row["city"] for row in body["rows"]], body["total"], body["skip"], body["limit"]) == (["乙市"], 2, 1, 1)


def test_an_unchanged_release_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/api/v1/cities").headers["etag"]
    again = client.get("/api/v1/cities", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/api/v1/cities", params={"limit": 1}, headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_compression_and_cors(client: TestClient) -> None:
    answer = client.get("/api/v1/questions", headers={"Origin": "https://example.org", "Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["access-control-allow-origin"] == "*"


def test_health_and_metrics(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok", "release": "small-1"}
    assert 'chengce_requests_total{method="GET",path="/healthz",status="200"}' in client.get("/metrics").text


def test_not_ready_without_a_graph() -> None:
    class Empty:
        @contextmanager
        def reading(self) -> Iterator[Any]:
            raise StoreMissing("no graph is there")
            yield

    store: Any = Empty()
    client = TestClient(create_app(store, QUESTIONS, RUNNER))
    assert client.get("/healthz").status_code == 200
    for path in ("/readyz", "/api/v1/cities"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")


def test_openapi_describes_each_question_with_an_example(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    named = {path["get"]["operationId"]: path["get"] for path in paths.values() if "get" in path}
    for question in QUESTIONS.values():
        parameters = {one["name"]: one for one in named[question.name]["parameters"]}
        assert set(parameters) == {param.name for param in question.params} | {"skip", "limit"}
        for param in question.params:
            if param.required:
                assert parameters[param.name]["example"]
        answer = named[question.name]["responses"]["200"]["content"]["application/json"]
        if "model" not in question.example:  # the model of its header is not in the small graph
            assert (answer["example"]["question"], answer["example"]["limit"]) == (question.name, 1)


@pytest.mark.parametrize("path", ["/docs", "/"])
def test_pages_load_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "http://" not in page
    assert "https://" not in page


def test_the_index_counts_what_is_held(client: TestClient) -> None:
    page = client.get("/").text
    assert "目标 <span lang='en'>targets</span></dt><dd>2</dd>" in page
    assert all(question.zh in page for question in QUESTIONS.values())


def test_a_neighbourhood_is_node_link_json(client: TestClient) -> None:
    near = client.get("/api/v1/graph", params={"node": "m1", "depth": "1"}).json()
    far = client.get("/api/v1/graph", params={"node": "m1", "depth": "2"}).json()
    assert {node["id"] for node in near["nodes"]} == {"m1", "d1", "i1", "i2", "t1", "x1", "k1", "d4", "o2"}
    assert {"c1", "n1", "f1"} <= {node["id"] for node in far["nodes"]}
    assert len(near["links"]) == 8


def test_what_is_slow_to_import_is_not_imported_at_start() -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom api import create_app\nfrom graph.questions import read_questions\n"
        "from graph.run import Runner\n"
        "create_app(None, read_questions(Path('queries/read')), Runner())\n"
        "print([name for name in ('jieba', 'networkx', 'pandas', 'numpy', 'neo4j') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_load_shows_at_the_next_request(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    graph = as_graph()
    store.commit([], [], graph)
    client = TestClient(create_app(store, QUESTIONS, RUNNER))
    before = client.get("/api/v1/cities")
    with store.reading() as session:
        graph.nodes["c3"] = Node("City", "c3", {"id": "c3", "name": "戊市", "code": "990300"})
        writer = open_store(tmp_path)
        writer.commit([], [], graph)
        kept = session.run("MATCH (c:City) RETURN count(c) AS n").rows[0]["n"]
    after = client.get("/api/v1/cities")
    assert (before.json()["total"], kept, after.json()["total"]) == (2, 2, 3)
