"""Blocks of a page in reading order: its one column, or the bands of two columns of a gazette, and framed boxes.

A page has two columns where a gutter runs down its middle that nearly all rows leave free, while rows on both sides of
it reach up to it. Rows across the gutter (titles, tables) part the page into bands: in each band
the left column comes first.
"""

from collections.abc import Sequence
from typing import NamedTuple

from loaders.readers.pdf_lines import Block, PdfLine, lines_of
from loaders.readers.pdf_page import Glyph
from loaders.readers.pdf_tables import PdfTable

_STEP = 3.0  # points
_MIDDLE = (0.35, 0.65)  # of the page's width: where a gutter may run
_LEAST_ROWS = 6
_ACROSS = 0.25  # of the rows may cross the gutter
_FILLED = 0.5  # of the rows on each side reach the gutter
_TOUCH = 3.0  # sizes: near the gutter
_GAP = 0.9  # sizes: characters nearer than this stand together
LEFT, RIGHT = 1, 2


class Row(NamedTuple):
    """A row of characters and the line that it makes."""

    line: PdfLine
    glyphs: list[Glyph]


def gutters(pages: Sequence[Sequence[Row]], widths: Sequence[float]) -> list[float | None]:
    """Where the gutter of each page runs, None for a page in one column; a page that does not show it (the last one,
    often half empty) is as other pages of its width are."""
    found = [gutter(rows, width) for rows, width in zip(pages, widths, strict=True)]
    likely: dict[int, float] = {}
    for width in {round(width) for width in widths}:
        alike = [middle for middle, own in zip(found, widths, strict=True) if round(own) == width]
        shown = sorted(middle for middle in alike if middle is not None)
        if shown:
            likely[width] = shown[len(shown) // 2]
    return [
        _shared(likely.get(round(width)), rows) if middle is None else middle
        for middle, rows, width in zip(found, pages, widths, strict=True)
    ]


def _shared(middle: float | None, rows: Sequence[Row]) -> float | None:
    """The gutter of other pages, where the rows of a page leave it free."""
    if middle is None or sum(_crosses(row.glyphs, middle) for row in rows) > len(rows) * _ACROSS:
        return None
    return middle


def in_reading_order(
    rows: Sequence[Row], tables: Sequence[PdfTable], page: int, width: float, middle: float | None
) -> list[PdfLine | PdfTable]:
    """The lines and tables of one page in reading order; ``middle``: where its gutter runs."""
    items: list[Row | PdfTable] = sorted([*rows, *tables], key=_top)
    if middle is None:
        return [item if isinstance(item, PdfTable) else item.line for item in items]
    found: list[PdfLine | PdfTable] = []
    band: list[Row | PdfTable] = []
    for item in items:
        x0, x1 = _reach(item)
        if x0 < middle < x1 and (isinstance(item, PdfTable) or _crosses(item.glyphs, middle)):
            found += _side_by_side(band, middle, page, width, len(found))
            found.append(item if isinstance(item, PdfTable) else item.line)
            band = []
        else:
            band.append(item)
    return found + _side_by_side(band, middle, page, width, len(found))


def _side_by_side(
    band: Sequence[Row | PdfTable], middle: float, page: int, width: float, number: int
) -> list[PdfLine | PdfTable]:
    """The left column of a band, then its right one. Their lines need not stand at one height: rows are made anew."""
    found: list[PdfLine | PdfTable] = []
    glyphs = [glyph for item in band if isinstance(item, Row) for glyph in item.glyphs]
    for side in (LEFT, RIGHT):
        own = [glyph for glyph in glyphs if (glyph.left < middle) == (side == LEFT)]
        lines = lines_of(own, Block(page, number * 2 + side, side, round(width)))
        tables = [item for item in band if isinstance(item, PdfTable) and (item.xs[0] < middle) == (side == LEFT)]
        found += sorted([*lines, *tables], key=lambda item: item.top if isinstance(item, PdfTable) else item.base)
    return found


def _top(item: Row | PdfTable) -> float:
    return item.top if isinstance(item, PdfTable) else item.line.base


def _reach(item: Row | PdfTable) -> tuple[float, float]:
    return (item.xs[0], item.xs[-1]) if isinstance(item, PdfTable) else (item.line.left, item.line.right)


def gutter(rows: Sequence[Row], width: float) -> float | None:
    """Where the gutter of a page in two columns runs, None for a page in one."""
    if len(rows) < _LEAST_ROWS:
        return None
    low, high = (int(width * part / _STEP) for part in _MIDDLE)
    covered = [0] * (high - low)
    stretches = [_stretches(row.glyphs) for row in rows]
    for row in stretches:
        for left, right in row:
            for step in range(max(low, int(left / _STEP)), min(high, int(right / _STEP) + 1)):
                covered[step - low] += 1
    least = min(covered)
    if least > len(rows) * _ACROSS:
        return None
    free = [index for index, count in enumerate(covered) if count == least]
    middle = (low + free[len(free) // 2] + 0.5) * _STEP
    size = rows[len(rows) // 2].line.size
    before = [gap for row in stretches if (gap := _gap_left(row, middle)) is not None]
    behind = [gap for row in stretches if (gap := _gap_right(row, middle)) is not None]
    if min(len(before), len(behind)) < _LEAST_ROWS:
        return None
    filled = all(sum(gap < _TOUCH * size for gap in gaps) >= len(gaps) * _FILLED for gaps in (before, behind))
    return middle if filled else None


def _gap_left(row: Sequence[tuple[float, float]], middle: float) -> float | None:
    """How far before the gutter the words of a row on its left end, None where there are none."""
    return min((middle - right for _, right in row if right < middle), default=None)


def _gap_right(row: Sequence[tuple[float, float]], middle: float) -> float | None:
    """How far behind the gutter the words of a row on its right begin, None where there are none."""
    return min((left - middle for left, _ in row if left > middle), default=None)


def _stretches(glyphs: Sequence[Glyph]) -> list[tuple[float, float]]:
    """The parts of a row that are filled with characters."""
    found: list[tuple[float, float]] = []
    for glyph in sorted((glyph for glyph in glyphs if not glyph.char.isspace()), key=lambda glyph: glyph.left):
        if found and glyph.left - found[-1][1] < _GAP * glyph.size:
            found[-1] = (found[-1][0], max(found[-1][1], glyph.right))
        else:
            found.append((glyph.left, glyph.right))
    return found


def _crosses(glyphs: Sequence[Glyph], middle: float) -> bool:
    return any(left < middle < right for left, right in _stretches(glyphs))
