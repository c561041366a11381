"""Nodes and edges against the ontology: classes, ends, properties, types. All faults at once."""

from collections.abc import Mapping
from typing import NamedTuple

from graph.errors import AssemblyError
from graph.model import Edge, Graph, Node, Value
from graph.nearest import suggestion
from graph.ontology import PYTHON, Ontology, Property


class _Wanted(NamedTuple):
    """The properties that a class or relation must have, and the Python types of all that it may have."""

    required: frozenset[str]
    types: Mapping[str, tuple[type, ...]]


def check(graph: Graph, ontology: Ontology) -> None:
    """Raises AssemblyError with every fault of the graph."""
    faults: list[str] = []
    wanted = {one.name: _wanted(one.properties) for one in ontology.classes.values()}
    wanted |= {one.name: _wanted(one.properties) for one in ontology.relations.values()}
    for node in graph.nodes.values():
        faults += _node(node, ontology, wanted)
    for edge in graph.edges.values():
        faults += _edge(edge, graph, ontology, wanted)
    if faults:
        raise AssemblyError(faults)


def _wanted(properties: Mapping[str, Property]) -> _Wanted:
    required = frozenset(one.name for one in properties.values() if one.required)
    return _Wanted(required, {name: PYTHON[one.type] for name, one in properties.items()})


def _node(node: Node, ontology: Ontology, wanted: Mapping[str, _Wanted]) -> list[str]:
    known = ontology.classes.get(node.label)
    if known is None:
        return [f"{node.id}: unknown class {node.label}{suggestion(node.label, ontology.classes)}"]
    found = _properties(node.properties, known.properties, wanted[node.label])
    return [f"{node.label} {node.id}: {fault}" for fault in found]


def _edge(edge: Edge, graph: Graph, ontology: Ontology, wanted: Mapping[str, _Wanted]) -> list[str]:
    known = ontology.relations.get(edge.kind)
    if known is None:
        return [f"{edge.id}: unknown relation {edge.kind}{suggestion(edge.kind, ontology.relations)}"]
    found = _properties(edge.properties, known.properties, wanted[edge.kind])
    faults = [f"{edge.kind} {edge.id}: {fault}" for fault in found]
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    if source is None or target is None:
        missing = edge.source if source is None else edge.target
        return [*faults, f"{edge.kind} {edge.id}: its end {missing} is not in the graph"]
    if (source.label, target.label) not in known.ends:
        allowed = ", ".join(f"{one}→{other}" for one, other in known.ends)
        faults.append(f"{edge.kind} {edge.id}: joins {source.label}→{target.label}; wanted {allowed}")
    return faults


def _properties(values: Mapping[str, Value], known: Mapping[str, Property], wanted: _Wanted) -> list[str]:
    faults = []
    if not wanted.required <= values.keys():
        faults = [f"{name} is missing" for name in sorted(wanted.required - values.keys())]
    for name, value in values.items():
        if name not in known:
            faults.append(f"unknown property {name}{suggestion(name, known)}")
        elif type(value) not in wanted.types[name]:
            faults.append(f"{name} is {value!r}; wanted {known[name].type}")
    return faults
