"""What each place commits to on each yardstick, beside what the others do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from codebooks.yardsticks import Named, names
from compare.targets.placed import Member, family_of, known_indicators
from compare.targets.refusals import sentence
from compare.targets.yardsticks import COUNTED, Yardstick
from graph.derived.targets import CommitmentFact, RefusalFact

RULE = "targets.commitment"
SUM = "targets.sum_of_parts"


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
    """The targets that make a place's value: the one of the widest scope, for the latest year, the most that is
    promised; where parts are added up, those of its measure, one of each wording."""
    sign = 1 if direction_of(yardstick) == "less" else -1
    first, *others = sorted(
        members,
        key=lambda member: (
            len(member.target.scope or ""), -(member.target.deadline or 0), sign * member.on.value,
            member.facts.key, member.target.start, member.index,
        ),
    )  # fmt: skip
    indicator = known_indicators().get(yardstick.indicator)
    if indicator is None or indicator.adds is None:
        return (first,)
    parts = {first.target.indicator: first}
    for member in others:
        if member.facts.key == first.facts.key and member.target.measure == first.target.measure:
            parts.setdefault(member.target.indicator, member)
    return tuple(sorted(parts.values(), key=lambda member: member.target.start))


def commitments(
    on: Mapping[Yardstick, Sequence[Stand]],
    refused: Sequence[RefusalFact],
    guesses: Mapping[str, Named],
    unnumbered: Mapping[str, Sequence[str]],
) -> list[CommitmentFact]:
    """What every place commits to, by place and yardstick. ``unnumbered``: by indicator, the cities that have a
    benchmark in the place of a number."""
    by_key = {yardstick.key: yardstick for yardstick in on}
    against: dict[str, list[tuple[RefusalFact, Yardstick]]] = defaultdict(list)
    for fact in refused:
        against[fact.first].append((fact, by_key[fact.second]))
        against[fact.second].append((fact, by_key[fact.first]))
    found = [
        _commitment(stand, on, _Around(against[yardstick.key], guesses, unnumbered.get(yardstick.indicator, ())))
        for yardstick, all_of_it in on.items()
        for stand in all_of_it
    ]
    return _with_main(sorted(found, key=lambda fact: (fact.place, fact.yardstick)), by_key)


def _commitment(stand: Stand, on: Mapping[Yardstick, Sequence[Stand]], around: "_Around") -> CommitmentFact:
    refused = around.refused
    cities = [one for one in on[stand.yardstick] if one.is_city]
    others = [one.place for one in cities if one.place != stand.place]
    ranked = sorted({one.place for fact, far in refused if fact.order_only for one in _others(stand, on[far])})
    nearest = min(
        ((fact, far) for fact, far in refused if _others(stand, on[far])),
        key=lambda pair: (
            pair[1].indicator != stand.yardstick.indicator,
            len(pair[0].codes),
            -len(_others(stand, on[pair[1]])),
            pair[1].key,
        ),
        default=None,
    )
    comparable, first = bool(others or ranked), stand.first
    why = None if comparable else around.why(stand, nearest)
    parent = next((one for one in on[stand.yardstick] if not one.is_city and _is_above(one, stand)), None)
    values = [one.promised for one in cities] if others and stand.is_city else []
    return CommitmentFact(
        place=stand.place,
        level=first.facts.place.level,
        yardstick=stand.yardstick.key,
        value=stand.value,
        value_max=stand.value_max,
        comparator=first.target.comparator,
        printed_unit=first.target.unit,
        deadline=first.target.deadline,
        period_end=first.document.period_end if first.document else None,
        targets=[member.ref for member in stand.members],
        comparable=comparable,
        with_cities=others or ranked,
        gap_to_highest=round(stand.promised - max(values), 6) if values else None,
        gap_to_lowest=round(stand.promised - min(values), 6) if values else None,
        is_best=_is_best(stand, values, ranked),
        parent=parent.place if parent else None,
        parent_value=parent.promised if parent else None,
        gap_to_parent=round(stand.promised - parent.promised, 6) if parent else None,
        caveats=_caveats(stand, cities, ranked=bool(ranked and not others)) if comparable else _made(stand),
        refusal=why.key if why else None,
        refusal_zh=why.zh if why else None,
        refusal_text=why.en if why else None,
        against=nearest[1].key if nearest and not comparable else None,
        main=False,
        main_of_family=False,
        rule=SUM if len(stand.members) > 1 else RULE,
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What a place's yardstick is not compared with, and the cities that have a benchmark alone."""

    refused: Sequence[tuple[RefusalFact, Yardstick]]
    guesses: Mapping[str, Named]
    unnumbered: Sequence[str]

    def why(self, stand: Stand, nearest: tuple[RefusalFact, Yardstick] | None) -> Named:
        """Why no other city's value is beside this one's."""
        if nearest is not None:
            return sentence(nearest[0].code, stand.yardstick, nearest[1], self.guesses)
        others = [city for city in self.unnumbered if city != stand.place]
        words = names("refusals")["benchmark_only" if others else "only_one_city"]
        listed = "、".join(others)
        return Named(words.key, words.zh.format(a=listed), words.en.format(a=listed))


