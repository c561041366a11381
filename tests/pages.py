"""An invented page of a portal, for the tests of the reader of HTML."""

from loaders.readers import html

TITLE = "某市人民政府办公室关于印发某市医疗服务提升行动方案的通知"
NOTICE = """
<p style="text-align:center">某市人民政府办公室<br>关于印发某市医疗服务提升行动方案的通知</p>
<p>各县区人民政府，市政府各部门：</p><p>《某市医疗服务提升行动方案》已经市政府同意，现印发给你们，请认真落实。</p>
<p style="text-align:right">某市人民政府办公室</p><p style="text-align:right">2024年3月8日</p>
<p style="text-align:center"><strong>某市医疗服务提升行动方案</strong></p>
<p>为提升医疗服务，按照省里安排，制定本方案。</p>
<p>一、主要目标</p><p>到2025年，全市建成6家社区医院。</p>
<p>二、重点任务</p>
<p>（一）<b>建设</b><span>医联</span>体。组建2个城市医疗集团，推进分级诊疗。（责任单位：市卫生健康委、市医保局）</p>
<p>（二）改进支付。推进总额付费，建立结余留用机制。（责任单位：市医保局）</p>
<p>三、保障措施</p><p>（一）加强领导。各部门要协同推进，形成合力。</p>
"""
MENU = (
    '<ul class="menu"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li>'
    '<li><a href="/b">政务服务</a></li></ul>'
)


def page(
    inside: str, head: str = "", before: str = "", after: str = "", holder: str = '<div class="TRS_Editor">'
) -> bytes:
    body = f"<body>{before}{holder}{inside}</div>{after}</body>"
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head>{body}</html>'.encode()


def text_of(data: bytes) -> str:
    return html.decode(data, "page.html").text


def lines_of(body: str, holder: str = '<div id="zoom">') -> list[str]:
    return text_of(page(body, holder=holder)).splitlines()


ARTICLE = text_of(page(NOTICE))
