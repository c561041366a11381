"""Questions over HTTP: routes made from question files, search, read-only Cypher, a neighbourhood as a graph."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI

    from api.settings import ApiSettings
    from graph.questions import Question
    from graph.run import Runner
    from graph.store import Store


def create_app(
    store: "Store", questions: Mapping[str, "Question"], runner: "Runner", settings: "ApiSettings | None" = None
) -> "FastAPI":
    """The application on a store. FastAPI loads here, so that a worker process that needs no routes starts at once."""
    from api.app import make_app  # noqa: PLC0415
    from api.settings import ApiSettings  # noqa: PLC0415

    return make_app(store, questions, runner, settings or ApiSettings())
