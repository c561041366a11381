"""The rows of a flat table: which of its lines is the cell of which column, or that this cannot be told.

A cell that is merged over rows, or empty, leaves no line behind. So a row may have fewer lines than the table has
columns, and a cell of several paragraphs more; both are taken only where every cell fits the head of its column and
no other way of laying them out does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from codebooks.institutions import identify
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
FIGURE_ALONE = Pattern(
    "figure_alone",
    r"(?:[≥≤<>]|不[低高]于)?\d[\d.,:~-]*[%‰]?(?:以[上下内]|左右)?",
    ("12", "≥40", "1:0.5", "95%以上"),
    ("5岁以下", "参保率", "2个"),
    "fullmatch",
)
ROLE_AT_END = Pattern(
    "role_at_end_of_bodies",
    r"[局委办部厅院会室处科中心府位门市县区)]等?(?:相关)?(?:部门|单位)?(?:按职责(?:分工)?)?(?:牵头|负责|配合|参与|协助|落实)(?:负责|落实|实施)?。?$",
    ("市甲局牵头,市乙局配合", "各县区按职责分工负责"),
    ("做好配合", "加强牵头", "市甲局"),
)
KIND_OF_INDICATOR = Pattern(
    "kind_of_indicator",
    r"(?:约束|预期|定量|定性|参考|逆向|正向)性?(?:指标)?",
    ("约束性", "定量", "预期性指标"),
    ("参保率", "95%"),
    "fullmatch",
)
SEPARATOR = Pattern("between_names", r"[、,;。 ]+|等$", ("市甲局、市乙局", "市甲局 市乙局"), ("市甲局",))
LEVEL = Pattern(
    "level_of_a_name", r"[市省区县州各]|有关|相关|全市|市直", ("市甲局", "各县区", "有关部门"), ("建设医院",), "match"
)
EMPTY = frozenset({"/", "-", "--", "无", "—"})
PROSE: frozenset[ColumnKind] = frozenset({"content", "goal"})
NAMES: frozenset[ColumnKind | None] = frozenset({"content", "indicator", "group"})
WANTED: dict[ColumnKind | None, Pattern] = {"number": NUMBER, "deadline": WHEN, "value": FIGURE, "base": FIGURE}
SEVERAL_LINES = PROSE | BODIES.keys()
MOST_LINES, MOST_WAYS = 40, 200
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
    return _below_one_number(columns, lines) or _spread(columns, lines)


def last_aligned(columns: Columns, lines: list[FlatLine]) -> tuple[list[FlatRow], int]:
    """The last rows of a table and how many lines they use: what follows them is no cell any more."""
    whole = lines[: len(columns)]
    if len(whole) == len(columns) and fits(columns, whole):
        return [whole], len(columns)
    return aligned(columns, lines), len(lines)


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
        ends = not line.bare.endswith("。") and BODY_END.fits(line.bare.rstrip("、,;)等"))
        return ends or is_bodies(line) or ROLE_AT_END.fits(line.bare)
    if kind in WANTED:
        return short and WANTED[kind].fits(line.words)
    if kind in NAMES and FIGURE_ALONE.fits(line.bare):
        return False
    is_time = len(line.words) <= LONGEST_UNIT and line.words.startswith("20") and WHEN.fits(line.words)
    return not is_time and (kind in ("aside", None) or not KIND_OF_INDICATOR.fits(line.words))


def duties(lines: list[FlatLine]) -> list[FlatRow]:
    """The rows of a list of duties by body: each begins with a line of bodies and goes on up to the next; none where
    there are fewer than three."""
    begins = [index for index, line in enumerate(lines) if is_bodies(line) or _closed_before(lines, index)]
    if not begins or begins[0] != 0:
        return []
    ends = [*begins[1:], len(lines)]
    rows = [[lines[a], _one(lines[a + 1 : b])] for a, b in zip(begins, ends, strict=True) if b - a > 1]
    return [*rows] if len(rows) > 2 else []


def _closed_before(lines: list[FlatLine], index: int) -> bool:
    """Whether a short line that ends as names do follows a duty that is closed: a body that is not known as one."""
    line = lines[index]
    short = len(line.bare) <= LONGEST_NAME and BODY_END.fits(line.bare)
    return short and index > 0 and lines[index - 1].words.endswith("。")


def _with_a_gap(columns: Columns, lines: list[FlatLine]) -> list[FlatRow]:
    """Every way to lay out a row that lacks one cell: its number, its innermost task and its only bodies are there."""
    named = [index for index, kind in enumerate(columns) if kind in ("content", "indicator")][-1:]
    bodies = [index for index, kind in enumerate(columns) if kind in BODIES]
    held = {0, *named, *(bodies if len(bodies) == 1 else [])}
    return [[*lines[:gap], None, *lines[gap:]] for gap in range(len(columns)) if gap not in held]


def _spread(columns: Columns, lines: list[FlatLine]) -> list[FlatRow]:
    """A row of which cells of prose or of bodies have several lines, where that goes in one way alone."""
    if not len(columns) < len(lines) <= MOST_LINES:
        return []
    figures = "indicator" in columns or "value" in columns
    ways: list[list[FlatLine]] = [[]]
    used: list[int] = [0]
    for index, kind in enumerate(columns):
        left = len(columns) - index - 1
        more: list[tuple[list[FlatLine], int]] = []
        for way, at in zip(ways, used, strict=True):
            longest = len(lines) - at - left
            for end in range(at + 1, at + 1 + (longest if kind in SEVERAL_LINES else 1)):
                if not _is_of(kind, lines[end - 1], figures):
                    break
                more.append(([*way, _one(lines[at:end])], end))
        ways, used = [way for way, _ in more[:MOST_WAYS]], [end for _, end in more[:MOST_WAYS]]
    whole = [way for way, at in zip(ways, used, strict=True) if at == len(lines)]
    return [whole[0]] if len(whole) == 1 else []


def _one(lines: list[FlatLine]) -> FlatLine:
    return FlatLine(lines[0].start, lines[-1].end, "\n".join(line.words for line in lines))


def _is_of(kind: ColumnKind | None, line: FlatLine, figures: bool) -> bool:
    """Whether a line can only be (part of) a cell of this kind of column."""
    if kind in PROSE:
        return not is_bodies(line) and not (len(line.words) <= LONGEST_NAME and WHEN.fits(line.words))
    if kind in BODIES and not (figures and kind == "body"):
        return line.words in EMPTY or is_bodies(line)
    return _fits(kind, line, figures)


def is_bodies(line: FlatLine) -> bool:
    """Whether a line is a list of bodies and nothing else."""
    forms = ([name for name in SEPARATOR.re.split(words) if name] for words in (line.words, line.bare))
    return any(
        names and all(BODY_END.fits(name) and (LEVEL.fits(name) or identify(name)) for name in names) for names in forms
    )


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
