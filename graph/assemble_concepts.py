"""The codebooks' entries as nodes (functions, indicators, models with their components, topics), and what the codebook
says of the institutions that plans name."""

from collections.abc import Sequence

from graph.builder import Builder
from graph.ids import hashed
from graph.vocabulary import Entry, Vocabulary


def add_vocabulary(builder: Builder, vocabulary: Vocabulary) -> None:
    """Every entry, whether or not a plan names it: an empty cell of a comparison is an answer too."""
    _entries(builder, "Function", vocabulary.functions)
    _entries(builder, "Topic", vocabulary.topics)
    for topic in vocabulary.topics:
        builder.node(
            "Topic", hashed("Topic", topic.key), level=topic.level, who=topic.who, levers=list(topic.levers),
            lever_names=[f"{key} {name}" for key, name in topic.levers.items()],
        )  # fmt: skip
    _entries(builder, "Indicator", vocabulary.indicators)
    for indicator in vocabulary.indicators:
        builder.node(
            "Indicator", hashed("Indicator", indicator.key), unit=indicator.unit, direction=indicator.direction,
            dimension=indicator.dimension, object=indicator.object, scope=indicator.scope, reviewed=True,
        )  # fmt: skip
    _entries(builder, "Model", vocabulary.models)
    for model in vocabulary.models:
        builder.node("Model", hashed("Model", model.key), origin=model.origin, variants=model.variants)
    for one in vocabulary.components:
        own = builder.component(
            one.model, one.key, name=one.zh, en=one.en, definition=one.definition, tier=one.tier, since=one.since,
            source=one.source,
        )  # fmt: skip
        builder.edge("HAS_COMPONENT", builder.concept("Model", one.model), own, tier=one.tier)


def add_bodies(builder: Builder, vocabulary: Vocabulary) -> None:
    """Names of known bodies, and which body of a city took over the work of which. Call it when all plans are in: a
    body that no plan of the city names has no node, so it succeeds nobody."""
    known = {entry.key: entry for entry in vocabulary.institutions}
    cities = dict(builder.stated("Institution", "city"))
    for own, body in builder.stated("Institution", "body"):
        entry = known.get(str(body))
        if entry is None:
            continue
        builder.node("Institution", own, official=entry.zh, en=entry.en or None)
        if entry.successor_of:
            former = hashed("Institution", cities[own], entry.successor_of)
            if builder.has(former):
                builder.edge("SUCCEEDS", own, former, since=entry.since)


def _entries(builder: Builder, label: str, entries: Sequence[Entry]) -> None:
    """Entries, and the more general ones of each."""
    for entry in entries:
        builder.concept(label, entry.key, name=entry.zh, en=entry.en or None, definition=entry.definition or None)
    for entry in entries:
        for key in entry.broader:
            builder.edge("BROADER", hashed(label, entry.key), builder.concept(label, key))
