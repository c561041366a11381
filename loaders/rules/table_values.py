"""The numbers that a cell of figures commits to: 95以上, ≥90%, 下降15%, [500], 2025年达到80%, 全覆盖.

A cell holds little more than its figures, so any number in it counts, but for years, what it is compared with, where it
starts from, and points that are given or taken.
"""

import re
from dataclasses import dataclass

from codebooks.quantities import Unit, multipliers, unit_of_form
from graph.facts import Comparator
from loaders.pattern import Pattern
from loaders.rules.bounds import LEFT, RIGHT
from loaders.rules.numbers import Quantity, quantities

YEAR_IN_CELL = Pattern(
    "year_in_cell",
    r"(?<!\d)(?P<year>20\d\d)(?:年(?:底|末|度)?(?:前|起)?|(?=[::]))",
    ("2025年达到80%", "2030年底前", "2025:80%"),
    ("2025人", "12025年"),
)
YEAR_BEHIND = Pattern(
    "year_in_bracket_behind",
    r"[^,。;、\d]{0,4}[\d.]+[^\d,。;、(]{0,6}\((?:到|至)?(?P<year>20\d\d)年?(?:底|末)?\)",
    ("95%(2025年)", "达到80(2030年底)"),
    ("95%(约束性)", "95,(2025年)"),
    "match",
)
REACHES: tuple[str, Comparator] = ("达到|达成|达", ">=")
COMPARED = Pattern(
    "compared_with_a_year", r"[比较]\(?(?:20\d\d年?)?$|上$", ("比2020年", "较", "较上"), ("到2025年", "达到")
)
STARTS_FROM = Pattern("starts_from", r"[由从]$", ("由", "参保率从"), ("达到", "自由度"))
POINTS = Pattern(
    "points_given_or_taken",
    r"(?:得|扣|加|计|记|赋|满分)$",
    ("达到90%得", "扣", "满分"),
    ("达到", "取得好成绩"),
)
LOSES = Pattern(
    "step_that_loses_points",
    r"每(?:低|少|降|减|缺|增|提高|超|高|差)[^,。;]{0,6}$",
    ("每低", "每提高"),
    ("每年", "达到"),
)
COVERS = Pattern(
    "covers_all",
    r"全覆盖|全面覆盖|全部(?:达标|覆盖|完成|建成|实现|开展|设置|达到|纳入|接入)|均(?:达标|达到|完成|建成)|应[^,。;、]{1,3}尽[^,。;、]{1,3}",
    ("全覆盖", "实现全覆盖", "全部达标"),
    ("全面推进", "覆盖面扩大"),
)
ALTERNATIVE = Pattern(
    "alternative_to_words",
    r"^\s*(?:或者?|/)|(?:或者?|/)\s*$",
    ("或较上一年增加", "较上年增加或"),
    ("且逐年提高", "以上"),
)
NO_SUBJECT = Pattern(
    "words_around_a_figure",
    r"力争|争取|确保|实现|基本|达到|不低于|不少于|不高于|不超过|提高|提升|降低|下降|控制|保持|稳定|增长|增加|新增|累计|完成|"
    r"每年|全年|年均|年底|至少|以上|以下|以内|左右|全市|全县|较上年|较上一年|比上年|同比|全覆盖|全面|全部|达标|百分点|到|至",
    ("力争达到95%", "较上年提高5个百分点"),
    ("签约率",),
)
NO_FIGURE_BEFORE = Pattern(
    "no_figure_before",
    r"(?<![包内])含$|第$",
    ("95%以上(含", "第"),
    ("包含3", "达到"),
)
NO_FIGURE_BEHIND = Pattern(
    "no_figure_behind",
    r"[月日号版条款](?!均)|(?:[.、](?!\d)|\))(?=[^\d])",
    ("月底前", "号文件", ".设立专班", ")建立制度"),
    ("个月", "张", "日均", "以上"),
    "match",
)
POINTS_IN_BRACKET = Pattern("points_in_bracket", r"\(\d+(?:\.\d+)?分\)", ("专班(2分)",), ("达到90分",))
PROSE_CELL = 30
"""Characters from which a cell is prose: its numbers need a unit or a bound."""
BARE_RANGE = Pattern(
    "bare_range", r"(?<![\d.])(\d+(?:\.\d+)?)[-~](\d+(?:\.\d+)?)(?![\d.])", ("2-3", "8.5~9.0"), ("2", "1:2"), "search"
)
MARK = Pattern("mark_of_bound", r"(?:≥|≧|>=|≤|≦|<=|>|<)", ("病床使用率(≥)", "≤10"), ("以上", "="))
MARKS: dict[str, Comparator] = {
    "≥": ">=", "≧": ">=", ">=": ">=", "≤": "<=", "≦": "<=", "<=": "<=", ">": ">", "<": "<",
}  # fmt: skip
_HAN = re.compile("[\u4e00-\u9fff]+")
_LOWEST_YEAR, _HIGHEST_YEAR = 1949, 2100


@dataclass(frozen=True, slots=True)
class Value:
    """A number or a word of coverage in a cell: its place in the words, and what the cell itself prints of it."""

    start: int
    end: int
    value: float
    value_max: float | None
    unit: Unit | None
    comparator: Comparator | None
    year: int | None
    ratio: bool = False
    covers: bool = False
    per: str | None = None


