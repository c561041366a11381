"""An answer on the command line: a table, JSON or CSV."""

import csv
import json
from typing import Any, TextIO

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from graph.questions import Column, Question
from graph.run import Answer

FORMATS = ("table", "json", "csv")
LONGEST_CELL = 60
MOST_ITEMS = 10
"""Maps of a list that a table shows: enough for the components of a model."""
WIDTH = 160
NARROWEST = 12
"""Characters that a column of a table wants at least; with less each row is shown as lines of name and value."""
SHORT = ("tier", "status", "reason", "stance", "role", "grade", "count")
CAPTIONS = ("zh", "name", "institution", "title", "wording", "quote", "key", "id")
"""What stands for a map in a table's cell: the first of these that it has."""


def show(answer: Answer, question: Question, form: str, stream: TextIO) -> None:
    """Write the answer. ``form`` is one of FORMATS."""
    if form == "json":
        stream.write(json.dumps(answer.as_dict(), ensure_ascii=False, indent=2) + "\n")
    elif form == "csv":
        _csv(answer, question, stream)
    else:
        _table(answer, question, stream)


def _csv(answer: Answer, question: Question, stream: TextIO) -> None:
    """Lists and maps as JSON in their cell; a null is an empty cell."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([column.name for column in question.columns])
    for row in answer.rows:
        writer.writerow([_plain(row[column.name]) for column in question.columns])


def _plain(value: Any) -> Any:
    """A value of a CSV cell."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def terminal(stream: TextIO) -> Console:
    """A console on a stream: as wide as the terminal, and wide where it is a pipe or a file."""
    width = None if stream.isatty() else WIDTH
    return Console(file=stream, width=width, highlight=False, emoji=False)


def _table(answer: Answer, question: Question, stream: TextIO) -> None:
    """The rows with a title line before and the total or the reason after. Ids and empty columns are left out."""
    console = terminal(stream)
    console.print(f"{question.en} · {question.zh}", style="bold", soft_wrap=True)
    columns = [column for column in question.columns if column.name != "id" and _filled(answer, column.name)]
    if len(columns) * NARROWEST > console.width:
        _records(console, answer, columns)
    elif answer.rows:
        console.print(_grid(answer, columns))
    if answer.reason:
        console.print(f"{answer.reason.code}: {answer.reason.text}", markup=False, soft_wrap=True)
    console.print(f"{len(answer.rows)} of {answer.total} rows · release {answer.release}")


def _filled(answer: Answer, name: str) -> bool:
    """Whether a row has anything in this column."""
    return any(row[name] not in (None, "", []) for row in answer.rows)


def _records(console: Console, answer: Answer, columns: list[Column]) -> None:
    """Each row as lines of name and value: more columns than a line can hold."""
    for row in answer.rows:
        lines = Table.grid(padding=(0, 2))
        for column in columns:
            if row[column.name] not in (None, "", []):
                lines.add_row(column.name.replace("_", " "), escape(cell(row[column.name])))
        console.print(lines)
        console.print()


def _grid(answer: Answer, columns: list[Column]) -> Table:
    """The rows as a table."""
    table = Table(show_lines=any(column.type in ("list", "map", "evidence") for column in columns))
    for column in columns:
        number = column.type in ("int", "float")
        table.add_column(column.name.replace("_", " "), overflow="fold", justify="right" if number else "left")
    for row in answer.rows:
        table.add_row(*(escape(cell(row[column.name])) for column in columns))
    return table


def cell(value: Any) -> str:
    """A value of a table's cell: a line for each item of a list, a map by its caption and status."""
    if value is None:
        return ""
    if isinstance(value, list):
        if all(not isinstance(item, list | dict) for item in value):
            return "、".join(cell(item) for item in value)
        more = [f"… {len(value) - MOST_ITEMS} more, all of them in json"] if len(value) > MOST_ITEMS else []
        return "\n".join([*(cell(item) for item in value[:MOST_ITEMS]), *more])
    return _caption(value) if isinstance(value, dict) else str(value)


def _caption(item: dict[str, Any]) -> str:
    """A map by its caption, its status or role, its place in the text; below it the evidence that it has."""
    caption = next((str(item[key]) for key in CAPTIONS if item.get(key)), "")
    if len(caption) > LONGEST_CELL:
        caption = caption[: LONGEST_CELL - 1] + "…"
    parts = [caption, *(str(item[key]) for key in SHORT if item.get(key) is not None)]
    if item.get("start") is not None:
        quote = str(item.get("quote") or "")
        place = f"{item['start']}–{item['end']}" if item.get("end") is not None else str(item["start"])
        parts.append(place + (f" “{quote[:20]}”" if quote and quote != caption else ""))
    below = [f"  {_caption(place)}" for place in item.get("evidence") or [] if isinstance(place, dict)]
    return "\n".join([" · ".join(part for part in parts if part), *below])
