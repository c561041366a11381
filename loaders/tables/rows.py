"""The tasks of a task table: which rows are one item, with its number, title, groups above and cells by use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from codebooks.tables import ColumnKind
from loaders.heading_line import place_heading
from loaders.labels import Label, label_at
from loaders.lines import Line
from loaders.pattern import Pattern
from loaders.plan import Cell
from loaders.tables.sheets import Sheet

PROSE: tuple[ColumnKind, ...] = ("content", "goal")
TOTALS = frozenset({"合计", "总计", "小计"})

CLASS_NUMBER = Pattern(
    "number_of_a_class", r"\(?[一二三四五六七八九十]{1,3}\)?、?", ("一", "(二)", "三、"), ("1", "一类"), "fullmatch"
)


@dataclass
class Item:
    """One task of a table: the rows of one number or item, or one row. Places are offsets into the text; ``groups``
    are the cells of the classes above it, ``prose`` the cells whose words are read as those of a paragraph."""

    place: int
    number: tuple[int, int]
    label: Label | None
    title: tuple[int, int]
    names: list[Cell]
    groups: list[Cell]
    rows: list[int] = field(default_factory=list)
    prose: list[Cell] = field(default_factory=list)
    start: int = 0
    end: int = 0

    @property
    def value(self) -> int:
        """The number that is printed for it, else its place among the table's items (from 1)."""
        return self.label.value if self.label else self.place


def items(sheet: Sheet) -> list[Item]:
    """The tasks of a sheet in the order of its rows."""
    reader = _Reader(sheet)
    for row in sheet.rows():
        reader.take(row)
    return [_closed(sheet, item) for item in reader.found if item.names]


