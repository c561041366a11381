"""Statistics of a city as facts: a number beside what chance gave, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass

from codebooks.statistics import Group, Statistic, statistics
from compare.who.chance import Beside
from graph.derived.duties import Basis, DutyScopeFact, StatisticFact, StatisticStatus

STATUS: dict[str, StatisticStatus] = {"no_measures": "not_read", "annex_not_held": "not_held"}
"""What a reason means for a cell, where it is not out_of_scope."""


@dataclass(frozen=True, slots=True)
class Base:
    """What statistics rest on: ``n`` measures or bodies of a city, by a rule, on a basis of leading."""

    city: str
    n: int
    rule: str
    basis: Basis | None = None


def present(base: Base, values: Mapping[str, Beside], top: str | None = None) -> list[StatisticFact]:
    """A fact for each number, by its key in the codebook. ``top``: the institution in front most often."""
    return [
        _fact(base, statistics()[key]).model_copy(
            update={
                "value": round(one.value, 6), "expected": one.expected, "spread": one.spread, "z": one.z, "p": one.p,
                "top": top, "status": "present",
            }
        )
        for key, one in values.items()
    ]  # fmt: skip


def absent(base: Base, wanted: Group, scope: DutyScopeFact, reason: tuple[str, str]) -> list[StatisticFact]:
    """The same facts of a group where there is no number: for the city's own reason where its lines do not compare,
    else for the one given (code, sentence)."""
    code, text = reason if scope.scope == "comparable" else (scope.scope, scope.scope_text)
    update = {"status": STATUS.get(code, "out_of_scope"), "reason": code, "reason_text": text}
    return [
        _fact(base, one).model_copy(update=update) for one in statistics().values() if one.group == wanted
    ]  # fmt: skip


def _fact(base: Base, of: Statistic) -> StatisticFact:
    """The fact without its number."""
    return StatisticFact(
        city=base.city, key=of.key, group=of.group, zh=of.zh, en=of.en, definition=of.definition, basis=base.basis,
        value=None, expected=None, spread=None, z=None, p=None, n=base.n, top=None, status="out_of_scope",
        reason=None, reason_text=None, rule=base.rule,
    )  # fmt: skip
