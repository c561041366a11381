"""HTML pages become the text of their article: nothing of the page's furniture, header fields and title kept.

All pages are invented; places and bodies are 某市 and 某省.
"""

import hashlib
import os
import re
from pathlib import Path

import pytest

import loaders
from loaders import source
from loaders.readers import html
from tests.pages import ARTICLE, MENU, NOTICE, TITLE, lines_of, page, text_of

FURNITURE = {
    "menu": MENU,
    "breadcrumb": '<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a>一、公开目录</a> &gt; 正文</div>',
    "share": '<div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div>',
    "related": '<div class="xgwj"><h3>相关文件</h3><ul><li><a href=1>一、某市推进分级诊疗，建设5家医院的方案</a></li>'
    "<li><a href=2>（一）某市总额付费办法</a></li><li><a href=3>某市远程医疗方案</a></li></ul></div>",
    "plain_links": "<div><ul><li><a href=1>二、某市建成30个社区医院</a></li><li><a href=2>某市日间手术办法</a></li>"
    "<li><a href=3>某市长处方办法</a></li></ul></div>",
    "lone_link": '<div class="sm"><a href="/1.html">一、某市推进分级诊疗，建设5家医院的方案</a></div>',
    "interpretation": "<div><h4>政策解读</h4><p>四、增加任务。建成9家医院，责任单位：市教育局，市公安局。</p></div>",
    "disclaimer": "<table><tr><td><b>版权声明：</b>四、本网转载，建成9家医院，如有侵权，请联系。</td></tr></table>",
    "print": '<div class="print"><a href="javascript:window.print()">打印</a> <a>关闭</a></div>',
    "script": '<script>var t="四、增加任务。建成9家医院，";</script><style>p{color:red} /* 五、建成8家 */</style>',
    "template": "<template><p>四、增加任务。建成9家医院，责任单位：市教育局，市公安局。</p></template>",
    "noscript": "<noscript>四、增加任务。建成9家医院，责任单位：市教育局。</noscript>",
    "display": '<div style="color:red; DISPLAY : none"><p>四、增加任务。建成9家医院，建立编制池。</p></div>',
    "visibility": '<p style="visibility:hidden">四、增加任务。建成9家医院，建立编制池。</p>',
    "tiny": '<p style="font-size:0">四、增加任务。建成9家医院，建立编制池。</p>',
    "attribute": "<p hidden>四、增加任务。建成9家医院，建立编制池。</p>",
    "aria": '<p aria-hidden="true">四、增加任务。建成9家医院，建立编制池。</p>',
    "sheet": "<style>.only-print, #x { display: none }</style><p class='only-print'>四、增加任务。建成9家医院。</p>",
    "comment": "<!-- <p>四、增加任务。建成9家医院，建立编制池。</p> -->",
    "nav": "<nav><p>四、增加任务</p><p>上一篇：某市年薪制方案</p></nav>",
    "form": "<form><select><option>四、增加</option></select><input value='五、检索'><button>六、提交</button></form>",
    "footer": '<div class="footer"><p>主办单位：某市人民政府办公室，承办单位：某市数据局。版权所有</p></div>',
}  # fmt: skip


def test_article_is_one_paragraph_a_line() -> None:
    lines = ARTICLE.splitlines()
    assert lines[:2] == ["某市人民政府办公室", "关于印发某市医疗服务提升行动方案的通知"]
    assert "（一）建设医联体。组建2个城市医疗集团，推进分级诊疗。（责任单位：市卫生健康委、市医保局）" in lines
    assert len(lines) == 15


@pytest.mark.parametrize("name", FURNITURE)
@pytest.mark.parametrize("holder", ['<div class="TRS_Editor">', '<div id="UCAP-CONTENT">', '<div class="c1">'])
@pytest.mark.parametrize("place", ["before", "after", "inside", "beside"])
def test_furniture_leaves_no_word(name: str, holder: str, place: str) -> None:
    extra = FURNITURE[name]
    pages = {
        "before": page(NOTICE, before=extra, holder=holder),
        "after": page(NOTICE, after=extra, holder=holder),
        "inside": page(NOTICE.replace("<p>二、重点任务</p>", extra + "<p>二、重点任务</p>"), holder=holder),
        "beside": page(NOTICE, before=f"<div class='w'>{MENU}<div>", after=f"</div>{extra}</div>", holder=holder),
    }
    assert text_of(pages[place]) == ARTICLE


