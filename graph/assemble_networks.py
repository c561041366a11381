"""Networks of institutions as WORKS_WITH and JOINS_ALIKE edges and derived properties of Institution."""

from graph.builder import Builder
from graph.derived import Derived
from graph.node_ids import NodeIds


def add_networks(builder: Builder, derived: Derived, ids: NodeIds) -> None:
    """Where institutions stand in their city's network, which work together, and how alike cities join functions."""
    for one in derived.centralities:
        own = ids.institution(one.city, one.institution)
        if builder.has(own):
            builder.node(
                "Institution", own, degree=one.degree, centrality=one.centrality, betweenness=one.betweenness,
                degree_expected=one.degree_expected, degree_z=one.degree_z, degree_p=one.degree_p,
                community=one.community, weak=one.weak,
            )  # fmt: skip
    for pair in derived.joint_work:
        ends = sorted(ids.institution(pair.city, key) for key in (pair.first, pair.second))
        if all(builder.has(end) for end in ends):
            builder.edge(
                "WORKS_WITH", *ends, measures=pair.score, expected=pair.expected, z=pair.z, p=pair.p, weak=pair.weak,
                rule=pair.rule,
            )  # fmt: skip
    for gap in derived.left_out:
        if gap.city in ids.cities:
            builder.edge(
                "LACKS_FUNCTION", ids.cities[gap.city], builder.concept("Function", gap.function),
                named_in=gap.named_in, cities=len(gap.named_in),
                lines=gap.lines, share=gap.share, by_chance=gap.by_chance, rule=gap.rule,
            )  # fmt: skip
    for both in derived.overlaps:
        cities = sorted(ids.cities[city] for city in (both.first, both.second) if city in ids.cities)
        if len(cities) == 2:
            builder.edge(
                "JOINS_ALIKE", *cities, functions=both.functions, common=both.common,
                either=both.ties_first + both.ties_second - both.common, overlap=both.overlap, expected=both.expected,
                spread=both.spread, z=both.z, p=both.p, rule=both.rule,
            )  # fmt: skip
