"""Levers: which ones each city uses, which are the common core of a topic, what only one city does, who is like whom.

A city uses a lever where a measure names it in its own heading, in its first sentence, in a sentence of its own or
right after the verb that opens a clause; a word in passing is no use. The core of a topic are the levers that every
city in whose scope it lies uses.
"""

from collections.abc import Sequence
from itertools import combinations

from codebooks.topics import topics
from compare.plans import by_city, document_at
from compare.scope import Subjects, outside
from graph.derived.comparability import LeverFact, LeverPlace, LeverUseFact, LikenessFact
from graph.derived.evidence import Evidence
from graph.facts import PlanFacts, TopicMention, Where

RULE = "levers.heading_or_own_clause"
LIKENESS_RULE = "levers.jaccard"
OWN: tuple[Where, ...] = ("heading", "first", "sentence", "clause")
"""Places that are a use, the weightiest first."""
EMPTY = {
    "silent": "No measure of the plans held names it; goals and other sections that are no measures are not asked.",
    "in_passing": "Measures of the plans held name it in passing only.",
    "not_read": "The plans held have no measures that could be read.",
}


def lever_uses(plans: Sequence[PlanFacts], subjects: Subjects) -> list[LeverUseFact]:
    """A fact for every city and every lever of the codebook, by city and in the order of the codebook."""
    found = []
    for city, own in by_city(plans).items():
        used, passing = _mentions(own)
        read = any(facts.measures for facts in own)
        for topic in topics().topics.values():
            left_out = outside(subjects.get(city, ()), [topic.field])
            for lever in topic.levers:
                places = used.get(lever.key, {})
                status, reason, text = _cell(bool(places), lever.key in passing, read, left_out)
                found.append(
                    LeverUseFact(
                        city=city, lever=lever.key, status=status, reason=reason, reason_text=text,
                        places=[places[key] for key in sorted(places)], rule=RULE,
                    )
                )  # fmt: skip
    return found


def _mentions(plans: Sequence[PlanFacts]) -> tuple[dict[str, dict[tuple[str, str], LeverPlace]], set[str]]:
    """By lever: the weightiest place in each measure (plan and id) that uses it; and the levers named in passing."""
    used: dict[str, dict[tuple[str, str], LeverPlace]] = {}
    passing = set()
    for facts in plans:
        for one in sorted(facts.topics, key=lambda one: (one.start, one.end)):
            if one.lever is None:
                continue
            if one.weak or one.where not in OWN:
                passing.add(one.lever)
                continue
            places, key = used.setdefault(one.lever, {}), (facts.key, one.measure)
            if key not in places or OWN.index(one.where) < OWN.index(places[key].place):
                places[key] = LeverPlace(place=one.where, evidence=_evidence(facts, one))
    return used, passing


def _evidence(facts: PlanFacts, one: TopicMention) -> Evidence:
    return Evidence(
        plan=facts.key, document=document_at(facts, one.start), measure=one.measure, start=one.start, end=one.end,
        quote=one.quote, rule=one.rule,
    )  # fmt: skip


def _cell(used: bool, passing: bool, read: bool, left_out: str | None) -> tuple[str, str | None, str | None]:
    """Status, reason and its sentence."""
    if used:
        return "present", None, None
    if not read:
        return "not_read", "not_read", EMPTY["not_read"]
    if passing:
        return "silent", "in_passing", EMPTY["in_passing"]
    if left_out:
        return "out_of_scope", "out_of_scope", left_out
    return "silent", "silent", EMPTY["silent"]


def levers(uses: Sequence[LeverUseFact]) -> list[LeverFact]:
    """Where each lever of the codebook stands among the cities, in the order of the codebook."""
    by_lever: dict[str, list[LeverUseFact]] = {}
    for use in uses:
        by_lever.setdefault(use.lever, []).append(use)
    found = []
    for topic in topics().topics.values():
        for lever in topic.levers:
            own = by_lever.get(lever.key, [])
            cities = sorted(use.city for use in own if use.status == "present")
            asked = sum(use.status in ("present", "silent") for use in own)
            standing = standing_of(len(cities), asked)
            found.append(
                LeverFact.model_validate(
                    {"lever": lever.key, "topic": topic.key, "zh": lever.zh, "en": lever.en, "cities": cities,
                     "asked": asked, "standing": standing, "rule": f"levers.standing.{standing}"}
                )
            )  # fmt: skip
    return found


def standing_of(cities: int, asked: int) -> str:
    """The first that holds: none · single · core · common · variant."""
    if cities == 0:
        return "none"
    if cities == 1:
        return "single"
    if cities == asked:
        return "core"
    return "common" if 2 * cities > asked else "variant"


def likeness(uses: Sequence[LeverUseFact]) -> list[LikenessFact]:
    """How like every two cities are by the levers that they use, by name. What lies outside the scope of one of them
    counts for neither."""
    names = {lever.key: lever.zh for topic in topics().topics.values() for lever in topic.levers}
    by_city: dict[str, dict[str, str]] = {}
    for use in uses:
        by_city.setdefault(use.city, {})[use.lever] = use.status
    found = []
    for first, second in combinations(sorted(by_city), 2):
        one, other = by_city[first], by_city[second]
        asked = [key for key in one if {one[key], other[key]} <= {"present", "silent"}]
        left, right = ({key for key in asked if city[key] == "present"} for city in (one, other))
        shared, either = sorted(left & right), left | right
        found.append(
            LikenessFact(
                first=first, second=second, score=round(len(shared) / len(either), 6) if either else 0.0,
                part=round(len(shared) / min(len(left), len(right)), 6) if left and right else 0.0, shared=shared,
                shared_zh=[names[key] for key in shared], only_first=len(left - right), only_second=len(right - left),
                rule=LIKENESS_RULE,
            )
        )  # fmt: skip
    return found
