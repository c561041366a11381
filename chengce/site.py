"""The application that `chengce serve` serves: the API and the pages on a store."""

from functools import partial

from fastapi import FastAPI

from api import create_app
from api.corrections import correction_routes
from api.settings import ApiSettings
from chengce.correcting import add_corrections
from chengce.library import open_library, runner, store_place
from chengce.settings import settings
from web.guide import add_guide
from web.index import add_index


def site(store: str | None = None) -> FastAPI:
    """The application on a store. Raises UserError, StoreError, QuestionError."""
    library = open_library(store)
    app = create_app(library.store, library.questions, runner(), ApiSettings(store=store_place(store)))
    take = partial(add_corrections, library)
    app.include_router(correction_routes(take, settings().key))
    add_index(app, library.store, library.questions)
    add_guide(app)
    return app
