"""The cells of a table by row and column, merged cells in every place that they span."""

from dataclasses import dataclass
from functools import cached_property

from loaders.plan import Cell, Table

MAX_PLACES = 400_000
"""Places of a grid that are looked at; a table of a plan has some thousands."""
_NONE = frozenset({"", "/", "\\", "-", "--", "---", "——", "—", "无", "无。", "暂无", "*", "·", "…", "/。"})


@dataclass(frozen=True)
class Grid:
    """A table's cells over a text (folded)."""

    table: Table
    folded: str

    @cached_property
    def _places(self) -> dict[tuple[int, int], Cell]:
        found: dict[tuple[int, int], Cell] = {}
        for cell in self.table.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    found.setdefault((row, column), cell)
                    if len(found) > MAX_PLACES:
                        return found
        return found

    @cached_property
    def rows(self) -> int:
        """The number of rows."""
        return max((cell.row + 1 for cell in self.table.cells), default=0)

    @cached_property
    def columns(self) -> int:
        """The number of columns."""
        return max((cell.column + cell.columns for cell in self.table.cells), default=0)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place, None where the table has none there."""
        return self._places.get((row, column))

    def row(self, row: int) -> list[Cell]:
        """The cells with words that cover this row, each once, from the left."""
        found: list[Cell] = []
        for column in range(self.columns):
            cell = self.at(row, column)
            if cell is not None and cell.start < cell.end and (not found or found[-1] is not cell):
                found.append(cell)
        return found

    def words(self, cell: Cell | None) -> str:
        """The folded words of a cell, without outer blanks; empty for a cell that says none ("/", 无)."""
        words = self.folded[cell.start : cell.end].strip() if cell is not None else ""
        return "" if words in _NONE else words

    def bare(self, cell: Cell | None) -> str:
        """The words of a cell without any blank: 责 任 单 位 is 责任单位."""
        return "".join(self.words(cell).split())
