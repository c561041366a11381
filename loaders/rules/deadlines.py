"""Which year governs a commitment, by the rule of the guidelines.

A year governs its own clause and the clauses after it up to the end of the sentence (and a following 其中…); a year
that opens a paragraph of goals governs that paragraph. Years that only compare (比2020年下降), begin (2024年起) or name
something (《…2025年…》) govern nothing.
"""

import re
from dataclasses import dataclass

from loaders.rules.clauses import Clause

YEAR = re.compile(
    r"(?<![\d〔\[第])(?:(?P<first>20\d\d)年?(?:[-—–~至]+|到))?(?P<year>20\d\d)年"
    r"(?!起|以来|度|版|修订|印发|发布|开始|基础|基数|\(20|以后|工作要点|重点工作)"
)
COMPARES = re.compile(r"(?:比|较|与|同|自|从|由)$")
QUOTED = re.compile(r"《[^》]*》|〔[^〕]*〕|“[^”]*”")


@dataclass(frozen=True, slots=True)
class Year:
    """A year that governs, and where it is printed."""

    year: int
    start: int
    end: int


def years(text: str) -> list[Year]:
    """The years of a paragraph that can govern a commitment, in the order of the text."""
    quoted = [match.span() for match in QUOTED.finditer(text)]
    found = []
    for match in YEAR.finditer(text):
        compares = COMPARES.search(text, 0, match.start())
        if compares or any(start <= match.start() < end for start, end in quoted):
            continue
        found.append(Year(int(match["year"]), match.start(), match.end()))
    return found


def governing_year(text: str, clauses: list[Clause], place: int, goal: bool) -> int | None:
    """The year that governs what stands at this place of a paragraph, None where none does.

    ``goal``: the paragraph belongs to a section of goals, where a year at its head governs all of it.
    """
    here = next((clause for clause in clauses if clause.start <= place < clause.end), None)
    if here is None:
        return None
    found = years(text)
    own = [year for year in found if here.start <= year.start < here.end]
    if own:
        return _nearest(own, place)
    sentence_start = _sentence_start(text, clauses, here)
    before = [year for year in found if sentence_start <= year.start < place]
    if before:
        return before[-1].year
    opens = [year for year in found if year.start <= 4 and not text[: year.start].strip("到在至截力争一是(二三四五六)")]
    return opens[0].year if goal and opens else None


def _nearest(own: list[Year], place: int) -> int:
    before = [year for year in own if year.start < place]
    return (before[-1] if before else own[0]).year


def _sentence_start(text: str, clauses: list[Clause], here: Clause) -> int:
    """Where the sentence of a clause begins; one that opens with 其中 goes on from the sentence before."""
    start = min(clause.start for clause in clauses if clause.sentence == here.sentence)
    if text.startswith("其中", start) and here.sentence:
        return min(
            (clause.start for clause in clauses if clause.sentence == here.sentence - 1),
            default=start,
        )
    return start
