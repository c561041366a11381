"""The panel: city × year × fact, for event-history models.

A row for every city held, every year from the first to the last plan held, and every fact: a reform model, a component
of one, or a yardstick that some city sets a target on. A year in which no plan of the city is held is a row too, with
the status not_held: the panel never says that a city did nothing where nobody looked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from codebooks.components import component_models, reform_models
from codebooks.lineage import known_parents
from codebooks.models import models
from compare.adoption import adoptions
from compare.lineage.dates import Interval, document_dates, observed_year
from compare.lineage.lookup import known_ids
from compare.plans import by_city
from compare.scope import adoptions_in_scope, subjects
from compare.targets import comparable_targets
from compare.topics import measure_topics
from graph.derived.adoption import AdoptionFact
from graph.facts import PlanFacts
from graph.identity import identify

PanelKind = Literal["model", "component", "target"]
KINDS: tuple[PanelKind, ...] = ("model", "component", "target")
MARK = "|"
"""What joins several values in one cell."""
AT_RISK = ("present", "silent", "ended")
"""Statuses of years in which the fact could have been seen."""
NO_PLAN: dict[str, Any] = {
    "plans": "", "plan_kinds": "", "annual": None, "measures": None, "chars": None, "date_from": None,
    "date_to": None, "date_basis": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A cell of the panel. Texts with several values are joined by ``|``; null is not known or not to be said.

    ``observed``: a plan of the city is held for this year. ``annual``: all of its plans are for one year only.
    ``status``: present, silent, ended, out_of_scope, not_read, or not_held for a year that is not observed.
    ``level``: a model's grade, a component's status, a target's comparator. ``event``: 1 in the first year with the
    fact, 0 in observed years before it; null after it, where nothing could be seen, and for a model's own city. The
    onset lies after ``onset_after`` (the last such year without it, null where there is none) and not after
    ``onset_by`` (the first with it). ``left_censored``: the first plan that could have it has it, so that the onset
    may be older. ``right_censored``: no plan held has it.
    """

    city: str
    code: str | None
    province: str | None
    year: int
    kind: PanelKind
    fact: str
    name: str
    observed: bool
    status: str
    reason: str | None
    level: str | None
    stance: str | None
    stages: str | None
    value: float | None
    unit: str | None
    deadline: int | None
    plans: str
    plan_kinds: str
    annual: bool | None
    measures: int | None
    chars: int | None
    date_from: str | None
    date_to: str | None
    date_basis: str | None
    event: int | None
    onset_after: int | None
    onset_by: int | None
    left_censored: bool
    right_censored: bool


class Fact(NamedTuple):
    """What a row is about, with its Chinese name. ``above``: the indicator of a yardstick, else the key itself."""

    kind: PanelKind
    key: str
    name: str
    above: str


class Seen(NamedTuple):
    """What the plans of a city and a year say of a fact; of an indicator, why they set no target of it."""

    status: str
    reason: str | None
    level: str | None
    stance: str | None = None
    stages: str | None = None
    value: float | None = None
    unit: str | None = None
    deadline: int | None = None


@dataclass(slots=True)
class Wave:
    """The plans of a city of one year, with what they say. ``dates``: of all their documents;
    ``about``: the columns on the plans themselves."""

    plans: list[PlanFacts]
    dates: list[Interval]
    seen: dict[tuple[PanelKind, str], Seen]
    about: dict[str, Any]


def panel(plans: Sequence[PlanFacts], kinds: Sequence[PanelKind] = KINDS) -> Iterator[PanelRow]:
    """The rows, by city (code, name), kind, fact and year. Plans whose year nothing bounds are in no row."""
    waves = _waves(plans)
    years = sorted({year for of_city in waves.values() for year in of_city})
    if not years:
        return
    facts = [fact for fact in _facts(plans, waves) if fact.kind in kinds]
    cities = by_city(plans)
    for city in sorted(waves, key=lambda city: (_code(cities[city]) or "", city)):
        for of_year in waves[city].values():
            of_year.seen.update(_said(of_year.plans))
            of_year.about.update(_about(of_year))
        for fact in facts:
            yield from _rows(cities[city], fact, range(years[0], years[-1] + 1), waves[city])


def _waves(plans: Sequence[PlanFacts]) -> dict[str, dict[int, Wave]]:
    """By city and year, the plans of that year. A file's year is that of its first document with measures."""
    identity = identify(plans)
    dates = document_dates(plans, identity, known_ids(identity, known_parents()))
    found: dict[str, dict[int, Wave]] = {}
    for city, own in by_city(plans).items():
        for facts in own:
            inside = {one.document for one in facts.measures}
            documents = [one for one in facts.documents if one.key in inside]
            intervals = [dates[identity.of_document[facts.key, one.key]] for one in documents]
            known = [observed_year(one, when) for one, when in zip(documents, intervals, strict=True)]
            year = next((each for each in known if each), None)
            if year is not None:
                wave = found.setdefault(city, {}).setdefault(year, Wave([], [], {}, {}))
                wave.plans.append(facts)
                wave.dates.extend(intervals)
    return found


