"""What the questions on who does it answer, over four invented cities: one prints leads, one names bodies in an order,
one prints no line, and one has the sections of a single body."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chengce.errors import UserError
from chengce.export import institutions
from chengce.library import Library, build
from graph import open_store
from graph.facts import PlanFacts, TopicMention
from graph.model import Graph
from tests.duty_plans import duties

TOPICS = {"d/1": "service_prices", "d/2": "service_prices", "d/3": "surveillance"}


def about(lines: dict[str, str]) -> list[TopicMention]:
    """The topics that the measures' headings name."""
    return [
        TopicMention(
            measure=line, topic=TOPICS[line], lever=None, where="heading", weak=False, count=1, quote="价格",
            start=10 * at, end=10 * at + 2, rule="test",
        )
        for at, line in enumerate(lines) if line in TOPICS
    ]  # fmt: skip


def city(name: str, lines: dict[str, str]) -> PlanFacts:
    return duties(lines, name, topics=about(lines))


LED = {
    "d/1": "医保局/medical_insurance* 财政局/finance",
    "d/2": "医保局/medical_insurance 各部门+",
    "d/3": "卫健委/health*",
}
ORDERED = {"d/1": "审批局/administrative_approval… 医保局/medical_insurance…", "d/3": "卫健委/health 税务局/tax"}
PLANS = [
    city("甲市", LED),
    city("乙市", ORDERED),
    city("丙市", {"d/1": ""}),
    city("丁市", {"d/1": "规划财务科=planning_finance/finance*", "d/3": "疾控科=disease_control/disease_control*"}),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(open_store(str(tmp_path_factory.mktemp("store") / "four"), rebuild=build)) as found:
        found.put(PLANS)
        yield found


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build(PLANS)


def rows(library: Library, question: str, **params: object) -> dict[str, dict[str, Any]]:
    """The rows of a question by city."""
    return {row["city"]: row for row in library.ask(question, limit=1000, **params).rows}


def test_who_leads_says_what_a_lead_rests_on_and_why_there_is_none(library: Library) -> None:
    found = rows(library, "who_leads", function="medical_insurance")
    assert {name: (row["basis"], row["status"], row["reason"]) for name, row in found.items()} == {
        "甲市": ("lead", "present", None), "乙市": ("none_printed", "silent", "none_in_front"),
        "丙市": ("no_lines", "out_of_scope", "no_responsibility_lines"),
        "丁市": ("no_lines", "out_of_scope", "one_body"),
    }  # fmt: skip
    assert [len(found["甲市"][part]) for part in ("leads", "first_named", "evidence")] == [1, 1, 2]
    assert all((row["reason"] is None) == (row["reason_text"] is None) for row in found.values())


def test_a_department_that_leads_is_flagged(library: Library) -> None:
    found = rows(library, "who_leads", function="disease_control")
    assert (found["丁市"]["inside_body"], found["丁市"]["status"]) == (True, "out_of_scope")
    assert [one["inside_body"] for one in found["丁市"]["leads"]] == [True]
    assert found["甲市"]["reason"] == "not_named" and not found["甲市"]["inside_body"]


@pytest.mark.parametrize("topic", ["service_prices", "insurance"])
def test_who_does_a_topic_or_its_field(library: Library, topic: str) -> None:
    found = rows(library, "who_does", topic=topic)
    parts = ("leads", "first_named", "also_named", "supports")
    said = {name: [[one["institution"][2:] for one in row[part]] for part in parts] for name, row in found.items()}
    assert said["甲市"] == [["医保局"], ["医保局"], [], ["财政局"]]
    assert said["乙市"] == [[], ["审批局"], ["医保局"], []]
    assert said["丁市"] == [["规划财务科"], [], [], []]
    assert {name: (row["status"], row["reason"], row["measures"]) for name, row in found.items()} == {
        "甲市": ("present", None, 2), "乙市": ("present", None, 1),
        "丙市": ("out_of_scope", "no_responsibility_lines", 1), "丁市": ("out_of_scope", "one_body", 1),
    }  # fmt: skip
    assert len(found["甲市"]["evidence"]) == 2 and found["丁市"]["leads"][0]["inside_body"]


def test_who_does_says_why_a_cell_is_empty(library: Library) -> None:
    alone = rows(library, "who_does", topic="surveillance", function="tax")
    assert (alone["甲市"]["reason"], alone["乙市"]["status"]) == ("not_named", "present")
    none = rows(library, "who_does", topic="family_doctors")
    assert none["甲市"]["status"] in ("silent", "out_of_scope") and none["甲市"]["reason_text"]


def test_leading_is_not_measured_on_few_leads(library: Library) -> None:
    found = {(row["city"], row["basis"]): row for row in library.ask("leading_concentration").rows}
    assert {key: row["reason"] for key, row in found.items() if key[1] == "lead"} == {
        ("甲市", "lead"): "too_few", ("乙市", "lead"): "no_leads", ("丙市", "lead"): "no_responsibility_lines",
        ("丁市", "lead"): "one_body",
    }  # fmt: skip
    assert found["甲市", "lead"]["led"] == 2 and found["甲市", "lead"]["hhi"] is None


def test_every_city_has_every_network_measure_or_a_reason(library: Library) -> None:
    found = library.ask("network_measures", limit=1000).rows
    assert len(found) == 4 * 4
    assert all((row["value"] is None) and row["reason"] and row["reason_text"] for row in found)


def test_missing_functions_have_their_chance(library: Library) -> None:
    found = library.ask("missing_functions", least=1).rows
    assert {(row["city"], row["function"], row["reason"]) for row in found} == {
        ("甲市", "administrative_approval", "not_named"), ("甲市", "tax", "not_named"),
        ("乙市", "finance", "not_named"),
        ("丙市", None, "no_responsibility_lines"), ("丁市", None, "one_body"),
    }  # fmt: skip
    assert {row["by_chance"] for row in found if row["city"] == "甲市"} == {0.125}
    assert [row["status"] for row in library.ask("missing_functions", city="甲市").rows] == ["present"]


def test_two_cities_are_compared_by_the_functions_that_both_name(library: Library) -> None:
    found = {frozenset((row["first"], row["second"])): row for row in library.ask("network_overlap").rows}
    assert len(found) == 6
    both = found[frozenset(("甲市", "乙市"))]
    assert (both["status"], both["reason"], both["functions"]) == ("silent", "no_tie", [])
    assert found[frozenset(("甲市", "丁市"))]["reason"] == "one_body"
    assert found[frozenset(("丙市", "丁市"))]["status"] == "out_of_scope"


def test_joint_work_and_centrality_keep_a_row_for_cities_without(library: Library) -> None:
    for question in ("joint_work", "centrality"):
        found = rows(library, question)
        assert {name: row["status"] for name, row in found.items()} == {
            "甲市": "present", "乙市": "present", "丙市": "out_of_scope", "丁市": "out_of_scope",
        }  # fmt: skip
    pair = rows(library, "joint_work")["乙市"]
    assert {row["weak"] for row in library.ask("joint_work", city="乙市").rows} == {True, False} and pair[
        "expected"
    ] is None


def test_an_overlap_is_an_edge_beside_chance(tmp_path: Path) -> None:
    lines = {f"d/{n}": pair for n, pair in enumerate(["甲局/health 乙局/finance", "丙局/tax 丁局/audit"] * 6)}
    with Library(open_store(str(tmp_path / "two"), rebuild=build)) as two:
        two.put([duties(lines, "甲市"), duties({**lines, "d/99": "甲局/health 丙局/tax"}, "乙市")])
        (row,) = two.ask("network_overlap").rows
    assert (row["status"], row["overlap"], row["common"], row["either"]) == ("present", 0.666667, 2, 3)
    assert row["functions"] == ["audit", "finance", "health", "tax"] and row["rule"] == "networks.function_overlap"


def test_a_city_without_a_network_is_not_exported(library: Library) -> None:
    assert "甲市医保局" in institutions(library, "甲市", "json")
    with pytest.raises(UserError, match="丁市 has no network of institutions"):
        institutions(library, "丁市", "json")


def test_departments_are_marked_and_have_no_place_in_a_network(graph: Graph) -> None:
    bodies = {node.properties["name"]: node.properties for node in graph.nodes.values() if node.label == "Institution"}
    assert {name for name, each in bodies.items() if each.get("inside_body")} == {"丁市规划财务科", "丁市疾控科"}
    assert {name for name, each in bodies.items() if "degree" not in each} == {
        "丁市规划财务科", "丁市疾控科", "甲市各部门",
    }  # fmt: skip
