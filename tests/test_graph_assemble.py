"""Facts become a graph that the ontology allows, the same in any order of the plans."""

from itertools import permutations

import pytest
from graph_invented import NOTHING, VOCABULARY, body, cite, document, measure, plan, target
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import assemble
from graph.check import check
from graph.derived.adoption import AdoptionFact, ComponentFact, DoesFact
from graph.derived.evidence import Evidence
from graph.derived.networks import CentralityFact, JointWorkFact
from graph.errors import AssemblyError
from graph.facts import PlanFacts
from graph.model import Edge, Graph, Node, difference
from graph.ontology import ontology
from graph.published import publish
from graph.quantity import quantity
from graph.vocabulary import InstitutionEntry, Vocabulary


def made(*plans: PlanFacts) -> Graph:
    return assemble(plans, NOTHING, VOCABULARY)


BODIES = VOCABULARY.model_copy(
    update={
        "institutions": [
            InstitutionEntry(
                key="health", zh="卫生健康委员会", en="Health Commission", successor_of="family", since=2018
            ),
            InstitutionEntry(key="family", zh="卫生和计划生育委员会", en="Health and Family Planning Commission"),
        ]
    }
)


def made_with(vocabulary: Vocabulary, *plans: PlanFacts) -> Graph:
    return assemble(plans or [plan()], NOTHING, vocabulary)


def of(graph: Graph, label: str) -> list[Node]:
    return [node for node in graph.nodes.values() if node.label == label]


def edges(graph: Graph, kind: str) -> list[Edge]:
    return [edge for edge in graph.edges.values() if edge.kind == kind]


def test_one_plan_gives_these_nodes_and_edges() -> None:
    assert made(plan()).count() == {
        "ANNOUNCES": 1, "CITES": 2, "City": 1, "Component": 1, "Document": 4, "Function": 2, "HAS_COMPONENT": 1,
        "HAS_MEASURE": 4, "HAS_SECTION": 3, "IN_PROVINCE": 1, "ISSUED": 1, "Indicator": 1, "Institution": 2,
        "Measure": 2, "Model": 1, "OF_CITY": 2, "PERFORMS": 2, "Province": 1, "QUANTIFIES": 2, "REFERS_TO": 1,
        "RESPONSIBLE_FOR": 3, "SETS": 2, "SPEAKS_OF": 1, "Section": 3, "Target": 2,
    }  # fmt: skip


def test_what_is_named_and_not_held_is_on_the_wanted_list() -> None:
    wanted = {str(node.properties["title"]) for node in of(made(plan()), "Document") if not node.properties["held"]}
    assert wanted == {"深化改革意见", "健康规划纲要", "任务分工表"}


def test_two_forms_of_a_body_are_one_institution_and_the_smallest_of_equal_names_wins() -> None:
    node = next(node for node in of(made(plan()), "Institution") if node.properties.get("body") == "health")
    assert node.properties["surfaces"] == ("卫健委", "卫生健康委")
    assert node.properties["name"] == min("甲市卫健委", "甲市卫生健康委")


def test_a_collective_stays_apart_from_the_body() -> None:
    line = [
        body("d/2.1", "卫健委", "lead", 170, body="health"),
        body("d/2.1", "各县区卫健委", "participant", 175, body="health", collective=True),
    ]
    assert len(of(made(plan(responsibilities=line)), "Institution")) == 2


def test_a_known_body_has_its_official_names_and_an_unknown_one_has_none() -> None:
    named = [(one.properties.get("official"), one.properties.get("en")) for one in of(made_with(BODIES), "Institution")]
    assert sorted(named, key=str) == [("卫生健康委员会", "Health Commission"), (None, None)]


@pytest.mark.parametrize(
    ("second_city", "second_body", "since"),
    [("甲市", "family", [2018]), ("乙市", "family", []), ("甲市", "health", []), ("甲市", "unknown", [])],
)
def test_a_body_succeeds_another_where_one_city_names_both(second_city, second_body, since) -> None:
    line = body("d/2.1", "卫计委", "lead", 170, institution=f"{second_city}卫计委", body=second_body)
    graph = made_with(BODIES, plan("a"), plan("b", second_city, responsibilities=[line]))
    assert [edge.properties["since"] for edge in edges(graph, "SUCCEEDS")] == since
    for edge in edges(graph, "SUCCEEDS"):
        ends = [graph.nodes[own].properties["body"] for own in (edge.source, edge.target)]
        assert ends == ["health", "family"]
    assert graph == made_with(BODIES, plan("b", second_city, responsibilities=[line]), plan("a"))


def test_a_collective_of_bodies_succeeds_nobody() -> None:
    line = [
        body("d/2.1", "各县区卫健委", "lead", 170, body="health", collective=True),
        body("d/2.1", "卫计委", "lead", 180, body="family"),
    ]
    assert not edges(made_with(BODIES, plan(responsibilities=line)), "SUCCEEDS")


