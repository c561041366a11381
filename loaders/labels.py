"""Number labels at the head of a line: 第一章, 一、, (一), 1., (1), ① and their kin, with rank and value.

Patterns work on folded text, so full and half width are one. A label is a candidate only: the outline decides whether
its number goes on from the ones before it.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.pattern import Pattern

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_HAN = "[〇零一二三四五六七八九十百]"
# What may follow 2.1 at the head of a line where it is a quantity (2.1万亩) and no label (2.1建设).
_QUANTITY = (
    r"[\d%‰万亿千百元倍个家所人名张项年月日号版公平立米吨斤克里亩次分小时天周岁户辆台套条座株级度兆至到、,。;:~\-]"
)
# The kinds from the outermost to the innermost: the place in this table is the rank.
LABELS: dict[str, Pattern] = {
    "part": Pattern(
        "part",
        rf"第 ?(?:{_HAN}{{1,5}}|\d{{1,2}}) ?(?:编|篇|部分)(?=[ 、:.]|[^ ]{{2}})",
        ("第一部分 总体要求", "第二编 任务", "第 3 部分:保障"),
        ("第一部", "第一部分", "部分一"),
        "match",
    ),
    "chapter": Pattern(
        "chapter",
        rf"第 ?(?:{_HAN}{{1,5}}|\d{{1,2}}) ?章(?!程)",
        ("第三章 总则", "第 1 章 背景", "第12章 保障"),
        ("第三年", "章三", "第一章程"),
        "match",
    ),
    "section": Pattern(
        "section",
        rf"第 ?(?:{_HAN}{{1,5}}|\d{{1,2}}) ?节(?![课点目日])",
        ("第二节 目标", "第 2 节 建设"),
        ("第二季", "第一节课", "节二"),
        "match",
    ),
    "article": Pattern(
        "article",
        rf"第 ?(?:{_HAN}{{1,6}}|\d{{1,3}}) ?条(?![第款例、,规至和的中])",
        ("第十二条 支持", "第3条 人才"),
        ("第一条款项", "第二条、第三条", "第六条规定", "第五条的要求"),
        "match",
    ),
    "han": Pattern(
        "han",
        rf"(?:{_HAN}{{1,5}}|-(?=、)) ?(?:[、.]|,(?=[^ ]))(?! ?{_HAN}{{1,3}}(?:[、级类等期线次]|是|批))",
        ("一、总体要求", "十一、保障", "二.任务", "三 、目标", "四,保障措施", "-、总体要求"),
        ("二、三级医院都要办好", "一是办好", "一、二线城市", "三期工程", "一、二、三产业"),
        "match",
    ),
    "named": Pattern(
        "named",
        rf"(?:专项|重点|重大)?(?:行动|工程|任务|专项|举措) ?(?:{_HAN}{{1,3}}|\d{{1,2}}) ?[:、](?! ?\d)",
        ("行动一:学科提升行动", "重点任务二:培养人才", "工程3:智慧医院"),
        ("行动计划:2024年", "任务一完成", "任务:一、建设"),
        "match",
    ),
    "han_bracket": Pattern(
        "han_bracket",
        rf"\( ?(?:{_HAN}{{1,5}}|-) ?\)[、.]?|\[{_HAN}{{1,3}}\](?=[^ \d])|[㈠-㈩]、?",
        ("(一)监管", "(二十三)监管", "( 三 )监管", "(四)、监管", "㈡监管"),
        ("(市、区)", "(2)监管", "[1]监管"),
        "match",
    ),
    "digit": Pattern(
        "digit",
        r"\d{1,3} ?(?:[.、] ?(?![\d%])|\.、)|[⒈-⒛]",
        ("10.体检", "3、体检", "1 .体检", "2.、体检", "⒉体检"),
        ("1.5万人", "2024年", "3个县", "3、4月", "2025.1"),
        "match",
    ),
    "dotted": Pattern(
        "dotted",
        rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?=[ .、]{{1,3}}[^\d\W]|(?!{_QUANTITY})[^\d\W])",
        ("2.1 体检", "2.1建设平台", "2.1.3、体检"),
        ("2.1万亩", "1.5倍", "2.1%", "3.5公里", "1.2 3", "2024.1"),
        "match",
    ),
    "digit_bracket": Pattern(
        "digit_bracket",
        r"\( ?\d{1,2} ?\)[、.]?|[⑴-⒇]",
        ("(2)体检", "⑵体检", "( 3 )体检"),
        ("(2024)", "(2%)", "2)体检", "(市)"),
        "match",
    ),
    "digit_half_bracket": Pattern(
        "digit_half_bracket",
        r"\d{1,2} ?\)[、.]?",
        ("1)检查", "12)、培训"),
        ("(1)检查", "2024)", "1.5)"),
        "match",
    ),
    "circled": Pattern("circled", "[①-⑳]", ("③体检", "⑫培训"), ("3体检", "(3)体检"), "match"),
}
KINDS = tuple(LABELS)
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_FIRST = frozenset("-第([专重行工任举〇零一二三四五六七八九十百0123456789") | {
    chr(code)
    for first, count in (("㈠", 10), ("⒈", 20), ("⑴", 20), ("①", 20))
    for code in range(ord(first), ord(first) + count)
}
_NUMERALS = re.compile(r"[\d一二三四五六七八九十百〇零 ]+")
_NO_NUMERALS = re.compile(r"[^〇零一二三四五六七八九十百\d]")
_ONE_CHARACTER = (("㈠", 10), ("⒈", 20), ("⑴", 20), ("①", 20))


@dataclass(frozen=True, slots=True)
class Label:
    """A number label: kind, rank (0 is outermost), value, path (``2.1`` of a dotted one), length in characters."""

    kind: str
    rank: int
    value: int
    path: str
    length: int


@cache
def _any_label() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{pattern.words})" for kind, pattern in LABELS.items()))


def han_number(word: str) -> int | None:
    """The value of a Chinese or Arabic number below 1000 (二十三 is 23), None where it is none."""
    if word.isascii() and word.isdigit():
        return int(word)
    total, digit = 0, 0
    for char in word:
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char]
        elif char == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif char == "百" and digit:
            total, digit = total + digit * 100, 0
        else:
            return None
    return total + digit or None


def _value(word: str) -> int | None:
    """The number that a label's text prints."""
    for first, count in _ONE_CHARACTER:
        if ord(first) <= ord(word[0]) < ord(first) + count:
            return ord(word[0]) - ord(first) + 1
    if word[0] == "-" or word[:2] == "(-":  # a dash typed for 一
        return 1
    return han_number(_NO_NUMERALS.sub("", word))


def label_at(folded: str, position: int) -> Label | None:
    """The label that stands at this position, None where none does."""
    if folded[position : position + 1] not in _FIRST:
        return None
    found = _any_label().match(folded, position)
    if found is None or found.lastgroup is None:
        return None
    return _label_of(found.lastgroup, found.group())


@lru_cache(maxsize=4096)
def _label_of(kind: str, word: str) -> Label | None:
    """The label of this kind that these words print, None where they hold no number."""
    length = len(word.rstrip(" "))
    if kind == "dotted":
        return Label(kind, _RANK[kind], int(word.rsplit(".", 1)[1]), word, length)
    value = _value(word)
    return None if value is None else Label(kind, _RANK[kind], value, str(value), length)


def numeral(label: str) -> str:
    """The form of a folded label without its number: (一) and (二) are of one form."""
    return _NUMERALS.sub("#", label)
