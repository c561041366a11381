"""What two measures have in common, as numbers between 0 and 1 that a rule can weigh.

``text``: likeness of all words. ``heading``: likeness of one measure's heading to the other's heading or to one
sentence of it, the better way round. ``sentences``: how like the sentences of each are to the likest of the other, on
average. ``levers``, ``topics`` and ``fields``: likeness of what both name, by place. ``heading_levers``: the share of
the levers of a heading that have a heading or a sentence of their own in the other, the mean of both ways round.
``shared_levers``: how many levers have that in both. ``model_lever``: one names a model in its heading on which the
other acts.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.alignment.profile import PLACES, PlanProfile, Profile, Unit, with_topics
from compare.alignment.words import WordLikeness, side_by_side

WORDS = ("text", "heading", "sentences")
"""Features of words alone."""
FEATURES = (*WORDS, "levers", "topics", "fields", "heading_levers", "shared_levers", "model_lever")
MOST_LEVERS = 4
"""More shared levers than so many count no more."""
LIKE_HEADINGS = 0.6
"""From this likeness on, a heading and what is likest to it show best that two measures are about one thing."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The features of a pair, and the unit of each measure that shows it best: where a lever or model that both name
    stands, else what is likest to the heading of the other. ``named``: what both name; ``told``: the codebook knows of
    one of them what it is about, else words alone can tell; ``shown``: what one heading names is the other's heading or
    has a sentence of its own there, without which no pair is the same."""

    features: Mapping[str, float]
    named: Sequence[str]
    told: bool
    shown: bool
    first_unit: Unit
    second_unit: Unit


def likenesses(first: PlanProfile, second: PlanProfile, least: float) -> Iterator[tuple[Profile, Profile, Likeness]]:
    """What every two measures have in common whose words are at least so much alike, or that name one thing."""
    for place, other, words in side_by_side(first, second, least):
        yield (
            first.measures[place],
            second.measures[other],
            _likeness(first.measures[place], second.measures[other], words),
        )


def _likeness(first: Profile, second: Profile, words: WordLikeness) -> Likeness:
    """The features of a pair. Roots spread what lies near 0."""
    named = sorted(first.named.keys() & second.named.keys())
    own = sum(1 for key in named if not key.startswith("model:") and first.named[key].own and second.named[key].own)
    first_unit, second_unit = first.units[words.first_unit], second.units[words.second_unit]
    if words.back > words.there:
        second_unit = second.heading
    else:
        first_unit = first.heading
    best = _strongest(first, second, named)
    if best is not None and words.heading < LIKE_HEADINGS:
        first_unit = first.unit_at(first.named[best].start) or first_unit
        second_unit = second.unit_at(second.named[best].start) or second_unit
    features = {
        "text": math.sqrt(words.text),
        "heading": words.heading,
        "sentences": words.sentences,
        "levers": math.sqrt(_product(first.levers, second.levers)),
        "topics": math.sqrt(_product(first.topics, second.topics)),
        "fields": _product(first.fields, second.fields),
        "heading_levers": (_heading_levers(first, second) + _heading_levers(second, first)) / 2,
        "shared_levers": math.sqrt(min(own, MOST_LEVERS) / MOST_LEVERS),
        "model_lever": float(any(_leads(first, second, key) for key in named if key.startswith("model:"))),
    }
    told = first.told or second.told
    shown = not told or words.heading >= LIKE_HEADINGS or _shown(first, second)
    return Likeness(features, named, told, shown, first_unit, second_unit)


def _product(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """The product of two vectors."""
    return sum(first[key] * second[key] for key in first if key in second)


def _heading_levers(first: Profile, second: Profile) -> float:
    """The share of the levers of a heading that the other names in its own or in a sentence of their own; 0 where the
    heading names none."""
    levers = [key for key, one in first.named.items() if key.startswith("lever:") and one.where == "heading"]
    shared = sum(1 for key in levers if key in second.named and second.named[key].own)
    return shared / len(levers) if levers else 0.0


def _shown(first: Profile, second: Profile) -> bool:
    """Whether something that one heading names is in the other's heading or in a sentence of its own there, be it a
    lever of the topic that the heading names; also where neither heading names a thing."""
    ways = [
        (key, other.named)
        for one, other in ((first, second), (second, first))
        for key, place in one.named.items()
        if place.where == "heading"
    ]
    return not ways or any(key in with_topics(named) for key, named in ways)


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