def test_a_target_keeps_its_own_year_and_that_of_its_plan_apart() -> None:
    (node,) = of(made(plan(targets=[target("d/2.1", "床位", 12, 150, deadline=None, value_max=13.5)])), "Target")
    assert "deadline" not in node.properties
    assert (node.properties["period_start"], node.properties["period_end"]) == (2024, 2025)
    assert node.properties["wording"] == "床位≥12—13.5张"


@pytest.mark.parametrize(
    ("value", "value_max", "unit", "printed"),
    [
        (1.1, None, "1:n", "1:1.1"), (2, None, "n:1", "2:1"), (1, 1.25, "1:n", "1:1—1.25"), (80, None, "%", "80%"),
        (2, 3, "所", "2—3所"), (1_000_000, 2_000_000, "元", "1000000—2000000元"), (3, None, "n", "3n"),
    ],
)  # fmt: skip
def test_a_quantity_is_printed_as_a_plan_prints_it(
    value: float, value_max: float | None, unit: str, printed: str
) -> None:
    assert quantity(value, value_max, unit) == printed


@pytest.mark.parametrize(
    ("owner", "label"), [("d/2.1", "Measure"), ("d/1", "Section"), ("preamble", "Section"), (None, "Document")]
)
def test_a_target_belongs_to_its_measure_section_or_document(owner: str | None, label: str) -> None:
    graph = made(plan(targets=[target(owner, "床位", 12, 150)]))
    (edge,) = edges(graph, "SETS")
    assert graph.nodes[edge.source].label == label
    assert edge.properties["start"] == 150 and edge.properties["id"] == edge.id


def test_repetitions_are_counted() -> None:
    targets = [target("d/2.1", "床位", start, start) for start in (150, 160)]
    measures = [measure("2.1", 140), measure("2.1", 200), measure("2.2", 260)]
    graph = made(plan(measures=measures, targets=targets))
    assert len(of(graph, "Measure")) == 3
    assert len(of(graph, "Target")) == 2


def test_an_untitled_document_has_a_caption() -> None:
    (node,) = [one for one in of(made(plan(documents=[document(title=None)])), "Document") if one.properties["held"]]
    assert node.properties["title"] == "甲市行动计划（文中无标题）"
    assert node.properties["titled"] is False


def test_a_provincial_plan_is_held_by_its_province() -> None:
    place = plan().place.model_copy(update={"name": "某省", "level": "province", "province": "某省"})
    graph = made(plan(place=place, city="某省"))
    assert not of(graph, "City")
    (issued,) = edges(graph, "ISSUED")
    assert graph.nodes[issued.source].label == "Province"


def test_a_cut_quote_is_shorter_than_its_place() -> None:
    (node,) = of(made(plan(targets=[target("d/2.1", "床位", 1, 150, end=190)])), "Target")
    assert node.properties["cut"] is True
    (whole,) = of(made(plan(targets=[target("d/2.1", "床位", 1, 150)])), "Target")
    assert whole.properties["cut"] is False


def test_a_shared_property_is_the_most_frequent_and_ties_go_to_the_smallest() -> None:
    names = ["乙名", "甲名", "甲名"]
    plans = [
        plan(key, citations=[cite(name, "国办发〔2021〕9号")], city=f"{key}市")
        for key, name in zip("abc", names, strict=True)
    ]
    title = [node.properties["title"] for node in of(made(*plans), "Document") if node.properties.get("number")]
    assert title == ["甲名"]
    title = [node.properties["title"] for node in of(made(*plans[:2]), "Document") if node.properties.get("number")]
    assert title == [min(names)]


def test_any_order_of_the_plans_gives_an_equal_graph() -> None:
    other = plan("c", "丙市", citations=[cite("改名", "国办发[2021]9号")])
    plans = [plan("a"), plan("b", "乙市", citations=[cite("深化改革意见")]), other]
    graphs = [made(*order) for order in permutations(plans)]
    assert all(graph == graphs[0] for graph in graphs)


names = st.text("甲乙丙改革意见通知", min_size=1, max_size=4)
numbers = st.none() | st.sampled_from(["国办发〔2021〕9号", "国办发[2021]9号", "国办发〔2022〕1号"])
citations = st.lists(
    st.builds(cite, names, numbers, st.sampled_from(["national", "province", "city", "unknown"])), max_size=4
)


@settings(deadline=None)
@given(st.lists(citations, min_size=2, max_size=4), st.randoms())
def test_order_never_shows_whatever_is_cited(cited, random) -> None:
    plans = [plan(str(place), f"{place}市", citations=each) for place, each in enumerate(cited)]
    graph = made(*plans)
    random.shuffle(plans)
    assert made(*plans) == graph


def test_an_edited_plan_changes_only_its_own_facts() -> None:
    first, other = plan("a"), plan("b", "乙市")
    edited = first.model_copy(update={"targets": [target("d/2.1", "床位", 101, 150), first.targets[1]]})
    changes = difference(made(first, other), made(edited, other), ontology().derived)
    assert (changes.nodes.added, changes.nodes.removed, changes.nodes.altered, changes.total) == (0, 0, 1, 1)


