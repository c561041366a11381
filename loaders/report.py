"""What reading a file came to, for a person who checks it: coverage, what is unread, unknown, passed over or broken.

Every item has its place: offset, line, and page, paragraph or element where the format has them.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from graph.facts import PlanFacts
from loaders.claims import AllClaims, claims_of
from loaders.expectations import broken
from loaders.facts import facts_of
from loaders.ledger import Entry, ledger
from loaders.marks import State
from loaders.plan import Passed, Plan
from loaders.reading import read_plan
from loaders.rules.numbers import quantities
from loaders.rules.responsibilities import unknown_bodies

STATES: tuple[State, ...] = ("read", "ignored", "unread")
# The rules of targets that pass over whole words, not one number.
PASSED_WHOLE = (
    "target_in_regulation",
    "target_in_interpretation",
    "target_in_news",
    "target_in_document_without_measures",
    "target_in_assignment",
)
_LINE_END = re.compile(r"\r\n|\n|\r")
_AROUND = 14  # characters shown on both sides of a number


@dataclass(frozen=True, slots=True)
class Item:
    """Something to look at: the rule that tells it, its words, and its place. ``line`` counts from 1; ``where`` is the
    page, paragraph or element, None for a plain text; ``before`` and ``after`` are the words around it."""

    rule: str
    words: str
    start: int
    end: int
    line: int
    where: str | None
    before: str = ""
    after: str = ""
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadingReport:
    """The report of one file. ``entries`` is the ledger of its clauses."""

    facts: PlanFacts
    text: str
    entries: list[Entry]
    broken: list[Item]
    unread: list[Item]
    unknown_bodies: list[Item]
    not_targets: list[Item]
    tables: dict[str, int] = field(default_factory=dict)

    @cached_property
    def clauses(self) -> dict[State, int]:
        """How many clauses are read, ignored and unread."""
        counts = Counter(entry.state for entry in self.entries)
        return {state: counts[state] for state in STATES}

    @cached_property
    def chars(self) -> dict[State, int]:
        """How many characters of clauses (stops and blank lines aside) are read, ignored and unread."""
        counts: Counter[State] = Counter()
        for entry in self.entries:
            counts[entry.state] += entry.end - entry.start
        return {state: counts[state] for state in STATES}

    def rules(self, state: State) -> dict[str, int]:
        """How many clauses each rule read, ignored or left, the most first."""
        counts = Counter(entry.rule for entry in self.entries if entry.state == state)
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def report(path: Path | str, city: str | None = None, key: str | None = None) -> ReadingReport:
    """Read a file and say what came of it. Raises ReadError, NotAPlanError, PlaceError or UnexpectedError."""
    plan = read_plan(path, city)
    claims = claims_of(plan)
    facts = facts_of(plan, key or Path(path).stem, claims)
    return report_of(plan, claims, facts)


def report_of(plan: Plan, claims: AllClaims, facts: PlanFacts) -> ReadingReport:
    """The report of a plan that is read already."""
    place = _Places(plan)
    entries = list(ledger(plan, claims))
    expected = [place.item(item.rule, item.start, item.end, item.subject) for item in broken(plan, claims)]
    kinds = Counter(str(table.kind or "unknown") for table in plan.source.tables)
    return ReadingReport(
        facts=facts,
        text=plan.text,
        entries=entries,
        broken=expected,
        unread=[place.item(one.rule, one.start, one.end) for one in entries if one.state == "unread"],
        unknown_bodies=_unknown(place, facts),
        not_targets=[place.around(one.rule, one.start, one.end) for one in _no_targets(plan, claims)],
        tables=dict(sorted(kinds.items())),
    )


def _no_targets(plan: Plan, claims: AllClaims) -> Iterator[Passed]:
    """The numbers that are no targets, in order; of words passed over whole (a regulation's) each number in them."""
    for item in sorted(claims.targets.passed, key=lambda item: (item.start, item.end)):
        if item.rule.startswith(PASSED_WHOLE):
            for number in quantities(plan.folded[item.start : item.end]):
                yield Passed(item.rule, item.start + number.start, item.start + number.end)
        elif item.rule.startswith("target_"):
            yield item


def _unknown(place: "_Places", facts: PlanFacts) -> list[Item]:
    """Bodies that the codebook does not know, each once at its first place, with the near names that it knows."""
    names = unknown_bodies(facts.responsibilities)
    first = {item.institution: item for item in reversed(facts.responsibilities) if item.institution in names}
    return [
        place.item("unknown_body", first[name].start, first[name].end, name, tuple(near))
        for name, near in names.items()
    ]


class _Places:
    """Where offsets of a plan stand."""

    def __init__(self, plan: Plan) -> None:
        self.text = plan.text
        self.source = plan.source
        self.starts = [0, *(end.end() for end in _LINE_END.finditer(plan.text))]

    def item(self, rule: str, start: int, end: int, words: str | None = None, near: tuple[str, ...] = ()) -> Item:
        """An item with its line and origin; its words are those of the text unless others are given."""
        line = bisect_right(self.starts, start)
        printed = " ".join(self.text[start:end].split()) if words is None else words
        return Item(rule, printed, start, end, line, self.source.where(start), near=near)

    def around(self, rule: str, start: int, end: int) -> Item:
        """An item with the words of its line on both sides."""
        made = self.item(rule, start, end)
        begin = max(self.starts[made.line - 1], start - _AROUND)
        stop = self.starts[made.line] if made.line < len(self.starts) else len(self.text)
        before, after = self.text[begin:start].lstrip(), self.text[end : min(stop, end + _AROUND)].rstrip()
        return Item(rule, made.words, start, end, made.line, made.where, before, after)
