"""What a measure changed of the parent's measure that it takes over: targets, deadlines, stance, obligation, leads.

Each difference has a direction: stronger, weaker, or other, where none can be told. Numbers that grow with the size of
the place (so many hospitals, so much money) have none between a province and a city.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from codebooks.lineage import obligation_words
from codebooks.quantities import indicators
from graph.facts import Measure, ModelMention, PlanFacts, Responsibility, Target
from graph.quantity import quantity as printed

Direction = Literal["stronger", "weaker", "other"]
OF_SIZE = ("count", "amount")
"""Kinds of quantities that grow with the place."""
STANCES = {"explore": 1, "pilot": 2, "establish": 3, "promote": 3}
"""How far a stance goes; a bare mention is no step."""
FIRMNESS = {"aim": 0, "plain": 1, "ensure": 2}
MORE = {">=": 1, ">": 1, "<=": -1, "<": -1}


type Name = tuple[str, str, str]
"""What a target measures, its unit and its scope."""


class Change(NamedTuple):
    """A difference: its direction, what differs, and how it reads in the parent and in the child."""

    direction: Direction
    what: str
    before: str
    after: str

    def line(self) -> str:
        """The change in one line."""
        return f"{self.direction} · {self.what}: {self.before or '—'} → {self.after or '—'}"


@dataclass(frozen=True, slots=True)
class Act:
    """A measure with what its plan's facts say of it. ``aims``: what its whole plan sets targets on, by name."""

    plan: str
    level: str
    measure: Measure
    targets: tuple[Target, ...]
    models: tuple[ModelMention, ...]
    leads: tuple[Responsibility, ...]
    aims: frozenset[Name]


def acts(facts: PlanFacts) -> list[Act]:
    """The measures of a plan, in its order."""
    targets, models = _by_measure(facts.targets), _by_measure(facts.models)
    leads = _by_measure(one for one in facts.responsibilities if one.role == "lead" and not one.collective)
    aims = frozenset(_by_name(facts.targets))
    return [
        Act(
            plan=facts.key,
            level=facts.place.level,
            measure=one,
            targets=tuple(targets.get(one.id, ())),
            models=tuple(models.get(one.id, ())),
            leads=tuple(leads.get(one.id, ())),
            aims=aims,
        )
        for one in facts.measures
    ]


def changes(parent: Act, child: Act) -> list[Change]:
    """Every difference in substance, sorted."""
    found = [*_targets(parent, child), *_stances(parent, child), *_obligation(parent, child), *_leads(parent, child)]
    return sorted(found)


def _by_measure[T: (Target, ModelMention, Responsibility)](records: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for one in records:
        found.setdefault(one.measure or "", []).append(one)
    return found


def _targets(parent: Act, child: Act) -> Iterator[Change]:
    """Targets of one name are compared, in the order of the text where several have it; those that only one of the
    measures has are dropped or added, unless the other plan has them in another place."""
    sized = parent.level == child.level
    before, after = _by_name(parent.targets), _by_name(child.targets)
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, []), after.get(name, [])
        for one, other in zip(old, new, strict=False):
            yield from _target(one, other, sized)
        for one in old[len(new) :] if new or name not in child.aims else []:
            yield Change("weaker" if _comparable(one, sized) else "other", "target dropped", quantity(one), "")
        for one in new[len(old) :] if old or name not in parent.aims else []:
            yield Change("stronger" if _comparable(one, sized) else "other", "target added", "", quantity(one))


