"""Find what a parameter names: a city, model, topic, lever, theme, function, indicator, measure, document …

A person writes a key, a code or a name; a query wants ``id`` (city, measure, document, institution) or ``key``
(model, topic, lever, theme, function, indicator).
"""

from dataclasses import dataclass
from typing import Any

from graph.errors import NotFoundError, ParameterError
from graph.nearest import nearest
from graph.store import Session


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind is found: exact on ``exact``, else the one whose ``begins`` begins with what was written."""

    label: str
    value: str
    shown: str
    exact: tuple[str, ...]
    begins: str | None = None


KINDS = {
    "city": Kind("City", "id", "name", ("id", "code", "name"), "name"),
    "model": Kind("Model", "key", "key", ("key", "id", "name", "en"), "name"),
    "topic": Kind("Topic", "key", "key", ("key", "id", "name", "en"), "name"),
    "lever": Kind("Lever", "key", "key", ("key", "id", "name", "en"), "name"),
    "theme": Kind("Theme", "key", "key", ("key", "id", "name"), "name"),
    "function": Kind("Function", "key", "key", ("key", "id", "name", "en"), "name"),
    "indicator": Kind("Indicator", "key", "key", ("key", "id", "name", "en"), "name"),
    "measure": Kind("Measure", "id", "key", ("id", "key", "title")),
    "document": Kind("Document", "id", "title", ("id", "key", "number", "title")),
    "institution": Kind("Institution", "id", "name", ("id", "name")),
}
"""The kinds of parameters that are looked up, and what a query is given for each."""


def look_up(session: Session, parameter: str, kind: str, value: str) -> tuple[str, str]:
    """What the query is given, and what is shown. Raises NotFoundError with near names, ParameterError where the
    words fit several."""
    how = KINDS[kind]
    fields = ", ".join(f"n.{name} AS {name}" for name in sorted({how.value, how.shown, *how.exact}))
    for field in how.exact:
        query = f"MATCH (n:{how.label}) WHERE n.{field} = $value RETURN {fields} ORDER BY n.id LIMIT 10"
        rows = session.run(query, {"value": value}).rows
        if rows:
            return _only(parameter, kind, value, rows, how)
    if how.begins and value:
        query = f"MATCH (n:{how.label}) WHERE n.{how.begins} STARTS WITH $value RETURN {fields} ORDER BY n.id LIMIT 10"
        rows = session.run(query, {"value": value}).rows
        if len(rows) == 1:
            return _only(parameter, kind, value, rows, how)
    names = session.run(f"MATCH (n:{how.label}) RETURN {fields} ORDER BY n.id LIMIT 5000").rows
    wanted = [name for name in how.exact if name != "id"]
    known = [str(row[name]) for row in names for name in wanted if row[name] is not None]
    raise NotFoundError(parameter, kind, value, nearest(value, known))


def _only(parameter: str, kind: str, value: str, rows: list[dict[str, Any]], how: Kind) -> tuple[str, str]:
    """The one that was found."""
    if len(rows) > 1:
        listed = "、".join(str(row[how.value]) for row in rows)
        raise ParameterError(
            parameter, f"{parameter}: {value!r} is the name of several of kind {kind}; give one of {listed}"
        )
    return str(rows[0][how.value]), str(rows[0][how.shown] or rows[0][how.value])


def first_held(session: Session) -> dict[str, str]:
    """The first of each kind that is held and has a name, as a person would write it: for examples."""
    found: dict[str, str] = {}
    for kind, how in KINDS.items():
        held = " AND n.held = true" if kind == "document" else ""
        query = f"MATCH (n:{how.label}) WHERE n.{how.shown} IS NOT NULL{held} RETURN n.{how.shown} AS shown"
        rows = session.run(f"{query} ORDER BY n.id LIMIT 1").rows
        if rows:
            found[kind] = str(rows[0]["shown"])
    return found
