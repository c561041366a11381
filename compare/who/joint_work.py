"""Networks: who acts with whom in a city. Two institutions are joined by every measure that both answer for.

Only lines that compare count (compare/who/lines.py): no collectives (各相关部门, 各县区政府), which stand for many
bodies, beside which every other body would look central, and no departments inside one body. Forms of one body are one
institution by its key in the codebook; a body unknown there goes by its name.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from compare.who.lines import Line, MeasureRef, comparable_lines
from graph.facts import PlanFacts
from graph.institutions import institution_key

if TYPE_CHECKING:
    import networkx

RULE = "networks.co_responsibility"


@dataclass(slots=True)
class Actor:
    """An institution of a place: its names with how often they stand, its functions, and its measures."""

    body: str | None
    names: Counter[str] = field(default_factory=Counter)
    functions: set[str] = field(default_factory=set)
    measures: set[MeasureRef] = field(default_factory=set)

    @property
    def name(self) -> str:
        """Its most frequent name, of equals the smallest."""
        return min(self.names, key=lambda name: (-self.names[name], name))


@dataclass(slots=True)
class Network:
    """Who acts with whom in one place: its comparable lines by measure, its institutions by key (sorted), and the
    measures that two of them, by sorted keys, have in common."""

    place: str
    lines: dict[MeasureRef, Line]
    actors: dict[str, Actor]
    ties: dict[tuple[str, str], list[MeasureRef]]

    def is_weak(self, measures: Iterable[MeasureRef], bodies: Iterable[str]) -> bool:
        """Whether each of these measures names one of these bodies in a list that goes on with 等: as one of some."""
        return all(not self.lines[ref].open.isdisjoint(bodies) for ref in measures)


def network_of(plans: Sequence[PlanFacts]) -> Network:
    """The network of one place, whose plans these are."""
    lines = comparable_lines(plans)
    actors: dict[str, Actor] = {}
    for facts in plans:
        for one in facts.responsibilities:
            ref, key = (facts.key, one.measure), institution_key(facts.place, one)
            if ref in lines and key in lines[ref].bodies:
                actor = actors.setdefault(key, Actor(one.body))
                actor.names[one.institution] += 1
                actor.functions.update(one.functions)
                actor.measures.add(ref)
    ties: dict[tuple[str, str], list[MeasureRef]] = {}
    for ref, line in lines.items():
        for pair in combinations(sorted(line.bodies), 2):
            ties.setdefault(pair, []).append(ref)
    place = plans[0].place.name if plans else ""
    return Network(place, lines, dict(sorted(actors.items())), dict(sorted(ties.items())))


def by_place(plans: Iterable[PlanFacts]) -> dict[str, list[PlanFacts]]:
    """The plans of each city and province by its name, sorted by name and key."""
    places: dict[str, list[PlanFacts]] = {}
    for facts in sorted(plans, key=lambda each: (each.place.name, each.key)):
        places.setdefault(facts.place.name, []).append(facts)
    return places


def institution_graph(plans: Sequence[PlanFacts], city: str) -> "networkx.Graph[str]":
    """The network of a city (or province) as a networkx graph, for pages and notebooks.

    Nodes are institution keys with ``name``, ``body`` and ``measures`` (a number); edges have ``weight`` (measures in
    common). Empty where the city is not held or its lines do not compare.
    """
    import networkx  # noqa: PLC0415 - half a second, needed only here

    found = network_of(by_place(plans).get(city, []))
    network: networkx.Graph[str] = networkx.Graph(city=city)
    for key, actor in found.actors.items():
        network.add_node(key, name=actor.name, body=actor.body, measures=len(actor.measures))
    for (first, second), common in found.ties.items():
        network.add_edge(first, second, weight=len(common))
    return network
