"""Strict reading: the clauses that no rule read and no named rule ignored, as records of the facts file."""

from bisect import bisect_right

from graph.facts import Unread
from loaders.claims import AllClaims
from loaders.ledger import ledger
from loaders.plan import Plan

_QUOTE = 40  # characters of an unread clause that the facts file keeps


def unread(plan: Plan, claims: AllClaims) -> list[Unread]:
    """Every clause that was not read, in the order of the text."""
    sections = sorted(plan.sections, key=lambda section: section.start)
    starts = [section.start for section in sections]

    def holder(place: int) -> str | None:
        """The id of the section whose own words hold this place."""
        index = bisect_right(starts, place) - 1
        return sections[index].id if index >= 0 and place < sections[index].own_end else None

    return [
        Unread(
            measure=holder(entry.start),
            reason=entry.rule,
            quote=plan.text[entry.start : min(entry.end, entry.start + _QUOTE)],
            start=entry.start,
            end=entry.end,
        )
        for entry in ledger(plan, claims, only_unread=True)
    ]
