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

from pydantic import TypeAdapter, ValidationError

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
        records.append(added_record(facts, one))
        records.sort(key=lambda record: (record.start, record.end))
        return facts.model_copy(update={name: records})
    for index, record in enumerate(records):
        if record.measure == one.measure and _same_words(words_of(facts, one.kind, record), one.words):
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
        and (digest_of_terms(facts, one.measure) == words.around)
    )


def _measure(facts: PlanFacts, measure: str | None) -> Measure | None:
    return next((each for each in facts.measures if each.id == measure), None)


def digest_of_terms(facts: PlanFacts, measure: str | None) -> str | None:
    """The digest of a measure's terms."""
    found = _measure(facts, measure)
    if found is None:
        return None
    return hashlib.sha256(json.dumps(found.terms, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def places_of(facts: PlanFacts, measure: str | None) -> list[Measure | Section]:
    """The measures and sections of this id."""
    held: tuple[Measure | Section, ...] = (*facts.measures, *facts.sections)
    return [each for each in held if each.id == measure]


def _start(facts: PlanFacts, measure: str | None) -> int:
    """Where a measure or section begins; 0 for the file."""
    places = places_of(facts, measure)
    return places[0].start if places else 0


def quote_of(record: Any) -> str:
    """The words that prove a record: a body's name as printed, a citation's title or number, else its quote."""
    for name in ("quote", "surface", "title", "number"):
        if value := getattr(record, name, None):
            return str(value)
    return ""


def words_of(facts: PlanFacts, kind: str, record: Any) -> Words:
    """What a correction of a record rests on."""
    quote, length = quote_of(record)[:SHOWN], record.end - record.start
    equal = [
        each for each in getattr(facts, LISTS[kind])
        if each.measure == record.measure and quote_of(each)[:SHOWN] == quote and each.end - each.start == length
    ]  # fmt: skip
    nth = next(number for number, each in enumerate(equal) if each is record or each == record)
    offset = record.start - _start(facts, record.measure)
    return Words(quote=quote, length=length, nth=nth, offset=offset, around=digest_of_terms(facts, record.measure))


def added_record(facts: PlanFacts, one: Correction) -> Record:
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
    return valid(shape, filled | shown | one.values | place)


def valid(shape: type[Record], values: dict[str, Any]) -> Record:
    """The record of these values. Raises CorrectionError that says what is wrong with each field."""
    try:
        return shape.model_validate(values)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise CorrectionError(f"{shape.__name__}: {faults}") from error
