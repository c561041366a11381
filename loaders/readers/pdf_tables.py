"""Tables of a PDF: the words of each cell, tables that go on over a page joined, repeated heads dropped."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.fold import fold
from loaders.labels import label_at
from loaders.pattern import Pattern
from loaders.readers.pdf_grid import Grid
from loaders.readers.pdf_lines import Block, PdfLine, lines_of
from loaders.readers.pdf_page import Glyph
from loaders.readers.pdf_paragraphs import join
from loaders.readers.written import GridCell

_NEAR = 6.0  # points that a column may move from page to page
_ROOM = 0.5
_MOST_HEAD_ROWS = 3
_GOES_ON = "；，、：;,:（《“"

CONTINUED = Pattern(
    "pdf_table_continued",
    r"[（(]?[续續][ \u3000]?表?[ \d一二三四五六七八九十-]*(?:[ \u3000].{0,30})?[）)]?|.{0,30}[（(][续續]表?[）)]",
    ("续表", "（续）", "续表1", "表2（续）", "续表 1  重点任务分工表"),
    ("续签合同。", "表2", "持续推进"),
    "fullmatch",
)


# Names of bodies that stand each on a line of a narrow cell.
BODY_END = Pattern(
    "pdf_cell_line_ends_a_body",
    r"(?:局|委|办|厅|部|署|院|会|政府|办公室|中心|集团|公司|团市委)[）)]?$",
    ("市教育局", "市委组织部", "各县（市、区）政府", "市工业和信息化局（市国资委）"),
    ("市卫生健", "推进试点", "市教育局、"),
)
BODY_BEGINNING = Pattern(
    "pdf_cell_line_begins_a_body",
    r"(?:市|省|县|区|州|各|团市委|团省委|国网|人行|驻)(?!级|场|域|属|民|容|区)",
    ("市财政局", "各县（市、区）政府", "省发展改革委", "团市委"),
    ("康委", "局", "市场监管", "区域协同"),
    "match",
)


@dataclass
class PdfCell:
    """A cell with its words; ``is_full``: its last line reaches the side of the cell, so words may go on."""

    row: int
    column: int
    rows: int
    columns: int
    words: str
    is_full: bool


@dataclass
class PdfTable:
    """A table on one page, or joined over several: its first and last page, and where it begins and ends there."""

    first_page: int
    page: int
    top: float
    bottom: float
    xs: tuple[float, ...]
    rows: int
    cells: list[PdfCell] = field(default_factory=list)

    def row_words(self, row: int) -> tuple[str, ...]:
        """The words of the cells that begin in a row."""
        return tuple("".join(cell.words.split()) for cell in self.cells if cell.row == row)

    def grid_cells(self) -> list[GridCell]:
        """The cells as the writer takes them."""
        return [GridCell(cell.row, cell.column, cell.rows, cell.columns, cell.words) for cell in self.cells]


def table_of(grid: Grid, glyphs: Sequence[Glyph], page: int) -> PdfTable:
    """The table of a grid and the characters inside it."""
    inside: list[list[Glyph]] = [[] for _ in grid.spans]
    for glyph in glyphs:
        inside[grid.at((glyph.left + glyph.right) / 2, glyph.base - glyph.size / 3)].append(glyph)
    cells = []
    for span, own in zip(grid.spans, inside, strict=True):
        right = grid.xs[span.column + span.columns]
        words, is_full = _cell_words(lines_of(own, Block(page, 0, 0, 0)), grid.xs[span.column], right)
        cells.append(PdfCell(span.row, span.column, span.rows, span.columns, words, is_full))
    table = PdfTable(page, page, grid.ys[0], grid.ys[-1], grid.xs, len(grid.ys) - 1, cells)
    _drop_empty_rows(table)
    return table


def _cell_words(lines: Sequence[PdfLine], left: float, right: float) -> tuple[str, bool]:
    """The words of a cell, a blank between its paragraphs, and whether its last line is full."""
    if not lines:
        return "", False
    most = max(line.right for line in lines)
    inner = min(line.left for line in lines) - left
    limit = max(most, right - max(inner, 0) - 2) if right - most > lines[0].size * 2 else most
    words = lines[0].words
    for before, line in pairwise(lines):
        full = limit - before.right < line.lead + _ROOM * line.size and not (
            BODY_END.fits(before.words) and BODY_BEGINNING.fits(line.words)
        )
        words = join(words, line.words) if full else f"{words} {line.words}"
    last = lines[-1]
    return words, right - last.right < last.size * 2


def _drop_empty_rows(table: PdfTable) -> None:
    """Take out rows in which no cell begins (double rules draw them), and rows without any words at the ends."""
    begun = sorted({cell.row for cell in table.cells})
    if len(begun) == table.rows:
        return
    new = {row: index for index, row in enumerate(begun)}
    for cell in table.cells:
        after = [new[row] for row in begun if row >= cell.row + cell.rows]
        end = after[0] if after else len(begun)
        cell.row = new[cell.row]
        cell.rows = end - cell.row
    table.rows = len(begun)


def goes_on(table: PdfTable, after: PdfTable) -> bool:
    """Whether a table on the next page, or in the next column, is the rest of a table: it has the same columns."""
    is_later = after.page > table.page or (after.page == table.page and after.xs[0] > table.xs[-1])
    if not is_later or len(table.xs) != len(after.xs):
        return False
    shift = after.xs[0] - table.xs[0]
    return all(abs(b - a - shift) <= _NEAR for a, b in zip(table.xs, after.xs, strict=True))


def append(table: PdfTable, after: PdfTable) -> None:
    """Add the rest of a table from the next page: without its repeated head, a parted row as one row."""
    head = _repeated(table, after)
    rest = [cell for cell in after.cells if cell.row >= head]
    for cell in rest:
        cell.row -= head
    rows = after.rows - head
    first = [cell for cell in rest if cell.row == 0]
    last = {cell.column: cell for cell in table.cells if cell.row + cell.rows == table.rows}
    if rows and _is_parted(table, first, last):
        _join_rows(first, last)
        rest = [cell for cell in rest if cell.row > 0 or cell.column not in last]
        offset = table.rows - 1
    else:
        merged = {cell.column for cell in table.cells if cell.rows > 1}
        rest = [cell for cell in rest if not _is_merged_on(cell, first, last, merged)]
        offset = table.rows
    for cell in rest:
        cell.row += offset
    table.cells += rest
    table.rows = offset + rows
    table.page = after.page
    table.bottom = after.bottom


def _repeated(table: PdfTable, after: PdfTable) -> int:
    """How many rows at the head of ``after`` repeat the table's head."""
    count = 0
    while count < min(_MOST_HEAD_ROWS, table.rows, after.rows):
        words = table.row_words(count)
        if not any(words) or words != after.row_words(count):
            break
        count += 1
    return count


