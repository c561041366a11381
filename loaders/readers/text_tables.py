"""Tables in a plain text: rows of Markdown between pipes, and rows of cells parted by tabs, as a sheet is copied.

Nothing of the text is changed; a table only says where its cells stand. Neither way of writing can say that cells are
merged: each spans one row and one column.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from loaders.pattern import Pattern
from loaders.plan import Cell, Table

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_BLANKS = " \t\u00a0\u3000*"
# A number that is typed with a tab behind it: a heading or an item of a list, no row of two cells.
TYPED_NUMBER = Pattern(
    "number_before_tab",
    r"[(（第]?[\d一二三四五六七八九十①-⑳]{1,4}[)）、.．章节条]{0,2}|[-•·●*]|\d{1,2}(?:\.\d{1,2})+",
    ("1.", "（一）", "二、", "第三章", "1.1", "•", "①"),
    ("任务", "2024年", "市教育局", "甲1"),
    "fullmatch",
)

type _Row = list[tuple[int, int]]


def tables(text: str) -> tuple[Table, ...]:
    """The tables of a text, in its order."""
    found: list[Table] = []
    if "|" in text:
        found += _of_pipes(text)
    if "\t" in text:
        found += _of_tabs(text)
    return tuple(sorted(found, key=lambda table: table.start))


def _of_pipes(text: str) -> Iterator[Table]:
    """Tables of Markdown: a head, a rule (|---|---|), rows; a line without a pipe ends them."""
    for is_row, lines in groupby(_lines(text), key=lambda span: "|" in text[slice(*span)]):
        block = list(lines) if is_row else []
        rules = [index for index, span in enumerate(block) if _RULE.fullmatch(text, *span)]
        if rules and len(block) > 2:
            rows = [_cells(text, _bare(text, *span), _PIPE) for span in block if not _RULE.fullmatch(text, *span)]
            yield _table(block, rows)


def _of_tabs(text: str) -> Iterator[Table]:
    """At least two lines with tabs, one below the other; not those that tabs only indent, number or announce."""
    for is_row, lines in groupby(_lines(text), key=lambda span: text.find("\t", *span) >= 0 and _has_words(text, span)):
        block = list(lines) if is_row else []
        if len(block) < 2:
            continue
        rows = [_cells(text, span, _TAB) for span in block]
        first = [text[slice(*row[0])] for row in rows]
        numbers = sum(TYPED_NUMBER.re.fullmatch(words) is not None for words in first)
        is_list = max(map(len, rows)) == 2 and numbers * 2 > len(rows)
        if any(first) and not is_list and not first[0].endswith(("：", ":")):
            yield _table(block, rows)


def _has_words(text: str, span: tuple[int, int]) -> bool:
    return bool(text[slice(*span)].strip())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The places of the lines, empty ones too."""
    return (found.span(1) for found in _LINE.finditer(text))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The line without its outer blanks and pipes."""
    while start < end and text[start] in _BLANKS:
        start += 1
    while start < end and text[end - 1] in _BLANKS:
        end -= 1
    return start + (text[start : start + 1] == "|"), end - (end > start + 1 and text[end - 1] == "|")


def _cells(text: str, span: tuple[int, int], mark: re.Pattern[str]) -> _Row:
    """The places of the cells' words between the marks of a line."""
    start, end = span
    edges = [start, *(at for found in mark.finditer(text, start, end) for at in found.span()), end]
    found = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        first, last = left, right
        while first < last and text[first] in _BLANKS:
            first += 1
        while first < last and text[last - 1] in _BLANKS:
            last -= 1
        found.append((first, last))
    return found


def _table(block: list[tuple[int, int]], rows: list[_Row]) -> Table:
    cells = tuple(Cell(row, column, 1, 1, *span) for row, line in enumerate(rows) for column, span in enumerate(line))
    return Table(block[0][0], block[-1][1], cells)
