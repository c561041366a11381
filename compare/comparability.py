"""Comparability: what each plan is (rank of issuer, span, subject, year, length), and where two cities' plans differ.

A difference that would make a comparison say more than it can is flagged:
``rank`` government against department · ``span`` annual against multi-year · ``subject`` confined to other fields ·
``year`` more than three years apart · ``length`` measures more than half as long again · ``lines`` one city prints
responsible bodies and the other none.
"""

from collections.abc import Collection, Sequence
from itertools import combinations

from codebooks.scope import scope_words
from compare.plans import by_city, plan_years
from compare.scope import Subjects
from graph.derived.comparability import ComparabilityFact, PlanKindFact
from graph.facts import Document, PlanFacts

RULE = "comparability.kind_of_plan"
PAIR_RULE = "comparability.differences"
APART = 3
"""Years between plans beyond which they are flagged."""
LONGER = 1.5
"""How many times as long the measures of one city must be to be flagged."""
HIGH = frozenset({"party", "government", "government_office"})


def plan_kinds(plans: Sequence[PlanFacts], subjects: Subjects) -> list[PlanKindFact]:
    """What every plan with measures is, by city, in the order of the texts."""
    by_place = {(one.plan, one.document): one for own in subjects.values() for one in own}
    found = []
    for own in by_city(plans).values():
        for facts in own:
            for document in facts.documents:
                subject = by_place.get((facts.key, document.key))
                if subject is not None:
                    found.append(_kind(facts, document, subject.subject, subject.fields))
    return found


def _kind(facts: PlanFacts, document: Document, subject: str, fields: Sequence[str]) -> PlanKindFact:
    shell = next((other for other in facts.documents if other.key == document.contained_in), document)
    issuer = document.issuer or shell.issuer
    rank = scope_words().rank(issuer) if issuer else None
    measures = [measure for measure in facts.measures if measure.document == document.key]
    chars = sum(measure.end - measure.start for measure in measures)
    first, last = document.period_start, document.period_end
    years = plan_years(facts)
    return PlanKindFact.model_validate(
        {"plan": facts.key, "document": document.key, "subject": subject, "fields": list(fields),
         "rank": rank.key if rank else None, "rank_zh": rank.zh if rank else None,
         "span": "open" if not last else "annual" if first in (None, last) else "multi_year",
         "year": min(years) if years else None, "measures": len(measures), "chars": chars,
         "chars_a_measure": round(chars / len(measures), 6) if measures else 0.0, "rule": RULE}
    )  # fmt: skip


def differences(plans: Sequence[PlanFacts], kinds: Sequence[PlanKindFact]) -> list[ComparabilityFact]:
    """Every two cities, by name, with what keeps their plans from comparing."""
    cities = by_city(plans)
    own = {city: [one for one in kinds if one.plan in {facts.key for facts in held}] for city, held in cities.items()}
    lines = {city: any(facts.responsibilities for facts in held) for city, held in cities.items()}
    found = []
    for first, second in combinations(sorted(cities), 2):
        flags = _flags(first, second, own[first], own[second])
        if lines[first] != lines[second]:
            without = second if lines[first] else first
            flags["lines"] = f"The plans of {without} print no responsible bodies."
        found.append(
            ComparabilityFact(
                first=first, second=second, flags=sorted(flags), texts=[flags[key] for key in sorted(flags)],
                rule=PAIR_RULE,
            )
        )  # fmt: skip
    return found


def _flags(first: str, second: str, one: Sequence[PlanKindFact], other: Sequence[PlanKindFact]) -> dict[str, str]:
    """A sentence for each difference, by its key."""
    flags = {}
    high = [{kind.rank in HIGH for kind in kinds if kind.rank} for kinds in (one, other)]
    if all(high) and not high[0] & high[1]:
        flags["rank"] = f"Issuers differ in rank: {first} {_names(one)}, {second} {_names(other)}."
    spans = [{kind.span for kind in kinds} - {"open"} for kinds in (one, other)]
    if all(spans) and not spans[0] & spans[1]:
        flags["span"] = f"{first} plans {_listed(spans[0])}, {second} {_listed(spans[1])}."
    if not _share_subject(one, other):
        flags["subject"] = "The plans are about different fields."
    years = [[kind.year for kind in kinds if kind.year] for kinds in (one, other)]
    if all(years):
        gap = min(abs(a - b) for a in years[0] for b in years[1])
        if gap > APART:
            flags["year"] = f"The plans are {gap} years apart."
    means = [_mean(kinds) for kinds in (one, other)]
    if all(means) and max(means) > LONGER * min(means):
        flags["length"] = f"Measures have {means[0]:.0f} characters in {first} and {means[1]:.0f} in {second}."
    return flags


def _share_subject(one: Sequence[PlanKindFact], other: Sequence[PlanKindFact]) -> bool:
    """Whether both are about health as a whole, or a field in common; unknown counts as shared."""
    if not one or not other:
        return True
    if any(kind.subject == "general" for kind in one) or any(kind.subject == "general" for kind in other):
        return all(any(kind.subject != "other" for kind in kinds) for kinds in (one, other))
    fields = [{field for kind in kinds for field in kind.fields} for kinds in (one, other)]
    return bool(fields[0] & fields[1])


def _mean(kinds: Sequence[PlanKindFact]) -> float:
    measures = sum(kind.measures for kind in kinds)
    return sum(kind.chars for kind in kinds) / measures if measures else 0.0


def _names(kinds: Sequence[PlanKindFact]) -> str:
    return "、".join(sorted({kind.rank_zh for kind in kinds if kind.rank_zh}))


def _listed(spans: Collection[str]) -> str:
    return " and ".join("by the year" if span == "annual" else "for several years" for span in sorted(spans))
