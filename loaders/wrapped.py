"""Join the lines of hard-wrapped texts: a line end inside a sentence, a bracket or a word becomes a blank.

Text files often break every line at one width. The folded text then gets a blank for each such line end, so that all
rules see whole paragraphs and no offset moves; the text itself stays as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from loaders.furniture import furniture_of
from loaders.header import NUMBER
from loaders.headings import title_kind
from loaders.labels import label_at
from loaders.lines import BODY
from loaders.pattern import Pattern

_LINE = re.compile(r"[^\n]+")
_NARROWEST, _WIDEST = 24, 200  # of a page in columns (a Han character takes two)
_RAGGED = (
    6  # columns that a full line may lack: punctuation is not parted from its word, nor are the digits of a number
)
_FULL_LINES = 4
_FULL_SHARE = 0.25
OPEN_END = Pattern(
    "line_that_goes_on",
    r"[、,(《“‘〈\[]$",
    ("市教育局、", "完善机制,", "根据《"),
    ("做好工作。", "一、总体要求", "如下:"),
)
CLOSING_HEAD = Pattern(
    "line_that_closes_the_one_before",
    r"[、,。;:)》”’〉](?!\d{0,2}[\])])",
    (",落实责任", "》的通知", ")做好"),
    ("(一)目标", "一、目标", "《方案》"),
    "match",
)
ASSIGNING_BRACKET = Pattern(
    "bracket_that_assigns_at_the_end",
    r"\((?:[^()]|\([^()]*\))*(?:单位[::]|部门[::]|负责|牵头|配合)(?:[^()]|\([^()]*\))*\)$",
    ("做好服务。(责任单位:市财政局)", "(市科技局牵头,各县(市、区)政府配合)"),
    ("(以下简称某局)", "(责任单位:市财政局"),
)
DAY = Pattern(
    "day_alone",
    r"\(?\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日\)?",
    ("2024年5月6日", "(2024年5月6日)"),
    ("2024年5月6日前完成",),
    "fullmatch",
)
ALONE = Pattern(
    "line_by_itself",
    r"附 *则|附 *件 ?\d{0,2}[::]?|目 *录|名词解释|各[^。]{0,80}(?:人民政府|单位|部门|委|局|机构|机关)[^。]{0,20}:",
    ("附则", "附件2", "各县区人民政府,市直各单位:"),
    ("附件材料", "各单位要做好工作"),
    "fullmatch",
)
_LONGEST_BRACKET, _LONGEST_ALONE = 400, 120  # characters
_STOP = "。!?:…"
_CLOSES = "、,。;:)》”’〉"


class _Row(NamedTuple):
    """A line that is not blank: its place with and without outer blanks, and its width with the blanks before it."""

    start: int
    end: int
    first: int
    width: int


@dataclass(frozen=True, slots=True)
class _Page:
    """How a text is wrapped: the columns of a full line, the blanks before a line that goes on, the gap of lines, and
    whether the first lines of paragraphs are indented."""

    width: int
    indent: int
    gap: int
    indented: bool


def unwrap(folded: str, apart: Sequence[tuple[int, int]] = ()) -> str:
    """The folded text with a blank for each character of a line end that breaks a sentence; ``apart``: tables."""
    rows = [_row(found) for found in _LINE.finditer(folded) if not found.group().isspace()]
    page = _page(folded, rows)
    pieces, at, held = [], 0, 0
    opens = True  # whether this line begins a paragraph
    for here, below in pairwise(rows):
        while held < len(apart) and apart[held][1] <= here.first:
            held += 1
        in_table = held < len(apart) and apart[held][0] <= below.first
        if in_table or not _goes_on(folded, here, below, page, opens=opens):
            opens = True
            continue
        opens = False
        pieces += [folded[at : here.end], " " * (below.first - here.end)]
        at = below.first
    return "".join([*pieces, folded[at:]]) if pieces else folded


def _row(found: re.Match[str]) -> _Row:
    words = found.group()
    first = len(words) - len(words.lstrip(" "))
    bare = words.rstrip(" ")
    # A Han character takes two columns, and so does a stop: folding has made it one character of ASCII.
    width = len(bare.encode("gb18030", "replace")) + sum(map(bare.count, ",;:()"))
    return _Row(found.start(), found.start() + len(bare), found.start() + first, width)


def _page(folded: str, rows: Sequence[_Row]) -> _Page | None:
    """The page of a text that is hard-wrapped, None for any other: many lines of one width, and none beyond it."""
    if len(rows) < 2 * _FULL_LINES:
        return None
    widths = sorted(row.width for row in rows)
    width = widths[-1 - len(widths) // 50]
    if not _NARROWEST <= width <= _WIDEST or widths[-1] > width + 2 * _RAGGED:
        return None
    full = [index for index in range(len(rows) - 1) if rows[index].width >= width - _RAGGED]
    broken = [index for index in full if folded[rows[index].end - 1] not in _STOP]
    if len(full) < max(_FULL_LINES, _FULL_SHARE * len(rows)) or 2 * len(broken) < len(full):
        return None
    below = [rows[index + 1] for index in broken]
    indents = sorted(row.first - row.start for row in below)
    gaps = sorted(_gap(folded, rows[index], rows[index + 1]) for index in broken)
    indent = indents[len(indents) // 2]
    indented = sum(row.first - row.start > indent for row in rows)
    return _Page(width, indent, gaps[len(gaps) // 2], indented * 10 >= len(rows))


def _gap(folded: str, here: _Row, below: _Row) -> int:
    return folded.count("\n", here.end, below.first)


def _goes_on(folded: str, here: _Row, below: _Row, page: _Page | None, *, opens: bool) -> bool:
    """Whether the line below goes on with the sentence of this line."""
    if folded[below.first] in _CLOSES and CLOSING_HEAD.re.match(folded, below.first):
        return True
    leads_on = _closes_bracket(folded, here, below) or _leads_on(folded, here, below, page, opens=opens)
    return leads_on and label_at(folded, below.first) is None


def _leads_on(folded: str, here: _Row, below: _Row, page: _Page | None, *, opens: bool) -> bool:
    """Whether this line leaves a list open, or is as full as the page is wide and stops in the midst of a sentence."""
    last = folded[here.end - 1]
    if page and here.width >= page.width - _RAGGED and (page.indented or last not in _STOP):
        apart = below.first - below.start > page.indent or _gap(folded, here, below) > page.gap
        return not (apart or _ends_paragraph(folded, here, opens=opens) or _stands_alone(folded, below))
    open_end = last in "、,(《“‘〈[" and here.end - here.first > 1
    return open_end and below.first - below.start <= here.first - here.start


def _ends_paragraph(folded: str, here: _Row, *, opens: bool) -> bool:
    """Whether a full line ends its paragraph all the same: a title, or the bracket that assigns a measure."""
    words = folded[here.first : here.end]
    if words.endswith(")") and ASSIGNING_BRACKET.fits(folded[max(here.first - _LONGEST_BRACKET, 0) : here.end]):
        return True
    is_title = opens and not words.startswith("《") and "。" not in words and title_kind(words) is not None
    return is_title and label_at(words, 0) is None


def _stands_alone(folded: str, row: _Row) -> bool:
    """Whether a line is one by itself: a number, a date, a body that signs, page furniture, 附则."""
    words = folded[row.first : row.end]
    if len(words) > _LONGEST_ALONE:
        return False
    return any(one.fits(words) for one in (NUMBER, DAY, BODY, ALONE)) or furniture_of(words) is not None


def _closes_bracket(folded: str, here: _Row, below: _Row) -> bool:
    """Whether this line leaves a bracket open that the line below closes."""
    for left, right in ("()", "《》"):
        if folded.rfind(left, here.first, here.end) < 0:
            continue
        opened = folded.count(left, here.first, here.end) - folded.count(right, here.first, here.end)
        if opened > 0 and folded.count(right, below.first, below.end) > folded.count(left, below.first, below.end):
            return True
    return False