def mark_of(words: str) -> Comparator | None:
    """The bound that a label or head prints as a mark (≥), None without one."""
    found = MARK.re.search(words)
    return MARKS[found.group()] if found else None


def names_its_subject(words: str) -> bool:
    """Whether a cell of figures says itself what is counted (重点人群签约率达到75%), as prose does."""
    for quantity in reversed(quantities(words)):
        words = f"{words[: quantity.start]}/{words[quantity.end :]}"
    return any(len(run) > 2 for run in _HAN.findall(NO_SUBJECT.re.sub("/", words)))


def values(words: str) -> list[Value]:
    """What a cell of figures (folded) commits to, in its order."""
    words = words.translate(str.maketrans("≧≦", "≥≤"))
    if covered := COVERS.re.search(words):
        other = ALTERNATIVE.re.search(words[covered.end() :]) or ALTERNATIVE.re.search(words[: covered.start()])
        alone = not re.search(r"\d", YEAR_IN_CELL.re.sub("", words))
        if other and alone:
            return []
        if alone:
            year = _year(words, covered.start())
            return [Value(*covered.span(), 100.0, None, unit_of_form()["%"], "=", year, covers=True)]
    ranges = {found.start(): found for found in BARE_RANGE.re.finditer(words)}
    found: list[Value] = []
    last = 0
    for quantity in _quantities(words):
        if quantity.start < last or _is_no_value(words, quantity):
            continue
        bare = ranges.get(quantity.start)
        value = _range(words, bare) if bare and quantity.end <= bare.end() else _value(words, quantity, last)
        last = value.end
        if len(words) < PROSE_CELL or value.unit or value.comparator or value.ratio:
            found.append(value)
    return found


def _range(words: str, found: re.Match[str]) -> Value:
    """A range without a unit of its own."""
    low, high = float(found[1]), float(found[2])
    return Value(*found.span(), low, high if high > low else None, None, "=", _year(words, found.start()))


def _value(words: str, quantity: Quantity, last: int) -> Value:
    """A number with the bound that the cell prints around it."""
    comparator, start, end = _bound(words, quantity, last)
    if quantity.value_max is not None:
        comparator = "="
    year = _year(words, quantity.start)
    return Value(
        start, end, quantity.value, quantity.value_max, quantity.unit, comparator, year, quantity.ratio,
        per=quantity.per,
    )  # fmt: skip


def _quantities(words: str) -> list[Quantity]:
    return [quantity for quantity in quantities(words) if not quantity.fault]


def _is_no_value(words: str, quantity: Quantity) -> bool:
    """Whether the number is a year, where a change starts from, what it is compared with, or points."""
    before = words[: quantity.start]
    is_year = quantity.value_max is None and _LOWEST_YEAR <= quantity.value <= _HIGHEST_YEAR
    if is_year and (YEAR_IN_CELL.re.match(words, quantity.start) or (quantity.unit and quantity.unit.unit == "年")):
        return True
    if quantity.unit is not None and quantity.unit.unit == "分":
        if POINTS.re.search(before) or POINTS_IN_BRACKET.re.match(words, max(0, quantity.start - 1)):
            return True
    elif quantity.unit is None and NO_FIGURE_BEHIND.re.match(words, quantity.end):
        return True
    starts = (STARTS_FROM, COMPARED, LOSES, NO_FIGURE_BEFORE)
    return any(pattern.re.search(before) for pattern in starts)


def _bound(words: str, quantity: Quantity, last: int) -> tuple[Comparator | None, int, int]:
    """The comparator that stands beside a number, with the span of both; None where none does."""
    before = words[last : quantity.start]
    for pattern, comparator in RIGHT:
        if found := re.compile(rf"\s*(?:{pattern})").match(words, quantity.end):
            return comparator, quantity.start, found.end()
    nearest: tuple[int, Comparator] | None = None
    for pattern, comparator in (*LEFT, REACHES):
        for found in re.finditer(f"(?<!不)(?<!不得)(?:{pattern})(?=[^,。;:、]{{0,12}}$)", before):
            if nearest is None or found.start() > nearest[0]:
                nearest = (found.start(), comparator)
    if nearest is not None:
        return nearest[1], last + nearest[0], quantity.end
    return None, quantity.start, quantity.end


def _year(words: str, place: int) -> int | None:
    """The year that the cell prints for the number at this place: the last before it, else one in a bracket behind."""
    before = [m for m in YEAR_IN_CELL.re.finditer(words, 0, place) if not COMPARED.re.search(words[: m.start()])]
    if before:
        return int(before[-1]["year"])
    behind = YEAR_BEHIND.re.match(words, place)
    return int(behind["year"]) if behind else None


def scaled(value: Value, unit: str) -> tuple[float, float | None, str]:
    """The value multiplied out by the 万 or 亿 of a unit that the cell does not print, and the unit without it."""
    for word in sorted(multipliers(), key=len, reverse=True):
        if word not in ("百", "千") and unit.startswith(word) and len(unit) > len(word):
            times = multipliers()[word]
            high = None if value.value_max is None else round(value.value_max * times, 6)
            return round(value.value * times, 6), high, unit[len(word) :]
    return value.value, value.value_max, unit
