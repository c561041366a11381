"""The application: routes of questions, the list of questions, user Cypher, a neighbourhood, health and metrics."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Body, FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from fastapi_offline import FastAPIOffline

from api.cypher import CypherDesk
from api.guard import check
from api.metrics import Metrics, MetricsMiddleware
from api.neighbourhood import neighbourhood
from api.problems import CODES, Problem, add_problems
from api.routes import PREFIX, question_routes
from api.settings import ApiSettings
from graph.errors import NotFoundError, ParameterError, StoreError, StoreMissing
from graph.lookup import first_held
from graph.questions import Question
from graph.run import Runner
from graph.store import Session, Store

TITLE = "Chengce 城策"
ABOUT = "What the plans of cities say, compared measure by measure, each fact with the place that proves it."


def make_app(store: Store, questions: Mapping[str, Question], runner: Runner, settings: ApiSettings) -> FastAPI:
    """The application on a store; nothing of the store is read until the first request."""
    app: FastAPI = FastAPIOffline(title=TITLE, description=ABOUT, version="1", redoc_url=None)
    metrics = Metrics()
    add_problems(app)
    app.include_router(question_routes(store, questions, runner))
    app.include_router(_list_routes(questions))
    app.include_router(_graph_routes(store, settings))
    app.include_router(_health_routes(store, metrics))
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(
        CORSMiddleware, allow_origins=list(settings.cors), allow_methods=["GET", "POST"], allow_headers=["*"],
        expose_headers=["ETag"],
    )  # fmt: skip
    app.add_middleware(MetricsMiddleware, metrics=metrics)
    _describe(app, store, questions, runner)
    return app


def _list_routes(questions: Mapping[str, Question]) -> APIRouter:
    router = APIRouter(prefix=PREFIX, tags=["questions"])
    rows = [describe(question) for question in questions.values()]

    @router.get("/questions", summary="所有问题 · All questions with their parameters, columns and Cypher")
    def all_questions(request: Request) -> dict[str, Any]:
        for name in request.query_params:
            raise ParameterError(name, f"questions has no parameter {name!r}; it takes none")
        return {"rows": rows}

    @router.get("/problems", summary="所有错误代码 · All error codes and what to do")
    def all_problems() -> dict[str, Any]:
        return {"rows": [{"code": c, "status": s, "title": t, "action": a} for c, (s, t, a) in sorted(CODES.items())]}

    return router


def describe(question: Question) -> dict[str, Any]:
    """A question as /api/v1/questions lists it."""
    params = [
        {
            "name": p.name,
            "type": p.type,
            "required": p.required,
            "default": p.default,
            "doc": p.doc,
            "values": list(p.values),
        }
        for p in question.params
    ]
    columns = [{"name": column.name, "type": column.type} for column in question.columns]
    return {
        "name": question.name, "zh": question.zh, "en": question.en, "path": question.path, "params": params,
        "columns": columns, "cypher": question.cypher,
    }  # fmt: skip


def _graph_routes(store: Store, settings: ApiSettings) -> APIRouter:
    router = APIRouter(prefix=PREFIX, tags=["graph"])
    desk = CypherDesk(settings)
    example = {"query": "MATCH (c:City) RETURN c.name ORDER BY c.name", "params": {}}

    @router.post("/cypher", summary="只读 Cypher · A query that only reads, with limits of time, memory and rows")
    def cypher(
        query: Annotated[str, Body(examples=[example["query"]])],
        params: Annotated[dict[str, Any] | None, Body(examples=[{}])] = None,
    ) -> JSONResponse:
        check(query)
        with store.reading():  # a graph file that is missing or old is rebuilt here, not in the worker
            pass
        return JSONResponse(desk.run(query, params or {}))

    @router.get("/graph", summary="一个节点的邻域 · The surroundings of a node, as networkx node-link JSON")
    def graph(request: Request, node: str = "", depth: str = "1") -> dict[str, Any]:
        unknown = sorted(set(request.query_params) - {"node", "depth"})
        if unknown:
            raise ParameterError(unknown[0], f"graph has no parameter {unknown[0]!r}; known: depth, node")
        if not node:
            raise ParameterError("node", "node is needed: the id of a node, as questions and Cypher give it")
        if depth not in ("1", "2"):
            raise ParameterError("depth", f"depth: {depth!r} is no value for it; wanted 1 or 2")
        with store.reading() as session:
            found = neighbourhood(session, node, int(depth))
        import networkx as nx  # noqa: PLC0415 - half a second to load

        linked: dict[str, Any] = nx.node_link_data(found, edges="links")
        return linked

    return router


def _health_routes(store: Store, metrics: Metrics) -> APIRouter:
    router = APIRouter(tags=["health"])

    @router.get("/healthz", summary="进程在运行 · The process runs")
    def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/readyz", summary="可以回答问题 · Questions can be answered")
    def readyz() -> dict[str, str]:
        try:
            with store.reading() as session:
                session.run("MATCH (c:City) RETURN count(c) AS cities")
                return {"status": "ok", "release": session.release}
        except StoreMissing as error:
            raise Problem("not_ready", str(error)) from error
        except StoreError as error:
            raise Problem("store_fault", str(error)) from error

    @router.get("/metrics", include_in_schema=False)
    def show_metrics() -> Response:
        return metrics.response()

    return router


def _describe(app: FastAPI, store: Store, questions: Mapping[str, Question], runner: Runner) -> None:
    """Make OpenAPI when it is first asked for, with examples from the headers or else from what is held."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
            try:
                with store.reading() as session:
                    _add_examples(schema, session, questions, runner)
            except StoreError:
                return schema
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _add_examples(schema: dict[str, Any], session: Session, questions: Mapping[str, Question], runner: Runner) -> None:
    """Give each parameter that is needed the first of its kind that is held, and each question its first row."""
    first = first_held(session)
    for path in schema["paths"].values():
        route = path.get("get", {})
        for parameter in route.get("parameters", ()):
            kind = parameter.pop("x-kind", None)
            if "example" not in parameter and parameter["required"] and first.get(kind):
                parameter["example"] = first[kind]
        question = questions.get(route.get("operationId", ""))
        if question:
            given = {one["name"]: one["example"] for one in route["parameters"] if "example" in one}
            with suppress(ParameterError, NotFoundError):  # a title that two documents have names neither
                answer = runner.ask(session, question, given, limit=1).as_dict()
                route["responses"]["200"]["content"]["application/json"]["example"] = answer