class _Reader:
    """The items read so far, and the group that the rows below a heading row belong to."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.grid, heads = sheet, sheet.grid, sheet.heads
        self.number = next(iter(heads.of("number")), None)
        prose = heads.of("content") or heads.of("goal") or heads.of("group", "indicator", "value")[:1]
        self.groups = [column for column in heads.of("group") if column not in prose]
        leading = [column for column in prose if self.number is not None and column < self.number]
        rest = [column for column in prose if column not in leading]
        self.groups += leading if rest else []
        self.names = rest if rest else prose
        if len(self.names) > 1 and self._holds_numbers(self.names[0]):
            self.groups.append(self.names.pop(0))
        self.prose = sorted({*self.names, *heads.of(*PROSE)} - set(self.groups))
        self.found: list[Item] = []
        self._heading: list[Cell] = []
        self._groups: dict[int, Cell] = {}
        self._key: object = None

    def _holds_numbers(self, column: int) -> bool:
        """Whether a cell of this column is merged over several numbers: it is a class of items, not an item."""
        if self.number is None:
            return False
        numbers: dict[Cell, set[Cell]] = {}
        for row in self.sheet.rows():
            cell, number = self.grid.at(row, column), self.grid.at(row, self.number)
            if cell is not None and number is not None and self.grid.words(number):
                numbers.setdefault(cell, set()).add(number)
        return any(len(held) > 1 for held in numbers.values())

    def take(self, row: int) -> None:
        """Read one row: a heading of the rows below, more of the item before, or a new item."""
        if {self.grid.bare(cell) for cell in self.grid.row(row)[:2]} & TOTALS:
            return
        alone = self.sheet.alone(row)
        if alone is not None and not (self.names and self.grid.at(row, self.names[-1]) is alone and self._is_item(row)):
            self._heading, self._key = [alone], None
            return
        if heading := self._class(row):
            self._heading, self._key = [heading], None
            return
        key = self._key_of(row)
        if key is None or key != self._key:
            self._begin(row)
            self._key = key
        item = self.found[-1]
        item.rows.append(row)
        for column in self.prose:
            cell = self.grid.at(row, column)
            if cell is not None and self.grid.words(cell) and cell not in item.prose:
                item.prose.append(cell)

    def _class(self, row: int) -> Cell | None:
        """The name of a class of rows that has a number of its own (一 | 医疗服务类) and no other words."""
        number = self.grid.at(row, self.number) if self.number is not None else None
        cells = self.grid.row(row)
        if number is None or len(cells) != 2 or number not in cells or len(self.grid.row(self.sheet.heads.first)) < 4:
            return None
        other = cells[1] if cells[0] is number else cells[0]
        named = [self.grid.at(row, column) for column in (*self.groups, *self.names)]
        return other if CLASS_NUMBER.fits(self.grid.bare(number)) and other in named else None

    def _is_item(self, row: int) -> bool:
        """Whether a cell alone in its row is the task of a row whose other cells are empty."""
        cell = self.sheet.alone(row)
        return cell is not None and cell.columns == 1 and cell.column != 0

    def _key_of(self, row: int) -> object:
        """What rows of one item share: the cell of their number, else that of their item; an empty one goes on."""
        column = self.number if self.number is not None else (self.names[0] if len(self.names) > 1 else None)
        if column is None:
            merged = self.grid.at(row, self.names[0]) if self.names else None
            return merged if merged is not None and merged.rows > 1 and self.grid.words(merged) else None
        cell = self.grid.at(row, column)
        return cell if cell is not None and self.grid.words(cell) else self._key

    def _begin(self, row: int) -> None:
        words = self.grid.words
        number = self.grid.at(row, self.number) if self.number is not None else None
        names = [cell for column in self.names if (cell := self.grid.at(row, column)) is not None and words(cell)]
        groups = [*self._heading]
        for column in self.groups:
            cell = self.grid.at(row, column)
            if cell is not None and words(cell):
                self._groups[column] = cell
            groups += [self._groups[column]] if column in self._groups else []
        place = len(self.found) + 1
        span = (number.start, number.end) if number is not None and words(number) else (0, 0)
        self.found.append(Item(place, span, None, (0, 0), names, groups))


def _closed(sheet: Sheet, item: Item) -> Item:
    """The item with its number, title and span, once all its rows are known."""
    grid, first = sheet.grid, item.names[0]
    label = label_at(grid.folded, first.start)
    length = label.length if label is not None and label.length < first.end - first.start else 0
    if item.number != (0, 0):
        printed = grid.folded[slice(*item.number)]
        item.label = label_at(f"{printed}、", 0) or label_at(printed, 0)
    elif label is not None and length and not _goes_on(grid.folded, first, label):
        item.label, item.number = label, (first.start, first.start + length)
    line = Line(first.start, first.end, grid.folded[first.start : first.end], label)
    start, end, _ = place_heading(grid.folded, [line], length, has_children=False)
    item.title = (start, end)
    item.start = item.number[0] if item.number != (0, 0) else first.start
    cells = [cell for row in item.rows for cell in grid.row(row)]
    item.end = max([first.end, *(cell.end for cell in cells if cell.start >= item.start)])
    return item


def _goes_on(folded: str, cell: Cell, label: Label) -> bool:
    """Whether the number at the head of a cell begins a list inside the cell (1.…;2.…) and is none of the row."""
    for found in re.finditer(r"[。;;\s]", folded[cell.start : cell.end]):
        following = label_at(folded, cell.start + found.end())
        if following is not None and (following.kind, following.value) == (label.kind, label.value + 1):
            return True
    return False


def cells_of(sheet: Sheet, item: Item, *kinds: ColumnKind) -> Iterator[tuple[int, Cell, int]]:
    """The cells of an item in columns of these kinds, each once with its row and column, none that says none."""
    seen: set[Cell] = set()
    for row in item.rows:
        for column in sheet.heads.of(*kinds):
            cell = sheet.grid.at(row, column)
            if cell is not None and cell not in seen and sheet.grid.words(cell):
                seen.add(cell)
                yield row, cell, column


def bare_title(words: str) -> str:
    """Words without a number label at their head, blanks and punctuation, to compare titles."""
    label = label_at(words, 0)
    return re.sub(r"[\W_]+", "", words[label.length :] if label else words)
