"""An answer on the command line: a table, JSON or CSV."""

import csv
import io
import json
from typing import Any

from rich.console import Console
from rich.table import Table

from graph.questions import Question
from graph.run import Answer

FORMATS = ("table", "json", "csv")
LONGEST_CELL = 60
CAPTIONS = ("zh", "name", "title", "wording", "quote", "key", "id")
"""What stands for a map in a table's cell: the first of these that it has."""


def render(answer: Answer, question: Question, form: str, width: int | None = None) -> str:
    """The answer as text. ``form`` is one of FORMATS; ``width`` in characters, for tables."""
    if form == "json":
        return json.dumps(answer.as_dict(), ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        return _csv(answer, question)
    return _table(answer, question, width)


def _csv(answer: Answer, question: Question) -> str:
    """Lists and maps as JSON in their cell; a null is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in question.columns])
    for row in answer.rows:
        writer.writerow([_plain(row[column.name]) for column in question.columns])
    return out.getvalue()


def _plain(value: Any) -> Any:
    """A value of a CSV cell."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _table(answer: Answer, question: Question, width: int | None) -> str:
    """The rows with a title line before and the total or the reason after."""
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False, emoji=False)
    console.print(f"{question.en} · {question.zh}", style="bold", soft_wrap=True)
    table = Table(show_lines=any(column.type in ("list", "map") for column in question.columns))
    for column in question.columns:
        table.add_column(column.name, overflow="fold", justify="right" if column.type in ("int", "float") else "left")
    for row in answer.rows:
        table.add_row(*(_cell(row[column.name]) for column in question.columns))
    if answer.rows:
        console.print(table, markup=False)
    if answer.reason:
        console.print(f"{answer.reason.code}: {answer.reason.text}", markup=False, soft_wrap=True)
    console.print(f"{len(answer.rows)} of {answer.total} rows · release {answer.release}")
    return out.getvalue()


def _cell(value: Any) -> str:
    """A value of a table's cell: a line for each item of a list, a map by its caption and status."""
    if value is None:
        return ""
    if isinstance(value, list):
        if all(not isinstance(item, list | dict) for item in value):
            return "、".join(_cell(item) for item in value)
        return "\n".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return _caption(value)
    return str(value).replace("[", "\\[")


def _caption(item: dict[str, Any]) -> str:
    """A map in one line: its caption, its status or other short values, its place."""
    caption = next((str(item[key]) for key in CAPTIONS if item.get(key)), "")
    if len(caption) > LONGEST_CELL:
        caption = caption[: LONGEST_CELL - 1] + "…"
    extra = [str(item[key]) for key in ("status", "stance", "role", "grade", "count") if item.get(key) is not None]
    if item.get("start") is not None:
        extra.append(f"{item.get('document')}:{item['start']}–{item.get('end')}")
    return " · ".join([caption.replace("[", "\\["), *extra])
