"""Networks: who acts with whom in a city. Two institutions are joined by every measure that both answer for.

Collectives (各相关部门, 各县区政府) are left out: they stand for many bodies, beside which every other body would look
central. Forms of one body are one institution by its key in the codebook; a body unknown there goes by its name.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from graph.derived.networks import CentralityFact, JointWorkFact
from graph.facts import PlanFacts
from graph.institutions import institution_key

if TYPE_CHECKING:
    import networkx

RULE = "networks.co_responsibility"
MeasureRef = tuple[str, str]
"""Plan key and measure id."""


@dataclass(slots=True)
class Actor:
    """An institution of a city: its names with how often they stand, and the measures it answers for."""

    body: str | None
    names: Counter[str] = field(default_factory=Counter)
    measures: set[MeasureRef] = field(default_factory=set)

    @property
    def name(self) -> str:
        """Its most frequent name, of equals the smallest."""
        return min(self.names, key=lambda name: (-self.names[name], name))


def institution_graph(plans: Sequence[PlanFacts], city: str) -> "networkx.Graph[str]":
    """The network of a city (or province) as a networkx graph, for pages and notebooks.

    Nodes are institution keys with ``name``, ``body`` and ``measures`` (a number); edges have ``weight`` (measures in
    common). Empty where the city is not held or prints no responsible bodies.
    """
    import networkx  # noqa: PLC0415 - half a second, needed only here

    actors = _actors(plans, city)
    network: networkx.Graph[str] = networkx.Graph(city=city)
    for key, actor in sorted(actors.items()):
        network.add_node(key, name=actor.name, body=actor.body, measures=len(actor.measures))
    for first, second, common in _pairs(actors):
        network.add_edge(first, second, weight=len(common))
    return network


def centralities(plans: Sequence[PlanFacts]) -> list[CentralityFact]:
    """Degree and betweenness of every institution in its city's network, by city and key."""
    import networkx  # noqa: PLC0415 - half a second, needed only here

    facts = []
    for city in _cities(plans):
        actors = _actors(plans, city)
        network = institution_graph(plans, city)
        degree = networkx.degree_centrality(network) if len(network) > 1 else dict.fromkeys(network, 0.0)
        between = networkx.betweenness_centrality(network)
        for key, actor in sorted(actors.items()):
            facts.append(
                CentralityFact(
                    city=city,
                    institution=key,
                    body=actor.body,
                    name=actor.name,
                    names=sorted(actor.names),
                    degree=network.degree[key],
                    centrality=round(degree[key], 6),
                    betweenness=round(between[key], 6),
                    measures=len(actor.measures),
                    rule=RULE,
                )
            )
    return facts


def joint_work(plans: Sequence[PlanFacts]) -> list[JointWorkFact]:
    """Every pair of institutions of a city that answer for a measure together, by city and keys."""
    facts = []
    for city in _cities(plans):
        actors = _actors(plans, city)
        for first, second, common in _pairs(actors):
            facts.append(
                JointWorkFact(
                    city=city,
                    first=first,
                    first_name=actors[first].name,
                    second=second,
                    second_name=actors[second].name,
                    score=len(common),
                    measures=sorted(common),
                    rule=RULE,
                )
            )
    return facts


def _cities(plans: Iterable[PlanFacts]) -> list[str]:
    """The places whose plans these are, provinces included."""
    return sorted({facts.place.name for facts in plans})


def _actors(plans: Iterable[PlanFacts], city: str) -> dict[str, Actor]:
    """The institutions of a city by key."""
    actors: dict[str, Actor] = {}
    for facts in plans:
        if facts.place.name != city:
            continue
        for responsibility in facts.responsibilities:
            if not responsibility.collective:
                actor = actors.setdefault(institution_key(facts.place, responsibility), Actor(responsibility.body))
                actor.names[responsibility.institution] += 1
                actor.measures.add((facts.key, responsibility.measure))
    return actors


def _pairs(actors: dict[str, Actor]) -> list[tuple[str, str, set[MeasureRef]]]:
    """Pairs of institutions with the measures that both answer for, sorted by keys."""
    return [
        (first, second, common)
        for first, second in combinations(sorted(actors), 2)
        if (common := actors[first].measures & actors[second].measures)
    ]
