"""Targets: commitments to a quantity or to full coverage, one for each number, by the annotation guidelines.

A number with its unit is passed over by a named rule (``not_targets``), or read as a target where something commits to
it (a bound, a verb of doing, a share, each of something), or reported as unread. Coverage words make targets without a
number. Every span is a place in the source, and the words between are the quote.
"""

from bisect import bisect_left
from typing import Literal

from codebooks.quantities import indicator_key
from graph.facts import Comparator, Document, Target
from loaders.closing import ASSIGNS as LINE_ASSIGNS
from loaders.pattern import Pattern
from loaders.plan import Claims, Passed, Plan, Section, own_words
from loaders.rules.bounds import bound_of
from loaders.rules.clauses import LABELLED, Words, paragraphs
from loaders.rules.coverage import Coverage, Held, coverages
from loaders.rules.deadlines import governing_year
from loaders.rules.indicator_words import phrase
from loaders.rules.indicators import read_indicator
from loaders.rules.not_targets import quoted_spans, why_no_target
from loaders.rules.numbers import Quantity
from loaders.rules.passages import Accepted, Passage
from loaders.rules.readings import Reading
from loaders.rules.shares import is_counted_by_every, is_period
from loaders.rules.spots import Spot

ASSIGNS = Pattern(
    "the closing bracket that assigns a measure",
    r"[(\[](?:责任|牵头|配合|参与|主办|承办|主责|落实)(?:单位|部门|科室|处室)?",
    matches=("(责任单位:市财政局)", "[牵头单位:市教育局]"),
    near_misses=("(单位)", "责任单位"),
)
DIGIT = Pattern("a number in digits", r"\d", ("5个",), ("五个",))
STATE = Pattern(
    "headings of sections that describe what is reached already",
    r"(?:现状|(?:发展|工作|现实|规划)基础|成效|成就|成绩|进展|回顾|形势|问题|挑战|机遇|背景)$",
    matches=("发展基础", "主要成效", "面临形势", "规划背景"),
    near_misses=("发展目标", "夯实基础能力", "主要任务"),
)
ENSURES = Pattern(
    "words that put a commitment firmly",
    r"(?:确保|保证|必须|不得|不低于|不少于|不超过|严格控制)[^。;]{0,30}$",
    matches=("确保建成", "床位不少于"),
    near_misses=("力争建成", "确保安全。建成"),
)
AIMS = Pattern(
    "words that only aim at a commitment",
    r"(?:力争|争取|努力|逐步|原则上|鼓励|探索|争创|支持)[^。;]{0,30}$",
    matches=("力争建成", "鼓励各县建设"),
    near_misses=("建成", "力争上游。建成"),
)


def read(plan: Plan) -> Claims[Target]:
    """The targets of a plan's preamble, goals, tasks and safeguards, and every number passed over or unread."""
    claims: Claims[Target] = Claims()
    bearing = {section.document for section in plan.sections if section.is_measure}
    without = {document.key for document in plan.documents if document.kind == "other"} - bearing
    silent = {**dict.fromkeys(without, "document_without_measures"), **plan.silent}
    since = {document.key: _year_of(document) for document in plan.documents}
    late = "十四五" in plan.folded
    for section in own_words(plan, ("preamble", "goal", "task", "safeguard")):
        if reason := silent.get(section.document):
            begin = section.body if section.body < section.own_end else section.title_start
            claims.passed.append(Passed(f"target_in_{reason}", begin, section.own_end))
            continue
        year = since.get(section.document) or (LATE if late else None)
        _read_section(plan, section, claims, year)
    claims.found.sort(key=lambda target: (target.start, target.end))
    return claims


def _read_section(plan: Plan, section: Section, claims: Claims[Target], since: int | None) -> None:
    state = section.kind in ("preamble", "goal") and any(map(STATE.fits, (section.title, *section.parents)))
    goal, lead = section.kind == "goal", None
    for paragraph in _paragraphs(plan.folded, section):
        cut = assignment(paragraph.text)
        words = paragraph.head(cut)
        if DIGIT.re.search(paragraph.text, cut):
            claims.passed.append(Passed("target_in_assignment", *paragraph.place(cut, len(paragraph.text))))
        passage = Passage(words, goal, lead if LABELLED.fits(words.text) else None, since)
        if state:
            places = [words.place(number.start, number.end) for number in passage.quantities]
            claims.passed += [Passed("target_in_state_of_affairs", *place) for place in places]
            continue
        targets = [*_of_numbers(passage, claims), *_of_coverage(passage, claims)]
        claims.found += [_target(plan, section, passage, found) for found in targets]
        if words.text.endswith(":"):
            lead = passage.years[-1] if passage.years else None
        elif passage.led_by is None:
            lead = None


def _paragraphs(folded: str, section: Section) -> list[Words]:
    """The paragraphs of a section's own words; of an item that is all heading (1.建成公园3所。), the heading."""
    own = list(paragraphs(folded, section.body, section.own_end))
    is_leaf = section.own_end >= section.end and section.body > section.title_start
    if is_leaf and all(assignment(words.text) == 0 or LINE_ASSIGNS.fits(words.text) for words in own):
        return list(paragraphs(folded, section.title_start, section.own_end))
    return own


