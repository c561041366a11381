"""The form of a rule by which a number is no target: what stands before and after it, with examples both ways."""

import re
from dataclasses import dataclass
from functools import cached_property

from loaders.rules.numbers import Quantity

# A sentence is looked at from no farther back than this.
SENTENCE = 400
# How many characters before a number the rules look at.
LOOK_BACK = 60
# And how many behind it.
LOOK_AHEAD = 200


@dataclass(frozen=True)
class NotTarget:
    """Why a number is no target. ``before`` must and ``unless`` must not end where the number begins, ``after`` must
    begin where it ends; ``sentence`` must be found from the beginning of its sentence on. ``units``: the rule holds
    for these units only (None: for all, "": none is printed); ``reason``, where it is not ``name``, is what a report
    says."""

    name: str
    before: str = ""
    unless: str = ""
    after: str = ""
    sentence: str = ""
    units: tuple[str, ...] | None = None
    script: str | None = None
    values: tuple[float, float] | None = None
    matches: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.before})$")

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.unless})$")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(self.after)

    @cached_property
    def _sentence(self) -> re.Pattern[str]:
        return re.compile(self.sentence)

    def holds_for(self, quantity: Quantity) -> bool:
        """Whether the rule is about numbers of this unit, script and size."""
        unit = unit_name(quantity)
        if self.units is not None and unit not in self.units:
            return False
        if self.script is not None and quantity.script != self.script:
            return False
        return self.values is None or self.values[0] <= quantity.value <= self.values[1]

    def fits(self, text: str, quantity: Quantity) -> bool:
        """Whether the rule holds for this number of the text."""
        return self.holds_for(quantity) and self.stands(text, quantity, words_before(text, quantity))

    def stands(self, text: str, quantity: Quantity, before: str) -> bool:
        """Whether a number that the rule is about stands where the rule says; ``before``: ``words_before`` it."""
        if self.values is not None and not self.values[0] <= quantity.value <= self.values[1]:
            return False
        if self.after and not self._after.match(text, quantity.end, quantity.end + LOOK_AHEAD):
            return False
        if self.before and not self._before.search(before):
            return False
        if self.sentence:
            first = max(0, quantity.start - SENTENCE)
            begin = max(first, *(text.rfind(mark, first, quantity.start) + 1 for mark in "。!?"))
            if not self._sentence.match(text, begin, quantity.start):
                return False
        return not (self.unless and self._unless.search(before))


def words_before(text: str, quantity: Quantity) -> str:
    """The words before a number that a rule looks at."""
    return text[max(0, quantity.start - LOOK_BACK) : quantity.start]


def unit_name(quantity: Quantity) -> str:
    """The unit's name, ":" for a ratio, empty where none is printed."""
    return quantity.unit.unit if quantity.unit else ":" if quantity.ratio else ""
