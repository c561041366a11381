"""Yardsticks (口径): what a target is measured by, from its own words, the codebook, and where these are silent its
headings.

Two targets are compared where their yardsticks are equal; where they are not, the first facet that differs is the
reason. Every facet is a key of codebooks/yardsticks.yaml.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from codebooks.quantities import Indicator, in_base_unit
from codebooks.yardsticks import Facet, Named, all_of, earliest_of, first_of, is_yearly, name_of, names
from graph.facts import Target

SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "亿": 100_000_000}
PER = re.compile(r"每(?P<number>\d+(?:\.\d+)?)?(?P<scale>十万|百万|[十百千万亿])?[名位个]?(?P<of>[^\d]{0,12})")
COUNTED = ("count", "amount")
"""Dimensions whose values grow with the place."""
OF_BASE = (*COUNTED, "per_unit", "rate")
"""Dimensions that their base tells apart."""
A_YEAR = Named("yearly", "每年", "a year")
OF_UNIT = {"级": "level", "岁": "level", "分": "score"}
OF_KIND = {"percent": "share", "coverage": "share"}


@dataclass(frozen=True, slots=True, order=True)
class Yardstick:
    """All that two commitments must share. ``indicator`` may be one that no codebook knows (auto:…)."""

    indicator: str
    dimension: str
    base: str | None
    population: str | None
    levels: tuple[str, ...]
    variant: str | None
    yearly: bool
    unit: str

    @property
    def key(self) -> str:
        """Its facets, joined: equal keys, equal yardsticks."""
        facets = (
            self.indicator, self.dimension, self.base, self.population, "+".join(self.levels), self.variant,
            "yearly" if self.yearly else None, self.unit,
        )  # fmt: skip
        return "|".join(facet or "" for facet in facets)


@dataclass(frozen=True, slots=True)
class Placed:
    """A target on its yardstick, in its unit."""

    yardstick: Yardstick
    value: float
    value_max: float | None


def dimension_of(target: Target) -> str:
    """What kind of quantity a target gives: a key of the codebook's dimensions."""
    if target.unit in OF_UNIT and target.kind in ("count", "per_unit"):
        return OF_UNIT[target.unit]
    if target.kind == "rate" and in_base_unit(target.unit)[0] == "%":
        return "share"  # 6‰ and 0.6 % are one thing
    return OF_KIND.get(target.kind, target.kind)


def people_of(words: str) -> tuple[str | None, float]:
    """On whom a rate is counted, and on how many of them: 每千常住人口 is (residents, 1000.0)."""
    match = PER.search(words)
    if match is None:
        return None, 1.0
    number = float(match["number"] or 1) * SCALES.get(match["scale"] or "", 1)
    return earliest_of("bases", match["of"]), number


@dataclass(frozen=True, slots=True)
class Meant:
    """The indicator that a target means. ``unit``: that it is compared in; ``entry`` is None for one that no codebook
    knows."""

    key: str
    unit: str
    entry: Indicator | None


def placed(target: Target, meant: Meant, headings: Sequence[str], place_level: str) -> Placed:
    """A target on its yardstick. ``headings``: above its measure, the nearest first."""
    indicator = meant.entry
    dimension = dimension_of(target)
    scope = target.scope or ""
    unit, factor = in_base_unit(target.unit)
    base_unit, own_factor = in_base_unit(meant.unit)
    if base_unit == unit:
        unit, factor = meant.unit, factor / own_factor
    base: str | None = None
    if dimension in COUNTED:
        base = f"whole_{place_level}"
    elif dimension == "per_unit":
        base = first_of("parts", scope, target.indicator)
    elif dimension == "rate":
        base, people = people_of(f"{scope}{target.indicator}")
        factor *= _own_people(indicator) / people
    yardstick = Yardstick(
        indicator=meant.key,
        dimension=dimension,
        base=base,
        population=_population(target, indicator, headings, of_whom=dimension not in OF_BASE),
        levels=_levels(target, indicator) if dimension != "per_unit" else (),
        variant=None if indicator and all_of("variants", indicator.zh) else first_of("variants", target.indicator),
        yearly=dimension in (*COUNTED, "per_unit") and is_yearly_target(target),
        unit=unit,
    )
    high = None if target.value_max is None else round(target.value_max * factor, 6)
    return Placed(yardstick, round(target.value * factor, 6), high)


def is_yearly_target(target: Target) -> bool:
    """Whether a target is a number for each year."""
    return is_yearly(target.scope or "") or is_yearly(target.indicator)


def _own_people(indicator: Indicator | None) -> float:
    """On how many people the codebook counts a rate: that of its name, else a thousand."""
    number = people_of(indicator.zh)[1] if indicator else 1.0
    return number if number > 1 else 1_000.0


def _population(target: Target, indicator: Indicator | None, headings: Sequence[str], *, of_whom: bool) -> str | None:
    """Whose share it is: the target's scope or words say it, else the codebook, else the headings where it says so.
    Of numbers that a base tells apart (``of_whom`` is false), it counts only where the codebook asks the headings."""
    if not of_whom and (indicator is None or indicator.scope != "heading"):
        return None
    own = first_of("populations", target.scope, target.indicator)
    if own is not None or indicator is None:
        return own
    return first_of("populations", *headings) if indicator.scope == "heading" else indicator.scope


def _levels(target: Target, indicator: Indicator | None) -> tuple[str, ...]:
    """Who recognises what is counted; none where the indicator itself says so, or adds levels up."""
    if indicator is not None and (indicator.adds == "level" or all_of("levels", indicator.zh)):
        return ()
    words = f"{target.scope or ''}{target.indicator}" if dimension_of(target) in COUNTED else target.indicator
    return all_of("levels", words)


def facet_names(yardstick: Yardstick) -> dict[str, list[Named]]:
    """What narrows a yardstick beside its indicator, by the refusal that a difference of it gives."""
    base = yardstick.base or ""
    kind: Facet = "parts" if yardstick.dimension == "per_unit" else "bases"
    extent = names("extents").get(base)
    return {
        "different_dimension": [names("dimensions")[yardstick.dimension]],
        "different_base": [extent] if extent else [name_of(kind, base)] if base else [],
        "different_population": [name_of("populations", yardstick.population)] if yardstick.population else [],
        "different_level": [name_of("levels", level) for level in yardstick.levels],
        "different_object": [name_of("variants", yardstick.variant)] if yardstick.variant else [],
        "yearly_against_total": [A_YEAR] if yardstick.yearly else [],
        "no_unit_conversion": [Named(yardstick.unit, yardstick.unit, yardstick.unit)],
    }


def says(yardstick: Yardstick, name: Named) -> Named:
    """A yardstick in words: its indicator's name, and what narrows it."""
    narrowing = [one for found in facet_names(yardstick).values() for one in found]
    zh, en = "，".join(one.zh for one in narrowing), ", ".join(one.en for one in narrowing)
    return Named(yardstick.key, f"{name.zh}（{zh}）", f"{name.en} ({en})")