def test_all_furniture_at_once_gives_the_facts_of_the_bare_text(tmp_path: Path) -> None:
    everything = "".join(FURNITURE.values())
    (tmp_path / "page.html").write_bytes(
        page(NOTICE, before=everything, after=everything, head=f"<title>{TITLE}</title>")
    )
    (tmp_path / "page.txt").write_text(ARTICLE)
    web, plain = (loaders.extract(tmp_path / f"page.{end}", city="南昌市").model_dump() for end in ("html", "txt"))
    for kind in ("documents", "measures", "responsibilities", "targets", "citations", "models"):
        assert web[kind] == plain[kind], kind
    assert [m["number"] for m in web["measures"]] == ["（一）", "（二）", "（一）"]


def test_a_block_with_much_prose_is_no_furniture_whatever_its_name() -> None:
    assert text_of(page(f'<div class="print"><div class="content-share">{NOTICE}</div></div>')) == ARTICLE


def test_a_sheet_that_hides_the_article_is_not_believed() -> None:
    assert text_of(page(f"<style>.c1{{display:none}}</style>{NOTICE}", holder='<div class="c1">')) == ARTICLE


@pytest.mark.parametrize("style", ["font-size:0", "opacity:0", "text-indent:-999px"])
def test_a_style_on_the_frame_of_the_article_hides_nothing(style: str) -> None:
    assert text_of(page(NOTICE, holder=f'<div style="{style}">')) == ARTICLE


def test_offsets_count_in_the_text_read_and_the_checksum_in_the_bytes(tmp_path: Path) -> None:
    data = page(NOTICE, before=MENU)
    (tmp_path / "a.htm").write_bytes(data)
    read = source.read(tmp_path / "a.htm")
    assert (read.format, read.text, read.sha256) == ("html", ARTICLE, hashlib.sha256(data).hexdigest())
    facts = loaders.extract(tmp_path / "a.htm", city="南昌市")
    assert all(read.text[m.start :].startswith(m.number) for m in facts.measures)


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>一<b>、</b><i>总<u>体</u></i>要求</p>", ["一、总体要求"]),
        ("<p>第一行<br/>第二行<br></p>", ["第一行", "第二行"]),
        ("<ul><li>甲事项</li><li>乙事项</li></ul>", ["甲事项", "乙事项"]),
        ("<ol><li>甲事项</li><li><p>乙事项</p></li></ol>", ["1.甲事项", "2.乙事项"]),
        ("<ol start='4'><li>甲事项</li></ol>", ["4.甲事项"]),
        ("<ol><li>甲事项</li><li value='7'>乙事项</li><li>丙事项</li></ol>", ["1.甲事项", "7.乙事项", "8.丙事项"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲事项</li></ol>", ["一、甲事项"]),
        ("<ol type=A><li>甲事项</li><li>乙事项</li></ol>", ["A.甲事项", "B.乙事项"]),
        ("<ol><li>1.甲事项</li><li>（二）乙事项</li></ol>", ["1.甲事项", "（二）乙事项"]),
        ("<ol style='list-style:none'><li>甲事项</li></ol>", ["甲事项"]),
        ("<ol class='custom_cn2'><li>甲事项</li><li>乙事项</li></ol>", ["(一)甲事项", "(二)乙事项"]),
        ("<p>甲&nbsp;乙　丙 丁</p>", ["甲\u00a0乙　丙 丁"]),
        ("<p>　　首行缩进</p>", ["　　首行缩进"]),
        ("<p>推进平\n   台建设</p>", ["推进平台建设"]),
        ("<p>到\n2025年建成12\n  个</p>", ["到2025年建成12个"]),
        ("<p>OPC\n社区 and\n\n so</p>", ["OPC 社区 and so"]),
        ("<p>零\u200b宽\ufeff字&shy;符</p>", ["零宽字符"]),
        ("<div>甲段<div>乙段</div>丙段</div>", ["甲段", "乙段", "丙段"]),
        ("<p>甲段<p>乙段<div>丙段", ["甲段", "乙段", "丙段"]),
        ("<p><b>甲段<p>乙段</b></p><o:p></o:p>", ["甲段", "乙段"]),
        ("<p>A&lt;B&amp;C &#20013;&#x6587;</p>", ["A<B&C 中文"]),
        ("<pre>甲行\n乙行</pre>", ["甲行", "乙行"]),
        ("<div style='white-space: pre-wrap'>甲行\n<b>乙</b>行\n</div>", ["甲行", "乙行"]),
        ("<p>甲<p style='display:none'>隐</p>乙", ["甲", "乙"]),
        ("<p>甲<span hidden>隐</span>乙</p>", ["甲乙"]),
        ("<p>&nbsp;</p><p>　</p><p>甲</p>", ["甲"]),
        ("<p>甲<del>旧</del><ins>新</ins></p>", ["甲新"]),
        ("<ol><li><b>1</b>．甲事项</li></ol>", ["1．甲事项"]),
        ("<p><![if !supportLists]>一、<![endif]>甲</p>", ["一、甲"]),
        ('<p><a href="a.docx">附件：分工表.docx</a></p>', ["附件：分工表.docx"]),
        ('<p><a href="a.html">附件：分工表</a></p>', ["附件：分工表"]),
        ('<p><a name="_Toc1">一、甲事项</a></p><div><a href="#1">二、乙事项</a></div>', ["一、甲事项", "二、乙事项"]),
        ('<p>按照<a href="/1.html">《某办法》</a>要求</p>', ["按照《某办法》要求"]),
    ],
)
def test_lines(markup: str, wanted: list[str]) -> None:
    assert lines_of(markup + "<p>这里是正文，有标点。</p>") == [*wanted, "这里是正文，有标点。"]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("<tr><td>序号<td>任务<tr><td>1<td>建平台", ["序号\t任务", "1\t建平台"]),
        (
            "<tr><th rowspan=2>任务</th><th>牵头</th></tr><tr><td>市甲局</td></tr><tr><td>丙</td><td>丁</td></tr>",
            ["任务\t牵头", "\t市甲局", "丙\t丁"],
        ),
        (
            "<tr><td>指标</td><td colspan=2>目标</td></tr><tr><td>甲</td><td>1</td><td>2</td></tr>",
            ["指标\t目标", "甲\t1\t2"],
        ),
        (
            "<tr><td rowspan=2 colspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>乙<td>丙<td>3",
            ["甲\t\t1", "\t\t2", "乙\t丙\t3"],
        ),
        ("<tr><td colspan=3>分工表</td></tr><tr><td>甲</td><td></td><td>乙</td></tr>", ["分工表", "甲\t\t乙"]),
        ("<tr><td><p>市甲局</p><p>市乙局</p></td><td>甲<br>乙</td></tr>", ["市甲局 市乙局\t甲 乙"]),
        ("<tr><td>甲</td><td rowspan=9999999>乙</td></tr><tr><td rowspan=x>丙</td></tr>", ["甲\t乙", "丙"]),
        (
            "<tr><td>甲</td><td rowspan=2>乙</td></tr><tr><td>丙</td></tr><tr><td></td><td></td></tr>",
            ["甲\t乙", "丙"],
        ),
        ("<tr><td>只有一列，是框架</td></tr><tr><td>甲<br>乙</td></tr>", ["只有一列，是框架", "甲", "乙"]),
    ],
)
def test_tables(rows: str, wanted: list[str]) -> None:
    assert lines_of(f"<p>这里是正文，有标点。</p><table>{rows}</table>")[1:] == wanted


