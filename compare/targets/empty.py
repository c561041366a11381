"""Why a city's cell of an indicator is empty where that is no silence: its plans were not read, or are about other
fields. Every other empty cell is silence."""

from collections.abc import Sequence

from codebooks.quantities import families, indicators
from compare.plans import by_city
from compare.scope import Subjects, fields_of, outside
from compare.targets.placed import family_of
from graph.derived.targets import EmptyCellFact
from graph.facts import PlanFacts

NOT_READ = "No measure was read in the plans of this city that are held."
RULE = "targets.empty"


def empty_cells(plans: Sequence[PlanFacts], subjects: Subjects) -> list[EmptyCellFact]:
    """The empty cells of every city that are no silence, by city and indicator; families of indicators included."""
    names = {one.key: one.zh for one in indicators()} | {family.key: family.zh for family in families()}
    health = {one.key for one in indicators() if one.health} | {
        family_of(one.key) for one in indicators() if one.health
    }
    fields = {key: fields_of(name) for key, name in sorted(names.items())}
    found = []
    for city, own in by_city(plans).items():
        given = {key for facts in own for key in _given(facts)}
        read = any(facts.measures for facts in own)
        for key in sorted(set(names) - given):
            why = outside(subjects.get(city, ()), fields[key]) if key in health else None
            if not read or why:
                found.append(_cell(city, key, None if not read else why))
    return found


def _given(facts: PlanFacts) -> set[str]:
    """The indicators, and their families, that a plan commits to with a number or a benchmark."""
    keys = [one.indicator_key for one in facts.targets] + [one.indicator_key for one in facts.benchmarks]
    given = {key for key in keys if key}
    return given | {family_of(key) for key in given}


def _cell(city: str, key: str, why: str | None) -> EmptyCellFact:
    status = "not_read" if why is None else "out_of_scope"
    return EmptyCellFact.model_validate(
        {"city": city, "indicator": key, "status": status, "reason_text": why or NOT_READ, "rule": f"{RULE}.{status}"}
    )
