"""Corrections: what a reviewer changed in the facts of plans, kept apart from what was read and laid over it.

The facts that were read stay as they are. A correction names its record by the words that prove it, not by offsets
alone: after a plan is read again it is laid over the record with the same words in the same measure. Where those words
are there no more it is not applied and counts as reopened. A record that was changed or added has the rule
``reviewed/ID``, so every answer that shows its evidence shows the review; the question ``corrections`` says who, when
and why.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pydantic import BaseModel, TypeAdapter, ValidationError

from graph.errors import GraphError
from graph.facts import Measure, PlanFacts, Record, Section

Kind = Literal["responsibility", "target", "citation", "model", "component", "topic"]
Status = Literal["applied", "reopened", "not_held"]
LISTS: dict[str, str] = {
    "responsibility": "responsibilities", "target": "targets", "citation": "citations", "model": "models",
    "component": "components", "topic": "topics",
}  # fmt: skip
"""The list of PlanFacts that a kind of record stands in."""
SHOWN = 20
"""Characters of a quote that published facts keep, so those that a correction may rest on."""
FIXED = frozenset({"start", "end", "quote", "surface", "measure", "rule", "document"})
"""Fields that say where a record stands; a correction of its place is a removal and an addition."""


class CorrectionError(GraphError):
    """A correction that cannot be taken: HTTP status 422, exit status 2."""


class Words(Record):
    """The words that a correction rests on. ``quote``: their first 20 characters; ``length``: of all of them;
    ``nth``: which of the equal ones in the measure; ``offset``: from the measure's start; ``around``: digest of the
    measure's terms, null where it has none."""

    quote: str
    length: int
    nth: int
    offset: int
    around: str | None


class Correction(Record):
    """One change of one record. ``time``: ISO 8601 with its offset; ``before``: the record as it was read, null for
    one that is added; ``values``: the fields that the reviewer set."""

    id: str
    plan: str
    kind: Kind
    action: Literal["change", "remove", "add"]
    measure: str | None
    words: Words
    values: dict[str, Any]
    before: dict[str, Any] | None
    author: str
    time: str
    reason: str


CORRECTIONS = TypeAdapter(list[Correction])
"""Their JSON, as a store keeps it."""


def as_json(corrections: Sequence[Correction]) -> bytes:
    """Corrections as a store keeps them and a release counts them."""
    return CORRECTIONS.dump_json(list(corrections))


class Standing(Record):
    """What became of a correction on the facts that are held now, and why."""

    correction: Correction
    status: Status
    why: str


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
        words, before = _words(facts, kind, found), found.model_dump(mode="json")
        values = _checked(found, proposal.change or {})
    own = {"plan": facts.key, "kind": kind, "measure": measure, "words": words.model_dump(), "values": values}
    digest = hashlib.sha256(json.dumps({**own, "action": action}, sort_keys=True).encode()).hexdigest()[:10]
    made = Correction.model_validate(
        {**own, "id": digest, "action": action, "words": words, "before": before, "author": proposal.author,
         "time": time, "reason": proposal.reason}
    )  # fmt: skip
    if action == "add":
        _record(facts, made)
    return made


def correct(plans: Iterable[PlanFacts], corrections: Sequence[Correction]) -> tuple[list[PlanFacts], list[Standing]]:
    """The plans with the corrections laid over them, in the order of their time, and what became of each."""
    held = {facts.key: facts for facts in plans}
    standings = []
    for one in sorted(corrections, key=lambda each: (each.time, each.id)):
        facts = held.get(one.plan)
        if facts is None:
            standings.append(Standing(correction=one, status="not_held", why="the plan is not held"))
            continue
        corrected = _apply(one, facts)
        if corrected is None:
            why = "the words that it rests on are there no more; look at the plan again"
            standings.append(Standing(correction=one, status="reopened", why=why))
            continue
        held[one.plan] = corrected
        standings.append(Standing(correction=one, status="applied", why="the words are as they were"))
    return list(held.values()), standings


def _apply(one: Correction, facts: PlanFacts) -> PlanFacts | None:
    """The facts with the correction; null where its words are there no more."""
    name = LISTS[one.kind]
    records: list[Any] = list(getattr(facts, name))
    rule = f"reviewed/{one.id}"
    if one.action == "add":
        if not _is_same(facts, one, one.words):
            return None
        records.append(_record(facts, one))
        records.sort(key=lambda record: (record.start, record.end))
        return facts.model_copy(update={name: records})
    for index, record in enumerate(records):
        if record.measure == one.measure and _same_words(_words(facts, one.kind, record), one.words):
            if one.words.length > SHOWN and not _is_same(facts, one, one.words):
                return None
            if one.action == "remove":
                del records[index]
            else:
                records[index] = record.model_copy(update={**one.values, "rule": rule})
            return facts.model_copy(update={name: records})
    return None


