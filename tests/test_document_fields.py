"""Fields of documents: numbers, dates, issuers, header labels, and whose plan it is, each with near misses."""

import pytest

from loaders import place
from loaders.documents import split
from loaders.fold import fold
from loaders.furniture import COMMENTARY
from loaders.header import read_fields
from loaders.lines import read_lines
from loaders.part_text import is_addressee
from loaders.parts import MARKER
from loaders.plan import Source
from loaders.records import documents

PLAN = (
    "为做好健康工作,提高全市的健康水平,制定本方案。\n一、主要任务\n"
    "(一)办好医院。新建医院2所。\n(二)培养医师。培训医师10名。\n"
)


def as_source(text: str) -> Source:
    return Source("plan.txt", "text", text, fold(text), "")


def record(text: str) -> dict[str, object]:
    """The first document of a text."""
    source = as_source(text)
    return documents(source, split(source), "某市", "某省")[0].model_dump()


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("索引号:A-1/2024\n文号:某政办〔2024〕4号", {"index_number": "A-1/2024", "doc_number": "某政办〔2024〕4号"}),
        ("文  号: 某政办函〔2024〕4 号", {"doc_number": "某政办函〔2024〕4 号"}),
        ("发布文号 某政字〔2021〕7号 公开方式 主动公开", {"doc_number": "某政字〔2021〕7号"}),
        ("文号\t某政办〔2024〕4号\t是否有效\t有效", {"doc_number": "某政办〔2024〕4号"}),
        ("文号:\n某市健康实施方案", {}),
        ("文号: 无 索引号: 无", {}),
        ("发文字号:\n发文日期: 2019-01-23", {"date_issued": "2019-01-23"}),
        ("公布日期 2020.01.17", {"date_published": "2020.01.17"}),
        ("上网时间:2024/3/5 来源:某局", {"date_published": "2024/3/5"}),
        ("发布日期: 近日", {}),
        ("发布机构:市财政局、市民政局", {"issuer": "市财政局、市民政局"}),
        ("发布机构: 县政府网站", {}),
        (
            "∙【制定机关】某市人民政府办公厅\n∙【字 号】某政办〔2020〕1号",
            {"issuer": "某市人民政府办公厅", "doc_number": "某政办〔2020〕1号"},
        ),
        (
            "• 索引号:\n  61072/2024-001\n• 来源:\n• 发文日期:\n  2024年04月06日 16:40",
            {"index_number": "61072/2024-001", "date_issued": "2024年04月06日 16:40"},
        ),
        ("| 文号 | 某政办〔2013〕11号 | 关键词 | |", {"doc_number": "某政办〔2013〕11号"}),
        ("**发布日期**: 2025-01-10", {"date_published": "2025-01-10"}),
        ("标题:某市健康实施方案", {"title": "某市健康实施方案"}),
        ("标题 内容 全文", {}),
        ("责任编辑:某某 审核:某某", {}),
        ("日期越来越近,各单位要抓紧。", {}),
    ],
)
def test_header_fields(header: str, fields: dict[str, str]) -> None:
    found, _ = read_fields(read_lines(as_source(header)))
    assert {name: header[slice(*span)] for name, span in found.items()} == fields


