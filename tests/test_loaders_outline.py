"""Whole texts of our own: documents, outline, annexes, places and what is not read."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from loaders import Plan, extract, read_plan

NOTICE = """首页 > 政务公开
索引号: B-2/2024 成文日期: 2024-03-01
合肥市人民政府办公室
关于印发合肥市健康行动计划(2024—2025年)等两个文件的通知
合政办〔2024〕9号

各县(市、区)人民政府,市直有关单位:
《合肥市健康行动计划(2024—2025年)》《合肥市乡村医院提升实施方案》已经同意,现印发给你们。

合肥市人民政府办公室
2024年3月5日

合肥市健康行动计划
(2024—2025年)

为做好健康工作,制定本行动计划。
一、总体要求
(一)指导思想。坚持以健康为中心。
(二)目标。到2025年,新建医院5所。
二、重点任务
(一)办好医院
1.建设市级医院。新建市级医院2所。(责任单位:市卫生健康委、财政局)
2.建设县级医院。新建县级医院3所,其中:
①东部2所;②西部1所。
(责任单位:市卫生健康委)
三、加强健康宣传
开展宣传活动。
四、保障措施
(一)加强组织领导。各级要高度重视。
各县(市、区)要认真落实本计划。

合肥市乡村医院
提升实施方案

为办好乡村医院,制定本实施方案。
一、主要任务
(一)改造乡村医院。改造乡村医院10所。
三、组织实施
(一)加强领导。成立专班。
附件:1.合肥市指标表
2.合肥市任务分工表
(此件公开发布)
【打印本页】
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return read_plan(write(tmp_path_factory.mktemp("plan"), NOTICE))


def write(folder: Path, text: str) -> Path:
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_documents_of_a_notice(plan: Plan) -> None:
    notice, first, second = plan.documents
    assert (notice.key, notice.kind, notice.doc_number, notice.index_number) == (
        "n",
        "notice",
        "合政办〔2024〕9号",
        "B-2/2024",
    )
    assert notice.title == "合肥市人民政府办公室关于印发合肥市健康行动计划(2024—2025年)等两个文件的通知"
    assert (notice.date_issued, notice.period_start) == ("2024-03-05", None)
    assert (first.key, first.title, first.kind) == ("p1", "合肥市健康行动计划(2024—2025年)", "action_plan")
    assert (first.period_start, first.period_end, first.contained_in) == (2024, 2025, "n")
    assert (second.key, second.title, second.kind) == ("p2", "合肥市乡村医院提升实施方案", "implementation_plan")
    assert second.issuer == "合肥市人民政府办公室" and second.doc_number is None
    assert (plan.place.name, plan.place.basis, plan.place.code) == ("合肥市", "issuer", "340100")


def test_measures(plan: Plan) -> None:
    measures = [section for section in plan.sections if section.is_measure]
    assert [(m.id, m.title, m.kind) for m in measures] == [
        ("p1/2.1.1", "建设市级医院", "task"),
        ("p1/2.1.2", "建设县级医院", "task"),
        ("p1/3", "加强健康宣传", "task"),
        ("p1/4.1", "加强组织领导", "safeguard"),
        ("p2/1.1", "改造乡村医院", "task"),
        ("p2/3.1", "加强领导", "safeguard"),
    ]
    assert measures[0].parents == ("重点任务", "办好医院")
    assert plan.text[measures[1].start : measures[1].end].endswith("(责任单位:市卫生健康委)")
    assert plan.text[measures[3].start : measures[3].end].endswith("高度重视。")


def test_own_words_never_overlap_and_quotes_hold(plan: Plan) -> None:
    spans = sorted((section.start, section.own_end) for section in plan.sections)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for section in plan.sections:
        assert section.start <= section.title_start <= section.body <= section.own_end <= section.end
        assert plan.text[section.start :].startswith(section.number)


def test_annexes_and_furniture(plan: Plan) -> None:
    assert [(annex.title, annex.held) for annex in plan.annexes] == [
        ("合肥市指标表", False),
        ("合肥市任务分工表", False),
    ]
    assert {"breadcrumb", "signature", "publicity", "print", "annex_list"} <= {rule for _, _, rule in plan.furniture}


