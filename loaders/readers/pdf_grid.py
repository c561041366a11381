"""Grids that ruling lines draw on a page: where a table's rows and columns run and which cells are merged.

Lines that touch make one drawing. Its flat lines give the rows, its upright ones the columns; two neighbouring places
of the grid are one cell where no line stands between them. A drawing with one cell only is a frame around text.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.readers.pdf_rulings import Ruling

_NEAR = 3.0  # points: lines that are meant to be one, ends that are meant to touch
_OPEN_SIDE = 15.0  # points that flat lines reach over the last upright one where a side has none
_OPEN_END = 6.0  # points that upright lines reach over the last flat one where a page break parts a row
_MOST_LINES = 2_000
_MOST_COLUMNS, _MOST_ROWS = 40, 300  # of a table on one page; more is a drawing
_LEAST = 5.0  # points: a shorter line is part of a letter or of a dotted line


@dataclass(frozen=True, slots=True)
class Span:
    """A cell of a grid: its first row and column, how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Grid:
    """A grid: the places of its upright lines, of its flat lines, and its cells by the places they cover."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    spans: tuple[Span, ...]
    owner: tuple[tuple[int, ...], ...]

    @property
    def is_frame(self) -> bool:
        """Whether it only frames text: it has one column, or one cell."""
        return len(self.xs) < 3 or len(self.spans) < 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies inside the grid."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def at(self, x: float, y: float) -> int:
        """The index of the cell at a place inside the grid."""
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return self.owner[row][column]


def grids(rulings: Iterable[Ruling]) -> list[Grid]:
    """The grids of a page from top to bottom, frames included."""
    flat = _merged([item for item in rulings if item.is_flat], is_flat=True)
    upright = _merged([item for item in rulings if not item.is_flat], is_flat=False)
    if len(flat) + len(upright) > _MOST_LINES:
        return []
    found = [grid for part in _drawings(flat, upright) if (grid := _grid(*part))]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _merged(lines: list[Ruling], is_flat: bool) -> list[Ruling]:
    """Lines with the pieces that continue each other joined; short rests are left out. Upright lines are swapped."""
    plain = [line if is_flat else Ruling(line.y0, line.x0, line.y1, line.x1) for line in lines]
    rows: dict[float, list[Ruling]] = defaultdict(list)
    levels: list[float] = []
    for line in sorted(plain, key=lambda line: (line.y0 + line.y1) / 2):
        level = (line.y0 + line.y1) / 2
        if not levels or level - levels[-1] > _NEAR:
            levels.append(level)
        rows[levels[-1]].append(line)
    joined: list[Ruling] = []
    for row in rows.values():
        level = sum((line.y0 + line.y1) / 2 for line in row) / len(row)
        start, end = None, 0.0
        for line in sorted(row):
            if start is None or line.x0 > end + _NEAR:
                if start is not None:
                    joined.append(Ruling(start, level, end, level))
                start, end = line.x0, line.x1
            end = max(end, line.x1)
        if start is not None:
            joined.append(Ruling(start, level, end, level))
    kept = [line for line in joined if line.x1 - line.x0 >= _LEAST]
    return kept if is_flat else [Ruling(line.y0, line.x0, line.y0, line.x1) for line in kept]


def _drawings(flat: list[Ruling], upright: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """The flat and upright lines of each drawing: lines that touch, in any number of steps, and upright ones of one
    height (beside a merged cell as high as the page no flat line may touch the outer one)."""
    lead = list(range(len(flat) + len(upright)))

    def root(index: int) -> int:
        while lead[index] != index:
            lead[index] = lead[lead[index]]
            index = lead[index]
        return index

    for number, line in enumerate(upright, len(flat)):
        for index, other in enumerate(flat):
            across = other.x0 - _NEAR <= line.x0 <= other.x1 + _NEAR
            if across and line.y0 - _NEAR <= other.y0 <= line.y1 + _NEAR:
                lead[root(index)] = root(number)
    for number, line in enumerate(upright, len(flat)):
        for index, other in enumerate(upright[: number - len(flat)], len(flat)):
            if abs(line.y0 - other.y0) <= _NEAR and abs(line.y1 - other.y1) <= _NEAR:
                lead[root(index)] = root(number)
    parts: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for index, line in enumerate([*flat, *upright]):
        parts.setdefault(root(index), ([], []))[int(index >= len(flat))].append(line)
    return list(parts.values())


def _grid(flat: list[Ruling], upright: list[Ruling]) -> Grid | None:
    """The grid of one drawing, None where it has no cell."""
    if not flat or not upright:
        return None
    flat = [*flat, *_ends(flat, upright)]
    upright = [*upright, *_sides(flat, upright)]
    xs, ys = _places(line.x0 for line in upright), _places(line.y0 for line in flat)
    if not (2 <= len(xs) <= _MOST_COLUMNS + 1 and 2 <= len(ys) <= _MOST_ROWS + 1):
        return None
    columns, rows = len(xs) - 1, len(ys) - 1
    walls = _walls(upright, xs, ys)
    floors = _walls([Ruling(line.y0, line.x0, line.y1, line.x1) for line in flat], ys, xs)
    owner = _regions(rows, columns, walls, floors)
    spans, regions = _spans(owner)
    return Grid(tuple(xs), tuple(ys), tuple(spans), tuple(tuple(row) for row in regions))


def _sides(flat: list[Ruling], upright: list[Ruling]) -> list[Ruling]:
    """The outer sides that an open table does not draw."""
    left, right = min(line.x0 for line in flat), max(line.x1 for line in flat)
    top, bottom = min(line.y0 for line in flat), max(line.y0 for line in flat)
    sides = []
    if min(line.x0 for line in upright) - left > _OPEN_SIDE:
        sides.append(Ruling(left, top, left, bottom))
    if right - max(line.x0 for line in upright) > _OPEN_SIDE:
        sides.append(Ruling(right, top, right, bottom))
    return sides


def _ends(flat: list[Ruling], upright: list[Ruling]) -> list[Ruling]:
    """The top and bottom that a table does not draw where a page break parts it."""
    left, right = min(line.x0 for line in flat), max(line.x1 for line in flat)
    top, bottom = min(line.y0 for line in upright), max(line.y1 for line in upright)
    ends = []
    if min(line.y0 for line in flat) - top > _OPEN_END:
        ends.append(Ruling(left, top, right, top))
    if bottom - max(line.y0 for line in flat) > _OPEN_END:
        ends.append(Ruling(left, bottom, right, bottom))
    return ends


def _places(values: Iterable[float]) -> list[float]:
    """Sorted places, near ones as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _walls(lines: Sequence[Ruling], xs: Sequence[float], ys: Sequence[float]) -> set[tuple[int, int]]:
    """(row, line) for each upright line number that is drawn beside the row."""
    found = set()
    for line in lines:
        at = next((index for index, x in enumerate(xs) if abs(x - line.x0) <= _NEAR), None)
        if at is None:
            continue
        for row in range(len(ys) - 1):
            middle = (ys[row] + ys[row + 1]) / 2
            if line.y0 <= middle <= line.y1:
                found.add((row, at))
    return found


