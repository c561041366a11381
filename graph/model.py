"""Nodes, edges and the graph they make, as plain values; and the difference of two graphs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

type Value = str | int | float | bool | tuple[str, ...]
"""What a property may hold. A null is a property that is not there; dates are ISO strings."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of one class of the ontology. ``properties`` has ``id`` too."""

    label: str
    id: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
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


def difference(old: Graph, new: Graph, derived: Iterable[str]) -> Changes:
    """What makes ``new`` out of ``old``. ``derived``: the classes and relations that are counted apart."""
    apart = set(derived)
    counts = [
        _count(
            {key: one for key, one in before.items() if (name(one) in apart) is computed},
            {key: one for key, one in after.items() if (name(one) in apart) is computed},
        )
        for before, after in ((old.nodes, new.nodes), (old.edges, new.edges))
        for computed in (False, True)
    ]
    nodes, derived_nodes, edges, derived_edges = counts
    together = Count(
        derived_nodes.added + derived_edges.added,
        derived_nodes.removed + derived_edges.removed,
        derived_nodes.altered + derived_edges.altered,
    )
    return Changes(nodes, edges, together)


def name(one: Node | Edge) -> str:
    """The class of a node, the relation of an edge."""
    return one.label if isinstance(one, Node) else one.kind


def _count(old: Mapping[str, Node | Edge], new: Mapping[str, Node | Edge]) -> Count:
    """Changes of one mapping."""
    altered = sum(1 for key in old.keys() & new.keys() if old[key] != new[key])
    return Count(len(new.keys() - old.keys()), len(old.keys() - new.keys()), altered)
