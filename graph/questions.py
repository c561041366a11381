"""The question reader: a file in queries/read is one question, and its header is the contract.

Routes, the command line, the pages and MCP tools are made from the `Question` that a header gives. A header says::

    // adoption: Which cities adopted a reform model, by grade, with evidence
    // zh: 哪些城市采用了某一改革模式
    // path: /models/{model}/adoption
    // param model: model — key of a model in codebooks/models.yaml
    // param city: city = null — only this city
    // example: model=sanming
    // returns: city text, code text, grade text, components list, functions list set, evidence list

``returns`` may stand on several lines. A column marked ``set`` is a list without an order of its own, which the
runner sorts by value. ``example`` is optional and may leave out what has a default. ``// values NAME: a, b, c`` names
all that a text parameter may be.

Three optional lines say why an answer has no rows, where the plans are silent: ``// silent: {whose} print no …`` is the
sentence, in which ``{whose}`` and the names of parameters are filled in; ``// annex: 任务, 分工`` are words in the
titles of annexes that may hold what is asked, so that one which is announced and missing is named; ``// refused:
not_compared`` names the question that lists what is held of it and was refused, so that this is not called silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from graph.errors import QuestionError
from graph.nearest import suggestion

ParameterType = Literal[
    "text", "int", "float", "bool", "date", "words",
    "city", "model", "topic", "lever", "theme", "function", "indicator", "measure", "document", "institution",
]  # fmt: skip
ColumnType = Literal["text", "int", "float", "bool", "date", "list", "map", "evidence"]

EVIDENCE = ("document", "title", "url", "start", "end", "quote", "cut", "rule")
"""The keys of every piece of evidence."""

_HEADER = re.compile(r"//\s?(?P<key>[\w]+(?: [\w]+)?)\s*:\s*(?P<rest>.*)")
_PARAMETER = re.compile(r"(?P<type>\w+)(?:\s*=\s*(?P<default>\S+))?\s*(?:—\s*(?P<doc>.+))?")
_COLUMN = re.compile(r"(?P<name>\w+)\s+(?P<type>\w+)(?P<set>\s+set)?")
_WORD = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|\$\w+|\w+|[^\w\s]")
_BANNED = ("SKIP", "LIMIT", "CREATE", "MERGE", "SET", "DELETE", "REMOVE", "LOAD")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question. ``default`` is as written in the header; ``required`` where there is none; ``values``
    are all that a text may be, empty where it may be anything."""

    name: str
    type: ParameterType
    required: bool
    default: str | None
    doc: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a question's answer. ``is_set``: a list whose order means nothing."""

    name: str
    type: ColumnType
    is_set: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A named comparative query. ``path`` is below /api/v1; ``example`` holds parameter values as text."""

    name: str
    en: str
    zh: str
    path: str
    params: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: dict[str, str]
    cypher: str
    silent: str | None = None
    annex: tuple[str, ...] = ()
    refused: str | None = None


def read_questions(folder: Path) -> dict[str, Question]:
    """All questions of a folder by name, sorted. Raises QuestionError with every fault of every file."""
    questions: dict[str, Question] = {}
    faults: list[str] = []
    paths: dict[str, str] = {}
    for file in sorted(folder.glob("*.cypher")):
        try:
            question = read_question(file.read_text(encoding="utf-8"), file.name)
        except QuestionError as error:
            faults += error.faults
            continue
        if question.path in paths:
            faults.append(
                f"{file.name}: the path {question.path} is that of {paths[question.path]} too; choose another"
            )
        paths[question.path] = file.name
        questions[question.name] = question
    if faults:
        raise QuestionError(faults)
    return questions


def read_question(text: str, file: str) -> Question:
    """One question of the text of a file. Raises QuestionError with every fault, each with its line."""
    return _Reader(text, file).question()


class _Reader:
    """Reads one file; faults are gathered and raised together."""

    def __init__(self, text: str, file: str) -> None:
        self.file, self.faults = file, list[str]()
        self.fields: dict[str, str] = {}
        self.params: list[Parameter] = []
        self.columns: list[Column] = []
        self.example: dict[str, str] = {}
        lines = text.splitlines()
        length = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
        self.cypher = "\n".join(lines[length:]).strip().removesuffix(";")
        self.stem = file.removesuffix(".cypher")
        for number, line in enumerate(lines[:length], 1):
            self._line(number, line)

    def question(self) -> Question:
        """The question, once all is checked."""
        for field in ("en", "zh", "path"):
            if not self.fields.get(field):
                wanted = f"// {self.stem}: what it answers" if field == "en" else f"// {field}: …"
                self.faults.append(f"{self.file}: the header has no line `{wanted}`; add it")
        self._check()
        if self.faults:
            raise QuestionError(self.faults)
        fields = self.fields
        annex = tuple(filter(None, (word.strip() for word in fields.get("annex", "").split(","))))
        params, columns = tuple(self.params), tuple(self.columns)
        return Question(
            self.stem, fields["en"], fields["zh"], fields["path"], params, columns, self.example, self.cypher,
            fields.get("silent"), annex, fields.get("refused"),
        )  # fmt: skip

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(f"{self.file}, line {line}: {message}")

    def _line(self, number: int, line: str) -> None:
        match = _HEADER.fullmatch(line.rstrip())
        if not match:
            self._fault(number, f"{line!r} is no header line; wanted `// key: value`")
            return
        key, rest = match["key"], match["rest"].strip()
        if key == self.stem or key in ("zh", "path", "silent", "annex", "refused"):
            field = "en" if key == self.stem else key
            if field in self.fields:
                self._fault(number, f"{key} stands twice; keep one")
            self.fields[field] = rest
        elif key.startswith("param "):
            self._parameter(number, key.removeprefix("param "), rest)
        elif key.startswith("values "):
            self._values(number, key.removeprefix("values "), rest)
        elif key == "returns":
            self._returns(number, rest)
        elif key == "example":
            self._example(number, rest)
        else:
            known = [self.stem, "zh", "path", "param NAME", "values NAME", "returns", "example"]
            known += ["silent", "annex", "refused"]
            self._fault(number, f"unknown header {key!r}{suggestion(key, known)}")

    def _parameter(self, number: int, name: str, rest: str) -> None:
        match = _PARAMETER.fullmatch(rest)
        if not match:
            self._fault(number, f"param {name}: {rest!r}; wanted `TYPE [= DEFAULT] — what it is`")
            return
        kind, default, doc = match["type"], match["default"], match["doc"]
        if kind not in get_args(ParameterType):
            self._fault(number, f"param {name}: unknown type {kind!r}{suggestion(kind, get_args(ParameterType))}")
        if not doc:
            self._fault(number, f"param {name}: say what it is, after ` — `")
        if any(name == known.name for known in self.params):
            self._fault(number, f"param {name} stands twice; keep one")
        if name in ("skip", "limit", "format"):
            self._fault(number, f"param {name}: the runner has this name; choose another")
        self.params.append(Parameter(name, kind, default is None, None if default == "null" else default, doc or ""))  # type: ignore[arg-type]

    def _values(self, number: int, name: str, rest: str) -> None:
        """Give the parameter, declared above, all that it may be."""
        values = tuple(filter(None, (value.strip() for value in rest.split(","))))
        place = next((i for i, param in enumerate(self.params) if param.name == name and param.type == "text"), None)
        if place is None or not values:
            self._fault(number, f"values {name}: wanted a text parameter declared above, and what it may be, by commas")
        else:
            self.params[place] = replace(self.params[place], values=values)

    def _returns(self, number: int, rest: str) -> None:
        for part in filter(None, (piece.strip() for piece in rest.split(","))):
            match = _COLUMN.fullmatch(part)
            if not match:
                self._fault(number, f"returns {part!r}; wanted `NAME TYPE` or `NAME list set`")
                continue
            name, kind = match["name"], match["type"]
            if kind not in get_args(ColumnType):
                self._fault(number, f"returns {name}: unknown type {kind!r}{suggestion(kind, get_args(ColumnType))}")
            if match["set"] and kind != "list":
                self._fault(number, f"returns {name}: only a list can be a set, not {kind}")
            if any(name == known.name for known in self.columns):
                self._fault(number, f"returns {name} stands twice; keep one")
            self.columns.append(Column(name, kind, bool(match["set"])))  # type: ignore[arg-type]

    def _example(self, number: int, rest: str) -> None:
        for part in filter(None, (piece.strip() for piece in rest.split(","))):
            name, sign, value = part.partition("=")
            if not sign:
                self._fault(number, f"example {part!r}; wanted `NAME=VALUE`")
            self.example[name.strip()] = value.strip()

    def _check(self) -> None:
        """The header against the query."""
        names = {param.name for param in self.params}
        tokens = [token for token in _WORD.findall(self.cypher) if token[0] not in "'\"`" and token[:2] != "//"]
        used = {token[1:] for token in tokens if token[0] == "$"}
        for name in sorted(used - names):
            self.faults.append(f"{self.file}: ${name} is used and not declared{suggestion(name, names)}")
        for name in sorted(names - used):
            self.faults.append(f"{self.file}: param {name} is declared and not used; take it out, or use ${name}")
        for word in sorted(set(_BANNED) & {token.upper() for token in tokens}):
            self.faults.append(f"{self.file}: {word} is not allowed: a question only reads, and the runner pages")
        in_path = set(re.findall(r"\{(\w+)\}", self.fields.get("path", "")))
        for name in sorted(in_path - {param.name for param in self.params if param.required}):
            self.faults.append(f"{self.file}: {{{name}}} of the path is no required parameter; declare it")
        for name in sorted(set(re.findall(r"\{(\w+)\}", self.fields.get("silent", ""))) - names - {"whose"}):
            self.faults.append(f"{self.file}: {{{name}}} of the line silent is no parameter{suggestion(name, names)}")
        for name in sorted(set(self.example) - names):
            self.faults.append(f"{self.file}: example has {name}, which is no parameter{suggestion(name, names)}")
        declared, returned = [column.name for column in self.columns], list(_returned(tokens))
        if declared != returned:
            self.faults.append(
                f"{self.file}: the header returns {', '.join(declared) or 'nothing'} and the query returns "
                f"{', '.join(returned) or 'nothing'}; make them equal, in one order"
            )


def _returned(tokens: list[str]) -> Iterator[str]:
    """The names of the columns of the last RETURN outside brackets: what follows AS, else the word itself."""
    depth, item, found = 0, list[str](), list[str]()
    inside = False
    for token in [*tokens, ","]:
        if depth == 0 and token.upper() == "RETURN":
            inside, item, found = True, [], []
        elif inside and depth == 0 and token.upper() in ("ORDER", ","):
            if item:
                found.append(item[-1])
            item = []
            inside = token == ","
        elif inside and token.upper() != "DISTINCT":
            item.append(token)
        depth += (token in "([{") - (token in ")]}")
    yield from found
