"""What alignment knows of a measure: its weighted words by heading and sentence, and the things it names with where.

A thing that a measure names (a lever or topic of the codebook, a reform model) stands in its heading, in a heading
above it, in its first sentence, in a sentence of its own, or in passing. All of it is made from the facts of one plan,
so a profile never depends on other plans.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from codebooks.topics import topics
from codebooks.words import word_weights
from compare.alignment.lists import Lists
from graph.facts import Measure, PlanFacts, Where

PLACES: tuple[Where, ...] = ("parent", "passing", "clause", "sentence", "first", "heading")
"""Places of a thing, the weakest first."""
PLACE_COUNTS: Mapping[Where, float] = {
    "parent": 0.7, "passing": 0.4, "clause": 0.4, "sentence": 1.5, "first": 2.0, "heading": 4.0,
}  # fmt: skip
"""How much a place counts when the levers and topics of two measures are laid side by side."""
WEAK_COUNTS = 0.5
"""So much of it where the words name a setting only."""
HEADING_COUNTS = 2
"""A word of the heading counts as if it stood so many times more in the text."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading or a sentence: its words, sorted, the length of their weighted vector, and its place in the source."""

    words: tuple[str, ...]
    length: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that a measure names: its strongest place among those of the measure."""

    where: Where
    start: int
    end: int

    @property
    def own(self) -> bool:
        """Whether it is in the heading or has a sentence of its own."""
        return self.where not in ("parent", "passing", "clause")


@dataclass(frozen=True, slots=True)
class Profile:
    """A measure as alignment sees it.

    ``words``, ``levers``, ``topics`` and ``fields`` are vectors of length 1; ``units``: heading first; ``named``: by
    lever:, topic: or model: and key; ``told``: it names something, and the codebook knows the field of its document, so
    that what it does not name says something too.
    """

    measure: Measure
    words: dict[str, float]
    levers: dict[str, float]
    topics: dict[str, float]
    fields: dict[str, float]
    units: tuple[Unit, ...]
    named: Mapping[str, Named]
    told: bool

    @property
    def heading(self) -> Unit:
        """The words of its heading."""
        return self.units[0]

    @property
    def sentences(self) -> tuple[Unit, ...]:
        """The words of its sentences."""
        return self.units[1:]

    def unit_at(self, place: int) -> Unit | None:
        """The heading or sentence around a place of the text, None where there is none."""
        return next((unit for unit in self.units if unit.start <= place < unit.end), None)


@dataclass(frozen=True, slots=True)
class PlanProfile:
    """The measures of a plan, with indexes. ``index``: for each word, the places of the measures that have it, with its
    weight there. ``unit_index``: for each word, the numbers of the units that have it; ``owners``: the measure of each
    unit and its place in it; ``lengths``: of each unit's vector."""

    plan: str
    place: str
    measures: tuple[Profile, ...]
    index: Mapping[str, Sequence[tuple[int, float]]]
    unit_index: Mapping[str, Sequence[int]]
    owners: Sequence[tuple[int, int]]
    lengths: Sequence[float]


@dataclass(slots=True)
class _Mentions:
    """What is gathered of one measure."""

    levers: dict[str, float]
    topics: dict[str, float]
    fields: dict[str, float]
    named: dict[str, Named]


def profile(facts: PlanFacts) -> PlanProfile:
    """The profile of a plan, its measures in the order of the text."""
    mentions = _mentions(facts)
    told = _told_by_codebook(facts, mentions)
    measures = [_measure(each, mentions[each.id], each.document in told) for each in facts.measures]
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    unit_index: dict[str, list[int]] = defaultdict(list)
    owners: list[tuple[int, int]] = []
    lengths: list[float] = []
    for place, each in enumerate(measures):
        for word, weight in each.words.items():
            index[word].append((place, weight))
        for number, unit in enumerate(each.units):
            for word in unit.words:
                unit_index[word].append(len(owners))
            owners.append((place, number))
            lengths.append(unit.length)
    return PlanProfile(facts.key, facts.place.name, tuple(measures), dict(index), dict(unit_index), owners, lengths)


