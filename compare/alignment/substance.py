"""The substance of a measure beyond its words: who leads it, what it commits to, by when, and how firmly.

Two aligned measures are said to differ in one of these where both say something of it, or one does and the other is
silent; a plan that prints no bodies at all says nothing of institutions.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.derived.alignment import Difference
from graph.facts import PlanFacts, Stance

STRENGTH: tuple[Stance, ...] = ("promote", "establish", "pilot", "explore", "mention")
"""Stances, the strongest first."""


@dataclass(slots=True)
class Substance:
    """``assigns``: the plan prints bodies; ``targets``: indicator, comparator, value and unit of each."""

    assigns: bool
    leads: set[str] = field(default_factory=set)
    all_functions: set[str] = field(default_factory=set)
    targets: set[tuple[str, str, float, str]] = field(default_factory=set)
    deadline: int | None = None
    stances: dict[str, Stance] = field(default_factory=dict)

    @property
    def functions(self) -> set[str]:
        """The functions of the leading bodies, of all bodies where none is printed as lead."""
        return self.leads or self.all_functions

    def stance_on(self, other: "Substance") -> Stance | None:
        """The strongest stance on a model that the other names too, None where there is none."""
        both = [self.stances[model] for model in self.stances.keys() & other.stances.keys()]
        return min(both, key=STRENGTH.index, default=None)


def substance(facts: PlanFacts) -> dict[str, Substance]:
    """The substance of each measure of a plan by its id."""
    found: Mapping[str, Substance] = defaultdict(lambda: Substance(bool(facts.responsibilities)))
    for measure in facts.measures:
        found[measure.id]
    for one in facts.responsibilities:
        found[one.measure].all_functions.update(one.functions)
        if one.role == "lead":
            found[one.measure].leads.update(one.functions)
    for target in facts.targets:
        if target.measure:
            own = found[target.measure]
            own.targets.add((target.indicator_key or target.indicator, target.comparator, target.value, target.unit))
            own.deadline = max((year for year in (own.deadline, target.deadline) if year), default=None)
    for mention in facts.models:
        if mention.polarity == "does":
            known = found[mention.measure].stances.get(mention.model, mention.stance)
            found[mention.measure].stances[mention.model] = min(known, mention.stance, key=STRENGTH.index)
    return dict(found)


def differences(first: Substance, second: Substance) -> list[Difference]:
    """In what two measures differ, in a fixed order."""
    found: list[Difference] = []
    if first.assigns and second.assigns and first.functions != second.functions:
        found.append("institution")
    if first.targets != second.targets:
        found.append("target")
    if first.deadline != second.deadline:
        found.append("deadline")
    if first.stance_on(second) != second.stance_on(first):
        found.append("stance")
    return found
