"""Comparable targets: every city's commitments on the same yardstick, their gaps, and why others are not compared.

The flow: each target is put on its yardstick in the yardstick's unit; equal commitments of one notice count once; a
place has one value on a yardstick; values of several cities on one yardstick are compared; yardsticks of one subject
that differ are refused, with the first reason that tells them apart.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from codebooks.yardsticks import Named
from compare.scope import Subjects
from compare.targets.commitments import commitments
from compare.targets.empty import empty_cells
from compare.targets.placed import Member, known_indicators, members, totals
from compare.targets.refusals import name_of_indicator, refusals
from compare.targets.repeats import repeats
from compare.targets.stands import Shared, direction_of, stands
from compare.targets.unknown import unknown
from compare.targets.yardsticks import Yardstick, says
from graph.derived.targets import PlacedFact, TargetFacts, YardstickFact
from graph.facts import PlanFacts

SAME, YEARS, GUESSED = "targets.same_yardstick", "targets.total_of_years", "targets.same_last_noun"


def comparable_targets(plans: Sequence[PlanFacts], subjects: Subjects | None = None) -> TargetFacts:
    """Everything that comparing derives from the targets of these plans, each list by key; equal for any order.
    ``subjects``: what the plans are about, by city."""
    ordered = sorted(plans, key=lambda facts: facts.key)
    guesses, guessed = unknown(ordered)
    names = {one.key: Named(one.key, one.name, one.name) for one in guesses}
    found = members(ordered, guessed, {one.key: one.unit for one in guesses})
    again = repeats(found)
    repeated = {fact.later for fact in again}
    found = [*found, *totals(found)]
    on: dict[Yardstick, list[Member]] = defaultdict(list)
    for member in found:
        on[member.on.yardstick].append(member)
    counted = {one: [member for member in all_of_it if member.ref not in repeated] for one, all_of_it in on.items()}
    placed = {one: Shared(tuple(there)) for one, there in stands(counted).items() if there}
    refused = refusals({one: counted[one] for one in placed}, names)
    return TargetFacts(
        unknown=guesses,
        yardsticks=[_yardstick(one, placed[one], names) for one in sorted(placed, key=lambda one: one.key)],
        placed=[_placed(member, counted=member.ref not in repeated) for member in found],
        commitments=commitments(placed, refused, names, _unnumbered(ordered)),
        refusals=refused,
        repeats=again,
        empty=empty_cells(ordered, subjects or {}),
    )


def _unnumbered(plans: Sequence[PlanFacts]) -> dict[str, list[str]]:
    """By indicator, the cities whose plans name a benchmark in the place of a number."""
    found: dict[str, set[str]] = defaultdict(set)
    for facts in plans:
        for one in facts.benchmarks if facts.place.level != "province" else ():
            found[one.indicator_key or ""].add(facts.place.name)
    return {key: sorted(cities) for key, cities in sorted(found.items())}


def _yardstick(yardstick: Yardstick, there: Shared, names: Mapping[str, Named]) -> YardstickFact:
    words = says(yardstick, name_of_indicator(yardstick, names))
    low, high = there.ends or (None, None)
    known = yardstick.indicator in known_indicators()
    return YardstickFact(
        key=yardstick.key,
        indicator=yardstick.indicator,
        reviewed=known,
        dimension=yardstick.dimension,
        base=yardstick.base,
        population=yardstick.population,
        levels=list(yardstick.levels),
        variant=yardstick.variant,
        yearly=yardstick.yearly,
        unit=yardstick.unit,
        direction=direction_of(yardstick),
        zh=words.zh,
        en=words.en,
        cities=list(there.cities),
        highest=high,
        lowest=low,
        rule=SAME if known else GUESSED,
    )


def _placed(member: Member, *, counted: bool) -> PlacedFact:
    on = member.on
    return PlacedFact(
        target=member.ref,
        yardstick=on.yardstick.key,
        value=on.value,
        value_max=on.value_max,
        counted=counted,
        rule=YEARS if member.years else SAME if on.yardstick.indicator in known_indicators() else GUESSED,
    )
