"""Topics and levers that measures mention, by ``codebooks/topics.yaml`` and ``levers.yaml``, and where they stand.

A lever that a heading names, or that has a sentence of its own, is something else than one in a passing clause:
comparing rests on that, so each mention says where it is. Goal sections and closing lines of bodies are not read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codebooks.topics import Hit, hits
from graph.facts import TopicMention, Where
from loaders.fold import fold
from loaders.pattern import Pattern
from loaders.plan import Claims, Passed, Plan, Section
from loaders.rules.components import words_end
from loaders.rules.joined import Joined
from loaders.rules.table_tasks import ROW

SENTENCE = Pattern("topic_sentence", r"[。;!?]+", matches=("推进。",), near_misses=("推进,",))
CLAUSE = Pattern("topic_clause", r"[,:]+", matches=("推进,",), near_misses=("推进、",))
LEADING = Pattern(
    "leading_clause",
    r"\s*(?:到?20\d\d年|以[^,]*为|依托|结合|围绕|按照|根据|通过|利用|借助|针对|坚持|依据|立足|为了?[^,]{2})",
    matches=("依托县级医院", "到2025年", "以慢性病为切入点", "为保障用药"),
    near_misses=("推进分级诊疗", "以县带乡"),
    way="match",
)
"""A clause that says with what, by what or when the next one acts: it is never what its sentence is about."""
SETTING = Pattern(
    "setting_before",
    r"(?:依托|利用|运用|对|在|由|向|将|把)[^,、推实开建落强完提加设]{0,8}\Z",
    matches=("探索对", "依托市", "由三甲"),
    near_misses=("对医院实行", "推进"),
)
"""Words before a mention that make it where or with whom something is done, not what: 在医共体内, 由县级医院牵头."""
SETTING_AFTER = Pattern(
    "setting_after",
    r"(?:内(?!部)|牵头|等?挂钩)",
    matches=("内实施", "牵头组建"),
    near_misses=("内部管理", "建设"),
    way="match",
)
OF_HEALTH, ALL_HEALTH = 0.3, 0.8
"""A document is about health when so many of its measures mention a topic of health by its own words, and about little
else from the second figure on: there alone words of a setting say what a measure is about."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A heading, or a sentence of a measure: its place, and where its acting clauses begin and end."""

    where: Where
    start: int
    end: int
    clauses: tuple[tuple[int, int], ...]


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


def stretches(folded: str, start: int, body: int, end: int) -> list[Stretch]:
    """The heading and the sentences of a measure."""
    found = [Stretch("heading", start, body, ((start, body),))] if body > start else []
    at, first = body, True
    for stop in [*(match.end() for match in SENTENCE.re.finditer(folded, body, end)), end]:
        if folded[at:stop].strip():
            found.append(Stretch("first" if first else "sentence", at, stop, _acting(folded, at, stop)))
            first = False
        at = stop
    return found


def _acting(folded: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence that act, not those that say with what or when; all of them where none acts."""
    stops = [match.end() for match in CLAUSE.re.finditer(folded, start, end)]
    clauses = [(left, right) for left, right in zip([start, *stops], [*stops, end], strict=True) if left < right]
    acting = [clause for clause in clauses if not LEADING.re.match(folded, *clause)]
    return tuple(acting or clauses)


def where(folded: str, part: Stretch, hit: Hit, inside: Sequence[Hit]) -> Where:
    """Where a mention stands: a sentence is its own when it is in the first clause that acts, or when its topic is in
    half of those clauses; elsewhere, and where it is a mere setting, it is in passing."""
    if part.where == "heading":
        return "heading"
    clause = next((left for left, right in part.clauses if left <= hit.start < right), None)
    if clause is None or SETTING.re.search(folded, clause, hit.start) or SETTING_AFTER.re.match(folded, hit.end):
        return "passing"
    starts = [left for left, _ in part.clauses]
    alike = (one for one in inside if one.entry.topic == hit.entry.topic and one.kind != "weak")
    held = {bisect_right(starts, one.start) for one in alike}
    return part.where if clause == starts[0] or 2 * len(held) >= len(starts) else "passing"


def _claim(joined: Joined, measure: str, found: Sequence[Spot], health: float, claims: Claims[TopicMention]) -> None:
    """The records of a measure: one for each entry, kind of word and kind of place. ``health``: the share of its
    document's measures that are about health."""
    first: dict[tuple[str, bool, Where], Spot] = {}
    count: dict[tuple[str, bool, Where], set[int]] = {}
    for spot in sorted(found, key=lambda each: (each.hit.start, -each.hit.end)):
        hit = spot.hit
        if hit.kind == "weak" and spot.where in ("sentence", "passing"):  # a setting is told by a heading or an opening
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
