"""Remarks inside and between responsibility lines: who leads (列第一位的为牵头单位), who is named once for all.

Words are plain here: brackets round, pauses half-width, as ``PLAIN`` makes them without moving an offset.
"""

import re
from dataclasses import dataclass
from typing import Literal

PLAIN = str.maketrans("（〔［【〈[）〕］】〉]：，；", "(((((()))))):,;")
"""One character to one character: every bracket is round, every pause is half-width, so offsets stay."""

LeadRule = Literal["first_named", "before_comma"]

_FIRST_NAMED = re.compile(
    r"[列排][^,;。()]{0,6}(?:第[一1]|首)[^,;。()]{0,6}[为是]牵头(?:责任)?(?:单位|部门)?"
    r"|(?:第一个?|首个|首位)(?:责任)?(?:单位|部门)?[为是]牵头(?:单位|部门)"
)
_BEFORE_COMMA = re.compile(r"(?:第一个|首个)逗号(?:之)?前[^,;。()]{0,6}[为是]?牵头(?:责任)?(?:单位|部门)?")
_FROM_HERE = re.compile(r"[,;。(]?\s*(?:以)?下同\)?")
_NAMED_ONCE = re.compile(
    r"[,;。]?\s*以下[^,;。]{0,8}?(?:均|都|皆)(?:需要?|须|由|包括|涉及|含)?(?P<bodies>[^;。]*?)"
    r"(?:共同)?(?:落实|负责|配合|参与|执行)?,?(?:以下)?不再(?:重复|一一|另行|单独|逐一|逐项)?(?:列[出示举]?|标注)"
)
_NOT_AGAIN = re.compile(
    r"[,;。]\s*(?:以下|下文|后文)[^,;。]{0,8}不再(?:重复|一一|另行|单独|逐一|逐项)?(?:列[出示举]?|标注)"
)


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks of one line: the words with them blanked out, the remark on leads, and whether a later line is meant
    too (下同); ``once``: spans of bodies that a remark names for all later items."""

    words: str
    lead_rule: LeadRule | None
    once: list[tuple[int, int]]


def lead_remark(words: str, at: int = 0) -> tuple[LeadRule, int, int] | None:
    """The first remark on leads from ``at`` on in plain words, with its start and end; None without one."""
    patterns: tuple[tuple[LeadRule, re.Pattern[str]], ...] = (
        ("first_named", _FIRST_NAMED),
        ("before_comma", _BEFORE_COMMA),
    )
    found = [(rule, *match.span()) for rule, pattern in patterns if (match := pattern.search(words, at))]
    return min(found, key=lambda one: one[1], default=None)


def holds_on(words: str, start: int, end: int) -> bool:
    """Whether the remark at this place speaks of later lines: 下同 after it, or 以下 before it."""
    return bool(_FROM_HERE.match(words, end) or re.search(r"以下|下列|下述", words[max(0, start - 20) : start]))


def take_remarks(words: str) -> Remarks:
    """Take the remarks out of a line's plain words; they become 。, so that offsets stay."""
    once = []
    for found in list(_NAMED_ONCE.finditer(words)):
        once.append(found.span("bodies"))
        words = _blank(words, *found.span())
    for found in list(_NOT_AGAIN.finditer(words)):
        words = _blank(words, *found.span())
    remark = lead_remark(words)
    if remark:
        words = _blank(words, remark[1], remark[2])
    for found in list(_FROM_HERE.finditer(words)):
        if words.count("(", 0, found.start()) == words.count(")", 0, found.start()):
            words = _blank(words, *found.span())
    return Remarks(words, remark[0] if remark else None, once)


def _blank(words: str, start: int, end: int) -> str:
    return words[:start] + "。" * (end - start) + words[end:]
