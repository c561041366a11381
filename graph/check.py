"""Nodes and edges against the ontology: classes, ends, properties, types. All faults at once."""

from collections.abc import Mapping

from graph.errors import AssemblyError
from graph.model import Edge, Graph, Node, Value
from graph.nearest import suggestion
from graph.ontology import PYTHON, Ontology, Property


def check(graph: Graph, ontology: Ontology) -> None:
    """Raises AssemblyError with every fault of the graph."""
    faults: list[str] = []
    for node in graph.nodes.values():
        faults += _node(node, ontology)
    for edge in graph.edges.values():
        faults += _edge(edge, graph, ontology)
    if faults:
        raise AssemblyError(faults)


def _node(node: Node, ontology: Ontology) -> list[str]:
    known = ontology.classes.get(node.label)
    if known is None:
        return [f"{node.id}: unknown class {node.label}{suggestion(node.label, ontology.classes)}"]
    return _properties(f"{node.label} {node.id}", node.properties, known.properties)


def _edge(edge: Edge, graph: Graph, ontology: Ontology) -> list[str]:
    known = ontology.relations.get(edge.kind)
    if known is None:
        return [f"{edge.id}: unknown relation {edge.kind}{suggestion(edge.kind, ontology.relations)}"]
    faults = _properties(f"{edge.kind} {edge.id}", edge.properties, known.properties)
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    if source is None or target is None:
        missing = edge.source if source is None else edge.target
        return [*faults, f"{edge.kind} {edge.id}: its end {missing} is not in the graph"]
    if (source.label, target.label) not in known.ends:
        wanted = ", ".join(f"{one}→{other}" for one, other in known.ends)
        faults.append(f"{edge.kind} {edge.id}: joins {source.label}→{target.label}; wanted {wanted}")
    return faults


def _properties(where: str, values: Mapping[str, Value], known: Mapping[str, Property]) -> list[str]:
    faults = [f"{where}: {one.name} is missing" for one in known.values() if one.required and one.name not in values]
    for name, value in values.items():
        wanted = known.get(name)
        if wanted is None:
            faults.append(f"{where}: unknown property {name}{suggestion(name, known)}")
        elif type(value) not in PYTHON[wanted.type]:
            faults.append(f"{where}: {name} is {value!r}; wanted {wanted.type}")
    return faults
