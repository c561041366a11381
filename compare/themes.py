"""Themes: families of measures of several cities, made of pairs that alignment calls the same.

A family is a centre and the measures that are the same as it; nothing joins over a third measure, so that families do
not run into each other. Centres are taken one after the other, best first, each being the same as none taken before.
Best is the measure that the most cities have a counterpart of, times how many of these counterparts are the same as
each other: a measure that says one thing goes before a long one that says many. Families with one name are one.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from codebooks.models import models
from codebooks.topics import Entry, topics
from codebooks.words import word_weights
from compare.alignment.profile import Named, named_things, topic_of, with_topics
from graph.derived.alignment import AlignedSide, AlignmentFact
from graph.derived.themes import ThemeFact, ThemeMember
from graph.facts import Measure, PlanFacts

RULE = "themes.same_as_centre"
MOST_LOOKED_AT = 40
"""Of more counterparts than so many only the nearest tell whether a measure says one thing."""
LEAST_SHARE = 0.5
"""So many of a family's measures must name what it is named by, or have a word, at least."""
MOST_WORDS = 6
BASES = ("lever", "model", "topic")
"""What names a family, the most telling first."""
VERBS = re.compile(
    r"^(?:(?:持续|大力|扎实|全面|积极|加快|不断|进一步|深入|努力|着力|切实)*"
    r"(?:推进|推动|深化|加强|完善|强化|提升|建立健全|健全|建设|做实|落实|促进|优化|实施|构建|改善|打造|提供|搭建|加大|畅通|整合|推行|鼓励|支持)?)"
)
"""How the headings of measures begin, whatever they are about."""

type Ref = tuple[str, str, str]
"""Plan, document and measure."""


