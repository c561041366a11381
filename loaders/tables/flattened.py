"""Tables that a plain text prints flat: every cell on a line of its own, or the cells of a row parted by tabs or bars.

A flat table is taken only where its cells come out even: rows begin with numbers that go on (1, 2, 3 …), or every run
of cells has bodies where the heads want bodies. Anything else is reported, never guessed.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.labels import label_at
from loaders.pattern import Pattern
from loaders.plan import Cell, Passed, Table
from loaders.rules.line_words import BODY_END
from loaders.tables.heads import BODIES, kind_of

FEWEST_HEADS, MOST_HEADS = 3, 12
NUMBER = Pattern("row_number", r"\(?\d{1,3}\)?[.、]?", ("1", "12.", "(3)"), ("1.2", "2025年", "第1"), "fullmatch")
ENDS = Pattern(
    "end_of_flat_table",
    r"附[件表] ?\d{0,2}[::]?$|(?:注|备注)[::]|专栏 ?\d|\d{4}年\d{1,2}月\d{1,2}日$|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[章节条]",
    ("附件2", "注:下同", "二、重点任务", "第三章 保障措施"),
    ("附件材料", "1", "市财政局"),
    "match",
)
MARK = Pattern(
    "mark_of_head",
    r"[位门标室体值](?=[ *|\t]{0,4}\n)",
    ("序号\n重点任务\n责任单位\n", "指标 \n"),
    ("责任单位:市财政局\n", "单位"),
)
LONGEST_HEAD = 30
EMPTY = frozenset({"/", "-", "--", "无", "—"})


@dataclass(frozen=True, slots=True)
class Flat:
    """The flat tables of a text, and the places that look like one and do not come out even."""

    tables: list[Table] = field(default_factory=list)
    uneven: list[Passed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str

    @property
    def bare(self) -> str:
        return "".join(self.words.split())


def flat_tables(folded: str, taken: Sequence[Table]) -> Flat:
    """The tables of a folded text that stand flat outside the tables that its reader found."""
    found = Flat()
    heads = _head_lines(folded)
    if len(heads) < FEWEST_HEADS:
        return found
    ends = [table.end for table in taken]
    reach = 0
    for run in _runs(folded, heads):
        index = bisect_right(ends, run[0].start)
        inside = index < len(taken) and taken[index].start <= run[0].start
        if run[0].start < reach or inside:
            continue
        stop = taken[index].start if index < len(taken) else len(folded)
        table, uneven, reach = _read(folded, run, stop)
        found.tables.extend([table] if table else [])
        found.uneven.extend(uneven)
    return found


def _head_lines(folded: str) -> list[_Line]:
    """The lines that are heads of columns by themselves, near those that end as most tables have one head end."""
    found: dict[int, _Line] = {}
    for mark in MARK.re.finditer(folded):
        if mark.start() not in found:
            found |= {line.start: line for line in _around(folded, mark.start())}
    return [found[start] for start in sorted(found)]


def _around(folded: str, place: int) -> list[_Line]:
    """The head in the line that holds this place, and the heads in the lines above and below it without a gap."""
    begin = folded.rfind("\n", 0, place) + 1
    up, down = begin, begin
    found: list[_Line] = []
    while up > 0 and len(found) < MOST_HEADS:
        start = folded.rfind("\n", 0, up - 1) + 1
        line = _line(folded, start, up - 1)
        if not _is_head(line):
            break
        found += [line] if line.words else []
        up = start
    for _ in range(3 * MOST_HEADS):
        end = folded.find("\n", down)
        end = len(folded) if end < 0 else end
        line = _line(folded, down, end)
        if down > end or not _is_head(line):
            break
        found += [line] if line.words else []
        down = end + 1
    return found


def _is_head(line: _Line) -> bool:
    """Whether the line is a head, or blank."""
    short = len(line.words) <= LONGEST_HEAD
    return not line.words or (short and not label_at(line.words, 0) and kind_of(line.bare) is not None)


def _line(folded: str, start: int, end: int) -> _Line:
    """The line without blanks and Markdown's marks at its ends."""
    words = folded[start:end].strip(" *#|\t")
    at = folded.index(words, start) if words else start
    return _Line(at, at + len(words), words)


