"""What of responsibility lines compares, as derived properties of City and Institution, and statistics of cities."""

from graph.builder import Builder
from graph.derived import Derived
from graph.ids import hashed
from graph.node_ids import NodeIds


def add_duties(builder: Builder, derived: Derived, ids: NodeIds) -> None:
    """Which cities and institutions compare, and every statistic of a city."""
    for one in derived.duty_scopes:
        if one.city in ids.cities:
            builder.node(
                "City", ids.cities[one.city], duty_scope=one.scope, duty_scope_text=one.scope_text,
                duty_basis=one.basis, duty_lines=one.lines, led_lines=one.led, open_lines=one.open_lines,
                duty_bodies=one.bodies, departments=one.departments,
            )  # fmt: skip
    for department in derived.departments:
        own = ids.institution(department.city, department.institution)
        if builder.has(own):
            builder.node("Institution", own, inside_body=True)
    for fact in derived.statistics:
        if fact.city in ids.cities:
            own = builder.node(
                "Statistic", hashed("Statistic", fact.city, fact.basis, fact.key), key=fact.key, name=fact.zh,
                en=fact.en, definition=fact.definition, group=fact.group, city=fact.city, basis=fact.basis,
                value=fact.value, expected=fact.expected, spread=fact.spread, z=fact.z, p=fact.p, n=fact.n,
                top=fact.top, status=fact.status, reason=fact.reason, reason_text=fact.reason_text, rule=fact.rule,
            )  # fmt: skip
            builder.edge("HAS_STATISTIC", ids.cities[fact.city], own, rule=fact.rule)
