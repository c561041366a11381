"""Task tables: which rows are one measure, where rows belong, roles by heads, words and remarks."""

import pytest

from tests.tables import CITY, Block, Rows, bodies, facts, figures

TEXT: list[Block] = [
    f"{CITY}健康服务行动方案",
    "为做好健康服务,制定本方案。",
    "一、重点任务",
    "(一)建设健康驿站。建成健康驿站12个,开展健康体检和健康咨询。",
    "(二)推进签约服务。完善签约服务,为老年人做好上门随访和健康指导。",
    f"{CITY}人民政府",
    "2023年5月6日",
    "附件",
    "任务分工表",
]


def measures(*blocks: Block) -> list[tuple[str, str, str, list[str]]]:
    """Id, number, title and parents of the measures that are rows, the table's title apart."""
    found = facts(*TEXT, *blocks).measures
    return [(m.id, m.number, m.title, m.parents[1:]) for m in found if "/t" in m.id]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        # numbers of the rows, else their places
        ([["序号", "任务", "责任单位"], ["3", "办好医院", "市甲局"], ["7", "建好学校", "市乙局"]],
         [("d/t1.3", "3", "办好医院", []), ("d/t1.7", "7", "建好学校", [])]),
        ([["任务", "责任单位"], ["办好医院", "市甲局"], ["建好学校", "市乙局"]],
         [("d/t1.1", "", "办好医院", []), ("d/t1.2", "", "建好学校", [])]),
        ([["任务", "责任单位"], ["(一)办好医院", "市甲局"], ["(二)建好学校", "市乙局"]],
         [("d/t1.1", "(一)", "办好医院", []), ("d/t1.2", "(二)", "建好学校", [])]),
        # a class of tasks: a merged cell, a column before the numbers, a row of its own
        ([["类别", "序号", "任务", "责任单位"], ["服务", "1", "办好医院", "市甲局"], ["^", "2", "建好学校", "市乙局"]],
         [("d/t1.1", "1", "办好医院", ["服务"]), ("d/t1.2", "2", "建好学校", ["服务"])]),
        ([["序号", "重点工作", "具体措施", "责任单位"], ["1", "优化服务", "办好医院", "市甲局"],
          ["2", "^", "建好学校", "市乙局"], ["3", "强化保障", "增加投入", "市丙局"]],
         [("d/t1.1", "1", "办好医院", ["优化服务"]), ("d/t1.2", "2", "建好学校", ["优化服务"]),
          ("d/t1.3", "3", "增加投入", ["强化保障"])]),
        ([["序号", "任务", "责任单位"], ["一、优化服务", "<", "<"], ["1", "办好医院", "市甲局"],
          ["二、强化保障", "<", "<"], ["2", "增加投入", "市乙局"]],
         [("d/t1.1", "1", "办好医院", ["优化服务"]), ("d/t1.2", "2", "增加投入", ["强化保障"])]),
        ([["序号", "任务", "措施", "责任单位"], ["一", "优化服务", "", ""], ["1", "办好医院", "开设门诊", "市甲局"]],
         [("d/t1.1", "1", "办好医院", ["优化服务"])]),
        # rows of one number or item are one measure
        ([["序号", "任务", "举措", "责任单位"], ["1", "办好医院", "开设门诊", "市甲局"],
          ["^", "^", "添置设备", "市乙局"], ["2", "建好学校", "修缮校舍", "市丙局"]],
         [("d/t1.1", "1", "办好医院", []), ("d/t1.2", "2", "建好学校", [])]),
        ([["任务", "举措", "责任单位"], ["办好医院", "开设门诊", "市甲局"], ["^", "添置设备", "市乙局"]],
         [("d/t1.1", "", "办好医院", [])]),
        # a number that is printed twice
        ([["序号", "任务", "责任单位"], ["1", "办好医院", "市甲局"], ["1", "建好学校", "市乙局"]],
         [("d/t1.1", "1", "办好医院", []), ("d/t1.1-2", "1", "建好学校", [])]),
        # the head again, totals, notes, empty rows
        ([["序号", "任务", "责任单位"], ["1", "办好医院", "市甲局"], ["序号", "任务", "责任单位"],
          ["合计", "", ""], ["2", "建好学校", "市乙局"], ["注:下同", "<", "<"]],
         [("d/t1.1", "1", "办好医院", []), ("d/t1.2", "2", "建好学校", [])]),
        # titles by the rules for titles
        ([["任务", "责任单位"], ["办好医院。开设门诊。", "市甲局"],
          ["在全市范围内开展健康知识普及和健康技能培训活动并持续提升服务能力,提高居民健康素养水平", "市乙局"]],
         [("d/t1.1", "", "办好医院", []),
          ("d/t1.2", "", "在全市范围内开展健康知识普及和健康技能培训活动并持续提升服务能力", [])]),
        # rows of the text's measures are none of their own: by title, by words of the text
        ([["序号", "任务", "责任单位"], ["1", "(一)建设健康驿站", "市甲局"], ["2", "建设健康 驿站。", "市乙局"],
          ["3", "为老年人做好上门随访和健康指导", "市丙局"]],
         []),
        ([["序号", "重点任务", "措施", "责任单位"], ["1", "建设健康驿站", "选址", "市甲局"],
          ["2", "^", "开工", "市乙局"]], []),
        # duties by body
        ([["部门", "主要职责"], ["市甲局", "办好医院,开设门诊。"], ["市乙局", "建好学校。"]],
         [("d/t1.1", "", "办好医院,开设门诊", []), ("d/t1.2", "", "建好学校", [])]),
        ([["部门", "主要职责"], ["市甲局", "1.办好医院;2.开设门诊。"], ["市乙局", "1.建好学校。"]],
         [("d/t1.1", "", "办好医院;2.开设门诊", []), ("d/t1.1-2", "1.", "建好学校", [])]),
        # tables that assign nothing
        ([["姓名", "单位", "职务"], ["某某", "市甲局", "科长"]], []),
        ([["时间", "地点"], ["上午", "会议室"]], []),
    ],
)  # fmt: skip
def test_which_rows_are_measures(rows: Rows, wanted: list[tuple[str, str, str, list[str]]]) -> None:
    assert measures(rows) == wanted


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([["任务", "牵头单位", "配合单位"], ["建设健康驿站", "市财政局、市教育局", "市民政局,各县区政府"]],
         [("财政局", "lead"), ("教育局", "lead"), ("民政局", "participant"), ("各县区政府", "participant")]),
        ([["任务", "牵头单位", "责任单位"], ["建设健康驿站", "市财政局", "市民政局"]],
         [("财政局", "lead"), ("民政局", "participant")]),
        ([["任务", "牵头单位", "责任单位"], ["建设健康驿站", "/", "市民政局"]], [("民政局", "responsible")]),
        ([["任务", "责任单位"], ["建设健康驿站", "市财政局、民政局"]],
         [("财政局", "responsible"), ("民政局", "responsible")]),
        ([["任务", "责任单位"], ["建设健康驿站", "市财政局牵头,市民政局、市教育局配合"]],
         [("财政局", "lead"), ("民政局", "participant"), ("教育局", "participant")]),
        ([["任务", "责任单位"], ["建设健康驿站", "牵头单位:市财政局;配合单位:市民政局"]],
         [("财政局", "lead"), ("民政局", "participant")]),
        ([["任务", "责任单位(列第一位的为牵头单位)"], ["建设健康驿站", "市财政局、市民政局"]],
         [("财政局", "lead"), ("民政局", "participant")]),
        ([["任务", "主办单位", "协办单位"], ["建设健康驿站", "市财政局", "—"]], [("财政局", "lead")]),
        ([["任务", "责任单位", "<"], ["^", "牵头", "参与"], ["建设健康驿站", "市财政局", "市民政局"]],
         [("财政局", "lead"), ("民政局", "participant")]),
        # the cells of tasks say it themselves
        ([["序号", "任务", "具体内容"], ["1", "办好医院", "开设门诊。(牵头单位:市财政局;配合单位:市教育局)"]],
         [("财政局", "lead"), ("教育局", "participant")]),
        # a remark holds for the later rows that print no roles
        ([["任务", "责任单位"], ["建设健康驿站", "市财政局、市民政局(列第一位的为牵头单位,下同)"],
          ["推进签约服务", "市教育局、市民政局"], ["办好医院", "市民政局牵头,市教育局配合"]],
         [("财政局", "lead"), ("民政局", "participant"), ("教育局", "lead"), ("民政局", "participant"),
          ("民政局", "lead"), ("教育局", "participant")]),
        ([["任务", "负责部门"], ["建设健康驿站", "市财政局、市民政局等负责"]],
         [("财政局", "responsible"), ("民政局", "responsible")]),
        # a merged cell holds for every row that it spans
        ([["任务", "责任单位"], ["建设健康驿站", "市财政局"], ["推进签约服务", "^"]],
         [("财政局", "responsible"), ("财政局", "responsible")]),
        # every printed occurrence is a record
        ([["任务", "举措", "责任单位"], ["建设健康驿站", "选址", "市财政局"], ["^", "开工", "市财政局"]],
         [("财政局", "responsible"), ("财政局", "responsible")]),
        ([["任务", "市卫健委内牵头处室"], ["建设健康驿站", "基层处、医政处"]],
         [("卫健委基层处", "lead"), ("卫健委医政处", "lead")]),
        ([["任务", "责任领导", "责任单位"], ["建设健康驿站", "某某", "无"]], []),
    ],
)  # fmt: skip
def test_bodies_and_their_roles(rows: Rows, wanted: list[tuple[str, str]]) -> None:
    assert [(institution, role) for _, institution, role in bodies(facts(*TEXT, rows))] == wanted