def _same_words(found: Words, wanted: Words) -> bool:
    """Whether they are the same of the equal words in the measure, wherever it stands now."""
    return (found.quote, found.length, found.nth) == (wanted.quote, wanted.length, wanted.nth)


def _is_same(facts: PlanFacts, one: Correction, words: Words) -> bool:
    """Whether the measure that the words stand in has the terms that it had."""
    return one.measure is None or (
        (_measure(facts, one.measure) is None) == (words.around is None)
        and (_around(facts, one.measure) == words.around)
    )


def _measure(facts: PlanFacts, measure: str | None) -> Measure | None:
    return next((each for each in facts.measures if each.id == measure), None)


def _around(facts: PlanFacts, measure: str | None) -> str | None:
    """The digest of a measure's terms."""
    found = _measure(facts, measure)
    if found is None:
        return None
    return hashlib.sha256(json.dumps(found.terms, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def _places(facts: PlanFacts, measure: str | None) -> list[Measure | Section]:
    """The measures and sections of this id."""
    held: tuple[Measure | Section, ...] = (*facts.measures, *facts.sections)
    return [each for each in held if each.id == measure]


def _start(facts: PlanFacts, measure: str | None) -> int:
    """Where a measure or section begins; 0 for the file."""
    places = _places(facts, measure)
    return places[0].start if places else 0


def _quote(record: Any) -> str:
    """The words that prove a record: a body's name as printed, a citation's title or number, else its quote."""
    for name in ("quote", "surface", "title", "number"):
        if value := getattr(record, name, None):
            return str(value)
    return ""


def _words(facts: PlanFacts, kind: str, record: Any) -> Words:
    """What a correction of a record rests on."""
    quote, length = _quote(record)[:SHOWN], record.end - record.start
    equal = [
        each for each in getattr(facts, LISTS[kind])
        if each.measure == record.measure and _quote(each)[:SHOWN] == quote and each.end - each.start == length
    ]  # fmt: skip
    nth = next(number for number, each in enumerate(equal) if each is record or each == record)
    offset = record.start - _start(facts, record.measure)
    return Words(quote=quote, length=length, nth=nth, offset=offset, around=_around(facts, record.measure))


def _new_words(facts: PlanFacts, measure: str | None, values: dict[str, Any], text: str | None) -> Words:
    """The place of a record that is added. Raises CorrectionError where it is not to be found."""
    quote, given = str(values.pop("quote", "") or ""), values.pop("start", None)
    places = _places(facts, measure)
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
    around = _around(facts, measure)
    return Words(quote=quote[:SHOWN], length=len(quote), nth=0, offset=start - first, around=around)


def _find(facts: PlanFacts, kind: str, measure: str | None, where: dict[str, Any]) -> Any:
    """The one record of a kind in a measure that has these values. Raises CorrectionError."""
    own = [each for each in getattr(facts, LISTS[kind]) if each.measure == measure]
    found = [each for each in own if all(getattr(each, name, None) == value for name, value in where.items())]
    if len(found) == 1:
        return found[0]
    near = "; ".join(_quote(each)[:SHOWN] for each in (found or own)[:5])
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
    made = _valid(type(record), record.model_dump() | values)
    return {name: made.model_dump(mode="json")[name] for name in values}


def _record(facts: PlanFacts, one: Correction) -> Record:
    """The record that a correction adds. Raises CorrectionError where a field is missing or wrong."""
    shape: type[Record] = PlanFacts.model_fields[LISTS[one.kind]].annotation.__args__[0]  # type: ignore[union-attr]
    empty: dict[Any, Any] = {bool: False, int: 0}
    filled: dict[str, Any] = {
        name: [] if str(field.annotation).startswith("list") else empty.get(field.annotation)
        for name, field in shape.model_fields.items()
    }
    start = _start(facts, one.measure) + one.words.offset
    place = {"measure": one.measure, "start": start, "end": start + one.words.length, "rule": f"reviewed/{one.id}"}
    shown = {name: one.words.quote for name in ("quote", "surface") if name in shape.model_fields}
    return _valid(shape, filled | shown | one.values | place)


def _valid(shape: type[Record], values: dict[str, Any]) -> Record:
    try:
        return shape.model_validate(values)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise CorrectionError(f"{shape.__name__}: {faults}") from error
