"""Topics as edges: ABOUT of measures, TREATS of cities."""

from graph.builder import Builder
from graph.derived import Derived
from graph.node_ids import NodeIds


def add_topics(builder: Builder, derived: Derived, ids: NodeIds) -> None:
    """What measures are about, and what cities treat."""
    for fact in derived.measure_topics:
        source = ids.measures.get((fact.plan, fact.document, fact.measure))
        if source:
            builder.node("Measure", source, topic=fact.primary, no_topic=fact.reason)
        for one in fact.topics if source else ():
            proof = one.evidence[0]
            builder.edge(
                "ABOUT", source or "", builder.concept("Topic", one.topic), primary=one.primary, score=one.score,
                share=one.share, levers=one.levers, place=one.place, quote=proof.quote,
                cut=len(proof.quote) < proof.end - proof.start, start=proof.start, end=proof.end, rule=one.rule,
            )  # fmt: skip
    for row in derived.city_topics:
        if row.city in ids.cities:
            builder.edge(
                "TREATS", ids.cities[row.city], builder.concept("Topic", row.topic), status=row.status,
                reason=row.reason, reason_text=row.reason_text, measures=row.measures, primary=row.primary,
                passing=row.passing, per_ten_measures=row.per_ten_measures, per_10k_chars=row.per_10k_chars,
                rule=row.rule,
            )  # fmt: skip
