"""Tables that draw flat lines only (three-line tables): their lines between columns and rows, from where words stand.

Flat lines of one width, one below the other and with no upright line between them, frame such a table, when the words
between them stand in columns that nothing crosses. A row begins where its first column has words, or at a flat line.
"""

from collections.abc import Sequence
from itertools import pairwise

from loaders.readers.pdf_lines import PdfLine
from loaders.readers.pdf_rulings import Ruling

_NEAR = 5.0  # points: ends of lines of one table
LEAST_RULES, _LEAST_ROWS = 3, 3
_LEAST_WIDTH = 0.4  # of the page
_MOST_RULES = 300


def missing_rulings(rulings: Sequence[Ruling], lines: Sequence[PdfLine], width: float) -> list[Ruling]:
    """The lines that tables without upright lines do not draw."""
    flat = sorted((item for item in rulings if item.is_flat and item.x1 - item.x0 > width * _LEAST_WIDTH), key=_level)
    upright = [item for item in rulings if not item.is_flat]
    if len(flat) > _MOST_RULES:
        return []
    found: list[Ruling] = []
    while flat:
        first = flat[0]
        own = [item for item in flat if abs(item.x0 - first.x0) < _NEAR and abs(item.x1 - first.x1) < _NEAR]
        flat = [item for item in flat if item not in own]
        if len(own) >= LEAST_RULES and not any(_lies_in(item, own) for item in upright):
            found += _lines_between(own, [line for line in lines if _level(own[0]) < line.base < _level(own[-1])])
    return found


def _level(item: Ruling) -> float:
    return (item.y0 + item.y1) / 2


def _lies_in(item: Ruling, own: Sequence[Ruling]) -> bool:
    crosses = item.y1 > _level(own[0]) and item.y0 < _level(own[-1])
    return crosses and own[0].x0 - _NEAR < item.x0 < own[0].x1 + _NEAR


def _lines_between(own: Sequence[Ruling], lines: Sequence[PdfLine]) -> list[Ruling]:
    """The upright lines between columns, the flat ones between rows; none where the words stand in no columns."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((piece.left, piece.right) for line in lines for piece in line.pieces):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    if len(columns) < 2:
        return []
    begins = [line for line in lines if line.left < columns[0][1]]
    if len(begins) < _LEAST_ROWS or any(_filled(lines, column) < 2 for column in columns):
        return []
    top, bottom = _level(own[0]), _level(own[-1])
    places = [own[0].x0, *((before[1] + after[0]) / 2 for before, after in pairwise(columns)), own[0].x1]
    upright = [Ruling(x, top, x, bottom) for x in places]
    rows = [line.base - line.size for line in begins[1:]]
    drawn = [_level(item) for item in own]
    flat = [Ruling(own[0].x0, y, own[0].x1, y) for y in rows if all(abs(y - level) > begins[0].size for level in drawn)]
    return upright + flat


def _filled(lines: Sequence[PdfLine], column: tuple[float, float]) -> int:
    return sum(any(column[0] <= piece.left <= column[1] for piece in line.pieces) for line in lines)
