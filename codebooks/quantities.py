"""Typed access to units.yaml and indicators.yaml: what numbers may carry, and what can be compared across cities.

The rules that read numbers take their measure words from here, so that a new unit is a line of data. An indicator of
a plan's own words gets the key of a comparable one by ``indicator_key``.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

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
    ``dimension``: the kind of quantity that plans give of it; ``object``: what is counted; ``health``: it is one of
    health policy; ``scope``: the population that is meant where a plan names none; ``family``: the subject that
    readers ask of; ``adds``: what its parts differ by, which are added up. ``wordings`` are its patterns, ``none_of``
    those that make it another one, ``elided`` those of short forms, which count where one of ``within`` is around."""

    key: str
    zh: str
    en: str
    unit: str
    direction: Literal["more", "less"]
    dimension: str
    object: str
    health: bool
    scope: str | None
    family: str | None
    adds: Literal["level"] | None
    wordings: tuple[re.Pattern[str], ...]
    none_of: tuple[re.Pattern[str], ...]
    elided: tuple[re.Pattern[str], ...]
    within: tuple[re.Pattern[str], ...]
    matches: tuple[str, ...]
    near_misses: tuple[str, ...]

    def is_named_by(self, words: str) -> bool:
        """Whether words name it by themselves."""
        return _any(self.wordings, words) and not _any(self.none_of, words)

    def is_meant_by(self, words: str, around: str) -> bool:
        """Whether a short form means it, by the sentence or heading around it."""
        return _any(self.elided, words) and _any(self.within, around)


@dataclass(frozen=True, slots=True)
class Family:
    """Indicators of one subject, of which a reader asks together."""

    key: str
    zh: str
    en: str


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
def families() -> tuple[Family, ...]:
    """The subjects of indicators.yaml, by key."""
    return tuple(Family(key, entry["zh"], entry["en"]) for key, entry in sorted(book("indicators")["families"].items()))


@cache
def indicators() -> tuple[Indicator, ...]:
    """Every comparable indicator of indicators.yaml, in its order: the first that fits a wording has it. Raises
    CodebookError with every entry that lacks examples or names an unknown family."""
    known = {family.key for family in families()}
    found, faults = [], []
    for key, entry in book("indicators")["indicators"].items():
        if not entry.get("matches") or not entry.get("near_misses"):
            faults.append(f"indicators.yaml: {key} has no matches or no near_misses: give one of each")
        if entry.get("family") not in {None, *known} or key in known:
            faults.append(f"indicators.yaml: {key}: wanted a family of {', '.join(sorted(known))}, and another key")
        found.append(_indicator(key, entry))
    if faults:
        raise CodebookError("\n".join(faults))
    return tuple(found)


def _indicator(key: str, entry: dict[str, Any]) -> Indicator:
    return Indicator(
        key=key,
        zh=entry["zh"],
        en=entry["en"],
        unit=entry["unit"],
        direction=entry["direction"],
        dimension=entry["dimension"],
        object=entry["object"],
        health=entry.get("health", True),
        scope=entry.get("scope"),
        family=entry.get("family"),
        adds=entry.get("adds"),
        wordings=_patterns(entry, "wordings"),
        none_of=_patterns(entry, "none_of"),
        elided=_patterns(entry, "elided"),
        within=_patterns(entry, "within"),
        matches=tuple(entry.get("matches") or ()),
        near_misses=tuple(entry.get("near_misses") or ()),
    )


def _patterns(entry: dict[str, Any], name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words) for words in entry.get(name) or ())


def _any(patterns: tuple[re.Pattern[str], ...], words: str) -> bool:
    return any(pattern.search(words) for pattern in patterns)


@cache
def convertible() -> dict[str, tuple[str, float]]:
    """By unit, the unit that it can be compared in and the factor of its values: ‰ is (%, 0.1). A unit that is not
    here is compared with itself alone."""
    found = {unit: (group[0], 1.0) for group in book("units")["interchangeable"] for unit in group}
    for base, others in book("units")["conversions"].items():
        found[base] = (base, 1.0)
        found |= {unit: (base, float(factor)) for unit, factor in others.items()}
    return found


def in_base_unit(unit: str) -> tuple[str, float]:
    """The unit that this one can be compared in, and what its values are multiplied by."""
    return convertible().get(unit, (unit, 1.0))


@cache
def _of_unit() -> dict[str, tuple[re.Pattern[str], tuple[Indicator, ...]]]:
    """By base unit, the indicators that are counted in it, and one pattern found where any of them can be."""
    found: dict[str, list[Indicator]] = {}
    for indicator in indicators():
        found.setdefault(in_base_unit(indicator.unit)[0], []).append(indicator)
    return {
        unit: (
            re.compile("|".join(f"(?:{one.pattern})" for item in items for one in (*item.wordings, *item.elided))),
            tuple(items),
        )
        for unit, items in found.items()
    }


def indicator_key(
    wording: str, unit: str, kind: str | None = None, scope: str | None = None, around: str = ""
) -> str | None:
    """The key of the comparable indicator that a plan's words with this unit name, None where none is known.

    ``kind``: that of the target: a rate is none of a count; ``scope``: for whom it holds, which is read before the
    words where these name nothing alone; ``around``: the sentence and the heading, by which short forms are told.
    """
    anything, of_unit = _of_unit().get(in_base_unit(unit)[0], (None, ()))
    whole = f"{scope}{wording}" if scope else wording
    if anything is None or not (anything.search(wording) or (scope and anything.search(whole))):
        return None
    fitting = [one for one in of_unit if not (kind == "rate" and one.dimension == "count")]
    for indicator in fitting:
        if indicator.is_named_by(wording):
            return indicator.key
    for indicator in fitting:
        if around and indicator.is_meant_by(wording, around):
            return indicator.key
    return next((one.key for one in fitting if scope and one.is_named_by(whole)), None)


def key_without_number(wording: str, scope: str | None = None, around: str = "") -> str | None:
    """The key of the comparable indicator that words name without a number or unit, as a benchmark does."""
    units = dict.fromkeys(indicator.unit for indicator in indicators())
    keys = (indicator_key(wording, unit, None, scope, around) for unit in units)
    return next((key for key in keys if key), None)
