"""Components: words of a measure that do, or end, a part of a reform model, by ``codebooks/components``.

Goal sections are not read: they say what is wished for. Closing lines that name the responsible bodies are not read
either: a department for joint supervision supervises nothing by being named. Whether the parts make a component done
is for compare to say.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codebooks.component_parts import Part
from codebooks.component_words import cores, ends
from codebooks.components import PartKey, all_parts
from graph.facts import ComponentMention, Polarity
from loaders.pattern import Pattern
from loaders.plan import Claims, Passed, Plan
from loaders.rules.joined import Joined

CLAUSE = Pattern("clause", r"[,，。;；:：!?]", matches=("推进,",), near_misses=("推进、",))
SENTENCE = Pattern("sentence", r"[。;；!?]", matches=("推进。",), near_misses=("推进,",))
CLOSING = Pattern(
    "closing",
    r"\((?:责任|牵头|配合)[^()]*\)|\([^。]*(?:负责|牵头)[^。]{0,20}\)|\n\s*(?:责任|牵头)(?:单位|部门)[:：][\s\S]*",
    matches=("(责任单位:市某局)", "(市某局牵头)", "(某科、某科按职责分工负责)", "\n责任单位:市某局"),
    near_misses=("(含配套措施)", "责任到人"),
)
AROUND = 400
"""A clause or sentence is looked at for so many characters before a place."""
TAIL = 400
"""Closing lines begin at most so many characters before the end of an item."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item to be read: ``start``..``body`` is its heading, ``body``..``end`` its own words without closing line."""

    folded: str
    start: int
    body: int
    end: int

    @property
    def heading(self) -> str:
        """The words of its heading."""
        return self.folded[self.start : self.body]


def read(plan: Plan) -> Claims[ComponentMention]:
    """Every part of a component that a measure does or ends: the first place of each part and polarity."""
    claims: Claims[ComponentMention] = Claims()
    joined = Joined(plan.folded, plan.prose)
    measures = sorted((each for each in plan.sections if each.is_measure and each.id), key=lambda each: each.start)
    hits = _hits(joined.folded)
    hit = next(hits, None)
    for section in measures:
        start, end = joined.place(section.title_start), joined.place(section.own_end)
        sought: dict[PartKey, list[int]] = {}
        while hit and hit.start() < end:
            if hit.start() >= start:
                for key in cores().parts[hit[0]]:
                    sought.setdefault(key, []).append(hit.start())
            hit = next(hits, None)
        if sought:
            body = joined.place(section.body)
            item = Item(joined.folded, start, body, words_end(joined.folded, body, end))
            _read_measure(joined, section.id or "", item, sought, claims)
    return claims


def _hits(folded: str) -> Iterator[re.Match[str]]:
    """Every place where a core begins, also inside another core (信息 and 息平台 both stand in 信息平台)."""
    found = cores().found
    hit = found.search(folded)
    while hit:
        yield hit
        hit = found.search(folded, hit.start() + 1)


def _read_measure(
    joined: Joined, measure: str, item: Item, sought: dict[PartKey, list[int]], claims: Claims[ComponentMention]
) -> None:
    """The parts of one measure whose cores it holds; ``sought``: where each part's cores stand."""
    sentences = [item.start, *(stop.end() for stop in SENTENCE.re.finditer(item.folded, item.start, item.end))]
    for key in sorted(sought):
        model, component, _ = key
        part = all_parts()[key]
        rule = f"components.{model}.{component}.{part.key}"
        seen: set[Polarity] = set()
        for left, right, polarity in places(item, part, _sentences_of(item, sentences, sought[key])):
            start, end = joined.span(left, right)
            if polarity is None:
                claims.passed.append(Passed(f"{rule}.near_miss", start, end))
            elif polarity not in seen:
                seen.add(polarity)
                claims.found.append(
                    ComponentMention(
                        measure=measure,
                        model=model,
                        component=component,
                        part=part.key,
                        polarity=polarity,
                        quote=joined.printed(left, right),
                        start=start,
                        end=end,
                        rule=rule,
                    )
                )


def words_end(folded: str, start: int, end: int) -> int:
    """Where the words of an item end, before its closing line of responsible bodies."""
    for closing in CLOSING.re.finditer(folded, max(start, end - TAIL), end):
        if not folded[closing.end() : end].strip(" 。\n\t"):
            return closing.start()
    return end


def _sentences_of(item: Item, starts: list[int], hits: list[int]) -> list[tuple[int, int]]:
    """The sentences of an item that hold these hits, in their order; ``starts``: where its sentences begin. No wording
    reaches beyond its sentence, so nothing is missed by seeking it there only."""
    ends = [*starts[1:], item.end]
    found = sorted({bisect_right(starts, hit) - 1 for hit in hits if hit < item.end})
    return [(starts[each], ends[each]) for each in found]


def places(
    item: Item, part: Part, spans: Sequence[tuple[int, int]] | None = None
) -> Iterator[tuple[int, int, Polarity | None]]:
    """Start, end and polarity of every place of the part's wordings inside the spans (the whole item where none are
    given); polarity None: a near miss."""
    spans = [(item.start, item.end)] if spans is None else spans
    for match in (match for left, right in spans for match in part.wording.finditer(item.folded, left, right)):
        if match.start() < item.body and not part.heading:
            continue
        clause_start, clause = _around(CLAUSE, item, match)
        sentence = _around(SENTENCE, item, match)[1] if part.sentence else ""
        wanted = ((part.clause, clause), (part.sentence, sentence))
        if any(pattern and not pattern.search(f"{words}\n{item.heading}") for pattern, words in wanted):
            continue
        if part.besides and (part.besides.search(clause) or part.besides.search(item.heading)):
            yield match.start(), match.end(), None
        else:
            yield match.start(), match.end(), polarity_of(item.folded[clause_start : match.start()], match[0])


def polarity_of(before: str, mention: str = "") -> Polarity:
    """Whether the words of the clause before a mention end it: 取消… ends, 取消药品加成、推进… does.

    The verb that does may be the mention's own: 取消药品加成、调整服务价格 adjusts prices.
    """
    rules = ends()
    verbs = list(rules.verb.finditer(before))
    return "ends" if verbs and not rules.resumed.search(before + mention, verbs[-1].end()) else "does"


def _around(stop: Pattern, item: Item, match: re.Match[str]) -> tuple[int, str]:
    """The clause or sentence of a match and where it starts."""
    start = max(item.start if match.start() < item.body else item.body, match.start() - AROUND)
    for found in stop.re.finditer(item.folded, start, match.start()):
        start = found.end()
    after = stop.re.search(item.folded, match.end(), item.end)
    return start, item.folded[start : after.start() if after else item.end]
