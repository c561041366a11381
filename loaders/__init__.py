"""Loaders: a file goes in, facts come out. ``read_plan`` gives the outline that the rules read."""

from loaders.errors import LoadError, NotAPlanError, PlaceError, ReadError
from loaders.plan import Plan, Source
from loaders.reading import plan_of, read_plan

__all__ = ["LoadError", "NotAPlanError", "PlaceError", "Plan", "ReadError", "Source", "plan_of", "read_plan"]
