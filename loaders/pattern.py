"""Pattern: a regular expression apart from the code that uses it, with wordings that it must and must not match.

Rules keep their patterns as module constants; ``tests/test_patterns.py`` finds every one of them and proves its
examples. Examples are invented (某市) and written as the folded text is.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal


@dataclass(frozen=True)
class Pattern:
    """A wording of plans. ``matches`` and ``near_misses``: texts in which ``way`` finds it, and does not."""

    name: str
    words: str
    matches: tuple[str, ...]
    near_misses: tuple[str, ...]
    way: Literal["search", "match", "fullmatch"] = "search"

    @cached_property
    def re(self) -> re.Pattern[str]:
        """The compiled expression, made at its first use."""
        return re.compile(self.words)

    def fits(self, text: str) -> bool:
        """Whether the pattern is found in the text the way that it is meant."""
        found: re.Match[str] | None = getattr(self.re, self.way)(text)
        return found is not None
