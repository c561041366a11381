"""Lines of a page that belong to the paper and not to the document, each cut by a named rule.

page_number: a number alone at the top or bottom of a page (- 3 -, — 3 —, 第3页 共9页, 3/9; a bare 3 where it stands far
from the text or at the same place of other pages). running: a line at the top
or bottom that other pages have at the same place, digits apart. printed: the head and foot that a browser prints
(date and title, address and page). contents: lines of a table of contents, with their dots and page numbers.
menu: rows of short words above a printed web page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from loaders.pattern import Pattern
from loaders.readers.pdf_lines import PdfLine

_ZONE_LINES = 3  # of a page's head and foot
_EDGE, _LEAST_EDGE = 0.13, 110.0  # of the page's height; points
_ALONE = 2.2  # sizes of the line beside
_LEAST_PAGES = 2
_SHARE = 0.3
_MENU_PIECES, _MENU_WORDS = 4, 6

PAGE_NUMBER = Pattern(
    "pdf_page_number",
    r"[-—–－_·~～ ]{0,6}第? ?(?:\d{1,4}|[ivxIVX]{1,6}) ?页?(?: ?[/／,，]? ?共? ?\d{1,4} ?页?)?[-—–－_·~～ ]{0,6}",
    ("— 3 —", "-3-", "－12－", "第3页", "第 3 页 共 9 页", "3/9", "17", "·5·", "iv", "第3页，共9页"),
    ("3.", "（3）", "2025年", "3万张", "一、", "第3条", "3个百分点"),
    "fullmatch",
)
PRINTED = Pattern(
    "pdf_printed_by_browser",
    r"(?:https?|fi ?le)://\S+(?: +\d{1,4}/\d{1,4})?$"
    r"|(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}/\d{1,2}/\d{2,4}),? ?"
    r"(?:[上下]午 ?)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?!\S)"
    r"|第 ?\d{1,4} ?页[，, ]*共 ?\d{1,4} ?页.{0,40}\d{1,2}:\d{2}$",
    (
        "https://www.example.gov.cn/a/b.html  1/10",
        "file:///D:/a.html",
        "2025/7/29 16:01  某市人民政府关于印发方案的通知",
        "7/29/25, 4:01 PM  某市人民政府",
        "2025/10/8 上午5:36  某市方案",
    ),
    ("网址为https://www.example.gov.cn", "2025年7月29日", "2025-07-29", "12:30至14:00"),
    "match",
)
CONTENTS = Pattern(
    "pdf_line_of_contents",
    r".{2,80}?(?:[.．…·•⋯﹒─—-] ?){4,}[ (（-]*\d{1,3}[)） -]*$|.{2,60} {2}\d{1,3}$",
    ("一、总体要求…………………1", "（二）主要目标 ........ 12", "第一章 总则……………………（3）", "三、保障措施  15"),
    ("到2025年建成5个", "一、总体要求……", "电话：0000-12345678", "（三）床位数5"),
    "match",
)
CONTENTS_HEAD = Pattern(
    "pdf_head_of_contents",
    r"目[ \u3000]*[录次]",
    ("目录", "目 录", "目　　次"),
    ("目录清单", "目标"),
    "fullmatch",
)
_DIGITS = re.compile(r"\d+")


def kept_lines(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> list[list[bool]]:
    """For each line of each page whether it is text of the document, not furniture."""
    running = _running(pages, heights)
    kept: list[list[bool]] = []
    begun = False
    for lines, height in zip(pages, heights, strict=True):
        contents = _contents(lines)
        kept.append([])
        for index, line in enumerate(lines):
            in_zone = index < _ZONE_LINES or index >= len(lines) - _ZONE_LINES
            begun = begun or "。" in line.words
            is_menu = not begun and _is_menu(line)
            rule = _rule(lines, index, height, running) if in_zone else None
            kept[-1].append(index not in contents and not is_menu and rule is None)
    return kept


def _rule(lines: Sequence[PdfLine], index: int, height: float, running: set[tuple[str, int]]) -> str | None:
    line = lines[index]
    if _is_edge(line, height) and PAGE_NUMBER.fits(line.words):
        is_bare = line.words.isalnum() and "页" not in line.words
        if not is_bare or _stands_alone(lines, index):
            return "page_number"
    if PRINTED.fits(line.words):
        return "printed"
    return "running" if not running.isdisjoint(_marks(line)) else None


def _stands_alone(lines: Sequence[PdfLine], index: int) -> bool:
    """Whether a line is the first or last of its page and far from the next: a bare number may be text."""
    if len(lines) < 2:
        return True
    beside = lines[1] if index == 0 else lines[-2] if index == len(lines) - 1 else None
    return beside is not None and abs(beside.base - lines[index].base) > _ALONE * beside.size


def _is_edge(line: PdfLine, height: float) -> bool:
    edge = max(height * _EDGE, _LEAST_EDGE)
    return line.base < edge or line.base > height - edge


def _running(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> set[tuple[str, int]]:
    """The marks of lines that stand at the edge of several pages."""
    counts = Counter[tuple[str, int]]()
    for lines, height in zip(pages, heights, strict=True):
        zone = [*lines[:_ZONE_LINES], *lines[-_ZONE_LINES:]] if len(lines) > _ZONE_LINES * 2 else lines
        marks = {mark for line in zone if _is_edge(line, height) for mark in _marks(line)}
        counts.update(marks)
    least = max(_LEAST_PAGES, len(pages) * _SHARE)
    return {mark for mark, count in counts.items() if count >= least}


def _marks(line: PdfLine) -> Iterator[tuple[str, int]]:
    """What a running line is known by on other pages: its words without digits, at its place give or take a little."""
    words = _DIGITS.sub("#", line.words)
    step = round(line.base / 4)
    yield from ((words, step), (words, step + 1))


def _contents(lines: Sequence[PdfLine]) -> set[int]:
    """The lines of a table of contents: two and more with page numbers, their head, and heads broken before them."""
    hits = [index for index, line in enumerate(lines) if CONTENTS.fits(line.words)]
    heads = [index for index, line in enumerate(lines) if CONTENTS_HEAD.fits(line.words)]
    numbers = [int(_DIGITS.findall(lines[index].words)[-1]) for index in hits]
    if len(hits) < _LEAST_PAGES or not (heads or len(hits) * 2 > len(lines)) or numbers != sorted(numbers):
        return set()
    first = heads[0] if heads else hits[0]
    return set(range(first, hits[-1] + 1))


def _is_menu(line: PdfLine) -> bool:
    """Whether a line is a row of short words apart, as the menu of a web page is."""
    short = all(len(piece.words) <= _MENU_WORDS for piece in line.pieces)
    return len(line.pieces) >= _MENU_PIECES and short
