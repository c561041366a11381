"""A paragraph of one section while its targets are read: words, clauses, numbers, years, and what was accepted so far.

A ``Spot`` is a number of it where it stands, with what follows from that: its bound, its kind, for whom it holds.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from loaders.rules.bounds import Bound
from loaders.rules.clauses import Clause, Words, bracketed, clauses
from loaders.rules.numbers import Quantity, quantities
from loaders.rules.readings import Reading
from loaders.rules.years import Year, years

# How many sentences in a row can go on with 其中.
PARTS = 3


@dataclass(frozen=True, slots=True)
class Accepted:
    """A number that was read as a target."""

    quantity: Quantity
    bound: Bound
    reading: Reading


@dataclass
class Passage:
    """A paragraph. ``goal``: it belongs to a section of goals; ``led_by``: the year of the words that introduce it;
    ``since``: the first year of its plan, as far as it is known; earlier years are past."""

    words: Words
    goal: bool
    led_by: Year | None = None
    since: int | None = None
    accepted: list[Accepted] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """The paragraph's words without blanks."""
        return self.words.text

    @cached_property
    def clauses(self) -> list[Clause]:
        """Its clauses, in order."""
        return clauses(self.text)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Its numbers, in order."""
        return quantities(self.text)

    @cached_property
    def years(self) -> list[Year]:
        """The years that can govern a commitment."""
        return years(self.text)

    @cached_property
    def year_starts(self) -> list[int]:
        """Where they are printed."""
        return [year.start for year in self.years]

    @cached_property
    def quoted(self) -> list[tuple[int, int, str]]:
        """The outermost bracketed and quoted spans with their opening mark, in order."""
        return sorted(bracketed(self.text))

    def in_quotes(self, place: int) -> bool:
        """Whether a place lies in “…” or 《…》."""
        last = bisect_right(self.quoted, place, key=lambda span: span[0])
        near = self.quoted[max(0, last - 8) : last]
        return any(place < end for _, end, mark in near if mark in "“《「")

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    @cached_property
    def _number_starts(self) -> list[int]:
        return [quantity.start for quantity in self.quantities]

    def numbers_between(self, start: int, end: int) -> list[Quantity]:
        """The numbers that begin between two places."""
        starts = self._number_starts
        return self.quantities[bisect_left(starts, start) : bisect_left(starts, end)]

    def starts_between(self, start: int, end: int) -> list[int]:
        """Where the numbers between two places begin."""
        starts = self._number_starts
        return starts[bisect_left(starts, start) : bisect_left(starts, end)]

    def clause_at(self, place: int) -> Clause | None:
        """The clause that a place of the paragraph belongs to."""
        index = bisect_right(self._starts, place) - 1
        return self.clauses[index] if index >= 0 and place < self.clauses[index].end else None

    def before(self, clause: Clause) -> Clause | None:
        """The clause before this one in the same sentence."""
        earlier = self.clauses[clause.index - 1] if clause.index else None
        return earlier if earlier is not None and earlier.sentence == clause.sentence else None

    def opening(self, clause: Clause) -> int:
        """Where the sentence of a clause begins; one that opens with 其中 goes on from the sentence before."""
        start = clause.sentence
        for _ in range(PARTS):
            first = self.clause_at(start)
            if first is None or not first.index or not self.text.startswith("其中", start):
                break
            start = self.clauses[first.index - 1].sentence
        return start

    def sentence_start(self, clause: Clause) -> int:
        """Where the sentence of a clause begins."""
        return clause.sentence
