"""Pages of portals of different make, all invented, that hold one and the same plan among their furniture.

``LURES`` are words of furniture that would become facts if they were read.
"""

# ruff: noqa: E501 - pages of portals have long lines

import re

TITLE = "某市人民政府办公室关于印发某市托育服务提升行动方案的通知"
LINES = [
    "某市人民政府办公室",
    "关于印发某市托育服务提升行动方案的通知",
    "各县（市、区）人民政府，市政府各部门：",
    "《某市托育服务提升行动方案》已经市政府同意，现印发给你们，请结合实际认真落实。",
    "某市人民政府办公室",
    "2024年3月8日",
    "某市托育服务提升行动方案",
    "为发展普惠托育，根据《某省托育服务条例》，制定本方案。",
    "一、工作目标",
    "到2025年，每千人口拥有托位达到4.6个，普惠托位占比不低于60%。",
    "二、主要任务",
    "（一）扩大供给。新建社区托育点12个，支持幼儿园办托班。",
    "责任单位：市卫生健康委、市教育局",
    "（二）配强队伍。",
    "1.培养人才。每年培训保育人员不少于200人。（牵头单位：市人力资源社会保障局；配合单位：市妇联）",
    "2.落实待遇。保育人员持证上岗率达到100%。（责任单位：市人力资源社会保障局）",
    "三、保障措施",
    "（一）加强领导。成立工作专班，按季调度。（责任单位：各县（市、区）人民政府）",
]
LURES = "四、增加床位。新建医院9家，覆盖率达到75%，推进分级诊疗。（责任单位：市公安局、市水务局）"
CENTRED = {0, 1, 6}
_LINK = f'<a href="/a.html">某市印发《某市分级诊疗办法》 {LURES}</a>'


def _p(line: str, index: int) -> str:
    align = ' style="text-align: center"' if index in CENTRED else ' style="text-indent: 2em"'
    return f"<p{align}>{line}</p>"


PARAGRAPHS = "".join(_p(line, index) for index, line in enumerate(LINES))
MENU = (
    '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/jd">政策解读</a>'
    f"</li><li>{_LINK}</li></ul></div>"
)
LINKS = f"<h4>相关文件</h4><ul><li>{_LINK}</li><li>{_LINK}</li><li>{_LINK}</li></ul>"
FOOT = (
    "主办：某市人民政府　承办：某市数据局<br>网站标识码：4100000001　某ICP备05000001号　某公网安备 41000002000001号<br>"
    "地址：某市某路1号　邮编：450000"
)


def trs() -> bytes:
    """An old page of a content system that saves GB 2312 and names its editor's place in capitals."""
    inside = "".join(f"<P align=justify>　　{line}</P>\r\n" for line in LINES)
    return f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>{TITLE}_某市政府网</TITLE>
<STYLE type=text/css>.TRS_Editor P{{margin-top:0}} .dy{{display:none}}</STYLE></HEAD><BODY>
<TABLE width=980><TBODY><TR><TD><A href="/">首页</A> &gt; <A href="/gk">政府信息公开</A> &gt; 正文</TD></TR></TBODY></TABLE>
<TABLE width=980><TR><TD class=SText align=center>{TITLE}</TD></TR><TR><TD>时间：2024-03-12　来源：某市政府办　点击数：<SCRIPT>w(9)</SCRIPT></TD></TR>
<TR><TD><!--enpcontent--><DIV class="TRS_Editor Custom_UnionStyle">{inside}</DIV><!--/enpcontent--></TD></TR>
<TR><TD class=dy>{LURES}</TD></TR><TR><TD>【<A href="javascript:window.print()">打印本页</A>】【<A href="#">关闭窗口</A>】</TD></TR></TABLE>
<TABLE><TR><TD>{LINKS}</TD></TR></TABLE><CENTER>{FOOT}</CENTER></BODY></HTML>""".encode("gbk")


def ucap() -> bytes:
    """A page with a table of metadata above the article and a column of links at its right."""
    fields = (
        ("索 引 号：", "000014349/2024-00012"), ("主题分类：", "卫生、体育\\妇幼"), ("发文机关：", "某市人民政府办公室"),
        ("成文日期：", "2024年03月08日"), ("标　　题：", TITLE), ("发文字号：", "某政办发〔2024〕6号"),
        ("发布日期：", "2024年03月12日"), ("主 题 词：", ""),
    )  # fmt: skip
    cells = [f"<td><b>{label}</b></td><td>{value}</td>" for label, value in fields]
    rows = "".join(f"<tr>{first}{second}</tr>" for first, second in zip(cells[::2], cells[1::2], strict=True))
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}__某市人民政府门户网站</title>
<meta name="ArticleTitle" content="{TITLE}"></head><body>{MENU}<div class="BreadcrumbNav">当前位置：<a>首页</a> &gt; <a>文件库</a></div>
<div class="wrap"><div class="policyLibraryOverview_header"><table>{rows}</table></div>
<div class="pages-print" onclick="print()">打印</div><h1>{TITLE}</h1>
<div id="UCAP-CONTENT" class="pages_content">{PARAGRAPHS}</div><div class="related_file">{LINKS}</div></div>
<div class="share">分享到：<a>微博</a><a>微信</a></div><div class="footer">{FOOT}</div></body></html>""".encode()


