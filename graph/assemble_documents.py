"""Documents as nodes, once all plans are known: what several plans say of one document, and what its own text says."""

from collections.abc import Sequence

from graph.builder import Builder
from graph.facts import Document, PlanFacts
from graph.identity import Identity, most_frequent

KINDS = {
    "notice": "通知", "action_plan": "行动计划", "implementation_plan": "实施方案", "opinions": "实施意见",
    "work_priorities": "工作要点", "other": "文件",
}  # fmt: skip
"""What a held document without a title is called."""


def add_documents(builder: Builder, plans: Sequence[PlanFacts], identity: Identity) -> None:
    """Every document, held or only named: what its own text says wins over what others call it."""
    held: dict[str, list[tuple[PlanFacts, Document]]] = {}
    for plan in plans:
        for document in plan.documents:
            held.setdefault(identity.of_document[plan.key, document.key], []).append((plan, document))
    for own, said in identity.said.items():
        copies = held.get(own, [])
        title = most_frequent(document.title for _, document in copies) or most_frequent(one.title for one in said)
        number = most_frequent(one.number for one in said)
        issuer = most_frequent(document.issuer for _, document in copies) or most_frequent(one.issuer for one in said)
        builder.node(
            "Document", own, key=identity.keys[own], title=title or number or _untitled(copies), number=number,
            held=bool(copies), titled=title is not None, region=most_frequent(one.region or None for one in said),
            issuer=issuer,
            level=most_frequent(one.level if one.level != "unknown" else None for one in said) or "unknown",
        )  # fmt: skip
        for plan, document in copies:
            _held(builder, own, plan, document)


def _untitled(copies: Sequence[tuple[PlanFacts, Document]]) -> str:
    """What a held document that prints no title is called."""
    plan, document = copies[0]
    return f"{plan.place.name}{KINDS[document.kind]}（文中无标题）"


def _held(builder: Builder, own: str, plan: PlanFacts, document: Document) -> None:
    """What only a text that is held can say."""
    local = {one.id for one in plan.measures if one.document == document.key}

    def inside(start: int) -> bool:
        return document.text_start <= start < document.text_end

    builder.node(
        "Document", own, kind=document.kind, index_number=document.index_number, date_issued=document.date_issued,
        date_published=document.date_published, period_start=document.period_start, period_end=document.period_end,
        url=plan.url, plan=plan.key, file_key=document.key, start=document.start, end=document.end, rule=document.rule,
        n_measures=len(local), n_bodies=sum(1 for one in plan.responsibilities if one.measure in local),
        n_leads=sum(1 for one in plan.responsibilities if one.measure in local and one.role == "lead"),
        n_targets=sum(1 for one in plan.targets if inside(one.start)),
        n_citations=sum(1 for one in plan.citations if one.document == document.key),
        n_models=sum(1 for one in (*plan.models, *plan.models_apart) if inside(one.start)),
    )  # fmt: skip
