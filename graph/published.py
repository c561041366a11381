"""What of a facts file may be shipped: names, titles, numbers, dates, places, and quotes of at most 20 characters."""

from graph.facts import PlanFacts, Record

MOST_CHARACTERS = 20


def publish(facts: PlanFacts) -> PlanFacts:
    """The facts without sentences: quotes cut to 20 characters (a cut one is shorter than its place), the words of
    clauses that nobody read and the notes cleared. Publishing twice changes nothing."""
    return facts.model_copy(
        update={
            "cut": True,
            "targets": _short(facts.targets),
            "benchmarks": _short(facts.benchmarks),
            "promises": _short(facts.promises),
            "models": _short(facts.models),
            "components": _short(facts.components),
            "topics": _short(facts.topics),
            "unread": [one.model_copy(update={"quote": ""}) for one in facts.unread],
            "ignored": dict(sorted(facts.ignored.items())),
            "notes": [],
            "measures": [one.model_copy(update={"terms": dict(sorted(one.terms.items()))}) for one in facts.measures],
        }
    )


def _short[T: Record](records: list[T]) -> list[T]:
    """Records with short quotes."""
    return [one.model_copy(update={"quote": one.quote[:MOST_CHARACTERS]}) for one in records]  # type: ignore[attr-defined]
