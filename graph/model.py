"""Nodes, edges and the graph they make, as plain values; and the difference of two graphs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

type Value = str | int | float | bool | tuple[str, ...]
"""What a property may hold. A null is a property that is not there; dates are ISO strings."""


class Node(NamedTuple):
    """A node of one class of the ontology. ``properties`` has ``id`` too."""

    label: str
    id: str
    properties: Mapping[str, Value]


class Edge(NamedTuple):
    """A relation between two nodes by their ids. ``id`` is unique in the graph, and a property too where the
    relation is read from a text or derived."""

    kind: str
    id: str
    source: str
    target: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Count:
    """Nodes or edges added, removed and altered."""

    added: int = 0
    removed: int = 0
    altered: int = 0

    @property
    def total(self) -> int:
        """All changes."""
        return self.added + self.removed + self.altered


@dataclass(frozen=True, slots=True)
class Changes:
    """What a load changed; what compare derived is counted apart."""

    nodes: Count = Count()
    edges: Count = Count()
    derived: Count = Count()

    @property
    def total(self) -> int:
        """All changes, derived ones included."""
        return self.nodes.total + self.edges.total + self.derived.total


@dataclass(slots=True)
class Graph:
    """Nodes and edges by id. Two graphs are equal when the same nodes and edges are in both."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[str, Edge] = field(default_factory=dict)

    def count(self) -> dict[str, int]:
        """How many of each class and relation, sorted by name."""
        counts: dict[str, int] = {}
        for node in self.nodes.values():
            counts[node.label] = counts.get(node.label, 0) + 1
        for edge in self.edges.values():
            counts[edge.kind] = counts.get(edge.kind, 0) + 1
        return dict(sorted(counts.items()))


def difference(old: Graph, new: Graph, derived: Iterable[str], properties: Iterable[tuple[str, str]] = ()) -> Changes:
    """What makes ``new`` out of ``old``. ``derived``: the classes and relations that are counted apart;
    ``properties``: (class, property) pairs that are, too."""
    apart, computed = set(derived), set(properties)
    stated = [_stated(graph, apart, computed) for graph in (old, new)]
    nodes, edges = _count(stated[0].nodes, stated[1].nodes), _count(stated[0].edges, stated[1].edges)
    whole = [_count(old.nodes, new.nodes), _count(old.edges, new.edges)]
    added, removed, altered = (
        sum(getattr(one, name) for one in whole) - getattr(nodes, name) - getattr(edges, name)
        for name in ("added", "removed", "altered")
    )
    return Changes(nodes, edges, Count(added, removed, altered))


def _stated(graph: Graph, apart: set[str], computed: set[tuple[str, str]]) -> Graph:
    """The graph without what is derived."""
    nodes, touched = {}, {label for label, _ in computed} - apart
    for key, node in graph.nodes.items():
        if node.label in touched:
            own = {name: value for name, value in node.properties.items() if (node.label, name) not in computed}
            nodes[key] = Node(node.label, key, own)
        elif node.label not in apart:
            nodes[key] = node
    return Graph(nodes, {key: edge for key, edge in graph.edges.items() if edge.kind not in apart})


def _count(old: Mapping[str, Node | Edge], new: Mapping[str, Node | Edge]) -> Count:
    """Changes of one mapping."""
    altered = sum(1 for key in old.keys() & new.keys() if old[key] != new[key])
    return Count(len(new.keys() - old.keys()), len(old.keys() - new.keys()), altered)
