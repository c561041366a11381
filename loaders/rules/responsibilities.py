"""Responsibility lines: which bodies are made answerable for a measure, in which role.

A line closes an item: a bracket (责任单位:…), a bracket that ends in 牵头, 配合 or 按职责分工负责, or a closing line
of its own. 牵头 in running prose assigns nothing. A line in a section above several items holds for all of them.
"""

from bisect import bisect_right
from dataclasses import replace
from typing import Protocol

from codebooks.institutions import near
from graph.facts import Responsibility, Role
from loaders.plan import Claims, Passed, Plan, Section
from loaders.rules.bodies import Named, Names
from loaders.rules.line_words import plain_of, plain_words
from loaders.rules.lists import Item
from loaders.rules.own_body import own_body
from loaders.rules.pieces import squeeze
from loaders.rules.remarks import LeadRule, holds_on, lead_remarks
from loaders.rules.responsibility_lines import Line, faults, lines

_Remark = tuple[str, int, LeadRule]
_NO_LINE = ("bracket_without_bodies", "remark_on_leads")
"""Rules by which a line that gave no body is no responsibility line at all."""


def read(plan: Plan) -> Claims[Responsibility]:
    """The responsibilities of a plan in the order of the text.

    Brackets that look like lines and are none come back as passed, lines that cannot be split as unread.
    """
    plain = plain_of(plan.folded)
    claims: Claims[Responsibility] = Claims()
    found: list[tuple[Section, Line]] = []
    for section in plan.sections:
        if section.kind in ("notice", "preamble", "goal"):
            continue
        section_lines, passed = lines(plain, section)
        claims.passed += passed
        for line in section_lines:
            claims.passed += [Passed("time_in_line", line.start + a, line.start + b) for a, b in line.reading.times]
            refused, odd = faults(line, plain)
            claims.unread += [place for place in odd if place.rule not in _NO_LINE]
            claims.passed += [place for place in odd if place.rule in _NO_LINE]
            if not refused:
                found.append((section, line))
    names = {key: Names(plan.place, _own(plan, key, found)) for key in plan.document_by_key}
    remarks = _remarks(plan, plain)
    elsewhere = Names(plan.place)
    for section, line in found:
        items = with_leads(line, _lead_rule(line, section, remarks))
        claims.found += records(plan, section, line, items, names.get(section.document, elsewhere))
    return claims


def unknown_bodies(found: list[Responsibility]) -> dict[str, list[str]]:
    """The institutions that the codebook does not know, each with names there that resemble it, best first."""
    return {fact.institution: near(fact.surface) for fact in found if fact.body is None and not fact.collective}


def _own(plan: Plan, document: str, found: list[tuple[Section, Line]]) -> str | None:
    """The department whose plan this document is, if it is one's."""
    printed = [
        squeeze(plan.folded[line.start + item.start : line.start + item.end])
        for section, line in found
        if section.document == document
        for item in line.reading.items
    ]
    return own_body(plan.document_by_key[document].issuer, plan.place.name, plan.folded, printed)


def _remarks(plan: Plan, plain: str) -> list[_Remark]:
    """Remarks on leads that hold for later lines: document, where they end, what they say; in the order of the text."""
    starts = [section.start for section in plan.sections]
    found: list[_Remark] = []
    for rule, start, end in lead_remarks(plain):
        index = bisect_right(starts, start) - 1
        if index >= 0 and holds_on(plain, start, end):
            found.append((plan.sections[index].document, end, rule))
    return found


def _lead_rule(line: Line, section: Section, remarks: list[_Remark]) -> LeadRule | None:
    """The remark on roles that governs a line: its own, else the last one before it, unless it prints roles itself."""
    if line.reading.lead_rule:
        return line.reading.lead_rule
    if line.reading.roles_printed:
        return None
    return next((r for doc, end, r in reversed(remarks) if doc == section.document and end <= line.start), None)


def with_leads(line: Line, rule: LeadRule | None) -> list[Item]:
    """The bodies of a line in order, with the leads that a remark points to."""
    items = sorted(line.reading.items, key=lambda item: item.start)
    if rule is None:
        return items
    printed = [item for item in items if not item.in_remark]

    def role(item: Item) -> Role:
        if item.in_remark:
            return "participant"
        before = {"before_comma": item.before_comma, "before_semicolon": item.before_semicolon}
        return "lead" if before.get(rule, item is printed[0]) else "participant"

    return [replace(item, role=role(item)) for item in items]


class Restorer(Protocol):
    """What gives the full names of bodies: ``Names``, or the departments of one body."""

    def restore(self, printed: list[str]) -> list[Named]:
        """The full names of a line's bodies in the order of the line."""


def records(plan: Plan, section: Section, line: Line, items: list[Item], names: Restorer) -> list[Responsibility]:
    """The records of one line, for its measure or for every measure below its section."""
    measures, rule = [section], line.rule
    if not section.is_measure:
        measures, rule = _below(plan, section), f"{line.rule}_of_section"
    plain, text = plain_of(plan.folded[line.start : line.end]), plan.text[line.start : line.end]
    restored = names.restore([squeeze(plain[item.start : item.end]) for item in items])
    printed = [squeeze(text[item.start : item.end]) for item in items]
    opened = in_open_list(plain, items)
    return [
        Responsibility(
            measure=str(measure.id),
            surface=surface,
            institution=_brackets_as_printed(named.institution, surface),
            role=item.role,
            collective=named.collective,
            position=position,
            open_list=is_open,
            body=named.body.key if named.body else None,
            functions=list(named.body.functions) if named.body else [],
            start=line.start + item.start,
            end=line.start + item.end,
            rule=rule,
        )
        for measure in measures
        for position, (item, surface, named, is_open) in enumerate(zip(items, printed, restored, opened, strict=True))
    ]


def in_open_list(plain: str, items: list[Item]) -> list[bool]:
    """For each body of a line, whether its list goes on with 等: right behind it, or behind a later one of its role."""
    opened: list[bool] = []
    for item, after in reversed([*zip(items, [*items[1:], None][: len(items)], strict=True)]):
        goes_on = after is not None and after.role == item.role and opened[-1]
        opened.append(plain[item.end :].lstrip().startswith("等") or goes_on)
    return opened[::-1]


def _brackets_as_printed(institution: str, printed: str) -> str:
    """An institution with the brackets of its printed name: all that it has come from there."""
    if "(" not in institution:
        return institution
    marks = iter(mark for mark in printed if plain_words(mark) in "()")
    return "".join(next(marks, char) if char in "()" else char for char in institution)


def _below(plan: Plan, section: Section) -> list[Section]:
    """The measures below a section."""
    return [
        other
        for other in plan.sections
        if other.is_measure and other.document == section.document and section.start <= other.start < section.end
    ]
