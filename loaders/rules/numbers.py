"""Numbers with their units, as plans print them: 85%, 2~3个, 60万元, 1:1.1, 三家, 百分之八十, 三分之二, 两成, 翻一番.

A number is read to its value, or it has a fault that says why it has none; nothing is ever guessed. Where a number
stands and what follows it is said with offsets into the text that was given.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from codebooks.quantities import Unit, multipliers, unit_of_form
from loaders.rules.number_words import AFTER_WORDS, BEYOND_HALF, IN_WORDS, NUMERAL, PARTS, PER, RATE_UNITS, RATES, ROUND
from loaders.rules.numerals import (
    CHINESE_DIGITS,
    LARGE_PLACES,
    NumberError,
    chinese_value,
    decimal_value,
    digit_value,
)

__all__ = ["NumberError", "Quantity", "chinese_value", "digit_value", "quantities"]

DIGIT = "[0-9]"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. ``value_max`` is set for ranges, ``unit`` None where none is printed; ``number_end`` is
    where the unit begins, ``script`` whether it is printed in digits, in Chinese numerals or as a part in words
    (三分之二, 翻一番); ``per`` is what it is counted on (10万人口), ``each`` what the unit is for (人·年), ``fault``
    why it has no value."""

    start: int
    number_end: int
    end: int
    value: float
    value_max: float | None
    unit: Unit | None
    script: Literal["digits", "chinese", "part"]
    ratio: bool = False
    per: str | None = None
    each: str | None = None
    fault: str = ""


@cache
def _pattern() -> re.Pattern[str]:
    unit = _units()
    times = "|".join(sorted((m for m in multipliers() if m not in ("百", "千")), key=len, reverse=True))
    digits = r"\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?(?!\d)|\d+(?:[.．]\d+)?"
    chinese = f"[{NUMERAL}]"
    dash = r"(?:[-–—~～]+|至|到)"
    return re.compile(
        rf"{RATES.words}|(?P<to_one>\d*\.\d+)[:：]1(?![:：\d.])|(?P<one>\d+)[:：](?P<n>{digits})(?![:：\d])"
        rf"|(?P<part>[1-9])/(?P<whole>[2-9])(?=[及以左的多])"
        rf"|(?P<a>{digits})(?P<am>{times})?(?P<au>{unit})?{dash}(?P<b>{digits})(?P<bm>{times})?(?:余|多)?(?P<bu>{unit})"
        rf"|(?P<d>{digits})(?P<dm>{times})?(?:余|多)?(?P<du>{unit})?"
        rf"|{PARTS.words}"
        rf"|(?P<ca>{chinese})(?:至|到|[-–—~～])(?P<cb>{chinese})(?P<cru>{unit})"
        rf"|{ROUND.words}"
        rf"|(?P<c>{chinese}{{1,20}})(?:余|多)?(?P<cu>{unit})"
    )


@cache
def _units() -> str:
    """Every printed form of a unit, longest first, where no other word follows."""
    forms = sorted(unit_of_form(), key=len, reverse=True)
    return "|".join(re.escape(form) + _not_followed_by(unit_of_form()[form].near) for form in forms)


@cache
def _other_unit() -> re.Pattern[str]:
    """A second measure word in brackets: 场(次), 套(间)."""
    return re.compile(rf"\((?:{_units()})\)")


def _not_followed_by(words: tuple[str, ...]) -> str:
    return "(?!" + "|".join(map(re.escape, words)) + ")" if words else ""


@cache
def _candidate() -> re.Pattern[str]:
    """Where a number can begin: at a digit, or at a numeral with another one, a unit or part of a number behind it."""
    units = re.escape("".join(sorted({form[0] for form in unit_of_form()})))
    return re.compile(rf"{DIGIT}|{IN_WORDS.words}(?=[{units}]|{AFTER_WORDS.words})|{BEYOND_HALF.words}")


def quantities(text: str) -> list[Quantity]:
    """Every number of a text: digits with or without unit, Chinese numerals only with a unit; no overlap.

    Chinese characters that make no well-formed numeral are left out; digits that have no value have a fault.
    """
    found: list[Quantity] = []
    pattern, reach = _pattern(), 0
    for candidate in _candidate().finditer(text):
        place = candidate.start()
        if place < reach:
            continue
        match = pattern.match(text, place)
        if match is None:
            continue
        reach = match.end()
        try:
            quantity = _quantity(match)
        except NumberError:
            continue
        if quantity.unit is not None:
            quantity = _with_what_follows(text, quantity)
            reach = quantity.end
        found.append(quantity)
    return _with_the_unit_of_their_list(text, found)


def _with_what_follows(text: str, quantity: Quantity) -> Quantity:
    """The same number with a second measure word in brackets and what it is counted on."""
    follows = text[quantity.end : quantity.end + 1]
    if follows == "(" and (other := _other_unit().match(text, quantity.end)):
        return replace(quantity, end=other.end())
    if follows == "/" and (per := PER.re.match(text, quantity.end)):
        return replace(quantity, end=per.end(), per=per["base"], each=per["each"])
    return quantity


