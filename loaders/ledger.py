"""The ledger of a text: each clause is read, ignored by a named rule, or unread, and never two of them.

A clause is a run of words up to , ; 。 ! ? or the end of its line. It is *read* where a fact was taken from it,
*ignored* where a rule names why nothing was (a number that is no target, page furniture, narration), and *unread* where
it lies outside all sections, where a rule gave up on it, or where it bears a mark of a fact (a number, 《, full
coverage, an assignment) that no rule took or passed over: one number read in a clause does not excuse another.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import Literal, NamedTuple

from loaders.claims import AllClaims
from loaders.pattern import Pattern
from loaders.plan import Passed, Plan, Section

type State = Literal["read", "ignored", "unread"]

CLAUSE = Pattern(
    "clause",
    r"[^,;。!?\n]*[^\s,;。!?][^,;。!?\n]*",
    matches=("建成中心,配齐人员",),
    near_misses=(" ,。\n",),
)
NUMBER = Pattern("number as a mark", r"\d[\d.,]*", matches=("建成12个",), near_misses=("建成一批中心",))
# Each wording begins with a character of its own: the scan over a long text skips to these characters.
MARK = Pattern(
    "word as a mark",
    "《|百分之|全(?:面)?覆盖|"
    + "|".join(
        f"{verb}(?:单位|部门|科室|处室|股室)[::)]"
        for verb in ("责任", "牵头", "配合", "主办", "主责", "承办", "协办", "参与")
    ),
    matches=("百分之五", "服务全覆盖", "全面覆盖", "《某市方案》", "牵头单位:市甲局", "(责任单位)市甲局"),
    near_misses=("覆盖全市", "落实责任单位的工作"),
)
KINDS = {"《": "document", "百": "number", "全": "coverage"}  # by a mark's first character; any other is an assignment
# Whose finding or passing over settles a mark.
SETTLED_BY = {
    "number": frozenset({"targets", "citations", "outline", "furniture"}),
    "coverage": frozenset({"targets", "citations", "outline", "furniture"}),
    "document": frozenset({"citations", "outline", "furniture"}),
    "assignment": frozenset({"responsibilities", "outline", "furniture"}),
}
REASONS = {
    "number": "number_not_read",
    "coverage": "coverage_not_read",
    "document": "named_document_without_citation",
    "assignment": "assignment_without_body",
}
# Of furniture, what is read for the document's own fields.
READ_FURNITURE = frozenset({"header_field", "signature", "annex_list"})


class Entry(NamedTuple):
    """A clause, and the rule that read it, ignored it, or left it."""

    start: int
    end: int
    state: State
    rule: str


class Span(NamedTuple):
    """A place that a rule has said something about. ``room``: which kind of rule; ``state``: what became of it."""

    start: int
    end: int
    state: State
    rule: str
    room: str


def ledger(plan: Plan, claims: AllClaims) -> Iterator[Entry]:
    """Every clause of the text in order."""
    spans, sections = _spans(plan, claims), sorted(plan.sections, key=lambda section: section.start)
    assigned = sorted(item.start for item in (*claims.responsibilities.found, *claims.responsibilities.passed))
    marks = _marks(plan.folded)
    mark = next(marks, None)
    active: list[Span] = []
    at, index = 0, -1
    for clause in CLAUSE.re.finditer(plan.folded):
        start, end = clause.span()
        while at < len(spans) and spans[at].start < end:
            active.append(spans[at])
            at += 1
        if active:
            active = [span for span in active if span.end > start]
        while index + 1 < len(sections) and sections[index + 1].start < end:
            index += 1
        section = sections[index] if index >= 0 and start < sections[index].own_end else None
        inside = []
        while mark is not None and mark[0] < end:
            inside.append(mark)
            mark = next(marks, None)
        open_marks = _open(plan, section, inside, active, assigned) if inside and section else []
        yield Entry(start, end, *_state(active, open_marks, section))


def _marks(folded: str) -> Iterator[tuple[int, str]]:
    """The marks of facts in a text: places in order, with their kinds."""
    numbers = ((found.start(), "number") for found in NUMBER.re.finditer(folded))
    words = ((found.start(), KINDS.get(folded[found.start()], "assignment")) for found in MARK.re.finditer(folded))
    return merge(numbers, words)


def _open(
    plan: Plan, section: Section, marks: Sequence[tuple[int, str]], active: Sequence[Span], assigned: list[int]
) -> list[str]:
    """The marks that no rule settled. In a notice only named documents are looked for."""
    found = []
    for place, kind in marks:
        if section.kind == "notice" and kind != "document":
            continue
        if any(span.start <= place < span.end and span.room in SETTLED_BY[kind] for span in active):
            continue
        if kind == "document" and any(
            place < span.end and span.start <= place + 1 for span in _of(active, "citations")
        ):
            continue
        if kind == "assignment":
            line_end = plan.folded.find("\n", place, section.own_end)
            body = bisect_right(assigned, place)
            if body < len(assigned) and assigned[body] < (line_end if line_end >= 0 else section.own_end):
                continue
        found.append(kind)
    return found


def _of(active: Iterable[Span], room: str) -> Iterator[Span]:
    return (span for span in active if span.room == room)


def _state(active: Sequence[Span], open_marks: Sequence[str], section: Section | None) -> tuple[State, str]:
    """What became of a clause, and by which rule."""
    if active:
        given_up = next((span.rule for span in active if span.state == "unread"), None)
        if given_up:
            return "unread", given_up
    if open_marks:
        return "unread", REASONS[open_marks[0]]
    if active:
        read = [span for span in active if span.state == "read"]
        return ("read", read[-1].rule) if read else ("ignored", active[0].rule)
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
    spans += [
        Span(one.start, one.body, "read", f"heading_{one.rule}", "outline") for one in plan.sections if one.number
    ]
    for room, claim in claims.by_room.items():
        spans += [Span(item.start, item.end, "read", item.rule, room) for item in claim.found]
        spans += [Span(item.start, item.end, "ignored", item.rule, room) for item in _wholes(claim.passed)]
        spans += [Span(item.start, item.end, "unread", item.rule, room) for item in claim.unread]
    spans.sort()
    return spans


def _wholes(passed: Iterable[Passed]) -> Iterator[Passed]:
    return (item for item in passed if item.start < item.end)