def test_a_note_below_a_table_names_the_leads() -> None:
    rows = [["任务", "责任单位"], ["建设健康驿站", "市财政局、市民政局"]]
    found = bodies(facts(*TEXT, rows, "注:责任单位中列第一位的为牵头单位。"))
    assert found == [("d/1.1", "财政局", "lead"), ("d/1.1", "民政局", "participant")]


def test_tables_are_counted_and_a_table_of_the_text_ends_its_measure_before_an_annex() -> None:
    rows = [["任务", "责任单位"], ["办好医院", "市甲局"]]
    found = facts(*TEXT, rows, "附件2", "责任清单", [["部门", "职责"], ["市乙局", "建好学校"]])
    assert [(m.id, m.parents) for m in found.measures if "/t" in m.id] == [
        ("d/t1.1", ["任务分工表"]),
        ("d/t2.1", ["责任清单"]),
    ]


@pytest.mark.parametrize(
    "above", [["附件2：任务分工表"], ["附件", "任务分工表", "(单位：项)"], ["附表1", "任务分工表"]]
)
def test_the_title_of_a_table_stands_above_it(above: list[Block]) -> None:
    found = facts(*TEXT[:7], *above, [["任务", "责任单位"], ["办好医院", "市甲局"]])
    assert [m.parents for m in found.measures if "/t" in m.id] == [["任务分工表"]]


