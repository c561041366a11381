"""Pages of chance: any nesting of blocks, any way of paragraphs, any furniture before, inside and after the article."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.readers import html
from tests.portals import FOOT, LINES, LURES, TITLE

LINK = f'<a href="/1.html">{LURES}</a>'
PARAGRAPHS = {
    "p": "".join(f"<p>{line}</p>" for line in LINES),
    "div": "".join(f"<div>{line}</div>" for line in LINES),
    "br": "".join(f"　　{line}<br>\n" for line in LINES),
    "one p": "<p>" + "<br><br>".join(f"&nbsp;&nbsp;{line}" for line in LINES) + "</p>",
    "spans": "".join(
        "<p>" + "".join(f"<span>{line[at : at + 9]}</span>" for at in range(0, len(line), 9)) + "</p>" for line in LINES
    ),
    "list": "<ul style='list-style:none'>" + "".join(f"<li>{line}</li>" for line in LINES) + "</ul>",
    "rows": "<table>" + "".join(f"<tr><td>{line}</td></tr>" for line in LINES) + "</table>",
    "columns": "<table>" + "".join(f"<tr><td> </td><td>{line}</td><td></td></tr>" for line in LINES) + "</table>",
}
FURNITURE = (
    f"<ul>{f'<li>{LINK}</li>' * 4}</ul>",
    f'<div class="rm"><h3>热点推荐</h3>{f"<p>{LINK} <span>2024-03-12</span></p>" * 3}</div>',
    f"<table>{f'<tr><td>{LINK}</td><td>2024-03-12</td></tr>' * 3}</table>",
    f"<dl>{f'<dt>{LINK}</dt><dd>2024-03-12</dd>' * 3}</dl>",
    f"<div>{LINK}</div>",
    f'<div><a href="/">首页</a> | <a href="/a">概况</a> | {LINK}</div>',
    f"<p>上一篇：{LINK}</p><p>下一篇：没有了</p>",
    f'<div style="display:none">{LURES}</div>',
    f"<script>var a = '{LURES}';</script><!-- {LURES} -->",
    f"<select><option>{LURES}</option></select>",
    f"<div><h4>政策解读</h4><p>{LURES}</p></div>",
    "<div>分享到：<a href='#'>微信</a><a href='#'>微博</a></div>",
    f"<div>{FOOT}</div>",
)
BLOCKS = (
    "<div>{}</div>", '<div class="content">{}</div>', "<section>{}</section>", "<form>{}</form>", "<main>{}</main>",
    "<font>{}</font>", "<center>{}</center>", "<article>{}</article>", "<table><tr><td>{}</td></tr></table>",
    "<table width=100%><tr><td width=10></td><td>{}</td></tr></table>",
)  # fmt: skip
furniture = st.lists(st.sampled_from(FURNITURE), max_size=3).map("".join)
blocks = st.lists(st.sampled_from(BLOCKS), max_size=5)


@given(st.sampled_from(sorted(PARAGRAPHS)), blocks, blocks, furniture, furniture, furniture, st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_article_stands_whole_and_no_furniture_is_read(
    way: str, inner: list[str], outer: list[str], before: str, inside: str, after: str, has_heading: bool
) -> None:
    body = PARAGRAPHS[way]
    for block in inner:
        body = block.format(body)
    body = f"<h1>{TITLE}</h1><div>{body}</div>{inside}" if has_heading else body + inside
    for block in outer:
        body = block.format(body)
    page = f"<html><meta charset=utf-8><title>{TITLE}</title><body>{before}{body}{after}</body></html>"
    text = html.decode(page.encode(), "page.html").text
    assert LURES not in text
    lines = [re.sub(r"[\s\u3000]", "", line) for line in text.splitlines()]
    first = lines.index(LINES[0])
    assert lines[first : first + len(LINES)] == LINES
