"""Components of reform models: how far a city's plans do each, and what each measure does of it alone.

A component is done or partial when its parts, taken from all plans of the city together, hold one of the combinations
of its codebook. What the plans only end counts for nothing. An empty component says why it is empty.
"""

from collections.abc import Mapping, Sequence

from codebooks.components import Component, ComponentModel, component_of
from compare.adoption.evidence import evidence_of, in_order
from compare.plans import plan_years
from graph.derived.adoption import CellStatus, ComponentFact, DoesFact, EmptyReason
from graph.facts import ComponentMention, Measure, PlanFacts

type Mentions = Sequence[tuple[PlanFacts, ComponentMention]]

CELLS: Mapping[EmptyReason, CellStatus] = {
    "silent": "silent", "below": "silent", "ended": "silent", "not_in_force": "out_of_scope", "no_measures": "not_read",
    "out_of_scope": "out_of_scope",
}  # fmt: skip
"""What each reason is called in every comparison."""


def by_component(plans: Sequence[PlanFacts]) -> dict[tuple[str, str], list[tuple[PlanFacts, ComponentMention]]]:
    """The mentions of the plans by the keys of model and component."""
    found: dict[tuple[str, str], list[tuple[PlanFacts, ComponentMention]]] = {}
    for facts in plans:
        for mention in facts.components:
            found.setdefault((mention.model, mention.component), []).append((facts, mention))
    return found


def component_fact(
    model: ComponentModel, component: Component, plans: Sequence[PlanFacts], mentions: Mentions
) -> ComponentFact:
    """How far the plans together do one component, ``mentions`` being all that they say of it."""
    doing = [(facts, mention) for facts, mention in mentions if mention.polarity == "does"]
    status = component.status(mention.part for _, mention in doing)
    deciding = component.parts_for(status)
    evidence = [evidence_of(facts, mention) for facts, mention in doing if mention.part in deciding]
    reason = None if status != "empty" else _why_empty(component, plans, len(doing) < len(mentions))
    return ComponentFact(
        component=component.key,
        tier=component.tier,
        status=status,
        cell="present" if reason is None else CELLS[reason],
        reason=reason,
        reason_text=None if reason is None else _say(reason, component),
        decided_by=sorted(deciding & {mention.part for _, mention in doing}),
        since=component.since.year,
        source=component.since.number,
        evidence=sorted(evidence, key=in_order),
        rule=f"component.{model.key}.{component.key}.{status}",
    )


def measures_that_do(plans: Sequence[PlanFacts]) -> list[DoesFact]:
    """Every measure that does a component, wholly or in part, provincial plans included, in the order of the texts."""
    found = []
    for facts in sorted(plans, key=lambda each: each.key):
        doing: dict[str, dict[tuple[str, str], list[ComponentMention]]] = {}
        for mention in facts.components:
            if mention.polarity == "does":
                own = doing.setdefault(mention.measure, {})
                own.setdefault((mention.model, mention.component), []).append(mention)
        for measure in facts.measures:
            for (key, name), mentions in sorted(doing.get(measure.id, {}).items()):
                if component := component_of(key, name):
                    found += _does(facts, measure, component, key, mentions)
    return found


def _does(
    facts: PlanFacts, measure: Measure, component: Component, model: str, mentions: Sequence[ComponentMention]
) -> list[DoesFact]:
    """What one measure, taken alone, does of a component: one fact or none."""
    status = component.status(mention.part for mention in mentions)
    if status == "empty":
        return []
    deciding = [mention for mention in mentions if mention.part in component.parts_for(status)]
    return [
        DoesFact(
            plan=facts.key,
            document=measure.document,
            measure=measure.id,
            model=model,
            component=component.key,
            status=status,
            parts=sorted({mention.part for mention in deciding}),
            evidence=min((evidence_of(facts, mention) for mention in deciding), key=in_order),
            rule=f"component.{model}.{component.key}.{status}",
        )
    ]


def _why_empty(component: Component, plans: Sequence[PlanFacts], ended: bool) -> EmptyReason:
    """Why nothing of a component is to be seen. A plan whose year is not known is held to know every document."""
    if ended:
        return "ended"
    years = [plan_years(facts) for facts in plans]
    if all(years) and max(year for each in years for year in each) < component.since.year:
        return "not_in_force"
    return why_silent(plans)


def why_silent(plans: Sequence[PlanFacts]) -> EmptyReason:
    """Plans without a measure were not read; others are silent."""
    return "silent" if any(facts.measures for facts in plans) else "no_measures"


def _say(reason: EmptyReason, component: Component) -> str:
    """The reason in words."""
    since = component.since
    return {
        "not_in_force": f"The plans are older than the first national document that lists it: {since.number} "
        f"of {since.year}.",
        "ended": "The plans only end it; that does not count as doing it.",
        "no_measures": "No measures were read in the plans held.",
    }.get(reason, "No measure of the plans held says so.")
