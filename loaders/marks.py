"""Marks of facts in a text, and which of them no rule settled: a number, full coverage, a document, an assignment.

Marks are wider than any rule: they say where a fact may be, so that nothing goes unread in silence. A mark is settled
where a rule of its kind found something or passed over it by name.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import Literal, NamedTuple

from loaders.claims import AllClaims
from loaders.pattern import Pattern

type State = Literal["read", "ignored", "unread"]
type Mark = tuple[int, str]
"""A place, and the kind of the mark."""

NUMBER = Pattern("number as a mark", r"\d[\d.,]*", matches=("建成12个",), near_misses=("建成一批中心",))
ASSIGNING = ("责任", "牵头", "配合", "主办", "主责", "承办", "协办", "参与")
# Each wording begins with a character of its own: the scan over a long text skips to these characters.
MARK = Pattern(
    "word as a mark",
    "《|[百千万]分之|半数|全(?:面)?覆盖|" + "|".join(f"{verb}(?:单位|部门|科室|处室|股室)[::)]" for verb in ASSIGNING),
    matches=(
        "百分之五",
        "千分之三",
        "半数医院",
        "服务全覆盖",
        "全面覆盖",
        "《某市方案》",
        "牵头单位:市甲局",
        "(责任单位)市甲局",
    ),
    near_misses=("覆盖全市", "落实责任单位的工作"),
)
KINDS = {
    "《": "document",
    **dict.fromkeys("百千万半", "number"),
    "全": "coverage",
}  # by a mark's first character; any other is an assignment
# Whose finding or passing over settles a mark. An assignment is settled by a body behind it in its line.
SETTLED_BY = {
    "number": frozenset({"targets", "citations", "outline", "furniture"}),
    "coverage": frozenset({"targets", "citations", "outline", "furniture"}),
    "document": frozenset({"citations", "outline", "furniture"}),
    "assignment": frozenset({"responsibilities", "outline", "furniture"}),
}
LONGEST_LABEL = 400  # characters from an assignment's label to its first body


class Span(NamedTuple):
    """A place that a rule has said something about. ``room``: which kind of rule; ``state``: what became of it."""

    start: int
    end: int
    state: State
    rule: str
    room: str


class Cover:
    """The places that any of some spans covers."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(places):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(start)
                self.ends.append(end)

    def __contains__(self, place: int) -> bool:
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place < self.ends[index]


def open_marks(folded: str, spans: list[Span], claims: AllClaims) -> Iterator[Mark]:
    """The marks of a text that no rule settled, in order."""
    covers = {kind: Cover(_places(kind, rooms, spans)) for kind, rooms in SETTLED_BY.items()}
    assigned = [item.start for item in claims.responsibilities.found]
    assigned += [item.start for item in claims.responsibilities.passed]
    assigned.sort()
    for place, kind in marks(folded):
        if place in covers[kind]:
            continue
        if kind == "assignment":
            body = bisect_right(assigned, place)
            reach = min(assigned[body], place + LONGEST_LABEL) if body < len(assigned) else place
            if reach > place and folded.find("\n", place, reach) < 0 and reach == assigned[body]:
                continue
        yield place, kind


def marks(folded: str) -> Iterator[Mark]:
    """The marks of facts in a text: places in order, with their kinds."""
    numbers = ((found.start(), "number") for found in NUMBER.re.finditer(folded))
    words = ((found.start(), KINDS.get(folded[found.start()], "assignment")) for found in MARK.re.finditer(folded))
    return merge(numbers, words)


def _places(kind: str, rooms: frozenset[str], spans: list[Span]) -> Iterator[tuple[int, int]]:
    """What settles marks of a kind. A citation begins behind its 《."""
    for span in spans:
        if span.room in rooms:
            before = kind == "document" and span.room == "citations"
            yield span.start - before, span.end
