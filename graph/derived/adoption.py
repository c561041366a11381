"""Adoption: how far cities take up reform models, component by component, and what each measure does of them."""

from typing import Literal

from graph.derived.evidence import Evidence
from graph.facts import Record, Stage, Stance

Grade = Literal["origin", "named", "components", "mention", "silent"]
Named = Literal["act", "passing", "no"]
ComponentStatus = Literal["done", "partial", "empty"]
EmptyReason = Literal["silent", "below", "not_in_force", "ended", "no_measures", "out_of_scope"]
CellStatus = Literal["present", "silent", "not_read", "out_of_scope"]


class ComponentFact(Record):
    """How far a city's plans do a component. ``decided_by``: the parts that make the status; ``reason`` where it is
    empty: nothing says so (silent), no national document listed it in the plans' years (not_in_force), its parts are
    ended (ended), or the plans have no measures (no_measures). ``cell``: the same in the words of every comparison.
    ``since``/``source``: year and number of the national document that first lists it."""

    component: str
    tier: Literal["core", "extended"]
    status: ComponentStatus
    cell: CellStatus
    reason: EmptyReason | None
    reason_text: str | None
    decided_by: list[str]
    since: int
    source: str
    evidence: list[Evidence]
    rule: str


class AdoptionFact(Record):
    """A city's graded position on a model. ``rule`` names the line of the scale that held, ``score`` is the number of
    core components done, of ``core`` that the model has; ``needed`` of them make the grade ``components`` (null for a
    model without components). ``core_partial``, ``extended_done`` and ``extended_partial`` of ``extended`` complete
    the profile. ``stages``: those of its mentions. ``plans``: the keys of the plans that were read, ``naming``: where
    the model's name stands. ``reason`` of a silent city: nothing says so (silent), its plans do parts only that make no
    grade (below), or they have no measures (no_measures)."""

    city: str
    code: str | None
    model: str
    grade: Grade
    named: Named
    stance: Stance | None
    stages: list[Stage]
    score: int
    core: int
    needed: int | None
    core_partial: int
    extended: int
    extended_done: int
    extended_partial: int
    cell: CellStatus
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
