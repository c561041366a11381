"""Benchmarks: commitments to a line that is no number, read of our own sentences, and what is none."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts import Benchmark
from loaders.rules import benchmarks
from tests.test_targets import plan

KEYS = ("indicator", "scope", "kind", "area", "comparator")
Expected = tuple[str, str | None, str, str, str]


def read(text: str) -> list[Benchmark]:
    return benchmarks.read(plan(text)).found


READ: list[tuple[str, list[Expected]]] = [
    ("健康素养水平高于全国平均水平。", [("健康素养水平", None, "average", "nation", ">=")]),
    ("到2027年,婴儿死亡率低于全省平均水平。", [("婴儿死亡率", None, "average", "province", "<=")]),
    ("推动全市抗菌药物使用强度降至全国平均水平。", [("抗菌药物使用强度", "全市", "average", "nation", "<=")]),
    (
        "日间手术占比、微创手术占比和平均住院日达到国家绩效考核中位值以上。",
        [
            ("日间手术占比", None, "median", "nation", ">="),
            ("微创手术占比", None, "median", "nation", ">="),
            ("平均住院日", None, "median", "nation", ">="),
        ],
    ),
    ("三级医院四级手术占比提升到国考中位数以上。", [("四级手术占比", "三级医院", "median", "nation", ">=")]),
    (
        "护理科室人员收入不低于所在单位人员平均工资水平,建立津贴制度。",
        [("护理科室人员收入", None, "average", "other", ">=")],
    ),
    ("综合医改成效进入全省前列。", [("综合医改成效", None, "rank", "province", ">=")]),
    ("某市第一医院力争进入全国百强。", [("某市第一医院", None, "rank", "nation", ">=")]),
    ("医疗服务质量达到国内先进水平。", [("医疗服务质量", None, "level", "nation", ">=")]),
    ("次均费用控制在同类城市平均水平以下。", [("次均费用", None, "average", "other", "<=")]),
    ("加强用药管理,提高处方合格率,达到全国平均水平。", [("处方合格率", None, "average", "nation", ">=")]),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_a_line_in_the_place_of_a_number_is_a_benchmark(text: str, expected: list[Expected]) -> None:
    found = read(text)
    assert [tuple(getattr(one, key) for key in KEYS) for one in found] == expected
    for one in found:
        assert text[one.start : one.end] == one.quote and one.quote.startswith((one.scope or "") + one.indicator[:2])
        assert one.line in one.quote and one.rule == f"benchmark_{one.kind}"


NONE = [
    "在未达到全省平均水平前,逐步增加投入。",
    "达到全国平均水平的县(市、区)给予奖励。",
    "对低于全市平均水平的单位进行约谈。",
    "健康素养水平已高于全国平均水平。",
    "提高平均水平。",
    "健康素养水平达到30%。",
    "各项工作走在前面。",
    "引进国内先进技术。",
]


@pytest.mark.parametrize("text", NONE)
def test_a_condition_a_description_or_a_number_is_none(text: str) -> None:
    assert read(text) == []


def test_the_year_and_the_indicator_of_the_codebook_are_told() -> None:
    (one,) = read("到2027年,居民健康素养水平高于全省平均水平。")
    assert (one.deadline, one.indicator_key, one.line) == (2027, "health_literacy", "全省平均水平")


def test_what_is_reached_already_is_none() -> None:
    text = "婴儿死亡率低于全国平均水平。"
    assert benchmarks.read(plan(text, kind="goal")).found
    goals = plan(text, kind="goal")
    state = replace(goals.sections[0], title="发展基础")
    assert benchmarks.read(replace(goals, sections=(state,))).found == []


@pytest.mark.parametrize("words", ["达到全国平均水平", "率、率和", "进入医院达到", "不低于"])
def test_a_sentence_that_repeats_itself_is_read_in_time_that_grows_with_its_length(words: str) -> None:
    began = time.perf_counter()
    found = read(words * 10_000 + "达到全国平均水平。")
    assert time.perf_counter() - began < 5
    assert all(len(one.indicator) <= benchmarks.LONGEST for one in found)


@given(st.text(alphabet="达到高于平均水中位值全国省,。、率占比未前的12", max_size=60))
def test_any_text_is_read_and_every_quote_stands_in_it(text: str) -> None:
    for one in read(text):
        assert text[one.start : one.end] == one.quote
