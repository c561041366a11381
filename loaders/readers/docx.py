"""Read a Word file (DOCX) as a text: one paragraph a line with the number that Word prints, tables, text boxes.

Headers, footers, comments, deleted and hidden words and the table of contents are no part of the text. Footnotes stand
after it, each as ``[脚注1] …``, so that their words do not tear a sentence apart.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from loaders.readers.docx_numbers import Numbers
from loaders.readers.docx_package import Package, W
from loaders.readers.docx_styles import Styles, is_on, number_in, value
from loaders.readers.docx_words import OUT, Runs, chosen, is_alternative
from loaders.readers.written import Decoded, GridCell, Written, joined

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTE_NAMES = {"footnote": "脚注", "endnote": "尾注"}
_MAX_SPAN = 100
_DELETED_END = f"{W}rPr/{W}del"


def decode(data: bytes, name: str) -> Decoded:
    """The text of a Word file, its tables, and the paragraph that each line came from. Raises ReadError."""
    reader = _read(Package(data, name), may_span=True)
    if reader.runs.has_open_field:
        reader = _read(Package(data, name), may_span=False)
    return reader.written.done()


def _read(package: Package, may_span: bool) -> "_Reader":
    styles = Styles(package.part("styles"))
    reader = _Reader(styles, Numbers(package.part("numbering"), styles), Runs(styles, may_span))
    reader.block(package.blocks())
    for kind, title in _NOTE_NAMES.items():
        reader.notes(kind, title, package.part(f"{kind}s"))
    return reader


class _Reader:
    """Walks through the blocks of a document in their order and writes them."""

    def __init__(self, styles: Styles, numbers: Numbers, runs: Runs) -> None:
        self.written = Written()
        self._styles = styles
        self._numbers = numbers
        self.runs = runs
        self._put: Callable[[str, str], None] = self.written.line
        self._paragraphs = 0
        self._tables = 0
        self._carried = ""  # words of paragraphs whose end is deleted
        self._named: list[tuple[str, str]] = []

    def block(self, parts: "Iterable[_Element]") -> None:
        """Write what stands in a body, a cell, a text box or a content control."""
        for child in parts:
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)
            elif is_alternative(child):
                self.block(chosen(child))
            elif child.tag == W + "sdt":
                if not _is_contents(child):
                    self.block(child)
            elif child.tag not in OUT:
                self.block(child)

    def notes(self, kind: str, title: str, root: "_Element | None") -> None:
        """Write the footnotes that the text names, in its order."""
        held = {note.get(W + "id"): note for note in root.iterchildren(W + kind)} if root is not None else {}
        wanted = [number for of, number in self._named if of == kind and number in held]
        for count, number in enumerate(dict.fromkeys(wanted), 1):
            words = self._gathered(held[number])
            if words:
                self.written.line(f"[{title}{count}] {words}", f"{kind} {count}")

    def _paragraph(self, paragraph: "_Element") -> None:
        properties = paragraph.find(W + "pPr")
        self._paragraphs += 1
        where = f"paragraph {self._paragraphs}"
        words = self.runs.read(paragraph)
        self._named += words.notes
        text = self._carried + "".join(words.pieces)
        self._carried = ""
        if _has_deleted_end(properties):
            self._carried = text
        elif not (self._styles.lists_contents(properties) and "。" not in text):
            self._lines(self._numbers.label(properties), text, where)
        for box in words.boxes:
            self.block(box)

    def _lines(self, label: str, text: str, where: str) -> None:
        """Write a paragraph; a number that is typed as well stands once."""
        if label and not text.lstrip().startswith(label.strip()):
            text = label + text.lstrip()
        for line in text.split("\n"):
            if line.strip():
                self._put(line.rstrip(), where)

    def _table(self, table: "_Element") -> None:
        rows = list(_rows(table))
        if next(table.iterdescendants(W + "tbl"), None) is not None or all(len(cells) < 2 for _, cells in rows):
            for _, cells in rows:
                for cell in cells:
                    self.block(cell)
            return
        self._tables += 1
        where = f"table {self._tables}"
        grid = self._grid(rows)
        if self._put == self.written.line:
            self.written.table(grid, where)
        else:
            self._put(" ".join(cell.words for cell in grid), where)

    def _grid(self, rows: "list[tuple[int, list[_Element]]]") -> list[GridCell]:
        """The cells of a table; one that goes on downwards is one cell."""
        grid: list[GridCell] = []
        above: dict[int, int] = {}  # by column, the cell of the grid that may go on below
        for row, (first, cells) in enumerate(rows):
            column = first
            open_here: dict[int, int] = {}
            for cell in cells:
                properties = cell.find(W + "tcPr")
                wide = max(1, min(number_in(value(properties, "gridSpan"), 1), _MAX_SPAN))
                merge = properties.find(W + "vMerge") if properties is not None else None
                goes_on = merge is not None and merge.get(W + "val") != "restart"
                if goes_on and column in above:
                    index = above[column]
                    grid[index] = grid[index]._replace(rows=row - grid[index].row + 1)
                    self._gathered(cell)
                else:
                    index = len(grid)
                    grid.append(GridCell(row, column, 1, wide, self._gathered(cell)))
                if merge is not None:
                    open_here[column] = index
                column += wide
            above = open_here
        return grid

    def _gathered(self, element: "_Element") -> str:
        """The words of a cell or a note, its paragraphs parted by blanks."""
        lines: list[str] = []
        outer, self._put = self._put, lambda words, _: lines.append(words.strip())
        self.block(element)
        self._put = outer
        return joined(lines)


def _rows(table: "_Element") -> "Iterator[tuple[int, list[_Element]]]":
    """The rows of a table that are not deleted: the column of their first cell, and their cells."""
    for row in _inside(table, W + "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        before = min(number_in(value(properties, "gridBefore"), 0), _MAX_SPAN)
        yield before, list(_inside(row, W + "tc"))


def _inside(element: "_Element", tag: str) -> "Iterator[_Element]":
    """The rows or cells in an element, those in content controls too, those of tables inside not."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in OUT and child.tag not in (W + "tc", W + "tr", W + "p", W + "tblPr", W + "trPr"):
            yield from _inside(child, tag)


def _is_contents(control: "_Element") -> bool:
    """Whether a content control is a table of contents that Word has made."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and (gallery.get(W + "val") or "").lower() == "table of contents"


def _has_deleted_end(properties: "_Element | None") -> bool:
    """Whether a tracked change joins this paragraph with the next one."""
    mark = properties.find(_DELETED_END) if properties is not None else None
    return is_on(mark)
