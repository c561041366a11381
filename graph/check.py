"""Nodes and edges against the ontology: classes, ends, properties, types. All faults at once."""

from collections.abc import Mapping

from graph.errors import AssemblyError
from graph.model import Edge, Graph, Node, Value
from graph.nearest import suggestion
from graph.ontology import PYTHON, Ontology, Property

type _Required = Mapping[str, set[str]]
"""The properties that each class and relation must have."""


def check(graph: Graph, ontology: Ontology) -> None:
    """Raises AssemblyError with every fault of the graph."""
    faults: list[str] = []
    required = {one.name: _required(one.properties) for one in ontology.classes.values()}
    required |= {one.name: _required(one.properties) for one in ontology.relations.values()}
    for node in graph.nodes.values():
        faults += _node(node, ontology, required)
    for edge in graph.edges.values():
        faults += _edge(edge, graph, ontology, required)
    if faults:
        raise AssemblyError(faults)


def _required(properties: Mapping[str, Property]) -> set[str]:
    return {one.name for one in properties.values() if one.required}


def _node(node: Node, ontology: Ontology, required: _Required) -> list[str]:
    known = ontology.classes.get(node.label)
    if known is None:
        return [f"{node.id}: unknown class {node.label}{suggestion(node.label, ontology.classes)}"]
    found = _properties(node.properties, known.properties, required[node.label])
    return [f"{node.label} {node.id}: {fault}" for fault in found]


def _edge(edge: Edge, graph: Graph, ontology: Ontology, required: _Required) -> list[str]:
    known = ontology.relations.get(edge.kind)
    if known is None:
        return [f"{edge.id}: unknown relation {edge.kind}{suggestion(edge.kind, ontology.relations)}"]
    found = _properties(edge.properties, known.properties, required[edge.kind])
    faults = [f"{edge.kind} {edge.id}: {fault}" for fault in found]
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    if source is None or target is None:
        missing = edge.source if source is None else edge.target
        return [*faults, f"{edge.kind} {edge.id}: its end {missing} is not in the graph"]
    if (source.label, target.label) not in known.ends:
        wanted = ", ".join(f"{one}→{other}" for one, other in known.ends)
        faults.append(f"{edge.kind} {edge.id}: joins {source.label}→{target.label}; wanted {wanted}")
    return faults


def _properties(values: Mapping[str, Value], known: Mapping[str, Property], required: set[str]) -> list[str]:
    faults = [] if required <= values.keys() else [f"{name} is missing" for name in sorted(required - values.keys())]
    for name, value in values.items():
        wanted = known.get(name)
        if wanted is None:
            faults.append(f"unknown property {name}{suggestion(name, known)}")
        elif type(value) not in PYTHON[wanted.type]:
            faults.append(f"{name} is {value!r}; wanted {wanted.type}")
    return faults
