"""What the cells of a table say that is no fact: heads, numbers, classes, times, words that define, past states.

Every cell of a table of a known kind is read as a fact or named here, so that a report shows none of them as unread.
"""

from collections.abc import Iterator

from codebooks.tables import ColumnKind
from loaders.plan import Passed, Plan
from loaders.rules.table_figures import past_columns
from loaders.tables.sheets import Sheet, sheet_of, words_around

OF_TASKS: dict[ColumnKind | None, str] = {
    "number": "table_number", "deadline": "table_deadline", "group": "table_group", "base": "target_table_baseline",
    "aside": "table_aside", "person": "table_aside", "agenda": "table_aside", "unit": "table_aside",
    None: "table_aside",
}  # fmt: skip
OF_INDICATORS: dict[ColumnKind | None, str] = {
    **OF_TASKS, "aside": "target_table_defines", "indicator": "table_label", "content": "table_label",
    "goal": "table_label", "group": "table_label", "value": "table_value", "body": "table_unit",
    "lead": "table_bodies_of_indicator", "participant": "table_bodies_of_indicator",
    "responsible": "table_bodies_of_indicator",
}  # fmt: skip


def cells_without_facts(plan: Plan) -> Iterator[Passed]:
    """The cells of all tables of a known kind that give no facts of their own, each with the rule that says so, and
    the titles and notes around them."""
    for table in plan.source.tables:
        if not table.kind:
            continue
        yield from words_around(plan.source, table)
        sheet = sheet_of(plan.source, table)
        if sheet is None or table.kind == "none":
            yield Passed("table_without_facts", table.start, table.end)
        else:
            yield from _of_sheet(plan, sheet)


def _of_sheet(plan: Plan, sheet: Sheet) -> Iterator[Passed]:
    rules = OF_INDICATORS if sheet.table.kind == "indicator" else OF_TASKS
    past = past_columns(plan, sheet)
    rows = {*sheet.rows()}
    for row in range(sheet.grid.rows):
        alone = sheet.alone(row)
        for cell in sheet.grid.row(row):
            if cell.row != row:
                continue
            kind = sheet.heads.columns[cell.column].kind
            if row not in rows:
                yield Passed("table_head" if row < sheet.heads.below else "table_note", cell.start, cell.end)
            elif cell is alone:
                yield Passed("table_group", cell.start, cell.end)
            elif cell.column in past:
                yield Passed("target_table_baseline", cell.start, cell.end)
            elif kind in rules:
                yield Passed(rules[kind], cell.start, cell.end)
