"""Paragraphs, sentences and clauses of a section's words, with the place of every character in the source.

Plans break lines inside sentences and put blanks inside numbers (新技术 40项), so rules read words without blanks;
``Words.place`` leads back to the source. Words are of the folded text, so each mark has one form.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.pattern import Pattern

OPENING, CLOSING = "(《〈“‘[「", ")》〉”’]」"
PAIRS = dict(zip(CLOSING, OPENING, strict=True))
SENTENCE_ENDS = "。!?"
# No writer makes a longer clause: what goes on for longer is cut, so that each is read in little time.
LONGEST = 600
# A line of at least so many characters without a mark at its end was broken by the page, not by its writer.
PAGE_LINE = 25
LINE = re.compile(r"[^\n]+")
WORDS = re.compile(r"\S+")
BRACKETS = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
CUTS = re.compile(f"[,;:。!?{re.escape(OPENING + CLOSING)}]")

LABELLED = Pattern(
    "a line that begins with a number label or a dash begins a paragraph",
    r"\s*([(]?[一二三四五六七八九十\d]+[).、]|第[一二三四五六七八九十百\d]+[章节条]|[①-⑳]|[—-]{2}|[●◆■·])",
    matches=("(一)建设中心", "1.建设中心", "第三条 补助", "①甲", "--到2025年"),
    near_misses=("建设中心", "第三方评估", "20个中心"),
    way="match",
)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph without blanks. ``pieces``: where each stretch without blanks begins in ``text`` and in the source;
    ``quoted``: the outermost spans in 《》, “” and [] with their opening mark."""

    text: str
    pieces: tuple[tuple[int, int], ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of ``text[start:end]``, which is not empty."""
        return self._at(start), self._at(end - 1) + 1

    def head(self, end: int) -> "Words":
        """The same words up to ``end``."""
        return self if end >= len(self.text) else Words(self.text[:end], self.pieces)

    def _at(self, index: int) -> int:
        begin, at = self.pieces[bisect_right(self.pieces, index, key=lambda piece: piece[0]) - 1]
        return at + index - begin


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a paragraph: ``start``..``end`` without its closing mark, where its sentence begins and its own place
    among the clauses of the paragraph."""

    start: int
    end: int
    sentence: int
    index: int

    @property
    def span(self) -> tuple[int, int]:
        """``start`` and ``end``."""
        return self.start, self.end


def paragraphs(folded: str, start: int, end: int) -> Iterator[Words]:
    """The paragraphs of ``folded[start:end]``; a line that the page broke is joined to the next."""
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for line in LINE.finditer(folded, start, end):
        if parts and not (
            length >= PAGE_LINE and parts[-1][-1] not in SENTENCE_ENDS + ";:" and not LABELLED.fits(line.group())
        ):
            yield Words("".join(parts), tuple(pieces))
            parts, pieces, length = [], [], 0
        for word in WORDS.finditer(folded, line.start(), line.end()):
            pieces.append((length, word.start()))
            parts.append(word.group())
            length += word.end() - word.start()
    if parts:
        yield Words("".join(parts), tuple(pieces))


def clauses(text: str) -> list[Clause]:
    """The clauses of a paragraph, cut at , ; : 。 outside brackets and quotation marks; 1:2 is no cut."""
    found: list[Clause] = []
    begin, sentence, depth = 0, 0, 0
    for cut in CUTS.finditer(text):
        index, character = cut.start(), cut.group()
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 or (character == "。" and depth < 2):
            if character == ":" and text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit():
                continue
            if index - begin > LONGEST:
                _cut(found, begin, index, sentence)
            elif index > begin:
                found.append(Clause(begin, index, sentence, len(found)))
            begin = index + 1
            if character in SENTENCE_ENDS:
                sentence, depth = begin, 0
    _cut(found, begin, len(text), sentence)
    return found


def _cut(found: list[Clause], begin: int, end: int, sentence: int) -> None:
    """Put down the words from ``begin`` to ``end`` as clauses that are not too long."""
    for start in range(begin, end, LONGEST):
        found.append(Clause(start, min(end, start + LONGEST), sentence, len(found)))


def bracketed(text: str) -> list[tuple[int, int, str]]:
    """The outermost spans between two marks of each kind, marks included, with the opening mark; one that is never
    closed is no span."""
    found: list[tuple[int, int, str]] = []
    begin = dict.fromkeys(OPENING, 0)
    depth = dict.fromkeys(OPENING, 0)
    for match in BRACKETS.finditer(text):
        mark = match.group()
        if mark in depth:
            if not depth[mark]:
                begin[mark] = match.start()
            depth[mark] += 1
        elif depth[opening := PAIRS[mark]]:
            depth[opening] -= 1
            if not depth[opening]:
                found.append((begin[opening], match.end(), opening))
    return found
