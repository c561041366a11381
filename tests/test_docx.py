"""Word files become the text that Word prints: numbers, tables, text boxes, footnotes, tracked changes, fields.

All files are invented and made in memory; places and bodies are 某市.
"""

from pathlib import Path

import pytest

import loaders
from loaders import source
from loaders.plan import Cell
from loaders.readers import docx
from tests.word import abstract, cell, level, lines_of, number, numbered, paragraph, part, run, table, word, zipped

ON = '<w:ins w:id="1" w:author="某人">{}</w:ins>'
OFF = '<w:del w:id="2" w:author="某人"><w:r><w:delText>{}</w:delText></w:r></w:del>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def a_field(code: str, result: str) -> str:
    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{run(result)}{mark('end')}"


def a_code(code: str) -> str:
    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('end')}"


def box(words: str) -> str:
    inside = f"<w:txbxContent>{paragraph(words)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        (run("一、") + run("总体") + run("要求"), ["一、总体要求"]),
        (run("甲") + "<w:r><w:br/></w:r>" + run("乙"), ["甲", "乙"]),
        (run("甲") + '<w:r><w:br w:type="page"/></w:r>' + run("乙"), ["甲", "乙"]),
        (run("某局") + "<w:r><w:tab/></w:r>" + run("某委"), ["某局  某委"]),
        (run("第一\n 行"), ["第一  行"]),
        (run("零\u200b宽\u00ad字"), ["零宽字"]),
        (run("甲") + "<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>" + run("乙"), ["甲-乙"]),
        (run("甲") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="a" w:char="25CF"/></w:r>', ["甲●"]),
        (run("甲") + run("隐", "<w:vanish/>") + run("显", '<w:vanish w:val="0"/>'), ["甲显"]),
        (run("甲") + OFF.format("旧") + ON.format(run("新")), ["甲新"]),
        (f"<w:moveFrom>{run('走')}</w:moveFrom><w:moveTo>{run('来')}</w:moveTo>", ["来"]),
        ('<w:hyperlink w:anchor="a">' + run("某办法") + "</w:hyperlink>" + run("的要求"), ["某办法的要求"]),
        (a_field(' HYPERLINK "http://a.cn/" ', "某办法"), ["某办法"]),
        (run("第") + a_field(" PAGE  \\* MERGEFORMAT ", "3") + run("页"), ["第页"]),
        ('<w:fldSimple w:instr=" NUMPAGES ">' + run("8") + "</w:fldSimple>" + run("甲"), ["甲"]),
        ('<w:fldSimple w:instr=" DATE ">' + run("2024年") + "</w:fldSimple>", ["2024年"]),
        (mark("begin") + "<w:r><w:instrText> TOC </w:instrText></w:r>" + run("没有完的域"), ["没有完的域"]),
        (a_code(r"eq \o\ac(○,3)") + run("建设平台"), ["③建设平台"]),
        (a_code(r' EQ \* jc2 \* "Font:黑体" \o\ad(\s\up 9(市甲局),市乙局)') + run("文件"), ["市甲局 市乙局文件"]),
        (a_code(" TC x "), []),
        ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + run("甲") + "</w:sdtContent></w:sdt>", ["甲"]),
        ("<w:smartTag>" + run("某市") + "</w:smartTag>", ["某市"]),
        (f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r>", ["拼"]),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>" + run("甲"), ["x=1甲"]),
        (run("正文") + box("文本框"), ["正文", "文本框"]),
        (box("红头"), ["红头"]),
        ('<w:commentRangeStart w:id="0"/>' + run("甲") + '<w:r><w:commentReference w:id="0"/></w:r>', ["甲"]),
        ("<w:r><w:object><v:shape/></w:object></w:r>" + run("甲"), ["甲"]),
    ],
)  # fmt: skip
def test_paragraphs(inside: str, wanted: list[str]) -> None:
    assert lines_of(paragraph(inside)) == wanted


def test_blocks() -> None:
    contents = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = (
        f"<w:sdt>{contents}<w:sdtContent>{paragraph('一、目标1')}</w:sdtContent></w:sdt>"
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('甲段')}</w:sdtContent></w:sdt>"
        + f"<w:customXml>{paragraph('乙段')}</w:customXml>"
        + paragraph("二、任务2", '<w:pStyle w:val="9"/>')
        + paragraph("不是目录，是一段话。", '<w:pStyle w:val="9"/>')
        + paragraph()
        + paragraph("丙段", "<w:sectPr><w:pgSz/></w:sectPr>")
        + paragraph("前半", '<w:rPr><w:del w:id="1"/></w:rPr>')
        + paragraph("后半")
        + "<w:sectPr/>"
    )
    styles = '<w:style w:type="paragraph" w:styleId="9"><w:name w:val="toc 1"/></w:style>'
    wanted = ["甲段", "乙段", "不是目录，是一段话。", "丙段", "前半后半"]
    assert lines_of(body, styles=styles, header=paragraph("页眉"), footer=paragraph("页脚")) == wanted


