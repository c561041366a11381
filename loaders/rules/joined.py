"""The folded words of a plan without the blanks that stand between Chinese characters, and the way back to the text.

Hard-wrapped texts and PDFs break a name at the end of a line (县域医 共体), which leaves a blank in the folded text.
Names are sought in the joined words; ``span`` leads back to the place in the source.
"""

from bisect import bisect_left, bisect_right

from loaders.pattern import Pattern

BLANKS = Pattern(
    "blanks_in_a_name",
    r" +(?=[一-鿿、,。;:)》”’〉(《“‘〈\]])",
    matches=("县域医 共体", "落实  《办法》"),
    near_misses=("医共体 A类", "医共体\n第一"),
)
SIGNS = "、,。;:)》”’〉(《“‘〈["


class Joined:
    """``folded``: the words without those blanks; offsets count in it until ``span`` leads them back."""

    def __init__(self, folded: str, prose: str) -> None:
        cuts = [blank.span() for blank in BLANKS.re.finditer(folded) if _joins(folded, blank.start())]
        pieces, at = [], 0
        self._cuts: list[int] = []
        self._after: list[int] = []
        self._lost: list[int] = []
        lost = 0
        for start, end in cuts:
            pieces.append(folded[at:start])
            self._cuts.append(start)
            self._after.append(start - lost)
            at, lost = end, lost + end - start
            self._lost.append(lost)
        self.folded = "".join([*pieces, folded[at:]]) if cuts else folded
        self._prose = prose

    def place(self, offset: int) -> int:
        """The place in the joined words of an offset of the source."""
        index = bisect_left(self._cuts, offset)
        return max(offset - self._lost[index - 1], self._after[index - 1]) if index else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of ``folded[start:end]``, which is not empty."""
        return self._back(start), self._back(end - 1) + 1

    def printed(self, start: int, end: int) -> str:
        """The words as printed at a place of the joined words."""
        first, last = self.span(start, end)
        return self._prose[first:last]

    def _back(self, place: int) -> int:
        index = bisect_right(self._after, place)
        return place + self._lost[index - 1] if index else place


def _joins(folded: str, start: int) -> bool:
    """Whether a Chinese character or a sign stands before the blanks."""
    before = folded[start - 1 : start]
    return "一" <= before <= "鿿" or (before != "" and before in SIGNS)
