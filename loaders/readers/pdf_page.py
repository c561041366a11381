"""One page of a PDF as PDFium gives it: its upright characters with their places, and its ruling lines.

Places are in points from the upper left corner of the page as it is read: a page that is turned, or all of whose text
is turned, is turned back. Left out: text that stands across the reading direction,
see-through and large pale text (watermarks). A character printed again over itself is dropped with its line.
"""

import ctypes
import math
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from loaders.readers.pdf_characters import common
from loaders.readers.pdf_rulings import Ruling, rulings

if TYPE_CHECKING:
    import pypdfium2

MAX_CHARACTERS = 60_000  # of one page; the fullest page known has 4,000
MAX_SIZE = 500.0  # points of a character; larger ones are broken or ornament
MAX_SIDE = 14_400.0  # points of a page: the most that PDF knows
LIKELY_BLANK = "\u200a"  # a gap that PDFium takes for a blank; the file prints none
_BLANK, _LINE_END_HYPHEN = 0x20, 2
_MAYBE_GENERATED = frozenset((_BLANK, 10, 13, _LINE_END_HYPHEN))
_SEE_THROUGH = 128  # of 255
_LARGE, _PALE, _WHITE = 28.0, 160, 255  # points, brightness: large pale characters are a watermark, white ones a head
_QUARTER = 90


class Glyph(NamedTuple):
    """A character on the page. ``base`` is the line that it stands on; sizes and places are in points."""

    base: float
    left: float
    right: float
    size: float
    char: str


class Page(NamedTuple):
    """A page: its number from 1, its size, its characters in the order of the file, its ruling lines."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rulings: list[Ruling]
    unreadable: int


class _Style(NamedTuple):
    """What holds for all characters of one text object: size in points, direction in degrees, whether it shows."""

    size: float
    angle: int
    shows: bool


class _Placed(NamedTuple):
    """A character before its page is turned: origin and the end of its advance, in PDF coordinates."""

    char: str
    x: float
    y: float
    advance: float
    style: _Style


def read_page(document: "pypdfium2.PdfDocument", index: int) -> Page:
    """The page with this index (from 0). Raises PdfiumError for a page that is broken."""
    page = document[index]
    textpage = page.get_textpage()
    try:
        left, bottom, right, top = page.get_bbox()
        right, top = min(right, left + MAX_SIDE), min(top, bottom + MAX_SIDE)
        placed, unreadable = _characters(textpage)
        turn = (_reading_angle(placed) or 0) % 360
        box = (left, bottom, right, top)
        width, height = (right - left, top - bottom) if turn % 180 == 0 else (top - bottom, right - left)
        glyphs = _upright(placed, turn, box, width, height)
        lines = [line for line in (_turned_ruling(item, turn, box) for item in rulings(page)) if line]
        return Page(index + 1, width, height, glyphs, lines, unreadable)
    finally:
        textpage.close()
        page.close()


def _characters(textpage: "pypdfium2.PdfTextPage") -> tuple[list[_Placed], int]:
    """The characters of the page, and how many have no meaning. Few calls a character: each crosses into C."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - 85 ms that a start without a PDF does not need

    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    page, style_of = textpage.raw, _Styles(textpage, pdfium)
    found: list[_Placed] = []
    unreadable = 0
    for index in range(min(pdfium.FPDFText_CountChars(page), MAX_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(page, index)
        char = common(code)
        if code in _MAYBE_GENERATED and pdfium.FPDFText_IsGenerated(page, index) == 1:
            char = LIKELY_BLANK if code == _BLANK else ""
        elif code == _LINE_END_HYPHEN:
            char = "-"
        elif not char:
            unreadable += 1
        if not char:
            continue
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(page, index, box)
        style = style_of(index)
        advance = box.right - box.left if style.angle % 180 == 0 else box.top - box.bottom
        found.append(_Placed(char, x.value, y.value, advance, style))
    return found, unreadable


class _Styles:
    """The style of each character, found out once for each text object."""

    def __init__(self, textpage: "pypdfium2.PdfTextPage", pdfium: Any) -> None:
        self._page = textpage.raw
        self._pdfium = pdfium
        self._known: dict[int | None, _Style] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def __call__(self, index: int) -> _Style:
        """The style of the character with this index."""
        owner = ctypes.cast(self._pdfium.FPDFText_GetTextObject(self._page, index), ctypes.c_void_p).value
        style = self._known.get(owner)
        if style is None:
            style = self._known[owner] = self._read(index)
        return style

    def _read(self, index: int) -> _Style:
        matrix = self._matrix
        self._pdfium.FPDFText_GetMatrix(self._page, index, matrix)
        size = abs(self._pdfium.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d))
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360 if matrix.b or matrix.a < 0 else 0
        shows = True
        if self._pdfium.FPDFText_GetFillColor(self._page, index, *self._colour):
            *colours, alpha = (part.value for part in self._colour)
            is_pale = size >= _LARGE and _PALE <= min(colours) < _WHITE
            shows = alpha >= _SEE_THROUGH and not is_pale
        return _Style(size, angle, shows)


def _reading_angle(placed: list[_Placed]) -> int | None:
    """The direction in which most of the page's characters are read."""
    counts = Counter(item.style.angle for item in placed if item.style.angle % _QUARTER == 0)
    return counts.most_common(1)[0][0] if counts else None


def _upright(
    placed: list[_Placed], turn: int, box: tuple[float, float, float, float], width: float, height: float
) -> list[Glyph]:
    """The characters in reading direction, with places from the upper left corner."""
    found: list[Glyph] = []
    for char, x, y, advance, style in placed:
        if style.angle != turn or not style.shows or not 0 < style.size <= MAX_SIZE:
            continue
        left, base = _turned(x, y, turn, box)
        if -1 <= left <= width + 1 and -1 <= base <= height + style.size:
            found.append(Glyph(base, left, left + max(advance, 0.0), style.size, char))
    return found


def _turned(x: float, y: float, turn: int, box: tuple[float, float, float, float]) -> tuple[float, float]:
    """A place of the PDF as (from the left, from the top) of the page in its reading direction."""
    left, bottom, right, top = box
    match turn:
        case 90:
            return y - bottom, x - left
        case 180:
            return right - x, y - bottom
        case 270:
            return top - y, right - x
        case _:
            return x - left, top - y


def _turned_ruling(item: Ruling, turn: int, box: tuple[float, float, float, float]) -> Ruling | None:
    """A ruling line in the page's reading direction, cut at its borders; None outside of it."""
    left, bottom, right, top = box
    x0, x1 = max(item.x0, left), min(item.x1, right)
    y0, y1 = max(item.y0, bottom), min(item.y1, top)
    if x0 > x1 or y0 > y1:
        return None
    (a, b), (c, d) = _turned(x0, y0, turn, box), _turned(x1, y1, turn, box)
    return Ruling(min(a, c), min(b, d), max(a, c), max(b, d))
