"""The deadlines of a task table: a column 完成时限 gives its year to the targets of its row that print none."""

from graph.facts import Target
from loaders.pattern import Pattern
from loaders.rules.table_tasks import Task
from loaders.tables.rows import cells_of

YEAR = Pattern(
    "year_of_deadline", r"(?<!\d)20\d\d(?!\d)", ("2025年底前", "2024-2026年", "2023.06"), ("长期坚持", "120250")
)


def with_deadlines(found: list[Target], tasks: list[Task]) -> list[Target]:
    """The targets with the year of their row's time column where they have none of their own."""
    spans = [(task.item.start, task.item.end, year) for task in tasks if (year := _year(task)) is not None]
    if not spans:
        return found
    return [_dated(target, spans) for target in found]


def _dated(target: Target, spans: list[tuple[int, int, int]]) -> Target:
    year = next((year for start, end, year in spans if start <= target.start < end), None)
    return target.model_copy(update={"deadline": year}) if target.deadline is None and year else target


def _year(task: Task) -> int | None:
    """The latest year that the row's time column prints."""
    cells = cells_of(task.sheet, task.item, "deadline")
    years = [int(year) for _, cell, _ in cells for year in YEAR.re.findall(task.sheet.grid.words(cell))]
    return max(years, default=None)
