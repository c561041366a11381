"""Responsibility lines: which bodies are made answerable for a measure, in which role.

A line closes an item: a bracket (责任单位:…), a bracket that ends in 牵头, 配合 or 按职责分工负责, or a closing line
of its own. 牵头 in running prose assigns nothing. A line in a section above several items holds for all of them.
"""

from dataclasses import replace

from codebooks.institutions import near
from graph.facts import Responsibility, Role
from loaders.plan import Claims, Passed, Plan, Section
from loaders.rules.bodies import Names
from loaders.rules.lists import Item, Reading, read_line
from loaders.rules.own_body import own_body
from loaders.rules.remarks import PLAIN, LeadRule, holds_on, lead_remark
from loaders.rules.responsibility_lines import Line, faults, lines


def read(plan: Plan) -> Claims[Responsibility]:
    """The responsibilities of a plan in the order of the text.

    Brackets that look like lines and are none come back as passed, lines that cannot be split as unread.
    """
    plain = plan.folded.translate(PLAIN)
    claims: Claims[Responsibility] = Claims()
    found: list[tuple[Section, Line, Reading]] = []
    for section in plan.sections:
        if section.kind in ("notice", "preamble", "goal"):
            continue
        section_lines, passed = lines(plain, section)
        claims.passed += passed
        for line in section_lines:
            reading = read_line(plain[line.start : line.end])
            claims.passed += [Passed("time_in_line", line.start + a, line.start + b) for a, b in reading.times]
            refused, odd = faults(reading, line, plain)
            claims.unread += [place for place in odd if place.rule != "bracket_without_bodies"]
            claims.passed += [place for place in odd if place.rule == "bracket_without_bodies"]
            if not refused:
                found.append((section, line, reading))
    names = {key: Names(plan.place, _own(plan, key, found)) for key in plan.document_by_key}
    remarks = _remarks(plan, plain)
    for section, line, reading in found:
        rule = _lead_rule(reading, line, section, remarks)
        facts = _facts(plan, section, line, _with_leads(reading, rule), names.get(section.document, Names(plan.place)))
        claims.found += facts
    return claims


def unknown_bodies(found: list[Responsibility]) -> dict[str, list[str]]:
    """The institutions that the codebook does not know, each with names there that resemble it, best first."""
    return {fact.institution: near(fact.surface) for fact in found if fact.body is None and not fact.collective}


def _own(plan: Plan, document: str, found: list[tuple[Section, Line, Reading]]) -> str | None:
    """The department whose plan this document is, if it is one's."""
    printed = [
        _squeeze(plan.folded[line.start + item.start : line.start + item.end])
        for section, line, reading in found
        if section.document == document
        for item in reading.items
    ]
    return own_body(plan.document_by_key[document].issuer, plan.place.name, plan.folded, printed)


def _remarks(plan: Plan, plain: str) -> list[tuple[str, int, LeadRule]]:
    """Remarks on leads that hold for later lines: document, where they end, what they say; in the order of the text."""
    found = []
    for section in plan.sections:
        at = section.title_start
        while (remark := lead_remark(plain[: section.own_end], at)) is not None:
            rule, start, at = remark
            if holds_on(plain, start, at):
                found.append((section.document, at, rule))
    return found


def _lead_rule(
    reading: Reading, line: Line, section: Section, remarks: list[tuple[str, int, LeadRule]]
) -> LeadRule | None:
    """The remark on roles that governs a line: its own, else the last one before it, unless it prints roles itself."""
    if reading.lead_rule:
        return reading.lead_rule
    if reading.roles_printed:
        return None
    return next((r for doc, end, r in reversed(remarks) if doc == section.document and end <= line.start), None)


def _with_leads(reading: Reading, rule: LeadRule | None) -> list[Item]:
    """The bodies of a line in order, with the leads that a remark points to."""
    items = sorted(reading.items, key=lambda item: item.start)
    if rule is None:
        return items
    printed = [item for item in items if not item.in_remark]

    def role(item: Item) -> Role:
        leads = not item.in_remark and (item is printed[0] if rule == "first_named" else item.before_comma)
        return "lead" if leads else "participant"

    return [replace(item, role=role(item)) for item in items]


def _facts(plan: Plan, section: Section, line: Line, items: list[Item], names: Names) -> list[Responsibility]:
    """The records of one line, for its measure or for every measure below its section."""
    if section.is_measure:
        measures, rule = [section], line.rule
    else:
        measures = [
            s
            for s in plan.sections
            if s.is_measure and s.document == section.document and section.start <= s.start < section.end
        ]
        rule = f"{line.rule}_of_section"
    spans = [(line.start + item.start, line.start + item.end) for item in items]
    restored = names.restore([_squeeze(_printed(plan, a, b)) for a, b in spans])
    return [
        Responsibility(
            measure=str(measure.id),
            surface=_squeeze(plan.text[start:end]),
            institution=named.institution,
            role=item.role,
            collective=named.collective,
            position=position,
            body=named.body.key if named.body else None,
            functions=list(named.body.functions) if named.body else [],
            start=start,
            end=end,
            rule=rule,
        )
        for measure in measures
        for position, (item, (start, end), named) in enumerate(zip(items, spans, restored, strict=True))
    ]


def _printed(plan: Plan, start: int, end: int) -> str:
    """A name with look-alike characters replaced and its brackets as printed."""
    pairs = zip(plan.text[start:end], plan.folded[start:end], strict=True)
    return "".join(raw if raw.translate(PLAIN) in "()" else folded for raw, folded in pairs)


def _squeeze(words: str) -> str:
    return "".join(words.split())
