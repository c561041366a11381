"""What a plan leads one to expect, and where it breaks: each break is a sentence with its place.

A break may be the writer's (a number is left out) or the reader's (a heading was not seen), so it is told and nothing
is guessed. What ``codebooks/cities`` expects of a known text is stricter: a break refuses the plan.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from codebooks.reading import CityEntry
from graph.facts import PlanFacts
from loaders.claims import AllClaims
from loaders.errors import UnexpectedError
from loaders.labels import numeral
from loaders.ledger import TABLE_ROW
from loaders.plan import Plan, Section

MOST = 0.75  # of the measures have a responsibility: then the others are told
FEW = 4  # measures; fewer say nothing of what is usual
SILENT = {
    "regulation": "it is a regulation, which commits to nothing",
    "interpretation": "it is an interpretation, which commits to nothing",
    "news": "it is news, which commits to nothing",
}
_HEAD = 40  # characters of a table's first row that name it


@dataclass(frozen=True, slots=True)
class Broken:
    """An expectation that does not hold: the name of it, what breaks it, one sentence, and its place in the text."""

    rule: str
    subject: str
    sentence: str
    start: int
    end: int


def broken(plan: Plan, claims: AllClaims) -> list[Broken]:
    """Every expectation that this plan breaks, in the order of the text."""
    found = [*_numbers(plan), *_assignments(plan, claims), *_tables(plan), *_whole(plan)]
    found += [
        Broken("annex_not_held", one.title, f"annex: {one.title} is announced and not in the file", one.start, one.end)
        for one in plan.annexes
        if not one.held
    ]
    return sorted(found, key=lambda item: (item.start, item.end, item.rule))


def refuse_unexpected(facts: PlanFacts, known: CityEntry | None) -> None:
    """Raise UnexpectedError where a kind has fewer or more records than ``codebooks/cities`` expects of this text."""
    for kind, (least, most) in (known.expected if known else {}).items():
        count = len(getattr(facts, kind))
        if not least <= count <= most:
            raise UnexpectedError(
                f"{facts.source}: {count} {kind} found, {least} to {most} wanted by codebooks/cities: "
                "mend the rule that changed, or the expectation if the text's facts are right"
            )


def _numbers(plan: Plan) -> Iterator[Broken]:
    """Numbers that the outline skips or repeats among its siblings."""
    last: dict[tuple[str, str | None, str], int] = {}
    for section in plan.sections:
        if not section.id or not section.number or section.rule == TABLE_ROW:
            continue
        value = int(re.split(r"[./]", section.id)[-1].partition("-")[0])
        form = numeral(plan.folded[section.start : section.title_start])
        key = (section.document, section.above, form)
        before = last.get(key)
        last[key] = value
        if before is None or value == before + 1:
            continue
        what = "repeated" if value == before else "out of order" if value < before else f"after {before}"
        sentence = f"outline: the number {section.number} ({section.id}) is {what}"
        yield Broken("number_gap", f"{section.number} {section.title}", sentence, section.start, section.body)


def _assignments(plan: Plan, claims: AllClaims) -> Iterator[Broken]:
    """Measures without a responsibility where most of their kind (tasks, safeguards) in the document have one."""
    assigned = {item.measure for item in claims.responsibilities.found}
    alike: dict[tuple[str, str], list[Section]] = {}
    for section in plan.sections:
        if section.is_measure and section.rule != TABLE_ROW:
            alike.setdefault((section.document, section.kind), []).append(section)
    for measures in alike.values():
        bare = [one for one in measures if one.id not in assigned]
        if len(measures) >= FEW and len(bare) <= len(measures) * (1 - MOST):
            for one in bare:
                sentence = f"responsibility: {one.number} ({one.id}) has none, as most {one.kind}s have"
                yield Broken(
                    "measure_without_responsibility", f"{one.number} {one.title}", sentence, one.start, one.body
                )


def _tables(plan: Plan) -> Iterator[Broken]:
    for number, table in enumerate(plan.source.tables, 1):
        if table.kind is None and any(s.start <= table.start < s.own_end for s in plan.sections):
            head = " ".join(plan.text[table.start : table.end].split("\n", 1)[0].split())[:_HEAD]
            yield Broken("table_unknown", head, f"table {number}: its kind is unknown", table.start, table.end)


def _whole(plan: Plan) -> Iterator[Broken]:
    """What holds for the whole text."""
    if plan.place.basis == "inferred":
        sentence = f"place: {plan.place.name} is inferred, as the place that the text names most"
        yield Broken("place_inferred", plan.place.name, sentence, 0, 0)
    if not any(section.is_measure for section in plan.sections):
        why = sorted({SILENT[reason] for reason in plan.silent.values()}) or [
            "the document has no numbered items that say what is to be done"
        ]
        sentence = f"measures: none found: {'; '.join(why)}"
        yield Broken("no_measures", plan.source.name, sentence, 0, 0)
