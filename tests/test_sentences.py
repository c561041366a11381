"""The words of a measure by heading and sentence, each with its place; its responsibility line is none of them."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import plan as written

from graph.facts import Measure
from loaders.facts import facts_of
from loaders.fold import fold
from loaders.plan import Source
from loaders.reading import plan_of
from loaders.terms import words

BROKEN = "到2025年,县级医院全部按照标准建设完成急诊急救中\n心"
TASKS = "某市健康工作方案\n一、主要任务\n(一)办好医院。{}\n(二)改善服务。优化流程。\n"


def first_measure(text: str) -> Measure:
    source = Source(name="plan.txt", format="text", text=text, folded=fold(text), sha256="0" * 64)
    return facts_of(plan_of(source, city="绍兴市"), "plan").measures[0]


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("建设中心。开展培训。", ["建设中心", "开展培训"]),
        ("建设中心；开展培训！", ["建设中心", "开展培训"]),
        ("建设中心,开展培训。", ["建设中心,开展培训"]),
        ("建设中心。(责任单位:市卫生健康委)", ["建设中心"]),
        ("建设中心。\n责任单位:市卫生健康委、市财政局", ["建设中心"]),
        (f"{BROKEN}。开展培训。", [BROKEN, "开展培训"]),
    ],
)  # fmt: skip
def test_sentences_have_the_place_of_their_words(body: str, sentences: list[str]) -> None:
    text = TASKS.format(body)
    measure = first_measure(text)
    assert [text[each.start : each.end] for each in measure.sentences] == sentences
    for each, sentence in zip(measure.sentences, sentences, strict=True):
        assert each.terms == sorted(set(words(fold(sentence).replace("\n", ""))))
    assert measure.heading == ["办好", "医院"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["建设中心", "开展培训", "。", ";", ",", "\n", "(责任单位:市卫生健康委)"]), max_size=8))
def test_terms_are_those_of_heading_and_sentences(pieces: list[str]) -> None:
    measure = first_measure(TASKS.format("".join(pieces)))
    together = Counter(measure.heading)
    for each in measure.sentences:
        assert each.terms == sorted(each.terms) and measure.start <= each.start < each.end <= measure.end
        together.update(each.terms)
    assert set(together) == set(measure.terms)


def test_a_whole_plan() -> None:
    text = written("绍兴市", "浙江省")
    source = Source(name="plan.txt", format="text", text=text, folded=fold(text), sha256="0" * 64)
    measures = facts_of(plan_of(source, city="绍兴市"), "plan").measures
    assert [len(each.sentences) for each in measures] == [1, 1, 1, 1]
    assert measures[0].heading == sorted(set(words(measures[0].title)))
