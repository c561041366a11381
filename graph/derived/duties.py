"""Duties: what of a city's responsibility lines can be compared, and how leading is spread over its bodies."""

from typing import Literal

from graph.facts import Record

Scope = Literal["comparable", "no_responsibility_lines", "one_body", "annex_not_held", "no_measures"]
Basis = Literal["lead", "first_named"]
StatisticGroup = Literal["leading", "network"]
StatisticStatus = Literal["present", "out_of_scope", "not_held", "not_read"]


class DutyScopeFact(Record):
    """Whether a city's responsibility lines can be compared with those of others, and why not. ``basis``: what its
    lines say of leading: they print leads, or name bodies in an order without a lead (first_named is never a lead).
    ``lines``: measures with a comparable line; ``led``: those with a printed lead; ``open_lines``: those whose list
    goes on with 等; ``bodies``: institutions in them, without collectives; ``departments``: records of departments
    inside one body, in all plans; ``plans``: the keys of the plans that count."""

    city: str
    scope: Scope
    scope_text: str | None
    basis: Basis | None
    lines: int
    led: int
    open_lines: int
    bodies: int
    departments: int
    plans: list[str]
    rule: str


class DepartmentFact(Record):
    """An institution that is a department inside a body (a section of a commission), not a body of the city."""

    city: str
    institution: str
    rule: str


class StatisticFact(Record):
    """One number about a city's plans as a whole. ``expected``, ``spread``, ``z`` and ``p``: the same number by chance
    (compare/who/chance.py), null where there is no such comparison. ``n``: how many leads or bodies it rests on.
    ``top``: the institution behind it, where one is. Where ``status`` is not present, ``value`` is null and
    ``reason`` says why."""

    city: str
    key: str
    group: StatisticGroup
    zh: str
    en: str
    definition: str
    basis: Basis | None
    value: float | None
    expected: float | None
    spread: float | None
    z: float | None
    p: float | None
    n: int
    top: str | None
    status: StatisticStatus
    reason: str | None
    reason_text: str | None
    rule: str
