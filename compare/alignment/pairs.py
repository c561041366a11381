"""Alignment: for each measure its counterparts in the plans of every other city, and in what the two differ.

Two plans are compared once (compare/pieces.py keeps it): nothing of a pair depends on other plans. Measures that share
no weighty word are never looked at, by an index of words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pydantic import TypeAdapter

from compare.alignment.features import Likeness, likenesses
from compare.alignment.profile import PlanProfile, Profile, Unit, profile
from compare.alignment.rule import name, rule, score, verdict
from compare.alignment.substance import Substance, differences, substance
from compare.pieces import Pieces
from graph.derived.alignment import AlignedSide, AlignmentFact
from graph.facts import PlanFacts

SHAPE = TypeAdapter(list[AlignmentFact])
MOST_SHARED, MOST_OWN = 8, 6


def alignments(plans: Sequence[PlanFacts], pieces: Pieces) -> list[AlignmentFact]:
    """Every aligned pair of measures of two cities, by plans and then as in the texts; provinces are no cities."""
    of_cities = sorted((facts for facts in plans if facts.place.level != "province"), key=lambda facts: facts.key)
    prepared: dict[str, Prepared] = {}

    def ready(facts: PlanFacts) -> Prepared:
        if facts.key not in prepared:
            prepared[facts.key] = Prepared(facts)
        return prepared[facts.key]

    found: list[AlignmentFact] = []
    for first, second in combinations(of_cities, 2):
        if first.place.name != second.place.name:

            def compute(one: PlanFacts = first, other: PlanFacts = second) -> list[AlignmentFact]:
                return list(align(ready(one), ready(other)))

            pair: list[AlignmentFact] = pieces.of("alignment", [first, second], SHAPE, compute)
            found += pair
    return found


class Prepared:
    """A plan made ready to be aligned: its profile and the substance of each measure, made once for all its pairs."""

    def __init__(self, facts: PlanFacts) -> None:
        self.profile: PlanProfile = profile(facts)
        self.substance: dict[str, Substance] = substance(facts)


def align(first: Prepared, second: Prepared) -> Iterator[AlignmentFact]:
    """The aligned pairs of two plans, as the measures stand in the first and then in the second."""
    for one, other, found in likenesses(first.profile, second.profile, rule().least):
        fact = _fact(Side(first, one), Side(second, other), found)
        if fact:
            yield fact


@dataclass(frozen=True, slots=True)
class Side:
    """A measure of a plan."""

    plan: Prepared
    own: Profile

    @property
    def substance(self) -> Substance:
        """What it says beyond its words."""
        return self.plan.substance[self.own.measure.id]


def _fact(one: Side, other: Side, found: Likeness) -> AlignmentFact | None:
    """The fact of a pair, None where it is different."""
    same, related = rule().likelihoods(found.features, found.told, found.shown)
    told = verdict(same, related)
    if told is None:
        return None
    mine, theirs = one.own.words, other.own.words
    return AlignmentFact(
        first=_side(one, other, found.first_unit),
        second=_side(other, one, found.second_unit),
        verdict=told,
        score=score(same, related),
        same=round(same, 6),
        related=round(related, 6),
        inputs={name: round(value, 6) for name, value in found.features.items()},
        shared=_weightiest([(mine[word] * theirs[word], word) for word in mine.keys() & theirs.keys()], MOST_SHARED),
        named=list(found.named),
        differs=differences(one.substance, other.substance),
        rule=name(found.told, told),
    )


def _side(side: Side, other: Side, unit: Unit) -> AlignedSide:
    """One side of a pair."""
    own, substance = side.own, side.substance
    return AlignedSide(
        plan=side.plan.profile.plan,
        document=own.measure.document,
        measure=own.measure.id,
        city=side.plan.profile.place,
        start=unit.start,
        end=unit.end,
        words=_weightiest(
            [(weight, word) for word, weight in own.words.items() if word not in other.own.words], MOST_OWN
        ),
        functions=sorted(substance.functions),
        deadline=substance.deadline,
        stance=substance.stance_on(other.substance),
    )


def _weightiest(words: Sequence[tuple[float, str]], most: int) -> list[str]:
    """The weightiest words, sorted; none that is part of one taken before it."""
    taken: list[str] = []
    for _, word in sorted(words, reverse=True):
        if not any(word in longer or longer in word for longer in taken):
            taken.append(word)
            if len(taken) == most:
                break
    return sorted(taken)
