"""Whatever stands in the cells of a table: every fact is a place of the text, ids are unique, nothing breaks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.facts import facts_of
from loaders.fold import fold
from loaders.reading import plan_of
from loaders.tables.flattened import flat_tables
from tests.tables import CITY, Rows, source_of

HEADS = [
    "序号",
    "类别",
    "重点任务",
    "工作措施",
    "牵头单位",
    "配合单位",
    "责任单位",
    "完成时限",
    "指标",
    "单位",
    "2020年",
    "2025年",
    "目标值",
    "属性",
    "部门",
    "职责",
    "备注",
    "工作目标",
    "市卫健委内牵头处室",
    "某列",
    "",
]
CELLS = [
    "1",
    "2",
    "3.",
    "(一)",
    "一、服务",
    "办好医院,新增床位50张",
    "建设健康驿站",
    "市财政局、市民政局",
    "市甲局牵头,市乙局配合",
    "基层处",
    "2025年底前",
    "长期坚持",
    "≥95%",
    "下降15%",
    "[500]",
    "全覆盖",
    "全覆盖或较上一年增加",
    "其中:市级(%)",
    "参保率(%)",
    "张",
    "/",
    "",
    "《某管理办法》",
    "推广三明医改经验",
    "注:列第一位的为牵头单位",
    "合计",
    "^",
    "<",
    "1:1.2",
    "约束性",
]
TEXT = [
    "为做好健康服务,制定本方案。",
    "一、重点任务",
    "(一)建设健康驿站。建成驿站12个。",
    f"{CITY}人民政府",
    "2023年5月6日",
]


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """A table of two to six columns under any heads, with merged cells."""
    width = draw(st.integers(2, 6))
    heads = draw(st.lists(st.sampled_from(HEADS), min_size=width, max_size=width))
    rows = draw(st.lists(st.lists(st.sampled_from(CELLS), min_size=width, max_size=width), min_size=1, max_size=6))
    rows = [["" if words == "<" and at == 0 else words for at, words in enumerate(row)] for row in rows]
    for above, row in zip([heads, *rows], rows, strict=False):
        for at, words in enumerate(row):
            if words == "^" and above[at] == "<":
                row[at] = ""
    return [heads, *rows]


@settings(max_examples=150, deadline=None)
@given(tables())
def test_any_table_gives_facts_with_their_places(rows: Rows) -> None:
    blocks = [f"{CITY}健康服务行动方案", *TEXT, "附件", "任务分工表", rows, "注:下同"]
    plan = plan_of(source_of(blocks), CITY)
    found = facts_of(plan, "plan", count=lambda _: {})
    ids = [measure.id for measure in found.measures]
    assert len(ids) == len(set(ids))
    for measure in found.measures:
        assert 0 <= measure.start < measure.end <= len(plan.text)
        assert "".join(measure.title.split()) in "".join(plan.text.split())
    for target in found.targets:
        assert plan.text[target.start : target.end] == target.quote
    for fact in found.responsibilities:
        assert "".join(plan.text[fact.start : fact.end].split()) == fact.surface
        assert fact.measure in ids
    assert {target.measure for target in found.targets} <= {*ids, None, "preamble"}


@given(st.lists(st.sampled_from([*HEADS, *CELLS]), max_size=40))
def test_any_lines_give_flat_tables_whose_cells_are_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    for table in flat_tables(fold(text), ()).tables:
        places = [(cell.start, cell.end) for cell in table.cells]
        assert places == sorted(places)
        assert all(table.start <= start < end <= table.end for start, end in places)
        assert len({(cell.row, cell.column) for cell in table.cells}) == len(table.cells)
