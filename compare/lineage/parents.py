"""The parents of held documents: those that their texts name, and held ones that they probably descend from.

A parent is a document that a plan is based on, or one of a higher level (or of none known) that it implements. A
probable parent is not named: a held document of the plan's own province, no younger, with a like outline and like
measures.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import TypeAdapter

from codebooks.lineage import KnownParent
from compare.lineage.dates import Interval
from compare.lineage.likeness import outline, shared_headings
from compare.lineage.measures import TAKEN, Descended, descended
from compare.pieces import Pieces
from graph.derived.lineage import ProbableParent
from graph.facts import Document, PlanFacts
from graph.identity import Identity, most_frequent

Relation = Literal["based_on", "implements"]
SAME_HEADING = 0.6
"""Share of two headings' pairs of characters from which they are the same."""
PROBABLE = 0.4
"""Score from which a document is a probable parent: the mean of the share of the child's headings and of the share of
its measures that it has in its words."""
LEAST_HEADINGS = 4
"""Fewer headings are no outline."""
SHAPE: TypeAdapter[Descended] = TypeAdapter(Descended)


@dataclass(frozen=True, slots=True)
class Held:
    """A held document with measures of its own, and the plan that holds it."""

    facts: PlanFacts
    document: Document


@dataclass(slots=True)
class Family:
    """What is known while lineage is derived. ``held``: documents with measures, by id; ``carried``: their ids by the
    id of the document that is one or carries them; ``lookup``: the reviewed lookup by id."""

    identity: Identity
    lookup: Mapping[str, KnownParent]
    dates: Mapping[str, Interval]
    pieces: Pieces
    held: dict[str, Held] = field(default_factory=dict)
    carried: dict[str, list[str]] = field(default_factory=dict)

    def hold(self, plans: Sequence[PlanFacts]) -> None:
        """Take in the documents of these plans, the first of those that several plans hold."""
        for facts in sorted(plans, key=lambda each: each.key):
            with_measures = {one.document for one in facts.measures}
            for document in facts.documents:
                own = self.identity.of_document[facts.key, document.key]
                if document.key not in with_measures or own in self.held:
                    continue
                self.held[own] = Held(facts, document)
                self.carried.setdefault(own, []).append(own)
                if document.contained_in:
                    shell = self.identity.of_document[facts.key, document.contained_in]
                    if shell != own:
                        self.carried.setdefault(shell, []).append(own)

    def measures_of(self, parent: str, child: str) -> Descended:
        """What the child's measures did with those of a held parent, or of all that it carries."""
        new, olds = self.held[child], [self.held[own] for own in sorted(self.carried[parent])]
        old, keys = olds[0].facts, [one.document.key for one in olds]
        rule = f"lineage.descended {' '.join(keys)} > {new.document.key}"
        return self.pieces.of(
            rule, [old, new.facts], SHAPE, lambda: descended(old, keys, new.facts, [new.document.key])
        )


def cited_parents(family: Family) -> dict[str, dict[str, Relation]]:
    """By the id of every held document with measures, the parents that its text names, each with its relation."""
    found: dict[str, dict[str, Relation]] = {}
    for own, held in family.held.items():
        found[own] = {}
        shells = (held.document.key, held.document.contained_in)
        for place, one in enumerate(held.facts.citations):
            parent = family.identity.of_citation[held.facts.key, place]
            if one.document not in shells or parent == own:
                continue
            if one.relation == "based_on":
                found[own][parent] = "based_on"
            elif one.relation == "implements" and level_of(family.identity, parent) != "city":
                found[own].setdefault(parent, "implements")
    return found


def level_of(identity: Identity, own: str) -> str:
    """A document's level as most plans have it, of those that know it."""
    return most_frequent(one.level for one in identity.said[own] if one.level != "unknown") or "unknown"


def likely_parents(family: Family, cited: Mapping[str, Mapping[str, Relation]]) -> list[ProbableParent]:
    """The held documents of a plan's own province that it does not name and probably descends from."""
    of_province: dict[str, list[str]] = {}
    for own, held in sorted(family.held.items()):
        if held.facts.place.level == "province":
            of_province.setdefault(held.facts.place.name, []).append(own)
    found: list[ProbableParent] = []
    for child, held in sorted(family.held.items()):
        if held.facts.place.level == "province":
            continue
        named = {inner for parent in cited[child] for inner in family.carried.get(parent, [parent])}
        for parent in of_province.get(held.facts.place.province or "", ()):
            if parent not in named and may_precede(family.dates, parent, child):
                found += _likely(family, parent, child)
    return found


def may_precede(dates: Mapping[str, Interval], parent: str, child: str) -> bool:
    """Whether the parent can be as old as the child or older, as far as their dates are known."""
    first, last = dates[parent].first, dates[child].last
    return first is None or last is None or first.day <= last.day


def alike(
    parent: PlanFacts, above: Sequence[str], child: PlanFacts, below: Sequence[str], found: Descended
) -> tuple[list[str], int, float]:
    """The headings of the child's documents that the parent's have too, how many there are, and the score."""
    headings = outline(child, below)
    shared = shared_headings(outline(parent, above), headings, SAME_HEADING)
    taken = sum(1 for one in found.of_child if one.score >= TAKEN)
    parts = len(shared) / max(len(headings), 1), taken / max(len(found.of_child), 1)
    return shared, len(headings), round(sum(parts) / 2, 6)


def _likely(family: Family, parent: str, child: str) -> Iterator[ProbableParent]:
    """The parent as a probable one, where outline and wording say so."""
    old, new = family.held[parent], family.held[child]
    found = family.measures_of(parent, child)
    shared, headings, score = alike(old.facts, [old.document.key], new.facts, [new.document.key], found)
    if headings >= LEAST_HEADINGS and score >= PROBABLE:
        yield ProbableParent(
            child=child, parent=parent, basis="likeness", score=score, checked=None, shared=shared,
            rule="probable_parent.likeness",
        )  # fmt: skip
