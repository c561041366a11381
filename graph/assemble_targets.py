"""Comparable targets as nodes and edges: yardsticks, what places commit to on them, and which are not compared."""

from graph.builder import Builder
from graph.derived.targets import CommitmentFact, TargetFacts
from graph.ids import hashed
from graph.node_ids import NodeIds


def add_targets(builder: Builder, facts: TargetFacts, ids: NodeIds) -> None:
    """All that comparing derives from targets."""
    _unknown(builder, facts, ids)
    _yardsticks(builder, facts, ids)
    for commitment in facts.commitments:
        place = ids.cities.get(commitment.place) or hashed("Province", commitment.place)
        if builder.has(place):
            _commitment(builder, commitment, place, ids)
    for refusal in facts.refusals:
        builder.edge(
            "NOT_COMPARED_WITH", *sorted((_id(refusal.first), _id(refusal.second))), code=refusal.code,
            codes=refusal.codes, zh=refusal.zh, text=refusal.text, order_only=refusal.order_only, rule=refusal.rule,
        )  # fmt: skip
    for cell in facts.empty:
        if cell.city in ids.cities:
            builder.edge(
                "DOES_NOT_COVER", ids.cities[cell.city], builder.concept("Indicator", cell.indicator),
                status=cell.status, reason_text=cell.reason_text, rule=cell.rule,
            )  # fmt: skip
    for repeat in facts.repeats:
        later, earlier = ids.targets.get(repeat.later), ids.targets.get(repeat.earlier)
        if later and earlier:
            builder.edge("REPEATS", later, earlier, rule=repeat.rule)


def _unknown(builder: Builder, facts: TargetFacts, ids: NodeIds) -> None:
    """The indicators that no codebook knows, and the targets that are taken for them."""
    for one in facts.unknown:
        indicator = builder.concept(
            "Indicator", one.key, name=one.name, unit=one.unit, dimension=one.dimension, words=one.words,
            reviewed=False,
        )  # fmt: skip
        for ref in one.targets:
            if ref in ids.targets:
                builder.edge("TAKEN_FOR", ids.targets[ref], indicator, rule=one.rule)


def _yardsticks(builder: Builder, facts: TargetFacts, ids: NodeIds) -> None:
    """The yardsticks with their indicators, and the targets that stand on them."""
    for yardstick in facts.yardsticks:
        own = builder.node(
            "Yardstick", _id(yardstick.key), key=yardstick.key, name=yardstick.zh, en=yardstick.en,
            dimension=yardstick.dimension, base=yardstick.base, population=yardstick.population,
            levels=yardstick.levels, variant=yardstick.variant, yearly=yardstick.yearly, unit=yardstick.unit,
            direction=yardstick.direction, reviewed=yardstick.reviewed, cities=yardstick.cities,
            n_cities=len(yardstick.cities), highest=yardstick.highest, lowest=yardstick.lowest, rule=yardstick.rule,
        )  # fmt: skip
        builder.edge("OF_INDICATOR", own, builder.concept("Indicator", yardstick.indicator), rule=yardstick.rule)
    for fact in facts.placed:
        target, yardstick_id = ids.targets.get(fact.target), _id(fact.yardstick)
        if target and builder.has(yardstick_id):
            builder.edge(
                "STANDS_ON", target, yardstick_id, value=fact.value, value_max=fact.value_max, counted=fact.counted,
                rule=fact.rule,
            )  # fmt: skip


def _id(key: str) -> str:
    return hashed("Yardstick", key)


def _commitment(builder: Builder, fact: CommitmentFact, place: str, ids: NodeIds) -> None:
    """A place's commitment; ``targets`` are the ids of those that make its value."""
    builder.edge(
        "COMMITS_TO", place, _id(fact.yardstick), value=fact.value, value_max=fact.value_max,
        comparator=fact.comparator, printed_unit=fact.printed_unit, deadline=fact.deadline, period_end=fact.period_end,
        targets=sorted({ids.targets[ref] for ref in fact.targets if ref in ids.targets}), comparable=fact.comparable,
        ordered_with=fact.ordered_with, gap_to_highest=fact.gap_to_highest, gap_to_lowest=fact.gap_to_lowest,
        best=fact.is_best, parent=fact.parent, parent_value=fact.parent_value, gap_to_parent=fact.gap_to_parent,
        caveats=fact.caveats, refusal=fact.refusal, refusal_zh=fact.refusal_zh, refusal_text=fact.refusal_text,
        against=fact.against, main=fact.main, main_of_family=fact.main_of_family, rule=fact.rule,
    )  # fmt: skip
