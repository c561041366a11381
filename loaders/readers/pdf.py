"""Read the text layer of a PDF as a plain text: paragraphs and tables in reading order, with their pages.

Five steps, a module each: characters and ruling lines of a page (``pdf_page``), lines (``pdf_lines``), what is not
text of the document (``pdf_furniture``), tables (``pdf_tables``), paragraphs (``pdf_paragraphs``). PDFs are hostile:
bytes, pages, characters, lines and time are limited; nothing of a PDF is fetched or run.
"""

import threading
import time
from typing import TYPE_CHECKING

from loaders.errors import ReadError
from loaders.readers.pdf_layout import read_layout, runs
from loaders.readers.pdf_lines import PdfLine
from loaders.readers.pdf_margins import columns, habits
from loaders.readers.pdf_page import Page, read_page
from loaders.readers.pdf_paragraphs import paragraphs
from loaders.readers.written import Decoded, Written

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 2_000
MAX_SECONDS = 60.0
_LEAST_READABLE = 0.7
_ONE_AT_A_TIME = threading.Lock()  # PDFium may be used by one thread only at a time


def decode(data: bytes, name: str) -> Decoded:
    """The text of this PDF. Raises ReadError for a file that is broken, locked, scanned or beyond limits."""
    with _ONE_AT_A_TIME:
        pages = _pages(data, name)
    return _written(pages)


def _pages(data: bytes, name: str) -> list[Page]:
    """All pages of the file, checked."""
    import pypdfium2  # noqa: PLC0415 - 85 ms that a start without a PDF does not need

    end = time.monotonic() + MAX_SECONDS
    document = _open(data, name)
    try:
        if len(document) > MAX_PAGES:
            raise ReadError(f"{name}: {len(document):,} pages found, at most {MAX_PAGES:,} wanted: cut the plan out")
        pages = []
        for index in range(len(document)):
            pages.append(read_page(document, index))
            if time.monotonic() > end:
                raise ReadError(f"{name}: page {index + 1} is read after {MAX_SECONDS:.0f} s: give the plan as text")
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{name}: a page of the PDF is broken ({error}): open it and print it to PDF again") from error
    finally:
        document.close()
    _check(pages, name)
    return pages


def _open(data: bytes, name: str) -> "pypdfium2.PdfDocument":
    import pypdfium2  # noqa: PLC0415
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise ReadError(f"{name}: the PDF is locked by a password: save it without one and try again") from error
        raise ReadError(f"{name}: the PDF is broken or none at all ({error}): open it and print it again") from error


def _check(pages: list[Page], name: str) -> None:
    """Refuse a PDF without words: scanned, or with fonts that do not say what their characters mean."""
    found = sum(len(page.glyphs) for page in pages)
    unreadable = sum(page.unreadable for page in pages)
    if not found and not unreadable:
        raise ReadError(f"{name}: the PDF has no text layer (scanned pages): recognise its text (OCR) first")
    if found < (found + unreadable) * _LEAST_READABLE:
        raise ReadError(f"{name}: the PDF does not say what its characters are: recognise its text (OCR) first")


def _written(pages: list[Page]) -> Decoded:
    """The pages as one text: lines to paragraphs, tables between them, both in reading order."""
    items, notes = read_layout(pages)
    lines = [item for item in items if isinstance(item, PdfLine)]
    found = columns(lines)
    style = habits(lines, found)
    written = Written()
    for run, table in runs(items):
        for paragraph in paragraphs(run, found, style):
            written.line(paragraph.words, paragraph.where)
        if table:
            written.table(table.grid_cells(), f"page {table.first_page}")
    for page, words in notes:
        written.line(words, f"page {page}")
    return written.done()