@pytest.mark.parametrize(
    ("head", "tail", "fields"),
    [
        ("某市健康方案\n某政发〔2024〕5号", "", {"doc_number": "某政发〔2024〕5号", "issuer": None}),
        ("某市人民政府文件 某政发〔2024〕5号\n某市健康方案", "", {"doc_number": "某政发〔2024〕5号"}),
        ("某市健康方案\n(某卫发[2021]第3号)", "", {"doc_number": "某卫发[2021]第3号"}),
        ("某市健康方案\n根据某政发〔2024〕5号文件要求", "", {"doc_number": None}),
        (
            "某市健康方案",
            "某市财政局\n某市民政局\n2024年5月6日",
            {"issuer": "某市财政局、某市民政局", "date_issued": "2024-05-06"},
        ),
        (
            "某市健康方案",
            "某市财政局  某市民政局\n二〇二四年五月六日",
            {"issuer": "某市财政局、某市民政局", "date_issued": "2024-05-06"},
        ),
        (
            "某市健康方案",
            "某市财政局 某市民政局 某市教育局\n2024年5月6日",
            {"issuer": "某市财政局、某市民政局、某市教育局"},
        ),
        ("某市健康方案", "某市财政局(盖章)\n2024年5月6日", {"issuer": "某市财政局"}),
        ("某市健康方案", "某市人民政府 2024年5月6日", {"issuer": "某市人民政府", "date_issued": "2024-05-06"}),
        ("某市健康方案", "某市科技局\n(某市专家局)\n2024年5月6日", {"issuer": "某市科技局(某市专家局)"}),
        ("某市健康方案", "2024年5月6日", {"issuer": None, "date_issued": "2024-05-06"}),
        ("发布机构:某市科技局\n某市健康方案", "", {"issuer": "某市科技局"}),
        ("某市财政局关于印发某市健康方案的通知", "", {"issuer": "某市财政局"}),
        ("某市财政局\n某市民政局\n关于印发某市健康方案的通知", "", {"issuer": "某市财政局、某市民政局"}),
        ("发布机构:某市人民政府办公室\n市政府办公室关于印发某市健康方案的通知", "", {"issuer": "某市人民政府办公室"}),
        ("市政府办公室关于印发某市健康方案的通知", "", {"issuer": "市政府办公室"}),
        ("成文日期:2024-05-01\n某市健康方案", "某市人民政府\n2024年5月6日", {"date_issued": "2024-05-06"}),
        ("成文日期:2024-05-01\n某市健康方案", "", {"date_issued": "2024-05-01"}),
        (
            "某市健康方案",
            "某市人民政府办公室2024年5月7日印发",
            {"issuer": "某市人民政府办公室", "date_issued": "2024-05-07"},
        ),
        ("某市健康方案\n2024-05-07 09:30", "", {"date_published": None, "date_issued": None}),
        ("某市健康行动计划\n(2024—2026年)", "", {"title": "某市健康行动计划(2024—2026年)", "period_end": 2026}),
        ("某市健康行动计划\n(试行)", "", {"title": "某市健康行动计划(试行)", "period_end": None}),
        ("某市健康行动计划\n(2031年5月6日某市政府令第3号公布)", "", {"title": "某市健康行动计划"}),
        ("某市二〇二四年健康工作要点", "", {"period_start": 2024, "kind": "work_priorities"}),
        ("某市健康指标清单(2023年版)", "", {"period_start": None, "kind": "other"}),
        ("某市健康推广方案", "", {"kind": "implementation_plan"}),
        ("某市健康若干措施", "", {"kind": "other"}),
        ("某市关于发展健康产业的若干意见", "", {"kind": "opinions"}),
    ],
)
def test_fields_of_a_document(head: str, tail: str, fields: dict[str, object]) -> None:
    found = record(f"{head}\n{PLAN}{tail}\n")
    assert {name: found[name] for name in fields} == fields


@pytest.mark.parametrize(
    ("issuer", "text", "name"),
    [
        ("江苏省南京市鼓楼区人民政府", "", "鼓楼区"),
        ("鼓楼区人民政府办公室", "福州市将建设医院", "鼓楼区"),
        ("延边朝鲜族自治州人民政府", "", "延边朝鲜族自治州"),
        ("恩施州人民政府办公室", "", "恩施土家族苗族自治州"),
        ("锡林郭勒盟行政公署", "", "锡林郭勒盟"),
        ("大兴安岭地区行政公署", "", "大兴安岭地区"),
        ("合肥高新技术产业开发区管委会", "", "合肥市"),
        ("中共成都市委办公厅", "", "成都市"),
        ("安徽省卫生健康委员会", "", "安徽省"),
        ("积石山保安族东乡族撒拉族自治县人民政府", "", "积石山保安族东乡族撒拉族自治县"),
        ("市政府办公室", "合肥市建设医院,合肥市修路", "合肥市"),
        (None, "句容市要带头,句容市各镇要落实江苏省要求", "句容市"),
        (None, "上城区、西湖区、滨江区、余杭区先行,余杭区、西湖区做好示范", "杭州市"),
        (None, "合肥市和芜湖市", "合肥市"),
        (None, "在合肥市试点", "合肥市"),
        (None, "省委组织部、省卫生健康委、省教育厅负责,吉林要带头,吉林要争先", "吉林省"),
        (None, "市委组织部、市卫生健康委、市教育局负责,吉林要带头,吉林要争先", "吉林市"),
    ],
)
def test_whose_plan_it_is(issuer: str | None, text: str, name: str) -> None:
    assert place.find(as_source(text), None, issuer, None).name == name


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("附件", True),
        ("附件2", True),
        ("附 件 1:", True),
        ("附则", False),
        ("附件:1.某市清单", False),
        ("附件材料", False),
    ],
)
def test_markers_of_annexes(words: str, is_one: bool) -> None:
    assert MARKER.fits(fold(words)) is is_one


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("《某市健康实施方案》政策解读", True),
        ("一图读懂《某市健康实施方案》", True),
        ("关于《某市健康实施方案》的起草说明", True),
        ("某市健康实施方案", False),
        ("加强政策解读,营造良好氛围。", False),
    ],
)
def test_commentary(words: str, is_one: bool) -> None:
    assert COMMENTARY.fits(words) is is_one


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("各县区人民政府,市直各单位:", True),
        ("市财政局、市民政局:", True),
        ("各有关医院:", True),
        ("为便于社会各界理解《某市措施》(某政办〔2025〕14号),现解读如下:", False),
        ("为进一步推动各类机构发展,根据《某市规划》,现提出如下意见:", False),
        ("经市政府同意,现就有关单位落实事项通知如下:", False),
        ("围绕医院发展,制定以下措施:", False),
        ("近年来各单位积极努力,现制定本方案:", False),
        ("结合各部门职责,现将有关事项通知:", False),
        ("发布机构:", False),
    ],
)
def test_addressees(words: str, is_one: bool) -> None:
    assert is_addressee(read_lines(as_source(words))[0]) is is_one
