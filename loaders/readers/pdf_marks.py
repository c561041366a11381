"""What stands on a page beside its text, found by how it is printed: watermarks, footnotes and their marks.

repeated: large characters at one place of most pages (a watermark, a name across the page). footnotes: small lines
under a short rule at the foot of a page; they are written after the text, each as ``[脚注1] …`` as in other formats, so
that they do not tear a sentence that goes on over the page; their raised marks in the text are left out.
"""

import re
from collections import Counter
from collections.abc import Sequence

from loaders.readers.pdf_columns import Row
from loaders.readers.pdf_lines import PdfLine, line_of
from loaders.readers.pdf_page import Glyph, Page
from loaders.readers.pdf_paragraphs import join

_LARGE = 1.4  # usual sizes
_LEAST_PAGES = 3
_MOST_PAGES = 0.6
_SMALL = 0.9  # usual sizes: a footnote
_RAISED = 0.15  # sizes
_MARK_SIZE = 0.8
_SHORT_RULE = (0.12, 0.5)  # of the page's width
_LOWER_HALF = 0.4
_MARKS = "0123456789①②③④⑤⑥⑦⑧⑨⑩*※[]［］"
_MARK = re.compile(r"[\[［]?(\d{1,2}|[①-⑳]|\*|※)[\]］]?[ .、]?")


def usual_size(pages: Sequence[Page]) -> float:
    """The size of most characters, in points."""
    sizes = Counter(round(glyph.size) for page in pages for glyph in page.glyphs)
    return float(sizes.most_common(1)[0][0]) if sizes else 0.0


def without_repeated(pages: Sequence[Page]) -> list[Page]:
    """The pages without large characters that stand at one place of most of them."""
    if len(pages) < _LEAST_PAGES:
        return list(pages)
    least = usual_size(pages) * _LARGE
    counts = Counter(
        place for page in pages for place in {_place(glyph) for glyph in page.glyphs if glyph.size > least}
    )
    often = {place for place, count in counts.items() if count >= max(_LEAST_PAGES, len(pages) * _MOST_PAGES)}
    return [page._replace(glyphs=[glyph for glyph in page.glyphs if _place(glyph) not in often]) for page in pages]


def _place(glyph: Glyph) -> tuple[str, int, int]:
    return glyph.char, round(glyph.left), round(glyph.base)


def split_notes(page: Page, rows: Sequence[Row], usual: float) -> tuple[list[Row], list[PdfLine]]:
    """The rows of a page's text, and the lines of its footnotes; ``usual``: the size of most characters."""
    rules = [
        item.y0
        for item in page.rulings
        if item.is_flat
        and _SHORT_RULE[0] * page.width < item.x1 - item.x0 < _SHORT_RULE[1] * page.width
        and item.y0 > page.height * _LOWER_HALF
    ]
    for rule in sorted(rules):
        below = [row for row in rows if row.line.base > rule]
        if below and _MARK.match(below[0].line.words) and all(row.line.size < usual * _SMALL for row in below):
            kept = [_without_marks(row) for row in rows if row.line.base <= rule]
            return [row for row in kept if row], [row.line for row in below]
    return list(rows), []


def _without_marks(row: Row) -> Row | None:
    """The row without raised small marks."""
    line = row.line
    glyphs = [
        glyph
        for glyph in row.glyphs
        if glyph.char not in _MARKS
        or glyph.size > line.size * _MARK_SIZE
        or line.base - glyph.base < line.size * _RAISED
    ]
    if len(glyphs) == len(row.glyphs):
        return row
    shorter = line_of(glyphs, line.block)
    return Row(shorter, glyphs) if shorter else None


def notes_of(lines: Sequence[PdfLine]) -> list[tuple[int, str]]:
    """The footnotes of all pages with their pages; a mark begins one."""
    notes: list[tuple[int, str]] = []
    for line in lines:
        mark = _MARK.match(line.words)
        if mark and (notes or mark.end() < len(line.words)):
            name = mark.group(1) if mark.group(1).isascii() and mark.group(1).isdigit() else str(len(notes) + 1)
            notes.append((line.page, f"[脚注{name}] {line.words[mark.end() :]}"))
        elif notes:
            page, words = notes[-1]
            notes[-1] = (page, join(words, line.words))
    return notes
