"""Names of bodies that stand side by side under a text and go on in a second line, each in its column."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.readers.pdf_lines import PdfLine, Piece
from loaders.readers.pdf_paragraphs import REST_OF_NAME
from loaders.readers.pdf_tables import PdfTable

_NEAR = 1.5  # sizes that the middles of two pieces of one name may lie apart
_BELOW = 3.0  # sizes from line to line


def with_whole_names(items: Sequence[PdfLine | PdfTable]) -> list[PdfLine | PdfTable]:
    """The items, the rests of names that stand below their beginnings joined to them."""
    found: list[PdfLine | PdfTable] = []
    for item in items:
        before = found[-1] if found else None
        if isinstance(item, PdfLine) and isinstance(before, PdfLine) and _is_rest(before, item):
            found[-1] = _joined(before, item)
        else:
            found.append(item)
    return found


def _is_rest(before: PdfLine, line: PdfLine) -> bool:
    near = before.block == line.block and line.base - before.base < _BELOW * line.size
    if not near or len(line.pieces) < 2 or len(line.pieces) != len(before.pieces):
        return False
    return all(
        REST_OF_NAME.fits(below.words) and abs(_middle(above) - _middle(below)) < _NEAR * line.size
        for above, below in zip(before.pieces, line.pieces, strict=True)
    )


def _middle(piece: Piece) -> float:
    return (piece.left + piece.right) / 2


def _joined(before: PdfLine, line: PdfLine) -> PdfLine:
    pieces = tuple(
        Piece(above.left, above.right, above.words + below.words)
        for above, below in zip(before.pieces, line.pieces, strict=True)
    )
    return replace(before, base=line.base, pieces=pieces, words="  ".join(piece.words for piece in pieces))