def test_a_removed_plan_leaves_no_orphan() -> None:
    first, other = plan("a"), plan("b", "乙市", citations=[cite("只有乙市引用")])
    assert made(first) == made(*[one for one in (first, other) if one.key != "b"])
    left = made(first, other)
    ids = {edge.source for edge in left.edges.values()} | {edge.target for edge in left.edges.values()}
    concepts = {"Function", "Indicator", "Model", "Component", "Topic"}
    assert {node.label for node in left.nodes.values() if node.id not in ids} <= concepts


def test_loading_a_file_under_two_keys_repeats_nothing_but_names() -> None:
    one, again = plan("a"), plan("b")
    assert made(one, again).count() == made(one).count()


def test_published_facts_make_the_same_nodes_and_edges() -> None:
    whole = plan(targets=[target("d/2.1", "床位", 1, 150, quote="字" * 40, end=190)], notes=["x"])
    cut = publish(whole)
    assert made(cut).nodes.keys() == made(whole).nodes.keys() and made(cut).edges.keys() == made(whole).edges.keys()
    assert cut.targets[0].quote == "字" * 20 and cut.notes == [] and cut.cut
    assert publish(cut) == cut


def evidence() -> Evidence:
    return Evidence(plan="a", document="d", measure="d/2.2", start=210, end=212, quote="采购", rule="component")


def test_derived_facts_are_edges_and_properties_of_their_own() -> None:
    part = ComponentFact.model_validate({
        "component": "buying", "tier": "core", "status": "done", "cell": "present", "reason": None, "reason_text": None,
        "decided_by": ["volume"], "since": 2021, "source": "国办发〔2021〕9号", "evidence": [evidence()], "rule": "r",
    })  # fmt: skip
    adoption = AdoptionFact.model_validate({
        "city": "甲市", "code": None, "model": "linked", "grade": "components", "named": "no", "stance": None,
        "stages": [], "score": 1, "core": 1, "needed": 1, "core_partial": 0, "extended": 0, "extended_done": 0,
        "extended_partial": 0, "cell": "present", "reason": None, "reason_text": None, "plans": ["a"],
        "years": [2024], "naming": [],
        "components": [part], "rule": "r",
    })  # fmt: skip
    does = DoesFact.model_validate({
        "plan": "a", "document": "d", "measure": "d/2.2", "model": "linked", "component": "buying", "status": "done",
        "parts": ["volume"], "evidence": evidence(), "rule": "r",
    })  # fmt: skip
    central = [
        CentralityFact(
            city="甲市", institution=key, body=None, name=key, names=[key], degree=1, centrality=1.0, betweenness=0.0,
            measures=1, degree_expected=None, degree_z=None, degree_p=None, community=None, weak=False, rule="r",
        )
        for key in ("health", "甲市财政局", "不在图中")
    ]  # fmt: skip
    pair = JointWorkFact(
        city="甲市", first="health", first_name="x", second="甲市财政局", second_name="y", score=1,
        measures=[("a", "d/2.1")], expected=None, z=None, p=None, weak=False, rule="r",
    )  # fmt: skip
    elsewhere = adoption.model_copy(update={"city": "乙市"})
    lists = {"adoptions": [adoption, elsewhere], "does": [does], "centralities": central, "joint_work": [pair]}
    graph, plain = assemble([plan()], NOTHING.model_copy(update=lists), VOCABULARY), made(plan())
    assert [graph.count()[kind] for kind in ("ADOPTS", "COVERS", "DOES", "WORKS_WITH")] == [1, 1, 1, 1]
    assert len(graph.nodes) == len(plain.nodes)
    assert [node.properties.get("degree") for node in of(graph, "Institution")] == [1, 1]
    changes = difference(plain, graph, ontology().derived, ontology().derived_properties)
    assert (changes.derived.added, changes.derived.altered, changes.nodes.total, changes.edges.total) == (4, 2, 0, 0)


def test_what_the_ontology_does_not_allow_is_refused_all_at_once() -> None:
    city = Node("City", "city-1", {"id": "city-1", "name": 3, "nmae": "x"})
    near = Edge("IN_PROVINCE", "e1", "city-1", "city-1", {})
    lost = Edge("ISSUDE", "e2", "city-1", "gone", {})
    with pytest.raises(AssemblyError) as error:
        check(Graph({"city-1": city}, {"e1": near, "e2": lost}), ontology())
    text = str(error.value)
    assert "name is 3; wanted text" in text and "unknown property nmae; did you mean name?" in text
    assert "joins City→City; wanted City→Province" in text and "unknown relation ISSUDE; did you mean ISSUED?" in text
    with pytest.raises(AssemblyError, match="name is missing"):
        check(Graph({"c": city._replace(properties={"id": "c"})}, {}), ontology())
