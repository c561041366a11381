"""Heads of tables: every kind by its examples, columns over one or two levels, and what they make of a table."""

import pytest

from codebooks.tables import column_kind, heads
from loaders.fold import fold
from loaders.plan import Cell, Table
from loaders.tables.grid import Grid
from loaders.tables.heads import read_heads

HEADS = [(head.kind, head) for head in heads()]


@pytest.mark.parametrize(("kind", "head"), HEADS)
def test_a_head_fits_its_examples_and_no_near_miss(kind: str, head: object) -> None:
    assert [words for words in head.matches if column_kind(words) != kind] == []  # type: ignore[attr-defined]
    assert [words for words in head.near_misses if head.wording.fullmatch(words)] == []  # type: ignore[attr-defined]


def grid(rows: list[list[str]], spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> Grid:
    """A grid whose words stand in rows; ``spans``: rows and columns of merged cells; None-words are not written."""
    text, cells = "", []
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            if word == "<":
                continue
            down, across = (spans or {}).get((row, column), (1, 1))
            cells.append(Cell(row, column, down, across, len(text), len(text) + len(word)))
            text += word + "\t"
        text += "\n"
    return Grid(Table(0, len(text), tuple(cells)), fold(text))


@pytest.mark.parametrize(
    ("rows", "spans", "kinds", "below", "kind"),
    [
        ([["序号", "重点任务", "牵头单位", "配合单位", "完成时限"], ["1", "建设", "市甲局", "市乙局", "2025年"]], {},
         ["number", "content", "lead", "participant", "deadline"], 1, "task"),
        ([["序 号", "任 务", "责 任 单 位"], ["1", "建设", "市甲局"]], {},
         ["number", "content", "responsible"], 1, "task"),
        ([["部  门", "主要职责"], ["市甲局", "建设"]], {}, ["body", "content"], 1, "task"),
        ([["指标", "单位", "2020年", "2025年", "属性"], ["床位数", "张", "5", "6", "预期性"]], {},
         ["indicator", "body", "value", "value", "aside"], 1, "indicator"),
        ([["任务", "责任单位", "<"], ["<", "牵头", "配合"], ["建设", "市甲局", "市乙局"]],
         {(0, 0): (2, 1), (0, 1): (1, 2)}, ["content", "lead", "participant"], 2, "task"),
        ([["指标", "目标值", "<"], ["<", "2025年", "2030年"], ["床位数", "5", "6"]],
         {(0, 0): (2, 1), (0, 1): (1, 2)}, ["indicator", "value", "value"], 2, "indicator"),
        ([["某市重点任务分工表", "<", "<"], ["序号", "任务", "责任单位"], ["1", "建设", "市甲局"]], {(0, 0): (1, 3)},
         ["number", "content", "responsible"], 2, "task"),
        ([["序号", "指标", "目标值", "责任单位"], ["1", "参保率", "95%", "市甲局"]], {},
         ["number", "indicator", "value", "responsible"], 1, "indicator"),
        ([["任务", "序号", "指标", "2025年", "责任单位"], ["优化服务", "1", "参保率", "95%", "市甲局"]], {},
         ["content", "number", "indicator", "value", "responsible"], 1, "indicator"),
        ([["序号", "任务", "指标", "2025年", "责任单位"], ["1", "优化服务", "参保率", "95%", "市甲局"]], {},
         ["number", "content", "indicator", "value", "responsible"], 1, "task"),
        ([["序号", "项目名称", "建设内容及规模", "总投资(万元)", "责任单位"], ["1", "医院", "新建", "300", "甲"]], {},
         ["number", "content", "content", "aside", "responsible"], 1, "task"),
        ([["序号", "工作任务", "负责部门", "时间进度"], ["1", "办好医院", "市甲局", "2022年"]], {},
         ["number", "content", "responsible", "deadline"], 1, "task"),
        ([["序号", "重点任务", "任务分工"], ["1", "办好医院", "市甲局牵头"]], {},
         ["number", "content", "responsible"], 1, "task"),
        ([["部门", "职责分工"], ["市甲局", "办好医院"]], {}, ["body", "content"], 1, "task"),
        ([["任务", "责任处(科)室"], ["办好医院", "基层处"]], {}, ["content", "responsible"], 1, "task"),
        ([["姓名", "单位", "职务", "联系电话"], ["某某", "市甲局", "科长", "1"]], {},
         ["person", "body", "person", "person"], 1, "none"),
        ([["时间", "地点"], ["上午", "会议室"]], {}, ["agenda", "agenda"], 1, "none"),
        ([["序号", "重点任务", "责任单位(列第一位的为牵头单位)"], ["1", "建设", "市甲局"]], {},
         ["number", "content", "responsible"], 1, "task"),
        ([["阶段", "药品"], ["一", "甲"]], {}, None, 0, None),
    ],
)  # fmt: skip
def test_heads_make_a_table(
    rows: list[list[str]], spans: dict[tuple[int, int], tuple[int, int]], kinds: list[str] | None, below: int,
    kind: str | None,
) -> None:  # fmt: skip
    found = read_heads(grid(rows, spans))
    if kinds is None:
        assert found is None
        return
    assert found is not None
    assert [column.kind for column in found.columns] == kinds
    assert (found.below, found.kind) == (below, kind)


@pytest.mark.parametrize(
    ("head", "body"), [("市卫健委内牵头处室", "市卫健委"), ("市医保局责任科室", "市医保局"), ("牵头处室", None)]
)
def test_a_head_names_the_body_of_its_departments(head: str, body: str | None) -> None:
    found = read_heads(grid([["序号", "任务", head], ["1", "建设", "基层处"]]))
    assert found is not None
    assert found.columns[2].of_body == body