def vsb() -> bytes:
    """A page of a site builder: a form around the article, links to attachments with counters, pages before and after."""
    body = "".join(
        f'<p class="vsbcontent_start"><span style="font-family:仿宋_GB2312">{line}</span></p>' for line in LINES
    )
    return f"""<html><head><title>{TITLE}-某市卫生健康委员会</title><meta name="pageType" content="3"></head><body>
<div class="dqwz">您的位置：<a>首页</a>&gt;&gt;<a>通知公告</a>&gt;&gt;正文</div>
<script language="javascript">function f(){{}}</script><form name="_newscontent_fromname"><div class="content">
<h2>{TITLE}</h2><p class="subtitle">发布时间：2024-03-12 10:22:31　浏览次数：<span id="d">35</span></p>
<div id="vsb_content_2"><div class="v_news_content">{body}</div></div><div id="div_vote_id"></div>
<p>附件【<a href="/d.jsp?id=1">托育机构名单.docx</a>】已下载<span id="nattach1">12</span>次</p>
<p>上一条：<a href="1.htm">{LURES}</a></p><p>下一条：<a href="2.htm">某市分级诊疗办法</a></p></div></form>
<div class="ft">{FOOT}</div></body></html>""".encode()


def jcms() -> bytes:
    """A page whose article stands in a table cell between comments, with letters to change its size, in UTF-8 with a mark."""
    inside = "<br />".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in LINES)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" ""><html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>某市人民政府 通知公告 {TITLE}</title></head><body>
<table id="c"><tr><td id="article"><table><tr><td class="title">{TITLE}</td></tr>
<tr><td><table><tr><td>发布日期：2024-03-12</td><td>浏览次数：7</td><td>字号：[ <a>大</a> <a>中</a> <a>小</a> ]</td></tr></table></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin-->{inside}<!--ZJEG_RSS.content.end--></div></td></tr></table>
<table><tr><td><a href="#" onclick="window.print()">打印本页</a></td><td><a>关闭窗口</a></td></tr></table></td></tr></table>
<table><tr><td>{FOOT}</td></tr></table></body></html>""".encode("utf-8-sig")


def pasted_word() -> bytes:
    """An article pasted from Word: numbers as list marks to be ignored, empty paragraphs of Office, conditional comments."""

    def one(line: str) -> str:
        label = re.match(r"[一二三]、|（[一二]）|\d\.", line)
        mark = ""
        if label:
            line = line[label.end() :]
            mark = (
                f"<![if !supportLists]><span lang=EN-US style='mso-fareast-font-family:仿宋'><span style='mso-list:Ignore'>"
                f"{label.group()}<span style='font:7.0pt \"Times New Roman\"'></span></span></span><![endif]>"
            )
        half = len(line) // 2
        return (
            f"<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'>{mark}<span\n style='font-size:16.0pt'>"
            f"{line[:half]}</span><span lang=EN-US\nstyle='font-size:16.0pt'>{line[half:]}<o:p></o:p></span></p>\n"
            "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>"
        )

    inside = "\n".join(one(line) for line in LINES)
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><title>{TITLE}</title>
<!--[if gte mso 9]><xml><w:WordDocument>{LURES}</w:WordDocument></xml><![endif]--></head><body>
<div class="main"><div class="article-content"><!--[if gte vml 1]><v:shape>{LURES}</v:shape><![endif]--><div class=WordSection1
 style='layout-grid:15.6pt'>{inside}</div></div></div><div id="copyright">{FOOT}</div></body></html>""".encode()


def preformatted() -> bytes:
    """A text as it was typed, in <pre>, on a page that says nothing of its charset and is saved in GBK."""
    inside = "\n".join(f"　　{line}\n" for line in LINES)
    return f"""<html><head><title>{TITLE}</title></head><body><div align=center><a href=/>首页</a> | <a href=/a>概况</a> |
<a href=/b>公开</a></div><pre>{inside}</pre><hr><div align=center>{FOOT}</div></body></html>""".encode("gb18030")


