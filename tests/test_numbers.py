"""Numbers as plans print them: values, ranges, units, and what is refused."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.rules.numbers import NumberError, chinese_value, digit_value, quantities

FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
DIGITS = "零一二三四五六七八九"
PLACES = ((1000, "千"), (100, "百"), (10, "十"))


def chinese(number: int) -> str:
    """A number below 10**12 in Chinese numerals, as it is written out in full."""
    if number == 0:
        return "零"
    parts: list[str] = []
    for factor, word in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, factor)
        if part:
            zero = "零" if parts and part < 1000 else ""
            parts.append(zero + below_ten_thousand(part) + word)
        elif parts and number and word:
            parts.append("")
    return "".join(parts)


def below_ten_thousand(number: int) -> str:
    written, gap = "", False
    for place, word in PLACES:
        digit, number = divmod(number, place)
        if digit:
            written += ("零" if gap else "") + DIGITS[digit] + word
            gap = False
        elif written and number:
            gap = True
    return written + (("零" if gap else "") + DIGITS[number] if number else "")


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_chinese_numeral_has_the_value_it_was_written_from(number: int) -> None:
    assert chinese_value(chinese(number)) == number


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_digits_of_either_width_have_one_value(whole: int, part: int) -> None:
    for words in (f"{whole}.{part:02d}", f"{whole:,}.{part:02d}"):
        assert digit_value(words) == digit_value(words.translate(FULL_WIDTH)) == float(f"{whole}.{part:02d}")


@given(st.integers(min_value=1, max_value=9999), st.sampled_from([("万", 10**4), ("亿", 10**8), ("", 1)]))
def test_multipliers_are_multiplied_out_and_the_unit_stays(number: int, times: tuple[str, int]) -> None:
    word, factor = times
    (found,) = quantities(f"投入{number}{word}元")
    assert (found.value, found.unit and found.unit.unit) == (number * factor, "元")


@given(st.integers(min_value=0, max_value=500), st.integers(min_value=1, max_value=500), st.sampled_from("-—–~～至"))
def test_a_range_has_both_ends(low: int, more: int, dash: str) -> None:
    (found,) = quantities(f"建设{low}{dash}{low + more}个中心")
    assert (found.value, found.value_max) == (low, low + more)


@given(st.text(alphabet="零一二三十百千万亿两1２.,，:%％个家元年第每-~ 至", max_size=14))
def test_every_quantity_lies_in_its_text_and_none_overlap(text: str) -> None:
    found = quantities(text)
    assert all(0 <= q.start < q.number_end <= q.end <= len(text) for q in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(q.value_max is None or q.value < q.value_max for q in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("达到85%以上", [(85, None, "%")]),
        ("2～3个中心", [(2, 3, "个")]),
        ("百分之八十以上", [(80, None, "%")]),
        ("医护比达1:1.1以上", [(1.1, None, ":")]),
        ("医护比1：2", [(2, None, ":")]),
        ("两个集团和一百零五所学校", [(2, None, "个"), (105, None, "所")]),
        ("两至三家", [(2, 3, "家")]),
        ("达到80万以上", [(800000, None, "")]),
        ("1.5亿元", [(150000000, None, "元")]),
        ("60万、40万或20万元", [(600000, None, "元"), (400000, None, "元"), (200000, None, "元")]),
        ("60万,20万元", [(600000, None, ""), (200000, None, "元")]),
        ("60万、20万人", [(600000, None, ""), (200000, None, "人")]),
        ("60、20万元", [(60, None, ""), (200000, None, "元")]),
        ("6类10项以上", [(6, None, "类"), (10, None, "项")]),
        ("控制在7‰以内", [(7, None, "‰")]),
        ("10,000人次", [(10000, None, "人次")]),
        ("三级医院、统一部署、一般病房", []),
    ],
)
def test_numbers_are_read_with_their_units(text: str, expected: list[tuple[float, float | None, str]]) -> None:
    found = [(q.value, q.value_max, q.unit.unit if q.unit else ":" if q.ratio else "") for q in quantities(text)]
    assert found == expected


@pytest.mark.parametrize("words", ["", "十十", "一二百", "百", "万", "二万三万", "两二", "甲"])
def test_what_is_no_chinese_numeral_is_refused(words: str) -> None:
    with pytest.raises(NumberError):
        chinese_value(words)


@pytest.mark.parametrize("words", ["", "1.2.3", "1,23", "二", "."])
def test_what_is_no_number_in_digits_is_refused(words: str) -> None:
    with pytest.raises(NumberError):
        digit_value(words)
