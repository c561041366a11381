"""The ledger of a text: each clause is read, ignored by a named rule, or unread, and never two of them.

A clause is a run of words up to , ; 。 ! ? or the end of its line or cell. It is *read* where a fact was taken from it,
*ignored* where a rule names why nothing was (a number that is no target, page furniture, narration), and *unread* where
it lies outside all sections, where a rule gave up on it, or where it bears a mark of a fact (a number, 《, full
coverage, an assignment) that no rule took or passed over: one number read in a clause does not excuse another.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from loaders.claims import AllClaims
from loaders.labels import label_at
from loaders.marks import Span, State, open_marks
from loaders.pattern import Pattern
from loaders.plan import Passed, Plan, Section, Source, Table

TABLE_ROW = "table_row"
TAB = re.compile("\t")
_NO_MARK = (sys.maxsize, "")
MOST_ACTIVE = 64  # spans over one clause that are looked at, the last to begin

CLAUSE = Pattern(
    "clause",
    r"[^\s,;。!?][^,;。!?\n\t]*",
    matches=("建成中心,配齐人员",),
    near_misses=(" ,。\n",),
)
REASONS = {
    "number": "number_not_read",
    "coverage": "coverage_not_read",
    "document": "named_document_without_citation",
    "assignment": "assignment_without_body",
}
# What only comparing needs from the words: that a clause speaks of a topic does not make it read.
APART = frozenset({"topics"})
# Of furniture, what is read for the document's own fields.
READ_FURNITURE = frozenset({"header_field", "signature", "annex_list"})


class Entry(NamedTuple):
    """A clause, and the rule that read it, ignored it, or left it."""

    start: int
    end: int
    state: State
    rule: str


def ledger(plan: Plan, claims: AllClaims, only_unread: bool = False) -> Iterator[Entry]:
    """Every clause of the text in order, those of tables too. ``only_unread``: only the unread ones, in less time."""
    folded = with_cells(plan.source)
    spans = _spans(plan, claims)
    following = [*(span.start for span in spans), len(folded) + 1]
    gave_up = any(span.state == "unread" for span in spans)
    marks = open_marks(folded, spans, claims)
    mark = next(marks, _NO_MARK)
    section_of = _Sections(plan)
    section, until = None, -1
    active: list[Span] = []
    at = 0
    for clause in CLAUSE.re.finditer(folded):
        start, end = clause.span()
        while following[at] < end:
            active.append(spans[at])
            at += 1
        if active:
            active = [span for span in active[-MOST_ACTIVE:] if span.end > start]
        if end > until:
            section, until = section_of(start, end)
        kinds = []
        while mark[0] < end:
            kinds += [mark[1]] if section and _counts(mark[1], section) else []
            mark = next(marks, _NO_MARK)
        if only_unread and not kinds and not gave_up and (active or (section and section.rule != "annex")):
            continue
        entry = Entry(start, end, *_state(active, kinds, section))
        if not only_unread or entry.state == "unread":
            yield entry


def with_cells(source: Source) -> str:
    """The folded text with the tabs of its tables, which part one cell from the next."""
    pieces, at = [], 0
    for table in source.tables:
        for tab in TAB.finditer(source.text, table.start, table.end):
            pieces += [source.folded[at : tab.start()], "\t"]
            at = tab.end()
    return "".join([*pieces, source.folded[at:]])


class _Sections:
    """The section of each clause, asked for in the order of the text: a row of a table before the section around it."""

    def __init__(self, plan: Plan) -> None:
        ordered = sorted(plan.sections, key=lambda section: section.start)
        rows = [section for section in ordered if section.rule == TABLE_ROW]
        self.lists = [rows, [section for section in ordered if section.rule != TABLE_ROW]] if rows else [ordered]
        self.places = [-1] * len(self.lists)

    def __call__(self, start: int, end: int) -> tuple[Section | None, int]:
        """The section whose own words hold the clause from ``start`` to ``end``, and up to where it is the answer."""
        found, until = None, end
        nexts = []
        for number, sections in enumerate(self.lists):
            place = self.places[number]
            while place + 1 < len(sections) and sections[place + 1].start < end:
                place += 1
            self.places[number] = place
            nexts += [sections[place + 1].start] if place + 1 < len(sections) else []
            if found is None and place >= 0 and start < sections[place].own_end:
                found = sections[place]
        if found is not None:
            until = max(end, min([found.own_end, *nexts]))
        return found, until


def _counts(kind: str, section: Section) -> bool:
    """Whether an open mark makes its clause unread: in a notice only named documents do."""
    return kind == "document" or section.kind != "notice" or section.rule == "annex"


def _state(active: Sequence[Span], kinds: Sequence[str], section: Section | None) -> tuple[State, str]:
    """What became of a clause, and by which rule."""
    if active:
        given_up = next((span.rule for span in active if span.state == "unread"), None)
        if given_up:
            return "unread", given_up
    if kinds:
        return "unread", REASONS[kinds[0]]
    if active:
        read = [span for span in active if span.state == "read"]
        return ("read", read[-1].rule) if read else ("ignored", active[-1].rule)
    if section is None:
        return "unread", "outside_sections"
    if section.rule == "annex":
        return "unread", "annex_not_read"
    return "ignored", "notice_text" if section.kind == "notice" else "narration"


def _spans(plan: Plan, claims: AllClaims) -> list[Span]:
    """Every place that a rule has said something about, by its start."""
    spans = [Span(start, end, "read" if rule in READ_FURNITURE else "ignored", rule, "furniture")
             for start, end, rule in plan.furniture]  # fmt: skip
    spans += [Span(one.start, one.end, "read", "title", "furniture") for one in plan.documents if one.title]
    spans += [span for table in plan.source.tables if table.kind for span in _of_table(plan, table)]
    spans += [
        Span(one.start, one.body, "read", f"heading_{one.rule}", "outline") for one in plan.sections if one.number
    ]
    for room, claim in claims.by_room.items():
        if room in APART:
            continue
        spans += [Span(item.start, item.end, "read", item.rule, room) for item in claim.found]
        spans += [Span(item.start, item.end, "ignored", item.rule, room) for item in _wholes(claim.passed)]
        spans += [Span(item.start, item.end, "unread", item.rule, room) for item in claim.unread]
    spans.sort()
    return spans


def _of_table(plan: Plan, table: Table) -> Iterator[Span]:
    """A table of known kind: its first row names the columns, a number alone in its first column or at the head of
    a cell is that of a row, and what nothing is read from is a cell that says no fact, unless it bears a mark."""
    yield Span(table.start, table.end, "ignored", "table_cell", "tables")
    for cell in table.cells:
        if cell.row == 0:
            yield Span(cell.start, cell.end, "ignored", "table_head", "furniture")
        elif cell.column == 0 and plan.source.text[cell.start : cell.end].strip().isdecimal():
            yield Span(cell.start, cell.end, "ignored", "table_number", "furniture")
        elif label := label_at(plan.source.folded, cell.start):
            yield Span(cell.start, cell.start + label.length, "ignored", "table_number", "furniture")


def _wholes(passed: Iterable[Passed]) -> Iterator[Passed]:
    return (item for item in passed if item.start < item.end)