def test_a_table_of_contents_that_is_a_field_over_paragraphs_is_left_out() -> None:
    body = (
        paragraph(f"{mark('begin')}<w:r><w:instrText>TOC \\o</w:instrText></w:r>{mark('separate')}{run('一、目标')}")
        + paragraph("二、任务")
        + paragraph(run("三、保障") + mark("end"))
        + paragraph("一、目标")
    )
    assert lines_of(body) == ["一、目标"]


def test_footnotes_stand_after_the_text_in_its_order() -> None:
    def note(key: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{key}"/></w:r>'

    body = paragraph(run("某病") + note(3) + run("防治，") + note(2)) + paragraph("末段")
    notes = "".join(f'<w:footnote w:id="{key}">{paragraph(words)}</w:footnote>' for key, words in
                    ((-1, "线"), (2, "乙注"), (3, "甲注"), (4, "无人引用")))  # fmt: skip
    assert lines_of(body, footnotes=notes) == ["某病防治，", "末段", "[脚注1] 甲注", "[脚注2] 乙注"]


PLAN = (
    abstract(1, level(0, "chineseCounting", "第%1章"), level(1, "chineseCounting", "第%2节"))
    + abstract(2, level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCounting", "（%2）"),
               level(2, "decimal", "%3."), level(3, "decimal", "（%4）"), level(4, "decimalEnclosedCircle", "%5"))
    + abstract(3, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "upperLetter", "%1.%2.%3"))
    + abstract(4, level(0, "bullet", "\uf0b7"), level(1, "lowerRoman", "%2)", '<w:start w:val="3"/>'))
    + abstract(5, level(0, "chineseCounting", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    + abstract(6, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    + abstract(7, level(0, "decimal", "%1", '<w:suff w:val="nothing"/>'), level(1, "none", "甲"))
    + "".join(number(key, key) for key in range(1, 8))
    + number(12, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    + number(13, 2)
    + number(14, 2, f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1．")}</w:lvlOverride>')
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["第一章 ", "第一节 ", "第二节 ", "第二章 ", "第一节 "]),
        ([(2, 0), (2, 1), (2, 2), (2, 2), (2, 1), (2, 2)], ["一、", "（一）", "1.", "2.", "（二）", "1."]),
        (
            [(2, 0)] * 12,
            [f"{han}、" for han in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")],
        ),
        ([(2, 3), (2, 4), (2, 4)], ["（1）", "① ", "② "]),
        ([(3, 0), (3, 1), (3, 1), (3, 2), (3, 2)], ["1 ", "1.1 ", "1.2 ", "1.2.A ", "1.2.B "]),
        ([(4, 0), (4, 1), (4, 1)], ["", "iii)", "iv)"]),
        ([(5, 0), (5, 0), (5, 1)], ["一 ", "二 ", "2.1 "]),
        ([(6, 0), (6, 1), (6, 0), (6, 1)], ["1.", "1)", "2.", "2)"]),
        ([(7, 0), (7, 0)], ["1", "2"]),
        ([(2, 0), (12, 0), (12, 0), (2, 0)], ["一、", "一、", "二、", "三、"]),
        ([(2, 0), (13, 0), (2, 0)], ["一、", "二、", "三、"]),
        ([(14, 0), (14, 0)], ["1．", "2．"]),
        ([(0, 0), (99, 0), (2, 8)], ["", "", ""]),
        ([(2, 1)], ["（一）"]),
    ],
)
def test_automatic_numbers(asked: list[tuple[int, int]], wanted: list[str]) -> None:
    body = "".join(numbered("事项", *place) for place in asked)
    assert lines_of(body, numbering=PLAN) == [f"{label}事项" for label in wanted]


def test_numbers_of_styles() -> None:
    styles = (
        '<w:style w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="c"/></w:style><w:style w:styleId="c"><w:basedOn w:val="b"/><w:pPr>'
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
    )
    numbering = abstract(8, level(0, "chineseCounting", "%1、", '<w:pStyle w:val="a"/>'), level(1, "decimal", "%2．"))
    body = "".join(paragraph("事项", f'<w:pStyle w:val="{style}"/>') for style in "abbab")
    off = paragraph("事项", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    wanted = ["一、事项", "1．事项", "2．事项", "二、事项", "1．事项", "事项"]
    assert lines_of(body + off, styles=styles, numbering=numbering + number(8, 8)) == wanted


def test_a_number_that_is_typed_as_well_stands_once() -> None:
    assert lines_of(numbered("一、总体要求", 2) + numbered("任务", 2), numbering=PLAN) == ["一、总体要求", "二、任务"]


BEFORE = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
SPAN, DOWN, ON_DOWN = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("rows", "wanted", "cells"),
    [
        ([cell("序号") + cell("任务"), cell("1") + cell("建平台")], ["序号\t任务", "1\t建平台"], None),
        (
            [cell("任务", DOWN) + cell("牵头"), cell("", ON_DOWN) + cell("市甲局"), cell("丙") + cell("丁")],
            ["任务\t牵头", "\t市甲局", "丙\t丁"],
            [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1)],
        ),
        (
            [cell("指标") + cell("目标", SPAN), cell("甲") + cell("1") + cell("2")],
            ["指标\t目标", "甲\t1\t2"],
            [(0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)],
        ),
        ([cell("市甲局|市乙局") + cell("市丙局和|丁局")], ["市甲局 市乙局\t市丙局和丁局"], None),
        ([BEFORE + cell("甲") + cell("乙"), cell("1") + cell("2")], ["\t甲\t乙", "1\t2"], None),
        ([cell("甲") + cell("乙"), cell("") + cell(" "), cell("丙") + cell("")], ["甲\t乙", "丙\t"], None),
        ([cell("甲") + cell("乙"), '<w:trPr><w:del w:id="1"/></w:trPr>' + cell("丙") + cell("丁")], ["甲\t乙"], None),
        ([cell("一段，在框里。")], ["一段，在框里。"], None),
        ([cell(table(cell("甲") + cell("乙"))) + cell("旁")], ["甲\t乙", "旁"], None),
        ([f"<w:sdt><w:sdtContent>{cell('甲')}</w:sdtContent></w:sdt>" + cell("乙")], ["甲\t乙"], None),
    ],
)  # fmt: skip
def test_tables(rows: list[str], wanted: list[str], cells: list[tuple[int, int, int, int]] | None) -> None:
    found = docx.decode(word(table(*rows) + paragraph("后文")), "plan.docx")
    assert found.text.splitlines() == [*wanted, "后文"]
    if cells:
        assert [(c.row, c.column, c.rows, c.columns) for c in found.tables[0].cells] == cells
    for held in found.tables:
        assert all(held.start <= c.start <= c.end <= held.end for c in held.cells)
        assert "".join(found.text[c.start : c.end] for c in held.cells) == found.text[held.start : held.end].translate(
            {ord("\t"): None, ord("\n"): None}
        )


def test_numbers_in_cells_are_counted_down_the_table() -> None:
    rows = [cell(numbered("", 3)) + cell("甲"), cell(numbered("", 3)) + cell("乙")]
    assert lines_of(table(*rows), numbering=PLAN) == ["1\t甲", "2\t乙"]


def test_the_way_back_leads_to_paragraphs_and_tables(tmp_path: Path) -> None:
    body = (
        paragraph("某市健康方案")
        + paragraph()
        + paragraph("一、任务")
        + table(cell("甲") + cell("乙"))
        + paragraph("末")
    )
    (tmp_path / "a.docx").write_bytes(word(body))
    read = source.read(tmp_path / "a.docx")
    places = [read.where(read.text.index(words)) for words in ("健康", "任务", "乙", "末")]
    assert places == ["paragraph 1", "paragraph 3", "table 1", "paragraph 6"]
    assert read.tables[0].cells[1] == Cell(0, 1, 1, 1, read.text.index("乙"), read.text.index("乙") + 1)
    assert read.where(read.text.index("\n")) is None


def test_a_strict_file_and_one_with_another_main_part_are_read() -> None:
    data = part("document", f"<w:body>{paragraph('一、中文')}</w:body>").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = f'<Relationships xmlns="{names}"><Relationship Id="a" Type="{kind}" Target="/word/d2.xml"/></Relationships>'
    found = docx.decode(zipped({"_rels/.rels": links.encode(), "word/d2.xml": data}), "a.docx")
    assert found.text == "一、中文\n"


def test_a_plan_with_automatic_numbers_gives_the_facts_of_its_text(tmp_path: Path) -> None:
    """The numbers are typed in the one file and counted by Word in the other."""
    typed = [
        "某市健康服务行动方案", "为提升服务，制定本方案。", "一、主要目标", "到2025年，全市建成6家社区医院。",
        "二、重点任务", "（一）建设医联体。组建2个城市医疗集团。（责任单位：市卫生健康委、市医保局）",
        "（二）改进支付。推进总额付费。（责任单位：市医保局）", "三、保障措施",
        "（一）加强领导。各部门要协同推进，形成合力。",
    ]  # fmt: skip
    depths = {"一、": 0, "二、": 0, "三、": 0, "（一）": 1, "（二）": 1}
    body = ""
    for line in typed:
        label = next((label for label in depths if line.startswith(label)), "")
        body += numbered(line.removeprefix(label), 2, depths[label]) if label else paragraph(line)
    (tmp_path / "plan.docx").write_bytes(word(body, numbering=PLAN))
    (tmp_path / "plan.txt").write_text("\n".join(typed) + "\n", encoding="utf-8")
    one, other = (loaders.extract(tmp_path / f"plan.{end}", city="南昌市").model_dump() for end in ("docx", "txt"))
    assert one["chars"] == other["chars"]
    assert len(one["measures"]) == 3
    for kind in ("documents", "sections", "measures", "responsibilities", "targets", "citations", "models"):
        assert one[kind] == other[kind], kind
