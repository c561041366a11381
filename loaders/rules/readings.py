"""What was read of a number: the one record that all rules on its words give back."""

from dataclasses import dataclass

from graph.facts import TargetKind


@dataclass(frozen=True, slots=True)
class Reading:
    """What a number measures. ``start``..``end`` covers indicator, bound and value in the paragraph."""

    start: int
    end: int
    indicator: str
    scope: str | None
    unit: str
    kind: TargetKind
    rule: str
