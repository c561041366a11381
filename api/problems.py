"""Errors as RFC 9457 problem+json: each has a stable ``code`` and says what to do.

Every error of the graph and of the routes becomes one `Problem`; the table below is the list of codes.
"""

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.guard import RefusedCypher
from graph.corrections import CorrectionError
from graph.errors import GraphError, NotFoundError, ParameterError, StoreCorrupt, StoreLocked, StoreMissing

MEDIA_TYPE = "application/problem+json"

CODES: dict[str, tuple[int, str, str]] = {
    "not_found": (404, "Not held", "Use one of the near names, or ask /api/v1/cities, /models or /measures."),
    "no_such_path": (404, "No such path", "See /api/v1/questions or /docs for the paths."),
    "method_not_allowed": (405, "Method not allowed", "See /docs for the methods of this path."),
    "bad_parameter": (422, "A parameter is wrong", "Correct the parameter; /docs says what each takes."),
    "bad_body": (422, "The body is wrong", 'Send JSON such as {"query": "MATCH (n) RETURN count(n)", "params": {}}.'),
    "bad_correction": (422, "The correction cannot be taken", "Name one record of a measure that is held."),
    "no_key": (401, "A key is needed", "Send the header Authorization: Bearer KEY, with the server's CHENGCE_KEY."),
    "writing_off": (403, "Writing is off", "Set CHENGCE_KEY where the server runs, or use `chengce correct` there."),
    "cypher_refused": (403, "The query is not run", "Write one statement that only reads."),
    "cypher_invalid": (422, "The query cannot be run", "Correct the query at the place that is named."),
    "cypher_too_slow": (408, "The query took too long", "Begin at a keyed node, or ask for less."),
    "cypher_too_large": (422, "The query needs too much memory", "Ask for less: a LIMIT, or counts in place of rows."),
    "cypher_busy": (503, "Too many queries at once", "Try again in a few seconds."),
    "cypher_not_served": (503, "User Cypher is not served here", "Ask a question of /api/v1/questions instead."),
    "not_ready": (503, "No graph is ready", "Load a plan with `chengce load FILE`, then try again."),
    "store_fault": (503, "The store cannot be read", "Run `chengce load` again; it rebuilds the graph from the facts."),
    "http_error": (400, "The request cannot be answered", "See /docs for what can be asked."),
}
"""Every stable code, with its status, title and what to do."""

_HTTP_CODES = {404: "no_such_path", 405: "method_not_allowed"}
_PLAIN_CODES: tuple[tuple[type[Exception], str], ...] = (
    (RefusedCypher, "cypher_refused"),
    (StoreMissing, "not_ready"),
    (StoreLocked, "not_ready"),
    (StoreCorrupt, "store_fault"),
    (CorrectionError, "bad_correction"),
    (GraphError, "store_fault"),
)


class Problem(Exception):
    """An error with its HTTP form. ``code`` is a key of CODES; ``more`` are further fields of the answer."""

    def __init__(self, code: str, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.code, self.detail, self.more = code, detail, more

    def response(self, instance: str) -> JSONResponse:
        """The problem+json answer to a request for this path."""
        status, title, action = CODES[self.code]
        body = {
            "type": f"/api/v1/problems#{self.code}", "title": title, "status": self.more.pop("status", status),
            "detail": self.detail, "instance": instance, "code": self.code, "action": action, **self.more,
        }  # fmt: skip
        headers = {"Retry-After": "5"} if status == 503 else None
        return JSONResponse(body, body["status"], headers, MEDIA_TYPE)


def problem_of(error: Exception) -> Problem:
    """The problem that an error of the graph, the guard or the routes is."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, NotFoundError):
        return Problem("not_found", str(error), parameter=error.parameter, near=list(error.near))
    if isinstance(error, ParameterError):
        return Problem("bad_parameter", str(error), parameter=error.parameter)
    if isinstance(error, RequestValidationError):
        return Problem("bad_body", _faults(error.errors()))
    if isinstance(error, HTTPException):
        code = _HTTP_CODES.get(error.status_code, "http_error")
        return Problem(code, str(error.detail), status=error.status_code)
    code = next(code for kind, code in _PLAIN_CODES if isinstance(error, kind))
    return Problem(code, str(error))


def _faults(errors: Sequence[Any]) -> str:
    """Where each fault of a body is, and what is wrong there."""
    return "; ".join(f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in errors)


def add_problems(app: FastAPI) -> None:
    """Answer every known error as problem+json."""

    async def answer(request: Request, error: Exception) -> JSONResponse:
        return problem_of(error).response(request.url.path)

    for kind in (Problem, GraphError, RefusedCypher, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, answer)