def test_facts_are_canonical_and_say_what_is_missing(tmp_path: Path) -> None:
    path = write(tmp_path, NOTICE)
    facts = extract(path, key="k")
    assert facts.model_dump_json(indent=1) == extract(path, key="k").model_dump_json(indent=1)
    assert json.loads(facts.model_dump_json())["key"] == "k"
    assert any("三、" in note and "after 1" in note for note in facts.notes)
    assert any("合肥市指标表" in note for note in facts.notes)
    assert not [item for item in facts.unread if item.reason == "outside_sections"]
    assert facts.measures[0].terms["医院"] >= 2 and list(facts.measures[0].terms) == sorted(facts.measures[0].terms)
    assert "财政局" not in facts.measures[0].terms


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("第一章 总则\n第一节 目标\n做好。\n第二章 任务\n第一节 医院\n办好医院。", ["d/2.1"]),
        ("1.办好医院。新建。\n2.办好学校。新建。\n3.办好公园。新建。", ["d/1", "d/2", "d/3"]),
        ("一、医院\n(一)甲事。做好。\n(二)乙事。做好。\n二、学校\n(三)丙事。做好。", ["d/1.1", "d/1.2", "d/2.3"]),
        (
            "一、医院\n1.甲事。做好。\n(1)细节。做好。\n(2)细节二。做好。\n2.乙事。做好。",
            ["d/1.1.1", "d/1.1.2", "d/1.2"],
        ),
        ("一、医院\n做好。\n一、学校\n做好。", ["d/1", "d/1-2"]),
        ("一、医院\n做好,每千人有\n8.5张床位。\n二、学校\n做好。", ["d/1", "d/2"]),
        ("一、医院\n1.甲事。做好。  2.乙事。做好。", ["d/1.1", "d/1.2"]),
        (
            "一、医院\n(一)甲事。做好。\n专栏1 重点项目\n1.子。做好。\n2.丑。做好。\n(二)乙事。做好。",
            ["d/1.1", "d/1.2"],
        ),
    ],
)
def test_numberings(tmp_path: Path, text: str, ids: list[str]) -> None:
    path = write(tmp_path, "合肥市健康实施方案\n为做好健康工作,提高全市的健康水平,制定本实施方案。\n" + text)
    assert [section.id for section in read_plan(path).sections if section.is_measure] == ids


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("实施就业援助（牵头单位：市就业服务局）", "实施就业援助"),
        ("实施就业援助（市人社局牵头，市财政局、各县（市、区）政府配合）", "实施就业援助"),
        ("实施就业援助 [责任单位：市人社局、市财政局]", "实施就业援助"),
        ("实施就业援助（市人社局、市财政局）", "实施就业援助"),
        ("落实责任（四方责任）", "落实责任（四方责任）"),
        ("完善治理（党委领导下的院长负责制）", "完善治理（党委领导下的院长负责制）"),
    ],
)
def test_a_bracket_that_assigns_is_not_of_the_title(tmp_path: Path, heading: str, title: str) -> None:
    text = (
        f"合肥市就业实施方案\n一、{heading}\n1.{heading}\n开展培训，新增就业。\n二、{heading}\n开展培训，新增就业。\n"
    )
    measures = [section for section in read_plan(write(tmp_path, text)).sections if section.is_measure]
    assert [(measure.title, measure.parents) for measure in measures] == [(title, (title,)), (title, ())]


@pytest.mark.parametrize(
    ("item", "quotes"),
    [
        ("新建公园3所。", ["公园3所"]),
        ("新建公园3所，改造医院5所。（责任单位：市住建局）", ["公园3所", "医院5所"]),
        ("新建公园3所\n责任单位：市住建局", ["公园3所"]),
        ("老年人助餐服务全覆盖。牵头单位：市民政局", ["老年人助餐服务全覆盖"]),
        ("实施“5个一批”工程。新建公园3所。", ["公园3所"]),
        ("推进公园建设。（责任单位：市住建局2科）", []),
    ],
)
def test_an_item_that_is_all_heading_sets_targets(tmp_path: Path, item: str, quotes: list[str]) -> None:
    text = f"合肥市民生实施方案\n一、建设3类项目\n1.{item}\n2.加强管理。完善制度。\n"
    assert [target.quote for target in extract(write(tmp_path, text)).targets] == quotes


def test_an_interpretation_sets_no_targets(tmp_path: Path) -> None:
    text = (
        "《合肥市公园建设若干措施》政策解读\n为便于理解《合肥市公园建设若干措施》,现解读如下:\n"
        "一、主要内容\n(一)支持新建。到2027年,新建公园50个,覆盖率达到90%。\n二、政策亮点\n审核时限压缩至15个工作日。\n"
    )
    facts = extract(write(tmp_path, text))
    assert not facts.measures
    assert not facts.targets


def test_rules_in_articles_hold_no_measures(tmp_path: Path) -> None:
    path = write(tmp_path, "合肥市医院管理办法\n第一章 总则\n第一条 为管理医院,制定本办法。\n第二条 医院应当守法。")
    assert not [section for section in read_plan(path).sections if section.is_measure]
    assert any("none found" in note for note in extract(path).notes)


@pytest.mark.parametrize("name", ["datong", "jiaxing", "nanchang"])
def test_measures_and_documents_of_the_gold(name: str, corpus: Path, gold: Path) -> None:
    wanted = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))
    plan = read_plan(corpus / f"{name}.txt")
    found = [(s.start, s.end, s.title, list(s.parents), s.kind) for s in plan.sections if s.is_measure]
    assert found == [(m["start"], m["end"], m["title"], m["parents"], m["kind"]) for m in wanted["measures"]]
    for record, document in zip(wanted["documents"], plan.documents, strict=True):
        assert {key: getattr(document, key) for key in record} == record
