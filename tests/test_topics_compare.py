"""What a measure is about follows from where its topics stand, and is counted for each city."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.topics import headings
from bench.topics import measures as figures
from chengce.library import published
from codebooks.topics import topics
from compare.topics import city_topics, measure_topics, points
from graph.facts import PlanFacts, TopicMention
from tests.conftest import ROOT
from tests.graph_invented import measure
from tests.graph_invented import plan as invented


def mention(topic: str, where: str, start: int = 0, *, weak: bool = False, count: int = 1) -> TopicMention:
    return TopicMention.model_validate(
        {"measure": "d/1", "topic": topic, "lever": None, "where": where, "weak": weak, "count": count, "quote": "某",
         "start": start, "end": start + 1, "rule": "t"}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([mention("pay", "heading"), mention("blood", "first"), mention("blood", "sentence", count=3)], "pay"),
        ([mention("pay", "passing", count=2), mention("blood", "first")], "blood"),
        ([mention("pay", "parent"), mention("blood", "first", 5)], "blood"),
        ([mention("pay", "heading", 9), mention("blood", "heading", 4)], "blood"),
        ([mention("pay", "heading", weak=True), mention("blood", "first")], "blood"),
        ([mention("pay", "heading", weak=True)], "pay"),
        ([mention("pay", "passing", count=3)], None),
        ([], None),
    ],
)
def test_the_primary_topic(mentions: Sequence[TopicMention], expected: str | None) -> None:
    (fact,) = measure_topics([plan(mentions)])
    assert fact.primary == expected
    assert (fact.reason is None) == (expected is not None)


def test_a_word_in_passing_makes_no_further_topic() -> None:
    mentions = [mention("pay", "heading"), mention("blood", "passing"), mention("ageing", "sentence")]
    (fact,) = measure_topics([plan(mentions)])
    assert [(one.topic, one.primary) for one in fact.topics] == [("pay", True), ("ageing", False)]
    assert fact.passing == ["blood"]
    assert round(sum(one.share for one in fact.topics), 3) == 0.958


@given(st.permutations([mention("pay", "first", 3), mention("blood", "sentence", 9), mention("pay", "passing", 20)]))
def test_points_do_not_depend_on_the_order(mentions: list[TopicMention]) -> None:
    assert points(mentions) == {"blood": 1.5, "pay": 3.5}


def test_a_city_has_a_cell_for_each_field_and_topic() -> None:
    plans = [plan([mention("pay", "heading"), mention("blood", "passing")])]
    rows = {row.topic: row for row in city_topics(plans, measure_topics(plans), {})}
    assert set(rows) == {*topics().fields, *topics().topics}
    pay, blood, field = rows["pay"], rows["blood"], rows["workforce_science"]
    assert (pay.status, pay.measures, pay.primary, pay.per_ten_measures) == ("present", 1, 1, 10.0)
    assert (field.status, field.measures) == ("present", 1)
    assert (blood.status, blood.measures, blood.passing, blood.reason) == ("silent", 0, 1, "silent")


def plan(mentions: Sequence[TopicMention]) -> PlanFacts:
    """A plan with one measure, which has these mentions."""
    return invented(measures=[measure("1", 100)], topics=list(mentions))


def test_the_judged_topics_are_given(corpus: Path) -> None:
    del corpus  # skips where the texts are not here
    found = figures()
    assert found.read >= 60
    assert found.as_judged >= 0.9 * found.read, found.misses


def test_the_judged_headings_are_given() -> None:
    found = headings()
    assert found.as_judged >= 0.9 * found.read, found.misses


@pytest.fixture(scope="module")
def described() -> tuple[str, list[PlanFacts]]:
    return (ROOT / "docs" / "comparing" / "topics.md").read_text(encoding="utf-8"), published()


def test_the_table_of_fields_is_the_answer(described: tuple[str, list[PlanFacts]]) -> None:
    text, plans = described
    rows = {(row.topic, row.city): row for row in city_topics(plans, measure_topics(plans), {})}
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")
    ]
    cities = next(line[1:] for line in lines if line[0] == "field")
    printed = {
        (line[0].split("`")[1], city): cell
        for line in lines
        if len(line) == len(cities) + 1 and "`" in line[0]
        for city, cell in zip(cities, line[1:], strict=True)
    }
    assert {key for key, _ in printed} == set(topics().fields)
    assert printed == {key: f"{rows[key].measures} ({rows[key].per_ten_measures:.1f})" for key in printed}


def test_the_worked_measure_is_as_described(described: tuple[str, list[PlanFacts]]) -> None:
    text, plans = described
    fact = next(one for one in measure_topics(plans) if (one.plan, one.measure) == ("datong", "d/3.2.8"))
    names = {topic.key: topic.zh for topic in topics().topics.values()}
    for one in fact.topics[:3]:
        line = next(line for line in text.splitlines() if line.startswith(f"| {names[one.topic]}"))
        assert f"| {one.score} | {one.place} |" in line
        assert line.split("|")[4].strip() == ", ".join(f"`{lever}`" for lever in one.levers)
