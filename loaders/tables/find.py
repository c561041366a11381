"""The tables of a source with their kinds: those that its reader found, and those that the text prints flat."""

from dataclasses import replace

from loaders.plan import Cell, Passed, Source, Table
from loaders.tables.flattened import flat_tables
from loaders.tables.grid import Grid
from loaders.tables.heads import read_heads


def with_kinds(source: Source) -> tuple[Source, list[Passed]]:
    """The source with all its tables, each with the kind that its head says, and the flat tables that are uneven."""
    flat = flat_tables(source.folded, source.tables)
    if not source.tables and not flat.tables:
        return source, flat.uneven
    found: list[Table] = []
    for table in _joined(source, sorted([*source.tables, *flat.tables], key=lambda each: each.start)):
        heads = read_heads(Grid(table, source.folded))
        found.append(replace(table, kind=heads.kind if heads else None))
    return replace(source, tables=tuple(found)), flat.uneven


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
