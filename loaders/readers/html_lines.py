"""Write an element of a page as lines: one paragraph, list item, table row or line before <br> each.

Inline markup is joined without blanks. Runs of ASCII white space become one blank, or nothing where a line of the
source breaks between two Chinese characters or beside a number; no-break and full-width blanks stay as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING

from loaders.readers.html_fields import is_form
from loaders.readers.html_names import KEPT_LINES
from loaders.readers.html_numbers import ListNumbers
from loaders.readers.written import GridCell, joined

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset(re.findall(r"\w+", """
    html body p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table thead tbody tfoot tr td th caption section article main
    header hgroup form fieldset legend blockquote pre center address figure figcaption details summary hr
"""))  # fmt: skip
MAX_CELLS = 200_000  # of one table, filled cells included
_MAX_SPAN = 100
_FORM_ROWS = 3
_PARAGRAPHS = 4
_LONG_CELL = 200  # characters
# Characters that no XML tree may hold, and characters of no width that portals scatter in words.
NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\xad\u200b-\u200d\u2060\ufeff]+")
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”"
_BREAK = r"[ \t]*[\r\n][ \t\r\n\f]*"
_BROKEN_LINE = re.compile(rf"(?<=[{_HAN}]){_BREAK}(?=[{_HAN}0-9])|(?<=[0-9]){_BREAK}(?=[{_HAN}])")
_SPACES = ("  ", "\n", "\t", "\r", "\f")
_WHITE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class HtmlLine:
    """A line of the page, the pieces of markup that it was joined from and the block that it stands in.

    The row of a table has its cells too, and the table as ``table``.
    """

    text: str
    pieces: tuple[str, ...]
    owner: "_Element"
    cells: tuple[GridCell, ...] = ()
    table: "_Element | None" = None


def write_lines(root: "_Element", apart: "list[_Element] | None" = None) -> list[HtmlLine]:
    """The lines of an element. ``apart``: elements that make every table around them a frame, not a table."""
    frames = {above for element in apart or [] for above in element.iterancestors("table", "tr")}
    writer = _Writer(frames)
    writer.block(root)
    return writer.lines


class _Writer:
    """The lines written so far and the pieces of the line that is open."""

    def __init__(self, frames: "set[_Element]") -> None:
        self.frames = frames
        self._numbers = ListNumbers()
        self.lines: list[HtmlLine] = []
        self._open: list[str] = []

    def block(self, element: "_Element") -> None:
        """Write an element that stands on lines of its own."""
        number = self._numbers.of(element) if element.tag == "li" else None
        if number:
            self._open.append(number)
        self._words(element.text, element)
        for child in element:
            self._child(child, element)
            self._words(child.tail, element)
        self.close(element)

    def _child(self, child: "_Element", owner: "_Element") -> None:
        if child.tag == "br":
            self.close(owner)
        elif child.tag == "table":
            self.close(owner)
            self._table(child)
        elif child.tag in BLOCKS:
            if owner.tag != "li" or not self._is_number_open():
                self.close(owner)
            self.block(child)
        else:
            self._words(child.text, owner)
            for inner in child:
                self._child(inner, owner)
                self._words(inner.tail, owner)

    def _is_number_open(self) -> bool:
        return len([piece for piece in self._open if piece.strip()]) == 1

    def _words(self, words: str | None, owner: "_Element") -> None:
        if not words:
            return
        if owner.tag == "pre" or KEPT_LINES.re.search(owner.get("style") or ""):
            first, *more = words.split("\n")
            self._open.append(first)
            for line in more:
                self.close(owner)
                self._open.append(line)
        else:
            self._open.append(words)

    def close(self, owner: "_Element") -> None:
        """End the open line, if it holds anything but blanks."""
        if not self._open:
            return
        pieces = tuple(self._open)
        text = tidy("".join(pieces))
        self._open = []
        if text.strip():
            self.lines.append(HtmlLine(text, pieces, owner))

    def _table(self, table: "_Element") -> None:
        rows = _rows(table)
        if _is_frame(table, rows):
            self.block(table)
            return
        for caption in table.iterchildren("caption"):
            self.block(caption)
        for is_block, part in groupby(rows, key=lambda row: row in self.frames or _holds_paragraphs(row)):
            if is_block:
                for row in part:
                    self.block(row)
            else:
                self._rows(list(part), table)

    def _rows(self, rows: "list[_Element]", table: "_Element") -> None:
        for row, cells in _grid(rows):
            text = "\t".join(cell.words for cell in cells)
            self.lines.append(HtmlLine(text, (text,), row, cells, table))


def tidy(words: str) -> str:
    """Words without line breaks of the source, doubled ASCII blanks and characters that entities smuggle in."""
    words = NO_TEXT.sub("", words)
    if "\n" in words or "\r" in words:
        words = _BROKEN_LINE.sub("", words)
    if any(mark in words for mark in _SPACES):
        words = _WHITE.sub(" ", words)
    return words.strip(" ")


def holds_data(table: "_Element") -> bool:
    """Whether an element is a table of data: at least two rows have two cells with words."""
    rows = _rows(table)
    return not _is_frame(table, rows) and sum(len(_filled(row)) > 1 for row in rows) > 1


def _rows(table: "_Element") -> "list[_Element]":
    """The rows of a table, not those of tables in it."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def _is_frame(table: "_Element", rows: "list[_Element]") -> bool:
    """Whether a table only places the page: it holds a table, or no row has two cells with words."""
    return next(table.iterdescendants("table"), None) is not None or all(len(_filled(row)) < 2 for row in rows)


