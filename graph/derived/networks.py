"""Networks: institutions of a city that answer for the same measures."""

from pydantic import Field

from graph.facts import Record


class CentralityFact(Record):
    """An institution's place in its city's network. ``degree``: institutions that it acts with; ``centrality`` is
    degree over the number of others; ``betweenness`` is normalised; both are rounded to 6 places. ``measures``: how
    many it answers for; ``names``: its printed names, restored."""

    city: str
    institution: str = Field(description="its graph.institutions.institution_key within the place")
    body: str | None
    name: str
    names: list[str]
    degree: int
    centrality: float
    betweenness: float
    measures: int
    rule: str


class JointWorkFact(Record):
    """Two institutions of a city that answer for the same measures; ``first`` is the smaller
    institution key. ``measures``: the (plan key, measure id) pairs."""

    city: str
    first: str
    first_name: str
    second: str
    second_name: str
    score: int = Field(description="number of measures in common")
    measures: list[tuple[str, str]]
    rule: str
