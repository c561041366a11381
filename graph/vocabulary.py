"""Vocabulary: what codebooks say of functions, models, components, indicators, topics and institutions.

This room imports no codebooks; who composes a load hands their names and definitions over in this form.
"""

from pydantic import Field

from graph.facts import Record


class Entry(Record):
    """A concept of a codebook. ``broader``: keys of more general entries of the same list."""

    key: str
    zh: str
    en: str = ""
    definition: str = ""
    broader: list[str] = Field(default_factory=list)


class IndicatorEntry(Entry):
    """What targets measure. ``unit``: the unit that cities are compared in; ``direction``: whether more or less is
    better; ``dimension``: the kind of quantity; ``object``: what is counted; ``scope``: for whom it holds where a plan
    does not say. A subject that only joins others has none of these."""

    unit: str | None = None
    direction: str | None = None
    dimension: str | None = None
    object: str | None = None
    scope: str | None = None


class TopicEntry(Entry):
    """A field (``level`` field) or topic of health policy. ``who``: building blocks of a health system (WHO);
    ``levers``: Chinese names of its levers by their keys."""

    level: str
    who: list[str] = Field(default_factory=list)
    levers: dict[str, str] = Field(default_factory=dict)


class ModelEntry(Entry):
    """A reform model. ``origin``: full name of the city that it comes from."""

    variants: list[str] = Field(default_factory=list)
    origin: str | None = None


class ComponentEntry(Entry):
    """A component of a model. ``since``/``source``: year and number of the national document that lists it."""

    model: str
    tier: str
    since: int | None = None
    source: str | None = None


class InstitutionEntry(Entry):
    """A body that surface names merge into. ``functions``: keys of functions. ``successor_of``: key of the body whose
    work it took over in a reform; ``since``: the year from which lines name it."""

    functions: list[str] = Field(default_factory=list)
    successor_of: str | None = None
    since: int | None = None


class Vocabulary(Record):
    """The codebooks as the graph needs them. Every list may be empty: keys then stand for names."""

    functions: list[Entry] = Field(default_factory=list)
    indicators: list[IndicatorEntry] = Field(default_factory=list)
    models: list[ModelEntry] = Field(default_factory=list)
    components: list[ComponentEntry] = Field(default_factory=list)
    topics: list[TopicEntry] = Field(default_factory=list)
    institutions: list[InstitutionEntry] = Field(default_factory=list)
