"""Why commitments of one subject are not compared: the facets of their yardsticks that differ, the first one first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from codebooks.yardsticks import Named, names
from compare.targets.placed import Member, family_of, known_indicators
from compare.targets.yardsticks import Yardstick, facet_names
from graph.derived.targets import RefusalFact

RULE = "targets.refused"
NOT_STATED = Named("", "未注明", "not stated")
ALL = 100.0
"""A share of all there can be, in %."""


def refusals(members: Mapping[Yardstick, Sequence[Member]], guesses: Mapping[str, Named]) -> list[RefusalFact]:
    """A fact for every two yardsticks of one subject that two places commit to, by their keys."""
    subjects: dict[str, list[Yardstick]] = defaultdict(list)
    for yardstick in sorted(members, key=lambda one: one.key):
        subjects[family_of(yardstick.indicator)].append(yardstick)
    return [
        _refusal(first, second, members, guesses)
        for _, found in sorted(subjects.items())
        for first, second in combinations(found, 2)
        if len({member.place for member in (*members[first], *members[second])}) > 1
    ]


def differences(first: Yardstick, second: Yardstick) -> list[str]:
    """The codes of what tells two yardsticks of one subject apart, in the codebook's order."""
    found = set()
    if first.dimension != second.dimension:
        both = {first.dimension, second.dimension}
        found.add("count_against_share" if both == {"count", "share"} else "different_dimension")
    else:
        found |= {"different_base"} if first.base != second.base else set()
        found |= {"different_population"} if first.population != second.population else set()
        found |= {"no_unit_conversion"} if first.unit != second.unit else set()
        found |= {"yearly_against_total"} if first.yearly != second.yearly else set()
    found |= {"different_level"} if first.levels != second.levels else set()
    same_object = object_of(first) == object_of(second) and first.variant == second.variant
    if not same_object or (first.indicator != second.indicator and not found):
        found.add("different_object")
    return [code for code in names("refusals") if code in found]


def object_of(yardstick: Yardstick) -> str:
    """What a yardstick counts, in the codebook's words; an unknown indicator is its own."""
    indicator = known_indicators().get(yardstick.indicator)
    return indicator.object if indicator else yardstick.indicator


def name_of_indicator(yardstick: Yardstick, guesses: Mapping[str, Named]) -> Named:
    """The names of a yardstick's indicator."""
    indicator = known_indicators().get(yardstick.indicator)
    if indicator is None:
        return guesses.get(yardstick.indicator, Named(yardstick.indicator, yardstick.indicator, yardstick.indicator))
    return Named(indicator.key, indicator.zh, indicator.en)


def _refusal(
    first: Yardstick, second: Yardstick, members: Mapping[Yardstick, Sequence[Member]], guesses: Mapping[str, Named]
) -> RefusalFact:
    codes = differences(first, second)
    why = sentence(codes[0], first, second, guesses)
    share = first if first.dimension == "share" else second
    return RefusalFact(
        first=first.key,
        second=second.key,
        code=codes[0],
        codes=codes,
        zh=why.zh,
        text=why.en,
        order_only=codes == ["count_against_share"] and all(one.on.value == ALL for one in members[share]),
        rule=f"{RULE}.{codes[0]}",
    )


def sentence(code: str, first: Yardstick, second: Yardstick, guesses: Mapping[str, Named]) -> Named:
    """Why two yardsticks are not compared, in words, the first one's side first."""
    a, b = (_differs(code, one, guesses) for one in (first, second))
    words = names("refusals")[code]
    return Named(code, words.zh.format(a=a.zh, b=b.zh), words.en.format(a=a.en, b=b.en))


def _differs(code: str, yardstick: Yardstick, guesses: Mapping[str, Named]) -> Named:
    """What one side has of the facet that differs."""
    found = facet_names(yardstick).get(code) or []
    if code in ("count_against_share", "different_object"):
        found = [name_of_indicator(yardstick, guesses), *found]
    if not found:
        return NOT_STATED
    return Named(code, "、".join(one.zh for one in found), ", ".join(one.en for one in found))