def _runs(folded: str, heads: list[_Line]) -> list[list[_Line]]:
    """Runs of heads with nothing but blanks between them."""
    runs: list[list[_Line]] = []
    for line in heads:
        if runs and not folded[runs[-1][-1].end : line.start].strip(" \n*#|"):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [run[:MOST_HEADS] for run in runs if len(run) >= FEWEST_HEADS]


def _read(folded: str, run: list[_Line], stop: int) -> tuple[Table | None, list[Passed], int]:
    """The table below a run of heads, what in it is uneven, and how far it reaches."""
    lines = []
    at = run[-1].end
    while at < stop:
        end = folded.find("\n", at, stop)
        end = stop if end < 0 else end
        line = _line(folded, at, end)
        if line.words:
            if ENDS.re.match(line.words):
                break
            lines.append(line)
        at = end + 1
    numbered = kind_of(run[0].bare) == "number"
    rows, uneven = _numbered_rows(run, lines) if numbered else _even_rows(run, lines)
    if not rows:
        whole = Passed("flat_table_uneven", run[0].start, lines[-1].end if lines and numbered else run[-1].end)
        looks = numbered and any(NUMBER.re.fullmatch(line.words) for line in lines[:2])
        return None, [whole] if looks else [], run[-1].end
    cells = [_cell(line, 0, column) for column, line in enumerate(run)]
    cells += [_cell(line, row, column) for row, lines in enumerate(rows, 1) for column, line in enumerate(lines)]
    end = cells[-1].end
    odd = [Passed("flat_row_uneven", each.start, each.end) for each in uneven if each.start < end]
    return Table(run[0].start, end, tuple(cells)), odd, end


def _cell(line: _Line, row: int, column: int) -> Cell:
    return Cell(row, column, 1, 1, line.start, line.end)


def _numbered_rows(run: list[_Line], lines: list[_Line]) -> tuple[list[list[_Line]], list[_Line]]:
    """Rows that begin with the numbers 1, 2, 3 …, each as long as the head; and the first lines of all others."""
    starts: list[int] = []
    expected = 1
    for index, line in enumerate(lines):
        value = int(re.sub(r"\D", "", line.words)) if NUMBER.re.fullmatch(line.words) else None
        follows = not starts or index - starts[-1] > 1
        if value == expected and follows:
            starts.append(index)
            expected += 1
    rows, odd = [], []
    for first, after in zip(starts, [*starts[1:], len(lines)], strict=True):
        row = lines[first:after]
        row = row if after < len(lines) else row[: len(run)]
        if [line.bare for line in row[len(run) :]] == [line.bare for line in run]:
            row = row[: len(run)]
        whole = len(row) == len(run) and _fits(run, row)
        (rows if whole else odd).append(row)
    first = starts[0] if starts else 0
    if first > 0 or not rows:
        return [], []
    return rows, [_Line(row[0].start, row[-1].end, "") for row in odd]


def _even_rows(run: list[_Line], lines: list[_Line]) -> tuple[list[list[_Line]], list[_Line]]:
    """Rows without numbers: as many lines as heads, each with bodies where bodies are wanted; at least two."""
    width = len(run)
    if not any(kind_of(line.bare) in BODIES for line in run):
        return [], []
    rows = [lines[at : at + width] for at in range(0, len(lines) - width + 1, width)]
    good = []
    for row in rows:
        if not _fits(run, row):
            break
        good.append(row)
    whole = len(good) * width == len(lines)
    return (good, []) if len(good) > 1 and whole else ([], [])


def _fits(run: list[_Line], row: list[_Line]) -> bool:
    """Whether the cells under heads of bodies end as names of bodies do, or say that there are none."""
    wanted = [line for head, line in zip(run, row, strict=True) if kind_of(head.bare) in BODIES]
    return all(line.words in EMPTY or BODY_END.re.search(line.bare.rstrip("。、,;)等")) for line in wanted)
