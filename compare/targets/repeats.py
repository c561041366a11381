"""Commitments that a notice makes twice: the same value on the same yardstick, in two plans or two places of one file.

A plan and the goals above it, or the plans of one notice, often say one thing twice. It is one commitment; the later
place is linked to the earlier one and does not count.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from compare.targets.placed import Member
from graph.derived.targets import RepeatFact

IN_NOTICE, IN_PLAN = "targets.repeats_in_notice", "targets.repeats_in_plan"


NUMBER = re.compile(r"\d+")
"""Numbers in a scope: places of so many people are others than all places."""
MORE = 2


def repeats(members: Sequence[Member]) -> list[RepeatFact]:
    """The repetitions of all plans, by the later target; each is linked to the first that says it."""
    groups: dict[tuple[object, ...], list[Member]] = defaultdict(list)
    for member in members:
        on = member.on
        groups[member.facts.key, on.yardstick, on.value, on.value_max].append(member)
    found = []
    for group in groups.values():
        first, *later = sorted(group, key=lambda member: (member.target.start, member.index))
        found += [_repeat(first, member) for member in later if _says_the_same(first, member)]
    return sorted(found, key=lambda fact: fact.later)


def _says_the_same(first: Member, later: Member) -> bool:
    """Whether a later target with the same value is the same commitment: in another place of the text, not for
    another year, not the opposite bound, and not of another narrower scope."""
    one, other = first.target, later.target
    years = {one.deadline, other.deadline} - {None}
    bounds = {one.comparator[0], other.comparator[0]} - {"=", "~"}
    conditions = {tuple(NUMBER.findall(each.scope or "")) for each in (one, other)}
    return one.measure != other.measure and max(len(years), len(bounds), len(conditions)) < MORE


def _repeat(first: Member, later: Member) -> RepeatFact:
    apart = first.document and later.document and first.document.key != later.document.key
    return RepeatFact(later=later.ref, earlier=first.ref, rule=IN_NOTICE if apart else IN_PLAN)
