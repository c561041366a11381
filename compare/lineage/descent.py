"""Lineage: what documents descend from, as their texts say it and as it can be inferred, and what became of each
measure of a parent that is held.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from codebooks.lineage import known_parents
from compare.lineage.dates import Interval, date_facts, document_dates
from compare.lineage.lookup import known_ids, lookup_parents, reached
from compare.lineage.measures import Descended
from compare.lineage.parents import Family, Relation, cited_parents, likely_parents
from compare.pieces import Pieces
from graph.derived.lineage import (
    AddedFact,
    DescentFact,
    LeftOutFact,
    LineageFacts,
    MeasureRef,
    ParentBasis,
    Verdict,
)
from graph.facts import PlanFacts
from graph.identity import identify

VERDICTS: tuple[Verdict, ...] = ("copied", "adapted", "strengthened", "weakened")
Parents = dict[str, tuple[ParentBasis, Relation | None]]


def lineage_of(plans: Sequence[PlanFacts], pieces: Pieces) -> LineageFacts:
    """Everything that is derived of the lineage of these plans' documents, in an order that does not depend on
    theirs."""
    identity = identify(plans)
    lookup = known_ids(identity, known_parents())
    family = Family(identity, lookup, document_dates(plans, identity, lookup), pieces)
    family.hold(plans)
    cited = cited_parents(family)
    likely, above = likely_parents(family, cited), lookup_parents(family, cited)
    known = reached(family, above)
    drawn = identity.keys.keys() | {one.document for one in known}
    facts = LineageFacts(
        dates=[each for each in date_facts(family.dates) if each.document in drawn],
        known=known,
        probable=sorted([*likely, *above], key=lambda one: (one.child, one.parent, one.basis)),
        descents=[],
        taken=[],
        left_out=[],
        added=[],
    )
    for child in sorted(family.held):
        parents: Parents = {one.parent: (one.basis, None) for one in facts.probable if one.child == child}
        parents |= {parent: ("cited", relation) for parent, relation in cited[child].items()}
        _descend(family, child, parents, facts)
    return facts


def _descend(family: Family, child: str, parents: Parents, facts: LineageFacts) -> None:
    """Add what a document did with each of its parents."""
    nearest: dict[MeasureRef, tuple[bool, float]] = {}
    for parent, (basis, relation) in sorted(parents.items()):
        lag = lag_days(family.dates, parent, child)
        if basis == "cited":
            lag = max(lag[0] or 0, 0), lag[1]  # what is cited is there already
        if parent not in family.carried:
            facts.descents.append(_not_held(child, parent, basis, relation, lag))
            continue
        found = family.measures_of(parent, child)
        facts.taken.extend(found.taken)
        facts.descents.append(_compared(child, parent, basis, relation, lag, found))
        facts.left_out.extend(
            LeftOutFact(child=child, measure=one.measure, score=one.score, rule="descent.left_out")
            for one in found.of_parent if not one.taken
        )  # fmt: skip
        for one in found.of_child:
            taken, score = nearest.get(one.measure, (False, 0.0))
            nearest[one.measure] = taken or one.taken, max(score, one.score)
    facts.added.extend(
        AddedFact(child=child, measure=measure, score=score, rule="descent.added")
        for measure, (taken, score) in sorted(nearest.items()) if not taken
    )  # fmt: skip


def lag_days(dates: Mapping[str, Interval], parent: str, child: str) -> tuple[int | None, int | None]:
    """The least and the most days from the parent's date to the child's; null where a side is not known."""
    (old_first, old_last), (new_first, new_last) = dates[parent].days, dates[child].days
    return _days(old_last, new_first), _days(old_first, new_last)


def _days(before: str | None, after: str | None) -> int | None:
    if before is None or after is None:
        return None
    return (date.fromisoformat(after) - date.fromisoformat(before)).days


def _not_held(
    child: str, parent: str, basis: ParentBasis, relation: Relation | None, lag: tuple[int | None, int | None]
) -> DescentFact:
    """A parent whose text is not there."""
    return DescentFact(
        child=child, parent=parent, basis=basis, relation=relation, status="not_held", reason="not_held",
        reason_text="The parent's text is not held; `chengce load FILE --city PROVINCE` puts it beside its children.",
        lag_from=lag[0], lag_to=lag[1], parent_measures=None, child_measures=None, copied=None, adapted=None,
        strengthened=None, weakened=None, left_out=None, rule=f"descent.{basis}",
    )  # fmt: skip


def _compared(  # noqa: PLR0913, PLR0917 - the two ends, their tie, and what was compared
    child: str, parent: str, basis: ParentBasis, relation: Relation | None, lag: tuple[int | None, int | None],
    found: Descended,
) -> DescentFact:  # fmt: skip
    """A held parent. Each of its measures is counted once, by the verdict of the child's measure most like it."""
    best: dict[MeasureRef, tuple[float, Verdict]] = {}
    for one in found.taken:
        best[one.parent] = max(best.get(one.parent, (0.0, one.verdict)), (one.score, one.verdict))
    counts = {verdict: sum(1 for _, each in best.values() if each == verdict) for verdict in VERDICTS}
    return DescentFact(
        child=child, parent=parent, basis=basis, relation=relation, status="present", reason=None, reason_text=None,
        lag_from=lag[0], lag_to=lag[1], parent_measures=len(found.of_parent),
        child_measures=len(found.of_child),
        left_out=sum(1 for one in found.of_parent if not one.taken), rule=f"descent.{basis}",
        copied=counts["copied"], adapted=counts["adapted"], strengthened=counts["strengthened"],
        weakened=counts["weakened"],
    )  # fmt: skip