def _facts(plans: Sequence[PlanFacts], waves: dict[str, dict[int, Wave]]) -> list[Fact]:
    """Every model and component of the codebooks, and every yardstick that a city commits to."""
    names = {each.key: each.zh for each in models()}
    found = [Fact("model", key, names.get(key, key), key) for key in reform_models()]
    for model in component_models().values():
        keys = [(f"{model.key}.{one.key}", one.zh) for one in model.components]
        found += [Fact("component", key, name, key) for key, name in keys]
    targets = comparable_targets([facts for facts in plans if facts.place.name in waves])
    used = {one.yardstick for one in targets.commitments}
    found += [Fact("target", one.key, one.zh, one.indicator) for one in targets.yardsticks if one.key in used]
    return sorted(found)


def _said(plans: Sequence[PlanFacts]) -> dict[tuple[PanelKind, str], Seen]:
    """What plans of one city and year say of every fact."""
    found: dict[tuple[PanelKind, str], Seen] = {}
    scope = subjects(plans, measure_topics(plans))
    for row in adoptions_in_scope(adoptions(plans), scope):
        found["model", row.model] = _model(row)
        for one in row.components:
            status = "ended" if one.reason == "ended" else one.cell
            found["component", f"{row.model}.{one.component}"] = Seen(status, one.reason, one.status)
    targets = comparable_targets(plans, scope)
    units = {one.key: one.unit for one in targets.yardsticks}
    for cell in targets.empty:
        found["target", cell.indicator] = Seen(cell.status, cell.status, None)
    for each in targets.commitments:
        found["target", each.yardstick] = Seen(
            "present", None, each.comparator, value=each.value, unit=units[each.yardstick], deadline=each.deadline
        )
    return found


def _model(row: AdoptionFact) -> Seen:
    return Seen(row.cell, row.reason, row.grade, row.stance, MARK.join(row.stages) or None)


def _rows(own: Sequence[PlanFacts], fact: Fact, years: range, waves: dict[int, Wave]) -> Iterator[PanelRow]:
    """The rows of one city and fact."""
    silent, key, above = Seen("silent", "silent", None), (fact.kind, fact.key), (fact.kind, fact.above)
    seen = {year: wave.seen.get(key) or wave.seen.get(above, silent) for year, wave in sorted(waves.items())}
    with_it = [year for year, one in seen.items() if one.status == "present"]
    first = min(with_it, default=None)
    without = [year for year, one in seen.items() if one.status in AT_RISK and first is not None and year < first]
    before = max(without, default=None)
    origin = any(one.level == "origin" for one in seen.values())
    place = own[0].place
    for year in years:
        wave, said = waves.get(year), seen.get(year, Seen("not_held", "not_held", None))
        known = said.status in AT_RISK and not origin and (first is None or year <= first)
        yield PanelRow(
            city=place.name, code=_code(own), province=place.province, year=year, kind=fact.kind, fact=fact.key,
            name=fact.name, observed=wave is not None, status=said.status, reason=said.reason, level=said.level,
            stance=said.stance, stages=said.stages, value=said.value, unit=said.unit, deadline=said.deadline,
            event=int(year == first) if known else None, onset_after=before, onset_by=first,
            left_censored=first is not None and before is None, right_censored=first is None,
            **(wave.about if wave else NO_PLAN),
        )  # fmt: skip


def _about(wave: Wave) -> dict[str, Any]:
    """The columns on a year's plans."""
    documents = [one for facts in wave.plans for one in facts.documents if one.kind != "notice"]
    firsts = [each.first for each in wave.dates if each.first]
    lasts = [each.last for each in wave.dates if each.last]
    bases = sorted({bound.basis for bound in (*firsts, *lasts)})
    return {
        "plans": MARK.join(sorted(facts.key for facts in wave.plans)),
        "plan_kinds": MARK.join(sorted({one.kind for one in documents})),
        "annual": all(one.period_start and one.period_start == one.period_end for one in documents),
        "measures": sum(len(facts.measures) for facts in wave.plans),
        "chars": sum(facts.chars for facts in wave.plans),
        "date_from": min((bound.day for bound in firsts), default=None),
        "date_to": max((bound.day for bound in lasts), default=None),
        "date_basis": MARK.join(bases) or None,
    }


def _code(own: Sequence[PlanFacts]) -> str | None:
    return min((facts.place.code for facts in own if facts.place.code), default=None)
