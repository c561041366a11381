"""Numbers as an automatic list prints them: Chinese numerals, enclosed digits, letters and Roman numerals."""

from collections.abc import Callable

_HAN = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def han(number: int) -> str:
    """A number below 10,000 in Chinese numerals (21 is ``二十一``, 105 is ``一百零五``), others in digits."""
    words = _grouped(number, _HAN, "十百千")
    return words[1:] if words.startswith("一十") else words


def printed(number: int, form: str) -> str:
    """A number in a form of Word (``chineseCounting``, ``decimalEnclosedCircle`` …); digits where it is unknown."""
    write = _FORMS.get(form)
    return write(number) if write and number > 0 else str(number)


def _grouped(number: int, digits: str, units: str) -> str:
    if not 0 < number < 10_000:
        return str(number)
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += (digits[0] if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = digit == 0 and words != ""
    return words


def _formal(number: int) -> str:
    return _grouped(number, _FORMAL, "拾佰仟")


def _digit_by_digit(number: int) -> str:
    return "".join("〇" if digit == "0" else _HAN[int(digit)] for digit in str(number))


def _from(first: str, count: int) -> Callable[[int], str]:
    """Characters that follow one another in Unicode (① ② …); digits beyond them."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else str(number)


def _of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)]


def _letters(number: int) -> str:
    """a … z, aa, bb …, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 10)


def _roman(number: int) -> str:
    if number >= 5000:
        return str(number)
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words


_FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "taiwaneseCounting": han,
    "taiwaneseCountingThousand": han,
    "japaneseCounting": han,
    "koreanCounting": han,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + i: 0xFF10 + i for i in range(10)}),
    "decimalFullWidth2": lambda number: str(number).translate({ord("0") + i: 0xFF10 + i for i in range(10)}),
    "decimalZero": lambda number: f"{number:02}",
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "ideographEnclosedCircle": _from("㈠", 10),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
