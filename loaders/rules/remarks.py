"""Remarks inside and between responsibility lines: who leads (列第一位的为牵头单位), who is named once for all.

Words are plain here, as ``line_words.plain_words`` makes them without moving an offset.
"""

from dataclasses import dataclass
from typing import Literal

from loaders.pattern import Pattern

LeadRule = Literal["first_named", "before_comma", "before_semicolon"]

_LEADER = (
    r"[^,;。()]{0,8}?(?:[为是即]|作为)?(?:总|第一)?(?:牵头|主办|主责)(?:责任)?"
    r"(?:(?:单位|部门)[或和、/](?:部门|单位)|单位|部门|科室|处室)?"
)
_AGAIN = r"(?:重复|一一|另行|单独|逐一|逐项|另|再行|分别)*(?:列[出示举]?|标注|单列|赘述|罗列|注明|写明|说明|列明)"

LEAD_RULES: dict[LeadRule, Pattern] = {
    "first_named": Pattern(
        "remark_first_named_leads",
        r"[列排][^,;。()]{0,8}(?:第[一1]|首|最?前)[^,;。()]{0,4}" + _LEADER
        + r"|(?:第一个?|首个|首位|首家|第一家|第一位|第一顺位)(?:责任|列出的?|所列)?"
        r"(?:单位|部门|顿号前的?(?:单位|部门)?)?(?:[为是即]|作为)(?:总|第一)?"
        r"(?:牵头|主办|主责)(?:责任)?(?:单位|部门)?|第一责任单位牵头",
        (
            "列第一位的为牵头单位", "列第一位者为牵头部门或单位", "第一责任单位为牵头单位", "排名首位的部门为牵头部门",
            "首个单位为牵头单位", "排在第一的是牵头单位",
        ),
        ("第一责任人为某某", "列为牵头单位", "第一个逗号前为牵头单位"),
    ),
    "before_comma": Pattern(
        "remark_before_the_comma_leads",
        r"(?:第[一1]个?|首个)?逗号(?:之|以)?前" + _LEADER,
        ("第一个逗号前为牵头单位", "逗号前的单位为牵头单位", "首个逗号之前为牵头部门"),
        ("第一个分号前为牵头单位", "逗号后为配合单位"),
    ),
    "before_semicolon": Pattern(
        "remark_before_the_semicolon_leads",
        r"(?:第[一1]个?|首个)?分号(?:之|以)?前" + _LEADER,
        ("分号前为牵头单位", "第一个分号之前的为牵头部门"),
        ("第一个逗号前为牵头单位", "分号后为配合单位"),
    ),
}  # fmt: skip
"""Remarks on leads, and the rule that each sets up."""

