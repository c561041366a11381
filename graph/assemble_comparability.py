"""Comparability in the graph: properties of documents, COMPARES_WITH and RESEMBLES of cities, levers and their use."""

from graph.builder import Builder
from graph.derived import Derived
from graph.node_ids import NodeIds


def add_comparability(builder: Builder, derived: Derived, ids: NodeIds) -> None:
    """What plans are, how far cities compare, and which levers they use."""
    for kind in derived.plan_kinds:
        builder.node(
            "Document", ids.documents[kind.plan, kind.document], subject=kind.subject, subject_fields=kind.fields,
            rank=kind.rank, span=kind.span, plan_year=kind.year, measure_chars=kind.chars,
            chars_a_measure=kind.chars_a_measure,
        )  # fmt: skip
    for pair in derived.comparability:
        first, second = ids.cities[pair.first], ids.cities[pair.second]
        builder.edge("COMPARES_WITH", *sorted((first, second)), flags=pair.flags, texts=pair.texts, rule=pair.rule)
    for one in derived.likeness:
        first, second = ids.cities[one.first], ids.cities[one.second]
        swapped = first > second
        builder.edge(
            "RESEMBLES", *sorted((first, second)), score=one.score, part=one.part, shared=one.shared,
            shared_zh=one.shared_zh, only_source=one.only_second if swapped else one.only_first,
            only_target=one.only_first if swapped else one.only_second, rule=one.rule,
        )  # fmt: skip
    _levers(builder, derived, ids)


def _levers(builder: Builder, derived: Derived, ids: NodeIds) -> None:
    """Each lever below its topic, which city uses it, and by which measures."""
    for lever in derived.levers:
        own = builder.concept(
            "Lever", lever.lever, name=lever.zh, en=lever.en, topic=lever.topic, standing=lever.standing,
            used_by=lever.cities, asked=lever.asked, rule=lever.rule,
        )  # fmt: skip
        builder.edge("BROADER", own, builder.concept("Topic", lever.topic))
    for use in derived.lever_uses:
        target = builder.concept("Lever", use.lever)
        builder.edge(
            "USES", ids.cities[use.city], target, status=use.status, reason=use.reason, reason_text=use.reason_text,
            measures=len(use.places), rule=use.rule,
        )  # fmt: skip
        for one in use.places:
            proof = one.evidence
            source = ids.measures.get((proof.plan, proof.document, proof.measure or ""))
            if source:
                builder.edge(
                    "PULLS", source, target, place=one.place, quote=proof.quote, start=proof.start, end=proof.end,
                    cut=len(proof.quote) < proof.end - proof.start, rule=proof.rule,
                )  # fmt: skip
