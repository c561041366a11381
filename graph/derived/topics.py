"""Topics: what each measure is about, and how much of each field and topic a city's measures treat."""

from graph.derived.evidence import Evidence
from graph.facts import Record, Where


class TopicFact(Record):
    """A topic of a measure. ``score``: its points by the places that mention it, ``share`` its part of the points of
    all topics that the measure mentions; ``levers``: the levers mentioned of
    it; ``place``: its weightiest place; ``evidence``: its places, the weightiest first."""

    topic: str
    primary: bool
    score: float
    share: float
    levers: list[str]
    place: Where
    evidence: list[Evidence]
    rule: str


class MeasureTopicsFact(Record):
    """The topics of a measure, the most points first. ``primary`` is null, with a ``reason``, where the measure is
    about no topic of the codebook; ``passing``: topics that it names only in passing."""

    plan: str
    document: str
    measure: str
    primary: str | None
    reason: str | None
    reason_text: str | None
    topics: list[TopicFact]
    passing: list[str]
    rule: str


class CityTopicFact(Record):
    """How many measures of a city are about a field or topic, or why none is. ``primary``: of how many it is the
    primary topic; ``passing``: how many more name it in passing. ``per_10k_chars`` counts the
    characters of the city's measures."""

    city: str
    topic: str
    status: str
    reason: str | None
    reason_text: str | None
    measures: int
    primary: int
    passing: int
    per_ten_measures: float | None
    per_10k_chars: float | None
    rule: str
