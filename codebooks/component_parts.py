"""Parts of components: what a measure's words can do for a component, with its patterns compiled, and the sentence that
each fault of a file is told in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FOLDER = "components"
GAP = "[^,。;:]{0,12}?"
"""What "…" in a wording stands for: a few characters inside one clause of the folded text."""
PART_KEYS = ("zh", "en", "cores", "wordings", "examples", "near_misses")


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a measure's words can do for a component. The patterns match folded text; what ``wording`` finds
    holds one of ``cores``."""

    key: str
    zh: str
    en: str
    cores: tuple[str, ...]
    wording: re.Pattern[str]
    clause: re.Pattern[str] | None
    sentence: re.Pattern[str] | None
    besides: re.Pattern[str] | None
    heading: bool
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


def part_of(place: str, key: str, fields: Mapping[str, Any], faults: list[str]) -> Part | None:
    """One part with its patterns compiled; None, with the fault noted, for a pattern that is no regular expression."""
    if lacking := lacking_keys(place, fields, PART_KEYS):
        faults += lacking
        return None
    try:
        return Part(
            key,
            fields["zh"],
            fields["en"],
            tuple(fields["cores"]),
            _compiled("|".join(f"(?:{_compiled(wording).pattern})" for wording in fields["wordings"])),
            _compiled(fields["clause"]) if "clause" in fields else None,
            _compiled(fields["sentence"]) if "sentence" in fields else None,
            _compiled(fields["except"]) if "except" in fields else None,
            fields.get("heading", True),
            tuple(fields["examples"]),
            tuple(fields["near_misses"]),
        )
    except re.error as error:
        faults.append(f"{file_of(place)}, {place}: {error.pattern!r} is no regular expression: {error}")
        return None


def file_of(place: str) -> str:
    """The file of the entry at this place."""
    return f"{FOLDER}/{place.partition('.')[0]}.yaml"


def lacking_keys(place: str, fields: Mapping[str, Any], wanted: Iterable[str]) -> list[str]:
    """A sentence for each key that an entry lacks."""
    where = f"{file_of(place)}, {place}"
    return [f"{where}: lacks {key!r}: every entry of its kind needs it" for key in wanted if key not in fields]


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the codebook, its "…" spelled out."""
    return re.compile(pattern.replace("…?", GAP).replace("…", GAP), re.IGNORECASE)
