"""Promises as nodes: documents to be drafted that a measure names without 《》."""

from collections.abc import Callable

from graph.builder import Builder
from graph.facts import PlanFacts
from graph.ids import hashed


def add_promises(builder: Builder, plan: PlanFacts, owner_of: Callable[[str | None, int], str]) -> None:
    """The promises of a plan in the order of its text. ``owner_of``: the node of the measure of this id around this
    offset."""
    for one in sorted(plan.promises, key=lambda one: (one.start, one.end)):
        owner = owner_of(one.measure, one.start)
        own = hashed("Promise", owner, one.name, builder.ordinal(plan.key, "Promise", owner, one.name))
        builder.node(
            "Promise", own, name=one.name, verb=one.verb, kind=one.kind, city=plan.place.name, quote=one.quote,
            cut=len(one.quote) < one.end - one.start, start=one.start, end=one.end, rule=one.rule,
        )  # fmt: skip
        builder.read("PROMISES", plan.key, owner, own, start=one.start, end=one.end, rule=one.rule)
