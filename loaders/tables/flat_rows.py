"""The rows of a flat table: which of its lines is the cell of which column, or that this cannot be told.

A cell that is merged over rows, or empty, leaves no line behind. So a row may have fewer lines than the table has
columns, and a cell of several paragraphs more; both are taken only where every cell fits the head of its column and
no other way of laying them out does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from codebooks.tables import ColumnKind
from loaders.pattern import Pattern
from loaders.rules.line_words import BODY_END
from loaders.tables.heads import BODIES

NUMBER = Pattern("row_number", r"\(?\d{1,3}\)?[.、]?", ("1", "12.", "(3)"), ("1.2", "2025年", "第1"), "fullmatch")
WHEN = Pattern(
    "cell_of_time",
    r"20\d\d|\d{1,2}月|年底|每[年月季]|全年|长期|持续|常态|适时|立即|按[时期]|即时|季度|上半年|下半年",
    ("2024年底前", "6月", "长期坚持", "持续推进"),
    ("市财政局", "建设医院"),
)
FIGURE = Pattern(
    "cell_of_figures",
    r"\d|全覆盖|提高|提升|下降|降低|增长|增加|稳定|保持|完成|达标",
    ("95%", "全覆盖", "持续提升"),
    ("张", "预期性", "参保率"),
)
KIND_OF_INDICATOR = Pattern(
    "kind_of_indicator",
    r"(?:约束|预期|定量|定性|参考|逆向|正向)性?(?:指标)?",
    ("约束性", "定量", "预期性指标"),
    ("参保率", "95%"),
    "fullmatch",
)
EMPTY = frozenset({"/", "-", "--", "无", "—"})
PROSE: frozenset[ColumnKind] = frozenset({"content", "goal"})
WANTED: dict[ColumnKind | None, Pattern] = {"number": NUMBER, "deadline": WHEN, "value": FIGURE, "base": FIGURE}
LONGEST_NAME, LONGEST_FIGURE, LONGEST_UNIT = 16, 30, 8
Columns = Sequence[ColumnKind | None]


@dataclass(frozen=True, slots=True)
class FlatLine:
    """A line of the text that is a cell, or part of one: its place and words."""

    start: int
    end: int
    words: str

    @property
    def bare(self) -> str:
        """Its words without blanks."""
        return "".join(self.words.split())


FlatRow = Sequence[FlatLine | None]


def aligned(columns: Columns, lines: list[FlatLine]) -> list[FlatRow]:
    """The rows that these lines make up, which begin with a number; none where they do not come out even."""
    if len(lines) == len(columns):
        return [lines] if fits(columns, lines) else []
    if len(lines) == len(columns) - 1:
        ways = [way for way in _with_a_gap(columns, lines) if fits(columns, way)]
        return ways if len(ways) == 1 else []
    return _joined(columns, lines) or _below_one_number(columns, lines)


def last_aligned(columns: Columns, lines: list[FlatLine]) -> list[FlatRow]:
    """The last row of a table: what follows it is no cell any more."""
    whole = lines[: len(columns)]
    return [whole] if len(whole) == len(columns) and fits(columns, whole) else []


def fits(columns: Columns, row: FlatRow) -> bool:
    """Whether every cell of a row fits the head of its column."""
    figures = "indicator" in columns or "value" in columns
    return all(_fits(kind, line, figures) for kind, line in zip(columns, row, strict=True))


def _fits(kind: ColumnKind | None, line: FlatLine | None, figures: bool) -> bool:
    if line is None or line.words in EMPTY:
        return True
    short = len(line.words) <= LONGEST_FIGURE
    if kind == "body" and figures:
        return len(line.bare) <= LONGEST_UNIT
    if kind in BODIES:
        return BODY_END.fits(line.bare.rstrip("。、,;)等"))
    if kind in WANTED:
        return short and WANTED[kind].fits(line.words)
    is_time = len(line.words) <= LONGEST_UNIT and line.words.startswith("20") and WHEN.fits(line.words)
    return not is_time and (kind in ("aside", None) or not KIND_OF_INDICATOR.fits(line.words))


def _with_a_gap(columns: Columns, lines: list[FlatLine]) -> list[FlatRow]:
    """Every way to lay out a row that lacks one cell: its number, its innermost task and its only bodies are there."""
    named = [index for index, kind in enumerate(columns) if kind in ("content", "indicator")][-1:]
    bodies = [index for index, kind in enumerate(columns) if kind in BODIES]
    held = {0, *named, *(bodies if len(bodies) == 1 else [])}
    return [[*lines[:gap], None, *lines[gap:]] for gap in range(len(columns)) if gap not in held]


def _joined(columns: Columns, lines: list[FlatLine]) -> list[FlatRow]:
    """A row of which the only cell of prose has several lines."""
    prose = [index for index, kind in enumerate(columns) if kind in PROSE]
    more = len(lines) - len(columns)
    if more <= 0 or len(prose) != 1:
        return []
    first, last = lines[prose[0]], lines[prose[0] + more]
    closed = last.words.endswith(("。", ";")) or len(last.words) > LONGEST_NAME
    row = [*lines[: prose[0]], FlatLine(first.start, last.end, first.words), *lines[prose[0] + more + 1 :]]
    return [row] if closed and fits(columns, row) else []


def _below_one_number(columns: Columns, lines: list[FlatLine]) -> list[FlatRow]:
    """Rows of which number and first cells are merged: the rows below the first lack them."""
    width, more = len(columns), len(lines) - len(columns)
    if more <= 0 or not fits(columns, lines[:width]):
        return []
    ways: list[list[FlatRow]] = []
    for lacking in range(1, min(width - 1, 4)):
        held = width - lacking
        rest = [lines[at : at + held] for at in range(width, len(lines), held)]
        rows: list[FlatRow] = [[*[None] * lacking, *row] for row in rest]
        if more % held == 0 and all(len(row) == width and fits(columns, row) for row in rows):
            ways.append([lines[:width], *rows])
    return ways[0] if len(ways) == 1 else []
