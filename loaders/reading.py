"""A file becomes a Plan: source, documents, place and sections, ready for the rules."""

from dataclasses import replace
from pathlib import Path

from loaders import place as places
from loaders import source as sources
from loaders.documents import Layout, split
from loaders.errors import NotAPlanError
from loaders.outline import sections
from loaders.plan import Plan, Source
from loaders.records import annexes, documents, issuer
from loaders.rules.table_tasks import tasks
from loaders.tables.find import with_kinds
from loaders.wrapped import unwrap


def read_plan(path: Path | str, city: str | None = None) -> Plan:
    """The plan in a file. ``city``: the name of its city or province where the text does not say it.

    Raises ReadError, NotAPlanError or PlaceError (all LoadError), each with one sentence.
    """
    return plan_of(sources.read(Path(path)), city)


def plan_of(source: Source, city: str | None = None) -> Plan:
    """The plan in a source that is read already. Raises NotAPlanError or PlaceError."""
    source, uneven = with_kinds(source)
    tables = tuple((table.start, table.end) for table in source.tables)
    source = replace(source, folded=unwrap(source.folded, tables))
    layout = split(source)
    found = tuple(section for part in layout.parts for section in sections(source, part))
    silent = {part.key: part.silent for part in layout.parts if part.silent}
    if not (silent or any(section.number for section in found) or any(table.kind for table in source.tables)):
        raise NotAPlanError(f"{source.name}: no numbered headings found, the text of a plan wanted: check the file")
    place = places.find(source, city, *_said_by(source, layout))
    owner = place.name
    records = documents(source, layout, owner, place.province)
    furniture = tuple(sorted(layout.furniture))
    plan = Plan(source, place, records, found, annexes(source, layout), furniture, tuple(uneven), silent)
    rows = tuple(task.measure for task in tasks(plan) if task.own)
    return replace(plan, sections=(*found, *rows)) if rows else plan


def _said_by(source: Source, layout: Layout) -> tuple[str | None, str | None]:
    """Issuer and title of the first document, for its place."""
    first = layout.parts[0]
    title = "".join(line.bare for line in first.title_lines) or None
    return issuer(source, layout, first, title), title
