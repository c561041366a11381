"""Proposals: corrections as a reviewer writes them, checked against a plan's facts before they are taken."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel

from graph.corrections import (
    LISTS,
    SHOWN,
    Correction,
    CorrectionError,
    Kind,
    Words,
    added_record,
    digest_of_terms,
    places_of,
    quote_of,
    valid,
    words_of,
)
from graph.facts import PlanFacts

FIXED = frozenset({"start", "end", "quote", "surface", "measure", "rule", "document"})
"""Fields that say where a record stands; a correction of its place is a removal and an addition."""


class Proposal(BaseModel, extra="forbid"):
    """A correction as a reviewer writes it. ``measure``: the measure's key, as answers give it (PLAN/ID), or PLAN/ and
    the id of a section, or PLAN alone for a record that stands in neither; ``where``: fields that name one record of
    this kind there; then one of ``change`` (fields to set), ``remove: true`` and ``add`` (fields of a new record with
    its ``quote``)."""

    fact: Kind
    measure: str
    where: dict[str, Any] = {}
    change: dict[str, Any] | None = None
    remove: bool = False
    add: dict[str, Any] | None = None
    author: str
    reason: str


def accept(proposal: Proposal, facts: PlanFacts, text: str | None, time: str) -> Correction:
    """The correction that a proposal comes to on a plan's facts as read. Raises CorrectionError in one sentence."""
    asked = [name for name in ("change", "remove", "add") if getattr(proposal, name)]
    if len(asked) != 1:
        raise CorrectionError(f"{proposal.measure}: wanted one of change, remove and add, found {len(asked)}: give one")
    measure = proposal.measure.removeprefix(facts.key).removeprefix("/") or None
    kind, action = proposal.fact, asked[0]
    if action == "add":
        values = dict(proposal.add or {})
        words = _new_words(facts, measure, values, text)
        before = None
    else:
        found = _find(facts, kind, measure, proposal.where)
        words, before = words_of(facts, kind, found), found.model_dump(mode="json")
        values = _checked(found, proposal.change or {})
    own = {"plan": facts.key, "kind": kind, "measure": measure, "words": words.model_dump(), "values": values}
    digest = hashlib.sha256(json.dumps({**own, "action": action}, sort_keys=True).encode()).hexdigest()[:10]
    made = Correction.model_validate(
        {**own, "id": digest, "action": action, "words": words, "before": before, "author": proposal.author,
         "time": time, "reason": proposal.reason}
    )  # fmt: skip
    if action == "add":
        added_record(facts, made)
    return made


def _new_words(facts: PlanFacts, measure: str | None, values: dict[str, Any], text: str | None) -> Words:
    """The place of a record that is added. Raises CorrectionError where it is not to be found."""
    quote, given = str(values.pop("quote", "") or ""), values.pop("start", None)
    places = places_of(facts, measure)
    if not places or not quote:
        wanted = "a quote" if places else "the key of a measure or section that is held"
        raise CorrectionError(f"{facts.key}/{measure or ''}: {wanted} is wanted for a record that is added")
    first, last = places[0].start, places[0].end
    start = text.find(quote, first, last) if text is not None else given
    if not isinstance(start, int) or not first <= start < last:
        raise CorrectionError(
            f"{facts.key}/{measure}: the quote {quote[:SHOWN]!r} is not found in it; quote words of the measure"
            + ("" if text is not None else ", and give their start, because the text is not held")
        )
    around = digest_of_terms(facts, measure)
    return Words(quote=quote[:SHOWN], length=len(quote), nth=0, offset=start - first, around=around)


def _find(facts: PlanFacts, kind: str, measure: str | None, where: dict[str, Any]) -> Any:
    """The one record of a kind in a measure that has these values. Raises CorrectionError."""
    own = [each for each in getattr(facts, LISTS[kind]) if each.measure == measure]
    found = [each for each in own if all(getattr(each, name, None) == value for name, value in where.items())]
    if len(found) == 1:
        return found[0]
    near = "; ".join(quote_of(each)[:SHOWN] for each in (found or own)[:5])
    raise CorrectionError(
        f"{facts.key}/{measure or ''}: {len(found)} of {len(own)} {kind} records there have {where}, one is wanted; "
        + (f"there are: {near}" if near else "none of this kind was read there")
    )


def _checked(record: Any, values: dict[str, Any]) -> dict[str, Any]:
    """The values, as the record's type has them. Raises CorrectionError."""
    for name in values:
        if name in FIXED or name not in type(record).model_fields:
            free = ", ".join(sorted(set(type(record).model_fields) - FIXED))
            raise CorrectionError(f"{name}: no field that a correction can set; those are: {free}")
    made = valid(type(record), record.model_dump() | values)
    return {name: made.model_dump(mode="json")[name] for name in values}
