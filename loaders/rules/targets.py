"""Targets: commitments to a quantity or to full coverage, one for each number, by the annotation guidelines.

A number with its unit is passed over by a named rule (``not_targets``), or read as a target where something commits to
it (a bound, a verb of doing, a share, each of something), or reported as unread. Coverage words make targets without a
number. Every span is a place in the source, and the words between are the quote.
"""

import re
from dataclasses import dataclass, field, replace

from codebooks.quantities import indicator_key
from graph.facts import Comparator, Target
from loaders.headings import is_regulation
from loaders.plan import Claims, Passed, Plan, Section, own_words
from loaders.rules.bounds import Bound, bound_of
from loaders.rules.clauses import Clause, Words, clauses, paragraphs
from loaders.rules.coverage import Coverage, coverages
from loaders.rules.deadlines import governing_year
from loaders.rules.indicator_words import phrase
from loaders.rules.indicators import read_indicator
from loaders.rules.not_targets import quoted_spans, why_no_target
from loaders.rules.numbers import Quantity, quantities
from loaders.rules.readings import Reading
from loaders.rules.spots import Spot

ASSIGNS = re.compile(r"[(【](?:责任|牵头|配合|参与|主办|承办|主责|落实)(?:单位|部门|科室|处室)?")
# Quantities without a unit that no rule reads yet: 翻一番, 三分之二.
UNDECIDED = re.compile(r"翻[一两]?番|(?<!百)(?<!千)[二三四五六七八九十]分之[一二两三四五六七八九]")
ENSURES = re.compile(r"(?:确保|保证|必须|不得|不低于|不少于|不超过|严格控制)[^。;]{0,30}$")
AIMS = re.compile(r"(?:力争|争取|努力|逐步|原则上|鼓励|探索|争创|支持)[^。;]{0,30}$")


@dataclass(slots=True)
class Passage:
    """A paragraph of one section while it is read: its words, clauses and what was accepted so far."""

    plan: Plan
    section: Section
    words: Words
    clauses: list[Clause]
    quantities: list[Quantity]
    goal: bool
    accepted: list[tuple[Quantity, Bound]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph's words without blanks."""
        return self.words.text

    def clause_at(self, place: int) -> Clause | None:
        """The clause that a place of the paragraph belongs to."""
        return next((clause for clause in self.clauses if clause.start <= place < clause.end), None)

    def clause_before(self, clause: Clause) -> Clause | None:
        """The clause before this one in the same sentence."""
        index = self.clauses.index(clause)
        before = self.clauses[index - 1] if index else None
        return before if before is not None and before.sentence == clause.sentence else None


def read(plan: Plan) -> Claims[Target]:
    """The targets of a plan's preamble, goals, tasks and safeguards, and every number passed over or unread."""
    claims: Claims[Target] = Claims()
    for section in own_words(plan, ("preamble", "goal", "task", "safeguard")):
        if is_regulation(plan.title_of(section.document)):
            claims.passed.append(Passed("target_in_regulation", section.body, section.own_end))
            continue
        for paragraph in paragraphs(plan.folded, section.body, section.own_end):
            end = assignment(paragraph.text)
            words = Words(paragraph.text[:end], paragraph.at[:end])
            passage = Passage(
                plan, section, words, clauses(words.text), quantities(words.text), goal=section.kind == "goal"
            )
            _read_numbers(passage, claims)
            undecided = [words.place(*match.span()) for match in UNDECIDED.finditer(words.text)]
            claims.unread += [Passed("number_without_rule", *place) for place in undecided]
            _read_coverage(passage, claims)
    claims.found.sort(key=lambda target: (target.start, target.end))
    return claims


def assignment(text: str) -> int:
    """Where the closing bracket that assigns a measure begins, the text's end where there is none."""
    brackets = [match.start() for match in ASSIGNS.finditer(text)]
    return brackets[-1] if brackets and text.rstrip("。;").endswith((")", "】")) else len(text)


def _read_numbers(passage: Passage, claims: Claims[Target]) -> None:
    spans = quoted_spans(passage.text)
    for quantity in passage.quantities:
        clause = passage.clause_at(quantity.start)
        reason = why_no_target(passage.text, quantity, spans) if clause else "mark"
        place = passage.words.place(quantity.start, quantity.end)
        if reason is not None or clause is None:
            claims.passed.append(Passed(f"target_{reason}", *place))
            continue
        bound = bound_of(passage.text, clause, quantity, passage.quantities, passage.accepted)
        spot = Spot(passage.text, passage.clauses, clause, quantity, bound, tuple(passage.accepted))
        reading = read_indicator(spot)
        if reading is None:
            if quantity.unit is None and not quantity.ratio:
                claims.passed.append(Passed("target_no_unit", *place))
            else:
                claims.unread.append(Passed("number_without_commitment", *place))
            continue
        passage.accepted.append((quantity, bound))
        reading = replace(reading, start=min(reading.start, bound.start), end=max(reading.end, bound.end))
        claims.found.append(_target(passage, clause, reading, quantity, bound.comparator))


def _read_coverage(passage: Passage, claims: Claims[Target]) -> None:
    numbers = [quantity for quantity, _ in passage.accepted]
    for clause in passage.clauses:
        inside = any(clause.start <= quantity.start < clause.end for quantity in numbers)
        for coverage in coverages(passage.text, clause, passage.clause_before(clause)):
            if not inside or coverage.rule == "coverage_word":
                claims.found.append(_target(passage, clause, _covers(passage.text, coverage), None, "="))


def _covers(text: str, coverage: Coverage) -> Reading:
    """A commitment to full coverage as a reading: 100 %."""
    scope = text[slice(*coverage.scope)] if coverage.scope else None
    words = phrase(text[slice(*coverage.indicator)])
    return Reading(coverage.start, coverage.end, words, scope, "%", "coverage", coverage.rule)


def _target(
    passage: Passage, clause: Clause, reading: Reading, quantity: Quantity | None, comparator: Comparator
) -> Target:
    """The record of a reading; without a quantity it is full coverage. A range is always "="."""
    start, end = passage.words.place(reading.start, reading.end)
    before = passage.text[clause.start : reading.end]
    place = quantity.start if quantity else reading.start
    return Target(
        measure=passage.section.id,
        indicator=reading.indicator,
        indicator_key=indicator_key(reading.indicator, reading.unit),
        scope=reading.scope,
        comparator="=" if quantity and quantity.value_max is not None else comparator,
        value=quantity.value if quantity else 100.0,
        value_max=quantity.value_max if quantity else None,
        unit=reading.unit,
        deadline=governing_year(passage.text, passage.clauses, place, passage.goal),
        kind=reading.kind,
        strength="ensure" if ENSURES.search(before) else "aim" if AIMS.search(before) else "plain",
        quote=passage.plan.text[start:end],
        start=start,
        end=end,
        rule=f"target_{reading.rule}",
    )
