"""Tables that a plain text prints flat: read where their cells come out even, reported where they do not."""

import pytest

from loaders.fold import fold
from loaders.tables.flattened import flat_tables

TASKS = "序号\n重点任务\n责任单位\n"
ONE = "1\n建设健康驿站\n市甲局\n"
TWO = "2\n做好健康宣传\n市乙局、市丙委\n"


@pytest.mark.parametrize(
    ("text", "rows", "reasons"),
    [
        (TASKS + ONE + TWO, [["1", "建设健康驿站", "市甲局"], ["2", "做好健康宣传", "市乙局、市丙委"]], []),
        ("序　号\n\n重点任务\n\n责任单位\n\n" + ONE, [["1", "建设健康驿站", "市甲局"]], []),
        (TASKS + "一、建设\n" + ONE + "二、宣传\n" + TWO,
         [["一、建设"], ["1", "建设健康驿站", "市甲局"], ["二、宣传"], ["2", "做好健康宣传", "市乙局、市丙委"]], []),
        (TASKS + ONE + TASKS + TWO, [["1", "建设健康驿站", "市甲局"], ["2", "做好健康宣传", "市乙局、市丙委"]], []),
        (TASKS + ONE + "三、保障措施\n(一)加强领导。\n", [["1", "建设健康驿站", "市甲局"]], []),
        (TASKS + "1\n(一)建设健康驿站\n市甲局\n" + TWO, [["1", "(一)建设健康驿站", "市甲局"],
                                                    ["2", "做好健康宣传", "市乙局、市丙委"]], []),
        ("序号\n主要措施\n责任单位(排名第一的为牵头单位)\n完成时限\n1\n建设健康驿站\n市甲局\n持续推进\n",
         [["1", "建设健康驿站", "市甲局", "持续推进"]], []),
        (TASKS + ONE + "注:下同\n", [["1", "建设健康驿站", "市甲局"]], []),
        ("任务\n牵头单位\n配合单位\n建设健康驿站\n市甲局\n市乙局\n做好健康宣传\n市丙委\n/\n",
         [["建设健康驿站", "市甲局", "市乙局"], ["做好健康宣传", "市丙委", "/"]], []),
        ("指标\n2022年\n2025年\n床位数\n5\n6\n参保率\n95%\n96%\n",
         [["床位数", "5", "6"], ["参保率", "95%", "96%"]], []),
        # cells of several lines, where one way alone fits
        (TASKS + ONE + "2\n做好健康宣传\n落实到社区\n市乙局\n3\n办好医院\n市丙委\n",
         [["1", "建设健康驿站", "市甲局"], ["2", "做好健康宣传\n落实到社区", "市乙局"],
          ["3", "办好医院", "市丙委"]], []),
        (TASKS + "1\n建设健康驿站\n市甲局、\n市丁局\n" + TWO,
         [["1", "建设健康驿站", "市甲局、\n市丁局"], ["2", "做好健康宣传", "市乙局、市丙委"]], []),
        (TASKS + ONE + "2\n做好健康宣传。\n落实到社区。\n市乙局\n",
         [["1", "建设健康驿站", "市甲局"], ["2", "做好健康宣传。\n落实到社区。", "市乙局"]], []),
        ("序号\n任务\n牵头单位\n配合单位\n1\n建设健康驿站\n市甲局\n市乙局\n市丙局\n2\n做好宣传\n市丁局\n市甲局\n",
         [["2", "做好宣传", "市丁局", "市甲局"]], ["flat_row_uneven"]),
        (TASKS + "1\n建设健康驿站。\n落实到每个社区。\n市甲局\n" + TWO,
         [["1", "建设健康驿站。\n落实到每个社区。", "市甲局"], ["2", "做好健康宣传", "市乙局、市丙委"]], []),
        (TASKS + "1\n建设健康驿站。\n市丁局\n市甲局\n" + TWO,
         [["1", "建设健康驿站。", "市丁局\n市甲局"], ["2", "做好健康宣传", "市乙局、市丙委"]], []),
        (TASKS + "1\n建设健康驿站\n2\n做好健康宣传\n", [], ["flat_table_uneven"]),
        # a cell that is merged over rows, or empty, left no line
        ("序号\n类别\n任务\n责任单位\n完成时限\n1\n服务\n办好医院\n市甲局\n2024年\n2\n建好学校\n市乙局\n2025年\n"
         "3\n保障\n增加投入\n市丙局\n长期坚持\n",
         [["1", "服务", "办好医院", "市甲局", "2024年"], ["2", "", "建好学校", "市乙局", "2025年"],
          ["3", "保障", "增加投入", "市丙局", "长期坚持"]], []),
        ("序号\n任务\n举措\n责任单位\n1\n办好医院\n开设门诊\n市甲局\n添置设备\n市乙局\n2\n建好学校\n修缮校舍\n市丙局\n",
         [["1", "办好医院", "开设门诊", "市甲局"], ["", "", "添置设备", "市乙局"],
          ["2", "建好学校", "修缮校舍", "市丙局"]], []),
        # classes before the numbers
        ("类别\n序号\n任务\n责任单位\n服务\n1\n办好医院\n市甲局\n2\n建好学校\n市乙局\n保障\n3\n增加投入\n市丙局\n",
         [["服务", "1", "办好医院", "市甲局"], ["", "2", "建好学校", "市乙局"],
          ["保障", "3", "增加投入", "市丙局"]], []),
        # figures that are no row numbers
        ("序号\n指标\n单位\n2022年\n2025年\n1\n医院数\n家\n2\n3\n2\n参保率\n%\n95\n96\n",
         [["1", "医院数", "家", "2", "3"], ["2", "参保率", "%", "95", "96"]], []),
        ("责任单位\n重点任务\n序号\n", [], []),
        ("重点任务\n责任单位\n建设驿站的任务由市甲局落实。\n", [], []),
        ("任务\n牵头单位\n配合单位\n建设健康驿站\n市甲局\n", [], []),
        ("单位\n部门\n", [], []),
        ("", [], []),
    ],
)  # fmt: skip
def test_flat_tables(text: str, rows: list[list[str]], reasons: list[str]) -> None:
    found = flat_tables(fold(text), ())
    read: dict[int, list[str]] = {}
    for table in found.tables:
        for cell in table.cells:
            words = read.setdefault(cell.row, [])
            words += [""] * (cell.column - len(words)) + [text[cell.start : cell.end]]
    assert [words for row, words in sorted(read.items()) if row] == rows
    assert [each.rule for each in found.uneven] == reasons
