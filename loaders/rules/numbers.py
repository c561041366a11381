"""Numbers with their units, as plans print them: 85%, 2~3个, 60万元, 1:1.1, 三家, 百分之八十.

A number is read to its value or refused with a NumberError; nothing is ever guessed. Where a number stands and what
follows it is said with offsets into the text that was given.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from codebooks.quantities import Unit, multipliers, unit_of_form

CHINESE_DIGITS = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
LARGE_PLACES = {"万": 10**4, "亿": 10**8}
# In English text and code a letter beside a digit makes a name (5G, B2C, A4); 5P of computing power is a unit.


class NumberError(ValueError):
    """Characters that look like a number and have no value: 一二百, 十十, 1.2.3."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. ``value_max`` is set for ranges, ``unit`` None where none is printed; ``script`` says
    whether it is printed in digits or Chinese numerals, ``number_end`` where the unit begins."""

    start: int
    number_end: int
    end: int
    value: float
    value_max: float | None
    unit: Unit | None
    script: Literal["digits", "chinese"]
    ratio: bool = False


def chinese_value(words: str) -> int:
    """The value of a Chinese numeral up to 万亿: 三百二十 is 320, 两千 is 2000, 二〇二五 is 2025.

    Raises NumberError where the characters are no well-formed numeral.
    """
    if not words or any(c not in CHINESE_DIGITS and c not in PLACES and c not in LARGE_PLACES for c in words):
        raise NumberError(f"{words!r} is no Chinese numeral")
    if all(c in CHINESE_DIGITS for c in words):
        return _digit_by_digit(words)
    for word, factor in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = words.rpartition(word)
        if found:
            rest = _tail_value(tail, factor) if tail else 0
            return chinese_value(head) * factor + rest if head and word not in head else _refuse(words)
    return _below_ten_thousand(words)


def _refuse(words: str) -> int:
    raise NumberError(f"{words!r} is no well-formed Chinese numeral")


def _digit_by_digit(words: str) -> int:
    if len(words) > 1 and "两" in words:
        return _refuse(words)
    return int("".join(str(CHINESE_DIGITS[c]) for c in words))


def _tail_value(tail: str, above: int) -> int:
    """What follows 万 or 亿; a single digit counts the place just below (一万五 is 15000)."""
    if len(tail) == 1 and tail in CHINESE_DIGITS:
        return CHINESE_DIGITS[tail] * above // 10
    value = chinese_value(tail.removeprefix("零")) if tail.removeprefix("零") else _refuse(tail)
    return value if value < above else _refuse(tail)


def _below_ten_thousand(words: str) -> int:
    total, last, pending = 0, 10**4, None
    for index, c in enumerate(words):
        if c in PLACES:
            if PLACES[c] >= last or (pending is None and not (c == "十" and index == 0)):
                return _refuse(words)
            total, last, pending = total + (pending or 1) * PLACES[c], PLACES[c], None
        elif CHINESE_DIGITS[c] == 0:
            if pending is not None or index in (0, len(words) - 1):
                return _refuse(words)
            last = min(last, 100)
        elif pending is not None:
            return _refuse(words)
        else:
            pending = CHINESE_DIGITS[c]
    if pending is None:
        return total
    after_place = words[-2] in PLACES and words[-2] != "十"
    return total + (pending * PLACES[words[-2]] // 10 if after_place and last == PLACES[words[-2]] else pending)


def digit_value(words: str) -> float:
    """The value of digits in half or full width, with a decimal point or thousands marks. Raises NumberError."""
    plain = words.translate(str.maketrans("．，", ".,"))
    if not re.fullmatch(r"\d+(\.\d+)?|\d{1,3}(,\d{3})+(\.\d+)?", plain):
        raise NumberError(f"{words!r} is no number in digits")
    return float(plain.replace(",", ""))


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(unit_of_form(), key=len, reverse=True)
    unit = "|".join(re.escape(form) + _not_followed_by(unit_of_form()[form].near) for form in forms)
    times = "|".join(sorted((m for m in multipliers() if m not in ("百", "千")), key=len, reverse=True))
    digits = r"\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?(?!\d)|\d+(?:[.．]\d+)?"
    chinese = "[零〇一二两三四五六七八九十百千万亿]"
    dash = r"\s*(?:[-–—―~～－]+|至|到)\s*"
    return re.compile(
        rf"百分之(?P<percent>{chinese}+)"
        rf"|(?P<one>\d+)[:：](?P<n>{digits})(?![:：\d])"
        rf"|(?P<a>{digits})(?P<am>{times})?(?P<au>{unit})?{dash}(?P<b>{digits})(?P<bm>{times})?(?:余|多)?(?P<bu>{unit})"
        rf"|(?P<d>{digits})(?P<dm>{times})?(?:余|多)?(?P<du>{unit})?"
        rf"|(?P<ca>{chinese})(?:至|到|[-–—~～])(?P<cb>{chinese})(?P<cru>{unit})"
        rf"|(?P<c>{chinese}+)(?:余|多)?(?P<cu>{unit})"
    )


def _not_followed_by(words: tuple[str, ...]) -> str:
    return "(?!" + "|".join(map(re.escape, words)) + ")" if words else ""


def quantities(text: str) -> list[Quantity]:
    """Every number of a text: digits with or without unit, Chinese numerals only with a unit; no overlap.

    Chinese characters that make no well-formed numeral are left out; digits inside names (5G, B2C) are not.
    """
    found = []
    for match in _pattern().finditer(text):
        try:
            quantity = _quantity(match)
        except NumberError:
            continue
        if quantity is not None:
            found.append(quantity)
    return _with_the_unit_of_their_list(text, found)


def _with_the_unit_of_their_list(text: str, found: list[Quantity]) -> list[Quantity]:
    """50万、30万、10万元: numbers in 万 or 亿 whose unit of money is printed once, behind the last of the list."""
    for index in range(len(found) - 2, -1, -1):
        one, follower = found[index], found[index + 1]
        shared = follower.unit if follower.unit is not None and follower.unit.kind == "amount" else None
        if (
            one.unit is None
            and text[one.end - 1] in LARGE_PLACES
            and follower.script == one.script
            and text[one.end : follower.start] in ("、", "和", "或", "及")
        ):
            found[index] = replace(one, unit=shared)
    return found


def _quantity(match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    got = match.groupdict()
    if got["percent"]:
        return Quantity(start, end, end, chinese_value(got["percent"]), None, unit_of_form()["%"], "chinese")
    if got["n"]:
        low, high = digit_value(got["one"]), digit_value(got["n"])
        return Quantity(start, end, end, high, None, None, "digits", ratio=True) if low == 1 else None
    if got["b"]:
        low, high = digit_value(got["a"]), digit_value(got["b"])
        after, before = got["bm"], got["am"] or (got["bm"] if not got["au"] or got["au"] == got["bu"] else None)
        value, value_max = _times(low, before), _times(high, after)
        if value >= value_max:
            raise NumberError(f"{match.group()!r} is no range: it does not rise")
        return Quantity(start, match.start("bu"), end, value, value_max, _unit(got["bu"]), "digits")
    if got["d"]:
        number_end = match.start("du") if got["du"] else end
        return Quantity(
            start, number_end, end, _times(digit_value(got["d"]), got["dm"]), None, _unit(got["du"]), "digits"
        )
    if got["ca"]:
        value, value_max = chinese_value(got["ca"]), chinese_value(got["cb"])
        if value >= value_max:
            raise NumberError(f"{match.group()!r} is no range: it does not rise")
        return Quantity(start, match.start("cru"), end, value, value_max, _chinese_unit(got["cru"]), "chinese")
    value = chinese_value(got["c"])
    return Quantity(start, match.start("cu"), end, value, None, _chinese_unit(got["cu"]), "chinese")


def _times(value: float, word: str | None) -> float:
    return round(value * multipliers()[word], 6) if word else value


def _unit(form: str | None) -> Unit | None:
    return unit_of_form()[form] if form else None


def _chinese_unit(form: str) -> Unit:
    """The unit of a Chinese numeral; 三级 is a grade's name. Raises NumberError."""
    unit = unit_of_form()[form]
    if unit.digits_only:
        raise NumberError(f"{form} follows digits alone")
    return unit
