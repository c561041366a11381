"""Loaders: a file goes in, facts come out: ``extract`` gives them, ``read_plan`` the outline that rules read."""

from loaders.errors import LoadError, NotAPlanError, PlaceError, ReadError
from loaders.facts import extract, facts_hash, facts_of
from loaders.plan import Plan, Source
from loaders.reading import plan_of, read_plan
from loaders.source import read as read_source

__all__ = [
    "LoadError",
    "NotAPlanError",
    "PlaceError",
    "Plan",
    "ReadError",
    "Source",
    "extract",
    "facts_hash",
    "facts_of",
    "plan_of",
    "read_plan",
    "read_source",
]
