"""Targets: commitments to a quantity or to full coverage, one for each number, by the annotation guidelines.

A number with its unit is passed over by a named rule (``not_targets``), or read as a target where something commits to
it (a bound, a verb of doing, a share, each of something), or reported as unread. Coverage words make targets without a
number. Every span is a place in the source, and the words between are the quote.
"""

import re
from dataclasses import dataclass, field

from codebooks.quantities import indicator_key
from graph.facts import Comparator, Target, TargetKind
from loaders.plan import Claims, Passed, Plan, Section, own_words
from loaders.rules.bounds import Bound, bound_of
from loaders.rules.clauses import Clause, Words, clauses, paragraphs
from loaders.rules.coverage import Coverage, coverages
from loaders.rules.deadlines import governing_year
from loaders.rules.indicator_words import phrase
from loaders.rules.indicators import Reading, read_indicator
from loaders.rules.not_targets import quoted_spans, why_no_target
from loaders.rules.numbers import Quantity, quantities

ASSIGNS = re.compile(r"[(【](?:责任|牵头|配合|参与|主办|承办|主责|落实)(?:单位|部门|科室|处室)?")
REGULATION = re.compile(r"(?:办法|规定|条例|细则|规则|章程|规程)》?(?:[(（][^()（）]*[)）])?(?:的通知)?$")
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
        if _is_regulation(plan, section):
            claims.passed.append(Passed("target_in_regulation", section.body, section.own_end))
            continue
        for words in paragraphs(plan.folded, section.body, section.own_end):
            end = assignment(words.text)
            words = Words(words.text[:end], words.at[:end])
            if not words.text:
                continue
            passage = Passage(
                plan, section, words, clauses(words.text), quantities(words.text), goal=section.kind == "goal"
            )
            _read_numbers(passage, claims)
            _read_coverage(passage, claims)
    claims.found.sort(key=lambda target: (target.start, target.end))
    return claims


def _is_regulation(plan: Plan, section: Section) -> bool:
    """Whether a section belongs to rules (办法, 规定, 条例): their numbers regulate and commit to nothing."""
    document = plan.document_by_key.get(section.document)
    return document is not None and bool(REGULATION.search(document.title or ""))


def assignment(text: str) -> int:
    """Where the closing bracket that assigns a measure begins, the text's end where there is none."""
    match = None
    for match in ASSIGNS.finditer(text):
        pass
    return match.start() if match and text.rstrip("。;").endswith((")", "】")) else len(text)


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
        reading = read_indicator(passage.text, passage.clauses, clause, quantity, bound, passage.accepted)
        if reading is None:
            if quantity.unit is None and not quantity.ratio:
                claims.passed.append(Passed("target_no_unit", *place))
            else:
                claims.unread.append(Passed("number_without_commitment", *place))
            continue
        passage.accepted.append((quantity, bound))
        claims.found.append(_target(passage, clause, quantity, bound, reading))


def _target(passage: Passage, clause: Clause, quantity: Quantity, bound: Bound, reading: Reading) -> Target:
    comparator: Comparator = bound.comparator
    if quantity.value_max is not None:
        comparator = "="
    start, end = min(reading.start, bound.start), max(reading.end, bound.end)
    return _record(
        passage,
        clause,
        (start, end),
        indicator=reading.indicator,
        scope=reading.scope,
        comparator=comparator,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=reading.unit,
        kind=reading.kind,
        rule=f"target_{reading.rule}",
        place=quantity.start,
    )


def _read_coverage(passage: Passage, claims: Claims[Target]) -> None:
    numbers = [quantity for quantity, _ in passage.accepted]
    for clause in passage.clauses:
        for coverage in coverages(passage.text, clause, passage.clause_before(clause)):
            inside = [q for q in numbers if clause.start <= q.start < clause.end]
            if inside and coverage.rule != "coverage_word":
                continue
            claims.found.append(_coverage_target(passage, clause, coverage))


def _coverage_target(passage: Passage, clause: Clause, coverage: Coverage) -> Target:
    scope = passage.text[slice(*coverage.scope)] if coverage.scope else None
    return _record(
        passage,
        clause,
        (coverage.start, coverage.end),
        indicator=phrase(passage.text[slice(*coverage.indicator)]),
        scope=scope,
        comparator="=",
        value=100.0,
        value_max=None,
        unit="%",
        kind="coverage",
        rule=f"target_{coverage.rule}",
        place=coverage.start,
    )


def _record(
    passage: Passage,
    clause: Clause,
    span: tuple[int, int],
    *,
    indicator: str,
    scope: str | None,
    comparator: Comparator,
    value: float,
    value_max: float | None,
    unit: str,
    kind: TargetKind,
    rule: str,
    place: int,
) -> Target:
    start, end = passage.words.place(*span)
    before = passage.text[clause.start : span[1]]
    return Target(
        measure=passage.section.id,
        indicator=indicator,
        indicator_key=indicator_key(indicator, unit),
        scope=scope,
        comparator=comparator,
        value=value,
        value_max=value_max,
        unit=unit,
        deadline=governing_year(passage.text, passage.clauses, place, passage.goal),
        kind=kind,
        strength="ensure" if ENSURES.search(before) else "aim" if AIMS.search(before) else "plain",
        quote=passage.plan.text[start:end],
        start=start,
        end=end,
        rule=rule,
    )
