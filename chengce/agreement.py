"""`chengce agree`: how far two coders, or two codebooks, agree on the same units: Cohen's kappa with its interval."""

import csv
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

from chengce.errors import UserError

WANTED = ("unit", "code", "value")
RESAMPLES = 2000
SEED = 20_000


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders on one code. ``both``, ``first``, ``second``, ``neither``: units that they gave it; ``kappa`` is null
    where neither varies; ``low`` and ``high`` end the percentile interval of 95 % of the bootstrap, null where none."""

    code: str
    units: int
    both: int
    first: int
    second: int
    neither: int
    agreed: float
    kappa: float | None
    low: float | None
    high: float | None


def read_coding(file: Path) -> dict[tuple[str, str], int]:
    """A coder's values, 0 or 1, by unit and code; rows without a value are left out. Raises UserError."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{file}: cannot be read: {error}; wanted a CSV in UTF-8") from error
    if not rows or not set(WANTED) <= set(rows[0]):
        raise UserError(
            f"{file}: the columns {', '.join(WANTED)} are wanted, found {', '.join(rows[0] if rows else ())}"
        )
    found: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows, 2):
        value = (row["value"] or "").strip()
        if value not in ("0", "1", "", "NA"):
            raise UserError(f"{file}, line {number}: value: {value!r} is none; wanted 0, 1, or nothing for not read")
        if value in ("0", "1"):
            key = row["unit"], row["code"]
            if key in found:
                raise UserError(f"{file}, line {number}: {key[0]} has the code {key[1]} twice; keep one row")
            found[key] = int(value)
    return found


def agreements(first: dict[tuple[str, str], int], second: dict[tuple[str, str], int]) -> list[Agreement]:
    """A row for every code that both used, then one over all of them. Units that only one coded are left out.

    Raises UserError where they share none.
    """
    shared = sorted(first.keys() & second.keys())
    if not shared:
        raise UserError("the two files have no unit and code in common; code the same units by the same keys")
    codes = sorted({code for _, code in shared})
    rows = [_agreement(code, [key for key in shared if key[1] == code], first, second) for code in codes]
    return [*rows, _agreement("*", shared, first, second)]


def show(rows: Sequence[Agreement], form: str, stream: TextIO) -> None:
    """Write the rows as CSV, or as a table for a terminal."""
    if form == "csv":
        writer = csv.DictWriter(stream, list(Agreement.__slots__), lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(row) for row in rows)
        return
    from rich.table import Table  # noqa: PLC0415

    from chengce.answers import terminal  # noqa: PLC0415

    table = Table("code", "units", "both", "first", "second", "neither", "agreed", "kappa", "95 %")
    for row in rows:
        counts = map(str, (row.units, row.both, row.first, row.second, row.neither))
        kappa = "not defined" if row.kappa is None else f"{row.kappa:.3f}"
        span = "" if row.low is None or row.high is None else f"{row.low:.3f}–{row.high:.3f}"
        table.add_row(row.code, *counts, f"{row.agreed:.3f}", kappa, span)
    terminal(stream).print(table)


def _agreement(
    code: str, keys: Sequence[tuple[str, str]], first: dict[tuple[str, str], int], second: dict[tuple[str, str], int]
) -> Agreement:
    pairs = [(first[key], second[key]) for key in keys]
    both, one, other = pairs.count((1, 1)), pairs.count((1, 0)), pairs.count((0, 1))
    neither = len(pairs) - both - one - other
    kappa, low, high = _kappa(pairs)
    return Agreement(
        code, len(pairs), both, one, other, neither, round((both + neither) / len(pairs), 6), kappa, low, high
    )


def _kappa(pairs: Sequence[tuple[int, int]]) -> tuple[float | None, float | None, float | None]:
    """Kappa and its interval. Where every value is the same it is not defined."""
    try:
        import numpy as np  # noqa: PLC0415
        from scipy.stats import bootstrap  # noqa: PLC0415 - half a second
    except ModuleNotFoundError as error:
        raise UserError(f"{error.name} is not installed; run `uv sync --extra coding`") from error

    def kappa(one: "np.ndarray", two: "np.ndarray", axis: int = -1) -> "np.ndarray":
        """(observed - expected) / (1 - expected) of the agreement, along an axis; 1 in a sample without any variety."""
        observed = np.mean(one == two, axis=axis)
        first, second = np.mean(one, axis=axis), np.mean(two, axis=axis)
        expected = first * second + (1 - first) * (1 - second)
        with np.errstate(invalid="ignore"):
            return np.where(expected == 1, 1.0, (observed - expected) / (1 - expected))

    if len({value for pair in pairs for value in pair}) == 1:
        return None, None, None
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    value = round(float(kappa(left, right)), 6)
    if len(pairs) < 3:
        return value, None, None
    drawn = bootstrap((left, right), kappa, paired=True, n_resamples=RESAMPLES, method="percentile", rng=SEED)
    low, high = (round(float(end), 6) for end in drawn.confidence_interval)
    return value, low, high
