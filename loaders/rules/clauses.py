"""Paragraphs, sentences and clauses of a section's words, with the place of every character in the source.

Plans break lines inside sentences and put blanks inside numbers (新技术 40项), so rules read words without blanks and
with one form of each punctuation mark; ``Words.place`` leads back to the source.
"""

import re
from dataclasses import dataclass

MARKS = str.maketrans("，；：（）％～！？［］．", ",;:()%~!?[].")
OPENING, CLOSING = "(《〈“‘〔[【「", ")》〉”’〕]】」"
SENTENCE_ENDS = "。!?"
CLAUSE_ENDS = ",;:。!?"
# A line of at least so many characters without a mark at its end was broken by the page, not by its writer.
PAGE_LINE = 25


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph without blanks. ``at[i]`` is the place of ``text[i]`` in the source."""

    text: str
    at: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of ``text[start:end]``, which is not empty."""
        return self.at[start], self.at[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a paragraph: ``start``..``end`` without its closing mark, and the number of its sentence."""

    start: int
    end: int
    sentence: int


def paragraphs(folded: str, start: int, end: int) -> list[Words]:
    """The paragraphs of ``folded[start:end]``; a line that the page broke is joined to the next."""
    found: list[Words] = []
    text: list[str] = []
    at: list[int] = []
    for line in re.finditer(r"[^\r\n]+", folded[start:end]):
        joined = "".join(text[-1:])
        if text and not (len(text) >= PAGE_LINE and joined not in SENTENCE_ENDS + ";:" and not _labelled(line.group())):
            found.append(Words("".join(text), tuple(at)))
            text, at = [], []
        for offset, character in enumerate(line.group().translate(MARKS), start + line.start()):
            if not character.isspace():
                text.append(character)
                at.append(offset)
    if text:
        found.append(Words("".join(text), tuple(at)))
    return found


def _labelled(line: str) -> bool:
    """Whether a line begins with a number label or a dash and so begins a paragraph."""
    label = r"\s*([(（]?[一二三四五六七八九十\d]+[)）.．、]|第[一二三四五六七八九十百\d]+[章节条]|[①-⑳]|[—-]{2}|[●◆■])"
    return bool(re.match(label, line))


def clauses(text: str) -> list[Clause]:
    """The clauses of a paragraph, cut at , ; : 。 outside brackets and quotation marks; 1:2 is no cut."""
    found, begin, sentence, depth = [], 0, 0, 0
    for index, character in enumerate(text):
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth = max(0, depth - 1)
        elif character in CLAUSE_ENDS and (depth == 0 or (character == "。" and depth < 2)):
            if character == ":" and text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit():
                continue
            if index > begin:
                found.append(Clause(begin, index, sentence))
            begin = index + 1
            if character in SENTENCE_ENDS:
                sentence, depth = sentence + 1, 0
    if begin < len(text):
        found.append(Clause(begin, len(text), sentence))
    return found


def bracketed(text: str, opening: str, closing: str) -> list[tuple[int, int]]:
    """The outermost spans between two marks, marks included; one that is never closed is no span."""
    found, depth, begin = [], 0, 0
    for index, character in enumerate(text):
        if character == opening:
            begin = index if depth == 0 else begin
            depth += 1
        elif character == closing and depth:
            depth -= 1
            if depth == 0:
                found.append((begin, index + 1))
    return found
