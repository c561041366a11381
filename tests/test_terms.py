"""Words by jieba in Rust are those of jieba itself; the line that assigns a measure is none of its words."""

import logging
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import plan

from loaders.terms import terms, without_assignment, words

PIECES = [
    "医疗卫生机构",
    "健康",
    "促进",
    "服务",
    "紧密型",
    "县域医共体",
    "建设",
    "2025年",
    "达到",
    "65%",
    "DRG",
    "AI+OPC",
    "按病种分值付费",
    "、",
    "。",
    "，",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "\n",
    "〔2024〕",
    "的",
    "和",
    "中医药",
    "传承创新",
    "财政局",
    "牵头",
    "负责",
    "三明医改",
    "每千人口",
    "3.5张",
    "床位",
    "南水北调",
    "人工智能",
    "A-1",
    "AI1.0",
    "v2.0.1",
    "COVID-19",
    "a_b",
    "1.5T",
    "恤",
    "卡拉OK",
    "5G",
    "卫健委",
    "一体化",
    "的士",
]


@cache
def jiebas() -> Callable[[str], list[str]]:
    """What jieba itself cuts a text into."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        import jieba  # noqa: PLC0415 - warns when Python first compiles it

    jieba.setLogLevel(logging.CRITICAL)
    cut: Callable[[str], list[str]] = jieba.lcut_for_search
    return cut


def kept(found: list[str]) -> list[str]:
    """Words of at least two characters with a letter."""
    return [word for word in found if len(word) > 1 and word.replace("_", "").isalnum() and not word.isdecimal()]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.text(max_size=20))
def test_words_are_those_of_jieba(pieces: list[str], anything: str) -> None:
    text = "".join(pieces) + anything
    assert words(text) == kept(jiebas()(text.lower()))


def test_words_of_real_texts_are_those_of_jieba(corpus: Path, samples: Path) -> None:
    for file in sorted([*corpus.glob("*.txt"), *samples.glob("*.txt"), *samples.glob("*.md")]):
        text = file.read_text(encoding="utf-8")
        assert words(text) == kept(jiebas()(text.lower())), file.name


def test_terms_are_sorted_words_with_counts_and_no_numbers() -> None:
    found = terms(plan("绍兴市", "浙江省"))
    assert list(found) == sorted(found) and found["健康"] > 1
    assert not any(word.isdecimal() or len(word) < 2 for word in found)


@pytest.mark.parametrize(
    ("text", "kept_words"),
    [
        ("做好服务。(责任单位:市甲局)", "做好服务。"),
        ("做好服务。\n牵头单位: 市甲局", "做好服务。\n"),
        ("做好服务。(市甲局负责)", "做好服务。"),
        ("明确责任,市甲局", "明确责任,"),
    ],
)
def test_the_line_that_assigns_a_measure_is_left_out(text: str, kept_words: str) -> None:
    assert without_assignment(text, 0, len(text), text.index("市甲局")).strip() == kept_words.strip()
    assert without_assignment(text, 0, len(text), None) == text
