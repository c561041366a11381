"""Networks: institutions of a city that answer for the same measures, beside what chance would give."""

from pydantic import Field

from graph.facts import Record


class CentralityFact(Record):
    """An institution's place in its city's network. ``degree``: institutions that it acts with; ``centrality`` is
    degree over the number of others; ``betweenness`` is normalised; both are rounded to 6 places. ``measures``: how
    many it answers for; ``names``: its printed names, restored. ``degree_expected``, ``degree_z``, ``degree_p``: its
    degree by chance (compare/who/chance.py); null where the network is too small. ``community``: the number of its
    community, 1 the largest; ``weak``: lists that go on with 等 alone name it."""

    city: str
    institution: str = Field(description="its graph.institutions.institution_key within the place")
    body: str | None
    name: str
    names: list[str]
    degree: int
    centrality: float
    betweenness: float
    measures: int
    degree_expected: float | None
    degree_z: float | None
    degree_p: float | None
    community: int | None
    weak: bool
    rule: str


class JointWorkFact(Record):
    """Two institutions of a city that answer for the same measures; ``first`` is the smaller
    institution key. ``measures``: the (plan key, measure id) pairs. ``expected``, ``z``, ``p``: how many measures in
    common chance would give; ``weak``: each of them names one of the two in a list that goes on with 等."""

    city: str
    first: str
    first_name: str
    second: str
    second_name: str
    score: int = Field(description="number of measures in common")
    measures: list[tuple[str, str]]
    expected: float | None
    z: float | None
    p: float | None
    weak: bool
    rule: str


class LeftOutFact(Record):
    """A function that the comparable lines of ``named_in`` name and those of the city leave out. ``share``: of the
    lines of those cities, how many name it, by bodies that have none of the city's functions; ``by_chance``: how often
    as many ``lines`` as the city has would leave it out at that share."""

    city: str
    function: str
    named_in: list[str]
    lines: int
    share: float
    by_chance: float
    rule: str


class OverlapFact(Record):
    """How alike two cities join functions. A tie: two functions whose bodies answer for a measure together, counted
    among the ``functions`` that both cities name. ``common`` ties are in both, ``ties_first`` and ``ties_second`` in
    each; ``overlap`` is common over all of either (Jaccard); ``expected``, ``spread``, ``z``, ``p``: the same where
    each city's lines are shuffled (compare/who/chance.py). ``first`` is the smaller name."""

    first: str
    second: str
    functions: list[str]
    common: int
    ties_first: int
    ties_second: int
    overlap: float
    expected: float | None
    spread: float | None
    z: float | None
    p: float | None
    rule: str