def _holds_paragraphs(row: "_Element") -> bool:
    """Whether a row is one cell with an article in it, below rows with its metadata."""
    filled = _filled(row)
    if len(filled) != 1 or sum(1 for _ in islice(filled[0].iter("p", "br", "div", "li"), _PARAGRAPHS)) < _PARAGRAPHS:
        return False
    return len(words_of(filled[0])) > _LONG_CELL


def _filled(row: "_Element") -> "list[_Element]":
    """The cells of a row that have words."""
    return [cell for cell in _cells(row) if any(str(words).strip() for words in cell.itertext())]


def _cells(row: "_Element") -> "list[_Element]":
    return [cell for cell in row if cell.tag in ("td", "th")]


def _grid(rows: "list[_Element]") -> "Iterator[tuple[_Element, tuple[GridCell, ...]]]":
    """The rows that have words, with their cells, each in the first row and column that it spans.

    A cell that is alone in its row, and the cells of a table of header fields, stand in one column.
    """
    has_fields = is_form(tidy(words_of(cell)) for row in rows[:_FORM_ROWS] for cell in _cells(row))
    hanging: dict[int, int] = {}  # for how many rows more a cell from above stands in a column
    written = 0
    for number, row in enumerate(rows):
        cells = _cells(row)
        if written > MAX_CELLS:
            hanging = {}
        alone = has_fields or (len(cells) == 1 and not hanging) or written > MAX_CELLS
        found = _row(number, cells, hanging, alone)
        written += sum(cell.columns * cell.rows for cell in found)
        if any(cell.words for cell in found):
            yield row, tuple(found)


def _row(number: int, cells: "list[_Element]", hanging: dict[int, int], alone: bool) -> list[GridCell]:
    """The cells of one row, to the right of and between the cells that hang into it from above."""
    line: list[GridCell] = []
    column, taken = 0, frozenset(hanging)
    for cell in cells:
        while column in taken:
            column += 1
        wide, down = (1, 1) if alone else (_span(cell, "colspan"), _span(cell, "rowspan"))
        line.append(GridCell(number, column, down, wide, _cell_words(cell)))
        hanging.update(dict.fromkeys(range(column, column + wide), down))
        column += wide
    for place, left in list(hanging.items()):
        if left > 1:
            hanging[place] = left - 1
        else:
            del hanging[place]
    return line


def words_of(element: "_Element") -> str:
    """All characters in an element, as they stand."""
    return "".join(str(words) for words in element.itertext())


def _span(cell: "_Element", name: str) -> int:
    value = (cell.get(name) or "").strip()
    return max(1, min(int(value), _MAX_SPAN)) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _cell_words(cell: "_Element") -> str:
    return joined(line.text for line in write_lines(cell))
