"""Lineage as derived properties of documents (dates) and as edges: PROBABLE_PARENT and DESCENDS_FROM of documents,
TAKES_FROM of measures, OMITS and ADDS from a document to measures."""

from graph.builder import Builder
from graph.derived.lineage import LineageFacts
from graph.node_ids import NodeIds


def add_lineage(builder: Builder, facts: LineageFacts, ids: NodeIds) -> None:
    """All of it. The nodes of the reviewed lookup come first, because edges lead to them."""
    for one in facts.known:
        builder.node(
            "Document", one.document, key=one.key, title=one.title, titled=True, held=False, number=one.number,
            issuer=one.issuer, level=one.level, region=one.region, origin="lookup",
        )  # fmt: skip
    for when in facts.dates:
        if builder.has(when.document):
            builder.node(
                "Document", when.document, date_from=when.date_from, date_to=when.date_to, date_basis=when.basis
            )
    for probable in facts.probable:
        builder.edge(
            "PROBABLE_PARENT", probable.child, probable.parent, basis=probable.basis, score=probable.score,
            checked=probable.checked, shared=probable.shared, rule=probable.rule,
        )  # fmt: skip
    for each in facts.descents:
        builder.edge("DESCENDS_FROM", each.child, each.parent, **each.model_dump(exclude={"child", "parent"}))
    _measures(builder, facts, ids)


def _measures(builder: Builder, facts: LineageFacts, ids: NodeIds) -> None:
    """What became of measures."""
    for taken in facts.taken:
        builder.edge(
            "TAKES_FROM", ids.measures[taken.child], ids.measures[taken.parent], verdict=taken.verdict,
            score=taken.score, by=taken.by, shared=taken.shared, changes=taken.changes, rule=taken.rule,
        )  # fmt: skip
    for left in facts.left_out:
        builder.edge("OMITS", left.child, ids.measures[left.measure], score=left.score, rule=left.rule)
    for added in facts.added:
        builder.edge("ADDS", added.child, ids.measures[added.measure], score=added.score, rule=added.rule)
