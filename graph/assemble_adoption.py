"""Adoption of reform models as edges: ADOPTS and COVERS of cities, DOES of measures."""

from graph.builder import Builder
from graph.derived import Derived
from graph.derived.adoption import AdoptionFact
from graph.node_ids import NodeIds


def add_adoption(builder: Builder, derived: Derived, ids: NodeIds) -> None:
    """What the cities adopt and what their measures do."""
    for adoption in derived.adoptions:
        if adoption.city in ids.cities:
            _adoption(builder, adoption, ids.cities[adoption.city])
    for does in derived.does:
        source = ids.measures.get((does.plan, does.document, does.measure))
        if source:
            proof = does.evidence
            builder.edge(
                "DOES", source, builder.component(does.model, does.component), status=does.status,
                parts=sorted(does.parts), quote=proof.quote, cut=len(proof.quote) < proof.end - proof.start,
                start=proof.start, end=proof.end, rule=does.rule,
            )  # fmt: skip


def _adoption(builder: Builder, fact: AdoptionFact, city: str) -> None:
    """A city's position on a model and on its components."""
    builder.edge(
        "ADOPTS", city, builder.concept("Model", fact.model), grade=fact.grade, named=fact.named, stance=fact.stance,
        stages=fact.stages, status=fact.cell, reason=fact.reason, reason_text=fact.reason_text, core_done=fact.score,
        core_partial=fact.core_partial, core=fact.core, needed=fact.needed, extended_done=fact.extended_done,
        extended_partial=fact.extended_partial, extended=fact.extended, plans=sorted(fact.plans), rule=fact.rule,
    )  # fmt: skip
    for one in fact.components:
        builder.edge(
            "COVERS", city, builder.component(fact.model, one.component), status=one.status, cell=one.cell,
            reason=one.reason, reason_text=one.reason_text, parts=sorted(one.decided_by), rule=one.rule,
        )  # fmt: skip