def many_blocks() -> bytes:
    """An article cut into several blocks side by side, each sentence in spans, lines broken in the source."""

    def cut(line: str) -> str:
        pieces = [line[at : at + 7] for at in range(0, len(line), 7)]
        return "<div>" + "".join(f"<span><font face='仿宋'>{piece}</font></span>" for piece in pieces) + "</div>\n"

    blocks = [LINES[:7], LINES[7:11], LINES[11:16], LINES[16:]]
    inside = "".join(f'<div class="block">{"".join(map(cut, lines))}</div>' for lines in blocks)
    return f"""<!doctype html><html lang=zh><head><meta charset=UTF-8><title>{TITLE} - 某市人民政府</title></head><body>
<header><nav>{MENU}</nav></header><main><div class="left"><ul><li><a>公开指南</a></li><li><a>公开制度</a></li><li><a>{LURES}</a></li></ul>
</div><div class="detail"><h3 class="detail-title">{TITLE}</h3><div class="info"><span>发布时间：2024-03-12</span><span>
来源：市政府办</span><span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span></div>{inside}</div></main>
<footer>{FOOT}</footer></body></html>""".encode()


def frames() -> bytes:
    """A page of tables in tables: menu in the left column, the article as bare words with <br> in the right one."""
    inside = "<br><br>\n".join(f"　　{line}" for line in LINES)
    menu = "".join(f"<tr><td height=28><a href=#>{words}</a></td></tr>" for words in ("机构职能", "政策文件", LURES))
    return f"""<html><head><meta http-equiv="content-type" content="text/html;charset=gbk"><title>{TITLE}</title></head>
<body><table width=1000 align=center><tr><td><img src=top.jpg></td></tr></table><table width=1000 align=center><tr>
<td width=200 valign=top><table width=100%>{menu}</table></td><td width=800 valign=top><table width=100%>
<tr><td align=center><b>{TITLE}</b></td></tr><tr><td align=center>发布时间：2024-3-12 阅读：88次</td></tr>
<tr><td class=txt>{inside}</td></tr><tr><td align=right><a href=#>[打印]</a> <a href=#>[关闭]</a></td></tr></table></td></tr></table>
<table width=1000 align=center><tr><td align=center>{FOOT}</td></tr></table></body></html>""".encode("gbk")


def modern() -> bytes:
    """A page that a script would build: a copy for printing, a copy without a script, a list of metadata, a code to scan."""
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{TITLE}</title>
<meta property="og:title" content="{TITLE}"><script type="application/ld+json">{{"headline":"{LURES}"}}</script></head><body>
<div id="app"><header class="site-header">{MENU}</header><aside>{LINKS}</aside><section class="meta"><dl>
<dt>索引号</dt><dd>000014349/2024-00012</dd><dt>发文字号</dt><dd>某政办发〔2024〕6号</dd><dt>成文日期</dt><dd>2024-03-08</dd>
<dt>发布日期</dt><dd>2024-03-12</dd><dt>有效性</dt><dd>有效</dd></dl></section>
<article><h1>{TITLE}</h1><div class="tools"><button>收藏</button><a>打印</a><a>下载</a></div><section class="rich">{PARAGRAPHS}
<p hidden>{LURES}</p><p style="display:none">{LURES}</p></section><p class="editor">责任编辑：某某</p>
<div class="qrcode"><p>扫一扫在手机打开当前页</p></div></article>
<div class="print-only" style="display: none"><h1>{TITLE}</h1>{PARAGRAPHS}</div><noscript>{PARAGRAPHS}</noscript>
<section class="interpretation"><h3>政策解读</h3><ul><li>{_LINK}</li><li>{_LINK}</li></ul></section></div>
<footer>{FOOT}</footer></body></html>""".encode()


def headings() -> bytes:
    """An article with headings and ordered lists of its own, whose numbers a browser prints."""
    inside = "".join(_p(line, index) for index, line in enumerate(LINES[:8]))
    first, (second, bodies), crew, one, two = LINES[9], LINES[11:13], LINES[13], LINES[14], LINES[15]
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>{TITLE}</title></head><body>{MENU}
<div class="news_conent_two_text" id="zoomcon">{inside}<h2>{LINES[8]}</h2><p>{first}</p><h2>{LINES[10]}</h2>
<h3>{second}</h3><p>{bodies}</p><h3>{crew}</h3><ol><li><p>{one[2:]}</p></li><li><p>{two[2:]}</p></li></ol>
<h2>{LINES[16]}</h2><p>{LINES[17]}</p></div><div class="bottom">{FOOT}</div></body></html>""".encode()


