"""A city's network in numbers, each beside what chance would give: density, centrality, communities, joint work."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from pydantic import Field, TypeAdapter

from compare.pieces import Pieces
from compare.who.chance import Beside, shuffled
from compare.who.function_ties import FunctionTies, tie_bits
from compare.who.joint_work import RULE, Network, network_of
from compare.who.leading import concentration
from compare.who.lines import duty_scopes
from compare.who.missing_functions import NamedBodies, named_bodies
from compare.who.statistic import Base, absent, present
from graph.derived.duties import DutyScopeFact, StatisticFact
from graph.derived.networks import CentralityFact, JointWorkFact
from graph.facts import PlanFacts, Record

if TYPE_CHECKING:
    import networkx

STATISTICS_RULE = "networks.beside_chance"
LEAST_BODIES, LEAST_MEASURES = 5, 10
"""A network of fewer bodies, or of fewer measures with two bodies or more, has no statistics: chance has no room."""
SEEDS = (1, 2, 3)
"""Of the Louvain method, which visits the nodes in a random order: the best of these runs counts."""
EVERY = 2
"""Communities are sought in every second network by chance: they cost more than all else."""
Pair = tuple[int, int]


class NetworkFacts(Record):
    """All that is derived from one place's responsibility lines."""

    scope: DutyScopeFact | None = Field(description="null for a province")
    centralities: list[CentralityFact]
    joint_work: list[JointWorkFact]
    statistics: list[StatisticFact]
    ties: FunctionTies
    named: NamedBodies


SHAPE = TypeAdapter(NetworkFacts)


def network_facts(places: Mapping[str, Sequence[PlanFacts]], pieces: Pieces) -> list[NetworkFacts]:
    """The network of every place, by its name, from its plans; what was computed before is not computed again."""
    return [
        pieces.of(STATISTICS_RULE, own, SHAPE, lambda own=own: _facts(own))  # type: ignore[misc]
        for own in places.values()
    ]


def _facts(plans: Sequence[PlanFacts]) -> NetworkFacts:
    """The network of one place."""
    network = network_of(plans)
    scope = next(iter(duty_scopes(plans)), None)
    numbers = _Numbers(network)
    names = {key: actor.name for key, actor in network.actors.items()}
    return NetworkFacts(
        scope=scope,
        centralities=numbers.centralities(),
        joint_work=numbers.joint_work(),
        statistics=[] if scope is None else [
            *concentration(scope, network.lines.values(), names), *numbers.statistics(scope)
        ],
        ties=numbers.function_ties,
        named=named_bodies(network),
    )  # fmt: skip


