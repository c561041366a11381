"""Write what a reader finds as one text: lines, tables and where each of them stands in the original file.

All readers of marked-up files (HTML, DOCX, PDF) write through this, so that a table looks the same from each of them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from loaders.plan import Cell, Origin, Table

# A line of a cell that ends so, or begins so, is one with its neighbour: 某厅和 / 某局.
_OPEN = ("和", "与", "及", "、", "(", "（", "《", "“", "〔")
_GOES_ON = ("、", "，", "。", "；", "：", ",", ")", "）", "》", "”", "〕")
_PROSE = re.compile("[，。；]")
_HAN = re.compile("[\u4e00-\u9fff]")


class Decoded(NamedTuple):
    """What a reader gives: the text, its tables, and the way back to the original file."""

    text: str
    tables: tuple[Table, ...] = ()
    origins: tuple[Origin, ...] = ()


class GridCell(NamedTuple):
    """A cell of the original: its place in the grid (from 0), how far it is merged, and its words."""

    row: int
    column: int
    rows: int
    columns: int
    words: str


def joined(lines: Iterable[str]) -> str:
    """The lines of a cell as one: parted by blanks, but not inside a name or a sentence that goes on in the next."""
    words = line_before = ""
    for line in lines:
        piece = line.strip()
        is_torn = _PROSE.search(line_before) and _HAN.match(line_before[-1:]) and _HAN.match(piece)
        goes_on = is_torn or words.endswith(_OPEN) or piece.startswith(_GOES_ON)
        words += piece if goes_on or not words or not piece else f" {piece}"
        line_before = piece
    return words


class Written:
    """The text written so far."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._tables: list[Table] = []
        self._origins: list[Origin] = []

    def line(self, words: str, where: str) -> None:
        """Write one line; ``where``: its page, paragraph or element."""
        start = self._length
        self._put(words)
        self._origins.append(Origin(start, self._length, where))
        self._put("\n")

    def table(self, cells: Iterable[GridCell], where: str) -> None:
        """Write a table: a row a line, a tab between columns, the words of a merged cell once, no row without words."""
        start, row, column = self._length, 0, 0
        found: list[Cell] = []
        for cell in sorted(_filled(cells)):
            while row < cell.row:
                self._put("\n")
                row, column = row + 1, 0
            while column < cell.column:
                self._put("\t")
                column += 1
            words = " ".join(cell.words.split())
            found.append(Cell(cell.row, cell.column, cell.rows, cell.columns, self._length, self._length + len(words)))
            self._put(words)
        if found:
            self._tables.append(Table(start, self._length, tuple(found)))
            self._origins.append(Origin(start, self._length, where))
            self._put("\n")

    def done(self) -> Decoded:
        """The whole text with its tables and origins."""
        return Decoded("".join(self._pieces), tuple(self._tables), tuple(self._origins))

    def _put(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)


def _filled(cells: Iterable[GridCell]) -> list[GridCell]:
    """The cells of the rows that have words of their own, in the grid of these rows alone."""
    held = list(cells)
    rows = sorted({cell.row for cell in held if cell.words.strip()})
    numbers = {row: number for number, row in enumerate(rows)}
    return [
        cell._replace(row=numbers[cell.row], rows=bisect_left(rows, cell.row + cell.rows) - numbers[cell.row])
        for cell in held
        if cell.row in numbers
    ]
