"""The bound of a number: 不低于, 以上, 左右, 达到, and numbers that share one (4级和3级, 6类10项以上)."""

import re
from dataclasses import dataclass
from functools import cache

from graph.facts import Comparator
from loaders.pattern import Pattern
from loaders.rules.clauses import Clause
from loaders.rules.numbers import Quantity

# Before the number, nearest first; words may stand between (至少配备, 不少于每千常住人口).
LEFT: tuple[tuple[str, Comparator], ...] = (
    ("不得低于|不能低于|不低于|不少于|不得少于|不小于|至少|≥|最低|保底|不短于|不亚于|下限为", ">="),
    (
        "不得超过|不能超过|不超过|不高于|不多于|不大于|不得高于|不长于|≤|最高|最多|最长|最大(?=$)|上限为|控制在|控制到|压缩在|不晚于|不突破",
        "<=",
    ),
    ("约为|大约|(?<![签预合节契条])约(?!率|定|束|谈)|接近|(?<![最附就邻远])近(?=$)", "~"),
    ("超过|超(?=$)|(?<![超通经不透难胜])过(?=$)|高于|大于|多于|突破|>", ">"),
    ("低于|小于|少于|<", "<"),
)
RIGHT: tuple[tuple[str, Comparator], ...] = (
    (r"(?:及|或)?以上|及更高|或更多|\+(?!\d)", ">="),
    (r"(?:及|或)?以下|以内|之内|内(?!容|部|设|涵|科|镜|分泌|蒙|外|生|在|需)", "<="),
    (r"左右|上下", "~"),
)
ADJACENT_ONLY = frozenset("~><")
REACHES = Pattern(
    "what reaches a number is at least so much",
    r"(?:力争)?(?:分别|平均|均|全部|基本|至少)?(?:达到|达成|达)(?:全国|全省)?$",
    matches=("覆盖率达到", "管理率分别达到", "床位达"),
    near_misses=("覆盖率提高至", "发达地区", "达标率"),
)
LIST_GOES_ON = Pattern(
    "a list whose bound stands before it goes on: 至少配备1名甲、1名乙",
    r"^[^,。;:]{1,24}(?:、|和|与|及|以及)$",
    matches=("全科医生、", "护士和"),
    near_misses=("全科医生,", "、"),
)
JOINED = Pattern(
    "numbers that share their words: 20%、50%",
    r"^(?:以上|以下|左右|以内)?(?:、|和|与|及|以及)$",
    matches=("、", "以上和"),
    near_misses=("个、", ","),
)
HEADS_LIST = Pattern(
    "a bound that holds for a list behind it",
    r"至少|不少于|不低于",
    ("至少配备", "不少于"),
    ("最多", "超过"),
    way="match",
)
NOT_DENIED = Pattern("a bound that no word denies", r"(?<!不)(?<!不得)(?=[\u4e00-\u9fff≥≤<>])", ("超过",), ("",))
# How many numbers a bound word behind the last of them holds for.
LONGEST_LIST = 12
# Words between two numbers that share a bound are fewer than this.
LONGEST_GAP = 40
# The words of ``REACHES`` are fewer than this.
LONGEST_REACH = 16
OTHER_WORD = r"(?:\([次人个家件套]\))?(?:(?:品种|病种|病组|品规)(?=以上|以下|以内|左右))?"


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
    text: str, clause: Clause, index: int, numbers: list[Quantity], accepted: list[tuple[Quantity, Bound]]
) -> Bound:
    """The bound of ``numbers[index]`` in its clause. ``accepted``: the targets before it, with their bounds."""
    quantity = numbers[index]
    right = _right(text, index, numbers)
    left = _left(text, clause, quantity, accepted)
    start = left[1] if left else quantity.start
    end = right[1] if right else quantity.end
    if right:
        comparator: Comparator = ">=" if left and left[0] == "<=" and right[0] == ">=" else right[0]
        return Bound(comparator, start, end, printed=True)
    if left:
        return Bound(left[0], start, end, printed=True)
    if accepted:
        before, bound = accepted[-1]
        between = text[before.end : min(quantity.start, before.end + LONGEST_GAP)]
        if bound.printed and JOINED.fits(between) and before.unit == quantity.unit:
            return Bound(bound.comparator, bound.start, end, printed=True)
        heads_list = bound.listed or HEADS_LIST.fits(text[bound.start : before.start])
        if heads_list and before.unit == quantity.unit and LIST_GOES_ON.fits(between):
            return Bound(bound.comparator, quantity.start, end, printed=True, listed=True)
    return Bound("=", quantity.start, quantity.end, printed=False)


@cache
def _right_words() -> re.Pattern[str]:
    return re.compile(OTHER_WORD + "(?:" + "|".join(f"({words})" for words, _ in RIGHT) + ")")


@cache
def _left_words() -> re.Pattern[str]:
    return re.compile(NOT_DENIED.words + "(?:" + "|".join(f"({words})" for words, _ in LEFT) + ")")


def _right(text: str, index: int, numbers: list[Quantity]) -> tuple[Comparator, int] | None:
    """The bound word behind a number, or behind the last of those that follow it at once (6类10项以上) or that it is
    joined with (20%、50%以上)."""
    quantity = last = numbers[index]
    for follower in numbers[index + 1 : index + 1 + LONGEST_LIST]:
        between = text[last.end : follower.start]
        alike = follower.unit == last.unit or (_is_rate(follower) and _is_rate(last))
        if between and not (alike and between in ("、", "和", "与", "及")):
            break
        last = follower
    match = _right_words().match(text, last.end)
    if match is None or match.lastindex is None:
        return None
    return RIGHT[match.lastindex - 1][1], (quantity.end if last is not quantity else match.end())


def _is_rate(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.kind in ("rate", "percent")


def _left(
    text: str, clause: Clause, quantity: Quantity, accepted: list[tuple[Quantity, Bound]]
) -> tuple[Comparator, int] | None:
    start = max([clause.start, *(before.end for before, _ in accepted if before.end <= quantity.start)])
    best: tuple[int, Comparator] | None = None
    for match in _left_words().finditer(text, start, quantity.start):
        comparator = LEFT[(match.lastindex or 1) - 1][1]
        gap = text[match.end() : quantity.start]
        near = (
            len(gap) <= 2 if comparator in ADJACENT_ONLY else len(gap) <= 25 and ("、" not in gap or gap.endswith("的"))
        )
        if near and not ("、" in gap and comparator in ADJACENT_ONLY):
            best = (match.start(), comparator)
    if best is not None:
        return best[1], best[0]
    start = max(start, quantity.start - LONGEST_REACH)
    reaches = REACHES.re.search(text[start : quantity.start])
    return (">=", start + reaches.start()) if reaches else None
