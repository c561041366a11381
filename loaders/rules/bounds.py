"""The bound of a number: 不低于, 以上, 左右, 达到, and numbers that share one (4级和3级, 6类10项以上)."""

import re
from dataclasses import dataclass

from graph.facts import Comparator
from loaders.rules.clauses import Clause
from loaders.rules.numbers import Quantity

# Before the number, nearest first; words may stand between (至少配备, 不少于每千常住人口).
LEFT: tuple[tuple[str, Comparator], ...] = (
    ("不得低于|不低于|不少于|不得少于|不小于|至少|≥|最低|保底|不短于", ">="),
    ("不得超过|不超过|不高于|不多于|不大于|不得高于|≤|最高|最多|最长|上限为|控制在|控制到|压缩在|不晚于", "<="),
    ("约为|大约|(?<![签预合节契条])约(?!率|定|束|谈)|接近|近(?=\\d)", "~"),
    ("超过|超(?=$)|高于|大于|多于|突破|>", ">"),
    ("低于|小于|少于|<", "<"),
)
ADJACENT_ONLY = frozenset("~><")
REACHES = re.compile(r"(?:力争)?(?:分别|均|全部|基本|至少)?(?:达到|达成|达)(?:全国|全省)?$")
RIGHT: tuple[tuple[str, Comparator], ...] = (
    (r"(?:及|或)?以上|及更高|或更多|\+(?!\d)", ">="),
    (r"(?:及|或)?以下|以内|之内|内(?!容|部|设|涵|科|镜|分泌|蒙|外|生|在|需)", "<="),
    (r"左右|上下", "~"),
)
# 至少配备1名甲、1名乙: the bound before the list holds for its items.
LIST_GOES_ON = re.compile(r"^[^,。;:]{1,24}(?:、|和|与|及|以及)$")
JOINED = re.compile(r"^(?:以上|以下|左右|以内)?(?:、|和|与|及|以及)$")


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparator with the span that number and bound words take; ``printed``: whether a bound word stands there,
    ``listed``: whether it stands before the list that the number belongs to."""

    comparator: Comparator
    start: int
    end: int
    printed: bool
    listed: bool = False


def bound_of(
    text: str,
    clause: Clause,
    quantity: Quantity,
    all_quantities: list[Quantity],
    accepted: list[tuple[Quantity, Bound]],
) -> Bound:
    """The bound of a number in its clause. ``accepted`` are the paragraph's targets before it, with their bounds."""
    right = _right(text, quantity, all_quantities)
    left = _left(text, clause, quantity, accepted)
    start = left[1] if left else quantity.start
    end = right[1] if right else quantity.end
    if right:
        comparator: Comparator = right[0]
        if left and left[0] == "<=" and right[0] == ">=":
            comparator = ">="
        return Bound(comparator, start, end, printed=True)
    if left:
        return Bound(left[0], start, end, printed=True)
    if accepted:
        before, bound = accepted[-1]
        between = text[before.end : quantity.start]
        if bound.printed and JOINED.match(between) and before.unit == quantity.unit:
            return Bound(bound.comparator, bound.start, end, printed=True)
        heads_list = bound.listed or re.match("至少|不少于|不低于", text[bound.start : before.start])
        if heads_list and LIST_GOES_ON.match(between) and before.unit == quantity.unit:
            return Bound(bound.comparator, quantity.start, end, printed=True, listed=True)
    return Bound("=", quantity.start, quantity.end, printed=False)


def _right(text: str, quantity: Quantity, all_quantities: list[Quantity]) -> tuple[Comparator, int] | None:
    """The bound word behind a number, or behind the number that follows it at once (6类10项以上)."""
    place, seen = quantity.end, quantity
    follower = next((q for q in all_quantities if q.start == place and q is not seen), None)
    if follower is not None:
        place = follower.end
    for words, comparator in RIGHT:
        match = re.match(rf"(?:\([次人个家件套]\))?(?:{words})", text[place:])
        if match:
            return comparator, (quantity.end if follower else place + match.end())
    return None


def _left(
    text: str, clause: Clause, quantity: Quantity, accepted: list[tuple[Quantity, Bound]]
) -> tuple[Comparator, int] | None:
    start = max([clause.start, *(before.end for before, _ in accepted if before.end <= quantity.start)])
    before = text[start : quantity.start]
    best: tuple[int, Comparator] | None = None
    for words, comparator in LEFT:
        gap = r"[^,。;:、]{0,2}$" if comparator in ADJACENT_ONLY else r"(?:[^,。;:、]{0,24}|[^,。;:]{0,24}的)$"
        for match in re.finditer(f"(?<!不)(?<!不得)(?:{words})(?={gap})", before):
            if best is None or match.start() > best[0]:
                best = (match.start(), comparator)
    if best is not None:
        return best[1], start + best[0]
    reaches = REACHES.search(before)
    if reaches:
        return ">=", start + reaches.start()
    return None
