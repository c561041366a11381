"""Number labels at the head of a line: 第一章, 一、, (一), 1., (1), ① and their kin, with rank and value.

Patterns work on folded text, so full and half width are one. A label is a candidate only: the outline decides whether
its number goes on from the ones before it.
"""

import re
from dataclasses import dataclass

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_HAN = "[〇零一二三四五六七八九十百]"
# Kinds of labels from the outermost to the innermost; the index is the rank.
KINDS = ("part", "chapter", "section", "article", "han", "han_bracket", "digit", "dotted", "digit_bracket", "circled")
_PATTERN = re.compile(
    rf"(?P<part>第{_HAN}{{1,5}}(?:编|部分)(?=[ 、:.]|[^ ]{{2}}))"
    rf"|(?P<chapter>第(?:{_HAN}{{1,5}}|\d{{1,2}})章)"
    rf"|(?P<section>第(?:{_HAN}{{1,5}}|\d{{1,2}})节)"
    rf"|(?P<article>第(?:{_HAN}{{1,6}}|\d{{1,3}})条(?![第款例、,规至和]))"
    rf"|(?P<han>{_HAN}{{1,5}} ?[、.](?! ?{_HAN}{{1,3}}[、级类等]))"
    rf"|(?P<han_bracket>\({_HAN}{{1,5}}\)[、.]?|[㈠-㈩]、?)"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3}(?=[ .、]{1,3}[^\d\W]))"
    r"|(?P<digit>\d{1,3} ?(?:[.、](?![\d%])|\.、)|[⒈-⒛])"
    r"|(?P<digit_bracket>\(\d{1,2}\)[、.]?|\d{1,2}\)|[⑴-⒇])"
    r"|(?P<circled>[①-⑳])"
)
_NUMERALS = re.compile(r"[\d一二三四五六七八九十百〇零 ]+")
_ONE_CHARACTER = (("㈠", 10), ("⒈", 20), ("⑴", 20), ("①", 20))


@dataclass(frozen=True, slots=True)
class Label:
    """A number label: its kind, rank (0 is outermost), value, and length in characters."""

    kind: str
    rank: int
    value: int
    path: str
    length: int


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
    return han_number(re.sub(r"[^〇零一二三四五六七八九十百\d]", "", word))


def label_at(folded: str, position: int) -> Label | None:
    """The label that stands at this position, None where none does."""
    found = _PATTERN.match(folded, position)
    if found is None or found.lastgroup is None:
        return None
    kind, word = found.lastgroup, found.group()
    if kind == "dotted":
        return Label(kind, KINDS.index(kind), int(word.rsplit(".", 1)[1]), word, len(word))
    value = _value(word)
    return None if value is None else Label(kind, KINDS.index(kind), value, str(value), len(word))


def numeral(label: str) -> str:
    """The form of a folded label without its number: (一) and (二) are of one form."""
    return _NUMERALS.sub("#", label)