ANY_REMARK = Pattern(
    "any_remark",
    r"[列排首]|第[一1]|逗号|分号|以下|下同|下文|后文|不再|其他为|其余",
    ("列第一位的为牵头单位", "以下不再列出", "下同"),
    ("责任单位:市甲局", "市甲局牵头"),
)
ANY_LEAD = Pattern(
    "any_remark_on_leads",
    r"(?:第|列|排|首|号)[^。;\n]{0,16}(?:牵头|主办|主责)",
    ("列第一位的为牵头单位", "逗号前为牵头"),
    ("市甲局牵头",),
)
REST_HELPS = Pattern(
    "remark_rest_helps",
    r"[,;。]\s*(?:其他|其余|后面|后续|[^,;。()]{0,6}(?:逗号|分号)(?:之|以)?后)[^,;。()]{0,8}"
    r"[为是](?:配合|参与|协办|责任)(?:责任)?(?:单位|部门)?"
    r"|[,;。]\s*(?:其他|其余)(?:有关|相关|各)?(?:单位|部门)(?:[或和、及](?:单位|部门))?(?:均|都)?(?:按照?|根据)(?:各自)?职责(?:任务)?(?:分工)?"
    r"(?:负责|配合|落实|参与|协同)?",
    (",其他为配合单位", ",其余单位为配合单位", ";分号后为配合单位", ",其他有关部门和单位按职责分工负责"),
    ("其他单位配合", ",市甲局配合"),
)
FROM_HERE = Pattern(
    "remark_holds_from_here",
    r"[,;。(]?\s*(?:以)?下同\)?",
    (",下同", "以下同"),
    ("以下均需各区落实",),
    way="match",
)
OF_LATER_LINES = Pattern(
    "remark_on_later_lines", r"以下|下列|下述|本方案|各项", ("以下责任单位中", "下列任务"), ("上述任务", "责任单位中")
)
NAMED_ONCE = (
    Pattern(
        "remark_named_once",
        r"[,;。(]?\s*以下[^,;。]{0,14}?(?:均|都|皆|也)(?:需要?|须|由|包括|涉及|包含|含|有|应由|要求)?"
        r"(?P<bodies>[^;。]*?)(?:共同|分别|按职责|贯彻|抓好|负责)*(?:落实|负责|配合|参与|执行)?"
        r",?(?:以下)?不再" + _AGAIN,
        (
            "以下均需各县(市、区)落实,不再列出", "以下各项任务均需各区政府、市甲局配合,不再一一列出",
            "以下责任单位均包括市乙局,不再重复列出",
        ),
        ("以下均需落实", "各区落实,不再列出"),
    ),
    Pattern(
        "remark_named_once_for_each",
        r"(?<=[,;。(])\s*(?P<bodies>[^,;。()]*?(?:\([^()]*\)[^,;。()]*?)*?)(?:均|都)?[为是](?:以下)?各项(?:重点)?"
        r"(?:任务|措施|工作|条款)[^,;。]{0,4}责任单位,?(?:以下|下文|后文)?不再" + _AGAIN,
        (",各县(市、区)政府均为各项任务的责任单位,不再列出", ";市甲局是以下各项工作责任单位,以下不再单列"),
        ("各县(市、区)政府均为各项任务的责任单位", "以下不再列出"),
    ),
)  # fmt: skip
NOT_AGAIN = Pattern(
    "remark_not_again",
    r"[,;。(]\s*(?:以下|下文|后文)[^,;。]{0,8}不再" + _AGAIN,
    (",以下不再列出", "。下文不再逐一列出"),
    ("不再列出", ",以下均列出"),
)


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks of one line: the words with them blanked out, the remark on leads, and ``once``: spans of bodies
    that a remark names for all later items."""

    words: str
    lead_rule: LeadRule | None
    once: list[tuple[int, int]]


def lead_remarks(words: str) -> list[tuple[LeadRule, int, int]]:
    """The remarks on leads in plain words, in their order, each with start and end."""
    found = {
        (rule, *match.span())
        for near in ANY_LEAD.re.finditer(words)
        for rule, pattern in LEAD_RULES.items()
        for match in pattern.re.finditer(words, max(0, near.start() - 24), near.end() + 12)
    }
    return sorted(found, key=lambda one: one[1])


def holds_on(words: str, start: int, end: int) -> bool:
    """Whether the remark at this place speaks of later lines: 下同 after it or after its bracket, or 以下 before it."""
    rest = REST_HELPS.re.match(words, end)
    after = rest.end() if rest else end
    return bool(FROM_HERE.re.match(words, after) or OF_LATER_LINES.re.search(words, max(0, start - 20), start))


def take_remarks(words: str) -> Remarks:
    """Take the remarks out of a line's plain words; they become 。, so that offsets stay."""
    if not ANY_REMARK.re.search(words):
        return Remarks(words, None, [])
    once = []
    for pattern in NAMED_ONCE:
        for found in list(pattern.re.finditer(words)):
            once.append(found.span("bodies"))
            words = _blank(words, *found.span())
    for found in list(NOT_AGAIN.re.finditer(words)):
        words = _blank(words, *found.span())
    leads = lead_remarks(words)
    for _, start, end in leads:
        words = _blank(words, start, end)
        if rest := REST_HELPS.re.match(words, end):
            words = _blank(words, *rest.span())
    for found in list(FROM_HERE.re.finditer(words)):
        if words.count("(", 0, found.start()) == words.count(")", 0, found.start()):
            words = _blank(words, *found.span())
    return Remarks(words, leads[0][0] if leads else None, once)


def _blank(words: str, start: int, end: int) -> str:
    return words[:start] + "。" * (end - start) + words[end:]