def test_what_a_row_repeats_from_the_text_is_read_once_and_further_facts_belong_to_the_measure() -> None:
    rows = [
        ["任务", "工作目标", "责任单位", "完成时限"],
        ["建设健康驿站", "建成健康驿站12个,培训人员30名,落实《健康驿站管理办法》", "市财政局", "2024年底前"],
    ]
    found = facts(*TEXT, rows)
    assert [(f[0], f[3], f[5]) for f in figures(found)] == [("d/1.1", 12, None), ("d/1.1", 30, 2024)]
    assert [(c.measure, c.title) for c in found.citations] == [("d/1.1", "健康驿站管理办法")]


def test_a_year_holds_for_the_targets_of_its_own_rows() -> None:
    rows = [
        ["序号", "任务", "举措", "责任单位", "完成时限"],
        ["1", "办好医院", "新增床位50张", "市财政局", "2024年底前"],
        ["^", "^", "培训护士20名", "市财政局", "长期坚持"],
        ["2", "建好学校", "到2026年,新建学校3所", "市教育局", "2025年底前"],
    ]
    assert [(f[3], f[5]) for f in figures(facts(*TEXT, rows)) if f[0] != "d/1.1"] == [(50, 2024), (20, None), (3, 2026)]


def test_a_cell_of_figures_with_words_of_its_own_is_read_as_prose() -> None:
    rows = [["序号", "任务", "2024年目标", "2025年目标", "责任单位"],
            ["1", "家庭医生服务", "重点人群签约率达到75%", "80%以上", "市财政局"]]  # fmt: skip
    assert [f[1:] for f in figures(facts(*TEXT, rows)) if f[0] == "d/t1.1"] == [
        ("重点人群签约率", ">=", 75, "%", 2024, "percent"),
        ("家庭医生服务", ">=", 80, "%", 2025, "percent"),
    ]


def test_rules_in_articles_have_no_measures_in_their_tables() -> None:
    text = [
        f"{CITY}健康服务管理办法",
        "第一条 为做好健康服务,制定本办法。",
        "第二条 本办法适用于全市。",
        "附件",
        "分工表",
    ]
    found = facts(*text, [["任务", "责任单位"], ["办好医院", "市甲局"]])
    assert (found.measures, found.responsibilities) == ([], [])


def test_a_table_of_unknown_kind_is_reported() -> None:
    found = facts(*TEXT[:5], [["药品", "厂家"], ["某药", "某厂"]], *TEXT[5:7])
    assert "table_of_unknown_kind" in {each.reason for each in found.unread}