def test_a_page_that_is_hardly_more_than_a_table_keeps_its_title_and_rows() -> None:
    rows = "".join(f"<tr><td>市{name}局</td><td>推进改革，提升服务，建成平台。</td></tr>" for name in "甲乙丙丁戊己")
    table = f"<table><tbody><tr><td>部门</td><td>职责</td></tr>{rows}</tbody></table>"
    found = text_of(page(f"<p>附件1</p><p>某市职责清单</p>{table}", holder="<div>")).splitlines()
    assert found[:4] == ["附件1", "某市职责清单", "部门\t职责", "市甲局\t推进改革，提升服务，建成平台。"]


def test_heads_that_are_labels_elsewhere_do_not_undo_merged_cells() -> None:
    rows = (
        "<tr><td>名称</td><td>任务</td><td>责任部门</td><td>备注</td></tr>"
        "<tr><td rowspan=2>甲</td><td>一</td><td>市甲局</td><td></td></tr><tr><td>二</td><td>市乙局</td><td></td></tr>"
    )
    (table,) = html.decode(page(f"<p>这里是正文，有标点。</p><table>{rows}</table>"), "page.html").tables
    assert [(cell.row, cell.column, cell.rows) for cell in table.cells[4:6]] == [(1, 0, 2), (1, 1, 1)]


FIELDS = [
    (
        "<table><tr><td>索 引 号：</td><td>0123/2024-1</td><td>有&nbsp;效&nbsp;性</td><td></td></tr>"
        f"<tr><td>标　　题</td><td colspan=3>{TITLE}</td></tr>"
        "<tr><td>发文字号</td><td>某政办〔2024〕4号</td><td>发布日期</td><td>2024年03月12日</td></tr></table>",
        ["索 引 号：\t0123/2024-1", f"标　　题\t{TITLE}", "发文字号\t某政办〔2024〕4号\t发布日期\t2024年03月12日"],
    ),
    (
        "<div><span>发布日期：2024-03-12 09:41</span><span>信息来源：市政府办公室</span></div>",
        ["发布日期：2024-03-12 09:41\t信息来源：市政府办公室"],
    ),
    (
        "<ul><li><b>索引号：</b>0123/2024-1</li><li><label>发文字号</label><i>某政办〔2024〕4号</i></li></ul>",
        ["索引号：\t0123/2024-1", "发文字号\t某政办〔2024〕4号"],
    ),
    (
        "<dl><dt>成文日期：</dt><dd>2024年3月8日</dd><dt>文号：</dt><dt>主题词：</dt></dl>",
        ["成文日期：", "2024年3月8日"],
    ),
    ("<div>标题</div><div>搜索</div><div>一、不是正文</div><div>2024-03-12</div>", []),
]


