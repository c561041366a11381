"""Read a whole graph back from an engine, as the values that were written."""

from collections.abc import Callable, Mapping
from typing import Any

from graph.ids import hashed
from graph.model import Edge, Graph, Node, Value
from graph.ontology import Ontology, Property
from graph.store import Result

type Run = Callable[[str], Result]


def read_graph(run: Run, ontology: Ontology) -> Graph:
    """All nodes and edges that the ontology knows."""
    nodes: dict[str, Node] = {}
    for label, known in ontology.classes.items():
        for row in run(f"MATCH (n:{label}) RETURN {_columns('n', known.properties)}").rows:
            properties = _values(row, known.properties)
            nodes[str(properties["id"])] = Node(label, str(properties["id"]), properties)
    edges: dict[str, Edge] = {}
    for kind, relation in ontology.relations.items():
        columns = ", ".join(filter(None, ["a.id AS source, b.id AS target", _columns("r", relation.properties)]))
        for source_label, target_label in relation.ends:
            query = f"MATCH (a:{source_label})-[r:{kind}]->(b:{target_label}) RETURN {columns}"
            for row in run(query).rows:
                source, target = str(row["source"]), str(row["target"])
                properties = _values(row, relation.properties)
                own = str(properties.get("id") or hashed(kind, source, target))
                edges[own] = Edge(kind, own, source, target, properties)
    return Graph(nodes, edges)


def _columns(variable: str, properties: Mapping[str, Property]) -> str:
    """Every property as a column; the names are quoted because some are words of the language."""
    return ", ".join(f"{variable}.`{name}` AS p_{name}" for name in properties)


def _values(row: Mapping[str, Any], properties: Mapping[str, Property]) -> dict[str, Value]:
    """The properties of a row that are there."""
    values: dict[str, Value] = {}
    for name in sorted(properties):
        value = row[f"p_{name}"]
        if value is not None:
            values[name] = tuple(value) if isinstance(value, list) else value
    return values
