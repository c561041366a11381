"""Find the responsibility lines in a plan's text: brackets and bare lines that close an item.

What looks like a line and is none is kept with the name of the rule that says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from codebooks.institutions import identify
from codebooks.reading import find_place
from loaders.plan import Passed, Section
from loaders.rules.bodies import COLLECTIVE, DEPARTMENT
from loaders.rules.lists import BODY_END, LABEL, Reading, read_line

_ASSIGNS = re.compile(
    r"牵头|责任单位|责任部门|配合单位|分工负责|分别负责|共同负责|负责[。)\s]*$|配合[。)\s]*$|参与[。)\s]*$|落实[。)\s]*$"
)
_ALARM = re.compile(r"牵头|责任")
_BARE_LABEL = re.compile(
    r"(?:^|(?<=\n)|(?<=[。;]))[ \t]*(?=(?:第一|主要)?(?:责任|牵头|主办|主责|配合|协办|参与)"
    r"\(?[^,;。:\n]{0,6}(?:单位|部门|科室|处室)\)?[ \t]*:)"
)
_LONGEST = 600
"""Characters of the longest responsibility line; the longest seen have about 200."""
_ENDS_WITH_ROLE = re.compile(r"(?:牵头|负责|配合|参与|落实)[。 ]*$")
_PROSE = re.compile(r"^\s*由|。.")


@dataclass(frozen=True, slots=True)
class Line:
    """A responsibility line found in a text: the span of its words, without outer brackets."""

    start: int
    end: int
    rule: str


def lines(plain: str, section: Section) -> tuple[list[Line], list[Passed]]:
    """The responsibility lines in a section's heading and own words (plain), and the brackets that assign nothing."""
    start, end = section.title_start, section.own_end
    found, passed = [], []
    for opened, closed in brackets(plain, start, end):
        if line := _bracket_line(plain, opened, closed, end):
            found.append(line)
        elif _ASSIGNS.search(plain[opened + 1 : closed]):
            passed.append(Passed("bracket_in_running_text", opened, closed + 1))
    found += _bare_lines(plain, start, end, [(line.start, line.end) for line in found])
    return sorted(found, key=lambda line: line.start), passed


def brackets(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Outermost closed brackets as (opening, closing) offsets, and a labelled one that never closes, to its line's end.

    A bracket runs over a line break only where it is a responsibility line: others there are misprints.
    """
    pairs: list[tuple[int, int]] = []
    open_ones: list[int] = []
    for at in range(start, end):
        if plain[at] == "(":
            open_ones.append(at)
        elif plain[at] == ")" and open_ones:
            opened = open_ones.pop()
            words = plain[opened + 1 : at]
            if "\n" not in words or (len(words) < _LONGEST and (LABEL.match(words) or _ASSIGNS.search(words))):
                pairs.append((opened, at))
    for opened in open_ones:
        line_end = plain.find("\n", opened, end)
        if LABEL.match(plain, opened + 1):
            pairs.append((opened, end if line_end < 0 else line_end))
    return sorted(one for one in pairs if not any(a < one[0] and one[1] < b for a, b in pairs))


def _bracket_line(plain: str, opened: int, closed: int, end: int) -> Line | None:
    """The line in a bracket, if it is one: a label makes one anywhere, other words only at the close."""
    inside = plain[opened + 1 : closed]
    label = LABEL.match(plain, opened + 1)
    if label and label.end() < closed and label.lastgroup != "other":
        return Line(opened + 1, closed, "labelled_bracket")
    if label and LABEL.search(inside, label.end() - opened - 1):
        return Line(opened + 1, closed, "labelled_bracket")
    rest = plain[closed + 1 : end].split("\n", 1)[0]
    if rest.strip(" 。;.,"):
        return None
    if _ASSIGNS.search(inside):
        return Line(opened + 1, closed, "closing_bracket")
    pieces = [piece.strip() for piece in re.split(r"[、,;和]", inside) if piece.strip()]
    known = [identify(piece) is not None and re.match("[市省区县]", piece) is not None for piece in pieces]
    if plain[opened - 1 : opened] in ("。", ";", "\n"):
        known = [sure or _within_a_body(piece) for sure, piece in zip(known, pieces, strict=True)]
    return Line(opened + 1, closed, "bracket_of_bodies") if known and all(known) else None


def _within_a_body(piece: str) -> bool:
    """Whether words behind a full stop name a department of the own body or its counterparts below."""
    return bool(DEPARTMENT.search(piece) or COLLECTIVE.search(piece)) and bool(BODY_END.search(piece))


def _bare_lines(plain: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[Line]:
    """Closing lines without brackets: lines that begin with a label, and a last line that is a list with roles."""
    text = plain[start:end]
    marks = [found.end() for found in _BARE_LABEL.finditer(text)]
    marks = [mark for mark in marks if not any(a <= start + mark < b for a, b in taken)]
    stop = 0
    for mark in marks:
        if mark < stop:
            continue
        stop = _end_of_lines(text, mark)
        yield Line(start + mark, start + stop, "labelled_line")
    if not marks and not taken and (closing := _closing_line(text)):
        yield Line(start + closing[0], start + closing[1], "closing_line")


def _closing_line(text: str) -> tuple[int, int] | None:
    """A last line of its own that is a list of known bodies with roles and nothing else."""
    head, _, last = text.rstrip().rpartition("\n")
    if not head or len(last) > 200 or not _ENDS_WITH_ROLE.search(last) or _PROSE.search(last):
        return None
    reading = read_line(last)
    names = ["".join(last[item.start : item.end].split()) for item in reading.items]
    known = [identify(n) or identify(n, "collective") or identify(n, "department") for n in names]
    return (len(head) + 1, len(head) + 1 + len(last)) if known and all(known) and not reading.odd else None


def _end_of_lines(text: str, mark: int) -> int:
    """The end of a labelled line: it runs on over a break after 、, inside a name, and into a next labelled line."""
    stop = mark
    while True:
        line_end = text.find("\n", stop)
        line_end = len(text) if line_end < 0 else line_end
        rest = text[line_end:].lstrip()
        following = len(text) - len(rest)
        words = text[mark:line_end].rstrip()
        broken = words.endswith("、") or (
            words[-1:] not in "。;)" and not BODY_END.search(words) and len(rest.split("\n")[0]) < 60
        )
        if rest and (LABEL.match(rest) or broken):
            stop = following
            continue
        return mark + len(words)


def faults(reading: Reading, line: Line, plain: str) -> tuple[bool, list[Passed]]:
    """Whether what was read is no responsibility line, and what in it is no body (or that it all is none)."""
    words = ["".join(plain[line.start + item.start : line.start + item.end].split()) for item in reading.items]
    fits = all(BODY_END.search(w) or identify(w, "collective") or find_place(w) for w in words) and not reading.odd
    if reading.items and (line.rule.startswith("labelled") or fits):
        return False, [Passed("no_body", line.start + a, line.start + b) for a, b in reading.odd]
    alarming = _ALARM.search(plain[line.start : line.end])
    return True, [Passed("line_not_split" if alarming else "bracket_without_bodies", line.start, line.end)]
