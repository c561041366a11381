"""The codebooks' entries as nodes: functions, indicators, models with their components, topics."""

from collections.abc import Sequence

from graph.builder import Builder
from graph.ids import hashed
from graph.vocabulary import Entry, Vocabulary


def add_vocabulary(builder: Builder, vocabulary: Vocabulary) -> None:
    """Every entry, whether or not a plan names it: an empty cell of a comparison is an answer too."""
    _entries(builder, "Function", vocabulary.functions)
    _entries(builder, "Topic", vocabulary.topics)
    _entries(builder, "Indicator", vocabulary.indicators)
    for indicator in vocabulary.indicators:
        builder.node("Indicator", hashed("Indicator", indicator.key), unit=indicator.unit)
    _entries(builder, "Model", vocabulary.models)
    for model in vocabulary.models:
        builder.node("Model", hashed("Model", model.key), origin=model.origin, variants=model.variants)
    for one in vocabulary.components:
        own = builder.component(
            one.model, one.key, name=one.zh, en=one.en, definition=one.definition, tier=one.tier, since=one.since,
            source=one.source,
        )  # fmt: skip
        builder.edge("HAS_COMPONENT", builder.concept("Model", one.model), own, tier=one.tier)


def _entries(builder: Builder, label: str, entries: Sequence[Entry]) -> None:
    """Entries, and the more general ones of each."""
    for entry in entries:
        builder.concept(label, entry.key, name=entry.zh, en=entry.en or None, definition=entry.definition or None)
    for entry in entries:
        for key in entry.broader:
            builder.edge("BROADER", hashed(label, entry.key), builder.concept(label, key))
