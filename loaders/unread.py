"""Strict reading: what no rule read and no named rule ignored, and where the outline has gaps.

A clause is reported where it looks like a fact: text outside all sections, a closing line that assigns a measure but
gave no body, a name in 《》 that is no citation, and what a rule itself gave up on.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from graph.facts import Citation, Responsibility, Unread
from loaders.lines import read_lines
from loaders.plan import Passed, Plan, Section

_ASSIGNS = re.compile(r"(?:责任单位|牵头单位|责任部门|牵头部门)[::]|\([^()]{2,200}(?:负责|牵头|牵头负责|配合)\)。?$")
_NAMED = re.compile(r"《[^《》]{2,120}")
_QUOTE = 40  # characters of an unread clause that a report shows


def unread(
    plan: Plan,
    left: Iterable[Passed],
    responsibilities: Sequence[Responsibility],
    citations: Sequence[Citation],
    passed: Sequence[Passed],
) -> list[Unread]:
    """Every clause that was not read, in the order of the text."""
    places = [(item.rule, item.start, item.end) for item in left]
    places += _outside(plan)
    places += _unassigned(plan, responsibilities)
    places += _uncited(plan, citations, passed)
    found = {(start, end, reason) for reason, start, end in places if start < end}
    starts, sections = _index(plan)
    return [
        Unread(
            measure=_holder(starts, sections, start),
            reason=reason,
            quote=plan.text[start : min(end, start + _QUOTE)],
            start=start,
            end=end,
        )
        for start, end, reason in sorted(found)
    ]


def gaps(plan: Plan) -> list[str]:
    """A note for each number that the outline skips or repeats among its siblings."""
    notes: list[str] = []
    last: dict[tuple[str, str | None, str], int] = {}
    for section in plan.sections:
        if not section.id or not section.number:
            continue
        value = int(re.sub(r"-\d+$", "", section.id).rsplit(".", 1)[-1].rsplit("/", 1)[-1])
        kind = re.sub(r"[\d一二三四五六七八九十百〇零 ]+", "#", plan.folded[section.start : section.title_start])
        key = (section.document, section.above, kind)
        before = last.get(key)
        if before is not None and value != before + 1:
            what = "repeated" if value == before else "out of order" if value < before else f"after {before}"
            notes.append(f"outline: the number {section.number} ({section.id}) is {what}")
        last[key] = value
    return notes


def _index(plan: Plan) -> tuple[list[int], list[Section]]:
    sections = sorted(plan.sections, key=lambda section: section.start)
    return [section.start for section in sections], sections


def _holder(starts: list[int], sections: list[Section], place: int) -> str | None:
    """The id of the section whose own words hold this place."""
    index = bisect_right(starts, place) - 1
    return sections[index].id if index >= 0 and place < sections[index].own_end else None


def _outside(plan: Plan) -> list[tuple[str, int, int]]:
    """Lines that belong to no section, no title and no named rule."""
    covered = [(section.start, section.own_end) for section in plan.sections]
    covered += [(start, end) for start, end, _ in plan.furniture]
    covered += [(document.start, document.end) for document in plan.documents if document.title]
    covered.sort()
    found, reach, index = [], 0, 0
    for line in read_lines(plan.source):
        while index < len(covered) and covered[index][0] <= line.start:
            reach = max(reach, covered[index][1])
            index += 1
        if line.start >= reach:
            found.append(("outside_sections", line.start, line.end))
    return found


def _unassigned(plan: Plan, responsibilities: Sequence[Responsibility]) -> list[tuple[str, int, int]]:
    """Closing lines that assign a measure which has no responsibility."""
    assigned = {item.measure for item in responsibilities}
    found = []
    for section in plan.sections:
        if section.is_measure and section.id not in assigned:
            line = plan.folded.rfind("\n", section.start, section.own_end) + 1 or section.start
            if match := _ASSIGNS.search(plan.folded, line, section.own_end):
                found.append(("assignment_without_body", match.start(), section.own_end))
    return found


def _uncited(plan: Plan, citations: Sequence[Citation], passed: Sequence[Passed]) -> list[tuple[str, int, int]]:
    """Names in 《》 inside sections that gave no citation and that no rule passed over."""
    spans = sorted([(item.start, item.end) for item in citations] + [(item.start, item.end) for item in passed])
    starts = [start for start, _ in spans]
    found = []
    for section in plan.sections:
        for match in _NAMED.finditer(plan.folded, section.body, section.own_end):
            index = bisect_right(starts, match.end()) - 1
            near = spans[max(0, index - 8) : index + 1]
            if not any(start < match.end() and end > match.start() for start, end in near):
                found.append(("named_document_without_citation", match.start(), match.end()))
    return found
