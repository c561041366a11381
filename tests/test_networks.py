"""Who acts with whom: degree, betweenness and joint work of a city's institutions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.networks import centralities, institution_graph, joint_work
from graph.facts import Place, PlanFacts, Responsibility
from graph.institutions import institution_key

PLACE = Place(name="某市", code="990100", level="city", province="某省", province_code="990000", basis="given")


def responsibility(measure: str, institution: str, body: str | None = None, collective: bool = False) -> Responsibility:
    return Responsibility(
        measure=measure,
        surface=institution,
        institution=institution,
        role="responsible",
        collective=collective,
        position=0,
        body=body,
        functions=[],
        start=0,
        end=len(institution),
        rule="test",
    )


def facts(key: str, responsibilities: list[Responsibility]) -> PlanFacts:
    return PlanFacts(
        source=f"{key}.txt",
        sha256="",
        format="txt",
        chars=0,
        key=key,
        hash="",
        place=PLACE,
        url=None,
        cut=False,
        documents=[],
        sections=[],
        measures=[],
        responsibilities=responsibilities,
        targets=[],
        citations=[],
        models=[],
        components=[],
        topics=[],
        annexes=[],
        unread=[],
        ignored={},
        notes=[],
    )


STAR = facts(
    "star",
    [
        responsibility("d/1.1", "某市卫生健康委", "health_commission"),
        responsibility("d/1.1", "某市财政局"),
        responsibility("d/1.2", "某市卫健委", "health_commission"),
        responsibility("d/1.2", "某市教育局"),
        responsibility("d/1.3", "某市卫生健康委", "health_commission"),
        responsibility("d/1.3", "某市民政局"),
        responsibility("d/1.3", "某市各县区政府", collective=True),
        responsibility("d/1.4", "某市档案馆"),
    ],
)


def test_the_centre_of_a_star_stands_between_all_others() -> None:
    by_key = {each.institution: each for each in centralities([STAR])}
    centre = by_key["health_commission"]
    assert (centre.degree, centre.measures, centre.name) == (3, 3, "某市卫生健康委")
    assert centre.names == ["某市卫健委", "某市卫生健康委"]
    assert (centre.centrality, centre.betweenness) == (0.75, 0.5)
    assert (by_key["某市财政局"].degree, by_key["某市财政局"].betweenness) == (1, 0.0)


def test_an_institution_that_acts_alone_is_there_with_degree_nought() -> None:
    alone = next(each for each in centralities([STAR]) if each.institution == "某市档案馆")
    assert (alone.degree, alone.centrality, alone.measures) == (0, 0.0, 1)


def test_collectives_are_left_out() -> None:
    assert all("各县区" not in name for each in centralities([STAR]) for name in each.names)


def test_joint_work_names_its_measures_across_plans() -> None:
    again = facts(
        "again", [responsibility("d/9", "某市财政局"), responsibility("d/9", "某市卫健委", "health_commission")]
    )
    pair = next(each for each in joint_work([STAR, again]) if "某市财政局" in (each.first, each.second))
    assert (pair.first, pair.second, pair.score) == ("health_commission", "某市财政局", 2)
    assert pair.measures == [("again", "d/9"), ("star", "d/1.1")]


def test_the_graph_of_a_city_for_notebooks() -> None:
    network = institution_graph([STAR], "某市")
    assert network.nodes["health_commission"] == {"name": "某市卫生健康委", "body": "health_commission", "measures": 3}
    assert network.edges["health_commission", "某市财政局"]["weight"] == 1
    assert len(institution_graph([STAR], "无此市")) == 0


def test_no_lines_no_institutions() -> None:
    assert centralities([facts("empty", [])]) == []
    assert joint_work([facts("empty", [])]) == []


def test_a_single_institution_has_no_centrality() -> None:
    assert [each.centrality for each in centralities([facts("one", [responsibility("d/1", "某市财政局")])])] == [0.0]


@pytest.mark.parametrize(
    ("name", "body", "collective", "key"),
    [
        ("某市卫健委", "health_commission", False, "health_commission"),
        ("某市城市管理局", "city_management", False, "city_management"),
        ("共青团某市委", "youth_league", False, "youth_league"),
        ("国家某总局某市监督分局", "regulator", False, "regulator"),
        ("某省卫生健康委", "health_commission", False, "某省卫生健康委"),
        ("共青团某省委", "youth_league", False, "共青团某省委"),
        ("某市东河县卫生健康局", "health_commission", False, "某市东河县卫生健康局"),
        ("某市各县区卫生健康局", "health_commission", True, "某市各县区卫生健康局"),
        ("某市某办", None, False, "某市某办"),
    ],
)
def test_which_names_are_one_institution(name: str, body: str | None, collective: bool, key: str) -> None:
    assert institution_key(PLACE, responsibility("d/1", name, body, collective)) == key


LINES = st.lists(st.tuples(st.sampled_from(["d/1", "d/2", "d/3"]), st.sampled_from("甲乙丙丁戊")), max_size=12)


@given(LINES, st.randoms())
def test_the_order_of_lines_does_not_show(lines: list[tuple[str, str]], random: st.DrawFn) -> None:
    records = [responsibility(measure, f"某市{name}局") for measure, name in lines]
    shuffled = records.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert centralities([facts("p", records)]) == centralities([facts("p", shuffled)])
    assert joint_work([facts("p", records)]) == joint_work([facts("p", shuffled)])
