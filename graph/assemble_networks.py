"""Networks of institutions as WORKS_WITH edges and derived properties of Institution."""

from graph.builder import Builder
from graph.derived import Derived
from graph.node_ids import NodeIds


def add_networks(builder: Builder, derived: Derived, ids: NodeIds) -> None:
    """Where institutions stand in their city's network, and which work together."""
    for one in derived.centralities:
        own = ids.institution(one.city, one.institution)
        if builder.has(own):
            builder.node("Institution", own, degree=one.degree, centrality=one.centrality, betweenness=one.betweenness)
    for pair in derived.joint_work:
        ends = sorted(ids.institution(pair.city, key) for key in (pair.first, pair.second))
        if all(builder.has(end) for end in ends):
            builder.edge("WORKS_WITH", *ends, measures=pair.score, rule=pair.rule)
