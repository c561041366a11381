"""Alignment as ALIGNED_WITH edges between measures of two cities, each pair once, from the smaller id."""

from graph.builder import Builder
from graph.derived.alignment import AlignedSide, AlignmentFact
from graph.node_ids import NodeIds


def add_alignment(builder: Builder, facts: list[AlignmentFact], ids: NodeIds) -> None:
    """Every aligned pair; what is said of one side stands with the edge's end that it is."""
    for fact in facts:
        sides = [(_id(ids, side), side) for side in (fact.first, fact.second)]
        ends = [(own, side) for own, side in sides if own is not None]
        if len(ends) == 2:
            (source, one), (target, other) = sorted(ends, key=lambda end: end[0])
            builder.edge(
                "ALIGNED_WITH", source, target, verdict=fact.verdict, score=fact.score, same=fact.same,
                related=fact.related, named=fact.named, shared=fact.shared, differs=fact.differs,
                inputs=[f"{name} {value:.3f}" for name, value in fact.inputs.items()], source_words=one.words,
                target_words=other.words, source_functions=one.functions, target_functions=other.functions,
                source_deadline=one.deadline, target_deadline=other.deadline, source_stance=one.stance,
                target_stance=other.stance, source_start=one.start, source_end=one.end, target_start=other.start,
                target_end=other.end, rule=fact.rule,
            )  # fmt: skip


def _id(ids: NodeIds, side: AlignedSide) -> str | None:
    return ids.measures.get((side.plan, side.document, side.measure))
