"""Alignment: which measures of two cities say the same or a related thing, how that was decided, and what differs."""

from typing import Literal

from graph.facts import Record

Verdict = Literal["same", "related"]
Difference = Literal["institution", "target", "deadline", "stance"]


class AlignedSide(Record):
    """One of two aligned measures.

    ``start``..``end``: its heading, or the sentence of it that is likest to the other's heading; ``words``: those of
    its weightiest words that the other lacks; ``functions``: of the bodies that lead it, or of all where none is
    printed as lead; ``deadline``: the latest year of its targets; ``stance``: its strongest on a model that both name.
    """

    plan: str
    document: str
    measure: str
    city: str
    start: int
    end: int
    words: list[str]
    functions: list[str]
    deadline: int | None
    stance: str | None


class AlignmentFact(Record):
    """Two measures of two cities; of different ones there is no fact.

    ``score``: from 0 (different) over 0.5 (related) to 1 (same); ``same`` and ``related``: how likely the pair is the
    same, and at least related, by the rule; ``inputs``: the features that it weighed; ``shared``: the weightiest words
    of both; ``named``: what both name, by key; ``differs``: in what of substance they differ.
    """

    first: AlignedSide
    second: AlignedSide
    verdict: Verdict
    score: float
    same: float
    related: float
    inputs: dict[str, float]
    shared: list[str]
    named: list[str]
    differs: list[Difference]
    rule: str
