"""Number labels, dates, header fields and what headings say, each with near misses."""

import pytest

from loaders.fold import fold
from loaders.header import document_number, read_fields
from loaders.heading_line import place_heading
from loaders.headings import document_kind, heading_kind, period
from loaders.labels import han_number, label_at
from loaders.lines import bodies, furniture_rule, is_date, read_date, read_lines, signed_line
from loaders.plan import Source


def as_source(text: str) -> Source:
    return Source("plan.txt", "text", text, fold(text), "")


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("第三章 总则", "chapter", 3),
        ("第二节 目标", "section", 2),
        ("第十二条 支持", "article", 12),
        ("十一、保障", "han", 11),
        ("（二十三）监管", "han_bracket", 23),
        ("(四)监管", "han_bracket", 4),
        ("10．体检", "digit", 10),
        ("3、体检", "digit", 3),
        ("(2)体检", "digit_bracket", 2),
        ("⑵体检", "digit_bracket", 2),
        ("③体检", "circled", 3),
        ("㈡体检", "han_bracket", 2),
        ("2.1 体检", "dotted", 1),
    ],
)
def test_labels(line: str, kind: str, value: int) -> None:
    label = label_at(fold(line), 0)
    assert label is not None
    assert (label.kind, label.value) == (kind, value)


@pytest.mark.parametrize(
    "line", ["二、三级医院都要办好", "1.5万人", "2024年", "第一条款项", "一是办好", "3个县", "体检1.", "(市、区)"]
)
def test_what_is_no_label(line: str) -> None:
    assert label_at(fold(line), 0) is None


@pytest.mark.parametrize(("word", "number"), [("十", 10), ("二十", 20), ("一百零三", 103), ("12", 12), ("甲", None)])
def test_numbers(word: str, number: int | None) -> None:
    assert han_number(word) == number


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2024年3月5日", "2024-03-05"),
        ("２０２４年０３月０５日", "2024-03-05"),
        ("二〇二四年十二月二十三日", "2024-12-23"),
        ("二○二四年一月十日", "2024-01-10"),
        ("2024-03-05 09:41", "2024-03-05"),
        ("2024年13月5日", None),
        ("2024年", None),
    ],
)
def test_dates(words: str, date: str | None) -> None:
    assert read_date(fold(words)) == date


def test_header_fields_in_a_table_and_in_lines() -> None:
    text = "索 引 号 A-1/2024 有 效 性\n发文字号 某政办〔2024〕4号 发布时间 2024年4月2日\n"
    text += "成文日期:\n2024-03-23\n发布机关:某市政府"
    lines = read_lines(as_source(text))
    fields, used = read_fields(lines)
    assert {name: text[slice(*place)] for name, place in fields.items()} == {
        "index_number": "A-1/2024",
        "doc_number": "某政办〔2024〕4号",
        "date_published": "2024年4月2日",
        "date_issued": "2024-03-23",
        "issuer": "某市政府",
    }
    assert used == {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("line", "number"),
    [("某政发〔2024〕12号", "某政发〔2024〕12号"), ("某健办[2020] 3 号", "某健办[2020] 3 号"), ("12号楼", None)],
)
def test_document_numbers(line: str, number: str | None) -> None:
    place = document_number(read_lines(as_source(line))[0])
    assert (place and line[slice(*place)]) == number


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("首页 > 政务公开 > 文件", "breadcrumb"),
        ("(此件公开发布)", "publicity"),
        ("【打印本页】 【关闭本页】", "print"),
        ("信息来源:某办", "source"),
        ("某政办〔2024〕5号.doc", "file_link"),
        ("- 3 -", "page_number"),
        ("来源地的管理要加强。", None),
        ("推进分享经济健康发展,做好服务。", None),
    ],
)
def test_furniture(line: str, rule: str | None) -> None:
    assert furniture_rule(read_lines(as_source(line))[0]) == rule


def test_signatures() -> None:
    line, both, date = read_lines(as_source("某市财政局  某市民政局\n某市人民政府 2024年1月2日\n2024年1月2日"))
    assert [fold("某市财政局  某市民政局")[a:b] for a, b in bodies(line)] == ["某市财政局", "某市民政局"]
    assert signed_line(both) == ("某市人民政府", "2024年1月2日")
    assert is_date(date) and not is_date(both)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("指导思想", "goal"),
        ("总体要求和主要预期目标", "goal"),
        ("总体目标与主要任务", "task"),
        ("目标要求", "goal"),
        ("基本原则", "goal"),
        ("保障措施", "safeguard"),
        ("强化组织领导", "safeguard"),
        ("工作要求", "safeguard"),
        ("强化人才事业保障支撑", "task"),
        ("健全应急物资保障体系", "task"),
        ("附则", "remark"),
        ("重点任务", "task"),
    ],
)
def test_heading_kinds(title: str, kind: str) -> None:
    assert heading_kind(title) == kind


@pytest.mark.parametrize(
    ("title", "opening", "kind", "years"),
    [
        ("某市健康行动计划(2024-2025年)", "", "action_plan", (2024, 2025)),
        ("某市攻坚行动实施方案", "", "implementation_plan", (None, None)),
        ("某市2021年重点工作任务", "", "work_priorities", (2021, 2021)),
        ("关于健康的实施意见(试行)", "", "opinions", (None, None)),
        ("某市若干措施", "", "other", (None, None)),
        (None, "结合我市实际,制定本实施方案。", "implementation_plan", (None, None)),
        (None, "2020年,全市工作总体要求是:做好工作。", "work_priorities", (2020, 2020)),
        (None, "为做好工作。", "other", (None, None)),
    ],
)
def test_documents_by_title(title: str | None, opening: str, kind: str, years: tuple[int | None, int | None]) -> None:
    assert document_kind(title, opening) == kind
    assert period(title, opening) == years


@pytest.mark.parametrize(
    ("lines", "title", "body"),
    [
        ("1.办好医院。新建医院2所。", "办好医院", "新建医院2所。"),
        ("1.办好医院\n新建医院2所。", "办好医院", "\n新建医院2所。"),
        ("1.建立工作机制;", "建立工作机制", ""),
        (
            "1.各部门在履行自己的职责的时候,要把居民的健康作为决策的首要因素来考虑。",
            "各部门在履行自己的职责的时候",
            None,
        ),
        (
            "1.各部门(含直属单位,以下同)在履行自己的职责时要把健康放在首要的位置:做好。",
            "各部门(含直属单位,以下同)在履行自己的职责时要把健康放在首要的位置",
            None,
        ),
        (
            "1.深化体制机制改革,构建优化协同高效的\n治理新模式\n做好改革。",
            "深化体制机制改革,构建优化协同高效的\n治理新模式",
            "\n做好改革。",
        ),
    ],
)
def test_heading_phrases(lines: str, title: str, body: str | None) -> None:
    start, end, begin = place_heading(
        lines, read_lines(Source("plan.txt", "text", lines, lines, "")), 2, has_children=False
    )
    assert lines[start:end] == title
    assert lines[begin:] == (lines[2:] if body is None else body)


@pytest.mark.parametrize("row", ["1.床位数\t5\t≥8", "一、建设\t1.建设平台\t市某局", "(一)任务\t单位"])
def test_a_row_of_a_table_is_no_heading(row: str) -> None:
    assert [line.label for line in read_lines(as_source(row))] == [None]


def test_a_tab_that_indents_a_heading_leaves_it_one() -> None:
    assert read_lines(as_source("\t一、建设"))[0].label is not None
