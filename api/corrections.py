"""Corrections over HTTP: the one way to write, open only with a key."""

import hmac
from collections.abc import Callable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Body, Header
from pydantic import SecretStr

from api.problems import Problem
from api.routes import PREFIX
from graph.corrections import Correction
from graph.proposals import Proposal

type Take = Callable[[Sequence[Proposal]], list[Correction]]
"""Takes proposals into the store: all or none."""


def correction_routes(take: Take, key: SecretStr) -> APIRouter:
    """POST /corrections, for those who have the key. With an empty key nobody may write."""
    router = APIRouter(prefix=PREFIX, tags=["corrections"])

    @router.post("/corrections", status_code=201, summary="更正事实 · Lay reviewers' corrections over the facts")
    def corrections(
        proposals: Annotated[list[Proposal], Body(min_length=1)], authorization: Annotated[str, Header()] = ""
    ) -> dict[str, Any]:
        secret = key.get_secret_value()
        if not secret:
            raise Problem("writing_off", "no key is set, so nothing can be written over HTTP")
        if not hmac.compare_digest(authorization.encode(), f"Bearer {secret}".encode()):
            raise Problem("no_key", "the header Authorization: Bearer KEY is missing, or its key is another")
        return {"rows": [each.model_dump(mode="json") for each in take(proposals)]}

    return router
