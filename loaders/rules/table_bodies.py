"""The bodies that a task table makes answerable; their roles by words of the cell, by a remark, else by the head."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.facts import Responsibility, Role
from loaders.plan import Passed, Plan
from loaders.rules.bodies import Named, Names
from loaders.rules.line_words import plain_words
from loaders.rules.lists import Item as Body
from loaders.rules.lists import read_line
from loaders.rules.own_body import own_body
from loaders.rules.remarks import LeadRule, holds_on, lead_remarks
from loaders.rules.responsibilities import records, with_leads
from loaders.rules.responsibility_lines import Line
from loaders.rules.table_tasks import Task, document_at
from loaders.tables.heads import BODIES, Column
from loaders.tables.rows import cells_of
from loaders.tables.sheets import Sheet


def read_bodies(plan: Plan, found: list[Task]) -> tuple[list[Responsibility], list[Passed]]:
    """The responsibilities of these tasks in the order of the tables, and the cells that cannot be split."""
    whole = replace(plan, source=replace(plan.source, tables=()))  # its folded text has the tables
    lines = [(task, *line) for task in found for line in _lines(task)]
    names = {key: Names(plan.place, _own(whole, key, lines)) for key in plan.document_by_key} if lines else {}
    sheets = {task.sheet.table.start: task.sheet for task in found}
    leads = {start: _remark(sheet) for start, sheet in sheets.items()}
    later = _remarks(whole) if lines else []
    facts: list[Responsibility] = []
    unread: list[Passed] = []
    for task, line, column, role in lines:
        own = names[task.measure.document]
        before = (rule for key, end, rule in reversed(later) if key == task.measure.document and end <= line.start)
        restorer = _Departments(own, column.of_body) if column.of_body else own
        bodies = _by_role(line, role, leads[task.sheet.table.start] or next(before, None))
        facts += records(whole, task.measure, line, bodies, restorer)
        unread += [Passed("no_body", line.start + a, line.start + b) for a, b in line.reading.odd]
    return facts, unread


def _lines(task: Task) -> Iterator[tuple[Line, Column, Role]]:
    """The cells of bodies of one task as responsibility lines, with their column and the role that its head gives."""
    heads, grid = task.sheet.heads, task.sheet.grid
    leads = [index for index in heads.of("lead") if heads.columns[index].of_body is None]
    for row, cell, index in cells_of(task.sheet, task.item, *BODIES):
        kind = heads.columns[index].kind
        role = BODIES[kind] if kind else "responsible"
        if role == "responsible" and any(grid.words(grid.at(row, lead)) for lead in leads):
            role = "participant"
        reading = read_line(grid.folded[cell.start : cell.end])
        yield Line(cell.start, cell.end, f"table_{kind}", reading), heads.columns[index], role


def _by_role(line: Line, role: Role, remark: LeadRule | None) -> list[Body]:
    """The bodies of a cell with their roles: by its own words, by a remark on leads, else by the head of its column."""
    reading = line.reading
    rule = reading.lead_rule or (remark if role == "responsible" and not reading.roles_printed else None)
    bodies = with_leads(line, rule)
    return bodies if rule is not None or reading.roles_printed else [replace(body, role=role) for body in bodies]


def _remark(sheet: Sheet) -> LeadRule | None:
    """The remark on leads in the head, title or notes of a table."""
    found = lead_remarks(plain_words(sheet.remarks))
    return found[0][0] if found else None


def _remarks(whole: Plan) -> list[tuple[str, int, LeadRule]]:
    """Remarks on leads that hold for later lines (下同): document, where they end, what they say, in their order."""
    plain = plain_words(whole.folded)
    return [
        (document_at(whole, start), end, rule)
        for rule, start, end in lead_remarks(plain)
        if holds_on(plain, start, end)
    ]


def _own(whole: Plan, document: str, lines: list[tuple[Task, Line, Column, Role]]) -> str | None:
    """The department whose plan the document is, if it is one's."""
    printed = [
        "".join(whole.folded[line.start + body.start : line.start + body.end].split())
        for task, line, _, _ in lines
        if task.measure.document == document
        for body in line.reading.items
    ]
    return own_body(whole.document_by_key[document].issuer, whole.place.name, whole.folded, printed)


@dataclass(frozen=True, slots=True)
class _Departments:
    """Departments of the body that the head of their column prints (市卫健委内牵头处室)."""

    names: Names
    body: str

    def restore(self, printed: list[str]) -> list[Named]:
        """Their full names: place, body as printed, department."""
        bare = self.body.rstrip("内本")
        if len(bare) < 2:
            return self.names.restore(printed)
        head = self.names.restore([bare])[0]
        return [Named(head.institution + name, False, name, None) for name in printed]
