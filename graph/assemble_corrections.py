"""Corrections as nodes: who changed which fact, when and why, and whether it still holds."""

import json
from collections.abc import Sequence

from graph.builder import Builder
from graph.corrections import Standing
from graph.facts import PlanFacts
from graph.ids import hashed
from graph.node_ids import NodeIds


def add_corrections(builder: Builder, reviewed: Sequence[Standing], plans: Sequence[PlanFacts], ids: NodeIds) -> None:
    """A node for each correction of a plan that is held, at its measure, section or first document."""
    held = {plan.key: plan for plan in plans}
    for standing in reviewed:
        one = standing.correction
        plan = held.get(one.plan)
        if plan is None:
            continue
        own = builder.node(
            "Correction", hashed("Correction", one.id), key=one.id, name=f"{one.action} {one.kind} {one.words.quote}",
            kind=one.kind, action=one.action, author=one.author, time=one.time, reason=one.reason,
            status=standing.status, why=standing.why, plan=one.plan,
            measure=f"{one.plan}/{one.measure}" if one.measure else None, quote=one.words.quote,
            before=None if one.before is None else json.dumps(one.before, ensure_ascii=False, sort_keys=True),
            after=json.dumps(one.values, ensure_ascii=False, sort_keys=True),
        )  # fmt: skip
        builder.edge("CORRECTS", own, _place(plan, one.measure, ids))


def _place(plan: PlanFacts, measure: str | None, ids: NodeIds) -> str:
    """The node of the measure or section, else of the plan's first document."""
    for document in plan.documents:
        key = plan.key, document.key, measure or ""
        found = ids.measures.get(key) or ids.sections.get(key)
        if found:
            return found
    return ids.documents[plan.key, plan.documents[0].key]
