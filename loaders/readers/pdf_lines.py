"""Characters of a page become its lines: by the line that they stand on, from left to right.

Gaps decide what is written between two characters: a gap of two characters or more parts a line into pieces (columns
of a signature, fields of a page head) and is written as two blanks; a printed blank stays one blank; letters of a
Latin word that stand apart get the blank that the file does not print.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from loaders.readers.pdf_page import LIKELY_BLANK, Glyph

_OVERLAP = 0.6  # of the smaller character's height: on one line
_ASCENT, _DESCENT = 0.85, 0.15
_WIDE, _APART, _WORD = 1.6, 0.5, 0.18  # gaps, in sizes of the characters beside them
_OVERPRINT = 0.2  # sizes
_SPREAD = 4  # characters that show how far apart a line is set
_STOPS = "。）)"  # a gap behind them parts items of a list: it is written wide
KEPT_BLANKS = frozenset(("\u3000", LIKELY_BLANK))
OPENING = frozenset("（《〈“‘〔［【([「『〖")
CLOSING = frozenset("）》〉”’〕］】)]」』〗、，。；：！？,.;:!?%‰…")


class Block(NamedTuple):
    """What has margins of its own: a page (side 0), the left or right column of a page (1, 2), or a framed box (3);
    blocks of one side and width have margins alike."""

    page: int
    number: int
    side: int
    width: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line without wide gaps."""

    left: float
    right: float
    words: str


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page. ``lead``: the width of its first word, which no line break could part; ``body_right``: where
    it ends without a closing mark that may hang over the margin."""

    block: Block
    base: float
    left: float
    right: float
    size: float
    words: str
    lead: float
    body_right: float
    pieces: tuple[Piece, ...]

    @property
    def page(self) -> int:
        """The page that it stands on."""
        return self.block.page


def lines_of(glyphs: Sequence[Glyph], block: Block) -> list[PdfLine]:
    """The lines of these characters from top to bottom, blank ones left out."""
    lines = [line_of(row, block) for row in rows_of(glyphs)]
    return sorted((line for line in lines if line), key=lambda line: (line.base, line.left))


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The characters by the line that they stand on: their heights overlap, raised small ones included."""
    rows: list[list[Glyph]] = []
    tops: list[tuple[float, float]] = []
    for glyph in sorted((item for item in glyphs if not item.char.isspace()), key=lambda item: (item.base, item.left)):
        top, bottom = glyph.base - glyph.size * _ASCENT, glyph.base + glyph.size * _DESCENT
        best, most = -1, 0.0
        for index in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            shared = min(bottom, tops[index][1]) - max(top, tops[index][0])
            part = shared / min(bottom - top, tops[index][1] - tops[index][0])
            if part >= _OVERLAP and part > most:
                best, most = index, part
        if best < 0:
            rows.append([glyph])
            tops.append((top, bottom))
        else:
            rows[best].append(glyph)
            if bottom - top > tops[best][1] - tops[best][0]:
                tops[best] = (top, bottom)
    return _with_blanks(rows, tops, [item for item in glyphs if item.char.isspace()])


def _with_blanks(rows: list[list[Glyph]], tops: list[tuple[float, float]], blanks: list[Glyph]) -> list[list[Glyph]]:
    """Give the printed blanks to their rows: the characters of one row share its base closely."""
    by_base: dict[int, list[int]] = {}
    for index, (top, bottom) in enumerate(tops):
        for step in range(int(top) - 1, int(bottom) + 2):
            by_base.setdefault(step, []).append(index)
    for blank in blanks:
        for index in by_base.get(int(blank.base), ()):
            if tops[index][0] <= blank.base <= tops[index][1] + 1:
                rows[index].append(blank)
                break
    return rows


def line_of(glyphs: Iterable[Glyph], block: Block) -> PdfLine | None:
    """The line that these characters of one row make, None for blanks only."""
    row = _once(sorted(glyphs, key=lambda glyph: glyph.left))
    inked = [glyph for glyph in row if not glyph.char.isspace()]
    if not inked:
        return None
    sizes = sorted(glyph.size for glyph in inked)
    bases = sorted(glyph.base for glyph in inked)
    pieces = tuple(_pieces(row))
    last = next((glyph for glyph in reversed(inked) if glyph.char not in CLOSING), inked[-1])
    return PdfLine(
        block=block,
        base=bases[len(bases) // 2],
        left=inked[0].left,
        right=max(glyph.right for glyph in inked[-3:]),
        size=sizes[len(sizes) // 2],
        words="  ".join(piece.words for piece in pieces),
        lead=_lead(inked),
        body_right=last.right,
        pieces=pieces,
    )


def _once(row: list[Glyph]) -> list[Glyph]:
    """The row without characters printed again over themselves (a way to make them bold)."""
    kept: list[Glyph] = []
    for glyph in row:
        before = kept[-1] if kept else None
        if before and glyph.char == before.char and glyph.left - before.left < glyph.size * _OVERPRINT:
            continue
        kept.append(glyph)
    return kept


def _pieces(row: list[Glyph]) -> list[Piece]:
    """The row's pieces, with the blanks that its gaps and printed blanks mean."""
    pieces: list[Piece] = []
    words: list[str] = []
    before: Glyph | None = None
    first: Glyph | None = None
    blank, usual = "", _usual_gap(row)
    for glyph in row:
        if glyph.char.isspace():
            blank += glyph.char if glyph.char in KEPT_BLANKS else " "
            continue
        if before and first:
            gap = _gap(before, glyph) - usual
            if gap >= _WIDE:
                pieces.append(Piece(first.left, before.right, "".join(words)))
                words, first = [], None
            else:
                words.append(_blank(blank, gap, before.char, glyph.char))
        first = first or glyph
        words.append(glyph.char)
        before, blank = glyph, ""
    if first and before:
        pieces.append(Piece(first.left, before.right, "".join(words)))
    return pieces


def _blank(printed: str, gap: float, before: str, after: str) -> str:
    """What is written between two characters: printed blanks (two at most), one for a gap, one between Latin words."""
    if kept := printed.replace(LIKELY_BLANK, ""):
        return kept[:2]
    if gap >= _APART:
        return "  " if before in _STOPS else " "
    if not (before.isascii() and after.isascii() and after.isalnum()) or (after.isdigit() and not before.isalpha()):
        return ""
    return " " if printed or (gap >= _WORD and before.isalpha()) else ""


def _gap(before: Glyph, glyph: Glyph) -> float:
    return (glyph.left - before.right) / max(glyph.size, before.size)


def _usual_gap(row: list[Glyph]) -> float:
    """The distance of the characters of a line that is set apart or spread to the margins, 0 for any other."""
    gaps = sorted(_gap(before, glyph) for before, glyph in pairwise(row))
    return max(0.0, gaps[len(gaps) // 4]) if len(gaps) >= _SPREAD - 1 else 0.0


def _lead(inked: list[Glyph]) -> float:
    """The width of the characters at the head of a line that no line break may part."""
    index = 0
    while index < len(inked) - 1 and inked[index].char in OPENING:
        index += 1
    while index < len(inked) - 1 and inked[index].char.isascii() and _joined(inked[index], inked[index + 1]):
        index += 1
    while index < len(inked) - 1 and inked[index + 1].char in CLOSING:
        index += 1
    return inked[index].right - inked[0].left


def _joined(glyph: Glyph, after: Glyph) -> bool:
    near = after.left - glyph.right < _WORD * glyph.size
    return near and after.char.isascii() and (glyph.char.isalnum() or glyph.char in ".,-/%")
