"""Responsibility lines: which bodies are made answerable for a measure, in which role.

A line closes an item: a bracket (责任单位:…), a bracket that ends in 牵头, 配合 or 按职责分工负责, or a closing line of its
own. 牵头 in running prose assigns nothing. A line in a section above several items holds for all of them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from codebooks.institutions import functions, identify
from graph.facts import Responsibility, Role
from loaders.plan import Claims, Passed, Plan, Section
from loaders.rules.bodies import DEPARTMENT, Named, Names
from loaders.rules.lists import BODY_END, LABEL, PLAIN, Item, LeadRule, Reading, lead_remark, read_line

_ASSIGNS = re.compile(
    r"牵头|责任单位|责任部门|配合单位|分工负责|分别负责|共同负责|负责[。)\s]*$|配合[。)\s]*$|参与[。)\s]*$|落实[。)\s]*$"
)
_ALARM = re.compile(r"牵头|责任")
_BARE_LABEL = re.compile(
    r"(?:^|(?<=\n)|(?<=[。;\n] ))[ \t]*(?=(?:第一|主要)?(?:责任|牵头|主办|主责|配合|协办|参与)\(?[^,;。:\n]{0,6}(?:单位|部门|科室|处室)\)?[ \t]*:)"
)
_AFTER_STOP = re.compile(r"(?<=。)[ \t]*(?=(?:责任|牵头|主办|主责|配合|参与)(?:责任)?(?:单位|部门)[ \t]*:)")
_HOLDS_ON = re.compile(r"下同|以下|下列|下述")
_OWN_COLLECTIVE = re.compile(r"各[县市区旗州、()]+([一-鿿]{2,12}?)(?:局|委员会|委)(?![一-鿿]*政府)")
_OWN_WORK = re.compile(r"全[省市县区]([一-鿿]{2,8}?)工作")


@dataclass(frozen=True, slots=True)
class Line:
    """A responsibility line found in a text: the span of its words, without outer brackets."""

    start: int
    end: int
    rule: str


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
        for line in _lines(plain, section, claims):
            reading = read_line(plain[line.start : line.end])
            if _acceptable(reading, line, plain, claims):
                found.append((section, line, reading))
    names = {key: Names(plan.place, own_body(plan, key, found)) for key in plan.document_by_key}
    remarks = _remarks(plan, plain)
    for section, line, reading in found:
        rule = _lead_rule(reading, line, section, remarks)
        facts = _facts(plan, section, line, _with_leads(reading, rule), names.get(section.document, Names(plan.place)))
        claims.found += facts
    return claims


def _lines(plain: str, section: Section, claims: Claims[Responsibility]) -> Iterator[Line]:
    """The responsibility lines in a section's heading and own words, in order."""
    start, end = section.title_start, section.own_end
    taken: list[tuple[int, int]] = []
    for opened, closed in brackets(plain, start, end):
        line = _bracket_line(plain, opened, closed, end, claims)
        if line:
            taken.append((opened, closed + 1))
            yield line
    yield from _bare_lines(plain, start, end, taken)


