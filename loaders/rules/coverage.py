"""Full coverage without a number: 全覆盖, 全部设置, 所有…均达到, 每个…达, and what it covers.

A universal counts before something that is built, set up or reached; to carry out fully (全面落实), what is general
(普遍) and coverage that is held already (巩固全覆盖成果) do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.rules.clauses import Clause
from loaders.rules.coverage_words import (
    ALSO,
    AREA_BEHIND,
    AT,
    DATE_ALONE,
    DESCRIBES,
    FULL,
    HELD,
    INTO_ALL,
    KEEPS,
    LEVELS,
    MARKER,
    MEASURED,
    MODAL,
    NEGATES,
    NO_SUBJECT,
    NOT_YET,
    OF_THOSE,
    OVER_ALL,
    OWNER,
    REACHED_IN,
    SUBJECT_ALL,
    UNIVERSAL,
    WHO_REACHES,
)
from loaders.rules.indicator_words import leading_word, skip_leading, trim
from loaders.rules.noun_words import AREA, INSTITUTIONS
from loaders.rules.passages import Passage


@dataclass(frozen=True, slots=True)
class Coverage:
    """A commitment to full coverage: the span that proves it, the indicator's span and who it holds for."""

    start: int
    end: int
    indicator: tuple[int, int]
    scope: tuple[int, int] | None
    rule: str


@dataclass(frozen=True, slots=True)
class Held:
    """Words of full coverage that commit to nothing, and the rule that says why."""

    start: int
    end: int
    rule: str


def coverages(passage: Passage) -> Iterator[tuple[Clause, Coverage | Held]]:
    """The commitments to full coverage of a paragraph with their clauses, and what says 全覆盖 and commits to none."""
    text, reach = passage.text, 0
    for marker in MARKER.re.finditer(text):
        if marker.start() < reach or passage.in_quotes(marker.start()):
            continue
        if (clause := passage.clause_at(marker.start())) is None:
            continue
        reach = clause.end
        for coverage in _of_clause(passage, clause):
            yield clause, coverage


def _of_clause(passage: Passage, clause: Clause) -> Sequence[Coverage | Held]:
    """Those of one clause."""
    text, before = passage.text, passage.before(clause)
    full = [match for match in FULL.re.finditer(text, *clause.span) if not passage.in_quotes(match.start())]
    found = [_full(passage, clause, before, match) for match in full]
    if found:
        return found
    for pattern, rule in (
        (INTO_ALL, "coverage_into"),
        (UNIVERSAL, "coverage_universal"),
        (SUBJECT_ALL, "coverage_all"),
    ):
        match = pattern.re.search(text, *clause.span)
        said = match is not None and not passage.in_quotes(match.start())
        if match and said and not NEGATES.fits(text[clause.start : match.start()]):
            return [_universal(text, clause, match, rule)]
    match = OVER_ALL.re.search(text, *clause.span)
    if match is None:
        return []
    start, end = trim(text, skip_leading(text, clause.start, match.start()), match.start())
    if end - start < 2 and before is not None:
        start, end = trim(text, skip_leading(text, before.start, before.end), before.end)
        last = text.rfind("的", start, end) + 1
        start = last if last and end - last >= 2 else start
    if end - start >= 2:
        return [Coverage(start, match.end(), (start, end), match.span("all"), "coverage_over_all")]
    return [Coverage(match.start(), match.end(), match.span("object"), None, "coverage_over_all")]


