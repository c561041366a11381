"""The form of a rule by which a number is no target: what stands before and after it, with examples both ways."""

import re
from dataclasses import dataclass

from loaders.rules.numbers import Quantity


@dataclass(frozen=True, slots=True)
class NotTarget:
    """Why a number is no target. ``before`` must and ``unless`` must not end where the number begins, ``after`` must
    begin where it ends. ``units``: the rule holds for these units only (None: for all, "": none is printed)."""

    name: str
    before: str = ""
    unless: str = ""
    after: str = ""
    units: tuple[str, ...] | None = None
    script: str | None = None
    values: tuple[float, float] | None = None
    matches: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()

    def fits(self, text: str, quantity: Quantity) -> bool:
        """Whether the rule holds for this number of the text."""
        unit = quantity.unit.unit if quantity.unit else ":" if quantity.ratio else ""
        if self.units is not None and unit not in self.units:
            return False
        if self.script is not None and quantity.script != self.script:
            return False
        if self.values is not None and not self.values[0] <= quantity.value <= self.values[1]:
            return False
        before = text[max(0, quantity.start - 60) : quantity.start]
        if self.unless and re.search(f"(?:{self.unless})$", before):
            return False
        return bool(re.search(f"(?:{self.before})$", before) and re.match(self.after, text[quantity.end :]))
