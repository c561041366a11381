"""Lines of a PDF become paragraphs: which line goes on with the one before it.

A line goes on with the line before when that line is full, so that the first word of this line found no room in it,
and when this line does not begin as paragraphs of the document do (by an indent, a label, a wider distance). Titles
and other centred lines are never full, so each stays a line. What a page break parts is judged in the same way.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.pattern import Pattern
from loaders.readers.pdf_lines import PdfLine
from loaders.readers.pdf_margins import MOST_INDENT, Column, Habits, is_indented, is_labelled

_ROOM = 0.3  # sizes: justified lines end a little before the margin
_SAME = 0.5  # sizes: lines that begin at one place
_OTHER_SIZE = 0.16
_FAR, _WIDER = 1.6, 1.25  # distances of lines, in usual ones
_BELOW = 0.8  # sizes: a line stands beside another, not below it
_STOPS = "。；：！？;:!?"
_GOES_ON = "、，,（(《“〔[第至和及与或约达—-~"
_AFTER_STOP = "”’）》)"


ASSIGNS = Pattern(
    "pdf_line_that_assigns",
    r"[（(〔【]?(?:责任|牵头|主办|承办|配合|参与|协办|参加)(?:单位|部门|处室|科室)[】]?[:：]",
    ("责任单位：市教育局", "（牵头单位：市民政局；配合单位：市财政局）", "【责任单位】：市教育局"),
    ("各责任单位要", "牵头单位为市教育局", "配合做好"),
    "match",
)


@dataclass(slots=True)
class Paragraph:
    """A paragraph and the lines that it was joined from."""

    lines: list[PdfLine] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its words in one line."""
        joined = ""
        for line in self.lines:
            joined = join(joined, line.words)
        return joined


def paragraphs(lines: Sequence[PdfLine], columns: dict[int, Column], habits: Habits) -> list[Paragraph]:
    """The paragraphs of lines in reading order."""
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if index and _goes_on(lines[index - 1], line, after, columns, habits):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    return found


def _goes_on(before: PdfLine, line: PdfLine, after: PdfLine | None, columns: dict[int, Column], habits: Habits) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    if not _is_full(before, line, columns[before.page]) or _is_apart(before, line, habits):
        return False
    if is_indented(line, columns[line.page]):
        return _hangs(before, line, after, columns, habits)
    if before.left - columns[before.page].left > MOST_INDENT * before.size:
        return False
    if habits.indents and (habits.indents_labels or not _ends(before)):
        return True
    begins = is_labelled(line) or ASSIGNS.fits(line.words)
    return not begins or before.words[-1] in _GOES_ON


def _is_apart(before: PdfLine, line: PdfLine, habits: Habits) -> bool:
    """Whether size or distance say that a line belongs to something else."""
    if abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
        return True
    if before.page != line.page:
        return False
    down = line.base - before.base
    distance = down / habits.pitch(line)
    return down < _BELOW * line.size or distance > _FAR or (distance > _WIDER and (_ends(before) or not habits.indents))


def _is_full(before: PdfLine, line: PdfLine, column: Column) -> bool:
    """Whether the first word of a line had no room at the end of the line before."""
    return column.right - before.right < line.lead + _ROOM * line.size


def _ends(line: PdfLine) -> bool:
    """Whether a line ends as sentences and clauses of lists do."""
    return line.words.rstrip(_AFTER_STOP)[-1:] in tuple(_STOPS)


def _hangs(before: PdfLine, line: PdfLine, after: PdfLine | None, columns: dict[int, Column], habits: Habits) -> bool:
    """Whether an indented line continues a block that is set in as a whole, or a label's words that hang."""
    column = columns[line.page]
    inset, former = line.left - column.left, before.left - columns[before.page].left
    if _ends(before) or is_labelled(line) or former < _SAME * before.size:
        return False
    if abs(inset - former) > _SAME * line.size:
        return inset > former and after is not None and abs(after.left - line.left) < _SAME * line.size
    if not habits.indents or abs(former - 2 * before.size) > _SAME * before.size:
        return True
    return after is not None and abs(after.left - line.left) < _SAME * line.size and not is_labelled(before)


def join(left: str, right: str) -> str:
    """Two lines as one: no blank between Chinese, one between Latin words, none after a hyphen that parted a word."""
    if not left or not right:
        return left + right
    if re.search(r"[A-Za-z]-$", left) and re.match(r"[a-z]", right):
        return left[:-1] + right
    if re.search(r"[A-Za-z,.;:)]$", left) and re.match(r"[A-Za-z]", right):
        return f"{left} {right}"
    if re.search(r"[A-Za-z]$", left) and re.match(r"\d", right):
        return f"{left} {right}"
    return left + right
