"""`chengce ask`: a command for each question, its options made from the question's header."""

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from chengce.answers import FORMATS, show
from chengce.errors import UserError
from chengce.library import open_library
from graph.questions import Question, read_questions

StoreOption = Annotated[str | None, typer.Option("--store", help="a folder or neo4j://…; default: CHENGCE_STORE")]


def commands(folder: Path) -> typer.Typer:
    """The group of all questions of a folder. Raises QuestionError with every fault of the files."""
    group = typer.Typer(no_args_is_help=True, help="Ask a question. Each has --help with its parameters.")
    for question in read_questions(folder).values():
        group.command(question.name, help=_help(question))(_command(question))
    return group


def _help(question: Question) -> str:
    """What it answers in both languages, and an example; what the header does not fill in stands in capitals."""
    needed = {param.name: param.type.upper() for param in question.params if param.required}
    options = " ".join(f"--{name.replace('_', '-')} {value}" for name, value in (needed | question.example).items())
    return f"{question.en}.\n\n{question.zh}。\n\nExample: chengce ask {question.name} {options}".rstrip()


def _command(question: Question) -> Callable[..., None]:
    """A function whose signature is the question's header, as the CLI library wants it."""

    def run(**given: Any) -> None:
        form, store = str(given.pop("format")), given.pop("store")
        skip, limit = int(given.pop("skip")), int(given.pop("limit"))
        if form not in FORMATS:
            raise UserError(f"--format: {form!r} is none; wanted one of {', '.join(FORMATS)}")
        with open_library(store) as library:
            params = {name: value for name, value in given.items() if value is not None}
            answer = library.ask(question.name, skip=skip, limit=limit, **params)
        show(answer, question, form, sys.stdout)

    options: list[tuple[str, Any, Any]] = []
    for param in question.params:
        flag = f"--{param.name.replace('_', '-')}"
        text = f"{param.doc} ({param.type})"
        kind = str if param.required else str | None
        default = inspect.Parameter.empty if param.required else None
        options.append((param.name, Annotated[kind, typer.Option(flag, help=text)], default))
    options += [
        ("format", Annotated[str, typer.Option(help="table, json or csv")], "table"),
        ("skip", Annotated[int, typer.Option(help="rows to pass over")], 0),
        ("limit", Annotated[int, typer.Option(help="most rows, up to 10,000")], 100),
        ("store", StoreOption, None),
    ]
    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter(name, keyword, annotation=kind, default=start) for name, kind, start in options]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {name: kind for name, kind, _ in options}
    run.__name__ = question.name
    return run
