"""Evidence of a derived fact: the place in a plan that proves it."""

from graph.facts import Record


class Evidence(Record):
    """A place in a plan's text that proves something. ``measure`` is null where it stands in no measure or section;
    ``start`` and ``end`` count in the whole source file; ``rule`` is the one that found it."""

    plan: str
    document: str
    measure: str | None
    start: int
    end: int
    quote: str
    rule: str
