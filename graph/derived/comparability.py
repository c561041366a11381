"""Comparability: what a plan is, so that a comparison can say how far it is one."""

from typing import Literal

from graph.derived.evidence import Evidence
from graph.facts import Record, Where

Subject = Literal["general", "field", "other"]


class SubjectFact(Record):
    """What a plan is about as a whole. ``fields``: keys of the fields that its title names, for subject ``field``."""

    plan: str
    document: str
    subject: Subject
    fields: list[str]
    rule: str


class PlanKindFact(Record):
    """What a plan is. ``rank``: of its issuer, a key of codebooks/scope.yaml, null where it prints none; ``span``:
    annual, multi_year, or open where it states no period; ``years``: of issue, else planned for; ``chars``: of its
    measures; ``chars_a_measure``: their mean."""

    plan: str
    document: str
    subject: Subject
    fields: list[str]
    rank: str | None
    rank_zh: str | None
    span: Literal["annual", "multi_year", "open"]
    year: int | None
    measures: int
    chars: int
    chars_a_measure: float
    rule: str


class ComparabilityFact(Record):
    """How far two cities' plans compare. ``flags``: rank, span, subject, year, length or lines where they differ;
    ``texts``: a sentence for each, in their order."""

    first: str
    second: str
    flags: list[str]
    texts: list[str]
    rule: str


class LeverPlace(Record):
    """Where a measure names a lever."""

    place: Where
    evidence: Evidence


class LeverUseFact(Record):
    """Whether a city's measures use a lever. ``places``: for each measure that names it in its heading or in a
    sentence of its own, the weightiest place; ``status`` present, silent, out_of_scope or not_read."""

    city: str
    lever: str
    status: str
    reason: str | None
    reason_text: str | None
    places: list[LeverPlace]
    rule: str


class LeverFact(Record):
    """Where a lever stands among the cities held. ``cities``: that use it; ``asked``: in whose scope it lies;
    ``standing``: core (all of at least two), common (more than half), variant (several), single (one) or none."""

    lever: str
    topic: str
    zh: str
    en: str
    cities: list[str]
    asked: int
    standing: Literal["core", "common", "variant", "single", "none"]
    rule: str


class LikenessFact(Record):
    """How like two cities are: ``score`` is the share of the levers that either uses which both use (Jaccard), ``part``
    the share of the shorter list that is shared. ``shared``: keys and Chinese names, by key."""

    first: str
    second: str
    score: float
    part: float
    shared: list[str]
    shared_zh: list[str]
    only_first: int
    only_second: int
    rule: str
