"""Gathers statements about nodes and edges and makes a graph of them.

Several plans may say something of one node. A property that they state differently is the most frequent value, ties
by the smallest, so the order of loading never shows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.ids import hashed
from graph.model import Edge, Graph, Node, Value
from graph.ontology import Ontology, Property

type Given = str | int | float | bool | Iterable[str] | None
type _Said = dict[str, Value]

_NONE = frozenset[str]()


class Builder:
    """Takes statements in any order. ``graph`` gives what they come to, unchecked."""

    def __init__(self, ontology: Ontology) -> None:
        self._floats = {one.name: _floats(one.properties) for one in ontology.classes.values()}
        self._floats |= {one.name: _floats(one.properties) for one in ontology.relations.values()}
        of_text = {"source", "target", "ordinal"}
        self._keys = {
            one.name: [name for name in one.key if name not in of_text] for one in ontology.relations.values()
        }
        self._labels: dict[str, str] = {}
        self._nodes: dict[str, list[_Said]] = defaultdict(list)
        self._ends: dict[str, tuple[str, str, str]] = {}
        self._edges: dict[str, list[_Said]] = defaultdict(list)
        self._seen: Counter[tuple[object, ...]] = Counter()
        self._words: dict[tuple[str, str], set[str]] = defaultdict(set)

    def ordinal(self, *key: object) -> int:
        """How often this key was asked for before: 0, 1, 2 …"""
        self._seen[key] += 1
        return self._seen[key] - 1

    def node(self, label: str, own: str, **properties: Given) -> str:
        """A statement about a node; gives its id."""
        self._labels[own] = label
        self._nodes[own].append(_said({"id": own, **properties}, self._floats.get(label, _NONE)))
        return own

    def concept(self, label: str, key: str, **properties: Given) -> str:
        """A codebook's entry by its key; a key that the vocabulary lacks stands for its name."""
        return self._entry(label, hashed(label, key), {"key": key}, properties)

    def edge(self, kind: str, source: str, target: str, **properties: Given) -> None:
        """A known or derived relation: one between two nodes."""
        self._edge(kind, hashed(kind, source, target), source, target, properties)

    def component(self, model: str, key: str, **properties: Given) -> str:
        """A component by the keys of its model and its own."""
        return self._entry("Component", hashed("Component", model, key), {"model": model, "key": key}, properties)

    def _entry(self, label: str, own: str, keys: Mapping[str, str], properties: Mapping[str, Given]) -> str:
        if self.has(own) and not properties:
            return own
        name = {} if self.has(own) else {"name": keys["key"]}
        return self.node(label, own, **{**name, **keys, **properties})

    def add_word(self, own: str, name: str, word: str) -> None:
        """One more item of a list property of a node, which ends sorted and without repetitions."""
        self._words[own, name].add(word)

    def read(self, kind: str, plan: str, source: str, target: str, **properties: Given) -> None:
        """A relation read from the text of a plan, with start, end and rule. Its id is a hash of the key fields that
        the ontology names and how often they stood before in this plan."""
        key: list[Any] = [kind, source, target, *[properties[name] for name in self._keys[kind]]]
        own = hashed(kind, *key[1:], self.ordinal(plan, *key))
        self._edge(kind, own, source, target, {"id": own, **properties})

    def _edge(self, kind: str, own: str, source: str, target: str, properties: Mapping[str, Given]) -> None:
        self._ends[own] = (kind, source, target)
        self._edges[own].append(_said(properties, self._floats.get(kind, _NONE)))

    def has(self, own: str) -> bool:
        """Whether anything was said of this node."""
        return own in self._labels

    def stated(self, label: str, name: str) -> list[tuple[str, Value]]:
        """The ids of a class with what was said of one property."""
        own = [each for each, known in self._labels.items() if known == label]
        return [
            (each, value) for each in own for value in {said[name]: 0 for said in self._nodes[each] if name in said}
        ]

    def graph(self) -> Graph:
        """Nodes and edges, sorted by id."""
        for (own, name), words in self._words.items():
            self._nodes[own].append({name: tuple(sorted(words))})
        nodes = {own: Node(self._labels[own], own, _settled(self._nodes[own])) for own in sorted(self._labels)}
        edges = {}
        for own in sorted(self._ends):
            kind, source, target = self._ends[own]
            edges[own] = Edge(kind, own, source, target, _settled(self._edges[own]))
        return Graph(nodes, edges)


def _floats(properties: Mapping[str, Property]) -> frozenset[str]:
    return frozenset(one.name for one in properties.values() if one.type == "float")


def _said(properties: Mapping[str, Given], floats: frozenset[str]) -> _Said:
    """What is said; nulls and empty lists say nothing, whole numbers become floats where the ontology says so."""
    said: _Said = {}
    for name, given in properties.items():
        if given is None:
            continue
        if isinstance(given, str):
            said[name] = given
        elif isinstance(given, (int, float)):
            said[name] = float(given) if name in floats and not isinstance(given, bool) else given
        elif value := tuple(given):
            said[name] = value
    return said


def _settled(statements: Sequence[_Said]) -> _Said:
    """Each property's most frequent value, of equals the smallest. Of most nodes and edges one thing is said."""
    first = statements[0]
    if statements.count(first) == len(statements):
        return first
    counts = defaultdict[str, Counter[Value]](Counter)
    for said in statements:
        for name, value in said.items():
            counts[name][value] += 1
    return {name: min(found, key=lambda value: (-found[value], value)) for name, found in sorted(counts.items())}
