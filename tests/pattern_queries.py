"""Random reading queries over a graph, and what each must give, found by a plain walk over nodes and edges.

A query is a chain of one to three relations that the ontology allows, from any class, with conditions on properties, a
count of further relations, and one of three ways to return. The walk knows nothing of either engine.
"""

import operator
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.model import Edge, Graph, Node
from graph.ontology import Ontology

type Row = tuple[Any, ...]


@dataclass(frozen=True)
class Step:
    """One relation of a chain: its type, whether it is followed forwards, and the class at its end."""

    kind: str
    forwards: bool
    label: str


@dataclass(frozen=True)
class Condition:
    """What must hold of a node's property, or how many relations of a type must leave the node."""

    node: int
    name: str
    sign: str
    value: Any


@dataclass(frozen=True)
class Query:
    """A chain with conditions; ``give``: rows, groups or distinct."""

    first: str
    steps: tuple[Step, ...]
    conditions: tuple[Condition, ...]
    give: str

    @property
    def cypher(self) -> str:
        """The query as text."""
        chain = f"(n0:{self.first})"
        for place, step in enumerate(self.steps, 1):
            left, right = ("-", "->") if step.forwards else ("<-", "-")
            chain += f"{left}[:{step.kind}]{right}(n{place}:{step.label})"
        where = " AND ".join(self._condition(place) for place in range(len(self.conditions)))
        last = len(self.steps)
        gives = {
            "rows": ", ".join(f"n{place}.id AS c{place}" for place in range(last + 1)),
            "groups": "n0.id AS c0, count(*) AS c1",
            "distinct": f"DISTINCT n{last}.id AS c0",
        }
        return f"MATCH {chain} {f'WHERE {where} ' if where else ''}RETURN {gives[self.give]}"

    def _condition(self, place: int) -> str:
        one = self.conditions[place]
        if one.sign == "count":
            return f"COUNT {{ (n{one.node})-[:{one.name}]->() }} {'>' if one.value else '='} 0"
        if one.sign == "null":
            return f"n{one.node}.`{one.name}` IS {'' if one.value else 'NOT '}NULL"
        return f"n{one.node}.`{one.name}` {one.sign} $p{place}"

    @property
    def params(self) -> dict[str, Any]:
        """The values of the conditions."""
        return {
            f"p{place}": one.value for place, one in enumerate(self.conditions) if one.sign not in ("count", "null")
        }


class Walker:
    """Evaluates queries over a graph, and makes random ones that fit it."""

    def __init__(self, graph: Graph, ontology: Ontology) -> None:
        self.graph, self.ontology = graph, ontology
        self.by_label: dict[str, list[Node]] = defaultdict(list)
        for node in graph.nodes.values():
            self.by_label[node.label].append(node)
        self.out: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self.into: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in graph.edges.values():
            self.out[edge.source, edge.kind].append(edge)
            self.into[edge.target, edge.kind].append(edge)

    def rows(self, query: Query) -> Counter[Row]:
        """What the query gives, each row with how often."""
        found: Counter[Row] = Counter()
        for path in self._paths(query):
            ids = tuple(node.id for node in path)
            found[ids if query.give == "rows" else (ids[0],) if query.give == "groups" else (ids[-1],)] += 1
        if query.give == "groups":
            return Counter({(*ids, count): 1 for ids, count in found.items()})
        return Counter(dict.fromkeys(found, 1)) if query.give == "distinct" else found

    def _paths(self, query: Query) -> Iterator[list[Node]]:
        stack: list[tuple[list[Node], frozenset[str]]] = [
            ([node], frozenset()) for node in self.by_label[query.first] if self._holds(query, 0, node)
        ]
        while stack:
            path, used = stack.pop()
            if len(path) > len(query.steps):
                yield path
                continue
            step = query.steps[len(path) - 1]
            edges = (self.out if step.forwards else self.into)[path[-1].id, step.kind]
            for edge in edges:
                node = self.graph.nodes[edge.target if step.forwards else edge.source]
                if edge.id not in used and node.label == step.label and self._holds(query, len(path), node):
                    stack.append(([*path, node], used | {edge.id}))

    def _holds(self, query: Query, place: int, node: Node) -> bool:
        return all(self._true(one, node) for one in query.conditions if one.node == place)

    def _true(self, one: Condition, node: Node) -> bool:
        if one.sign == "count":
            return bool(self.out[node.id, one.name]) is one.value
        held = node.properties.get(one.name)
        if one.sign == "null":
            return (held is None) is one.value
        if held is None:
            return False
        if one.sign == "CONTAINS":
            return str(one.value) in str(held)
        compare = {"=": operator.eq, ">": operator.gt, "<=": operator.le}
        return bool(compare[one.sign](held, one.value))

    def invent(self, chance: random.Random) -> Query:
        """A query of the ontology's types with values that the graph holds."""
        first = chance.choice(sorted(self.by_label))
        steps, label = list[Step](), first
        for _ in range(chance.randint(1, 3)):
            nexts = self._nexts(label)
            if not nexts:
                break
            steps.append(chance.choice(nexts))
            label = steps[-1].label
        labels = [first, *(step.label for step in steps)]
        conditions = [
            condition
            for place in range(len(labels))
            if chance.random() < 0.4 and (condition := self._condition(chance, place, labels[place]))
        ]
        return Query(first, tuple(steps), tuple(conditions), chance.choice(["rows", "groups", "distinct"]))

    def _nexts(self, label: str) -> list[Step]:
        found = []
        for kind, relation in self.ontology.relations.items():
            for source, target in relation.ends:
                found += [Step(kind, True, target)] if source == label else []
                found += [Step(kind, False, source)] if target == label else []
        return found

    def _condition(self, chance: random.Random, place: int, label: str) -> Condition | None:
        if chance.random() < 0.25:
            kinds = sorted({k for k, r in self.ontology.relations.items() if label in {a for a, _ in r.ends}})
            return Condition(place, chance.choice(kinds), "count", chance.random() < 0.5) if kinds else None
        one = chance.choice(list(self.ontology.classes[label].properties.values()))
        if chance.random() < 0.2:
            return Condition(place, one.name, "null", chance.random() < 0.5)
        held = [node.properties[one.name] for node in self.by_label[label] if one.name in node.properties]
        if not held or one.type == "words":
            return None
        value = chance.choice(held)
        if isinstance(value, bool):
            return Condition(place, one.name, "=", value)
        if isinstance(value, str):
            at = chance.randrange(max(1, len(value) - 1))
            sign, wanted = chance.choice([("=", value), ("CONTAINS", value[at : at + 2])])
            return Condition(place, one.name, sign, wanted)
        return Condition(place, one.name, chance.choice(["=", ">", "<="]), value)
