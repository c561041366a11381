"""The codebooks in the form that the graph takes them: graph imports no codebooks."""

from codebooks.components import component_models, origins
from codebooks.institutions import functions, institutions
from codebooks.models import models
from codebooks.quantities import families, indicators
from codebooks.topics import topics
from graph.vocabulary import (
    ComponentEntry,
    Entry,
    IndicatorEntry,
    InstitutionEntry,
    ModelEntry,
    TopicEntry,
    Vocabulary,
)


def vocabulary() -> Vocabulary:
    """Names and definitions of all codebooks. Raises CodebookError."""
    return Vocabulary(
        functions=[Entry(key=f.key, zh=f.zh, en=f.en, definition=f.definition) for f in functions().values()],
        indicators=[
            *(IndicatorEntry(key=family.key, zh=family.zh, en=family.en) for family in families()),
            *(
                IndicatorEntry(
                    key=i.key, zh=i.zh, en=i.en, unit=i.unit, direction=i.direction, dimension=i.dimension,
                    object=i.object, scope=i.scope, broader=[i.family] if i.family else [],
                )
                for i in indicators()
            ),
        ],
        models=_models(),
        components=_components(),
        topics=_topics(),
        institutions=[
            InstitutionEntry(
                key=b.key, zh=b.zh, en=b.en, functions=list(b.functions), successor_of=b.successor_of, since=b.since
            )
            for b in institutions().values()
            if b.kind == "body"
        ],
    )  # fmt: skip


def _models() -> list[ModelEntry]:
    """The models of models.yaml, and those that only their components and the names of others make."""
    wider = {name: model.key for model in component_models().values() for name in model.named_by if name != model.key}
    listed = [
        ModelEntry(
            key=m.key, zh=m.zh, en=m.en, definition=m.definition, origin=origins().get(m.key),
            variants=[variant.key for variant in m.variants], broader=[wider[m.key]] if m.key in wider else [],
        )
        for m in models()
    ]  # fmt: skip
    known = {entry.key for entry in listed}
    return listed + [
        ModelEntry(key=m.key, zh=m.zh or m.key, en=m.en or "", definition=m.definition or "", origin=m.origin)
        for m in component_models().values()
        if m.key not in known
    ]


def _components() -> list[ComponentEntry]:
    """The components of all models, each with the first national document that lists it."""
    found = []
    for model in component_models().values():
        for component in model.components:
            first = min(component.listed_in, key=lambda listing: listing.year)
            found.append(
                ComponentEntry(
                    key=component.key, zh=component.zh, en=component.en, definition=component.definition,
                    model=model.key, tier=component.tier, since=first.year, source=first.number,
                )
            )  # fmt: skip
    return found


def _topics() -> list[TopicEntry]:
    """The fields of health policy and the topics below each, with the names of their levers."""
    book = topics()
    fields = [
        TopicEntry(key=field.key, zh=field.zh, en=field.en, level="field", who=sorted(field.who))
        for field in book.fields.values()
    ]
    return fields + [
        TopicEntry(
            key=topic.key, zh=topic.zh, en=topic.en, definition=topic.definition, broader=[topic.field], level="topic",
            who=sorted(book.fields[topic.field].who), levers={lever.key: lever.zh for lever in topic.levers},
        )
        for topic in book.topics.values()
    ]  # fmt: skip
