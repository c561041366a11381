"""Themes: families of measures of several cities that say the same thing."""

from typing import Literal

from graph.facts import Record


class ThemeMember(Record):
    """A measure of a theme. ``score``: of its alignment with the theme's centre, 1 for the centre itself; ``primary``:
    no other theme's centre is nearer; ``start``..``end``: the heading or sentence that shows it."""

    plan: str
    document: str
    measure: str
    city: str
    role: Literal["centre", "member"]
    score: float
    primary: bool
    start: int
    end: int


class ThemeFact(Record):
    """A family. ``key``: of the lever, model or topic that it is named by, else made from its name; ``basis``: which of
    these names it, or its centre's heading; ``words``: those that most of its measures share."""

    key: str
    name: str
    en: str | None
    basis: Literal["lever", "model", "topic", "heading"]
    topic: str | None
    words: list[str]
    cities: int
    members: list[ThemeMember]
    rule: str
