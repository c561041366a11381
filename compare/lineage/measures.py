"""What became of each measure of a parent in a child: copied, adapted, strengthened, weakened or left out; and what
the child added.

A measure of the child takes over the parent's measure most like it, and a parent's measure is taken over by the
child's most like it, where their likeness reaches TAKEN. Verdict: ``strengthened`` where every directed change is
stronger, ``weakened`` where every one is weaker; ``copied`` where nothing changed and the likeness reaches COPIED;
else ``adapted``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from compare.lineage.changes import Act, Change, acts, changes
from compare.lineage.likeness import likeness, profile, shared_words
from graph.derived.lineage import MeasureRef, TakenFact, Verdict
from graph.facts import PlanFacts, Record

TAKEN = 0.35
COPIED = 0.92


class Descended(Record):
    """What one child's documents did with the measures of one parent's. ``nearest_child``/``nearest_parent``: for
    every measure of the parent (child) the score of the measure of the child (parent) most like it."""

    taken: list[TakenFact]
    nearest_child: list[tuple[MeasureRef, float]]
    nearest_parent: list[tuple[MeasureRef, float]]


class Pair(NamedTuple):
    """A measure of each side with their likeness."""

    score: float
    parent: int
    child: int


def descended(
    parent: PlanFacts, parent_documents: Sequence[str], child: PlanFacts, child_documents: Sequence[str]
) -> Descended:
    """Compare the measures of some documents (by key) of two plans."""
    old = [act for act in acts(parent) if act.measure.document in parent_documents]
    new = [act for act in acts(child) if act.measure.document in child_documents]
    before, after = [profile(act.measure) for act in old], [profile(act.measure) for act in new]
    scores = [[likeness(one, other) for other in after] for one in before]
    best_child = [_best(row) for row in scores]
    best_parent = [_best([row[at] for row in scores]) for at in range(len(new))]
    chosen = {(at, place) for at, (place, _) in enumerate(best_child)}
    chosen |= {(place, at) for at, (place, _) in enumerate(best_parent)}
    taken = [
        _taken(old[one], new[other], scores[one][other], shared_words(before[one], after[other]))
        for one, other in sorted(chosen)
        if one >= 0 and other >= 0 and scores[one][other] >= TAKEN
    ]
    return Descended(
        taken=taken,
        nearest_child=[(ref(act), score) for act, (_, score) in zip(old, best_child, strict=True)],
        nearest_parent=[(ref(act), score) for act, (_, score) in zip(new, best_parent, strict=True)],
    )


def ref(act: Act) -> MeasureRef:
    """A measure by plan, document and id."""
    return act.plan, act.measure.document, act.measure.id


def verdict(score: float, found: Sequence[Change]) -> Verdict:
    """What the changes come to."""
    directions = {change.direction for change in found}
    if "stronger" in directions and "weaker" not in directions:
        return "strengthened"
    if "weaker" in directions and "stronger" not in directions:
        return "weakened"
    return "copied" if not found and score >= COPIED else "adapted"


def _best(scores: Sequence[float]) -> tuple[int, float]:
    """The place and the score of the first of the best; (-1, 0) where there are none."""
    place = max(range(len(scores)), key=lambda at: (scores[at], -at), default=-1)
    return place, (scores[place] if place >= 0 else 0.0)


def _taken(parent: Act, child: Act, score: float, shared: list[str]) -> TakenFact:
    found = changes(parent, child)
    decided = verdict(score, found)
    return TakenFact(
        child=ref(child),
        parent=ref(parent),
        verdict=decided,
        score=score,
        shared=shared,
        changes=[change.line() for change in found],
        rule=f"descent.{decided}",
    )
