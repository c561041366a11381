"""What two measures have in common, as numbers between 0 and 1 that a rule can weigh.

``text``: likeness of all words. ``heading``: likeness of one measure's heading to the other's heading or to one
sentence of it, the better way round. ``sentences``: how like the sentences of each are to the likest of the other, on
average. ``levers`` and ``topics``: likeness of what both name, by place. ``shared_levers``: how many levers have a
heading or a sentence of their own in both. ``model_lever``: one names a model in its heading on which the other acts.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codebooks.words import word_weights
from compare.alignment.profile import PLACES, PlanProfile, Profile, Unit

FEATURES = ("text", "heading", "sentences", "levers", "topics", "shared_levers", "model_lever")
MOST_LEVERS = 4
"""More shared levers than so many count no more."""
LIKE_HEADINGS = 0.6
"""From this likeness on, a heading and what is likest to it show best that two measures are about one thing."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The features of a pair, and the unit of each measure that shows it best: where a lever or model that both name
    stands, else what is likest to the heading of the other."""

    features: Mapping[str, float]
    first_unit: Unit
    second_unit: Unit


def text_likeness(first: Profile, plan: PlanProfile) -> dict[int, float]:
    """The cosine of a measure's words with those of each measure of a plan, by its place, where they share one."""
    found: dict[int, float] = {}
    for word, weight in first.words.items():
        for place, other in plan.index.get(word, ()):
            found[place] = found.get(place, 0.0) + weight * other
    return found


def likeness(first: Profile, second: Profile, text: float) -> Likeness:
    """The features of a pair; ``text`` is the cosine of their words. Roots spread what lies near 0."""
    there, second_unit = _likest(first.heading, second.units)
    back, first_unit = _likest(second.heading, first.units)
    named = sorted(first.named.keys() & second.named.keys())
    own = sum(1 for key in named if not key.startswith("model:") and first.named[key].own and second.named[key].own)
    return Likeness(
        {
            "text": math.sqrt(text),
            "heading": max(there, back),
            "sentences": _sentences(first, second),
            "levers": math.sqrt(_product(first.levers, second.levers)),
            "topics": math.sqrt(_product(first.topics, second.topics)),
            "shared_levers": math.sqrt(min(own, MOST_LEVERS) / MOST_LEVERS),
            "model_lever": float(any(_leads(first, second, key) for key in named if key.startswith("model:"))),
        },
        first_unit,
        second_unit,
    )


def cosine(first: Unit, second: Unit) -> float:
    """The cosine of two units' weighted words."""
    shared = first.words & second.words
    if not shared:
        return 0.0
    weights = word_weights()
    return sum(weights[word] * weights[word] for word in sorted(shared)) / (first.length * second.length)


def _likest(heading: Unit, units: tuple[Unit, ...]) -> tuple[float, Unit]:
    """The greatest cosine with a heading, and the unit that has it: of equals the first."""
    best, found = -1.0, units[0]
    for unit in units:
        value = cosine(heading, unit)
        if value > best:
            best, found = value, unit
    return best, found


def _sentences(first: Profile, second: Profile) -> float:
    """The mean over the sentences of both of the cosine with the likest sentence of the other, each side half."""
    if not first.sentences or not second.sentences:
        return 0.0
    table = [[cosine(one, other) for other in second.sentences] for one in first.sentences]
    there = sum(max(row) for row in table) / len(table)
    back = sum(max(column) for column in zip(*table, strict=True)) / len(table[0])
    return (there + back) / 2


def _product(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """The product of two vectors."""
    return sum(first[key] * second[key] for key in first if key in second)


def _strongest(first: Profile, second: Profile, named: Sequence[str]) -> str | None:
    """The thing that both name in the strongest places, of equals a lever or model before a topic, then by key; None
    where one of them names each thing in a heading above it alone."""

    def strength(key: str) -> tuple[int, int, bool, str]:
        places = sorted(PLACES.index(each.named[key].where) for each in (first, second))
        return -places[0], -places[1], key.startswith("topic:"), key

    best = min(named, key=strength, default=None)
    return best if best is not None and strength(best)[0] < 0 else None


def _leads(first: Profile, second: Profile, key: str) -> bool:
    """Whether one names a thing in its heading that the other names there or in a sentence of its own."""
    one, other = first.named[key], second.named[key]
    return "heading" in (one.where, other.where) and one.own and other.own