def _target(old: Target, new: Target, sized: bool) -> Iterator[Change]:
    """The differences between two targets of one name, the firmest first: value, then deadline, then firmness."""
    texts = quantity(old), quantity(new)
    better = _better(old)
    if (old.value, old.value_max) != (new.value, new.value_max):
        step = (new.value - old.value) * better
        known = _comparable(old, sized) and better and step
        yield Change(("stronger" if step > 0 else "weaker") if known else "other", "target", *texts)
    elif old.deadline and new.deadline and old.deadline != new.deadline:
        yield Change("stronger" if new.deadline < old.deadline else "weaker", "deadline", *texts)
    elif FIRMNESS[old.strength] != FIRMNESS[new.strength]:
        firmer = FIRMNESS[new.strength] > FIRMNESS[old.strength]
        words = f"{quantity(old)} ({old.strength})", f"{quantity(new)} ({new.strength})"
        yield Change("stronger" if firmer else "weaker", "firmness", *words)


def _by_name(targets: Sequence[Target]) -> dict[Name, list[Target]]:
    """Targets by what they measure, their unit and scope; 全省 of a province is what 全市 is of a city."""
    found: dict[Name, list[Target]] = {}
    for one in sorted(targets, key=lambda one: (one.start, one.end)):
        scope = (one.scope or "").replace("省", "市").removeprefix("全市")
        found.setdefault((one.indicator_key or one.indicator, one.unit, scope), []).append(one)
    return found


def _comparable(target: Target, sized: bool) -> bool:
    """Whether its number means the same in a province and in a city."""
    return sized or target.kind not in OF_SIZE


def _better(target: Target) -> int:
    """1 where more is better, -1 where less is, 0 where neither the codebook nor the bound says so."""
    for one in indicators():
        if one.key == target.indicator_key:
            return 1 if one.direction == "more" else -1
    return MORE.get(target.comparator, 1 if target.kind in ("percent", "coverage") else 0)


def quantity(target: Target) -> str:
    """A target in short: 县域内就诊率 >=90% (2025)."""
    year = f" ({target.deadline})" if target.deadline else ""
    return f"{target.indicator} {target.comparator}{printed(target.value, target.value_max, target.unit)}{year}"


def _stances(parent: Act, child: Act) -> Iterator[Change]:
    """How far each goes with a model that both name, or that one of them ends."""
    before, after = _strongest(parent.models), _strongest(child.models)
    for model in sorted(before.keys() & after.keys()):
        (old, old_ends), (new, new_ends) = before[model], after[model]
        if old_ends != new_ends:
            words = ("ends" if old_ends else old), ("ends" if new_ends else new)
            yield Change("other", f"stance on {model}", *words)
        elif (old in STANCES and new in STANCES) and STANCES[old] != STANCES[new]:
            yield Change("stronger" if STANCES[new] > STANCES[old] else "weaker", f"stance on {model}", old, new)


def _strongest(mentions: Sequence[ModelMention]) -> Mapping[str, tuple[str, bool]]:
    """By model, the stance that goes farthest, and whether every mention ends the model."""
    found: dict[str, tuple[str, bool]] = {}
    for model in sorted({one.model for one in mentions}):
        own = [one for one in mentions if one.model == model]
        stance = max((one.stance for one in own), key=lambda each: (STANCES.get(each, 0), each))
        found[model] = stance, all(one.polarity == "ends" for one in own)
    return found


def _obligation(parent: Act, child: Act) -> Iterator[Change]:
    """Words that bind against words that leave it open, where one measure has only these and the other only those."""
    binding, soft = obligation_words()
    old, new = ((act.measure.terms.keys() & binding, act.measure.terms.keys() & soft) for act in (parent, child))
    texts = "、".join(sorted(old[0] | old[1])), "、".join(sorted(new[0] | new[1]))
    if old[1] and not old[0] and new[0] and not new[1]:
        yield Change("stronger", "obligation", *texts)
    elif old[0] and not old[1] and new[1] and not new[0]:
        yield Change("weaker", "obligation", *texts)


def _leads(parent: Act, child: Act) -> Iterator[Change]:
    """Functions that lead, where both measures name leads and they differ."""
    old, new = (sorted({key for one in act.leads for key in one.functions}) for act in (parent, child))
    if old and new and old != new:
        yield Change("other", "lead", "、".join(old), "、".join(new))
