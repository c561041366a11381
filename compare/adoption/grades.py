"""Adoption: a city's graded position on every reform model, from what its plans name and what its measures do.

The scale is read from the top, the first line that holds is the grade: ``origin`` (it is the model's own city),
``named`` (its name stands with an acting word in a measure or an opening section), ``components`` (enough of the core
components are done), ``mention`` (named in passing, or some of the core done), ``silent``. Words that end a thing
raise nothing. Several plans of a city are taken together; a province's plans are no row.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from codebooks.components import ComponentModel, component_models, reform_models
from compare.adoption.components import CELLS, Mentions, by_component, component_fact, why_silent
from compare.adoption.evidence import evidence_of, in_order
from compare.plans import by_city, plan_years
from graph.derived.adoption import AdoptionFact, ComponentFact, EmptyReason, Grade, Named
from graph.facts import ModelMention, PlanFacts, Stance

STRENGTH: tuple[Stance, ...] = ("promote", "establish", "pilot", "explore", "mention")
"""Stances, the strongest first."""
type Names = Sequence[tuple[PlanFacts, ModelMention]]


def adoptions(plans: Sequence[PlanFacts]) -> list[AdoptionFact]:
    """A fact for every city with a plan and every model of the codebooks, by city's code, name and model."""
    rows: list[AdoptionFact] = []
    for own in by_city(plans).values():
        names, mentions = _by_model(own), by_component(own)
        rows += [adoption(key, own, names, mentions) for key in reform_models()]
    return sorted(rows, key=lambda row: (row.code or "", row.city, row.model))


def adoption(
    key: str,
    plans: Sequence[PlanFacts],
    names: Mapping[str, Names],
    mentions: Mapping[tuple[str, str], Mentions],
) -> AdoptionFact:
    """The position of one city on the model of this key; ``names`` and ``mentions`` are what its plans say."""
    model = component_models().get(key)
    code = min((facts.place.code for facts in plans if facts.place.code), default=None)
    naming = [each for name in _named_by(key) for each in names.get(name, ())]
    stance = min((mention.stance for _, mention in naming), key=STRENGTH.index, default=None)
    named: Named = "no" if stance is None else "passing" if stance == "mention" else "act"
    components = _components(model, plans, mentions) if model else []
    core_done = _count(components, "core", "done")
    grade = grade_of(_at_origin(model, code), named, core_done, model.needed if model else None)
    reason = _why(components, plans) if grade == "silent" else None
    return AdoptionFact(
        city=plans[0].place.name,
        code=code,
        model=key,
        grade=grade,
        named=named,
        stance=stance,
        stages=sorted({mention.stage for _, mention in naming if mention.stage}),
        score=core_done,
        core=model.core if model else 0,
        needed=model.needed if model else None,
        core_partial=_count(components, "core", "partial"),
        extended=len(model.components) - model.core if model else 0,
        extended_done=_count(components, "extended", "done"),
        extended_partial=_count(components, "extended", "partial"),
        cell="present" if reason is None else CELLS[reason],
        reason=reason,
        reason_text=None if reason is None else _say(reason),
        plans=[facts.key for facts in plans],
        years=sorted({year for facts in plans for year in plan_years(facts)}),
        naming=sorted((evidence_of(facts, mention) for facts, mention in naming), key=in_order),
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


def _by_model(plans: Sequence[PlanFacts]) -> dict[str, list[tuple[PlanFacts, ModelMention]]]:
    """The names of models in the plans that do not end them, by model."""
    found: dict[str, list[tuple[PlanFacts, ModelMention]]] = {}
    for facts in plans:
        for mention in (*facts.models, *facts.models_apart):
            if mention.polarity == "does":
                found.setdefault(mention.model, []).append((facts, mention))
    return found


@cache
def _named_by(key: str) -> tuple[str, ...]:
    """The keys of the models whose names name this one."""
    model = component_models().get(key)
    return model.named_by if model else (key,)


def _at_origin(model: ComponentModel | None, code: str | None) -> bool:
    return model is not None and model.origin is not None and code == model.origin


def _components(
    model: ComponentModel, plans: Sequence[PlanFacts], mentions: Mapping[tuple[str, str], Mentions]
) -> list[ComponentFact]:
    return [component_fact(model, one, plans, mentions.get((model.key, one.key), ())) for one in model.components]


def _count(components: Sequence[ComponentFact], tier: str, status: str) -> int:
    return sum(1 for each in components if (each.tier, each.status) == (tier, status))


def _why(components: Sequence[ComponentFact], plans: Sequence[PlanFacts]) -> EmptyReason:
    """Why a city is silent on a model: parts that make no grade are more than nothing."""
    return "below" if any(each.status != "empty" for each in components) else why_silent(plans)


def _say(reason: EmptyReason) -> str:
    """The reason in words."""
    return {
        "below": "The plans do not name it and do none of its core components in full; see what they do in part.",
        "no_measures": "No measures were read in the plans held.",
    }.get(reason, "No measure of the plans held says so.")