def _with_the_unit_of_their_list(text: str, found: list[Quantity]) -> list[Quantity]:
    """50万、30万、10万元, 5个、3个百分点: numbers whose unit is printed once, behind the last of the list."""
    for index in range(len(found) - 2, -1, -1):
        one, follower = found[index], found[index + 1]
        if one.unit is None and follower.unit is not None and follower.unit.kind == "amount":
            joined = text[one.end : follower.start] in ("、", "和", "或", "及")
            if joined and text[one.end - 1] in LARGE_PLACES and follower.script == one.script:
                found[index] = replace(one, unit=follower.unit)
        points = follower.unit is not None and follower.unit.unit == "个百分点"
        if points and one.unit is not None and one.unit.unit == "个" and text[one.end : follower.start] in ("、", "和"):
            found[index] = replace(one, unit=follower.unit)
    return found


def _quantity(match: re.Match[str]) -> Quantity:
    """The number that was found. Raises NumberError for Chinese characters that are no number."""
    start, end = match.span()
    if match["d"]:
        number_end = match.start("du") if match["du"] else end
        value = _times(digit_value(match["d"]), match["dm"])
        return Quantity(start, number_end, end, value, None, _unit(match["du"]), "digits")
    if match["b"]:
        return _range(match)
    if match["to_one"]:
        return Quantity(start, end, end, digit_value(match["to_one"]), None, None, "digits", ratio=True)
    if match["n"]:
        fault = "" if digit_value(match["one"]) == 1 else "no_ratio_to_one"
        return Quantity(start, end, end, digit_value(match["n"]), None, None, "digits", ratio=True, fault=fault)
    if match["c"] or match["cb"] or match["round"]:
        return _chinese(match)
    return _rate(match) if match["rated"] else _part(match)


def _rate(match: re.Match[str]) -> Quantity:
    """千分之三, 万分之五 in thousandths; 十万分之九 in so many of 100 000."""
    unit, divided = RATE_UNITS[match["rated"]]
    words = match["rate"]
    value = (digit_value(words) if words[0].isdecimal() else decimal_value(words)) / divided
    return Quantity(match.start(), match.end(), match.end(), round(value, 6), None, _unit(unit), "part")


def _part(match: re.Match[str]) -> Quantity:
    """百分之八十, 三分之二, 两成, 一半 as percent; 翻一番 as so many times."""
    start, end = match.span()
    if match["doubled"] is not None:
        times = 2.0 ** CHINESE_DIGITS.get(match["doubled"] or "一", 1)
        return Quantity(start, end, end, times, None, _unit("倍"), "part")
    if match["percent"]:
        value = decimal_value(match["percent"])
    elif match["below"]:
        value = 100 * chinese_value(match["above"]) / chinese_value(match["below"])
    elif match["whole"]:
        value = 100 * int(match["part"]) / int(match["whole"])
    elif match["tenths"]:
        value = chinese_value(match["tenths"]) * 10 + (5 if match["half"] else 0)
    else:
        value = 50
    if value > 100:
        raise NumberError(f"{match.group()!r} is no part of a whole")
    return Quantity(start, end, end, round(value, 2), None, _unit("%"), "part")


def _range(match: re.Match[str]) -> Quantity:
    low, high = digit_value(match["a"]), digit_value(match["b"])
    after, before = match["bm"], match["am"] or (match["bm"] if not match["au"] or match["au"] == match["bu"] else None)
    value, value_max = _times(low, before), _times(high, after)
    start, end, unit = match.start(), match.end(), _unit(match["bu"])
    fault = "" if value < value_max else "range_that_does_not_rise"
    return Quantity(start, match.start("bu"), end, value, None if fault else value_max, unit, "digits", fault=fault)


def _chinese(match: re.Match[str]) -> Quantity:
    """A Chinese numeral with its unit; two digits in rising order are a range (三五个, 两三家)."""
    start, end = match.span()
    if match["round"]:
        value = {**LARGE_PLACES, "百": 100, "千": 1000}[match["round"]]
        return Quantity(start, start + 1, end, value, None, _chinese_unit(match["ru"]), "chinese")
    if match["cb"]:
        low, high = chinese_value(match["ca"]), chinese_value(match["cb"])
        if low >= high:
            raise NumberError(f"{match.group()!r} is no range: it does not rise")
        return Quantity(start, match.start("cru"), end, low, high, _chinese_unit(match["cru"]), "chinese")
    words, unit, number_end = match["c"], _chinese_unit(match["cu"]), match.start("cu")
    digits = [CHINESE_DIGITS[c] for c in words if c in CHINESE_DIGITS]
    if len(words) == 2 and len(digits) == 2 and 0 < digits[0] < digits[1] and unit.kind != "amount":
        return Quantity(start, number_end, end, digits[0], digits[1], unit, "chinese")
    return Quantity(start, number_end, end, chinese_value(words), None, unit, "chinese")


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
