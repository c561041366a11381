"""The pages of a PDF as lines and tables in reading order, furniture cut, tables that go on over a page joined."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from loaders.readers.pdf_columns import Row, gutters, in_reading_order
from loaders.readers.pdf_furniture import kept_lines
from loaders.readers.pdf_grid import Grid, grids
from loaders.readers.pdf_lines import Block, PdfLine, line_of, lines_of, rows_of
from loaders.readers.pdf_marks import notes_of, split_notes, usual_size, without_repeated
from loaders.readers.pdf_open_tables import LEAST_RULES, missing_rulings
from loaders.readers.pdf_page import Glyph, Page
from loaders.readers.pdf_rulings import Ruling
from loaders.readers.pdf_signatures import with_whole_names
from loaders.readers.pdf_tables import CONTINUED, PdfTable, append, goes_on, table_of

_LEAST_FILLED = 2  # cells with words, or the grid is no table
_PAGE_FRAME = 0.8  # of a page's lines: a frame around so many is the page's own
FRAMED = 3


class Layout(NamedTuple):
    """The lines and tables of a document in reading order, and its footnotes: the page and words of each."""

    items: list[PdfLine | PdfTable]
    notes: list[tuple[int, str]]


def read_layout(pages: Sequence[Page]) -> Layout:
    """The layout of the pages."""
    pages = without_repeated(pages)
    usual = usual_size(pages)
    rows: list[list[Row]] = []
    tables: list[list[PdfTable]] = []
    noted: list[PdfLine] = []
    for page in pages:
        found = grids([*page.rulings, *_missing(page)])
        above = next((own[-1] for own in reversed(tables) if own), None)
        own_tables, rest = _tables(page, [grid for grid in found if not grid.is_frame], above)
        own_rows, own_notes = split_notes(page, _rows(page, rest, [grid for grid in found if grid.is_frame]), usual)
        tables.append(own_tables)
        rows.append(own_rows)
        noted += own_notes
    kept = kept_lines([[row.line for row in own] for own in rows], [page.height for page in pages])
    rows = [[row for row, keeps in zip(own, keep, strict=True) if keeps] for own, keep in zip(rows, kept, strict=True)]
    middles = gutters(rows, [page.width for page in pages])
    items: list[PdfLine | PdfTable] = []
    for page, own_rows, own_tables, middle in zip(pages, rows, tables, middles, strict=True):
        items += in_reading_order(own_rows, own_tables, page.number, page.width, middle)
    return Layout(with_whole_names(_joined(items)), notes_of(noted))


def _missing(page: Page) -> list[Ruling]:
    """The lines that a table with flat lines only does not draw; most pages have none to look at."""
    if sum(item.is_flat for item in page.rulings) < LEAST_RULES:
        return []
    lines = lines_of(page.glyphs, Block(page.number, 0, 0, round(page.width)))
    return missing_rulings(page.rulings, lines, page.width)


def _rows(page: Page, glyphs: Sequence[Glyph], boxes: Sequence[Grid]) -> list[Row]:
    """The rows of a page from top to bottom with their lines; those in framed boxes have margins of their own."""
    whole = Block(page.number, 0, 0, round(page.width))
    rows = []
    for glyphs_of_row in rows_of(glyphs):
        line = line_of(glyphs_of_row, whole)
        if line:
            rows.append(Row(line, glyphs_of_row))
    for number, box in enumerate(boxes, 1):
        inside = [index for index, row in enumerate(rows) if _is_inside(row.line, box)]
        if len(inside) < len(rows) * _PAGE_FRAME:
            block = Block(page.number, -number, FRAMED, round(box.xs[0] + box.xs[-1]))
            for index in inside:
                rows[index] = Row(replace(rows[index].line, block=block), rows[index].glyphs)
    return sorted(rows, key=lambda row: (row.line.base, row.line.left))


def _is_inside(line: PdfLine, box: Grid) -> bool:
    middle = line.base - line.size / 3
    return box.holds(line.left + 1, middle) and box.holds(line.right - 1, middle)


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


def _tables(page: Page, found: Sequence[Grid], above: PdfTable | None) -> tuple[list[PdfTable], list[Glyph]]:
    """The tables of a page, and the characters outside of them. ``above``: the last table before, whose rest a grid
    with a single filled cell may be."""
    found = sorted(found, key=_area)
    inside: list[list[Glyph]] = [[] for _ in found]
    rest: list[Glyph] = []
    for glyph in page.glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.base - glyph.size / 3
        owner = next((own for grid, own in zip(found, inside, strict=True) if grid.holds(x, y)), rest)
        owner.append(glyph)
    tables = []
    for grid, own in zip(found, inside, strict=True):
        table = table_of(grid, own, page.number)
        filled = sum(bool(cell.words) for cell in table.cells)
        if filled >= _LEAST_FILLED or (filled and above and goes_on(above, table)):
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
