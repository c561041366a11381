"""Statements about nodes and edges come to the same whoever says them first, and as counting every one would give."""

from collections import Counter, defaultdict

from hypothesis import given
from hypothesis import strategies as st

from graph.builder import Builder
from graph.ids import hashed
from graph.model import Value
from graph.ontology import ontology

VALUES = {"name": st.sampled_from(["甲", "乙", "丙"]), "degree": st.integers(0, 2), "collective": st.booleans()}
statement = st.tuples(
    st.sampled_from(["one", "two"]),
    st.fixed_dictionaries({}, optional={name: st.none() | values for name, values in VALUES.items()}),
)


def settled(statements: list[tuple[str, dict[str, Value | None]]]) -> dict[str, dict[str, Value]]:
    """By node, the most frequent value of each property, of equals the smallest."""
    counts: dict[str, dict[str, Counter[Value]]] = defaultdict(lambda: defaultdict(Counter))
    for own, said in statements:
        counts[own]["id"][own] += 1
        for name, value in said.items():
            if value is not None:
                counts[own][name][value] += 1
    return {
        own: {name: min(found, key=lambda value: (-found[value], value)) for name, found in each.items()}
        for own, each in counts.items()
    }


@given(st.lists(statement, min_size=1, max_size=8), st.randoms())
def test_the_most_frequent_value_wins_in_any_order(statements, random) -> None:
    orders = [statements, random.sample(statements, len(statements))]
    for order in orders:
        builder = Builder(ontology())
        for own, said in order:
            builder.node("Institution", own, **said)
        found = {own: dict(node.properties) for own, node in builder.graph().nodes.items()}
        assert found == settled(statements)


def test_an_entry_that_is_named_again_keeps_its_name() -> None:
    builder = Builder(ontology())
    own = builder.concept("Function", "health", name="卫生健康", en="Health")
    assert [builder.concept("Function", "health") for _ in range(3)] == [own] * 3
    unknown = builder.concept("Function", "unknown")
    nodes = builder.graph().nodes
    assert (nodes[own].properties["name"], nodes[unknown].properties["name"]) == ("卫生健康", "unknown")


def test_whole_numbers_become_floats_where_the_ontology_says_so_and_empty_lists_say_nothing() -> None:
    builder = Builder(ontology())
    builder.node("Institution", "one", centrality=1, degree=1, surfaces=[])
    properties = builder.graph().nodes["one"].properties
    assert {name: type(value) for name, value in properties.items()} == {"id": str, "centrality": float, "degree": int}


def test_an_id_is_a_hash_of_a_json_list() -> None:
    assert hashed("City", "某省", None, 1, True, '"引"') == hashed("City", "某省", None, 1, True, '"引"')
    different = [hashed("City", field) for field in (None, "null", 1, "1", True, "true")]
    assert len(set(different)) == len(different)
    assert hashed("City", "某省", None, 2) == "city-c22472910f6295a1"
