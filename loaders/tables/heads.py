"""The head rows of a table: what each column is for, and what that makes of the table."""

from dataclasses import dataclass, replace

from codebooks.tables import ColumnKind, column_kind
from graph.facts import Role
from loaders.pattern import Pattern
from loaders.plan import TableKind
from loaders.tables.grid import Grid

HIGHEST = 8
"""Rows above a head (title, unit) that are looked over."""
BODIES: dict[ColumnKind, Role] = {
    "lead": "lead", "participant": "participant", "responsible": "responsible", "body": "responsible",
}  # fmt: skip
YEAR = Pattern(
    "year_of_column",
    r"(?<!\d)20\d\d(?!\d)(?!年?[版号])",
    ("2025年", "目标值2030年", "2021-2025年累计", "2025"),
    ("指标体系(2023年版)", "十四五末", "12025"),
)
DEPARTMENTS = Pattern(
    "departments_of_one_body",
    r"(?P<body>.{0,14}?[委局办厅部院会])(?:机关)?(?P<inner>内部?|内设)?"
    r"(?:牵头|主办|主责|责任|承办|落实|负责|配合|参与|协办)(?:责任)?(?:处室|科室|处|科)",
    ("市卫健委内牵头处室", "市卫生健康局责任科室", "市医保局配合处", "委内牵头处室"),
    ("牵头处室", "责任科室", "市卫健委牵头单位"),
    "fullmatch",
)
INSIDE = Pattern("bracket_in_head", r"\([^()]*\)", ("责任处(科)室",), ("责任处室",))
DIVIDES = Pattern("head_of_who_does_what", r"分工$", ("任务分工", "工作分工"), ("分工安排", "责任单位"))
BRACKET = Pattern("bracket_of_head", r"\([^()]*\)$", ("牵头单位(处室)", "目标值(%)"), ("(市)牵头单位", "牵头单位"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its kind (None: not known), its head from top to bottom (folded, without blanks), the latest year that
    the head prints, and the body whose departments its cells name."""

    kind: ColumnKind | None
    head: str
    year: int | None = None
    of_body: str | None = None


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of a table, the first row of its head and the first row below."""

    columns: tuple[Column, ...]
    first: int
    below: int
    kind: TableKind | None

    def of(self, *kinds: ColumnKind) -> list[int]:
        """The indexes of the columns of these kinds, from the left."""
        return [index for index, column in enumerate(self.columns) if column.kind in kinds]


def read_heads(grid: Grid) -> Heads | None:
    """The head of a table, None where no row of its first ones is one."""
    for row in range(min(grid.rows, HIGHEST)):
        cells = grid.row(row)
        known = [cell for cell in cells if kind_of(grid.bare(cell))]
        if len(cells) > 1 and len(known) > 1 and len(known) * 2 >= len(cells):
            below = _below(grid, row)
            columns = _divided(tuple(_column(grid, row, below, index) for index in range(grid.columns)))
            return Heads(columns, row, below, table_kind(columns))
    return None


def kind_of(words: str) -> ColumnKind | None:
    """What a head says (folded, without blanks), a bracket at its end apart; None for words that are no known head."""
    if not words or len(words) > 40:
        return None
    forms = dict.fromkeys((words, BRACKET.re.sub("", words), INSIDE.re.sub("", words)))
    return next((kind for form in forms if (kind := column_kind(form))), None)


def _below(grid: Grid, row: int) -> int:
    """The first row below a head: as deep as its merged cells, or a second row that holds heads alone."""
    deepest = max(cell.row + cell.rows for cell in grid.row(row))
    below = deepest if deepest < min(grid.rows, row + 4) else row + 1
    while below < min(grid.rows, row + 3):
        own = [cell for cell in grid.row(below) if cell.row == below]
        if not own or not all(kind_of(grid.bare(cell)) for cell in own):
            return below
        below += 1
    return below


def _column(grid: Grid, first: int, below: int, index: int) -> Column:
    """The column at this index by the words of its heads, the lowest first where they are not one head together."""
    cells = [grid.at(row, index) for row in range(first, below)]
    words = list(dict.fromkeys(grid.bare(cell) for cell in cells if cell is not None))
    joined = "".join(words)
    kind = next((kind for each in (joined, *reversed(words)) if (kind := kind_of(each))), None)
    years = YEAR.re.findall(joined)
    named = next((found for each in reversed(words) if (found := DEPARTMENTS.re.fullmatch(each))), None)
    return Column(kind, joined, int(years[-1]) if years else None, named["body"] if named else None)


def _divided(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns; beside one of tasks, one of who does what (任务分工) holds bodies where no other does."""
    tasks = [column for column in columns if column.kind == "content" and not DIVIDES.fits(column.head)]
    if not tasks or any(column.kind in BODIES for column in columns):
        return columns
    return tuple(
        replace(column, kind="responsible") if column.kind == "content" and DIVIDES.fits(column.head) else column
        for column in columns
    )


def table_kind(columns: tuple[Column, ...]) -> TableKind | None:
    """What a table is by its columns: see the words on tables in the guidelines; None where nothing says it."""
    kinds = [column.kind for column in columns]
    bodies = {kind for kind in kinds if kind in BODIES}
    measured = "value" in kinds or "base" in kinds
    if "indicator" in kinds and not (bodies - {"body"} and _names_tasks(kinds)):
        return "indicator"
    if "content" in kinds and (bodies or "deadline" in kinds):
        return "task"
    if measured and (not bodies or bodies == {"body"}):
        return "indicator"
    if bodies - {"body"} and {"goal", "group", "value"} & {*kinds}:
        return "task"
    return "none" if {"person", "agenda"} & {*kinds} else None


def _names_tasks(kinds: list[ColumnKind | None]) -> bool:
    """Whether the rows of a table with indicators are tasks: one column of tasks left of the numbers is but a class."""
    contents = [index for index, kind in enumerate(kinds) if kind == "content"]
    number = kinds.index("number") if "number" in kinds else -1
    return len(contents) > 1 or (len(contents) == 1 and contents[0] > number)
