"""The table of contents at the front of a long plan (目录): its lines repeat the headings and are none.

It ends where the first of its entries stands again; without such a place, with the last line that a page number ends.
"""

import re
from collections.abc import Sequence

from loaders.lines import Line
from loaders.pattern import Pattern

HEAD = Pattern(
    "head_of_contents",
    r"[\[(]?目 *[录次][\])]?",
    ("目录", "目  录", "目次", "[目录]"),
    ("目录清单", "编制目录。"),
    "fullmatch",
)
PAGE = Pattern(
    "page_of_an_entry",
    r"[ .…·_-]*\(?\d{1,3}\)?$",
    ("第一章 总则.....3", "一、目标 12", "二、任务……(5)", "第二节 目标7"),
    ("一、总体目标", "附件"),
)
ENTRY = Pattern(
    "entry_with_page_number",
    r"[^。]{2,80}?(?:[.…·_-]{2,} ?| +)\(?\d{1,3}\)?",
    ("第一章 总则.....3", "一、总体目标 12"),
    ("新建医院 5所", "一、总体目标"),
    "fullmatch",
)
FIRST = Pattern(
    "first_entry",
    r"第|[一1][、.]|\(一\)|前 *言|序 *言|引 *言|总 *则|规划",
    ("第一章 总则", "一、发展基础", "前  言", "1.总体要求"),
    ("公开指南", "政策文件"),
    "match",
)
_MARKS = re.compile(r"[\W_]+")
_LONGEST = 300  # entries
_LONGEST_ENTRY = 90


def contents(lines: Sequence[Line]) -> tuple[int, int]:
    """The indexes [first, after) of the table of contents, equal where there is none."""
    head = next((i for i, line in enumerate(lines) if len(line.words) < 12 and HEAD.fits(line.words)), None)
    if head is None or head + 2 >= len(lines):
        return 0, 0
    first = _entry(lines[head + 1]) if FIRST.fits(lines[head + 1].words) else ""
    rest = range(head + 2, min(head + _LONGEST, len(lines)))
    again = next((i for i in rest if len(first) > 1 and _entry(lines[i]) == first), None)
    after = head + 1
    while after < len(lines) and (ENTRY.fits(lines[after].words) if again is None else after < again):
        if len(lines[after].words) > _LONGEST_ENTRY or "。" in lines[after].words:
            break
        after += 1
    return head, after


def _entry(line: Line) -> str:
    """The words of an entry without page number, blanks and marks."""
    return _MARKS.sub("", PAGE.re.sub("", line.words))