def _year_of(document: Document) -> int | None:
    """The first year of a document's period, else the year of its date: what it tells of earlier years is past."""
    return document.period_start or (int(document.date_issued[:4]) if document.date_issued else None)


def assignment(text: str) -> int:
    """Where the closing bracket that assigns a measure begins, the text's end where there is none."""
    if not text.rstrip("。;").endswith((")", "]")):
        return len(text)
    brackets = [match.start() for match in ASSIGNS.re.finditer(text)]
    return brackets[-1] if brackets else len(text)


# The first year of “十四五”: a plan that names it is not of an earlier one.
LATE = 2021
# How many targets before a number its bound can follow from.
LOOK_BACK = 8
# How far behind a target its sentence can say of what it is.
FOLLOWS = 60
# Words that are longer than this name no indicator that the codebook knows.
LONGEST_NAME = 200

type Found = tuple[Reading, Quantity | None, Comparator]


def _of_numbers(passage: Passage, claims: Claims[Target]) -> list[Found]:
    """The targets of a paragraph's numbers; the others are passed over or unread."""
    found: list[Found] = []
    spans = quoted_spans(passage) if passage.quantities else []
    for index, quantity in enumerate(passage.quantities):
        clause = passage.clause_at(quantity.start)
        reason = why_no_target(passage, quantity, spans) if clause else "mark"
        place = passage.words.place(quantity.start, quantity.end)
        if reason is not None or clause is None:
            claims.passed.append(Passed(f"target_{reason}", *place))
            continue
        before = [(one.quantity, one.bound) for one in passage.accepted[-LOOK_BACK:]]
        bound = bound_of(passage.text, clause, index, passage.quantities, before)
        spot = Spot(passage, clause, index, bound)
        if is_counted_by_every(spot) or is_period(spot):
            claims.passed.append(Passed("target_said_by_every", *place))
            continue
        reading = read_indicator(spot)
        if reading is None:
            if spot.is_subject:
                claims.passed.append(Passed("target_subject_of_another", *place))
            elif quantity.unit is None and not quantity.ratio:
                claims.passed.append(Passed("target_no_unit", *place))
            else:
                claims.unread.append(Passed("number_without_commitment", *place))
            continue
        passage.accepted.append(Accepted(quantity, bound, reading))
        found.append((reading, quantity, "=" if quantity.value_max is not None else bound.comparator))
    return found


def _of_coverage(passage: Passage, claims: Claims[Target]) -> list[Found]:
    """The commitments to full coverage of a paragraph; a universal beside a number says no more than the number."""
    found: list[Found] = []
    starts = [one.quantity.start for one in passage.accepted]
    for clause, coverage in coverages(passage):
        if isinstance(coverage, Held):
            claims.passed.append(Passed(f"target_{coverage.rule}", *passage.words.place(coverage.start, coverage.end)))
            continue
        counted = bisect_left(starts, clause.start) < bisect_left(starts, clause.end)
        if not counted or coverage.rule == "coverage_word":
            found.append((_covers(passage.text, coverage), None, "="))
    return found


def _covers(text: str, coverage: Coverage) -> Reading:
    """A commitment to full coverage as a reading: 100 %."""
    scope = text[slice(*coverage.scope)] if coverage.scope else None
    words = phrase(text[slice(*coverage.indicator)])
    return Reading(coverage.start, coverage.end, words, scope, "%", "coverage", coverage.rule)


def _target(plan: Plan, section: Section, passage: Passage, found: Found) -> Target:
    """The record of a reading; without a quantity it is full coverage."""
    reading, quantity, comparator = found
    start, end = passage.words.place(reading.start, reading.end)
    named = len(reading.indicator) <= LONGEST_NAME
    last = passage.clause_at(reading.end - 1)
    place = quantity.start if quantity else max(reading.start, last.start if last else 0)
    return Target(
        measure=section.id,
        indicator=reading.indicator,
        indicator_key=_key(section, passage, reading) if named else None,
        scope=reading.scope,
        comparator=comparator,
        value=quantity.value if quantity else 100.0,
        value_max=quantity.value_max if quantity else None,
        unit=reading.unit,
        deadline=governing_year(passage, place),
        kind=reading.kind,
        strength=_strength(passage, place, reading.end),
        quote=plan.text[start:end],
        start=start,
        end=end,
        rule=f"target_{reading.rule}",
    )


def _key(section: Section, passage: Passage, reading: Reading) -> str | None:
    """The comparable indicator, by the words themselves, else by their sentence and heading, else with their scope."""
    clause = passage.clause_at(reading.start)
    sentence = passage.text[passage.sentence_start(clause) : reading.end + FOLLOWS] if clause else ""
    around = f"{section.title}|{sentence.split('。')[0]}"
    return indicator_key(reading.indicator, reading.unit, reading.kind, reading.scope, around)


def _strength(passage: Passage, place: int, end: int) -> Literal["ensure", "aim", "plain"]:
    """How firmly a commitment is put, by the words of its clause up to its end."""
    clause = passage.clause_at(place)
    before = passage.text[clause.start if clause else place : end]
    return "ensure" if ENSURES.fits(before) else "aim" if AIMS.fits(before) else "plain"
