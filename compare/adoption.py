"""Adoption: a city's graded position on every reform model, from what its plans name and what its measures do.

The scale is read from the top, the first line that holds is the grade: ``origin`` (it is the model's own city),
``named`` (its name stands with an acting word in a measure or an opening section), ``components`` (enough of the core
components are done), ``mention`` (named in passing, or some of the core done), ``silent``. Words that end a thing
raise nothing. Several plans of a city are taken together; a province's plans are no row.
"""

from collections.abc import Sequence

from codebooks.components import Component, ComponentModel, component_models, reform_models
from compare.plans import by_city, document_at, plan_years
from graph.derived.adoption import AdoptionFact, ComponentFact, DoesFact, EmptyReason, Grade, Named
from graph.derived.evidence import Evidence
from graph.facts import ComponentMention, Measure, ModelMention, PlanFacts, Stance

STRENGTH: tuple[Stance, ...] = ("promote", "establish", "pilot", "explore", "mention")
"""Stances, the strongest first."""


def adoptions(plans: Sequence[PlanFacts]) -> list[AdoptionFact]:
    """A fact for every city with a plan and every model of the codebook, by city's code, name and model."""
    rows = [adoption(model, city_plans) for city_plans in by_city(plans).values() for model in reform_models()]
    return sorted(rows, key=lambda row: (row.code or "", row.city, row.model))


def measures_that_do(plans: Sequence[PlanFacts]) -> list[DoesFact]:
    """Every measure that does a component, wholly or in part, provincial plans included, in the order of the texts."""
    found = []
    for facts in sorted(plans, key=lambda each: each.key):
        doing: dict[str, list[ComponentMention]] = {}
        for mention in facts.components:
            if mention.polarity == "does":
                doing.setdefault(mention.measure, []).append(mention)
        for measure in facts.measures:
            for model in component_models().values():
                for component in model.components:
                    found += _does(facts, measure, model, component, doing.get(measure.id, ()))
    return found


def adoption(key: str, plans: Sequence[PlanFacts]) -> AdoptionFact:
    """The position of one city, whose plans these are, on the model of this key."""
    model = component_models().get(key)
    code = min((facts.place.code for facts in plans if facts.place.code), default=None)
    years = sorted({year for facts in plans for year in plan_years(facts)})
    named, stance, naming = _naming(key, plans)
    components = [_component(model, component, plans) for component in model.components] if model else []
    core_done = sum(1 for each in components if each.tier == "core" and each.status == "done")
    at_origin = model is not None and model.origin is not None and code == model.origin
    grade = grade_of(at_origin, named, core_done, model.needed if model else None)
    reason = None if grade != "silent" else _why_silent(plans)
    return AdoptionFact(
        city=plans[0].place.name,
        code=code,
        model=key,
        grade=grade,
        named=named,
        stance=stance,
        score=core_done,
        reason=reason,
        reason_text=None if reason is None else _say(reason),
        plans=[facts.key for facts in plans],
        years=years,
        naming=naming,
        components=components,
        rule=f"adoption.{grade}",
    )


def grade_of(at_origin: bool, named: Named, core_done: int, needed: int | None) -> Grade:
    """The grade: the first line of the scale that holds. ``needed`` is None for a model without components."""
    if at_origin:
        return "origin"
    if named == "act":
        return "named"
    if needed is not None and core_done >= needed:
        return "components"
    return "mention" if named == "passing" or core_done else "silent"


def _naming(key: str, plans: Sequence[PlanFacts]) -> tuple[Named, Stance | None, list[Evidence]]:
    """How the plans name the model, their strongest stance, and every place that does not end it."""
    places = [
        (facts, mention) for facts in plans for mention in facts.models
        if mention.model == key and mention.polarity == "does"
    ]  # fmt: skip
    if not places:
        return "no", None, []
    stance = min((mention.stance for _, mention in places), key=STRENGTH.index)
    evidence = sorted((_evidence(facts, mention) for facts, mention in places), key=_order)
    return "passing" if stance == "mention" else "act", stance, evidence


def _component(model: ComponentModel, component: Component, plans: Sequence[PlanFacts]) -> ComponentFact:
    """How far the plans together do one component."""
    mentions = [
        (facts, mention) for facts in plans for mention in facts.components
        if (mention.model, mention.component) == (model.key, component.key)
    ]  # fmt: skip
    doing = [(facts, mention) for facts, mention in mentions if mention.polarity == "does"]
    status = component.status(mention.part for _, mention in doing)
    deciding = component.parts_for(status)
    evidence = [_evidence(facts, mention) for facts, mention in doing if mention.part in deciding]
    reason = None if status != "empty" else _why_empty(component, plans, bool(mentions))
    return ComponentFact(
        component=component.key,
        tier=component.tier,
        status=status,
        reason=reason,
        reason_text=None if reason is None else _say(reason, component),
        decided_by=sorted(deciding & {mention.part for _, mention in doing}),
        since=component.since.year,
        source=component.since.number,
        evidence=sorted(evidence, key=_order),
        rule=f"component.{component.key}.{status}",
    )


def _does(
    facts: PlanFacts,
    measure: Measure,
    model: ComponentModel,
    component: Component,
    mentions: Sequence[ComponentMention],
) -> list[DoesFact]:
    """What one measure, taken alone, does of a component: one fact or none."""
    own = [each for each in mentions if (each.model, each.component) == (model.key, component.key)]
    status = component.status(mention.part for mention in own)
    if status == "empty":
        return []
    deciding = [mention for mention in own if mention.part in component.parts_for(status)]
    evidence = min((_evidence(facts, mention) for mention in deciding), key=_order)
    return [
        DoesFact(
            plan=facts.key,
            document=measure.document,
            measure=measure.id,
            model=model.key,
            component=component.key,
            status=status,
            parts=sorted({mention.part for mention in deciding}),
            evidence=evidence,
            rule=f"component.{component.key}.{status}",
        )
    ]


def _evidence(facts: PlanFacts, mention: ModelMention | ComponentMention) -> Evidence:
    """The place of a mention."""
    return Evidence(
        plan=facts.key,
        document=document_at(facts, mention.start),
        measure=mention.measure,
        start=mention.start,
        end=mention.end,
        quote=mention.quote,
        rule=mention.rule,
    )


def _order(place: Evidence) -> tuple[str, int, int, str]:
    """Places go by plan, then as in the text."""
    return place.plan, place.start, place.end, place.rule


def _why_silent(plans: Sequence[PlanFacts]) -> EmptyReason:
    return "silent" if any(facts.measures for facts in plans) else "no_measures"


def _why_empty(component: Component, plans: Sequence[PlanFacts], ended: bool) -> EmptyReason:
    """Why nothing of a component is to be seen. A plan whose year is not known is held to know every document."""
    if ended:
        return "ended"
    years = [plan_years(facts) for facts in plans]
    if all(years) and max(year for each in years for year in each) < component.since.year:
        return "not_in_force"
    return _why_silent(plans)


def _say(reason: EmptyReason, component: Component | None = None) -> str:
    """The reason in words."""
    since = f": {component.since.number} of {component.since.year} lists it first" if component else ""
    return {
        "silent": "No measure of the plans held says so.",
        "not_in_force": f"The plans are older than the national document{since}.",
        "ended": "The plans only end it; that does not count as doing it.",
        "no_measures": "No measures were read in the plans held.",
    }[reason]
