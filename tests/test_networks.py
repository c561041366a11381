"""Who acts with whom: degree, betweenness and joint work of a city's institutions, beside what chance would give."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.pieces import Pieces
from compare.who import who_does_it
from compare.who.joint_work import by_place, institution_graph
from compare.who.numbers import NetworkFacts, graph_of, network_facts, whole_numbers
from graph.derived.networks import CentralityFact, OverlapFact
from graph.facts import PlanFacts
from graph.institutions import institution_key
from tests.duty_plans import duties, said

STAR = duties(
    {
        "d/1.1": "卫生健康委=health_commission 财政局",
        "d/1.2": "卫健委=health_commission 教育局",
        "d/1.3": "卫生健康委=health_commission 民政局 各县区政府+",
        "d/1.4": "档案馆",
    }
)


def of(*plans: PlanFacts) -> NetworkFacts:
    """The network of the one place whose plans these are."""
    (facts,) = network_facts(by_place(plans), Pieces())
    return facts


def central(*plans: PlanFacts) -> dict[str, CentralityFact]:
    return {each.institution: each for each in of(*plans).centralities}


def test_the_centre_of_a_star_stands_between_all_others() -> None:
    by_key = central(STAR)
    centre = by_key["health_commission"]
    assert (centre.degree, centre.measures, centre.name) == (3, 3, "甲市卫生健康委")
    assert centre.names == ["甲市卫健委", "甲市卫生健康委"]
    assert (centre.centrality, centre.betweenness) == (0.75, 0.5)
    assert (by_key["甲市财政局"].degree, by_key["甲市财政局"].betweenness) == (1, 0.0)


def test_an_institution_that_acts_alone_is_there_with_degree_nought() -> None:
    alone = central(STAR)["甲市档案馆"]
    assert (alone.degree, alone.centrality, alone.measures) == (0, 0.0, 1)


def test_collectives_and_departments_are_left_out() -> None:
    lines = {
        "d/1": "卫健委=health_commission 财政局 各县区政府+",
        "d/2": "卫健委=health_commission 疾控科=disease_control",
    }
    mixed = duties(lines)
    assert sorted(central(mixed)) == ["health_commission", "甲市财政局"]


def test_joint_work_names_its_measures_across_plans() -> None:
    again = duties({"d/9": "财政局 卫健委=health_commission"}, key="again")
    pair = next(each for each in of(again, STAR).joint_work if "甲市财政局" in (each.first, each.second))
    assert (pair.first, pair.second, pair.score) == ("health_commission", "甲市财政局", 2)
    assert pair.measures == [("again", "d/9"), ("甲市", "d/1.1")]


def test_a_tie_is_weak_where_each_measure_names_one_of_the_two_in_an_open_list() -> None:
    facts = of(duties({"d/1": "甲局* 乙局… 丙局…", "d/2": "甲局 丙局", "d/3": "乙局… 丁局…"}))
    assert {frozenset((one.first[2:], one.second[2:])): one.weak for one in facts.joint_work} == {
        frozenset(("甲局", "乙局")): True, frozenset(("甲局", "丙局")): False, frozenset(("乙局", "丙局")): True,
        frozenset(("乙局", "丁局")): True,
    }  # fmt: skip
    assert {one.name: one.weak for one in facts.centralities} == {
        "甲市甲局": False, "甲市乙局": True, "甲市丙局": False, "甲市丁局": True,
    }  # fmt: skip


def test_the_graph_of_a_city_for_notebooks() -> None:
    network = institution_graph([STAR], "甲市")
    assert network.nodes["health_commission"] == {"name": "甲市卫生健康委", "body": "health_commission", "measures": 3}
    assert network.edges["health_commission", "甲市财政局"]["weight"] == 1
    assert len(institution_graph([STAR], "无此市")) == 0


def test_no_lines_no_institutions() -> None:
    empty = of(duties({}))
    assert (empty.centralities, empty.joint_work) == ([], [])


def test_a_small_network_has_no_statistics_and_says_why() -> None:
    facts = of(STAR)
    assert {(one.status, one.reason) for one in facts.statistics if one.group == "network"} == {
        ("out_of_scope", "too_few")
    }
    assert all(one.degree_p is None and one.community is None for one in facts.centralities)


@pytest.mark.parametrize(
    ("measures", "bodies", "density", "transitivity", "centralisation"),
    [
        ([{0, 1, 2}], 3, 1.0, 1.0, 0.0),
        ([{0, 1}, {0, 2}, {0, 3}], 4, 0.5, 0.0, 1.0),
        ([{0, 1}, {2, 3}], 4, 1 / 3, 0.0, 0.0),
        ([{0}], 1, 0.0, 0.0, 0.0),
        ([], 0, 0.0, 0.0, 0.0),
    ],
)
def test_whole_numbers(
    measures: list[set[int]], bodies: int, density: float, transitivity: float, centralisation: float
) -> None:
    found = whole_numbers(graph_of(measures, bodies))
    assert [found["density"], found["transitivity"], found["centralisation"]] == pytest.approx(
        [density, transitivity, centralisation]
    )


def two_camps(city: str = "甲市") -> PlanFacts:
    """Twelve measures: three bodies share six of them, three others the other six; one body stands in all."""
    here, there = "财政局/finance 医保局/medical_insurance", "教育局/education 民政局/civil_affairs"
    lines = {f"d/1.{n}": f"卫健委/health {here}" for n in range(1, 7)}
    lines |= {f"d/2.{n}": f"卫健委/health {there}" for n in range(1, 7)}
    return duties(lines, city)


def test_two_camps_are_more_divided_than_chance_would_have_it() -> None:
    facts = of(two_camps())
    numbers = {one.key: one for one in facts.statistics if one.group == "network"}
    assert {one.status for one in numbers.values()} == {"present"}
    density, modularity = numbers["density"], numbers["modularity"]
    assert (density.value, density.p) == (0.6, 0.01) and (modularity.p or 1) < 0.03
    assert (modularity.value or 0) > (modularity.expected or 0) and (density.value or 1) < (density.expected or 0)
    degrees = {one.name: one for one in facts.centralities}
    assert degrees["甲市财政局"].degree == 2 < (degrees["甲市财政局"].degree_expected or 0)
    assert degrees["甲市卫健委"].degree_z is None and degrees["甲市卫健委"].degree == 4
    assert degrees["甲市财政局"].community == degrees["甲市医保局"].community != degrees["甲市教育局"].community
    pair = next(one for one in facts.joint_work if {one.first, one.second} == {"甲市财政局", "甲市医保局"})
    assert pair.score == 6 and pair.expected is not None and pair.expected < 4 and pair.p == 0.01


def overlap(*plans: PlanFacts) -> list[OverlapFact]:
    return who_does_it(sorted(plans, key=lambda one: one.key), Pieces(), {})["overlaps"]


def test_two_cities_that_pair_the_same_functions_are_more_alike_than_by_chance() -> None:
    pairs = ["health finance", "tax audit", "education science", "customs justice"]
    lines = {f"d/{n}": " ".join(f"{one}/{one}" for one in pairs[n % 4].split()) for n in range(16)}
    (both,) = overlap(duties(lines), duties(lines, "乙市"))
    assert (both.first, both.second, both.overlap, both.common) == ("乙市", "甲市", 1.0, 4)
    assert both.expected is not None and both.expected < 0.6 and both.p == 0.01


def test_cities_are_compared_among_the_functions_that_both_name() -> None:
    one = duties({"d/1": "甲局/health 乙局/finance", "d/2": "甲局/health 丙局/tax"})
    other = duties({"d/1": "甲局/health 乙局/finance", "d/2": "甲局/health 丁局/audit"}, "乙市")
    (both,) = overlap(one, other)
    assert (both.functions, both.common, both.overlap) == (["finance", "health"], 1, 1.0)


def test_the_functions_of_one_merged_body_are_no_tie() -> None:
    merged = duties({"d/1": "甲局/health,sports 乙局/finance"})
    other = duties({"d/1": "甲局/health,sports 乙局/finance", "d/2": "甲局/health,sports"}, "乙市")
    (both,) = overlap(merged, other)
    assert both.common == 2


def test_a_city_is_computed_once() -> None:
    pieces = Pieces()
    first = who_does_it([two_camps()], pieces, {})
    assert (pieces.computed, pieces.found) == (1, 0)
    assert who_does_it([two_camps()], pieces, {}) == first and pieces.found == 1
    who_does_it([two_camps(), two_camps("乙市")], pieces, {})
    assert (pieces.computed, pieces.found) == (3, 2)
    who_does_it([two_camps("乙市"), two_camps()], pieces, {})
    assert (pieces.computed, pieces.found) == (3, 5)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("卫健委=health_commission", "health_commission"),
        ("城市管理局=city_management", "city_management"),
        ("市场监管局=market_regulation_bureau", "market_regulation_bureau"),
        ("东河区市场监管局=market_regulation_bureau", "甲市东河区市场监管局"),
        ("东河县卫生健康局=health_commission", "甲市东河县卫生健康局"),
        ("各县区卫生健康局=health_commission+", "甲市各县区卫生健康局"),
        ("某办", "甲市某办"),
    ],
)
def test_which_names_are_one_institution(words: str, key: str) -> None:
    (record,) = said("d/1", words)
    assert institution_key(STAR.place, record) == key


@pytest.mark.parametrize(("name", "body"), [("某省卫生健康委", "health_commission"), ("共青团某省委", "youth_league")])
def test_a_body_above_the_city_is_not_the_citys(name: str, body: str) -> None:
    (record,) = said("d/1", f"x={body}")
    assert institution_key(STAR.place, record.model_copy(update={"institution": name})) == name


LINES = st.lists(st.tuples(st.sampled_from(["d/1", "d/2", "d/3"]), st.sampled_from("甲乙丙丁戊")), max_size=12)


@settings(max_examples=50)
@given(LINES, st.integers(0, 2**16))
def test_the_order_of_lines_does_not_show(lines: list[tuple[str, str]], seed: int) -> None:
    records = [one for line, name in lines for one in said(line, f"{name}局")]
    shuffled = random.Random(seed).sample(records, len(records))
    plan = duties({"d/1": "", "d/2": "", "d/3": ""})
    one, other = (plan.model_copy(update={"responsibilities": each}) for each in (records, shuffled))
    assert of(one).model_dump_json() == of(other).model_dump_json()
