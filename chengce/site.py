"""The application that `chengce serve` serves: the API and the pages on a store."""

from fastapi import FastAPI

from api import create_app
from chengce.library import open_library, runner


def site(store: str | None = None) -> FastAPI:
    """The application on a store. Raises UserError, StoreError, QuestionError."""
    library = open_library(store)
    return create_app(library.store, library.questions, runner())
