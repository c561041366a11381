"""The margins of a block of text, and the habits of a document: how its paragraphs begin.

Margins come from where lines begin and end, block by block; one with too few lines takes those of the document.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from loaders.fold import fold
from loaders.labels import label_at
from loaders.readers.pdf_lines import CLOSING, Block, PdfLine

_FEW = 2
_SHARE, _STRONG = 0.1, 0.5  # of the lines: that make a margin, that make one against the document's
_OFTEN = 0.3  # of the weight of the most frequent right end
_LEAST_WIDTH = 0.6  # of the page: no text column ends further left
_MANY = 8  # lines that end at one place: a margin of the page's own
_INDENT = 1.2  # sizes
MOST_INDENT = 4.5  # sizes: what begins further right is set to the right or centred
_CLEARLY_SHORT = 1.5


class Column(NamedTuple):
    """Where the lines of a block begin and end, in points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document sets its text: size of most characters, distance of lines by size, whether paragraphs are
    indented, whether numbered headings are."""

    size: float
    pitches: dict[int, float]
    indents: bool
    indents_labels: bool

    def pitch(self, line: PdfLine) -> float:
        """The usual distance of a line of this size to the next."""
        return self.pitches.get(round(line.size), line.size * 1.5)


def columns(lines: Sequence[PdfLine]) -> dict[Block, Column]:
    """The margins of each block, on the whole those of all blocks of its side and width."""
    blocks: dict[Block, list[PdfLine]] = defaultdict(list)
    alike: dict[tuple[int, int], list[PdfLine]] = defaultdict(list)
    for line in lines:
        blocks[line.block].append(line)
        alike[line.block.side, line.block.width].append(line)
    whole = {key: _column(own) for key, own in alike.items()}
    found = {}
    for block, own in blocks.items():
        left, right = whole[block.side, block.width]
        here = _column(own)
        if here.left < left or _has_two_levels(own, here.left):
            left = here.left
        exact = sum(abs(line.right - here.right) < 2 or abs(line.body_right - here.right) < 2 for line in own)
        if here.right > right or exact >= max(_MANY, len(own) * _STRONG):
            right = here.right
        found[block] = Column(left, right)
    return found


def _has_two_levels(lines: Sequence[PdfLine], left: float) -> bool:
    """Whether a place is a margin: most lines begin at it, and a few are indented from it."""
    at = sum(abs(line.left - left) < line.size / 2 for line in lines)
    indented = sum(_INDENT * line.size < line.left - left < MOST_INDENT * line.size for line in lines)
    return at >= max(_FEW, len(lines) * _STRONG) and indented >= _FEW


def _column(lines: Sequence[PdfLine]) -> Column:
    """Where lines begin: the leftmost place of a tenth of them; where they end: the rightmost place that long lines
    often reach. Marks that may hang over the margin do not count."""
    least = max(_FEW, int(len(lines) * _SHARE))
    lefts = sorted(line.left for line in lines)
    left = next((at for at in lefts if _count(lefts, at - 1, at + 4) >= least), lefts[0])
    free = [line for line in lines if line.words[-1] not in CLOSING]
    ends = sorted((line.right, (line.right - line.left) ** 3) for line in (free if len(free) > _FEW else lines))
    size = lines[0].size
    weights: list[tuple[float, float]] = []
    first, sum_of_weights = 0, 0.0
    for right, weight in ends:
        sum_of_weights += weight
        while ends[first][0] < right - size:
            sum_of_weights -= ends[first][1]
            first += 1
        weights.append((right, sum_of_weights))
    most = max(weight for _, weight in weights)
    right = max(right for right, weight in weights if weight >= most * _OFTEN)
    block = lines[0].block
    return Column(left, max(right, block.width * _LEAST_WIDTH) if block.side == 0 else right)


def _count(values: Sequence[float], low: float, high: float) -> int:
    return sum(low <= value <= high for value in values)


def habits(lines: Sequence[PdfLine], found: dict[Block, Column]) -> Habits:
    """What the document does everywhere, counted over all its lines."""
    sizes = Counter[float]()
    pitches: dict[int, Counter[int]] = defaultdict(Counter)
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.words)
    for before, line in pairwise(lines):
        if before.block == line.block and abs(before.size - line.size) < 1 and line.base > before.base:
            pitches[round(line.size)][round((line.base - before.base) * 2)] += 1
    usual = {size: counts.most_common(1)[0][0] / 2 for size, counts in pitches.items()}
    begins = [(line, found[line.block]) for line in _beginnings(lines, found)]
    labelled = [item for item in begins if is_labelled(item[0])]
    return Habits(
        size=sizes.most_common(1)[0][0] if sizes else 0.0,
        pitches=usual,
        indents=_mostly_indented(begins),
        indents_labels=_mostly_indented(labelled) if labelled else _mostly_indented(begins),
    )


def _beginnings(lines: Sequence[PdfLine], found: dict[Block, Column]) -> Iterable[PdfLine]:
    """Lines that surely begin a paragraph: the line before ends early, and their place is a paragraph's."""
    for before, line in pairwise(lines):
        column = found[line.block]
        ends_early = found[before.block].right - before.right > line.lead + line.size * _CLEARLY_SHORT
        if ends_early and line.left - column.left < MOST_INDENT * line.size and len(line.pieces) == 1:
            yield line


def _mostly_indented(lines: Sequence[tuple[PdfLine, Column]]) -> bool:
    return sum(is_indented(line, column) for line, column in lines) * 2 >= len(lines) > 0


def is_indented(line: PdfLine, column: Column) -> bool:
    """Whether a line begins right of the margin, as the first line of a paragraph does."""
    return line.left - column.left > _INDENT * line.size


def is_labelled(line: PdfLine) -> bool:
    """Whether a line begins with a number label."""
    return label_at(fold(line.words[:16]), 0) is not None