@pytest.mark.parametrize(("before", "wanted"), FIELDS)
def test_header_fields_before_the_article_are_kept(before: str, wanted: list[str]) -> None:
    assert text_of(page(NOTICE, before=MENU + before)) == "\n".join([*wanted, ARTICLE])


def test_header_fields_become_facts(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(page(NOTICE, before=MENU + FIELDS[0][0]))
    notice, plan = loaders.extract(tmp_path / "page.html", city="南昌市").documents
    assert (notice.index_number, notice.doc_number) == ("0123/2024-1", "某政办〔2024〕4号")
    assert (notice.date_issued, notice.date_published) == ("2024-03-08", "2024-03-12")
    assert (notice.title, plan.title) == (TITLE, "某市医疗服务提升行动方案")


def test_a_chapter_is_no_title_of_the_page() -> None:
    plain = "<p>为提升服务，制定本方案。</p>" + "<p>落实任务，推进改革。</p>" * 30 + "<h2>二、建设健康城市</h2>"
    assert lines_of(plain)[0] == "为提升服务，制定本方案。"


@pytest.mark.parametrize(
    ("head", "before", "first"),
    [
        (f"<title>{TITLE}-某市人民政府门户网站</title>", "", "某市人民政府办公室"),
        ("<title>某市提升行动方案（2024—2025年） - 某市卫生健康委员会</title>", "", "某市提升行动方案（2024—2025年）"),
        ('<meta name="ArticleTitle" content="某市建设健康城市意见"><title>某网</title>', "", "某市建设健康城市意见"),
        ("", "<h1>某市建设健康城市意见</h1>", "某市建设健康城市意见"),
        ("<title>某市人民政府门户网站</title>", "<h1>某市建设健康城市意见</h1>", "某市建设健康城市意见"),
        ("<title>无</title>", '<span id="lbTitle">某市建设健康城市意见</span>', "某市建设健康城市意见"),
        ("", f"<h1>{TITLE}</h1>", "某市人民政府办公室"),
        (
            "<title>某市建设健康城市意见_某网</title>",
            "<h1>某市人民政府门户网站</h1><h2>某市建设健康城市意见</h2>",
            "某市建设健康城市意见",
        ),
        (
            "<title>某市提升行动方案 - 某市人民政府门户网站</title>",
            "<h2>某市政府办公室关于转发某市提升行动方案（试行）的通知</h2><h3>《某市提升行动方案》解读</h3>",
            "某市政府办公室关于转发某市提升行动方案（试行）的通知",
        ),
    ],
)  # fmt: skip
def test_the_title_of_the_page_stands_once(head: str, before: str, first: str) -> None:
    lines = text_of(page(NOTICE, head=head, before=before)).splitlines()
    assert lines[0] == first
    assert sum(line == first for line in lines) == 1 + (first == "某市人民政府办公室")


SAMPLES = Path(os.environ.get("CHENGCE_SAMPLES", Path(__file__).parents[2] / "shared" / "samples"))
PAGES = sorted(SAMPLES.glob("*.html"))


@pytest.mark.skipif(not PAGES, reason=f"no pages in {SAMPLES}: set CHENGCE_SAMPLES to the folder of sample documents")
def test_real_pages_keep_their_prose_and_lose_their_furniture() -> None:
    for path in PAGES:
        text = source.read(path).text
        assert len(re.findall("[。；]", text)) > 20, path.name
        assert not re.search(r"上一篇|下一篇|^返回|^首页|版权所有|当前位置|layout:|\{|浏览次数", text, re.M), path.name
        assert all(line.strip() for line in text.splitlines()), path.name


@pytest.mark.skipif(not PAGES, reason=f"no pages in {SAMPLES}: set CHENGCE_SAMPLES to the folder of sample documents")
def test_real_pages_with_rules_in_articles_give_no_measures() -> None:
    rules = [path for path in PAGES if re.search(r"^第三条|^\s*第三条\s", source.read(path).text, re.M)]
    rules = [path for path in rules if "办法" in source.read(path).text[:400]]
    assert rules
    for path in rules:
        facts = loaders.extract(path)
        assert (len(facts.measures), len(facts.responsibilities), len(facts.targets)) == (0, 0, 0), path.name
