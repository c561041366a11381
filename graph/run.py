"""Ask a question: convert its parameters, look up what they name, page, count, and tidy the rows.

The one step after a query is the same for all questions: lists of maps sorted by (document, start, id), sets by
value, floats rounded to 6 places. So two engines, and two runs, give equal answers.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.errors import NotFoundError, ParameterError
from graph.lookup import KINDS, look_up
from graph.nearest import suggestion
from graph.questions import Parameter, Question
from graph.store import Session

MOST_ROWS = 10_000
USUAL_ROWS = 100


@dataclass(frozen=True, slots=True)
class Reason:
    """Why rows are missing: silent, not_comparable, annex_not_held, not_held, not_read or out_of_scope; a sentence."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave. ``params`` are as understood: a name in place of what was typed."""

    question: str
    params: dict[str, Any]
    rows: list[dict[str, Any]]
    total: int
    skip: int
    limit: int
    release: str
    reason: Reason | None

    def as_dict(self) -> dict[str, Any]:
        """The answer's JSON form."""
        reason = {"code": self.reason.code, "text": self.reason.text} if self.reason else None
        names = ("question", "params", "rows", "total", "skip", "limit", "release")
        return {**{name: getattr(self, name) for name in names}, "reason": reason}


def no_reason(session: Session, question: Question, params: Mapping[str, Any]) -> Reason | None:
    """The hook where nobody knows why rows are missing."""
    return None


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs questions. ``words`` cuts a text into the words of search_text; ``reason`` says why rows are missing;
    ``known_city`` gives the full name of a city that exists but may not be held, null for what is no city."""

    words: Callable[[str], Sequence[str]] = str.split
    reason: Callable[[Session, Question, Mapping[str, Any]], Reason | None] = no_reason
    known_city: Callable[[str], str | None] = field(default=lambda name: None)
    today: Callable[[], date] = date.today

    def ask(
        self,
        session: Session,
        question: Question,
        given: Mapping[str, object],
        skip: int = 0,
        limit: int = USUAL_ROWS,
    ) -> Answer:
        """The answer. Raises ParameterError and NotFoundError."""
        _check_paging(skip, limit)
        unknown = sorted(set(given) - {param.name for param in question.params})
        if unknown:
            hint = suggestion(unknown[0], [param.name for param in question.params])
            raise ParameterError(unknown[0], f"{question.name} has no parameter {unknown[0]!r}{hint}")
        query, shown = dict[str, Any](), dict[str, Any]()
        for param in question.params:
            value = given.get(param.name)
            try:
                query[param.name], shown[param.name] = self._value(session, param, value)
            except NotFoundError:
                name = self.known_city(str(value)) if param.type == "city" else None
                if name is None:
                    raise
                missing = Reason("not_held", f"no plan of {name} is held; load one with `chengce load FILE`")
                params, graded = {**shown, param.name: name}, _not_held(question, name)
                return Answer(question.name, params, graded, len(graded), skip, limit, session.release, missing)
        rows = session.run(f"{question.cypher}\nSKIP $skip LIMIT $limit", {**query, "skip": skip, "limit": limit}).rows
        total = skip + len(rows)
        if len(rows) == limit or (skip and not rows):
            counted = session.run(f"CALL () {{ {question.cypher}\n}} RETURN count(*) AS total", query)
            total = int(counted.rows[0]["total"])
        reason = None if total else self.reason(session, question, shown)
        return Answer(question.name, shown, tidy(question, rows), total, skip, limit, session.release, reason)

    def _value(self, session: Session, param: Parameter, value: object) -> tuple[Any, Any]:
        """A parameter for the query, and as it is shown."""
        if value is None or value == "":
            value = param.default
        if value is None:
            if param.required:
                raise ParameterError(param.name, f"{param.name} is needed: {param.doc}")
            return None, None
        if param.type in KINDS:
            return look_up(session, param.name, param.type, str(value).strip())
        if param.type == "words":
            words = [str(word) for word in value] if isinstance(value, list | tuple) else list(self.words(str(value)))
            return words, " ".join(words)
        plain = convert(param, value, self.today)
        return plain, plain


def _not_held(question: Question, city: str) -> list[dict[str, Any]]:
    """The row of a city that is not held, where a question grades cities: its grade says so, the rest is empty."""
    columns = {column.name: column.type for column in question.columns}
    if not {"city", "grade"} <= set(columns):
        return []
    row: dict[str, Any] = {name: [] if kind == "list" else None for name, kind in columns.items()}
    return [row | {"city": city, "grade": "not_held"}]


def convert(param: Parameter, value: object, today: Callable[[], date]) -> Any:
    """A text, int, float, bool or date (as ISO string). Raises ParameterError that says which and why."""
    text = str(value).strip()
    if param.type == "date":
        if text == "today":
            return today().isoformat()
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise _wrong(param, text, "a date such as 2025-12-31") from None
    if param.type == "bool":
        if text.casefold() in ("true", "1", "yes", "是"):
            return True
        if text.casefold() in ("false", "0", "no", "否"):
            return False
        raise _wrong(param, text, "true or false")
    if param.type in ("int", "float"):
        try:
            return int(text) if param.type == "int" else float(text)
        except ValueError:
            raise _wrong(param, text, "a whole number" if param.type == "int" else "a number") from None
    if param.values and text not in param.values:
        raise _wrong(param, text, f"one of {', '.join(param.values)}")
    return text


def _wrong(param: Parameter, found: str, wanted: str) -> ParameterError:
    """The error of a value that is no such thing."""
    return ParameterError(param.name, f"{param.name}: {found!r} is no value for it; wanted {wanted} ({param.doc})")


def _check_paging(skip: int, limit: int) -> None:
    """Raises ParameterError where the page is none."""
    if skip < 0:
        raise ParameterError("skip", f"skip: {skip} is below 0; wanted the number of rows to pass over")
    if not 1 <= limit <= MOST_ROWS:
        raise ParameterError("limit", f"limit: {limit} is not in 1 to {MOST_ROWS}; take several pages with skip")


def tidy(question: Question, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows in the order of the header's columns, with lists in a fixed order and floats rounded."""
    return [{column.name: _tidy(row.get(column.name), column.is_set) for column in question.columns} for row in rows]


def _tidy(value: Any, is_set: bool = False) -> Any:
    """One value; lists drop nulls, which a `collect` leaves out and a comprehension does not."""
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, Mapping):
        return {key: _tidy(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        items = [_tidy(inner) for inner in value if inner is not None]
        if is_set:
            items = list({_order(item): item for item in items}.values())
        if is_set or any(isinstance(item, dict) for item in items):
            items.sort(key=_order)
        return items
    return value


def _order(item: Any) -> tuple[str, float, str, str]:
    """Where an item of a list stands: by document, start and id where it has them, then by its whole value."""
    whole = json.dumps(item, ensure_ascii=False, sort_keys=True, default=str)
    if not isinstance(item, dict):
        number = float(item) if isinstance(item, int | float) else 0.0
        return "", number, "", whole
    start = item.get("start")
    own = item.get("id") or item.get("key") or ""
    return str(item.get("document") or ""), float(start) if isinstance(start, int) else -1.0, str(own), whole
