"""The same plan with its tables in four formats gives the same facts; rows find their measures."""

from pathlib import Path

import pytest

from tests.tables import CITY, FORMATS, Block, bodies, facts, facts_in, figures

HEAD: list[Block] = [
    f"{CITY}健康服务行动方案(2023—2025年)",
    "为做好健康服务,制定本方案。",
    "一、总体要求",
    "到2025年,主要指标如下:",
    [
        ["序号", "指标", "单位", "2022年", "2025年", "属性"],
        ["1", "每千常住人口床位数", "张", "6.1", "7.5", "预期性"],
        ["2", "参保率", "%", "95", "≥96", "约束性"],
    ],
    "二、重点任务",
    "(一)建设健康驿站。建成健康驿站12个。",
    "(二)推进家庭医生签约服务。完善签约服务,做好随访。",
    "三、保障措施",
    "(一)加强领导。成立工作专班。",
    f"{CITY}人民政府",
    "2023年5月6日",
    "附件1",
    "健康服务行动重点任务分工表",
]  # fmt: skip
TASKS: Block = [
    ["序号", "重点任务", "具体内容", "牵头单位", "配合单位", "完成时限"],
    ["1", "建设健康驿站", "选址并开工", "市卫生健康委", "市财政局、市住房城乡建设局", "2024年6月"],
    ["2", "做好健康宣传", "举办健康讲座50场,落实《全民健康素养提升行动方案》。", "市委宣传部", "/", "2024年底"],
    ["3", "推进医养结合", "签约机构达到30家", "市民政局", "无", "长期坚持"],
]  # fmt: skip


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_plan_in_every_format_gives_the_same_facts(tmp_path: Path, suffix: str) -> None:
    found = facts_in(tmp_path, [*HEAD, TASKS], suffix)
    assert [(each.id, each.number, each.title, each.parents) for each in found.measures if "/t" in each.id] == [
        ("d/t1.2", "2", "做好健康宣传", ["健康服务行动重点任务分工表"]),
        ("d/t1.3", "3", "推进医养结合", ["健康服务行动重点任务分工表"]),
    ]
    assert bodies(found) == [
        ("d/2.1", "卫生健康委", "lead"),
        ("d/2.1", "财政局", "participant"),
        ("d/2.1", "住房城乡建设局", "participant"),
        ("d/t1.2", "委宣传部", "lead"),
        ("d/t1.3", "民政局", "lead"),
    ]
    assert figures(found) == [
        ("d/1", "床位数", "=", 7.5, "张", 2025, "rate"),
        ("d/1", "参保率", ">=", 96, "%", 2025, "percent"),
        ("d/2.1", "健康驿站", "=", 12, "个", None, "count"),
        ("d/t1.2", "健康讲座", "=", 50, "场", 2024, "count"),
        ("d/t1.3", "签约机构", ">=", 30, "家", None, "count"),
    ]
    titles = [(each.measure, "".join(each.title.split())) for each in found.citations]
    assert titles == [("d/t1.2", "全民健康素养提升行动方案")]
    assert ("d/t1.3", "medical_elderly") in [(each.measure, each.model) for each in found.models]
    assert found.unread == []
    for record in (*found.measures, *found.responsibilities, *found.targets, *found.citations):
        assert 0 <= record.start < record.end <= found.chars


def test_a_measure_of_a_row_ends_with_its_row() -> None:
    found = facts(*HEAD, TASKS)
    first, second = [each for each in found.measures if "/t" in each.id]
    assert first.end < second.start
    assert next(each for each in found.measures if each.id == "d/3.1").end < first.start
