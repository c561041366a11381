"""What compare derived, as edges and properties of their own; never mixed with what a text says."""

from collections.abc import Mapping

from graph.builder import Builder
from graph.derived import AdoptionFact, Derived
from graph.ids import hashed


def add_derived(builder: Builder, derived: Derived, measures: Mapping[tuple[str, str, str], str]) -> None:
    """All of it. ``measures``: node ids by plan key, document key and measure id. A fact about what is not in the
    graph (a province has no row of city questions) is left out."""
    cities = {str(name): own for own, name in builder.stated("City", "name")}
    for adoption in derived.adoptions:
        if adoption.city in cities:
            _adoption(builder, adoption, cities[adoption.city])
    for does in derived.does:
        source = measures.get((does.plan, does.document, does.measure))
        if source:
            proof = does.evidence
            builder.edge(
                "DOES", source, builder.component(does.model, does.component), status=does.status,
                parts=sorted(does.parts), quote=proof.quote, cut=len(proof.quote) < proof.end - proof.start,
                start=proof.start, end=proof.end, rule=does.rule,
            )  # fmt: skip
    for one in derived.centralities:
        own = hashed("Institution", one.city, one.institution)
        if builder.has(own):
            builder.node("Institution", own, degree=one.degree, centrality=one.centrality, betweenness=one.betweenness)
    for pair in derived.joint_work:
        ends = sorted(hashed("Institution", pair.city, key) for key in (pair.first, pair.second))
        if all(builder.has(end) for end in ends):
            builder.edge("WORKS_WITH", *ends, measures=pair.score, rule=pair.rule)


def _adoption(builder: Builder, fact: AdoptionFact, city: str) -> None:
    """A city's position on a model and on its components."""
    builder.edge(
        "ADOPTS", city, builder.concept("Model", fact.model), grade=fact.grade, named=fact.named, stance=fact.stance,
        reason=fact.reason, reason_text=fact.reason_text, core_done=fact.score, plans=sorted(fact.plans),
        rule=fact.rule,
    )  # fmt: skip
    for one in fact.components:
        builder.edge(
            "COVERS", city, builder.component(fact.model, one.component), status=one.status, reason=one.reason,
            reason_text=one.reason_text, parts=sorted(one.decided_by), rule=one.rule,
        )  # fmt: skip
