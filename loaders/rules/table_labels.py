"""The label of a row that is measured: 3.▲每千常住人口床位数(张)≥ names 床位数, in 张, on 每千常住人口."""

import re
from dataclasses import dataclass

from codebooks.quantities import multipliers, unit_of_form
from graph.facts import Comparator, TargetKind
from loaders.labels import label_at
from loaders.pattern import Pattern
from loaders.rules.table_values import MARK, mark_of

BASE = Pattern(
    "base_of_rate",
    r"每(?:[十百千万亿]+|\d+[十百千万]*)(?:名|位|张|个|户|所|家)?(?:[^,。;、每]{0,8}?(?:人口|儿童|老年人|老人|居民|职工|人群|人员|医师|护士|学生|活产|产妇|妇女|户数|床位|病床)(?![^,。;]{0,3}[覆签])|人(?!口|次))?",
    ("每千常住人口床位数", "每万名儿童", "每10万人口", "每百张床位护士数"),
    ("千人口床位数", "每个县", "每年"),
)
ATTRIBUTE = Pattern(
    "attribute_of_label",
    r"[\[(](?:约束性?|预期性?|定量|定性|必选|可选|核心|逆向|正向|新增指标|国家监测|参考性?)(?:指标)?[\])]",
    ("死亡率(约束性)", "参保率[预期]"),
    ("执业(助理)医师数",),
)
LABEL_MARKS = Pattern("marks_of_label", r"[▲△★☆※*#◆■●□◎→]+|\[注?\d{1,2}\]|[①-⑳]$", ("▲死亡率", "床位数*"), ("5G基站",))
SUB_ROW = Pattern("sub_row", r"(?:其中|#|-{1,2})[::]?\s*", ("其中:中医类", "其中 市级"), ("在其中", "中医类"), "match")
UNIT_WORDS = Pattern(
    "words_of_unit",
    r"[%‰]|[\d百千万亿]*(?:元|[人张个所家名件项次台辆例岁天年米吨亩分级条床床位岁])(?:次|均|数)?(?:/.{1,6})?|1?/\d*[十百千万]+(?:人口|人)?|"
    r"(?:平方)?(?:公里|米)|公顷|标准煤|小时|分钟|人次|百分点|个百分点|比值|平方米/人|m²|μg/m³|微克/立方米",
    ("%", "万人", "张/千人", "1/10万", "岁", "亿元"),
    ("助理", "含中医", "门急诊"),
    "fullmatch",
)
OWNS = Pattern(
    "owns", r"(?:拥有的?|配备的?|配置的?|的)(?=.{2})", ("拥有执业医师数", "配备药师人数"), ("人均拥有",), "match"
)
LABEL_NUMBER = Pattern(
    "number_of_label",
    r"^\d{1,3}[.、)](?=\D)|^\d{1,2}(?:\.\d{1,2}){1,2}(?=[^\d.%‰万亿个人])",
    ("1.床位数", "2.3住院率", "12、参保率"),
    ("5岁以下儿童死亡率", "3.5万人", "2025年床位数"),
)
UNIT_AT_END = Pattern("unit_at_end_of_label", r"(?<=[率数例重比])[%‰]$", ("参保率%", "死亡率‰"), ("占比50%", "参保率"))
IN_100_000 = Pattern("in_100_000", r"1?/(?:10|十)万.*", ("1/10万", "/十万"), ("张/千人", "10万"), "fullmatch")
ON_BASE = Pattern(
    "unit_on_a_base",
    r"(?P<unit>[^/\d]+)/每?(?P<base>[十百千万亿\d]+.*)",
    ("张/千人", "人/每万人口"),
    ("元/人", "/10万"),
    "fullmatch",
)
DURATIONS = frozenset({"年", "天", "小时", "分钟", "个月", "月", "个工作日", "工作日", "日"})


@dataclass(frozen=True, slots=True)
class Label:
    """What a row measures. ``unit``: the label's own, empty without one; ``mark``: the bound that it prints."""

    indicator: str
    scope: str | None
    unit: str
    mark: Comparator | None
    is_sub: bool = False

    def below(self, above: "Label") -> "Label":
        """This label of a sub-row with the words of the label above it."""
        mark, unit = self.mark or above.mark, self.unit or above.unit
        return Label(above.indicator + self.indicator, self.scope or above.scope, unit, mark, above.is_sub)


def read_label(words: str) -> Label:
    """The label of a row from the words of its cell (folded), without number, mark, unit and attribute."""
    words = re.sub(r"^\d{1,3} (?=\D)", "", " ".join(words.split()))
    words = words.replace(" ", "") if re.search(r"[\u4e00-\u9fff]", words) else words
    mark = mark_of(words)
    words = LABEL_MARKS.re.sub("", ATTRIBUTE.re.sub("", words))
    label = label_at(words, 0)
    words = words[label.length :] if label else words
    words = LABEL_NUMBER.re.sub("", words)
    unit = ""
    for found in list(re.finditer(r"[\[(]([^()\[\]]*)[\])]", words)):
        inside = MARK.re.sub("", found[1]).removeprefix("单位:")
        if not inside or is_unit(inside):
            unit = inside or unit
            words = words.replace(found[0], "", 1)
    words = MARK.re.sub("", words)
    if tail := UNIT_AT_END.re.search(words):
        unit, words = unit or tail.group(), words[: tail.start()]
    sub = SUB_ROW.re.match(words)
    words = words[sub.end() :] if sub else words
    base = BASE.re.search(words)
    if base and base.end() < len(words):
        words = words[: base.start()] + OWNS.re.sub("", words[base.end() :])
    else:
        base = None
    return Label(words.strip(" :;,。、"), base.group() if base else None, unit, mark, sub is not None)


def is_unit(words: str) -> bool:
    """Whether words in a bracket are a unit."""
    plain = words.strip()
    for word in sorted(multipliers(), key=len, reverse=True):
        if plain.startswith(word) and plain[len(word) :] in unit_of_form():
            return True
    return plain in unit_of_form() or bool(UNIT_WORDS.re.fullmatch(plain))


def unit_and_base(unit: str) -> tuple[str, str | None]:
    """The measure word of a unit and the base that it is counted on: 张/千人 is 张 on 每千人; /10万 stays whole."""
    plain = re.sub(r"\s", "", unit)
    if IN_100_000.fits(plain):
        return "/10万", None
    found = ON_BASE.re.fullmatch(plain)
    return (found["unit"], f"每{found['base']}") if found else (plain, None)


def kind_of_unit(unit: str, scope: str | None, *, ratio: bool) -> TargetKind:
    """What sort of quantity a number with this unit and base is."""
    if ratio or unit == "1:n":
        return "ratio"
    if unit == "‰" or unit.startswith("/") or (scope is not None and BASE.re.match(scope)):
        return "rate"
    if unit in ("%", "个百分点", "百分点"):
        return "percent"
    if unit in ("次/年", "次/月"):
        return "frequency"
    known = unit_of_form().get(unit)
    if known is not None:
        return known.kind
    return "amount" if unit.startswith("元") else "duration" if unit in DURATIONS else "count"
