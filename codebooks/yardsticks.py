"""Typed access to yardsticks.yaml: what two commitments must share before their numbers can be compared (口径).

Words of a target get the key of a population, base, part or level by patterns; the keys are compared, never the words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from codebooks.reading import CodebookError, book

Facet = Literal["populations", "bases", "parts", "levels", "variants"]
FACETS: tuple[Facet, ...] = ("populations", "bases", "parts", "levels", "variants")
BRACKETS = re.compile(r"\([^()]*\)")
"""What a plan adds to a name in brackets."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a facet: its names, its pattern, and the value that it counts as."""

    key: str
    zh: str
    en: str
    words: re.Pattern[str]
    reads_as: str
    matches: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A code with its sentence in both languages; ``{a}`` and ``{b}`` stand for what differs."""

    key: str
    zh: str
    en: str


@cache
def facet(name: Facet) -> tuple[Entry, ...]:
    """The values of a facet, in the order in which they are looked for. Raises CodebookError without examples."""
    return tuple(_entry(name, key, entry) for key, entry in book("yardsticks")[name].items())


def _entry(name: str, key: str, entry: Mapping[str, Any]) -> Entry:
    if not entry.get("matches") or not entry.get("near_misses"):
        raise CodebookError(f"yardsticks.yaml: {name}.{key} has no matches or no near_misses: give one of each")
    return Entry(
        key=key, zh=entry["zh"], en=entry["en"], words=re.compile(entry["words"]),
        reads_as=entry.get("reads_as") or key, matches=tuple(entry["matches"]), near_misses=tuple(entry["near_misses"]),
    )  # fmt: skip


def first_of(name: Facet, *texts: str | None) -> str | None:
    """The key of the first value that the first telling text names; None where none tells."""
    for text in texts:
        for entry in facet(name) if text else ():
            if entry.words.search(text or ""):
                return entry.reads_as
    return None


def earliest_of(name: Facet, text: str) -> str | None:
    """The key of the value that a text names first: 每千人口护士 is of people."""
    found = [
        (match.start(), place, entry) for place, entry in enumerate(facet(name)) if (match := entry.words.search(text))
    ]
    return min(found, key=lambda one: one[:2])[2].reads_as if found else None


def all_of(name: Facet, text: str) -> tuple[str, ...]:
    """The keys of all values that a text names, in the codebook's order."""
    return tuple(entry.reads_as for entry in facet(name) if entry.words.search(text))


@cache
def _pattern(name: Literal["yearly", "endings"]) -> re.Pattern[str]:
    return re.compile(book("yardsticks")[name]["words"])


def is_yearly(text: str) -> bool:
    """Whether words give a number a year."""
    return _pattern("yearly").search(text) is not None


@cache
def names(kind: Literal["dimensions", "extents", "refusals", "caveats"]) -> dict[str, Named]:
    """The dimensions, extents, refusals or caveats by key, in the codebook's order."""
    return {key: Named(key, entry["zh"], entry["en"]) for key, entry in book("yardsticks")[kind].items()}


@cache
def name_of(name: Facet, key: str) -> Named:
    """The names of a facet's value."""
    entry = next(one for one in facet(name) if one.key == key)
    return Named(key, entry.zh, entry.en)


def without_ending(words: str) -> str:
    """An indicator's words without the endings that are no noun of their own: 标准化建设 is 标准化."""
    return _pattern("endings").sub("", words)


@cache
def general_nouns() -> frozenset[str]:
    """Nouns that need the word before them to say what is meant."""
    return frozenset(book("yardsticks")["general"])


def general_noun(words: str) -> str | None:
    """The general noun that words end on, what stands in brackets apart: 示范项目 is 项目, 重点(特色)专科 is 专科."""
    plain = BRACKETS.sub("", words)
    return max((noun for noun in general_nouns() if plain.endswith(noun)), key=len, default=None)