def loose() -> bytes:
    """Broken markup: no head, paragraphs never closed, tags that overlap, furniture inside the article's own block."""
    inside = "".join(f"<p>{line[:2]}<b><i>{line[2:4]}</b></i>{line[4:]}" for line in LINES)
    return f"""<meta charset=utf-8><title>{TITLE}</title><div class=main><div class=con_l><div class=con>
<div class="crumbs">首页 &gt; 政务公开 &gt; 政策文件</div><h1>{TITLE}</h1><span class=date>2024-03-12 09:00</span>
<div class="bdsharebuttonbox"><a>QQ空间</a><a>微信</a></div>{inside}<div class=fj>附件下载：</div>
<div class="xgjd">{LINKS}</div><div class=page_turn>上一篇：<a>{LURES}</a><br>下一篇：<a>没有了</a></div></div></div>
<div class=con_r><h4>热门文件</h4><ul><li>{_LINK}<li>{_LINK}<li>{_LINK}</ul></div></div><div class=foot>{FOOT}""".encode()


def bilingual() -> bytes:
    """An article in an article with the words of a menu for old people, a poll and comments of readers around it."""
    inside = "".join(
        f'<p style="line-height: 2em;"><span style="font-size: 21px;">&emsp;&emsp;{line}</span></p>' for line in LINES
    )
    return f"""<!DOCTYPE HTML><html><head><META CHARSET="UTF-8"><title>{TITLE}_政策文件_某市人民政府</title></head><body>
<div class="top"><a>简体</a>|<a>繁体</a>|<a>English</a>|<a>无障碍</a>|<a>长者助手</a></div>{MENU}
<div class="container"><div class="xxgk-article"><div class="title">{TITLE}</div><div class="article-text" id="content">{inside}
<p>&nbsp;</p></div></div><div class="survey"><form><p>您对本文件的意见：</p><p>{LURES}</p><input type="radio">满意<textarea></textarea>
<button>提交</button></form></div><div class="comment-list"><p>网友：{LURES}</p></div></div>
<div class="footer-box"><p>{FOOT}</p></div></body></html>""".encode()


def shown_by_script() -> bytes:
    """An article that stays hidden until a script shows it, as messengers and some portals save it."""
    inside = "".join(f"<section><span><span>{line}</span></span></section>" for line in LINES)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{TITLE}"><title></title></head>
<body><div id="page"><h1 class="rich_media_title" id="activity-name">{TITLE}</h1><div class="rich_media_meta_list"><em id="publish_time"></em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">{inside}</div>
<div class="rich_media_tool"><span>阅读</span><span>赞</span></div></div><div style="display:none"><p>{LURES}</p></div></body></html>""".encode()


def summaries() -> bytes:
    """A page that names nothing: beside the article stand links with summaries, whose words are no links."""
    news = "".join(f"<li><a href=/{number}>某市召开第{number}次会议</a><div>{LURES}</div></li>" for number in range(4))
    inside = "".join(f"<p>{line}</p>" for line in LINES)
    return f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div class="w1"><div class="a1"><div>{TITLE}</div>
<div class="b1">{inside}</div></div><div class="a2"><div>最新动态</div><ul>{news}</ul></div></div><div class="z">{FOOT}</div></body></html>""".encode()


def upright_metadata() -> bytes:
    """Metadata with the labels in one row and the values in the next; the article in the last row of the same table."""
    inside = "".join(f"<p>{line}</p>" for line in LINES)
    return f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body>{MENU}<table border=1>
<tr><th>索引号</th><th>发文字号</th><th>成文日期</th><th>发布日期</th></tr>
<tr><td>000014349/2024-00012</td><td>某政办发〔2024〕6号</td><td>2024-03-08</td><td>2024-03-12</td></tr>
<tr><td colspan=4>{inside}</td></tr><tr><td colspan=4>【打印】【关闭】</td></tr></table><p>{FOOT}</p></body></html>""".encode()


def narrow_columns() -> bytes:
    """Paragraphs as rows of a table with an empty column at each side; blanks that do not break behind the numbers."""
    lines = [re.sub(r"^([一二三]、|（[一二]）|\d\.)", r"\1&nbsp;&nbsp;", line) for line in LINES]
    inside = "".join(f"<tr><td width=20>&nbsp;</td><td>{line}</td><td width=20></td></tr>" for line in lines)
    return f"""<html><head><meta charset="gb2312"><title>{TITLE}</title></head><body>{MENU}<table>{inside}</table>
<table width=100%><tr><td>{FOOT}</td></tr></table></body></html>""".encode("gbk")


PORTALS = {
    make.__name__: make
    for make in (
        trs, ucap, vsb, jcms, pasted_word, preformatted, many_blocks, frames, modern, headings, loose, bilingual,
        shown_by_script, summaries, upright_metadata, narrow_columns,
    )
}  # fmt: skip
