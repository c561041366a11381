"""Comparable targets: what commitments are measured by, what each city commits to, and why others are not compared.

A yardstick (口径) is all that two commitments must share before their numbers say which city promises more. Values are
in the yardstick's unit; floats are rounded to 6 places.
"""

from typing import Literal

from pydantic import Field

from graph.facts import Comparator, Record

TargetRef = tuple[str, int]
"""Plan key and index in ``PlanFacts.targets``."""


class UnknownIndicatorFact(Record):
    """Something measured that no codebook knows and that plans of several places name alike: the same last noun and
    the same dimension. ``words``: the indicators as printed."""

    key: str
    name: str
    unit: str
    dimension: str
    words: list[str]
    targets: list[TargetRef]
    rule: str


class YardstickFact(Record):
    """What commitments of one indicator are measured by. ``base``: on what a rate or count is counted; ``each``: of
    what there is one; ``population``: whose share it is; ``levels``: who recognises what is counted. ``cities`` commit
    to it; ``highest``/``lowest``: their values, null where fewer than two do."""

    key: str
    indicator: str
    reviewed: bool
    dimension: str
    base: str | None
    population: str | None
    levels: list[str]
    variant: str | None
    yearly: bool
    unit: str
    direction: Literal["more", "less"] | None
    zh: str
    en: str
    cities: list[str]
    highest: float | None
    lowest: float | None
    rule: str


class PlacedFact(Record):
    """A target on a yardstick. ``counted``: false where it repeats another one."""

    target: TargetRef
    yardstick: str
    value: float
    value_max: float | None
    counted: bool
    rule: str


class CommitmentFact(Record):
    """What a place commits to on a yardstick. ``targets``: those that make the value; ``comparable``: another city
    commits to the same, or can be put in an order with it; ``ordered_with``: the latter. ``gap_to_*``: its value less
    theirs, null where only an order can be told. ``refusal``: why it is not compared, ``against`` the nearest yardstick
    of its subject. ``main`` (``main_of_family``): of the place's yardsticks for this indicator (subject), the one that
    most cities share."""

    place: str
    level: Literal["province", "city", "county"]
    yardstick: str
    value: float
    value_max: float | None
    comparator: Comparator
    printed_unit: str
    deadline: int | None
    period_end: int | None
    targets: list[TargetRef]
    comparable: bool
    ordered_with: list[str]
    gap_to_highest: float | None
    gap_to_lowest: float | None
    is_best: bool | None
    parent: str | None
    parent_value: float | None
    gap_to_parent: float | None
    caveats: list[str]
    refusal: str | None
    refusal_zh: str | None
    refusal_text: str | None
    against: str | None
    main: bool
    main_of_family: bool
    rule: str


class RefusalFact(Record):
    """Two yardsticks of one subject that are not compared. ``codes``: all that differs, ``code`` the first;
    ``order_only``: an order can be told, because one side is all there can be."""

    first: str
    second: str
    code: str
    codes: list[str]
    zh: str
    text: str
    order_only: bool
    rule: str


class RepeatFact(Record):
    """A commitment that says again what an earlier one of the same notice says."""

    later: TargetRef
    earlier: TargetRef
    rule: str


class EmptyCellFact(Record):
    """Why a city's cell of an indicator (or family) is empty, where that is no silence."""

    city: str
    indicator: str
    status: Literal["not_read", "out_of_scope"]
    reason_text: str
    rule: str


class TargetFacts(Record):
    """All that comparing derives from targets, each list by key."""

    unknown: list[UnknownIndicatorFact] = Field(default_factory=list)
    yardsticks: list[YardstickFact] = Field(default_factory=list)
    placed: list[PlacedFact] = Field(default_factory=list)
    commitments: list[CommitmentFact] = Field(default_factory=list)
    refusals: list[RefusalFact] = Field(default_factory=list)
    repeats: list[RepeatFact] = Field(default_factory=list)
    empty: list[EmptyCellFact] = Field(default_factory=list)
