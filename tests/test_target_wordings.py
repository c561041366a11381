"""Clauses of many fields, written by ourselves, each with all fields of the targets that it sets."""

from pathlib import Path

import pytest

from graph.facts import SectionKind, Target
from loaders.fold import fold
from loaders.rules import targets
from tests.test_targets import plan

TABLE = Path(__file__).with_name("target_wordings.txt")
GOAL = " @goal"


def _cases() -> list[tuple[str, SectionKind, list[str]]]:
    """The clauses of the table, the kind of section that each stands in, and its rows."""
    cases: list[tuple[str, SectionKind, list[str]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            text = line.removeprefix("> ")
            cases.append((text.removesuffix(GOAL), "goal" if text.endswith(GOAL) else "task", []))
        elif line and not line.startswith("#"):
            cases[-1][2].append(line)
    return cases


def _number(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value.is_integer() else repr(value)


def _row(target: Target) -> str:
    """A target as a row of the table."""
    numbers = _number(target.value), _number(target.value_max)
    fields = target.indicator, target.scope or "", target.comparator, *numbers, target.unit
    return "|".join([*fields, str(target.deadline or ""), target.kind])


CASES = _cases()


def test_the_table_has_the_fields_and_clauses_that_it_should() -> None:
    assert len(CASES) >= 200
    assert all(row.count("|") == 7 for _, _, rows in CASES for row in rows)
    assert sum(not rows for _, _, rows in CASES) >= 20


@pytest.mark.parametrize(("text", "kind", "rows"), CASES, ids=[text[:24] for text, _, _ in CASES])
def test_a_clause_sets_its_targets(text: str, kind: SectionKind, rows: list[str]) -> None:
    claims = targets.read(plan(text, kind))
    assert [_row(target) for target in claims.found] == rows
    assert all(text[target.start : target.end] == target.quote for target in claims.found)


@pytest.mark.parametrize("text", [text for text, _, _ in CASES], ids=[text[:24] for text, _, _ in CASES])
def test_every_number_in_digits_is_a_target_or_passed_over_by_a_named_rule(text: str) -> None:
    claims = targets.read(plan(text))
    spans = [(one.start, one.end) for one in [*claims.found, *claims.passed, *claims.unread]]
    lost = [
        (index, text[max(0, index - 6) : index + 6])
        for index, character in enumerate(fold(text))
        if character.isdigit() and not any(start <= index < end for start, end in spans)
    ]
    assert lost == []
