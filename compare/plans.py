"""What comparing needs to know of plans: which are a city's, in which document a place stands, and a plan's years."""

import re
from collections.abc import Iterable

from graph.facts import Document, PlanFacts

YEAR_OF_NUMBER = re.compile(r"[〔\[［【(（](\d{4})[〕\]］】)）]")


def by_city(plans: Iterable[PlanFacts]) -> dict[str, list[PlanFacts]]:
    """The plans of each city by its name, sorted by name and key; provinces are none."""
    cities: dict[str, list[PlanFacts]] = {}
    for facts in sorted(plans, key=lambda each: (each.place.name, each.key)):
        if facts.place.level != "province":
            cities.setdefault(facts.place.name, []).append(facts)
    return cities


def document_at(facts: PlanFacts, offset: int) -> str:
    """The key of the innermost document around an offset; the first document where none is."""
    around = [document for document in facts.documents if document.text_start <= offset < document.text_end]
    inner = min(
        around or facts.documents[:1], key=lambda document: document.text_end - document.text_start, default=None
    )
    return inner.key if inner else facts.key


def plan_years(facts: PlanFacts) -> list[int]:
    """The years of the plans in one text, sorted: of issue, of its notice's issue, of publication, else the first
    year planned for, else that of the latest document it is based on. A plan that shows none of these adds none."""
    years = {_year(facts, document) for document in facts.documents if document.kind != "notice"}
    return sorted(year for year in years if year is not None)


def _year(facts: PlanFacts, document: Document) -> int | None:
    """The year of one plan."""
    shell = next((other for other in facts.documents if other.key == document.contained_in), document)
    for date in (document.date_issued, shell.date_issued, document.date_published, shell.date_published):
        if date:
            return int(date[:4])
    if document.period_start:
        return document.period_start
    parents = [
        c.number for c in facts.citations if c.document == document.key and c.relation == "based_on" and c.number
    ]
    found = [int(match[1]) for number in parents if (match := YEAR_OF_NUMBER.search(number))]
    return max(found, default=None)
