"""A table of a known kind as a sheet: its grid, its columns, its title and the rows that say something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.pattern import Pattern
from loaders.plan import Cell, Passed, Source, Table
from loaders.tables.grid import Grid
from loaders.tables.heads import Heads, read_heads

LINES_ABOVE = 4
UNIT_LINE = Pattern(
    "unit_of_table",
    r"\(?单位[::](?P<unit>[^\n]{1,20}?)\)?",
    ("单位:%", "(单位:万元)", "单位:个"),
    ("责任单位:市教育局", "单位"),
    "fullmatch",
)
ANNEX_MARK = Pattern(
    "annex_mark",
    r"附[件表录]? ?[\d一二三四五六七八九十]{0,3}(?:-\d)?[::]?",
    ("附件1", "附件", "附表2:"),
    ("附则", "附件1 分工表"),
    "fullmatch",
)
ANNEX_NUMBER = Pattern(
    "annex_number_before_title",
    r"附[件表录] ?[\d一二三四五六七八九十]{0,3}(?:-\d)? ?[:. ] ?",
    ("附件2:分工表", "附件 分工表"),
    ("附属设施", "分工表"),
    "match",
)
NO_TITLE = Pattern(
    "no_title_of_table",
    r"[。;,:]$|^[一二三四五六七八九十\d]+[、.]|^\([一二三四五六七八九十\d]+\)|^\(?\d{4}年\d{1,2}月|^\(?此件|^注[::]",
    ("现将分工明确如下:", "一、总体要求", "2024年5月6日", "(此件公开发布)"),
    ("某市健康行动重点任务分工表", "健康某市行动(2024-2026年)指标"),
)
NOTE = Pattern(
    "note", r"(?:注|备注|说明|附注)\d?[::.]", ("注:本表按年更新", "备注:下同"), ("注册护士数", "说明书"), "match"
)

NUMBERED = Pattern(
    "numbered_note", r"\(?\d{1,2}[.、)]|[①-⑳]", ("1.手术包括", "(2)按年统计"), ("附件2", "某市人民政府"), "match"
)
LONGEST_NOTE = 4000
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Sheet:
    """A table of a known kind. ``title``: as printed above it or in its first row, None without one; ``remarks``: the
    folded words around the rows that hold for all of them (title, unit, notes)."""

    table: Table
    grid: Grid
    heads: Heads
    title: str | None
    remarks: str

    def rows(self) -> Iterator[int]:
        """The rows below the head that are no repeated head and no note."""
        head = [self.grid.bare(self.grid.at(self.heads.first, column)) for column in range(self.grid.columns)]
        for row in range(self.heads.below, self.grid.rows):
            words = [self.grid.bare(self.grid.at(row, column)) for column in range(self.grid.columns)]
            cells = self.grid.row(row)
            if words != head and cells and not (len(cells) == 1 and NOTE.re.match(self.grid.words(cells[0]))):
                yield row

    def alone(self, row: int) -> Cell | None:
        """The only cell with words of a row that names a group of rows (一、…), None for any other row."""
        cells = [cell for cell in self.grid.row(row) if cell.row == row]
        wide = len(cells) == 1 and len(self.grid.row(row)) == 1
        return cells[0] if wide and self.grid.columns > 1 and cells[0].rows == 1 else None


def sheet_of(source: Source, table: Table) -> Sheet | None:
    """The sheet of a table, None where no head of a table is found in it."""
    grid = Grid(table, source.folded)
    heads = read_heads(grid)
    if heads is None:
        return None
    inside = [cell for row in range(heads.first) for cell in grid.row(row)]
    above = lines_above(source, table)
    named = [(c.start, c.end) for c in inside if not UNIT_LINE.re.fullmatch(grid.words(c))]
    title = _title(source, named if named else above)
    below = [grid.words(cell) for row in range(heads.below, grid.rows) for cell in grid.row(row)[:1]]
    remarks = [source.folded[a:b] for a, b in above] + [grid.words(cell) for cell in inside]
    remarks += [column.head for column in heads.columns] + [words for words in below if NOTE.re.match(words)]
    return Sheet(table, grid, heads, title, "\n".join([*remarks, *_notes_below(source, table)]))


def lines_above(source: Source, table: Table) -> list[tuple[int, int]]:
    """The places of the short lines right above a table that no table and no mark of an annex parts from it."""
    stop = max((other.end for other in source.tables if other.end <= table.start), default=0)
    found: list[tuple[int, int]] = []
    end = table.start
    while len(found) < LINES_ABOVE and end > stop:
        start = source.folded.rfind("\n", stop, end - 1) + 1 or stop
        words = source.folded[start:end].strip(" \n*#")
        if words and (len(words) > 60 or ANNEX_MARK.re.fullmatch(words)):
            break
        if words:
            at = source.folded.index(words, start)
            found.insert(0, (at, at + len(words)))
        end = start
    return found


def _title(source: Source, lines: list[tuple[int, int]]) -> str | None:
    """The title that these lines print: the last of them, unit lines apart, with the lines that it goes on from."""
    lines = [each for each in lines if not UNIT_LINE.re.fullmatch(source.folded[slice(*each)])]
    kept: list[str] = []
    for start, end in reversed(lines):
        words = source.folded[start:end]
        if NO_TITLE.re.search(words) or (kept and not words.endswith(("的", "及", "和", "与", "、"))):
            break
        mark = ANNEX_NUMBER.re.match(words)
        kept.insert(0, source.text[start + (mark.end() if mark else 0) : end].strip())
    return "".join(kept) or None


def _notes_below(source: Source, table: Table) -> list[str]:
    """The note right below a table (注:…)."""
    return [source.folded[start:end] for start, end in _places_below(source, table)[:1]]


def _places_below(source: Source, table: Table) -> list[tuple[int, int]]:
    """The lines of a note right below a table, the numbered ones after it with it."""
    stop = next((other.start for other in source.tables if other.start >= table.end), len(source.folded))
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(source.folded, table.end, min(stop, table.end + LONGEST_NOTE)):
        words = line.group().strip()
        if words and not (NOTE.re.match(words) if not found else NUMBERED.re.match(words)):
            break
        found += [line.span()] if words else []
    return found


def words_around(source: Source, table: Table) -> list[Passed]:
    """The title and unit lines above a table and the notes below it: words about its rows, and no facts."""
    lines = lines_above(source, table)[-1:]
    above = [Passed("table_title", a, b) for a, b in lines if not NO_TITLE.re.search(source.folded[a:b])]
    return above + [Passed("table_note", start, end) for start, end in _places_below(source, table)]
