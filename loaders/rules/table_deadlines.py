"""The deadlines of a task table: a column 完成时限 gives its year to the targets of its row that print none."""

from bisect import bisect_right
from collections.abc import Iterator

from graph.facts import Target
from loaders.pattern import Pattern
from loaders.rules.table_tasks import Task
from loaders.tables.rows import cells_of

YEAR = Pattern(
    "year_of_deadline", r"(?<!\d)20\d\d(?!\d)", ("2025年底前", "2024-2026年", "2023.06"), ("长期坚持", "120250")
)


def with_deadlines(found: list[Target], tasks: list[Task]) -> list[Target]:
    """The targets with the year of their row's time column where they have none of their own."""
    spans = sorted(span for task in tasks for span in _years(task))
    starts = [start for start, _, _ in spans]
    return [_dated(target, spans, starts) for target in found] if spans else found


def _dated(target: Target, spans: list[tuple[int, int, int]], starts: list[int]) -> Target:
    index = bisect_right(starts, target.start) - 1
    if target.deadline is not None or index < 0 or target.start >= spans[index][1]:
        return target
    return target.model_copy(update={"deadline": spans[index][2]})


def _years(task: Task) -> Iterator[tuple[int, int, int]]:
    """The cells of a task's rows that may hold targets, each with the latest year that the time column gives it."""
    grid, heads = task.sheet.grid, task.sheet.heads
    for _, cell, index in cells_of(task.sheet, task.item, "content", "goal", "value", "group", "indicator"):
        rows = range(max(cell.row, task.item.rows[0]), cell.row + cell.rows)
        words = [grid.words(grid.at(row, column)) for row in rows for column in heads.of("deadline")]
        years = [int(year) for each in words for year in YEAR.re.findall(each)]
        year = heads.columns[index].year or max(years, default=None)
        if year is not None:
            yield cell.start, cell.end, year
