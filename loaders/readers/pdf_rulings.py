"""The ruling lines of a page: straight strokes, thin bars and the sides of boxes, along the page's axes."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pypdfium2

MAX_PATHS = 30_000  # of one page; a page with more is a drawing
_MAX_DEPTH = 6
_MAX_SEGMENTS = 2_000  # of one path
_THIN = 3.0  # points: a bar, not a box
_SLANT = 0.5

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


class Ruling(NamedTuple):
    """A line along an axis: x0 == x1 or y0 == y1 but for its thickness. Points; from where y runs up or down is the
    reader's matter."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_flat(self) -> bool:
        """Whether it lies across the page."""
        return self.x1 - self.x0 >= self.y1 - self.y0


def rulings(page: "pypdfium2.PdfPage") -> list[Ruling]:
    """All ruling lines of a page in PDF coordinates; none where the page holds more paths than any table."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - 85 ms that a start without a PDF does not need

    found: list[Ruling] = []
    for number, (path, matrix) in enumerate(_paths(page, pdfium, (1, 0, 0, 1, 0, 0), 0)):
        if number >= MAX_PATHS:
            return []
        found += _lines_of(path, matrix, pdfium)
    return found


def _paths(holder: Any, pdfium: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """The paths of a page or form with their matrices, forms inside it included."""
    if depth == 0:
        count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    else:
        count, get = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
    for index in range(count(holder)):
        item = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, _times(_matrix(item, pdfium), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            yield from _paths(item, pdfium, _times(_matrix(item, pdfium), matrix), depth + 1)


def _matrix(item: Any, pdfium: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _lines_of(path: Any, matrix: Matrix, pdfium: Any) -> Iterator[Ruling]:
    """The ruling lines that one path draws."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    for points in _figures(path, matrix, pdfium):
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        if right - left <= _THIN or high - low <= _THIN:
            yield Ruling(left, low, right, high)
        elif stroke.value:
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(x1 - x0) <= _SLANT or abs(y1 - y0) <= _SLANT:
                    yield Ruling(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _figures(path: Any, matrix: Matrix, pdfium: Any) -> Iterator[list[Point]]:
    """The corners of each figure of a path, closed where the path closes it; curves make a figure no ruling."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    curved = False
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points
