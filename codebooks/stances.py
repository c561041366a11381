"""The words of ``stances.yaml`` as one pattern that is fast: cues are sought by their first character."""

import re
from dataclasses import dataclass
from functools import cache

from codebooks.reading import CodebookError, book

STANCES = ("setting", "pilot", "explore", "establish", "promote")


@dataclass(frozen=True, slots=True)
class Cues:
    """``cue`` finds verbs and setting words; ``kinds`` tells by ``match.lastindex`` which of STANCES it is; ``ends``
    finds verbs that end a thing."""

    cue: re.Pattern[str]
    kinds: tuple[str, ...]
    ends: re.Pattern[str]

    def kind(self, match: re.Match[str]) -> str:
        """The stance that a found cue shows, or ``setting``."""
        return self.kinds[(match.lastindex or 0) - 1]


@cache
def cues() -> Cues:
    """The cues, compiled. Raises CodebookError for a word that does not begin with a character as it is written."""
    words = book("stances")
    by_first: dict[str, list[tuple[str, str]]] = {}
    for kind in STANCES:
        for word in words[kind]:
            if not "一" <= word[0] <= "鿿":
                raise CodebookError(f"stances.yaml: {kind}: {word!r} begins with a sign; wanted a Chinese character")
            by_first.setdefault(word[0], []).append((word[1:], kind))
    branches, kinds = [], []
    for first, rests in by_first.items():
        branches.append(first + "(?:" + "|".join(f"(?:{rest})()" for rest, _ in rests) + ")")
        kinds += [kind for _, kind in rests]
    try:
        return Cues(re.compile("|".join(branches)), tuple(kinds), re.compile("|".join(words["ends"])))
    except re.error as error:
        raise CodebookError(f"stances.yaml: {error.pattern!r} cannot be read: {error}") from error
