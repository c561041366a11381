"""Tables that a plain text prints flat: every cell on a line of its own, or the cells of a row parted by tabs or bars.

A flat table is taken only where its cells come out even: rows begin with numbers that go on (1, 2, 3 …), or every run
of cells has bodies where the heads want bodies. Anything else is reported, never guessed.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.pattern import Pattern
from loaders.plan import Cell, Passed, Table
from loaders.tables.flat_heads import FEWEST_HEADS, head_lines, is_duty_list, line_of, runs_of
from loaders.tables.flat_rows import NUMBER, Columns, FlatLine, FlatRow, aligned, duties, fits, last_aligned
from loaders.tables.heads import BODIES, kind_of

ENDS = Pattern(
    "end_of_flat_table",
    r"附[件表] ?\d{0,2}[::]?$|(?:注|备注)[::]|专栏 ?\d|\d{4}年\d{1,2}月\d{1,2}日$|第[一二三四五六七八九十]+[章节条]",
    ("附件2", "注:下同", "第三章 保障措施", "2024年5月6日"),
    ("附件材料", "1", "市财政局", "2024年5月"),
    "match",
)
HEADING = Pattern(
    "heading_in_flat_table",
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)",
    ("二、重点任务", "(一)健全体系"),
    ("1", "一是健全体系", "市财政局"),
    "match",
)


@dataclass(frozen=True, slots=True)
class Flat:
    """The flat tables of a text, and the places that look like one and do not come out even."""

    tables: list[Table] = field(default_factory=list)
    uneven: list[Passed] = field(default_factory=list)


def flat_tables(folded: str, taken: Sequence[Table]) -> Flat:
    """The tables of a folded text that stand flat outside the tables that its reader found."""
    found = Flat()
    heads = head_lines(folded)
    if len(heads) < FEWEST_HEADS - 1:
        return found
    ends = [table.end for table in taken]
    reach = 0
    for run in runs_of(folded, heads):
        index = bisect_right(ends, run[0].start)
        inside = index < len(taken) and taken[index].start <= run[0].start
        if run[0].start < reach or inside:
            continue
        stop = taken[index].start if index < len(taken) else len(folded)
        table, uneven, reach = _read(folded, run, stop)
        found.tables.extend([table] if table else [])
        found.uneven.extend(uneven)
    return found


def _read(folded: str, run: list[FlatLine], stop: int) -> tuple[Table | None, list[Passed], int]:
    """The table below a run of heads, what in it is uneven, and how far it reaches."""
    for head in (run, run[1:], run[2:]):  # a title above the heads may read like one (主要指标)
        wide = len(head) >= FEWEST_HEADS or is_duty_list(head)
        rows, uneven = _rows(folded, head, stop) if wide else ([], [])
        if any(row[0] is not None and len(row) > 1 for row in rows):
            return _table(head, rows, uneven)
    numbered = _is_numbered(run)
    lines = _lines_below(folded, run[-1].end, stop, len(run), numbered=numbered)
    whole = Passed("flat_table_uneven", run[0].start, lines[-1].end if lines and numbered else run[-1].end)
    looks = numbered and any(NUMBER.re.fullmatch(line.words) for line in lines[:2])
    return None, [whole] if looks else [], run[-1].end


def _is_numbered(run: list[FlatLine]) -> bool:
    return any(kind_of(line.bare) == "number" for line in run[:3])


def _rows(folded: str, run: list[FlatLine], stop: int) -> tuple[list[FlatRow], list[FlatLine]]:
    """The rows below these heads, and the places of rows that are uneven."""
    numbered = _is_numbered(run)
    lines = _lines_below(folded, run[-1].end, stop, len(run), numbered=numbered)
    if is_duty_list(run):
        return duties(lines), []
    return _numbered_rows(run, lines) if numbered else _even_rows(run, lines)


def _table(run: list[FlatLine], rows: list[FlatRow], uneven: list[FlatLine]) -> tuple[Table | None, list[Passed], int]:
    cells = [Cell(0, column, 1, 1, line.start, line.end) for column, line in enumerate(run)]
    for row, words in enumerate(rows, 1):
        width = 1 if len(words) > 1 else len(run)
        cells += [Cell(row, at, 1, width, line.start, line.end) for at, line in enumerate(words) if line is not None]
    end = max(cell.end for cell in cells)
    odd = [Passed("flat_row_uneven", each.start, each.end) for each in uneven if each.start < end]
    return Table(run[0].start, end, tuple(cells)), odd, end


def _lines_below(folded: str, at: int, stop: int, width: int, *, numbered: bool) -> list[FlatLine]:
    """The lines below a head up to the next heading, note or annex; between rows, a heading right above a row number
    names a group of rows."""
    found: list[FlatLine] = []
    begun = 0
    while at < stop:
        end = folded.find("\n", at, stop)
        end = stop if end < 0 else end
        line = line_of(folded, at, end)
        at = end + 1
        if not line.words:
            continue
        is_number = NUMBER.re.fullmatch(line.words) is not None
        between = len(found) - 1 - begun >= width if numbered else width == 2 or len(found) % width == 1
        if found and HEADING.re.match(found[-1].words) and not is_number and (between or begun == 0 == len(found) - 1):
            return found[:-1]
        if ENDS.re.match(line.words):
            return found
        begun = len(found) if is_number else begun
        found.append(line)
    over = bool(found) and HEADING.re.match(found[-1].words) and len(found) - 1 - begun >= width
    return found[:-1] if over else found


def _numbered_rows(run: list[FlatLine], lines: list[FlatLine]) -> tuple[list[FlatRow], list[FlatLine]]:
    """Rows by their numbers 1, 2, 3 …, and rows that name a group of them; and the places of all others.

    Columns before the numbers hold classes of rows, whose words are printed where a class begins.
    """
    columns = [kind_of(line.bare) for line in run]
    classes = columns.index("number")
    starts = _starts(lines, len(run), classes)
    before = lines[: starts[0]] if starts else lines
    groups = [line for line in before if HEADING.re.match(line.words)]
    leading = before[len(groups) :]
    if not starts or len(leading) > classes or groups != before[: len(groups)]:
        return [], []
    rows: list[FlatRow] = [[line] for line in groups]
    odd: list[FlatLine] = []
    for first, after in zip(starts, [*starts[1:], len(lines)], strict=True):
        held = _without_head(run, lines[first:after])
        end = len(held)
        while after < len(lines) and end > len(run) and HEADING.re.match(held[end - 1].words):
            end -= 1
        found, used = _aligned(columns[classes:], held[:end], classes, last=after == len(lines))
        if found:
            rows += [
                [*[None] * (classes - len(leading)), *leading, *found[0]],
                *([*[None] * classes, *x] for x in found[1:]),
            ]
            rows += [[line] for line in held[end:] if after < len(lines)]
        else:
            odd.append(FlatLine(lines[first].start, lines[after - 1].end, ""))
        leading = held[used:end] if found else []
    return (rows, odd) if any(len(row) > 1 for row in rows) else ([], [])


def _aligned(columns: Columns, lines: list[FlatLine], classes: int, *, last: bool) -> tuple[list[FlatRow], int]:
    """The rows of these lines, and how many lines they use: up to ``classes`` at the end belong to the next row."""
    if last:
        return last_aligned(columns, lines)
    ends = sorted(range(len(lines) - classes, len(lines) + 1), key=lambda end: abs(end - len(columns)))
    ways = ((aligned(columns, lines[:end]), end) for end in ends if end > 0)
    return next(((found, end) for found, end in ways if found), ([], 0))


def _starts(lines: list[FlatLine], width: int, classes: int) -> list[int]:
    """Where the numbers 1, 2, 3 … stand: right behind a whole row where the next one stands there, else later."""
    numbers = {
        index: int(re.sub(r"\D", "", line.words)) for index, line in enumerate(lines) if NUMBER.re.fullmatch(line.words)
    }
    starts: list[int] = []
    for index, number in numbers.items():
        expected = len(starts) + 1
        if number != expected or (starts and index - starts[-1] < 2):
            continue
        behind = range(starts[-1] + width - classes, starts[-1] + width + 1) if starts else range(0)
        if behind and index < behind[0] and any(numbers.get(place) == expected for place in behind):
            continue
        starts.append(index)
    return starts


def _without_head(run: list[FlatLine], lines: list[FlatLine]) -> list[FlatLine]:
    """The lines of a row without a head that is repeated behind it."""
    head, width = [line.bare for line in run], len(run)
    at = next((at for at in range(width, len(lines)) if [line.bare for line in lines[at : at + width]] == head), None)
    return lines if at is None else lines[:at] + lines[at + width :]


def _even_rows(run: list[FlatLine], lines: list[FlatLine]) -> tuple[list[FlatRow], list[FlatLine]]:
    """Rows without numbers: as many lines as heads, each with bodies or figures where they are wanted; two or more.

    A class of rows in the first column is printed where it begins.
    """
    columns = [kind_of(line.bare) for line in run]
    if not {*columns} & {*BODIES, "value"}:
        return [], []
    rows: list[FlatRow] = []
    at = 0
    while at < len(lines):
        whole = lines[at : at + len(run)]
        within: FlatRow = [None, *lines[at : at + len(run) - 1]]
        if len(whole) == len(run) and fits(columns, whole):
            rows.append(whole)
        elif rows and columns[0] in ("group", "content") and len(within) == len(run) and fits(columns, within):
            rows.append(within)
        else:
            return [], []
        at += len(run) - (rows[-1][0] is None)
    return (rows, []) if len(rows) > 1 else ([], [])
