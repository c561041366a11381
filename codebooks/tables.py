"""Typed access to tables.yaml: what the head of a table's column says of the cells below it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from codebooks.reading import CodebookError, book

ColumnKind = Literal[
    "number", "lead", "participant", "responsible", "body", "person", "deadline", "base", "value", "indicator", "unit",
    "group", "goal", "content", "aside", "agenda",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """A kind of column with the wording of its heads and its examples."""

    kind: ColumnKind
    wording: re.Pattern[str]
    matches: tuple[str, ...]
    near_misses: tuple[str, ...]


@cache
def heads() -> tuple[Head, ...]:
    """Every kind of head of tables.yaml in its order. Raises CodebookError where one lacks an example."""
    found = []
    for entry in book("tables")["columns"]:
        if not entry.get("matches") or not entry.get("near_misses"):
            raise CodebookError(f"tables.yaml: a head of {entry['kind']} has no matches or no near_misses: give both")
        wording = re.compile(entry["wording"])
        found.append(
            Head(entry["kind"], wording, tuple(map(str, entry["matches"])), tuple(map(str, entry["near_misses"])))
        )
    return tuple(found)


@cache
def column_kind(words: str) -> ColumnKind | None:
    """What a head (folded, without blanks) says of its column, None where it is no known head."""
    return next((head.kind for head in heads() if head.wording.fullmatch(words)), None)
