"""Typed access to units.yaml and indicators.yaml: what numbers may carry, and what can be compared across cities.

The rules that read numbers take their measure words from here, so that a new unit is a line of data. An indicator of
a plan's own words gets the key of a comparable one by ``indicator_key``.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from codebooks.reading import CodebookError, book

UnitKind = Literal["percent", "count", "amount", "rate", "duration"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or measure word. ``near``: words that, following it, make it another word."""

    unit: str
    kind: UnitKind
    forms: tuple[str, ...]
    near: tuple[str, ...]
    digits_only: bool
    matches: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something measured that plans of several cities commit to. ``direction``: whether more or less is better;
    ``all_of`` are the patterns of its wordings, ``none_of`` those that make it another one."""

    key: str
    zh: str
    en: str
    unit: str
    direction: Literal["more", "less"]
    wordings: tuple[re.Pattern[str], ...]
    none_of: tuple[re.Pattern[str], ...]
    matches: tuple[str, ...]
    near_misses: tuple[str, ...]


@cache
def units() -> tuple[Unit, ...]:
    """Every unit of units.yaml. Raises CodebookError where one stands twice or lacks an example."""
    found, faults = [], []
    for entry in book("units")["units"]:
        if not entry.get("matches") or not entry.get("near_misses"):
            faults.append(f"units.yaml: {entry['unit']!r} has no matches or no near_misses: give one of each")
        found.append(
            Unit(
                unit=entry["unit"],
                kind=entry["kind"],
                forms=tuple(entry.get("forms") or [entry["unit"]]),
                near=tuple(entry.get("near") or ()),
                digits_only=bool(entry.get("digits_only")),
                matches=tuple(entry.get("matches") or ()),
                near_misses=tuple(entry.get("near_misses") or ()),
            )
        )
    names = [unit.unit for unit in found]
    faults += [f"units.yaml: {name!r} stands twice" for name in sorted(set(names)) if names.count(name) > 1]
    if faults:
        raise CodebookError("\n".join(faults))
    return tuple(found)


@cache
def unit_of_form() -> dict[str, Unit]:
    """The units by each of their printed forms."""
    return {form: unit for unit in units() for form in unit.forms}


@cache
def multipliers() -> dict[str, int]:
    """The words that multiply the number before them."""
    return dict(book("units")["multipliers"])


@cache
def indicators() -> tuple[Indicator, ...]:
    """Every comparable indicator of indicators.yaml, in its order: the first that fits a wording has it."""
    found = []
    for key, entry in book("indicators").items():
        if not entry.get("matches") or not entry.get("near_misses"):
            raise CodebookError(f"indicators.yaml: {key} has no matches or no near_misses: give one of each")
        found.append(
            Indicator(
                key=key,
                zh=entry["zh"],
                en=entry["en"],
                unit=entry["unit"],
                direction=entry["direction"],
                wordings=tuple(re.compile(wording) for wording in entry["wordings"]),
                none_of=tuple(re.compile(wording) for wording in entry.get("none_of") or ()),
                matches=tuple(entry["matches"]),
                near_misses=tuple(entry["near_misses"]),
            )
        )
    return tuple(found)


@cache
def _same(unit: str) -> frozenset[str]:
    """The unit and those that count the same things."""
    return frozenset(next((group for group in book("units")["interchangeable"] if unit in group), [unit]))


@cache
def _of_unit() -> dict[str, tuple[re.Pattern[str], tuple[Indicator, ...]]]:
    """By unit, the indicators that are counted in it, and one pattern that is found where any of them can be."""
    found: dict[str, list[Indicator]] = {}
    for indicator in indicators():
        for unit in _same(indicator.unit):
            found.setdefault(unit, []).append(indicator)
    return {
        unit: (re.compile("|".join(f"(?:{one.pattern})" for item in items for one in item.wordings)), tuple(items))
        for unit, items in found.items()
    }


def indicator_key(wording: str, unit: str) -> str | None:
    """The key of the comparable indicator that a plan's words with this unit name, None where none is known."""
    anything, of_unit = _of_unit().get(unit, (None, ()))
    if anything is None or not anything.search(wording):
        return None
    for indicator in of_unit:
        if any(pattern.search(wording) for pattern in indicator.wordings) and not any(
            pattern.search(wording) for pattern in indicator.none_of
        ):
            return indicator.key
    return None
