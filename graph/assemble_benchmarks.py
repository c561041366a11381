"""Benchmarks as nodes: commitments to a line that is no number, and the indicators that they measure."""

from collections.abc import Callable

from graph.builder import Builder
from graph.facts import PlanFacts
from graph.ids import hashed

SIGNS = {">=": "≥", "<=": "≤"}


def add_benchmarks(builder: Builder, plan: PlanFacts, owner_of: Callable[[str | None, int], str]) -> None:
    """The benchmarks of a plan in the order of its text. ``owner_of``: the node of the measure or section of this id
    around this offset."""
    for one in sorted(plan.benchmarks, key=lambda one: (one.start, one.end)):
        owner = owner_of(one.measure, one.start)
        around = [each for each in plan.documents if each.text_start <= one.start < each.text_end]
        document = min(around or plan.documents, key=lambda each: (each.text_end - each.text_start, each.key))
        key = (owner, one.indicator, one.line)
        own = hashed("Benchmark", *key, builder.ordinal(plan.key, "Benchmark", *key))
        builder.node(
            "Benchmark", own, name=f"{one.scope or ''}{one.indicator}{SIGNS[one.comparator]}{one.line}",
            indicator=one.indicator, scope=one.scope, kind=one.kind, area=one.area, line=one.line,
            comparator=one.comparator, deadline=one.deadline, period_end=document.period_end, city=plan.place.name,
            quote=one.quote, cut=len(one.quote) < one.end - one.start, start=one.start, end=one.end, rule=one.rule,
        )  # fmt: skip
        builder.read("AIMS_AT", plan.key, owner, own, start=one.start, end=one.end, rule=one.rule)
        if one.indicator_key:
            builder.edge("QUANTIFIES", own, builder.concept("Indicator", one.indicator_key))