def _full(passage: Passage, clause: Clause, before: Clause | None, match: re.Match[str]) -> Coverage | Held:
    text = passage.text
    if DESCRIBES.re.match(text, match.end()):
        return Held(*match.span(), "coverage_describes")
    if HELD.fits(text[clause.start : match.start()]):
        return Held(*match.span(), "coverage_held")
    if before is not None and DATE_ALONE.fits(text[before.start : before.end]):
        before = passage.before(before)
    begin = max([clause.start, *(m.end() for m in FULL.re.finditer(text, clause.start, match.start()))])
    start, end = trim(text, skip_leading(text, begin, match.start()), match.start())
    tail = NOT_YET.re.search(text[start:end])
    end = start + tail.start() if tail else end
    inner = REACHED_IN.re.search(text[start:end])
    scope = None
    if inner and inner.start() >= 2 and NO_SUBJECT.fits(inner["area"]):
        scope = (start + inner.start("area"), end)
        end = start + inner.start()
    elif inner and inner.start() >= 2 and NO_SUBJECT.fits(text[start : start + inner.start()]):
        start += inner.start("area") if "“" not in inner["area"] else 0
    elif whose := WHO_REACHES.re.fullmatch(text, start, end):
        scope, start = whose.span("who"), whose.start("what")
        return Coverage(whose.start(), match.end(), (start, end), scope, "coverage_word")
    elif at := AT.re.fullmatch(text, start, end):
        scope, end = at.span("area"), at.end("what")
    elif before is not None and (NO_SUBJECT.fits(text[start:end]) or OF_THOSE.fits(text[start:end])):
        scope = (start, end) if end > start else None
        start, end = trim(text, skip_leading(text, before.start, before.end), before.end)
    if scope is None and (whom := _whom(text, start, end)):
        scope, (start, end) = whom
    if end <= start:
        return Held(*match.span(), "coverage_of_nothing")
    return Coverage(start, match.end(), (start, end), scope, "coverage_word")


def _whom(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """For whom it holds and what it is, where an area or institutions stand before it (城区网格化服务) or behind it
    (远程医疗服务乡村)."""
    behind = AREA_BEHIND.re.search(text, start, end)
    if behind and behind.start() - start >= 4:
        return behind.span(), (start, behind.start())
    reach = start
    for pattern in (AREA, LEVELS, INSTITUTIONS):
        head = pattern.re.match(text, reach, end)
        if head and end - head.end() >= 3 and not text.startswith("实现", head.end()):
            reach = head.end()
    return ((start, reach), (reach, end)) if reach > start else None


def _universal(text: str, clause: Clause, match: re.Match[str], rule: str) -> Coverage | Held:
    groups = match.groupdict()
    if rule == "coverage_into":
        return Coverage(match.start(), clause.end, (match.start("what"), clause.end), None, rule)
    verb = next(name for name in ("a", "b", "c", "d", "e", "verb") if groups.get(name))
    word, after = groups[verb], match.end(verb)
    subject = skip_leading(text, clause.start, match.start())
    subject = clause.start if subject > match.start() - 2 else subject
    head = (subject, match.start()) if rule == "coverage_universal" else (match.start(), match.start(verb))
    if rule == "coverage_universal" and not OWNER.re.fullmatch(text, *head) and MEASURED.fits(text[head[0] : head[1]]):
        return Coverage(head[0], clause.end, (head[0], clause.end), None, rule)
    if word in KEEPS and (owner := OWNER.re.fullmatch(text, *head)):
        return Coverage(head[0], clause.end, (owner.start("what"), clause.end), owner.span("who"), rule)
    if word == "达标":
        return Coverage(head[0], clause.end, (head[0], clause.end), None, rule)
    begin = match.start(verb) if word in KEEPS else skip_leading(text, after, clause.end)
    if begin >= clause.end - 1 and leading_word().fullmatch(text, clause.start, match.start()):
        return Held(*match.span(), "coverage_of_nothing")
    if begin >= clause.end - 1:
        begin = head[0]
    also = ALSO.re.search(text, begin, clause.end)
    end = also.start() if also and also.start() >= begin + 2 else clause.end
    modal = MODAL.re.search(text[slice(*head)])
    whom = (head[0], head[0] + modal.start()) if modal else head
    return Coverage(head[0], clause.end, (begin, end), whom if whom[1] > whom[0] else None, rule)
