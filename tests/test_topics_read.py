"""Mentions of topics in whole invented plans: headings above, own headings, sentences, plans of other fields."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from graph.facts import PlanFacts
from loaders.facts import facts_of
from loaders.fold import fold
from loaders.plan import Source
from loaders.reading import plan_of

HEALTH = """某市卫生健康工作方案

一、加强基层服务

(一)做实家庭医生签约服务。完善签约服务费政策。组建全科医生队伍,推广中医药适宜技术,强化用药指导。(责任单位:市卫生健康委、市中医药管理局)

(二)完善人才培养机制。依托县级医疗集团开展进修培训。

二、保障措施

(一)加强组织领导。明确分工。
"""
OTHER = """某市产业园区工作方案

一、主要任务

(一)完善人才培养机制。开展进修学习,扩大宣传引导。

(二)建设厂房。改造三座厂房。

(三)加强组织领导。明确分工。
"""


def read(text: str) -> PlanFacts:
    source = Source(name="plan.txt", format="text", text=text, folded=fold(text), sha256="0" * 64)
    return facts_of(plan_of(source, city="绍兴市"), "plan")


def places(facts: PlanFacts) -> set[tuple[str, str, str]]:
    return {(one.measure.split("/")[1], one.lever or one.topic, one.where) for one in facts.topics if not one.weak}


def test_each_mention_has_its_place() -> None:
    found = places(read(HEALTH))
    assert {
        ("1.1", "signing", "heading"),
        ("1.1", "signing_funds", "first"),
        ("1.1", "general_practitioners", "sentence"),
        ("1.1", "tcm_techniques", "clause"),
        ("1.2", "staff_training", "heading"),
        ("1.2", "county_consortium", "passing"),
        ("2.1", "leadership", "heading"),
    } <= found
    assert not any(lever == "tcm_services" for _, lever, _ in found), "a bureau of the closing line is no mention"


def test_a_place_holds_the_words_it_quotes() -> None:
    facts = read(HEALTH)
    assert facts.topics
    assert all(HEALTH[one.start : one.end] == one.quote for one in facts.topics)
    assert all(first.start <= second.start for first, second in pairwise(facts.topics))


def test_words_of_any_field_count_in_plans_about_health_alone() -> None:
    assert ("1.2", "staff_training", "heading") in places(read(HEALTH))
    assert places(read(OTHER)) == set()


def test_a_heading_above_is_a_place_of_each_measure_below() -> None:
    text = HEALTH.replace("加强基层服务", "推进紧密型县域医共体建设")
    found = {(measure, where) for measure, lever, where in places(read(text)) if lever == "county_consortium"}
    assert {("1.1", "parent"), ("1.2", "parent")} <= found
    assert ("2.1", "parent") not in found


@pytest.mark.parametrize(("times", "count"), [(1, 1), (3, 3)])
def test_sentences_are_counted(times: int, count: int) -> None:
    text = HEALTH.replace("组建全科医生队伍", "组建全科医生队伍。" * (times - 1) + "组建全科医生队伍")
    found = [one for one in read(text).topics if one.lever == "general_practitioners" and one.where == "sentence"]
    assert [one.count for one in found] == [count]


def test_judged_topics_and_headings_are_of_the_codebook() -> None:
    from codebooks.topics import topics  # noqa: PLC0415

    folder = Path(__file__).parent / "judged"
    known = {*topics().topics, None}
    judged = json.loads((folder / "topics.json").read_text(encoding="utf-8"))["measures"]
    assert len(judged) == 80
    assert {key for one in judged for key in (one["primary"], *one["also"])} <= known
    lines = [line.split("\t") for line in (folder / "headings.tsv").read_text(encoding="utf-8").splitlines()]
    assert {key for line in lines if not line[0].startswith("#") for key in line[1:]} <= known