def _regions(rows: int, columns: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]) -> list[list[int]]:
    """For each place of the grid the number of its region: places with no line between them."""
    region = [[-1] * columns for _ in range(rows)]
    count = 0
    for row in range(rows):
        for column in range(columns):
            if region[row][column] >= 0:
                continue
            pending = [(row, column)]
            region[row][column] = count
            while pending:
                r, c = pending.pop()
                near = []
                if c + 1 < columns and (r, c + 1) not in walls:
                    near.append((r, c + 1))
                if c > 0 and (r, c) not in walls:
                    near.append((r, c - 1))
                if r + 1 < rows and (c, r + 1) not in floors:
                    near.append((r + 1, c))
                if r > 0 and (c, r) not in floors:
                    near.append((r - 1, c))
                for a, b in near:
                    if region[a][b] < 0:
                        region[a][b] = count
                        pending.append((a, b))
            count += 1
    return region


def _spans(region: list[list[int]]) -> tuple[list[Span], list[list[int]]]:
    """The cell of each region; places of a region that is no box stay with its number."""
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, line in enumerate(region):
        for column, number in enumerate(line):
            places[number].append((row, column))
    spans = []
    for number in sorted(places):
        rows = [row for row, _ in places[number]]
        columns = [column for _, column in places[number]]
        spans.append(Span(min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1))
    return spans, region
