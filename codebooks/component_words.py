"""The words that components are sought by: the cores of all parts in one pattern, and the verbs that end a thing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from codebooks.components import PartKey, all_parts
from codebooks.reading import book


@dataclass(frozen=True, slots=True)
class Cores:
    """``found`` finds the longest core that begins at a place; ``parts`` names those that have a core, or one that
    stands in it."""

    found: re.Pattern[str]
    parts: Mapping[str, frozenset[PartKey]]


@dataclass(frozen=True, slots=True)
class Ends:
    """Verbs that end a thing, and what ends their reach inside a clause."""

    verb: re.Pattern[str]
    resumed: re.Pattern[str]


@cache
def cores() -> Cores:
    """The cores of all parts in one pattern, by their first characters, so that a text is passed over fast."""
    by_core: dict[str, set[PartKey]] = {}
    for key, part in all_parts().items():
        for core in part.cores:
            by_core.setdefault(core, set()).add(key)
    words = sorted(by_core, key=len, reverse=True)
    held = {core: frozenset(key for word in words if word in core for key in by_core[word]) for core in words}
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = [f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items()]
    return Cores(re.compile("|".join(branches)), held)


@cache
def ends() -> Ends:
    """The verbs that give a mention the polarity ``ends``."""
    data = book("components")["ends"]
    verbs = sorted(data["verbs"], key=len, reverse=True)
    return Ends(re.compile("|".join(verbs)), re.compile(data["resumed_by"]))
