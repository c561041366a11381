"""Indicator tables: every number to be reached, with indicator, unit, comparator and deadline by cell, row and head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.rules.table_labels import read_label
from loaders.rules.table_values import values
from tests.tables import CITY, Block, Rows, facts, figures

TEXT: list[Block] = [
    f"{CITY}健康服务行动方案",
    "为做好健康服务,制定本方案。",
    "一、总体目标",
    "到2025年,健康水平不断提高。",
]
REST: list[Block] = ["二、重点任务", "(一)建设健康驿站。建成一批驿站。", f"{CITY}人民政府", "2023年5月6日"]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        # years: one before the plan's own is past, the column's year is the deadline
        ([["指标", "2020年", "2025年", "2030年"], ["人均预期寿命(岁)", "78", "79", "80以上"]],
         [("人均预期寿命", "=", 79, "岁", 2025, "count"), ("人均预期寿命", ">=", 80, "岁", 2030, "count")]),
        ([["指标", "现状值", "目标值"], ["参保率(%)", "95", "96"]], [("参保率", "=", 96, "%", None, "percent")]),
        ([["指标", "2020年基期值", "2025年目标值"], ["参保率", "95%", "达到96%"]],
         [("参保率", ">=", 96, "%", 2025, "percent")]),
        ([["指标", "目标值", "<"], ["^", "2025年", "2030年"], ["参保率(%)", "95", "≥96"]],
         [("参保率", "=", 95, "%", 2025, "percent"), ("参保率", ">=", 96, "%", 2030, "percent")]),
        ([["指标", "目标值"], ["参保率", "2025年达到95%,2030年达到98%"]],
         [("参保率", ">=", 95, "%", 2025, "percent"), ("参保率", ">=", 98, "%", 2030, "percent")]),
        # units: of the cell, the label, the column, the head, the table; 万 is multiplied out
        ([["指标", "单位", "2025年"], ["床位数", "万张", "1.2"], ["参保率", "%", "95"]],
         [("床位数", "=", 12000, "张", 2025, "count"), ("参保率", "=", 95, "%", 2025, "percent")]),
        ([["指标", "目标值(%)"], ["参保率", "95"]], [("参保率", "=", 95, "%", None, "percent")]),
        ([["指标(单位:%)", "2025年"], ["参保率", "95"]], [("参保率", "=", 95, "%", 2025, "percent")]),
        ([["单位:%", "<"], ["指标", "2025年"], ["参保率", "95"]], [("参保率", "=", 95, "%", 2025, "percent")]),
        ([["指标", "计量单位", "2025年"], ["孕产妇死亡率", "1/10万", "<8"], ["婴儿死亡率", "‰", "4左右"]],
         [("孕产妇死亡率", "<", 8, "/10万", 2025, "rate"), ("婴儿死亡率", "~", 4, "‰", 2025, "rate")]),
        ([["指标", "单位", "2025年"], ["医护比", "-", "1:1.2"]], [("医护比", "=", 1.2, "1:n", 2025, "ratio")]),
        # comparators: of the cell, else of a mark in the label or head
        ([["指标", "目标值"], ["平均住院日(天)≤", "8"], ["签约率(%)", "不低于60"], ["床位数", "5-6张"]],
         [("平均住院日", "<=", 8, "天", None, "duration"), ("签约率", ">=", 60, "%", None, "percent"),
          ("床位数", "=", 5, "张", None, "count")]),
        ([["指标", "2025年", "部门"], ["签约率", "≥ 60 %", "市甲局"], ["床位数", "1 200", "市乙局"]],
         [("签约率", ">=", 60, "%", 2025, "percent"), ("床位数", "=", 1200, "", 2025, "count")]),
        ([["指标", "2025年(≥)"], ["签约率(%)", "60"]], [("签约率", ">=", 60, "%", 2025, "percent")]),
        # labels: numbers, marks, bases, sub-rows, merged labels
        ([["序号", "指标", "2025年"], ["1", "1.▲每千常住人口床位数(张)", "7.5"]],
         [("床位数", "=", 7.5, "张", 2025, "rate")]),
        ([["指标", "2025年"], ["执业医师数(人)", "300"], ["其中:中医类(人)", "40"]],
         [("执业医师数", "=", 300, "人", 2025, "count"), ("执业医师数中医类", "=", 40, "人", 2025, "count")]),
        ([["指标", "<", "2025年"], ["达标率(%)", "市级", "90"], ["^", "县级", "80"], ["参保率(%)", "<", "95"]],
         [("达标率市级", "=", 90, "%", 2025, "percent"), ("达标率县级", "=", 80, "%", 2025, "percent"),
          ("参保率", "=", 95, "%", 2025, "percent")]),
        ([["一级指标", "二级指标", "指标含义", "评价标准", "分值"],
          ["服务", "签约率", "签约人数占50%以上", "≥60%", "10"], ["^", "随访率", "随访", "全覆盖或较上一年增加", "5"],
          ["^", "建档率", "建档", "较上一年增加", "5"], ["^", "体检", "体检", "全覆盖", "5"]],
         [("签约率", ">=", 60, "%", None, "percent"), ("体检", "=", 100, "%", None, "coverage")]),
        # words of the cell
        ([["指标", "2025年"], ["死亡人数", "下降15%"], ["寿命", "比2020年提高1岁"], ["参保率", "由90%提高到95%"],
          ["驿站数", "[500]"], ["讲座", "每年至少2次"], ["水平", "稳步提高"], ["规模", "/"],
          ["服务团队", "每个乡镇至少3支"]],
         [("死亡人数", "=", 15, "%", 2025, "percent"), ("寿命", "=", 1, "岁", 2025, "count"),
          ("参保率", "=", 95, "%", 2025, "percent"), ("驿站数", "=", 500, "", 2025, "count"),
          ("讲座", ">=", 2, "次/年", 2025, "frequency"), ("服务团队", ">=", 3, "支", 2025, "per_unit")]),
        ([["指标", "评价标准"], ["转诊率", "≥80%或较上一年增加"], ["签约率", "三级医院≥90%,二级医院≥80%以上(含80%)"],
          ["机制", "1.设立专班(2分);2.建立制度,12月底前印发,每少1项扣1分"], ["质控", "达到4级"], ["驿站", "3-5个"]],
         [("转诊率", ">=", 80, "%", None, "percent"), ("签约率", ">=", 90, "%", None, "percent"),
          ("签约率", ">=", 80, "%", None, "percent"), ("质控", ">=", 4, "级", None, "count"),
          ("驿站", "=", 3, "个", None, "count")]),
        ([["指标", "2025年", "指标", "2025年"], ["床位数(张)", "5", "医师数(人)", "3"]],
         [("床位数", "=", 5, "张", 2025, "count"), ("医师数", "=", 3, "人", 2025, "count")]),
        # no values
        ([["三级指标", "指标性质", "指标说明"], ["签约率", "定量", "签约人数/总人数×100%"]], []),
    ],
)  # fmt: skip
def test_figures(rows: Rows, wanted: list[tuple[object, ...]]) -> None:
    found = figures(facts(*TEXT, rows, *REST))
    assert [each[1:] for each in found] == wanted
    assert {each[0] for each in found} <= {"d/1"}


def test_figures_of_an_annex_belong_to_no_measure() -> None:
    rows = [["指标", "2025年"], ["参保率(%)", "95"]]
    found = facts(*TEXT, *REST, "附件", "主要指标(2023年版)", rows)
    assert figures(found) == [(None, "参保率", "=", 95, "%", 2025, "percent")]


def test_the_title_of_a_table_may_print_the_unit_of_its_figures() -> None:
    found = facts(*TEXT, *REST, "附件", "主要指标(单位:%)", [["指标", "2025年"], ["参保率", "95"], ["签约率", "≥60"]])
    assert [each[2:5] for each in figures(found)] == [("=", 95, "%"), (">=", 60, "%")]


def test_names_of_documents_count_in_every_cell_and_models_in_none() -> None:
    rows = [["指标", "2025年", "数据来源"], ["家庭医生签约率(%)", "60", "《健康监测工作方案》"]]
    found = facts(*TEXT, rows, *REST)
    assert [(c.measure, c.title) for c in found.citations] == [("d/1", "健康监测工作方案")]
    assert found.models == []


@given(st.floats(0, 1e6).map(lambda value: round(value, 2)), st.sampled_from(["", "%", "张", "岁", "‰", "/10万"]))
def test_a_number_alone_in_a_cell_is_its_value(number: float, unit: str) -> None:
    (value,) = values(f"{number:.2f}{unit}")
    assert (value.value, value.comparator) == (number, None)
    assert (value.unit.unit if value.unit else "") == unit


@pytest.mark.parametrize(
    ("words", "indicator", "scope", "unit"),
    [
        ("3.▲每千常住人口床位数(张)", "床位数", "每千常住人口", "张"),
        ("每万人口全科医生数", "全科医生数", "每万人口", ""),
        ("5岁以下儿童死亡率(‰)", "5岁以下儿童死亡率", None, "‰"),
        ("每千人口拥有执业(助理)医师数(人)", "执业(助理)医师数", "每千人口", "人"),
        ("(一)重大慢性病过早死亡率[预期性](%)", "重大慢性病过早死亡率", None, "%"),
        ("每百名卫生技术人员科研经费", "科研经费", "每百名卫生技术人员", ""),
        ("家庭医生签约覆盖率%", "家庭医生签约覆盖率", None, "%"),
    ],
)
def test_labels(words: str, indicator: str, scope: str | None, unit: str) -> None:
    found = read_label(words)
    assert (found.indicator, found.scope, found.unit) == (indicator, scope, unit)
