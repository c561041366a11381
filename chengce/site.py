"""The application that `chengce serve` serves: the API and the pages on a store."""

from fastapi import FastAPI

from api import create_app
from api.settings import ApiSettings
from chengce.library import open_library, runner, store_place
from web.guide import add_guide
from web.index import add_index


def site(store: str | None = None) -> FastAPI:
    """The application on a store. Raises UserError, StoreError, QuestionError."""
    library = open_library(store)
    app = create_app(library.store, library.questions, runner(), ApiSettings(store=store_place(store)))
    add_index(app, library.store, library.questions)
    add_guide(app)
    return app
