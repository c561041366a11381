"""Topics and levers that measures mention, by ``codebooks/topics.yaml`` and ``levers.yaml``, and where they stand.

A lever that a heading names, or that has a sentence of its own, is something else than one in a passing clause:
comparing rests on that, so each mention says where it is. Goal sections and closing lines of bodies are not read.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codebooks.topics import Hit, hits
from graph.facts import TopicMention, Where
from loaders.fold import fold
from loaders.plan import Claims, Passed, Plan, Section
from loaders.rules.components import words_end
from loaders.rules.joined import Joined
from loaders.rules.table_tasks import ROW
from loaders.rules.topic_places import stretches, where

OF_HEALTH, ALL_HEALTH = 0.3, 0.8
"""A document is about health when so many of its measures mention a topic of health by its own words, and about little
else from the second figure on: there alone words of a setting say what a measure is about."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention in the joined words. ``part``: where its heading or sentence begins."""

    hit: Hit
    where: Where
    part: int


class Mentions:
    """The mentions of all topics in the joined words of a plan, found once; ``passed``: words that are none."""

    def __init__(self, plan: Plan) -> None:
        self.joined = Joined(plan.folded, plan.prose)
        self.kept, covered = standing(hits(self.joined.folded))
        self._starts = [hit.start for hit in self.kept]
        self.passed = [Passed(f"topics.{rule}", *self.joined.span(hit.start, hit.end)) for hit, rule in covered]

    def between(self, start: int, end: int) -> list[Hit]:
        """The mentions that lie between two places of the joined words."""
        found = self.kept[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [hit for hit in found if hit.end <= end]


def read(plan: Plan) -> Claims[TopicMention]:
    """Every topic and lever that measures mention: the first place of each kind of place, with the number of places."""
    mentions = Mentions(plan)
    claims: Claims[TopicMention] = Claims(passed=mentions.passed)
    health = health_of(plan, mentions)
    by_id = {(section.document, section.id): section for section in plan.sections}
    for section in plan.sections:
        if section.is_measure and section.id:
            found = list(_spots(mentions, section, _above(section, by_id)))
            _claim(mentions.joined, section.id, found, health[section.document], claims)
    return claims


def health_of(plan: Plan, mentions: Mentions) -> dict[str, float]:
    """The share of each document's measures that hold a word of health alone."""
    counts: dict[str, list[bool]] = {}
    for section in plan.sections:
        if section.is_measure:
            if section.rule == ROW:  # its words are blank in the prose
                found = hits(plan.source.folded, section.title_start, section.own_end)
            else:
                found = mentions.between(*map(mentions.joined.place, (section.title_start, section.own_end)))
            counts.setdefault(section.document, []).append(any(hit.kind == "strong" for hit in found))
    return {document: sum(found) / len(found) for document, found in counts.items()}


def _above(section: Section, by_id: dict[tuple[str, str | None], Section]) -> list[Section]:
    """The sections above a measure, the nearest first."""
    found: list[Section] = []
    above = by_id.get((section.document, section.above))
    while above and above not in found:
        found.append(above)
        above = by_id.get((section.document, above.above))
    return found


def _spots(mentions: Mentions, section: Section, above: Sequence[Section]) -> Iterator[Spot]:
    """The mentions of a measure."""
    joined = mentions.joined
    for parent in above:
        start, end = joined.place(parent.title_start), joined.place(parent.body)
        for hit in mentions.between(start, end):
            yield Spot(hit, "parent", start)
    start, body, end = (joined.place(place) for place in (section.title_start, section.body, section.own_end))
    end = words_end(joined.folded, body, end)
    if body <= start:
        start, body = _named(joined.folded, section.title, start, end)
    for part in stretches(joined.folded, start, body, end):
        inside = mentions.between(part.start, part.end)
        for hit in inside:
            yield Spot(hit, where(joined.folded, part, hit, inside), part.start)


def _named(folded: str, title: str, start: int, end: int) -> tuple[int, int]:
    """Where an item whose heading is its first clause (a row of a table) has it, and where its other words begin."""
    words = fold(title).replace(" ", "")
    at = folded.find(words, start, end) if words else -1
    return (at, at + len(words)) if at >= 0 and not folded[start:at].strip(" 。\n") else (start, start)


def standing(found: Sequence[Hit]) -> tuple[list[Hit], list[tuple[Hit, str]]]:
    """The hits that are mentions, and those that are not with the rule that says so: ``near_miss`` inside a word of
    the entry's ``not``, ``part`` inside a longer word of another entry (人才 inside 中医药人才)."""
    kept: list[Hit] = []
    passed: list[tuple[Hit, str]] = []
    for group in _overlapping(found):
        if len(group) == 1 and group[0].kind != "not":  # nearly everywhere
            kept.append(group[0])
            continue
        for hit in group:
            if hit.kind == "not":
                continue
            around = [one for one in group if one.start <= hit.start and hit.end <= one.end]
            if any(one.kind == "not" and one.entry is hit.entry for one in around):
                passed.append((hit, "near_miss"))
            elif any(_swallows(one, hit) for one in around):
                passed.append((hit, "part"))
            else:
                kept.append(hit)
    return kept, passed


def _overlapping(found: Sequence[Hit]) -> Iterator[list[Hit]]:
    """The hits, which are in the order of their starts, in groups that do not touch one another."""
    group: list[Hit] = []
    end = 0
    for hit in found:
        if group and hit.start >= end:
            yield group
            group = []
        group.append(hit)
        end = max(end, hit.end) if len(group) > 1 else hit.end
    if group:
        yield group


RANKS = {"strong": 3, "general": 2, "weak": 1, "not": 0}
"""Where a mention of a kind counts, one of a higher kind does so too."""


def _swallows(one: Hit, hit: Hit) -> bool:
    """Whether a word takes a hit of its own kind or a lower one in: a longer word of another entry, a lever's word that
    of its topic, any longer word a weak one; a topic's own word leaves those of its levers alone."""
    if RANKS[one.kind] < max(RANKS[hit.kind], RANKS["general"]) or one.gap or one is hit:
        return False
    mine, longer = one.entry.topic == hit.entry.topic, one.end - one.start > hit.end - hit.start
    if hit.kind == "weak" and longer:
        return True
    if mine and (one.entry is hit.entry or hit.entry.lever is None):
        return one.entry is not hit.entry
    return longer and not (mine and one.entry.lever is None)


def _claim(joined: Joined, measure: str, found: Sequence[Spot], health: float, claims: Claims[TopicMention]) -> None:
    """The records of a measure: one for each entry, kind of word and kind of place. ``health``: the share of its
    document's measures that are about health."""
    first: dict[tuple[str, bool, Where], Spot] = {}
    count: dict[tuple[str, bool, Where], set[int]] = {}
    for spot in sorted(found, key=lambda each: (each.hit.start, -each.hit.end)):
        hit = spot.hit
        if hit.kind == "weak" and spot.where not in ("heading", "parent", "first"):  # they alone tell a setting
            continue
        if health < {"strong": 0, "general": OF_HEALTH, "weak": ALL_HEALTH, "not": 0}[hit.kind]:
            claims.passed.append(Passed("topics.other_field", *joined.span(hit.start, hit.end)))
            continue
        key = (hit.entry.key, hit.kind == "weak", spot.where)
        first.setdefault(key, spot)
        count.setdefault(key, set()).add(spot.part)
    for (_, weak, place), spot in first.items():
        hit = spot.hit
        start, end = joined.span(hit.start, hit.end)
        claims.found.append(
            TopicMention(
                measure=measure, topic=hit.entry.topic, lever=hit.entry.lever, where=place, weak=weak,
                count=len(count[hit.entry.key, weak, place]), quote=joined.printed(hit.start, hit.end), start=start,
                end=end, rule=f"topics.{hit.entry.key}.{hit.kind}",
            )
        )  # fmt: skip
