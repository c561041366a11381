"""What became of each measure of a parent in a child: copied, adapted, strengthened, weakened or left out; and what
the child added.

First by words: a measure of the child takes over the parent's measure most like it, and a measure of the parent is
taken over by the child's most like it, where the likeness reaches TAKEN. Then, of what is left on both sides, pairs
that alignment calls the same (one lever on one object in other words) and whose likeness reaches RELATED, each measure
once. Verdict: ``strengthened`` where every directed change is stronger, ``weakened`` where every one is weaker;
``copied`` where nothing changed and the likeness reaches COPIED; else ``adapted``.
"""

from collections.abc import Sequence

from compare.alignment import Prepared, align
from compare.lineage.changes import Act, Change, acts, changes
from compare.lineage.likeness import likeness, profile, shared_words
from graph.derived.lineage import MeasureRef, TakenFact, Verdict
from graph.facts import PlanFacts, Record

TAKEN = 0.38
RELATED = 0.2
"""Of pairs of measures of two cities that two judges call different, hardly any is so alike, and of those that they do
not call the same, hardly any reaches TAKEN (bench/lineage.py)."""
COPIED = 0.92


class Nearest(Record):
    """A measure with the likeness of the measure of the other side most like it, and whether one belongs to it."""

    measure: MeasureRef
    score: float
    taken: bool


class Descended(Record):
    """What one child's documents did with the measures of one parent's: the pairs that belong together, and for every
    measure of the parent and of the child the nearest one of the other side."""

    taken: list[TakenFact]
    of_parent: list[Nearest]
    of_child: list[Nearest]


def descended(
    parent: PlanFacts, parent_documents: Sequence[str], child: PlanFacts, child_documents: Sequence[str]
) -> Descended:
    """Compare the measures of some documents (by key) of two plans."""
    old = [act for act in acts(parent) if act.measure.document in parent_documents]
    new = [act for act in acts(child) if act.measure.document in child_documents]
    before, after = [profile(act.measure) for act in old], [profile(act.measure) for act in new]
    scores = [[likeness(one, other) for other in after] for one in before]
    chosen = _by_words(scores)
    rows, columns = {one for one, _ in chosen}, {other for _, other in chosen}
    same = _same(parent, child)
    left = [
        (scores[one][other], one, other)
        for one in range(len(old)) if one not in rows
        for other in range(len(new)) if other not in columns
        if scores[one][other] >= RELATED and (ref(old[one]), ref(new[other])) in same
    ]  # fmt: skip
    for _, one, other in sorted(left, key=lambda pair: (-pair[0], *pair[1:])):
        if one not in rows and other not in columns:
            chosen.add((one, other))
            rows.add(one)
            columns.add(other)
    return Descended(
        taken=[
            _taken(old[one], new[other], scores[one][other], shared_words(before[one], after[other]))
            for one, other in sorted(chosen)
        ],
        of_parent=[_nearest(act, scores[at], at in rows) for at, act in enumerate(old)],
        of_child=[_nearest(act, [row[at] for row in scores], at in columns) for at, act in enumerate(new)],
    )


def _by_words(scores: Sequence[Sequence[float]]) -> set[tuple[int, int]]:
    """The pairs (place in the parent, place in the child) of which either is most like the other, and alike enough."""
    chosen = {(at, place) for at, row in enumerate(scores) if (place := _best(row)) is not None}
    columns = len(scores[0]) if scores else 0
    chosen |= {(place, at) for at in range(columns) if (place := _best([row[at] for row in scores])) is not None}
    return {(one, other) for one, other in chosen if scores[one][other] >= TAKEN}


def _same(parent: PlanFacts, child: PlanFacts) -> set[tuple[MeasureRef, MeasureRef]]:
    """The pairs that alignment calls the same."""
    return {
        (
            (one.first.plan, one.first.document, one.first.measure),
            (one.second.plan, one.second.document, one.second.measure),
        )
        for one in align(Prepared(parent), Prepared(child))
        if one.verdict == "same"
    }


def _best(scores: Sequence[float]) -> int | None:
    """The place of the first of the highest; null where there are none."""
    return max(range(len(scores)), key=lambda at: (scores[at], -at), default=None)


def _nearest(act: Act, scores: Sequence[float], taken: bool) -> Nearest:
    return Nearest(measure=ref(act), score=max(scores, default=0.0), taken=taken)


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


def _taken(parent: Act, child: Act, score: float, shared: list[str]) -> TakenFact:
    found = changes(parent, child)
    decided = verdict(score, found)
    return TakenFact(
        child=ref(child),
        parent=ref(parent),
        verdict=decided,
        score=score,
        by="words" if score >= TAKEN else "alignment",
        shared=shared,
        changes=[change.line() for change in found],
        rule=f"descent.{decided}",
    )
