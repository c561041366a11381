"""What a load must write to turn the graph that a database holds into the new one, a step a transaction.

First the nodes that no plan owns alone (places, institutions, models …), then out go edges that no plan owns, then
comes what each plan owns, then out go nodes that nobody speaks of any more, last comes what is derived. A load that is
cut between two steps is completed by the next one, because the steps are always taken from what the database holds.
Edges between two plans go before the plans' own steps: to delete a node that has an edge to another plan's node is to
wait for the transaction that writes that one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from graph.model import Edge, Graph, Node, Value
from graph.ontology import Ontology

type Row = dict[str, object]
type Ends = tuple[str, str, str]
"""A relation with the classes of its two nodes."""

MOST = 10_000
"""Rows that one transaction takes together, but for a plan that alone has more."""

OWNED_BY = ("HAS_SECTION", "HAS_MEASURE", "SETS")
"""The relations that lead from a plan's document to what is in it."""


@dataclass(slots=True)
class Step:
    """One transaction: what to write (the new one and the one that is there, if any) and what to delete, by class and
    by relation with its two classes."""

    plans: set[str] = field(default_factory=set)
    nodes: dict[str, list[tuple[Node, Node | None]]] = field(default_factory=lambda: defaultdict(list))
    edges: dict[Ends, list[tuple[Edge, Edge | None]]] = field(default_factory=lambda: defaultdict(list))
    gone_edges: dict[Ends, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    gone_nodes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def rows(self) -> int:
        """How many rows it sends."""
        parts = (self.nodes.values(), self.edges.values(), self.gone_edges.values(), self.gone_nodes.values())
        return sum(len(rows) for part in parts for rows in part)

    def take(self, other: "Step") -> None:
        """Do what the other does, too."""
        self.plans |= other.plans
        for label, nodes in other.nodes.items():
            self.nodes[label] += nodes
        for ends, edges in other.edges.items():
            self.edges[ends] += edges
        for ends, gone in other.gone_edges.items():
            self.gone_edges[ends] += gone
        for label, ids in other.gone_nodes.items():
            self.gone_nodes[label] += ids


def stages(old: Graph, new: Graph, ontology: Ontology) -> list[list[Step]]:
    """The steps in stages: those of one stage do not wait for each other, a stage waits for the one before. Empty
    where the graphs are equal."""
    owners = {**_owners(old), **_owners(new)}
    by_plan: dict[str, Step] = {plan: Step({plan}) for plan in sorted(set(owners.values()))}
    first, cut, gone, last = Step(), Step(), Step(), Step()
    derived = {kind for kind, relation in ontology.relations.items() if relation.origin == "derived"}
    for node in new.nodes.values():
        former = old.nodes.get(node.id)
        if former != node:
            step = by_plan[owners[node.id]] if node.id in owners else first
            step.nodes[node.label].append((node, former))
    for gone_id in old.nodes.keys() - new.nodes.keys():
        step = by_plan[owners[gone_id]] if gone_id in owners else gone
        step.gone_nodes[old.nodes[gone_id].label].append(gone_id)
    for edge in new.edges.values():
        before = old.edges.get(edge.id)
        if before != edge:
            plan = _plan_of(edge, owners, derived)
            (by_plan[plan] if plan else last).edges[_ends(edge, new)].append((edge, before))
    for edge in old.edges.values():
        if edge.id not in new.edges:
            plan = _plan_of(edge, owners, derived)
            (by_plan[plan] if plan else cut).gone_edges[_ends(edge, old)].append(edge)
    made = [_joined(_divided(first)), [cut], _joined(by_plan.values()), [gone], _joined(_divided(last))]
    return [[step for step in stage if step.rows] for stage in made]


def _joined(small: Iterable[Step]) -> Iterator[Step]:
    """Small ones together, as many as a transaction takes: a plan is never divided."""
    now = Step()
    for step in small:
        if step.rows == 0:
            continue
        if now.rows + step.rows > MOST and now.rows:
            yield now
            now = Step()
        now.take(step)
    yield now


def _divided(step: Step) -> Iterator[Step]:
    """What no plan owns, in transactions of at most MOST rows: their number grows with all plans together."""
    for label, nodes in step.nodes.items():
        yield from (Step(nodes={label: batch}) for batch in batches(nodes, MOST))
    for ends, edges in step.edges.items():
        yield from (Step(edges={ends: batch}) for batch in batches(edges, MOST))


def _plan_of(edge: Edge, owners: Mapping[str, str], derived: Set[str]) -> str | None:
    """The plan that an edge goes with, which is the one that says it; null for a derived one, one between shared nodes
    and one between two plans, which needs both its nodes."""
    if edge.kind in derived:
        return None
    above, below = owners.get(edge.source), owners.get(edge.target)
    if above and below and above != below:
        return None
    return above or below


def _owners(graph: Graph) -> dict[str, str]:
    """The plan of each node that only one plan speaks of: its documents and all that is in them."""
    owners = {
        node.id: str(node.properties["plan"])
        for node in graph.nodes.values()
        if node.label == "Document" and "plan" in node.properties
    }
    inside: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges.values():
        if edge.kind in OWNED_BY:
            inside[edge.source].append(edge.target)
    todo = list(owners)
    while todo:
        above = todo.pop()
        for below in inside[above]:
            if below not in owners:
                owners[below] = owners[above]
                todo.append(below)
    return owners


def _ends(edge: Edge, graph: Graph) -> Ends:
    return edge.kind, graph.nodes[edge.source].label, graph.nodes[edge.target].label


def node_row(node: Node, former: Node | None = None) -> Row:
    """A node as its write query takes it."""
    return {"id": node.id, "props": _props(node, former)}


def edge_row(edge: Edge, former: Edge | None = None) -> Row:
    """An edge as its write query takes it."""
    return {"id": edge.id, "source": edge.source, "target": edge.target, "props": _props(edge, former)}


def edge_key(edge: Edge) -> Row:
    """What an edge is found by."""
    return {"id": edge.id, "source": edge.source, "target": edge.target}


def _props(new: Node | Edge, old: Node | Edge | None) -> Mapping[str, Value | None]:
    """The properties to set; one that is there no more is set to null."""
    if old is None:
        return new.properties
    return {**new.properties, **dict.fromkeys(old.properties.keys() - new.properties.keys())}


def batches[T](rows: list[T], size: int) -> Iterator[list[T]]:
    """The rows in pieces of at most ``size``."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def removal_of_nodes(label: str) -> str:
    """The query that deletes nodes of a class by their ids, with every edge that ends there."""
    return f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n"


def removal_of_edges(kind: str, source: str, target: str, *, by_id: bool) -> str:
    """The query that deletes edges of a relation between two classes."""
    key = " {id: row.id}" if by_id else ""
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}})-[r:{kind}{key}]->(b:{target} {{id: row.target}}) "
        "DELETE r"
    )
