"""The pages of a PDF as lines and tables in reading order, furniture cut, tables that go on over a page joined."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.readers.pdf_furniture import cut
from loaders.readers.pdf_grid import Grid, grids
from loaders.readers.pdf_lines import PdfLine, lines_of
from loaders.readers.pdf_page import Glyph, Page
from loaders.readers.pdf_tables import CONTINUED, PdfTable, append, goes_on, table_of

_LEAST_FILLED = 2  # cells with words, or the grid is no table


def read_layout(pages: Sequence[Page]) -> list[PdfLine | PdfTable]:
    """All lines and tables of the document in reading order."""
    lines: list[list[PdfLine]] = []
    tables: list[list[PdfTable]] = []
    for page in pages:
        found, rest = _tables(page)
        tables.append(found)
        lines.append(lines_of(rest, page.number))
    kept, _ = cut(lines, [page.height for page in pages])
    items: list[PdfLine | PdfTable] = []
    for own_lines, own_tables in zip(kept, tables, strict=True):
        items += sorted([*own_lines, *own_tables], key=_top)
    return _joined(items)


def runs(items: Sequence[PdfLine | PdfTable]) -> Iterator[tuple[list[PdfLine], PdfTable | None]]:
    """The lines up to each table with that table, and the lines after the last one."""
    run: list[PdfLine] = []
    for item in items:
        if isinstance(item, PdfLine):
            run.append(item)
        else:
            yield run, item
            run = []
    yield run, None


def _top(item: PdfLine | PdfTable) -> float:
    return item.base if isinstance(item, PdfLine) else item.top


def _tables(page: Page) -> tuple[list[PdfTable], list[Glyph]]:
    """The tables of a page, and the characters outside of them."""
    found = sorted((grid for grid in grids(page.rulings) if not grid.is_frame), key=_area)
    inside: list[list[Glyph]] = [[] for _ in found]
    rest: list[Glyph] = []
    for glyph in page.glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.base - glyph.size / 3
        owner = next((own for grid, own in zip(found, inside, strict=True) if grid.holds(x, y)), rest)
        owner.append(glyph)
    tables = []
    for grid, own in zip(found, inside, strict=True):
        table = table_of(grid, own, page.number)
        if sum(bool(cell.words) for cell in table.cells) >= _LEAST_FILLED:
            tables.append(table)
        else:
            rest += own
    return tables, rest


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


def _joined(items: Sequence[PdfLine | PdfTable]) -> list[PdfLine | PdfTable]:
    """The items with each table that goes on over pages as one; a line that only says so (续表) goes."""
    found: list[PdfLine | PdfTable] = []
    dropped = {
        index
        for index, (item, after) in enumerate(pairwise(items))
        if isinstance(item, PdfLine) and isinstance(after, PdfTable) and CONTINUED.fits(item.words)
    }
    for index, item in enumerate(items):
        if index in dropped:
            continue
        before = found[-1] if found else None
        if isinstance(item, PdfTable) and isinstance(before, PdfTable) and goes_on(before, item):
            append(before, item)
        else:
            found.append(item)
    return found
