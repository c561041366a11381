"""Lines of a PDF become paragraphs: which line goes on with the one before it.

A line goes on with the line before when that line is full, so that the first word of this line found no room in it,
and when this line does not begin as paragraphs of the document do (by an indent, a label, a wider distance). The large
centred lines of a title are one line, other centred lines are seldom full and stay. What a page or column break parts
is judged in the same way.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.fold import fold
from loaders.labels import label_at
from loaders.pattern import Pattern
from loaders.readers.pdf_lines import Block, PdfLine
from loaders.readers.pdf_margins import MOST_INDENT, Column, Habits, is_labelled

_ROOM = 0.3  # sizes: justified lines end a little before the margin
_LONG_ROOM = 6.0  # sizes that a number or word too long for the line may leave free
_PLAIN_INSET = 2.6  # sizes: a paragraph's first line
_SAME = 0.6  # sizes: lines that begin at one place
_HANGING = 0.8  # sizes: words that hang below those behind a label
_OTHER_SIZE = 0.2
_FAR, _WIDER = 1.6, 1.25  # distances of lines, in usual ones
_BELOW = 0.8  # sizes: a line stands beside another, not below it
_CENTRED, _CENTRED_LARGE = 1.5, 0.3  # sizes that a centred line leaves free on both sides, and one of a title
_LARGE = 1.15  # usual sizes: a title
_TITLE_PITCH, _ALIKE = 2.2, 0.05  # sizes from line to line of a title, difference of its sizes
_STOPS = "。；：！？;:!?"
_GOES_ON = "、，,（(《“〔[第至和及与或约达—-~"
_AFTER_STOP = "”’）》)"
_PAIRS = ("（）", "()", "《》", "〔〕", "【】", "“”")
_LOOK_BACK = 400  # characters of a paragraph in which an open bracket or the label before is sought

ASSIGNS = Pattern(
    "pdf_line_that_assigns",
    r"[【[]?(?:责任|牵头|主办|承办|配合|参与|协办|参加)(?:单位|部门|处室|科室)[】\]]?[:：]",
    ("责任单位：市教育局", "牵头单位:市民政局;配合单位:市财政局", "【责任单位】：市教育局"),
    ("各责任单位要", "牵头单位为市教育局", "配合做好", "（责任单位：市教育局）"),
    "match",
)
INNER_LABEL = Pattern(
    "pdf_label_in_a_line",
    r"[①-⑳]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]",
    ("①", "（二）", "3.", "四、", "5）"),
    ("二是", "第一", "20年"),
)


REST_OF_NAME = Pattern(
    "pdf_rest_of_a_name",
    r"(?:人民政府|委员会|管理局)?办公[室厅]|(?:监督)?管理(?:委员会|局)|委员会|管委会",
    ("办公室", "人民政府办公厅", "监督管理局", "委员会"),
    ("某市教育局", "办公室主任", "2024年3月8日"),
    "fullmatch",
)


@dataclass(slots=True)
class Paragraph:
    """A paragraph and the lines that it was joined from."""

    lines: list[PdfLine] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its words in one line."""
        joined: list[str] = []
        for line in self.lines:
            left, right = parted(joined[-1] if joined else "", line.words)
            joined[-1:] = [left, right]
        return "".join(joined)

    @property
    def where(self) -> str:
        """Its page, or the first and the last of its pages."""
        first, last = self.lines[0].page, self.lines[-1].page
        return f"page {first}" if first == last else f"pages {first}-{last}"


def paragraphs(lines: Sequence[PdfLine], columns: Mapping[Block, Column], habits: Habits) -> list[Paragraph]:
    """The paragraphs of lines in reading order."""
    found: list[Paragraph] = []
    judge = _Judge(columns, habits)
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if found and judge.goes_on(found[-1], line, after):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    return found


