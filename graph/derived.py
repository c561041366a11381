"""Derived facts: what compare makes of the facts of several plans. Assembling turns them into edges and properties.

A derived fact is never mixed with what a text says: each names its rule and its inputs (plans, measures, places), so
that it can be followed back line by line.
"""

from typing import Literal

from pydantic import Field

from graph.facts import Record, Stance

Grade = Literal["origin", "named", "components", "mention", "silent"]
Named = Literal["act", "passing", "no"]
ComponentStatus = Literal["done", "partial", "empty"]
EmptyReason = Literal["silent", "not_in_force", "ended", "no_measures"]


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


class ComponentFact(Record):
    """How far a city's plans do a component. ``decided_by``: the parts that make the status; ``reason`` where it is
    empty: nothing says so (silent), no national document listed it in the plans' years (not_in_force), its parts are
    ended (ended), or the plans have no measures (no_measures). ``since``/``source``: year and number of the national
    document that first lists it."""

    component: str
    tier: Literal["core", "extended"]
    status: ComponentStatus
    reason: EmptyReason | None
    reason_text: str | None
    decided_by: list[str]
    since: int
    source: str
    evidence: list[Evidence]
    rule: str


class AdoptionFact(Record):
    """A city's graded position on a model. ``rule`` names the line of the scale that held, ``score`` is the number of
    core components done, ``plans`` the keys of the plans that were read, ``naming`` where the model's name stands."""

    city: str
    code: str | None
    model: str
    grade: Grade
    named: Named
    stance: Stance | None
    score: int
    reason: EmptyReason | None
    reason_text: str | None
    plans: list[str]
    years: list[int]
    naming: list[Evidence]
    components: list[ComponentFact]
    rule: str


class DoesFact(Record):
    """A measure that does a component, wholly or in part, as the city's status of that component takes it in."""

    plan: str
    document: str
    measure: str
    model: str
    component: str
    status: Literal["done", "partial"]
    parts: list[str]
    evidence: Evidence
    rule: str


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


class Derived(Record):
    """All derived facts of a library of plans, each list in a fixed order."""

    adoptions: list[AdoptionFact]
    does: list[DoesFact]
    centralities: list[CentralityFact]
    joint_work: list[JointWorkFact]
