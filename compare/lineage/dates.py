"""Dates: when a document was issued, as an interval with what bounds it.

The first that holds: the printed date of issue (its own, or of the notice that carries it); the printed date of
publication; the reviewed lookup; else bounds. It is no older than the year in its own number, the latest document that
it cites, and the year before its first planned year. It is no younger than the year in its number, the earliest
deadline that it sets, and its last planned year. A bound that contradicts a firmer one is passed over.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from codebooks.lineage import KnownParent
from compare.plans import YEAR_OF_NUMBER
from graph.derived.lineage import DateBasis, DateFact
from graph.facts import Document, PlanFacts
from graph.identity import Identity

NO_LOWER_BOUND = ("drafts", "contains")
"""Relations that say nothing of a document's age: it is still to be written, or carried."""


class Bound(NamedTuple):
    """A day (ISO) and what makes it a bound."""

    day: str
    basis: DateBasis


class Interval(NamedTuple):
    """The first and the last possible day, each with its basis; null where nothing bounds that side."""

    first: Bound | None
    last: Bound | None

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The two days."""
        return self.first and self.first.day, self.last and self.last.day


def document_dates(
    plans: Sequence[PlanFacts], identity: Identity, lookup: dict[str, KnownParent]
) -> dict[str, Interval]:
    """The interval of every document, held or named, by its id. ``lookup``: known documents by id."""
    found = {own: _named(key, lookup.get(own)) for own, key in identity.keys.items()}
    found |= {own: _named("", known) for own, known in lookup.items() if own not in found}
    _after_what_they_implement(found, lookup)
    held = [(facts, document) for facts in plans for document in facts.documents]
    for facts, document in held:
        if printed := _printed(facts, document):
            own = identity.of_document[facts.key, document.key]
            found[own] = Interval(printed, printed)
    for facts, document in held:
        own = identity.of_document[facts.key, document.key]
        exact = found[own].first
        if exact is None or exact.basis not in ("issued", "published", "lookup"):
            found[own] = _bounded(facts, document, identity, found)
    return found


def date_facts(dates: Mapping[str, Interval]) -> list[DateFact]:
    """A fact for each document of which anything is known, by its id."""
    return [_fact(own, dates[own]) for own in sorted(dates) if any(dates[own])]


def observed_year(document: Document, interval: Interval) -> int | None:
    """The year that a plan stands for in a panel: that of its date; where the date is an interval over several years,
    the first planned year inside it, else the first year of the interval, else the last."""
    first, last = ((int(day[:4]) if day else None) for day in interval.days)
    planned = document.period_start
    if planned and first != last and (first or planned) <= planned <= (last or planned):
        return planned
    return first or last


def _printed(facts: PlanFacts, document: Document) -> Bound | None:
    """The printed date of issue, else of publication, of a document or of the notice that carries it."""
    shell = next((each for each in facts.documents if each.key == document.contained_in), document)
    if issued := document.date_issued or shell.date_issued:
        return Bound(issued, "issued")
    if published := document.date_published or shell.date_published:
        return Bound(published, "published")
    return None


def _named(key: str, known: KnownParent | None) -> Interval:
    """What a document's number or the lookup says."""
    if known and known.issued:
        return Interval(Bound(known.issued, "lookup"), Bound(known.issued, "lookup"))
    number = known.number if known and known.number else "" if "|" in key else key  # region|title is no number
    if match := YEAR_OF_NUMBER.search(number):
        return Interval(Bound(f"{match[1]}-01-01", "number"), Bound(f"{match[1]}-12-31", "number"))
    return Interval(None, None)


def _after_what_they_implement(found: dict[str, Interval], lookup: dict[str, KnownParent]) -> None:
    """A known document without a date of its own is no older than what it implements."""
    of_key = {entry.key: own for own, entry in lookup.items()}
    for own, entry in lookup.items():
        above = [found[of_key[key]].first for key in entry.implements]
        days = [Bound(bound.day, "cited") for bound in above if bound]
        if found[own].first is None and days:
            found[own] = Interval(max(days), None)


def _bounded(facts: PlanFacts, document: Document, identity: Identity, found: dict[str, Interval]) -> Interval:
    """The interval of a held document without a printed date, from firm bounds to weak ones."""
    own = found[identity.of_document[facts.key, document.key]]
    lower = [
        Bound(each.first.day, "cited")
        for place, one in enumerate(facts.citations)
        if one.document == document.key and one.relation not in NO_LOWER_BOUND
        if (each := found[identity.of_citation[facts.key, place]]).first
    ]
    upper = [
        Bound(f"{one.deadline:04}-12-31", "deadline")
        for one in facts.targets
        if one.deadline and document.text_start <= one.start < document.text_end
    ]
    if document.period_start:
        lower.append(Bound(f"{document.period_start - 1:04}-01-01", "period"))
    if document.period_end:
        upper.append(Bound(f"{document.period_end:04}-12-31", "period"))
    earliest, latest = own.first or max(lower, default=None), own.last or min(upper, default=None)
    if earliest and latest and earliest.day > latest.day:
        latest = None
    return Interval(earliest, latest)


def _fact(own: str, interval: Interval) -> DateFact:
    first, last = interval
    both = [bound.basis if bound else "open" for bound in interval]
    basis = both[0] if both[0] == both[1] else "–".join(both)
    return DateFact(
        document=own,
        date_from=first and first.day,
        date_to=last and last.day,
        from_basis=first and first.basis,
        to_basis=last and last.basis,
        basis=basis,
        rule=f"dates.{both[0]}" if both[0] == both[1] else "dates.bounds",
    )
