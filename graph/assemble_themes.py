"""Themes as Theme nodes with IN_THEME edges of their measures."""

from graph.builder import Builder
from graph.derived.themes import ThemeFact
from graph.node_ids import NodeIds


def add_themes(builder: Builder, facts: list[ThemeFact], ids: NodeIds) -> None:
    """Every theme with the measures that are in the graph."""
    for fact in facts:
        theme = builder.concept(
            "Theme", fact.key, name=fact.name, en=fact.en, basis=fact.basis, topic=fact.topic, words=fact.words,
            cities=fact.cities, measures=len(fact.members), rule=fact.rule,
        )  # fmt: skip
        for member in fact.members:
            measure = ids.measures.get((member.plan, member.document, member.measure))
            if measure is not None:
                builder.edge(
                    "IN_THEME", measure, theme, score=member.score, role=member.role, primary=member.primary,
                    start=member.start, end=member.end, rule=fact.rule,
                )  # fmt: skip
