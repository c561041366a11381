"""Targets of tables: each number to be reached in a row that is measured, with the words of its row and column."""

from collections.abc import Iterator
from dataclasses import dataclass

from codebooks.quantities import indicator_key
from graph.facts import Target
from loaders.pattern import Pattern
from loaders.plan import Cell, Plan
from loaders.rules.clauses import paragraphs
from loaders.rules.line_words import BODY_END
from loaders.rules.table_labels import Label, is_unit, kind_of_unit, read_label, unit_and_base
from loaders.rules.table_values import Value, mark_of, scaled, values
from loaders.tables.sheets import UNIT_LINE, Sheet, sheet_of

UNIT_OF_HEAD = Pattern(
    "unit_of_head", r"\((?:单位[::])?(?P<unit>[^()\d]{1,8})\)", ("目标值(%)", "指标(单位:张)"), ("目标值(2025年)",)
)
UNIT_OF_TITLE = Pattern(
    "unit_of_title", r"\(单位[::](?P<unit>[^()]{1,8})\)", ("主要指标(单位:%)",), ("单位:%", "主要指标(2023年版)")
)
YEARLY = Pattern("yearly", r"每(?:年|季度?|月|周|半年)", ("每年至少1次", "每半年"), ("每千人口", "年均"))
EACH = Pattern(
    "each_of_something",
    r"每(?:个|家|所|县|乡|镇|村|市|区|街道|支|名)[^,。;\d]{0,12}?(?=至少|不少于|不低于|≥|建|设|配|达|有|均|应|\d|[一二两三四五])",
    ("每个乡镇至少1个", "每县建成2家"),
    ("每年至少1次", "每千人口5张"),
)
ENSURES = ("确保", "不得", "不低于", "不少于", "必须")
AIMS = ("力争", "争取", "努力")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of figures with what its row and column say of it."""

    cell: Cell
    label: Label
    unit: str
    year: int | None
    head: str


def read_figures(plan: Plan) -> list[Target]:
    """The targets of a plan's indicator tables."""
    found: list[Target] = []
    for table in plan.source.tables:
        sheet = sheet_of(plan.source, table) if table.kind == "indicator" else None
        if sheet is not None:
            measure = holder(plan, table.start)
            for figure in figures(sheet, past_columns(plan, sheet)):
                found += targets_of(plan, figure, measure)
    return found


def holder(plan: Plan, place: int) -> str | None:
    """The id of the section in whose own words a place stands, None in an annex."""
    inside = [section for section in plan.sections if section.start <= place < section.own_end]
    return inside[-1].id if inside else None


def past_columns(plan: Plan, sheet: Sheet) -> set[int]:
    """The columns of a past year or state: by their heads, or by a year before the plan's own."""
    past = set(sheet.heads.of("base"))
    dated = {index: year for index in sheet.heads.of("value") if (year := sheet.heads.columns[index].year)}
    begun = [document for document in plan.documents if document.start <= sheet.table.start] or list(plan.documents)
    issued = next((int(d.date_issued[:4]) for d in reversed(begun) if d.date_issued), None)
    since = issued or next((d.period_start for d in reversed(begun) if d.period_start), None)
    if since is None and len(set(dated.values())) > 1 and not past:
        since = min(dated.values()) + 1
    return past | {index for index, year in dated.items() if since is not None and year < since}


def figures(sheet: Sheet, past: set[int]) -> Iterator[Figure]:
    """The cells of an indicator table that hold what is to be reached, in the order of its rows."""
    columns = sheet.heads.columns
    wanted = [index for index in sheet.heads.of("value") if index not in past]
    above: dict[int, Label] = {}
    seen: set[Cell] = set()
    for row in sheet.rows():
        for index in wanted:
            label = row_label(sheet, row, index)
            if label is None:
                continue
            if label.is_sub and index in above:
                label = label.below(above[index])
            else:
                above[index] = label
            cell = sheet.grid.at(row, index)
            if cell is not None and cell not in seen and sheet.grid.words(cell):
                seen.add(cell)
                yield Figure(cell, label, _unit(sheet, row, label, index), columns[index].year, columns[index].head)


