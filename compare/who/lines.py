"""Duties: what of a city's responsibility lines can be compared with those of other cities, and who leads how much.

A lead is a lead only where a line prints one (牵头). A line that names bodies in an order and no lead has a first-named
body, which is counted apart and never called a lead. Left out are collectives (各相关部门), because they stand for many
bodies, and departments inside one body (科室), because no other city's bodies compare with them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from codebooks.institutions import identify, institutions
from compare.plans import by_city
from graph.derived.duties import Basis, DepartmentFact, DutyScopeFact, Scope
from graph.facts import Place, PlanFacts, Responsibility
from graph.institutions import institution_key

RULE = "duties.scope"
MeasureRef = tuple[str, str]
"""Plan key and measure id."""
DEPARTMENT = re.compile(r"(?!公室)[一-鿿]{1,14}(?:科|处|室|股|办)$")
ANNEX_OF_DUTIES = re.compile("任务|分工|责任|清单|台账")
"""What the title of an annex says that may hold the responsibility lines that a plan lacks (任务分工表)."""
GOVERNMENTS = frozenset(("city_government", "county_government", "township_government", "party_leadership"))
SENTENCES: dict[Scope, str] = {
    "comparable": "",
    "no_measures": "No measures were read in the plans held.",
    "annex_not_held": "The plans held print no responsibility line; an announced annex that may hold them is not held.",
    "no_responsibility_lines": "The plans held name no body that answers for a measure.",
    "one_body": "The lines name departments inside one body, or one body alone; no other city's bodies compare.",
}


@dataclass(slots=True)
class Line:
    """The bodies of one measure's responsibility lines, by institution key: all, the printed leads, where no lead is
    printed the first named, and those whose list goes on with 等."""

    bodies: set[str] = field(default_factory=set)
    leads: set[str] = field(default_factory=set)
    first: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)

    def of(self, basis: Basis) -> set[str]:
        """The bodies in front, on this basis."""
        return self.leads if basis == "lead" else self.first


@cache
def _department_keys() -> frozenset[str]:
    return frozenset(key for kind, key in institutions() if kind == "department")


def inside_body(place: Place, responsibility: Responsibility) -> bool:
    """Whether an institution is a department inside a body: one of the codebook's departments, or an unknown name that
    goes on with a department behind a known body's name (某市卫健委某某科)."""
    if responsibility.collective:
        return False
    if responsibility.body is not None:
        return responsibility.body in _department_keys()
    stem = responsibility.institution.removeprefix(place.name)
    return any(DEPARTMENT.fullmatch(stem[cut:]) and _is_body(stem[:cut]) for cut in range(2, len(stem) - 1))


def _is_body(stem: str) -> bool:
    """Whether the codebook knows the body; a government or Party committee as a whole is none here, because its offices
    are bodies of the city."""
    body = identify(stem)
    return body is not None and GOVERNMENTS.isdisjoint(body.functions)


def comparable_lines(plans: Sequence[PlanFacts]) -> dict[MeasureRef, Line]:
    """The lines of one place's plans that compare, by measure. A plan whose records name departments inside one body
    more often than bodies is that body's own and gives none."""
    lines = defaultdict[MeasureRef, Line](Line)
    for facts in plans:
        if _is_one_bodys(facts):
            continue
        for one in _bodies(facts):
            line = lines[facts.key, one.measure]
            key = institution_key(facts.place, one)
            line.bodies.add(key)
            if one.open_list:
                line.open.add(key)
            if one.role == "lead":
                line.leads.add(key)
            elif one.role == "responsible" and one.position == 0:
                line.first.add(key)
    for line in lines.values():
        if line.leads:
            line.first.clear()
    return dict(sorted(lines.items()))


def _bodies(facts: PlanFacts) -> Iterator[Responsibility]:
    """The records of a plan that name a body of the place: no collective, no department."""
    return (one for one in facts.responsibilities if not one.collective and not inside_body(facts.place, one))


def _is_one_bodys(facts: PlanFacts) -> bool:
    single = [one for one in facts.responsibilities if not one.collective]
    return 2 * sum(inside_body(facts.place, one) for one in single) > len(single)


def departments(plans: Sequence[PlanFacts]) -> list[DepartmentFact]:
    """Every department inside a body, by city and key."""
    found = {
        (facts.place.name, institution_key(facts.place, one))
        for facts in plans
        for one in facts.responsibilities
        if inside_body(facts.place, one)
    }
    return [DepartmentFact(city=city, institution=key, rule="duties.inside_body") for city, key in sorted(found)]


def duty_scopes(plans: Sequence[PlanFacts]) -> list[DutyScopeFact]:
    """For every city with a plan, whether its responsibility lines compare, by city."""
    return [_duty_scope(city, own) for city, own in by_city(plans).items()]


def _duty_scope(city: str, plans: Sequence[PlanFacts]) -> DutyScopeFact:
    lines = comparable_lines(plans)
    bodies = {body for line in lines.values() for body in line.bodies}
    led = sum(1 for line in lines.values() if line.leads)
    scope = _scope(plans, len(bodies))
    inside = sum(inside_body(facts.place, one) for facts in plans for one in facts.responsibilities)
    return DutyScopeFact(
        city=city,
        scope=scope,
        scope_text=SENTENCES[scope] or None,
        basis=None if scope != "comparable" else "lead" if led else "first_named",
        lines=len(lines),
        led=led,
        open_lines=sum(1 for line in lines.values() if line.open),
        bodies=len(bodies),
        departments=inside,
        plans=sorted(facts.key for facts in plans),
        rule=f"{RULE}.{scope}",
    )


def _scope(plans: Sequence[PlanFacts], bodies: int) -> Scope:
    """The first of the reasons that holds."""
    if bodies >= 2:
        return "comparable"
    if not any(facts.measures for facts in plans):
        return "no_measures"
    if any(not one.collective for facts in plans for one in facts.responsibilities):
        return "one_body"
    annexes = [annex for facts in plans for annex in facts.annexes if not annex.held]
    return (
        "annex_not_held"
        if any(ANNEX_OF_DUTIES.search(annex.title) for annex in annexes)
        else ("no_responsibility_lines")
    )