def _others(stand: Stand, stands_there: Iterable[Stand]) -> list[Stand]:
    """The other cities of a yardstick."""
    return [one for one in stands_there if one.is_city and one.place != stand.place]


def _is_above(province: Stand, city: Stand) -> bool:
    return city.is_city and city.first.facts.place.province == province.place


def _is_best(stand: Stand, values: Sequence[float], ranked: Sequence[str]) -> bool | None:
    """Whether no city promises more (or less, where that is better); None where it cannot be told."""
    direction = direction_of(stand.yardstick)
    if direction is None or not (values or ranked) or not stand.is_city:
        return None
    if not values:
        return stand.yardstick.dimension == "share"
    return stand.promised == (max(values) if direction == "more" else min(values))


def _made(stand: Stand) -> list[str]:
    """What was done to make a value."""
    return [
        *(["sum_of_parts"] if len(stand.members) > 1 else []),
        *(["total_of_years"] if any(member.years for member in stand.members) else []),
    ]


def _caveats(stand: Stand, cities: Sequence[Stand], *, ranked: bool) -> list[str]:
    """What a reader should know beside the gap."""
    if ranked:
        return ["order_only", *_made(stand)]
    deadlines = {one.first.target.deadline for one in cities}
    units = {one.first.target.unit for one in cities}
    return [
        *(["different_deadlines"] if len(deadlines) > 1 else []),
        *(["printed_units_differ"] if len(units) > 1 else []),
        *(["not_per_head"] if stand.yardstick.dimension in COUNTED else []),
        *_made(stand),
    ]


def _with_main(facts: Sequence[CommitmentFact], by_key: Mapping[str, Yardstick]) -> list[CommitmentFact]:
    """The facts with, of each place's for one indicator and for one subject, the one that most cities share."""

    def rank(fact: CommitmentFact) -> tuple[bool, int, bool, str]:
        yardstick = by_key[fact.yardstick]
        indicator = known_indicators().get(yardstick.indicator)
        usual = indicator is not None and indicator.dimension == yardstick.dimension
        return not fact.comparable, -len(fact.with_cities), not usual, fact.yardstick

    first: dict[tuple[str, str, str], CommitmentFact] = {}
    for fact in sorted(facts, key=rank):
        key = by_key[fact.yardstick].indicator
        first.setdefault((fact.place, "indicator", key), fact)
        first.setdefault((fact.place, "family", family_of(key)), fact)
    return [
        fact.model_copy(
            update={
                "main": first[fact.place, "indicator", by_key[fact.yardstick].indicator] is fact,
                "main_of_family": first[fact.place, "family", family_of(by_key[fact.yardstick].indicator)] is fact,
            }
        )
        for fact in facts
    ]