def row_label(sheet: Sheet, row: int, index: int) -> Label | None:
    """What a row measures in this column: the innermost label column before it; parts of one head are joined."""
    heads, grid = sheet.heads, sheet.grid
    named = _label_columns(sheet, index)
    if not named:
        return None
    first = named[-1]
    while first - 1 in named and heads.columns[first - 1].head == heads.columns[first].head:
        first -= 1
    cells = list(dict.fromkeys(cell for at in range(first, named[-1] + 1) if grid.words(cell := grid.at(row, at))))
    if not cells:
        cells = [cell for at in reversed(named) if grid.words(cell := grid.at(row, at))][:1]
    labels = [read_label(grid.words(cell)) for cell in cells]
    if not labels:
        return None
    label = labels[0]
    for part in labels[1:]:
        label = part.below(label)
    return label


def _label_columns(sheet: Sheet, index: int) -> list[int]:
    """The columns that may name what is measured in the column at this index, from the left."""
    heads = sheet.heads
    for kinds in (("indicator",), ("content",), ("group",)):
        named = heads.of(*kinds)
        if named:
            return [at for at in named if at < index] or named
    return [at for at, column in enumerate(heads.columns) if column.kind is None][:1]


def _unit(sheet: Sheet, row: int, label: Label, index: int) -> str:
    """The unit where the cell prints none: of the label, of the unit column, of the column's head, of the table."""
    if label.unit:
        return label.unit
    for column in sheet.heads.of("unit", "body"):
        words = sheet.grid.bare(sheet.grid.at(row, column))
        if words and (is_unit(words) or not BODY_END.fits(words)):
            return words
    heads = (sheet.heads.columns[index].head, *(column.head for column in sheet.heads.columns[:index][::-1]))
    for head in heads:
        if found := UNIT_OF_HEAD.re.search(head):
            return found["unit"]
    lines = sheet.remarks.split("\n")
    line = next(
        (found for each in lines if (found := UNIT_LINE.re.fullmatch(each) or UNIT_OF_TITLE.re.search(each))), None
    )
    return line["unit"] if line else ""


def targets_of(plan: Plan, figure: Figure, measure: str | None) -> Iterator[Target]:
    """The records of one cell, one for each number."""
    for words in paragraphs(plan.source.folded, figure.cell.start, figure.cell.end):
        for value in values(words.text):
            start, end = words.place(value.start, value.end)
            record = _target(figure, value, words.text, measure)
            yield record.model_copy(update={"start": start, "end": end, "quote": plan.text[start:end]})


def _target(figure: Figure, value: Value, words: str, measure: str | None) -> Target:
    """The record of one number of a cell's words; its place is in them."""
    unit, base = (value.unit.unit, None) if value.unit else unit_and_base(figure.unit)
    low, high = value.value, value.value_max
    if value.unit is None:
        low, high, unit = scaled(value, unit)
    yearly = YEARLY.re.search(words[: value.end])
    each = EACH.re.search(words[: value.end])
    scope = (
        figure.label.scope
        or (f"每{value.per}" if value.per else base)
        or (yearly.group() if yearly else each.group() if each else None)
    )
    unit = "1:n" if value.ratio else unit
    kind = "coverage" if value.covers else kind_of_unit(unit, scope, ratio=value.ratio)
    if yearly and unit == "次" and yearly.group() == "每年":
        unit, kind = "次/年", "frequency"
    kind = "per_unit" if each and kind == "count" else kind
    comparator = value.comparator or figure.label.mark or mark_of(figure.head) or "="
    return Target(
        measure=measure,
        indicator=figure.label.indicator,
        indicator_key=indicator_key((scope or "") + figure.label.indicator, unit),
        scope=scope,
        comparator="=" if high is not None else comparator,
        value=low,
        value_max=high,
        unit=unit,
        deadline=value.year or figure.year,
        kind=kind,
        strength="ensure" if any(w in words for w in ENSURES) else "aim" if any(w in words for w in AIMS) else "plain",
        quote="",
        start=value.start,
        end=value.end,
        rule="target_table_coverage" if value.covers else "target_table_value",
    )
