"""What the codebook knows of numbers about a city's plans as a whole: their names, and how each is made."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from codebooks.reading import CodebookError, book

Group = Literal["leading", "network"]


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number about a city's plans as a whole. ``definition`` says how it is made, in one sentence."""

    key: str
    group: Group
    zh: str
    en: str
    definition: str


@cache
def statistics() -> dict[str, Statistic]:
    """The statistics by key, in the order of the file. Raises CodebookError for an entry that lacks something."""
    wanted = {"group", "zh", "en", "definition"}
    faults = [
        f"statistics.yaml: {key} has {', '.join(sorted(row))}; wanted {', '.join(sorted(wanted))}"
        for key, row in book("statistics").items()
        if set(row) != wanted
    ]
    if faults:
        raise CodebookError("\n".join(faults))
    return {key: Statistic(key, **row) for key, row in book("statistics").items()}
