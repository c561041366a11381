"""Topics: what each measure is about."""

from graph.derived.evidence import Evidence
from graph.facts import Record


class TopicFact(Record):
    """A topic of a measure. ``score``: its points by the places that mention it; ``levers``: the levers mentioned of
    it; ``evidence``: its places, the weightiest first."""

    topic: str
    primary: bool
    score: float
    levers: list[str]
    evidence: list[Evidence]
    rule: str


class MeasureTopicsFact(Record):
    """The topics of a measure, the most points first. ``primary`` is null, with a ``reason``, where the measure is
    about no topic of the codebook."""

    plan: str
    document: str
    measure: str
    primary: str | None
    reason: str | None
    reason_text: str | None
    topics: list[TopicFact]
    rule: str
