"""What each place commits to on each yardstick, beside what the others do."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codebooks.yardsticks import Named, names
from compare.targets.placed import family_of, known_indicators
from compare.targets.refusals import sentence
from compare.targets.stands import Shared, Stand, direction_of
from compare.targets.yardsticks import COUNTED, Yardstick
from graph.derived.targets import CommitmentFact, RefusalFact

RULE = "targets.commitment"
SUM = "targets.sum_of_parts"


def commitments(
    on: Mapping[Yardstick, Shared],
    refused: Sequence[RefusalFact],
    guesses: Mapping[str, Named],
    unnumbered: Mapping[str, Sequence[str]],
) -> list[CommitmentFact]:
    """What every place commits to, by place and yardstick. ``unnumbered``: by indicator, the cities that have a
    benchmark in the place of a number."""
    by_key = {yardstick.key: yardstick for yardstick in on}
    far: dict[str, list[tuple[RefusalFact, Yardstick]]] = defaultdict(list)
    for fact in refused:
        far[fact.first].append((fact, by_key[fact.second]))
        far[fact.second].append((fact, by_key[fact.first]))
    found = []
    for yardstick, shared in on.items():
        around = _Around(on, far[yardstick.key], guesses, unnumbered.get(yardstick.indicator, ()))
        found += [_commitment(stand, shared, around) for stand in shared.stands]
    return _with_main(sorted(found, key=lambda fact: (fact.place, fact.yardstick)), on, by_key)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a yardstick is not compared with, and the cities that have a benchmark of its indicator alone."""

    on: Mapping[Yardstick, Shared]
    refused: Sequence[tuple[RefusalFact, Yardstick]]
    guesses: Mapping[str, Named]
    unnumbered: Sequence[str]

    def nearest(self, stand: Stand) -> Yardstick | None:
        """The yardstick of another city that differs least: of the same indicator, by the fewest facets, with the most
        cities."""
        own = stand.yardstick.indicator
        found = [
            (far.indicator != own, len(fact.codes), -others, far.key, far)
            for fact, far in self.refused
            if (others := self.on[far].others(stand.place))
        ]
        return min(found)[-1] if found else None

    def ordered(self, stand: Stand) -> list[str]:
        """The cities against which an order can be told, though no gap."""
        sides = [self.on[far].cities for fact, far in self.refused if fact.order_only]
        return sorted({city for cities in sides for city in cities} - {stand.place})

    def why(self, stand: Stand, nearest: Yardstick | None) -> Named:
        """Why no other city's value is beside this one's."""
        if nearest is not None:
            code = next(fact.code for fact, far in self.refused if far == nearest)
            return sentence(code, stand.yardstick, nearest, self.guesses)
        others = [city for city in self.unnumbered if city != stand.place]
        words = names("refusals")["benchmark_only" if others else "only_one_city"]
        listed = "、".join(others)
        return Named(words.key, words.zh.format(a=listed), words.en.format(a=listed))


def _commitment(stand: Stand, shared: Shared, around: _Around) -> CommitmentFact:
    same = bool(shared.others(stand.place))
    ordered = [] if same else around.ordered(stand)
    comparable, first = same or bool(ordered), stand.first
    nearest = None if comparable else around.nearest(stand)
    why = None if comparable else around.why(stand, nearest)
    low, high = shared.ends if shared.ends and stand.is_city else (None, None)
    parent = shared.provinces.get(first.facts.place.province or "") if stand.is_city else None
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
        ordered_with=ordered,
        gap_to_highest=_gap(stand, high),
        gap_to_lowest=_gap(stand, low),
        is_best=_is_best(stand, shared, ordered),
        parent=parent.place if parent else None,
        parent_value=parent.promised if parent else None,
        gap_to_parent=_gap(stand, parent.promised if parent else None),
        caveats=_caveats(stand, shared, ordered=bool(ordered)) if comparable else _made(stand),
        refusal=why.key if why else None,
        refusal_zh=why.zh if why else None,
        refusal_text=why.en if why else None,
        against=nearest.key if nearest else None,
        main=False,
        main_of_family=False,
        rule=SUM if len(stand.members) > 1 else RULE,
    )


def _gap(stand: Stand, other: float | None) -> float | None:
    """A place's value less another one."""
    return None if other is None else round(stand.promised - other, 6)


def _is_best(stand: Stand, shared: Shared, ordered: Sequence[str]) -> bool | None:
    """Whether no city promises more (or less, where that is better); None where it cannot be told."""
    direction = direction_of(stand.yardstick)
    if direction is None or not stand.is_city or not (shared.ends or ordered):
        return None
    if shared.ends is None:
        return stand.yardstick.dimension == "share"
    return stand.promised == shared.ends[direction == "more"]


def _made(stand: Stand) -> list[str]:
    """What was done to make a value."""
    return [
        *(["sum_of_parts"] if len(stand.members) > 1 else []),
        *(["total_of_years"] if any(member.years for member in stand.members) else []),
    ]


def _caveats(stand: Stand, shared: Shared, *, ordered: bool) -> list[str]:
    """What a reader should know beside the gap."""
    if ordered:
        return ["order_only", *_made(stand)]
    return [*shared.differing, *(["not_per_head"] if stand.yardstick.dimension in COUNTED else []), *_made(stand)]


def _with_main(
    facts: Sequence[CommitmentFact], on: Mapping[Yardstick, Shared], by_key: Mapping[str, Yardstick]
) -> list[CommitmentFact]:
    """The facts with, of each place's for one indicator and for one subject, the one that most cities share."""

    def rank(fact: CommitmentFact) -> tuple[bool, int, bool, str]:
        yardstick = by_key[fact.yardstick]
        indicator = known_indicators().get(yardstick.indicator)
        usual = indicator is not None and indicator.dimension == yardstick.dimension
        return not fact.comparable, -len(on[yardstick].cities), not usual, fact.yardstick

    first: dict[tuple[str, str, str], str] = {}
    for fact in sorted(facts, key=rank):
        key = by_key[fact.yardstick].indicator
        first.setdefault((fact.place, "indicator", key), fact.yardstick)
        first.setdefault((fact.place, "family", family_of(key)), fact.yardstick)
    return [
        fact.model_copy(
            update={
                "main": first[fact.place, "indicator", by_key[fact.yardstick].indicator] == fact.yardstick,
                "main_of_family": first[fact.place, "family", family_of(by_key[fact.yardstick].indicator)]
                == fact.yardstick,
            }
        )
        for fact in facts
    ]