def _is_parted(table: PdfTable, first: list[PdfCell], last: dict[int, PdfCell]) -> bool:
    """Whether the first row of a page goes on with the last row of the page before. Its first cell is empty and it has
    the same cells; then a further empty cell says so, in a column that is merged nowhere, or that all cells which it
    adds to broke off."""
    if not first or first[0].words or {cell.column for cell in first} != set(last):
        return False
    pairs = [(last[cell.column], cell) for cell in first if cell.words and last[cell.column].words]
    if any(_is_numbered(above.words) and _is_numbered(cell.words) for above, cell in pairs):
        return False
    merged = {cell.column for cell in table.cells if cell.rows > 1} | {first[0].column}
    if any(not cell.words and last[cell.column].words and cell.column not in merged for cell in first):
        return True
    return bool(pairs) and all(_broke_off(above) for above, _ in pairs)


def _is_numbered(words: str) -> bool:
    return words.isdigit() or label_at(fold(words[:16]), 0) is not None


def _broke_off(cell: PdfCell) -> bool:
    return cell.words[-1] in _GOES_ON or (cell.is_full and cell.words[-1] != "。")


def _join_rows(first: list[PdfCell], last: dict[int, PdfCell]) -> None:
    for cell in first:
        above = last[cell.column]
        above.words = join(above.words, cell.words)
        above.is_full = cell.is_full
        above.rows += cell.rows - 1


def _is_merged_on(cell: PdfCell, first: list[PdfCell], last: dict[int, PdfCell], merged: set[int]) -> bool:
    """Whether an empty cell at the head of a page is the rest of the merged cell above the page break: left of all
    words, or in a column that is merged elsewhere. The cell above then grows by its rows."""
    above = last.get(cell.column)
    right = any(other.words for other in first if other.column > cell.column)
    left = any(other.words for other in first if other.column < cell.column)
    if cell.row or cell.words or above is None or above.columns != cell.columns:
        return False
    if not (right and not left) and cell.column not in merged:
        return False
    above.rows += cell.rows
    return True
