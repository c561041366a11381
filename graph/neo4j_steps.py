"""What a load must write to turn the graph that a database holds into the new one, a step a transaction.

First the nodes that no plan owns alone (places, institutions, models …), then each plan's own nodes and edges, last
what is derived and what nobody says any more. A load that is cut between two steps is completed by the next one,
because the steps are always taken from what the database really holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.model import Edge, Graph, Node, Value
from graph.ontology import Ontology

type Props = dict[str, Value | list[str] | None]

MOST = 20_000
"""Rows of small plans that one transaction takes together."""

OWNED_BY = ("HAS_SECTION", "HAS_MEASURE", "SETS")
"""The relations that lead from a plan's document to what is in it."""


@dataclass(slots=True)
class Step:
    """One transaction: rows to write and to delete, by class and by relation with its two classes."""

    plans: set[str] = field(default_factory=set)
    nodes: dict[str, list[dict[str, object]]] = field(default_factory=lambda: defaultdict(list))
    edges: dict[tuple[str, str, str], list[dict[str, object]]] = field(default_factory=lambda: defaultdict(list))
    gone_edges: dict[tuple[str, str, str], list[dict[str, object]]] = field(default_factory=lambda: defaultdict(list))
    gone_nodes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def rows(self) -> int:
        """How many rows it sends."""
        parts: tuple[Mapping[object, list[object]], ...] = (self.nodes, self.edges, self.gone_edges, self.gone_nodes)  # type: ignore[assignment]
        return sum(len(rows) for part in parts for rows in part.values())

    def take(self, other: "Step") -> None:
        """Do what the other does, too."""
        self.plans |= other.plans
        for label, rows in other.nodes.items():
            self.nodes[label] += rows
        for ends, rows in other.edges.items():
            self.edges[ends] += rows
        for ends, rows in other.gone_edges.items():
            self.gone_edges[ends] += rows
        for label, ids in other.gone_nodes.items():
            self.gone_nodes[label] += ids


def steps(old: Graph, new: Graph, ontology: Ontology) -> list[Step]:
    """The steps in their order; none where the graphs are equal."""
    owners = {**_owners(old), **_owners(new)}
    by_plan: dict[str, Step] = {plan: Step({plan}) for plan in sorted(set(owners.values()))}
    first, last = Step(), Step()
    for node in new.nodes.values():
        former = old.nodes.get(node.id)
        if former != node:
            step = by_plan[owners[node.id]] if node.id in owners else first
            step.nodes[node.label].append({"id": node.id, "props": _props(node, former)})
    for gone_id in old.nodes.keys() - new.nodes.keys():
        step = by_plan[owners[gone_id]] if gone_id in owners else last
        step.gone_nodes[old.nodes[gone_id].label].append(gone_id)
    for edge in new.edges.values():
        before = old.edges.get(edge.id)
        if before != edge:
            step = _step_of(edge, owners, by_plan, last, ontology)
            step.edges[_ends(edge, new)].append({**_key(edge), "props": _props(edge, before)})
    for edge in old.edges.values():
        if edge.id not in new.edges:
            step = _step_of(edge, owners, by_plan, last, ontology)
            step.gone_edges[_ends(edge, old)].append(_key(edge))
    return [step for step in (first, *_joined(by_plan.values()), last) if step.rows]


def _joined(small: Iterable[Step]) -> Iterator[Step]:
    """Whole plans together, as many as a transaction takes: a plan is never divided."""
    now = Step()
    for step in small:
        if step.rows == 0:
            continue
        if now.rows + step.rows > MOST and now.rows:
            yield now
            now = Step()
        now.take(step)
    yield now


def _step_of(edge: Edge, owners: Mapping[str, str], by_plan: Mapping[str, Step], last: Step, known: Ontology) -> Step:
    """An edge that was read goes with the plan that says it; a derived one, one between shared nodes and one between
    two plans goes last, when both its nodes are there."""
    plans = {owners[node] for node in (edge.source, edge.target) if node in owners}
    return by_plan[plans.pop()] if len(plans) == 1 and known.relations[edge.kind].origin != "derived" else last


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


def _ends(edge: Edge, graph: Graph) -> tuple[str, str, str]:
    return edge.kind, graph.nodes[edge.source].label, graph.nodes[edge.target].label


def _key(edge: Edge) -> dict[str, object]:
    return {"id": edge.id, "source": edge.source, "target": edge.target}


def _props(new: Node | Edge, old: Node | Edge | None) -> Props:
    """The properties to set; one that is there no more is set to null."""
    props: Props = {name: list(v) if isinstance(v, tuple) else v for name, v in new.properties.items()}
    if old is not None:
        props.update(dict.fromkeys(old.properties.keys() - new.properties.keys()))
    return props


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
