"""Places of mentions as evidence, in the order of plans and texts."""

from compare.plans import document_at
from graph.derived.evidence import Evidence
from graph.facts import ComponentMention, ModelMention, PlanFacts


def evidence_of(facts: PlanFacts, mention: ModelMention | ComponentMention) -> Evidence:
    """The place of a mention in this plan."""
    return Evidence(
        plan=facts.key,
        document=document_at(facts, mention.start),
        measure=mention.measure,
        start=mention.start,
        end=mention.end,
        quote=mention.quote,
        rule=mention.rule,
    )


def in_order(place: Evidence) -> tuple[str, int, int, str]:
    """Places go by plan, then as in the text."""
    return place.plan, place.start, place.end, place.rule
