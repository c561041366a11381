"""Every target on its yardstick, with the plan and the document that it stands in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from codebooks.quantities import Indicator, families, indicators
from codebooks.yardsticks import Named
from compare.plans import document_at, plan_years
from compare.targets.yardsticks import Meant, Placed, placed
from graph.derived.targets import TargetRef
from graph.facts import Document, PlanFacts, Target

LARGEST = 15
"""Years of the longest period of a plan whose yearly numbers are added up."""


@dataclass(frozen=True, slots=True)
class Member:
    """A target on its yardstick. ``plan_year``: of the latest plan in its file, 0 where none is known; ``years``: a
    number a year was multiplied by so many."""

    facts: PlanFacts
    index: int
    document: Document | None
    on: Placed
    plan_year: int = 0
    years: int | None = None

    @property
    def target(self) -> Target:
        """The record of the facts."""
        return self.facts.targets[self.index]

    @property
    def ref(self) -> TargetRef:
        """What derived facts name it by."""
        return self.facts.key, self.index

    @property
    def last_year(self) -> int | None:
        """Its own year, else the last one of its plan."""
        return self.target.deadline or (self.document.period_end if self.document else None)

    @property
    def place(self) -> str:
        """The city or province whose plan it is."""
        return self.facts.place.name


@cache
def known_indicators() -> dict[str, Indicator]:
    """The codebook's indicators by key."""
    return {indicator.key: indicator for indicator in indicators()}


@cache
def _families() -> dict[str, Named]:
    return {family.key: Named(family.key, family.zh, family.en) for family in families()}


def family_of(key: str) -> str:
    """The subject that an indicator belongs to: its family, else itself."""
    indicator = known_indicators().get(key)
    return (indicator.family if indicator else None) or key


def members(plans: Sequence[PlanFacts], guessed: Mapping[TargetRef, str], units: Mapping[str, str]) -> list[Member]:
    """The targets that have an indicator, known or guessed, in the order of the plans and their facts. ``units``: of
    the guessed indicators."""
    return [member for facts in plans for member in _of_plan(facts, guessed, units)]


def _of_plan(facts: PlanFacts, guessed: Mapping[TargetRef, str], units: Mapping[str, str]) -> Iterable[Member]:
    titles = {measure.id: [measure.title, *reversed(measure.parents)] for measure in facts.measures}
    titles |= {section.id: [section.title, *reversed(section.parents)] for section in facts.sections}
    documents = {document.key: document for document in facts.documents}
    year = max(plan_years(facts), default=0)
    for index, target in enumerate(facts.targets):
        key = target.indicator_key or guessed.get((facts.key, index))
        if key is None:
            continue
        document = documents.get(document_at(facts, target.start))
        headings = [*titles.get(target.measure or "", ()), (document.title if document else None) or ""]
        entry = known_indicators().get(key)
        meant = Meant(key, entry.unit if entry else units.get(key, target.unit), entry)
        on = placed(target, meant, headings, facts.place.level)
        yield Member(facts, index, document, on, year)


def totals(found: Sequence[Member]) -> list[Member]:
    """Numbers a year as totals of their plan's period, where another place gives a total: 每年10名 in a plan of five
    years is 50."""
    given: dict[object, set[str]] = {}
    for member in found:
        given.setdefault(member.on.yardstick, set()).add(member.place)
    made = []
    for member in found:
        total = replace(member.on.yardstick, yearly=False)
        years = _period(member) if member.on.yardstick.yearly else None
        if years and given.get(total, set()) - {member.place}:
            high = member.on.value_max
            value = Placed(total, member.on.value * years, None if high is None else high * years)
            made.append(replace(member, on=value, years=years))
    return made


def _period(member: Member) -> int | None:
    """How many years the plan of a target is for, None where it does not say."""
    document = member.document
    if document is None or not document.period_start:
        return None
    last = member.target.deadline or document.period_end
    years = last - document.period_start + 1 if last else 0
    return years if 0 < years <= LARGEST else None
