"""`chengce panel`: the panel of compare.panel as CSV or Parquet, a row a city, year and fact."""

import csv
from collections.abc import Iterable
from dataclasses import astuple, fields
from pathlib import Path
from typing import get_args

from chengce.errors import UserError
from compare.panel import KINDS, PanelKind, PanelRow, panel
from graph.facts import PlanFacts

COLUMNS = tuple(one.name for one in fields(PanelRow))


def write(plans: Iterable[PlanFacts], out: Path, kinds: Iterable[str] = ()) -> int:
    """Write the panel to a file whose suffix says its form; gives the number of rows. Raises UserError for another
    suffix, an unknown kind, and a file that cannot be written."""
    writers = {".csv": _csv, ".parquet": _parquet}
    if out.suffix not in writers:
        raise UserError(f"{out}: the form {out.suffix or 'without a suffix'!r} is none; wanted .csv or .parquet")
    chosen = [kind for kind in KINDS if kind in set(kinds)] or list(KINDS)
    for kind in kinds:
        if kind not in get_args(PanelKind):
            raise UserError(f"--kind: {kind!r} is none; wanted one of {', '.join(KINDS)}")
    rows = list(panel(list(plans), chosen))
    try:
        writers[out.suffix](rows, out)
    except OSError as error:
        raise UserError(f"{out}: cannot be written: {error.strerror}; choose another place") from error
    return len(rows)


def _csv(rows: list[PanelRow], out: Path) -> None:
    """UTF-8 with a mark at the beginning, by which spreadsheets know it; null is empty, a bool is 1 or 0."""
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([int(v) if isinstance(v, bool) else v for v in astuple(row)] for row in rows)


def _parquet(rows: list[PanelRow], out: Path) -> None:
    """Typed columns, so that a column without values keeps its type."""
    try:
        import pyarrow  # noqa: PLC0415 - an extra
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise UserError(
            "Parquet needs pyarrow: install the extra with `uv sync --extra panel`, or write .csv"
        ) from error
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    schema = pyarrow.schema([(one.name, types[_kind(one.type)]) for one in fields(PanelRow)])
    columns = {name: [getattr(row, name) for row in rows] for name in COLUMNS}
    pyarrow.parquet.write_table(pyarrow.table(columns, schema=schema), out)


def _kind(annotation: object) -> type:
    """The type of a column's values, null aside."""
    if annotation is PanelKind:
        return str
    return next((one for one in get_args(annotation) if one is not type(None)), annotation)  # type: ignore[return-value]
