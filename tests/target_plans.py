"""Invented plans for the tests of comparable targets: a city (or province) with these targets, one measure each."""

from typing import Any

from compare.targets import comparable_targets
from graph.derived.targets import CommitmentFact, TargetFacts
from graph.facts import PlanFacts, Target
from tests.graph_invented import document, measure, plan, target

KINDS = {
    "%": "percent", "‰": "rate", "/10万": "rate", "1:n": "ratio", "元": "amount", "次/年": "frequency",
    "分钟": "duration", "小时": "duration", "天": "duration", "个工作日": "duration",
}  # fmt: skip


def aim(key: str | None, indicator: str, value: float, unit: str, scope: str | None = None, **more: Any) -> Target:
    """A target; its kind follows from unit and scope unless it is given."""
    kind = KINDS.get(unit, "count")
    if scope and scope.startswith("每") and not scope.startswith("每年"):
        kind = "rate" if any(sign in scope for sign in "千万百") else "per_unit"
    values = {"indicator_key": key, "unit": unit, "scope": scope, "kind": kind, "deadline": None, **more}
    return target("d/2.1", indicator, value, 150, **values)


def city(
    name: str, *targets: Target, key: str = "", province: str = "某省", level: str = "city", **more: Any
) -> PlanFacts:
    """A plan of this place. Each target has a measure of its own and its place in the text."""
    titles, words = more.pop("titles", {}), more.pop("words", "推进 改革")
    base = plan(key or name, name, **{"responsibilities": [], "models": [], "components": [], "citations": [], **more})
    placed = [
        one.model_copy(update={"measure": f"d/2.{number}", "start": 150 + 10 * number, "end": 159 + 10 * number})
        for number, one in enumerate(targets, 1)
    ]
    place = base.place.model_copy(
        update={
            "name": name,
            "level": level,
            "province": province,
            "code": f"99{len(name):02}{sum(map(ord, name)) % 100:02}",
        }
    )
    measures = [
        measure(f"2.{number}", 140 + 10 * number, words, title=titles.get(number, f"举措{number}"))
        for number in range(1, len(targets) + 1)
    ]
    return base.model_copy(update={"targets": placed, "measures": measures, "place": place})


def period(first: int, last: int) -> dict[str, Any]:
    """The documents of a plan for these years."""
    return {"documents": [document(period_start=first, period_end=last)]}


def compared(*plans: PlanFacts) -> TargetFacts:
    """What comparing derives from these plans."""
    return comparable_targets(plans)


def of(facts: TargetFacts, place: str) -> CommitmentFact:
    """The one commitment of a place; with several, its main one."""
    found = [one for one in facts.commitments if one.place == place and one.main_of_family]
    assert len(found) == 1, found
    return found[0]
