"""Where each place stands on a yardstick: the targets that make its value, and what all that stand there share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from codebooks.yardsticks import all_of, general_noun
from compare.targets.placed import Member, known_indicators
from compare.targets.yardsticks import COUNTED, Yardstick


@dataclass(frozen=True, slots=True)
class Stand:
    """A place on a yardstick: the targets that make its value, the first of which stands for them."""

    yardstick: Yardstick
    members: tuple[Member, ...]

    @property
    def first(self) -> Member:
        """The target that stands for the place."""
        return self.members[0]

    @property
    def place(self) -> str:
        """The city or province."""
        return self.first.place

    @property
    def is_city(self) -> bool:
        """Whether it is a row of city questions."""
        return self.first.facts.place.level != "province"

    @property
    def value(self) -> float:
        """The value, added up where the yardstick's indicator adds parts."""
        return round(sum(member.on.value for member in self.members), 6)

    @property
    def value_max(self) -> float | None:
        """The upper value of a range."""
        highs = [member.on.value_max for member in self.members]
        if all(high is None for high in highs):
            return None
        return round(sum(member.on.value_max or member.on.value for member in self.members), 6)

    @property
    def promised(self) -> float:
        """The value that it is held to: the lower end of a range, the upper one where less is better."""
        return (self.value_max if direction_of(self.yardstick) == "less" else None) or self.value


def direction_of(yardstick: Yardstick) -> str | None:
    """Whether more or less is better; None for an indicator that no codebook knows."""
    indicator = known_indicators().get(yardstick.indicator)
    return indicator.direction if indicator else None


def stands(members: Mapping[Yardstick, Sequence[Member]]) -> dict[Yardstick, list[Stand]]:
    """The places on each yardstick, by name; repeated targets are none of ``members``."""
    found = {}
    for yardstick, all_of_it in members.items():
        places: dict[str, list[Member]] = defaultdict(list)
        for member in all_of_it:
            places[member.place].append(member)
        found[yardstick] = [Stand(yardstick, _chosen(yardstick, places[place])) for place in sorted(places)]
    return found


def _chosen(yardstick: Yardstick, members: Sequence[Member]) -> tuple[Member, ...]:
    """The targets that make a place's value: of its latest plan the one of the widest scope, for the latest year, the
    most that is promised; where parts are added up, those of its measure at other levels."""
    sign = 1 if direction_of(yardstick) == "less" else -1
    first, *others = sorted(
        members,
        key=lambda member: (
            -member.plan_year, len(member.target.scope or ""), -(member.target.deadline or 0), sign * member.on.value,
            member.facts.key, member.target.start, member.index,
        ),
    )  # fmt: skip
    indicator = known_indicators().get(yardstick.indicator)
    if indicator is None or indicator.adds is None:
        return (first,)
    parts, taken = [first], set(all_of("levels", first.target.indicator))
    for member in others:
        own = set(all_of("levels", member.target.indicator))
        same_measure = (member.facts.key, member.target.measure) == (first.facts.key, first.target.measure)
        if same_measure and own and taken and not own & taken:
            parts.append(member)
            taken |= own
    return tuple(sorted(parts, key=lambda member: member.target.start))


@dataclass(frozen=True)
class Shared:
    """All that stand on one yardstick, and what their values have in common."""

    stands: tuple[Stand, ...]

    @cached_property
    def cities(self) -> dict[str, Stand]:
        """The cities by name; provinces are none."""
        return {stand.place: stand for stand in self.stands if stand.is_city}

    @cached_property
    def provinces(self) -> dict[str, Stand]:
        """The provinces by name."""
        return {stand.place: stand for stand in self.stands if not stand.is_city}

    @cached_property
    def ends(self) -> tuple[float, float] | None:
        """The lowest and the highest value, where two cities or more stand here."""
        values = [stand.promised for stand in self.cities.values()]
        return (min(values), max(values)) if len(values) > 1 else None

    @cached_property
    def counted(self) -> bool:
        """Whether things are counted here."""
        return any(stand.yardstick.dimension in (*COUNTED, "per_unit") for stand in self.stands)

    @cached_property
    def differing(self) -> tuple[str, ...]:
        """Codes of what their targets differ by beside their values."""
        firsts = [stand.first for stand in self.cities.values()]
        targets = [first.target for first in firsts]
        years = {target.deadline for target in targets}, {first.last_year for first in firsts}
        things = {general_noun(target.indicator) for target in targets} if self.counted else set()
        return tuple(
            code
            for code, said in (
                ("different_deadlines", max(years, key=len)),
                ("printed_objects_differ", things - {None}),
                ("printed_units_differ", {target.unit for target in targets}),
                ("printed_scopes_differ", {target.scope for target in targets}),
            )
            if len(said) > 1
        )

    def others(self, place: str) -> int:
        """How many cities beside this place stand here."""
        return len(self.cities) - (place in self.cities)
