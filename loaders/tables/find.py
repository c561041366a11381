"""The tables of a source with their kinds: those that its reader found, and those that the text prints flat."""

from dataclasses import replace

from loaders.pattern import Pattern
from loaders.plan import Cell, Passed, Source, Table, TableKind
from loaders.tables.flattened import flat_tables
from loaders.tables.grid import Grid
from loaders.tables.heads import read_heads

ASSIGNED = Pattern(
    "assigned_in_a_cell",
    r"\((?:牵头|责任|主办|主责|配合)(?:单位|部门|处室|科室)[::]",
    ("办好医院。(责任单位:市甲局)", "(牵头部门:市乙局)"),
    ("责任单位", "市甲局牵头"),
)


def with_kinds(source: Source) -> tuple[Source, list[Passed]]:
    """The source with all its tables, each with the kind that its head says, and the flat tables that are uneven."""
    flat = flat_tables(source.folded, source.tables)
    if not source.tables and not flat.tables:
        return source, flat.uneven
    found: list[Table] = []
    for table in _joined(source, sorted([*source.tables, *flat.tables], key=lambda each: each.start)):
        found.append(replace(table, kind=_kind(source, table)))
    return replace(source, tables=tuple(found)), flat.uneven


def _kind(source: Source, table: Table) -> TableKind | None:
    """The kind by the heads; a table of tasks whose cells themselves say who is responsible assigns them too."""
    heads = read_heads(Grid(table, source.folded))
    if heads is None or heads.kind is not None:
        return heads.kind if heads else None
    assigns = ASSIGNED.re.search(source.folded, table.start, table.end)
    return "task" if assigns and heads.of("content") else None


def _joined(source: Source, tables: list[Table]) -> list[Table]:
    """Tables of which a part without a head goes on after a page's end are one."""
    found: list[Table] = []
    for table in tables:
        above = found[-1] if found else None
        if above is not None and _goes_on(source, above, table):
            rows = Grid(above, source.folded).rows
            moved = (Cell(c.row + rows, c.column, c.rows, c.columns, c.start, c.end) for c in table.cells)
            found[-1] = Table(above.start, table.end, (*above.cells, *moved))
        else:
            found.append(table)
    return found


def _goes_on(source: Source, above: Table, table: Table) -> bool:
    """Whether a table goes on from the one right above it: as wide, and without a head or with the same one."""
    if source.folded[above.end : table.start].strip():
        return False
    one, other = Grid(above, source.folded), Grid(table, source.folded)
    if one.columns != other.columns:
        return False
    heads, own = read_heads(one), read_heads(other)
    same = own is not None and heads is not None and own.columns == heads.columns
    return heads is not None and heads.kind is not None and (own is None or same)
