"""Routes made from question files: one GET route a question, its parameters as the header types them."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from api.quotes import fill_quotes
from graph.errors import ParameterError
from graph.questions import Question
from graph.run import MOST_ROWS, USUAL_ROWS, Runner
from graph.store import Store

PREFIX = "/api/v1"
_WITH_SLASH = frozenset({"measure", "document", "institution"})
_JSON_TYPE = {"int": "integer", "float": "number", "bool": "boolean"}


def question_routes(store: Store, questions: Mapping[str, Question], runner: Runner) -> APIRouter:
    """A router with a route for each question; those with fixed words in their path before those with a name."""
    router = APIRouter(prefix=PREFIX)
    for question in sorted(questions.values(), key=lambda one: ("{" in one.path, -len(one.path), one.path)):
        _add_route(router, store, question, runner)
    return router


def _add_route(router: APIRouter, store: Store, question: Question, runner: Runner) -> None:
    def answer(request: Request) -> Response:
        given, skip, limit = read_query(request, question)
        with store.reading() as session:
            tag = etag(session.release, request, question.cypher)
            if tag in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers={"ETag": tag})
            found = runner.ask(session, question, given, skip, limit).as_dict()
            fill_quotes(found["rows"], session, store.text)
        return JSONResponse(found, headers={"ETag": tag, "Cache-Control": "no-cache"})

    router.add_api_route(
        route_path(question), answer, name=question.name, summary=f"{question.zh} · {question.en}",
        operation_id=question.name, tags=["questions"], response_class=JSONResponse,
        openapi_extra={"parameters": openapi_parameters(question), "responses": {"200": openapi_answer(question)}},
    )  # fmt: skip


def route_path(question: Question) -> str:
    """The path of the route: a measure's key or a document's number may have a slash."""
    kinds = {param.name: param.type for param in question.params}
    return re.sub(r"\{(\w+)\}", lambda m: f"{{{m[1]}:path}}" if kinds[m[1]] in _WITH_SLASH else m[0], question.path)


def read_query(request: Request, question: Question) -> tuple[dict[str, object], int, int]:
    """Parameters of path and query, skip and limit. Raises ParameterError, for one given twice too."""
    given: dict[str, object] = dict(request.path_params)
    in_path = set(given)
    for name in request.query_params:
        values = request.query_params.getlist(name)
        if len(values) > 1 or name in in_path:
            raise ParameterError(name, f"{name} is given {len(values) + (name in in_path)} times; give it once")
        given[name] = values[0]
    return given, _whole(given.pop("skip", 0), "skip"), _whole(given.pop("limit", USUAL_ROWS), "limit")


def _whole(value: object, name: str) -> int:
    if re.fullmatch(r"-?[0-9]{1,9}", str(value)) is None:
        raise ParameterError(name, f"{name}: {value!r} is no value for it; wanted a whole number")
    return int(str(value))


def etag(release: str, request: Request, *more: str) -> str:
    """A weak tag that changes with the release, the address, the query's text and the day."""
    parts = (release, str(request.url.path), str(request.url.query), date.today().isoformat(), *more)
    return f'W/"{hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]}"'


def openapi_parameters(question: Question) -> list[dict[str, Any]]:
    """The parameters as OpenAPI describes them, skip and limit included."""
    in_path = set(re.findall(r"\{(\w+)\}", question.path))
    described = []
    for param in question.params:
        schema: dict[str, Any] = {"type": _JSON_TYPE.get(param.type, "string")}
        if param.type == "date":
            schema["format"] = "date"
        if param.values:
            schema["enum"] = list(param.values)
        one = {
            "name": param.name, "in": "path" if param.name in in_path else "query", "required": param.required,
            "description": f"{param.doc} ({param.type}{f', default {param.default}' if param.default else ''})",
            "schema": schema, "x-kind": param.type,
        }  # fmt: skip
        if param.name in question.example:
            one["example"] = question.example[param.name]
        described.append(one)
    for name, least, usual, most in (("skip", 0, 0, None), ("limit", 1, USUAL_ROWS, MOST_ROWS)):
        schema = {"type": "integer", "minimum": least, "default": usual, **({"maximum": most} if most else {})}
        described.append({"name": name, "in": "query", "required": False, "schema": schema})
    return described


def openapi_answer(question: Question) -> dict[str, Any]:
    """The answer's schema: rows with the header's columns."""
    kinds = {"list": "array", "map": "object", "evidence": "object", **_JSON_TYPE}
    columns = {column.name: {"type": [kinds.get(column.type, "string"), "null"]} for column in question.columns}
    for column in columns.values():
        if column["type"][0] == "array":
            column["items"] = {}  # type: ignore[assignment]
    whole = {"type": "integer"}
    schema = {
        "type": "object",
        "properties": {
            "question": {"type": "string"}, "params": {"type": "object"},
            "rows": {"type": "array", "items": {"type": "object", "properties": columns}},
            "total": whole, "skip": whole, "limit": whole, "release": {"type": "string"},
            "reason": {"type": ["object", "null"], "properties": {"code": {"type": "string"},
                                                                   "text": {"type": "string"}}},
        },
    }  # fmt: skip
    return {"description": "The answer", "content": {"application/json": {"schema": schema}}}
