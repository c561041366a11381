"""Indicators that no codebook knows: targets of several places that end in the same noun and give the same dimension.

A phrase is cut into the words that the plan's own measures are counted by, from its end; its last noun names it, with
the words before where the noun alone says nothing (中心, 机构). Such a match is never reviewed, and says so.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from codebooks.yardsticks import general_nouns, without_ending
from compare.targets.yardsticks import dimension_of
from graph.derived.targets import UnknownIndicatorFact
from graph.facts import PlanFacts, Target

RULE = "targets.same_last_noun"
PREFIX = "auto:"
LONGEST_WORD = 8
LEAST = 3
"""Characters of a last noun that says enough."""
MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A target that no codebook knows: its plan's place and key, its place in the facts, and its last noun."""

    place: str
    plan: str
    index: int
    head: str
    target: Target


def unknown(plans: Sequence[PlanFacts]) -> tuple[list[UnknownIndicatorFact], dict[tuple[str, int], str]]:
    """The unknown indicators that several places commit to, by key, and the key of each of their targets."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for one in _found(plans):
        groups[f"{PREFIX}{one.head}|{dimension_of(one.target)}"].append(one)
    shared = {key: found for key, found in sorted(groups.items()) if len({one.place for one in found}) > 1}
    facts = [
        UnknownIndicatorFact(
            key=key, name=found[0].head, unit=_usual(one.target.unit for one in found),
            dimension=dimension_of(found[0].target), words=sorted({one.target.indicator for one in found}),
            targets=[(one.plan, one.index) for one in found], rule=RULE,
        )
        for key, found in shared.items()
    ]  # fmt: skip
    return facts, {(one.plan, one.index): key for key, found in shared.items() for one in found}


def _usual(units: Iterable[str]) -> str:
    """The most frequent unit, the smallest of equals."""
    counts = Counter(units)
    return min(counts, key=lambda unit: (-counts[unit], unit))


def _found(plans: Sequence[PlanFacts]) -> Iterable[Found]:
    for facts in plans:
        words = {word for measure in facts.measures for word in measure.terms}
        for index, target in enumerate(facts.targets):
            head = last_noun(target.indicator, words) if target.indicator_key is None else None
            if head:
                yield Found(facts.place.name, facts.key, index, head, target)


def last_noun(indicator: str, words: set[str]) -> str | None:
    """The last noun of an indicator, made of these words; None where its end is none of them."""
    rest, parts = without_ending(indicator), list[str]()
    while rest and len(parts) < MOST_WORDS:
        word = next((rest[-n:] for n in range(min(LONGEST_WORD, len(rest)), 1, -1) if rest[-n:] in words), None)
        if word is None:
            break
        parts.insert(0, word)
        rest = rest[: -len(word)]
        head = "".join(parts)
        if len(head) >= LEAST and not all(part in general_nouns() for part in parts):
            return head
    return None