@dataclass(frozen=True, slots=True)
class _Judge:
    """Says whether a line continues the paragraph before it, by the margins and habits of the document."""

    columns: Mapping[Block, Column]
    habits: Habits

    def goes_on(self, paragraph: Paragraph, line: PdfLine, after: PdfLine | None) -> bool:
        """Whether a line continues the paragraph."""
        before = paragraph.lines[-1]
        is_title = self._is_title(before, line)
        if is_title or self._is_apart(before, line) or not self._is_full(before, line):
            return is_title
        is_set_right = self._inset(before) > MOST_INDENT * before.size
        if self._is_rest_of_title(before, line) or (is_set_right and _is_rest_of_name(paragraph, line)):
            return True
        if self._inset(line) > _SAME * line.size:
            return self._hangs(before, line, after)
        if is_set_right:
            return False
        if self.habits.indents and (self.habits.indents_labels or not _ends(before)):
            return True
        begins = is_labelled(line) or ASSIGNS.fits(line.words)
        return not begins or before.words[-1] in _GOES_ON or _is_open(paragraph) or _is_counted_inside(paragraph, line)

    def _inset(self, line: PdfLine) -> float:
        return line.left - self.columns[line.block].left

    def _room(self, line: PdfLine) -> float:
        """How much is free behind a line."""
        return self.columns[line.block].right - line.right

    def _is_apart(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether place, size or distance say that a line belongs to something else."""
        if before.block.side != line.block.side and 3 in (before.block.side, line.block.side):
            return True
        if len(before.pieces) > 1 and len(line.pieces) > 1:
            return True
        if abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
            return True
        if before.block != line.block:
            return False
        down = line.base - before.base
        distance = down / self.habits.pitch(line)
        is_wider = distance > _WIDER and (_ends(before) or not self.habits.indents)
        return down < _BELOW * line.size or distance > _FAR or is_wider

    def _is_full(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether the first word of a line had no room at the end of the line before."""
        room = self._room(before)
        if room < line.lead + _ROOM * line.size:
            return True
        if _ends(before) or is_labelled(line) or self._inset(line) > _SAME * line.size or len(before.pieces) > 1:
            return False
        if self._inset(before) > _PLAIN_INSET * before.size or line.size > self.habits.size * _LARGE:
            return False
        is_word = line.words[0].isascii() and line.words[0].isalnum()
        return room < _LONG_ROOM * line.size and (self.habits.indents or is_word)

    def _is_title(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether two lines are one title: both centred, large and of one size, at the usual distance."""
        down = line.base - before.base
        is_near = before.block == line.block and 0 < down < _TITLE_PITCH * line.size
        is_alike = abs(before.size - line.size) < _ALIKE * line.size and line.size > self.habits.size * _LARGE
        is_centred = abs(_middle(before) - _middle(line)) < _SAME * line.size and len(before.pieces) == len(line.pieces)
        return is_near and is_alike and is_centred and not is_labelled(line)

    def _is_rest_of_title(self, before: PdfLine, line: PdfLine) -> bool:
        """Whether a centred line holds what had no room in the full line of a title above it."""
        free = self._inset(line), self._room(line)
        is_large = line.size > self.habits.size * _LARGE
        least = (_CENTRED_LARGE if is_large else _CENTRED) * line.size
        is_centred = min(free) > least and abs(free[0] - free[1]) < _SAME * line.size
        is_plain = self._inset(before) < _SAME * before.size and not _ends(before)
        return is_centred and not is_labelled(line) and (is_large or is_plain)

    def _hangs(self, before: PdfLine, line: PdfLine, after: PdfLine | None) -> bool:
        """Whether an indented line continues a block that is set in as a whole, or a label's words that hang."""
        inset, former = self._inset(line), self._inset(before)
        if _ends(before) or is_labelled(line):
            return False
        if is_labelled(before) and inset > former and abs(_text_left(before) - line.left) < _HANGING * line.size:
            return True
        if former < _SAME * before.size:
            return False
        continues = after is not None and abs(after.left - line.left) < _SAME * line.size
        if abs(inset - former) > _SAME * line.size:
            return inset > former and continues
        if not self.habits.indents or abs(former - 2 * before.size) > _SAME * before.size:
            return True
        return continues and not is_labelled(before)


def _text_left(line: PdfLine) -> float:
    """Where the words behind a line's number label begin, about."""
    label = label_at(fold(line.words[:16]), 0)
    if len(line.pieces) > 1:
        return line.pieces[1].left
    wide = sum(1.0 if char > "\u2e7f" else 0.5 for char in line.words[: label.length if label else 0])
    return line.left + wide * line.size


def _middle(line: PdfLine) -> float:
    return (line.left + line.right) / 2


def _ends(line: PdfLine) -> bool:
    """Whether a line ends as sentences and clauses of lists do."""
    return line.words.rstrip(_AFTER_STOP)[-1:] in tuple(_STOPS)


def _tail(paragraph: Paragraph) -> str:
    """The last words of a paragraph."""
    tail = ""
    for line in reversed(paragraph.lines):
        tail = line.words + tail
        if len(tail) > _LOOK_BACK:
            break
    return tail


def _is_open(paragraph: Paragraph) -> bool:
    """Whether a bracket of the paragraph is still open."""
    tail = _tail(paragraph)
    return any(tail.rfind(pair[0]) > tail.rfind(pair[1]) for pair in _PAIRS)


def _is_rest_of_name(paragraph: Paragraph, line: PdfLine) -> bool:
    """Whether a line under a signature ends the name that broke in it."""
    return _is_open(paragraph) or REST_OF_NAME.fits(line.words)


def _is_counted_inside(paragraph: Paragraph, line: PdfLine) -> bool:
    """Whether the label before this line's stands inside the paragraph, not at its head: an enumeration in prose."""
    here = label_at(fold(line.words[:16]), 0)
    if here is None or here.value < 2:
        return False
    tail = fold(_tail(paragraph))
    labels = (label_at(tail, found.start()) for found in INNER_LABEL.re.finditer(tail, 1))
    return any(label and (label.kind, label.value) == (here.kind, here.value - 1) for label in labels)


def parted(left: str, right: str) -> tuple[str, str]:
    """Two lines, ready to be joined: no blank between Chinese, one between Latin words, a parted word without its
    hyphen."""
    if re.search(r"[A-Za-z]-$", left) and re.match(r"[a-z]", right):
        return left[:-1], right
    if re.search(r"[A-Za-z,.;:)]$", left) and re.match(r"[A-Za-z]", right):
        return f"{left} ", right
    if re.search(r"(?<![\w./-])[A-Za-z]{1,15}$", left) and re.match(r"\d", right):
        return f"{left} ", right
    return left, right


def join(left: str, right: str) -> str:
    """Two lines as one."""
    return "".join(parted(left, right))