class _Numbers:
    """The numbers of one network, and the same by chance. Bodies go by their place in the sorted keys."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.keys = list(network.actors)
        place = {key: at for at, key in enumerate(self.keys)}
        self.measures = [frozenset(place[body] for body in line.bodies) for line in network.lines.values()]
        self.graph = graph_of(self.measures, len(self.keys))
        self.bits = tie_bits([actor.functions for actor in network.actors.values()])
        self.large = len(self.keys) >= LEAST_BODIES and sum(len(one) > 1 for one in self.measures) >= LEAST_MEASURES
        self.whole = {key: Beside(value) for key, value in whole_numbers(self.graph).items()}
        self.communities, modularity = communities(self.graph)
        self.whole["modularity"] = Beside(modularity)
        self.degrees = [Beside(degree) for _, degree in self.graph.degree()]
        self.common = {pair: Beside(weight) for pair, weight in weights_of(self.graph).items()}
        self.by_chance: list[int] = []
        if self.large:
            self._shuffle()
        self.function_ties = FunctionTies.of(
            {one for actor in network.actors.values() for one in actor.functions},
            _function_ties(self.graph, self.bits),
            self.by_chance,
        )

    def _shuffle(self) -> None:
        """Every number in every network by chance."""
        for at, sample in enumerate(shuffled(self.measures, self.network.place)):
            graph = graph_of(sample, len(self.keys))
            for key, value in whole_numbers(graph).items():
                self.whole[key].add(value)
            if at % EVERY == 0:
                self.whole["modularity"].add(communities(graph)[1])
            for body, degree in graph.degree():
                self.degrees[body].add(degree)
            weights = weights_of(graph)
            for pair, beside in self.common.items():
                beside.add(weights.get(pair, 0))
            self.by_chance.append(_function_ties(graph, self.bits))

    def centralities(self) -> list[CentralityFact]:
        """Degree and betweenness of every institution, by key."""
        import networkx  # noqa: PLC0415 - half a second, needed only here

        between = networkx.betweenness_centrality(self.graph) if self.keys else {}
        community = {body: number for number, one in enumerate(self.communities, start=1) for body in one}
        others = max(len(self.keys) - 1, 1)
        return [
            CentralityFact(
                city=self.network.place, institution=key, body=actor.body, name=actor.name, names=sorted(actor.names),
                degree=self.graph.degree[at], centrality=round(self.graph.degree[at] / others, 6),
                betweenness=round(between[at], 6), measures=len(actor.measures),
                degree_expected=self.degrees[at].expected, degree_z=self.degrees[at].z, degree_p=self.degrees[at].p,
                community=community[at] if self.large else None,
                weak=self.network.is_weak(actor.measures, [key]), rule=RULE,
            )
            for at, (key, actor) in enumerate(self.network.actors.items())
        ]  # fmt: skip

    def joint_work(self) -> list[JointWorkFact]:
        """Every pair of institutions that answer for a measure together, by keys."""
        actors, place = self.network.actors, {key: at for at, key in enumerate(self.keys)}
        beside = {pair: self.common[place[pair[0]], place[pair[1]]] for pair in self.network.ties}
        return [
            JointWorkFact(
                city=self.network.place, first=pair[0], first_name=actors[pair[0]].name, second=pair[1],
                second_name=actors[pair[1]].name, score=len(common), measures=sorted(common),
                expected=beside[pair].expected, z=beside[pair].z, p=beside[pair].p,
                weak=self.network.is_weak(common, pair), rule=RULE,
            )
            for pair, common in self.network.ties.items()
        ]  # fmt: skip

    def statistics(self, scope: DutyScopeFact) -> list[StatisticFact]:
        """The network's numbers, or why there are none."""
        base = Base(scope.city, len(self.keys), STATISTICS_RULE)
        if scope.scope == "comparable" and self.large:
            return present(base, self.whole)
        few = f"A network of {LEAST_BODIES} bodies and {LEAST_MEASURES} measures with two or more is wanted."
        return absent(base, "network", scope, ("too_few", few))


def graph_of(measures: Iterable[Iterable[int]], bodies: int) -> "networkx.Graph[int]":
    """Bodies joined by the measures in common, with their number as ``weight``; nodes and edges in sorted order."""
    import networkx  # noqa: PLC0415 - half a second, needed only here

    weights: Counter[Pair] = Counter()
    for one in measures:
        weights.update(combinations(sorted(one), 2))
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(bodies))
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(weights.items()))
    return graph


def weights_of(graph: "networkx.Graph[int]") -> dict[Pair, int]:
    """The number of measures in common by pair of bodies, the smaller place first."""
    return {(min(a, b), max(a, b)): graph.edges[a, b]["weight"] for a, b in graph.edges()}


def whole_numbers(graph: "networkx.Graph[int]") -> dict[str, float]:
    """The statistics of a network without its communities, by key in codebooks/statistics.yaml; 0 where they are not
    defined."""
    import networkx  # noqa: PLC0415 - half a second, needed only here

    degrees = [degree for _, degree in graph.degree()]
    size = len(degrees)
    most = (size - 1) * (size - 2)
    centralisation = sum(max(degrees) - degree for degree in degrees) / most if most > 0 else 0.0
    return {
        "density": networkx.density(graph),
        "transitivity": networkx.transitivity(graph),
        "centralisation": centralisation,
    }


def communities(graph: "networkx.Graph[int]") -> tuple[list[set[int]], float]:
    """The communities by the Louvain method on the number of measures in common, the largest first, then by the
    smallest member; and their modularity, 0 where there are no ties."""
    import networkx  # noqa: PLC0415 - half a second, needed only here

    if not graph.size():
        return [{body} for body in graph], 0.0
    runs = [networkx.community.louvain_communities(graph, weight="weight", seed=seed) for seed in SEEDS]
    valued = [(networkx.community.modularity(graph, found), found) for found in runs]
    modularity, best = max(valued, key=lambda each: each[0])
    return sorted(best, key=lambda one: (-len(one), min(one))), modularity


def _function_ties(graph: "networkx.Graph[int]", bits: dict[Pair, int]) -> int:
    """The functions that a network joins, as bits."""
    ties = 0
    for pair in graph.edges():
        ties |= bits[pair]
    return ties
