"""What the tables of a plan say, in the same claims as its prose.

The cells that hold prose (tasks, aims) are read by the rules for prose, on a view of the plan in which nothing else of
the text is left; bodies and figures have rules of their own. A row that repeats the text of its measure adds nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.facts import Citation, ComponentMention, ModelMention, Target, TopicMention
from loaders.plan import Cell, Claims, Passed, Plan, Section
from loaders.rules import citations, components, models, responsibilities, targets, topics
from loaders.rules.table_bodies import read_bodies
from loaders.rules.table_deadlines import with_deadlines
from loaders.rules.table_figures import Figure, holder, past_columns, read_figures, row_label, targets_of
from loaders.rules.table_labels import read_label
from loaders.rules.table_passed import cells_without_facts
from loaders.rules.table_tasks import Task, document_at, tasks
from loaders.rules.table_values import names_its_subject
from loaders.tables.rows import cells_of

if TYPE_CHECKING:
    from loaders.claims import AllClaims


def add_tables(plan: Plan, claims: "AllClaims") -> None:
    """Add what the tables of a plan say to what its prose says."""
    aims, bodies = claims.targets, claims.responsibilities
    aims.unread += plan.unread
    if not plan.source.tables:
        return
    found = tasks(plan)
    records, odd = read_bodies(plan, found)
    bodies.found += records
    bodies.unread += odd
    view = _view(plan, found)
    printed = responsibilities.read(view)
    bodies.found += printed.found
    bodies.passed += printed.passed
    bodies.unread += printed.unread
    _add_targets(plan, view, found, aims)
    _add(claims.citations, citations.read(view), lambda each: (each.measure, each.title))
    _add(claims.models, models.read(view), lambda each: (each.measure, each.model))
    _add(claims.components, components.read(view), lambda each: (each.measure, each.component, each.part))
    _add(claims.topics, topics.read(view), lambda each: (each.measure, each.topic, each.lever))
    _add(claims.citations, citations.read(_other_tables(plan)), lambda each: (each.start,))
    aims.unread += [
        Passed("table_of_unknown_kind", table.start, table.end)
        for table in plan.source.tables
        if table.kind is None and any(section.start <= table.start < section.own_end for section in plan.sections)
    ]
    aims.passed += cells_without_facts(plan)


def _add_targets(plan: Plan, view: Plan, found: list[Task], aims: Claims[Target]) -> None:
    """The targets of task tables and of indicator tables."""
    read = targets.read(view)
    read.found += [target for task in found for target in _figures_of_task(plan, task)]
    read.found = with_deadlines(read.found, found)
    _add(aims, read, lambda each: (each.measure, each.value, each.value_max, each.unit))
    aims.found += read_figures(plan)


def _figures_of_task(plan: Plan, task: Task) -> list[Target]:
    """The targets of a task table's columns of figures, named by the indicator of the row or by its task."""
    sheet, grid = task.sheet, task.sheet.grid
    found: list[Target] = []
    past = past_columns(plan, sheet)
    for row, cell, index in cells_of(sheet, task.item, "value"):
        if index in past or names_its_subject(grid.words(cell)):
            continue
        label = row_label(sheet, row, index) if sheet.heads.of("indicator") else None
        label = label or read_label(grid.folded[slice(*task.item.title)])
        unit = label.unit or next((words for c in sheet.heads.of("unit") if (words := grid.bare(grid.at(row, c)))), "")
        column = sheet.heads.columns[index]
        found += targets_of(plan, Figure(cell, label, unit, column.year, column.head), task.measure.id)
    return found


def _add[T: (Target, Citation, ModelMention, ComponentMention, TopicMention)](
    claims: Claims[T], more: Claims[T], key: Callable[[T], tuple[object, ...]]
) -> None:
    """Add claims of tables: none that its measure has already by its text."""
    known = {key(each) for each in claims.found}
    for each in more.found:
        if key(each) in known:
            claims.passed.append(Passed("table_repeats_text", each.start, each.end))
        else:
            claims.found.append(each)
    claims.passed += more.passed
    claims.unread += more.unread


def _view(plan: Plan, found: list[Task]) -> Plan:
    """The plan with nothing but the prose of its tasks, each the own words of the measure that it belongs to."""
    folded = plan.source.folded
    pieces: list[str] = []
    sections: list[Section] = []
    at = 0
    for task in found:
        cells = [cell for cell in _prose(task) if cell.start >= max(at, task.item.start)]
        first, last = task.item.start, task.item.end
        sections.append(replace(task.measure, start=first, title_start=first, body=first, own_end=last, end=last))
        for cell in cells:
            pieces += [_blank(folded, at, cell.start), folded[cell.start : cell.end]]
            at = cell.end
    pieces.append(_blank(folded, at, len(folded)))
    source = replace(plan.source, folded="".join(pieces), tables=())
    return replace(plan, source=source, sections=tuple(sections))


def _prose(task: Task) -> list[Cell]:
    """The cells of a task that are read as prose, in the order of the text."""
    figures = [cell for _, cell, _ in cells_of(task.sheet, task.item, "value")]
    subjects = [cell for cell in figures if names_its_subject(task.sheet.grid.words(cell))]
    return sorted({*task.item.prose, *subjects}, key=lambda cell: cell.start)


def _blank(folded: str, start: int, end: int) -> str:
    """A stretch of the text without its words: a stop ends the cell before it."""
    return "" if start == end else "。" + "\n" * (end - start - 1)


def _other_tables(plan: Plan) -> Plan:
    """The plan with nothing but its tables that assign no tasks, each the own words of the section it stands in."""
    sections = []
    for table in plan.source.tables:
        if table.kind in ("indicator", "none"):
            name = holder(plan, table.start)
            sections.append(_as_section(name, document_at(plan, table.start), table.start, table.end))
    return replace(plan, source=replace(plan.source, tables=()), sections=tuple(sections))


def _as_section(name: str | None, document: str, start: int, end: int) -> Section:
    return Section(
        id=name, document=document, number="", title="", parents=(), kind="goal", is_measure=False, above=None,
        start=start, title_start=start, body=start, own_end=end, end=end, rule="table",
    )  # fmt: skip