def brackets(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Outermost brackets as (opening, closing) offsets; an opening one that never closes ends at its paragraph."""
    found, stack = [], []
    for at in range(start, end):
        if plain[at] == "(":
            stack.append(at)
        elif plain[at] == ")" and stack:
            opened = stack.pop()
            if not stack:
                found.append((opened, at))
        elif plain[at] == "\n" and stack and not LABEL.match(plain, stack[0] + 1):
            stack.clear()
    if stack and LABEL.match(plain, stack[0] + 1):
        found.append((stack[0], end))
    return found


def _bracket_line(plain: str, opened: int, closed: int, end: int, claims: Claims[Responsibility]) -> Line | None:
    """The line in a bracket, or None with the reason kept: a label makes one anywhere, other words only at the close."""
    inside = plain[opened + 1 : closed]
    label = LABEL.match(plain, opened + 1)
    if label and label.end() < closed and label.lastgroup != "other":
        return Line(opened + 1, closed, "labelled_bracket")
    if label and LABEL.search(inside, label.end() - opened - 1):
        return Line(opened + 1, closed, "labelled_bracket")
    rest = plain[closed + 1 : end].split("\n")[0]
    if rest.strip(" 。;.,"):
        if _ASSIGNS.search(inside):
            claims.passed.append(Passed("bracket_in_running_text", opened, closed + 1))
        return None
    if _ASSIGNS.search(inside):
        return Line(opened + 1, closed, "closing_bracket")
    pieces = [piece for piece in re.split(r"[、,;和]", inside) if piece.strip()]
    known = [identify(piece.strip()) is not None and re.match(r"\s*[市省区县]", piece) is not None for piece in pieces]
    return Line(opened + 1, closed, "bracket_of_bodies") if known and all(known) else None


def _bare_lines(plain: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[Line]:
    """Closing lines without brackets: lines that begin with a label, and a last line that is a list with roles."""
    text = plain[start:end]
    marks = sorted({m.end() for p in (_BARE_LABEL, _AFTER_STOP) for m in p.finditer(text)})
    marks = [m for m in marks if not any(a <= start + m < b for a, b in taken)]
    stop = 0
    for mark in marks:
        if mark < stop:
            continue
        stop = _end_of_lines(text, mark)
        yield Line(start + mark, start + stop, "labelled_line")
    if marks or taken:
        return
    last = text.rstrip().rsplit("\n", 1)
    if (
        len(last) == 2
        and len(last[1]) < 200
        and re.search(r"(?:牵头|负责|配合|参与|落实)[。 ]*$", last[1])
        and not re.search(r"^\s*由|。.", last[1])
    ):
        reading = read_line(last[1])
        names = [_squeeze(last[1][item.start : item.end]) for item in reading.items]
        if (
            names
            and not reading.odd
            and all(identify(n) or identify(n, "collective") or identify(n, "department") for n in names)
        ):
            at = start + len(last[0]) + 1
            yield Line(at, at + len(last[1]), "closing_line")


def _end_of_lines(text: str, mark: int) -> int:
    """The end of a labelled line: it runs on over a break after 、, inside a name, and into a next labelled line."""
    stop = mark
    while True:
        line_end = text.find("\n", stop)
        line_end = len(text) if line_end < 0 else line_end
        rest = text[line_end:].lstrip()
        following = len(text) - len(rest)
        words = text[mark:line_end].rstrip()
        broken = words.endswith("、") or (
            words[-1:] not in "。;)" and not BODY_END.search(words) and len(rest.split("\n")[0]) < 60
        )
        if rest and (LABEL.match(rest) or broken):
            stop = following
            continue
        return mark + len(words)


def _acceptable(reading: Reading, line: Line, plain: str, claims: Claims[Responsibility]) -> bool:
    """Whether a line's words are bodies; what is odd in it, or the whole line, is reported."""
    claims.passed += [Passed("time_in_line", line.start + a, line.start + b) for a, b in reading.times]
    words = [_squeeze(plain[line.start + i.start : line.start + i.end]) for i in reading.items]
    labelled = line.rule.startswith("labelled")
    fits = all(BODY_END.search(word) or identify(word, "collective") for word in words) and not reading.odd
    if reading.items and (labelled or fits):
        claims.unread += [Passed("no_body", line.start + a, line.start + b) for a, b in reading.odd]
        return True
    sort = claims.unread if _ALARM.search(plain[line.start : line.end]) else claims.passed
    sort.append(Passed("line_not_split" if sort is claims.unread else "bracket_without_bodies", line.start, line.end))
    return False


def _remarks(plan: Plan, plain: str) -> list[tuple[str, int, LeadRule]]:
    """Remarks on roles that hold for later lines: document, where they end, what they say; in the order of the text."""
    found = []
    for section in plan.sections:
        at = section.title_start
        while remark := lead_remark(plain[at : section.own_end]):
            rule, length = remark
            around = plain[max(at, at + length - 40) : at + length + 6]
            if _HOLDS_ON.search(around):
                found.append((section.document, at + length, rule))
            at += length
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

    return [Item(item.start, item.end, role(item), item.before_comma, item.in_remark) for item in items]


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
        _fact(str(measure.id), plan, item.role, position, span, named, rule)
        for measure in measures
        for position, (item, span, named) in enumerate(zip(items, spans, restored, strict=True))
    ]


def _fact(
    measure: str, plan: Plan, role: Role, position: int, span: tuple[int, int], named: Named, rule: str
) -> Responsibility:
    return Responsibility(
        measure=measure,
        surface=_squeeze(plan.text[span[0] : span[1]]),
        institution=named.institution,
        role=role,
        collective=named.collective,
        position=position,
        body=named.body.key if named.body else None,
        functions=list(named.body.functions) if named.body else [],
        start=span[0],
        end=span[1],
        rule=rule,
    )


def _printed(plan: Plan, start: int, end: int) -> str:
    """A name with look-alike characters replaced and its brackets as printed."""
    pairs = zip(plan.text[start:end], plan.folded[start:end], strict=True)
    return "".join(raw if raw.translate(PLAIN) in "()" else folded for raw, folded in pairs)


def _squeeze(words: str) -> str:
    return "".join(words.split())


def own_body(plan: Plan, document: str, found: list[tuple[Section, Line, Reading]]) -> str | None:
    """The department whose plan it is, by its official name without the place: the issuer where it is a department, else,
    where most lines name departments, the body whose field the text calls its own (各县区某某局, 全市某某工作)."""
    issuer = plan.document_by_key[document].issuer
    if issuer and "、" not in issuer:
        body = identify(issuer.replace(plan.place.name, ""))
        official = body.zh if body and body.branch == "government" else None
        return None if body is None or body.key in ("government_office", "city_government") else official
    plain = plan.folded.translate(PLAIN)
    names = [
        _squeeze(plain[line.start + i.start : line.start + i.end])
        for s, line, r in found
        if s.document == document
        for i in r.items
    ]
    departments = [n for n in names if DEPARTMENT.search(n) and identify(n) is None and not re.match(r"[市省县区]", n)]
    if len(departments) * 3 < len(names) or not departments:
        return None
    fields = Counter(field for pattern in (_OWN_COLLECTIVE, _OWN_WORK) for field in pattern.findall(plain))
    for field, _ in fields.most_common():
        for suffix in ("局", "委", "委员会", ""):
            if body := identify(field + suffix):
                return body.zh
        for function in functions().values():
            if field in function.wordings and (body := identify(function.zh + "局")):
                return body.zh
    return None
