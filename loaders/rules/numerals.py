"""The value of a numeral: Chinese (三百二十, 二〇二五) or digits (1,200.5). It has a value or raises NumberError."""

import re

CHINESE_DIGITS = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
LARGE_PLACES = {"万": 10**4, "亿": 10**8}
FULL_STOPS = str.maketrans("．，", ".,")
DIGITS = re.compile(r"\d+(\.\d+)?|\d{1,3}(,\d{3})+(\.\d+)?")


class NumberError(ValueError):
    """Characters that look like a number and have no value: 一二百, 十十, 1.2.3."""


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
    plain = words.translate(FULL_STOPS)
    if not DIGITS.fullmatch(plain):
        raise NumberError(f"{words!r} is no number in digits")
    return float(plain.replace(",", ""))


def decimal_value(words: str) -> float:
    """The value of a Chinese numeral that may have decimals: 五点五 is 5.5. Raises NumberError."""
    whole, point, rest = words.partition("点")
    decimals = float("0." + "".join(str(CHINESE_DIGITS[c]) for c in rest if c in CHINESE_DIGITS)) if point else 0
    return chinese_value(whole) + decimals