def _told_by_codebook(facts: PlanFacts, mentions: Mapping[str, "_Mentions"]) -> set[str]:
    """The documents that the codebook knows the field of: more than half of their measures name something of it in
    their heading or in a sentence of their own."""
    own: dict[str, list[bool]] = defaultdict(list)
    for measure in facts.measures:
        own[measure.document].append(any(one.own for one in mentions[measure.id].named.values()))
    return {document for document, found in own.items() if sum(found) > len(found) / 2}


def named_things(facts: PlanFacts) -> dict[str, Mapping[str, Named]]:
    """The things that each measure of a plan names, by the measure's id; the words are not weighed for it."""
    mentions = _mentions(facts)
    return {measure.id: mentions[measure.id].named for measure in facts.measures}


def with_topics(named: Mapping[str, Named]) -> dict[str, bool]:
    """What a measure names in a heading (True) or a sentence of its own (False); a lever names its topic too."""
    found: dict[str, bool] = {}
    for key, one in named.items():
        if one.own:
            topic = topic_of().get(key[6:]) if key.startswith("lever:") else None
            for each in [key, f"topic:{topic}"] if topic else [key]:
                found[each] = found.get(each, False) or one.where == "heading"
    return found


@cache
def topic_of() -> dict[str, str]:
    """The topic of every lever by its key."""
    return {entry.lever: entry.topic for entry in topics().entries if entry.lever}


def _measure(measure: Measure, mentions: _Mentions, told: bool) -> Profile:
    weights = word_weights()
    counts = Counter(measure.terms)
    for word in measure.heading:
        counts[word] += HEADING_COUNTS
    first = measure.sentences[0].start if measure.sentences else measure.end
    units = [_unit(measure.heading, measure.start, first)]
    units += [_unit(each.terms, each.start, each.end) for each in measure.sentences]
    return Profile(
        measure,
        _of_length_1({word: (1 + math.log(count)) * weights[word] for word, count in counts.items()}),
        _of_length_1(mentions.levers),
        _of_length_1(mentions.topics),
        _of_length_1(mentions.fields),
        tuple(units),
        mentions.named,
        told and bool(mentions.named),
    )


def _unit(words: Iterable[str], start: int, end: int) -> Unit:
    weights, own = word_weights(), tuple(sorted(words))
    return Unit(own, math.sqrt(sum(weights[word] ** 2 for word in own)), start, end)


def _of_length_1(vector: Mapping[str, float]) -> dict[str, float]:
    """The vector divided by its length, sorted by key so that sums of it are the same in any order of facts."""
    length = math.sqrt(sum(vector[key] ** 2 for key in sorted(vector))) or 1.0
    return {key: vector[key] / length for key in sorted(vector)}


def _mentions(facts: PlanFacts) -> dict[str, _Mentions]:
    """The levers, topics and models that each measure names, by the measure's id."""
    fields = topics().topics
    found = defaultdict[str, _Mentions](lambda: _Mentions({}, {}, {}, {}))
    lists = Lists(facts)
    for topic in sorted(facts.topics, key=lambda each: (each.start, each.topic, each.lever or "", each.where)):
        own, key = found[topic.measure], f"lever:{topic.lever}" if topic.lever else f"topic:{topic.topic}"
        where = topic.where
        if where in ("first", "sentence") and topic.count == 1 and lists.has(topic.measure, topic.start):
            where = "passing"
        counts = PLACE_COUNTS[where] * (WEAK_COUNTS if topic.weak else 1.0)
        own.levers[key] = max(own.levers.get(key, 0.0), counts)
        own.topics[topic.topic] = own.topics.get(topic.topic, 0.0) + counts * (1 + math.log(topic.count))
        field = fields[topic.topic].field if topic.topic in fields else topic.topic
        own.fields[field] = own.fields.get(field, 0.0) + counts
        _keep(own.named, key, Named(where, topic.start, topic.end))
    first = {each.id: each.sentences[0].start for each in facts.measures if each.sentences}
    for model in facts.models:
        where = "passing" if model.stance == "mention" or lists.has(model.measure, model.start) else "sentence"
        if model.start < first.get(model.measure, model.end):
            where = "heading"
        _keep(found[model.measure].named, f"model:{model.model}", Named(where, model.start, model.end))
    return found


def _keep(found: dict[str, Named], key: str, new: Named) -> None:
    """Put a mention down where it is stronger than the one known, or as strong and before it."""
    old = found.get(key)
    if old is None or (-PLACES.index(new.where), new.start) < (-PLACES.index(old.where), old.start):
        found[key] = new
