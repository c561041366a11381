"""Compare: facts of many plans → derived facts, each with its rule and its inputs. It never sees a text."""

from collections.abc import Sequence

from compare.adoption import adoptions, measures_that_do
from compare.alignment import alignments
from compare.comparability import differences, plan_kinds
from compare.levers import lever_uses, levers, likeness
from compare.lineage import lineage_of
from compare.pieces import Pieces
from compare.scope import adoptions_in_scope, subjects
from compare.targets import comparable_targets
from compare.themes import themes
from compare.topics import city_topics, measure_topics
from compare.who import who_does_it
from graph.derived import Derived
from graph.facts import PlanFacts

__all__ = ["Pieces", "derive"]


def derive(plans: Sequence[PlanFacts], pieces: Pieces | None = None) -> Derived:
    """Every derived fact of these plans, in an order that does not depend on theirs. Plans have one key each; raises
    ValueError where two share one. ``pieces``: what was computed before, so that only what is new is computed."""
    keys = [facts.key for facts in plans]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise ValueError(
            f"plans with the same key: {', '.join(twice)}; one key may hold one plan: remove or rename one"
        )
    pieces = pieces or Pieces()
    ordered = sorted(plans, key=lambda facts: facts.key)
    about = measure_topics(ordered)
    scope = subjects(ordered, about)
    kinds, uses = plan_kinds(ordered, scope), lever_uses(ordered, scope)
    aligned = alignments(ordered, pieces)
    return Derived(
        adoptions=adoptions_in_scope(adoptions(ordered), scope),
        does=measures_that_do(ordered),
        alignments=aligned,
        themes=themes(ordered, aligned),
        **who_does_it(ordered, pieces, scope),
        lineage=lineage_of(ordered, pieces),
        targets=comparable_targets(ordered, scope),
        measure_topics=about,
        city_topics=city_topics(ordered, about, scope),
        plan_kinds=kinds,
        comparability=differences(ordered, kinds),
        levers=levers(uses),
        lever_uses=uses,
        likeness=likeness(uses),
    )
