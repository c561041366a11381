"""Lineage: when documents were issued, what they descend from, and what became of each measure of a parent.

Documents go by their node's id (graph.identity gives it), measures by (plan key, document key, measure id).
"""

from typing import Literal

from pydantic import Field

from graph.facts import Level, Record

DateBasis = Literal["issued", "published", "lookup", "number", "cited", "deadline", "period"]
ParentBasis = Literal["cited", "likeness", "lookup"]
Verdict = Literal["copied", "adapted", "strengthened", "weakened"]
MeasureRef = tuple[str, str, str]
"""Plan key, document key and measure id."""


class DateFact(Record):
    """When a document was issued: from the first to the last possible day (ISO), null where nothing bounds it. The
    basis says what bounds it on each side; ``basis`` is one word where both are the same."""

    document: str
    date_from: str | None
    date_to: str | None
    from_basis: DateBasis | None
    to_basis: DateBasis | None
    basis: str
    rule: str


class KnownDocument(Record):
    """A document that no text held names, from the reviewed lookup: an ancestor of one that is named."""

    document: str
    key: str
    title: str
    number: str | None
    issuer: str | None
    level: Level
    region: str


class ProbableParent(Record):
    """A parent that the document does not name. ``score`` from 0 to 1, 1 for the reviewed lookup; ``checked``: how
    the lookup's entry was checked, and where; ``shared``: headings that both outlines have."""

    child: str
    parent: str
    basis: Literal["likeness", "lookup"]
    score: float
    checked: str | None
    shared: list[str]
    rule: str


class DescentFact(Record):
    """A held document beside one of its parents. ``status``: present where the parent is held too, so that measures
    could be compared; else not_held, and the counts are null. ``lag_from``/``lag_to``: the least and the most days
    from the parent to the child, negative where the child may be the older; null where a date is unknown."""

    child: str
    parent: str
    basis: ParentBasis
    relation: Literal["based_on", "implements"] | None
    status: Literal["present", "not_held"]
    reason: str | None
    reason_text: str | None
    lag_from: int | None
    lag_to: int | None
    parent_measures: int | None
    child_measures: int | None
    copied: int | None
    adapted: int | None
    strengthened: int | None
    weakened: int | None
    left_out: int | None
    rule: str


class TakenFact(Record):
    """A measure that was taken over from a measure of a parent, and how it was changed. ``score``: likeness of words;
    ``by``: what says that they belong together, the words or the alignment of levers. ``changes``: a line for each
    difference in substance, beginning with its direction (stronger, weaker, other)."""

    child: MeasureRef
    parent: MeasureRef
    verdict: Verdict
    score: float
    by: Literal["words", "alignment"]
    shared: list[str]
    changes: list[str]
    rule: str


class LeftOutFact(Record):
    """A measure of a parent that no measure of the child takes over. ``score``: of the measure most like it."""

    child: str
    measure: MeasureRef
    score: float
    rule: str


class AddedFact(Record):
    """A measure of a child that no held parent has. ``score``: of the parent's measure most like it."""

    child: str
    measure: MeasureRef
    score: float
    rule: str


class LineageFacts(Record):
    """All of it, each list in a fixed order."""

    dates: list[DateFact] = Field(default_factory=list)
    known: list[KnownDocument] = Field(default_factory=list)
    probable: list[ProbableParent] = Field(default_factory=list)
    descents: list[DescentFact] = Field(default_factory=list)
    taken: list[TakenFact] = Field(default_factory=list)
    left_out: list[LeftOutFact] = Field(default_factory=list)
    added: list[AddedFact] = Field(default_factory=list)