@dataclass(slots=True)
class Ties:
    """The measures that a measure is the same as, with score, and its place that shows it."""

    score: dict[Ref, float] = field(default_factory=dict)
    place: dict[Ref, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Family:
    """A centre with its members: score and place by measure."""

    centre: Ref
    members: Mapping[Ref, tuple[float, int, int]]


@dataclass(frozen=True, slots=True)
class Name:
    """What a family is called, and by what."""

    basis: str
    key: str
    zh: str
    en: str | None
    topic: str | None


class Held:
    """The measures of all plans: what they say, name and whose they are."""

    def __init__(self, plans: Sequence[PlanFacts]) -> None:
        self.measures: dict[Ref, Measure] = {}
        self.named: dict[Ref, Mapping[str, Named]] = {}
        self.city: dict[str, str] = {facts.key: facts.place.name for facts in plans}
        for facts in plans:
            named = named_things(facts)
            for measure in facts.measures:
                ref = facts.key, measure.document, measure.id
                self.measures[ref], self.named[ref] = measure, named[measure.id]


def themes(plans: Sequence[PlanFacts], aligned: Sequence[AlignmentFact]) -> list[ThemeFact]:
    """The themes of all plans, by key; each has measures of at least two cities."""
    ties = same_ties(aligned)
    held = Held(plans)
    by_name: dict[str, tuple[Name, list[Family]]] = {}
    for family in families(ties, held):
        free = (name for name in names_of(family, held) if name.basis != "topic" or name.key not in by_name)
        name = next(free)
        by_name.setdefault(name.key, (name, []))[1].append(family)
    nearest = _nearest(by_name)
    found = [_fact(name, own, held, nearest) for name, own in by_name.values()]
    return sorted((fact for fact in found if fact.cities > 1), key=lambda fact: fact.key)


def same_ties(aligned: Sequence[AlignmentFact]) -> dict[Ref, Ties]:
    """Which measures are the same, both ways."""
    found: dict[Ref, Ties] = defaultdict(Ties)
    for fact in aligned:
        if fact.verdict == "same":
            for own, other in ((fact.first, fact.second), (fact.second, fact.first)):
                ties = found[_ref(own)]
                ties.score[_ref(other)] = fact.score
                ties.place[_ref(other)] = own.start, own.end
    return dict(found)


def families(ties: Mapping[Ref, Ties], held: Held) -> Iterator[Family]:
    """The families, the best centre first."""
    order = sorted(ties, key=lambda ref: (-focus(ref, ties, held), -sum(sorted(ties[ref].score.values())), ref))
    reached: set[Ref] = set()
    for centre in order:
        if centre not in reached:
            own = ties[centre].score
            reached |= {centre, *own}
            measure = held.measures[centre]
            first = measure.sentences[0].start if measure.sentences else measure.end
            members = {other: (score, *ties[other].place[centre]) for other, score in sorted(own.items())}
            yield Family(centre, {centre: (1.0, measure.start, first), **members})


def focus(ref: Ref, ties: Mapping[Ref, Ties], held: Held) -> float:
    """How many cities have a counterpart of a measure, times the share of these counterparts' pairs, itself among them,
    that are the same as each other; counterparts in one city count as the same."""
    near = sorted(ties[ref].score, key=lambda other: (-ties[ref].score[other], other))[:MOST_LOOKED_AT]
    cities = {held.city[other[0]] for other in near}
    pairs = [(one, other) for place, one in enumerate(near) for other in near[:place]]
    like = sum(1 for one, other in pairs if other in ties[one].score or held.city[one[0]] == held.city[other[0]])
    return len(cities) * (len(near) + like) / (len(near) + len(pairs))


def names_of(family: Family, held: Held) -> Iterator[Name]:
    """What may name a family, the best first: levers, models and topics that its centre and at least half of its
    measures name in a heading or a sentence of their own. Before all others a lever or model of its centre's heading
    that as many measures name as any; then by in how many headings they stand, a lever before a model before a topic,
    then by in how many measures; last its centre's heading without verb."""
    headings, owners = Counter[str](), Counter[str]()
    for ref in family.members:
        own = with_topics(held.named[ref])
        owners.update(own.keys())
        headings.update(key for key, heading in own.items() if heading)
    centre = with_topics(held.named[family.centre])
    fit = [key for key in centre if owners[key] >= LEAST_SHARE * len(family.members)]
    places, most = held.named[family.centre], max((owners[key] for key in fit), default=0)

    def rank(key: str) -> tuple[bool, int, int, int, str]:
        of_centre = not key.startswith("topic:") and places[key].where == "heading" and owners[key] == most
        return not of_centre, -headings[key], BASES.index(key.split(":", maxsplit=1)[0]), -owners[key], key

    for key in sorted(fit, key=rank):
        yield _by_codebook(*key.split(":"))
    title = held.measures[family.centre].title
    zh = VERBS.sub("", title) or title
    yield Name("heading", f"heading-{hashlib.sha256(zh.encode()).hexdigest()[:8]}", zh, None, None)


def _by_codebook(basis: str, key: str) -> Name:
    """The name of an entry; one that the codebook lacks by now goes by its key."""
    if basis == "model":
        known = next((each for each in models() if each.key == key), None)
        return Name(basis, key, known.zh, known.en, topic_of().get(key)) if known else Name(basis, key, key, None, None)
    entry: Entry | None = next((each for each in topics().entries if each.key == key), None)
    return Name(basis, key, entry.zh, entry.en, entry.topic) if entry else Name(basis, key, key, None, None)


def _nearest(by_name: Mapping[str, tuple[Name, Sequence[Family]]]) -> dict[Ref, str]:
    """The key of the theme that each measure is nearest to."""
    best: dict[Ref, tuple[float, str]] = {}
    for name, own in by_name.values():
        for family in own:
            for ref, (score, _, _) in family.members.items():
                best[ref] = min(best.get(ref, (0.0, "")), (-score, name.key))
    return {ref: key for ref, (_, key) in best.items()}


def _fact(name: Name, own: Sequence[Family], held: Held, nearest: Mapping[Ref, str]) -> ThemeFact:
    members: dict[Ref, ThemeMember] = {}
    for family in own:
        for ref, (score, start, end) in family.members.items():
            if ref not in members or score > members[ref].score:
                members[ref] = ThemeMember(
                    plan=ref[0], document=ref[1], measure=ref[2], city=held.city[ref[0]],
                    role="centre" if ref == family.centre else "member", score=score,
                    primary=nearest[ref] == name.key, start=start, end=end,
                )  # fmt: skip
    return ThemeFact.model_validate(
        {
            "key": name.key,
            "name": name.zh,
            "en": name.en,
            "basis": name.basis,
            "topic": name.topic,
            "words": _words(list(members), held),
            "cities": len({member.city for member in members.values()}),
            "members": [members[ref] for ref in sorted(members)],
            "rule": f"{RULE}.{name.basis}",
        }
    )


def _words(refs: Sequence[Ref], held: Held) -> list[str]:
    """The weightiest words that at least half of the measures have, sorted; none that is part of another."""
    counts = Counter(word for ref in refs for word in held.measures[ref].terms)
    weights = word_weights()
    taken: list[str] = []
    for word in sorted(counts, key=lambda word: (-counts[word] * weights[word], word)):
        if counts[word] >= LEAST_SHARE * len(refs) and not any(word in one or one in word for one in taken):
            taken.append(word)
        if len(taken) == MOST_WORDS:
            break
    return sorted(taken)


def _ref(side: AlignedSide) -> Ref:
    return side.plan, side.document, side.measure
