"""Write what a reader finds as one text: lines, tables and where each of them stands in the original file.

All readers of marked-up files (HTML, DOCX, PDF) write through this, so that a table looks the same from each of them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from loaders.plan import Cell, Origin, Table


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
        """Write a table: a row a line, a tab between columns, the words of a merged cell once."""
        start, row, column = self._length, 0, 0
        found: list[Cell] = []
        for cell in sorted(cells):
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
