"""Sixteen makes of portal pages give the same facts as the plan alone, and none from their furniture."""

import re
from pathlib import Path

import pytest

import loaders
from loaders import source
from tests.portals import FOOT, LINES, LURES, MENU, PARAGRAPHS, PORTALS, TITLE

MEASURES = [
    ("d/2.1", "扩大供给"), ("d/2.2.1", "培养人才"), ("d/2.2.2", "落实待遇"), ("d/3.1", "加强领导"),
]  # fmt: skip
BODIES = [
    ("d/2.1", "市卫生健康委", "responsible"), ("d/2.1", "市教育局", "responsible"),
    ("d/2.2.1", "市人力资源社会保障局", "lead"), ("d/2.2.1", "市妇联", "participant"),
    ("d/2.2.2", "市人力资源社会保障局", "responsible"), ("d/3.1", "各县（市、区）人民政府", "responsible"),
]  # fmt: skip
VALUES = [(4.6, "个"), (60, "%"), (12, "个"), (200, "人"), (100, "%")]


def write(folder: Path, name: str) -> Path:
    path = folder / "plan.html"
    path.write_bytes(PORTALS[name]())
    return path


@pytest.mark.parametrize("name", PORTALS)
def test_the_article_alone_is_read(tmp_path: Path, name: str) -> None:
    text = source.read(write(tmp_path, name)).text
    lines = [re.sub("[\u00a0\u2003\u3000]", "", line) for line in text.splitlines()]
    first = lines.index(LINES[0])
    assert lines[first : first + len(LINES)] == LINES
    assert LURES not in text
    assert lines.count(LINES[8]) == 1


@pytest.mark.parametrize("name", PORTALS)
def test_facts_of_the_plan_and_none_of_the_furniture(tmp_path: Path, name: str) -> None:
    facts = loaders.extract(write(tmp_path, name), city="南昌市")
    assert [(m.id, m.title) for m in facts.measures] == MEASURES
    assert [(r.measure, r.surface, r.role) for r in facts.responsibilities] == BODIES
    assert [(t.value, t.unit) for t in facts.targets] == VALUES
    assert [c.title for c in facts.citations if c.relation != "contains"] == ["某省托育服务条例"]
    assert facts.models == []
    notice, plan = facts.documents
    assert (notice.title, plan.title) == (TITLE, "某市托育服务提升行动方案")
    assert (notice.issuer, notice.date_issued, plan.date_issued) == ("某市人民政府办公室", "2024-03-08", "2024-03-08")


@pytest.mark.parametrize("name", ["ucap", "modern", "upright_metadata"])
def test_metadata_are_read(tmp_path: Path, name: str) -> None:
    notice = loaders.extract(write(tmp_path, name), city="南昌市").documents[0]
    assert (notice.index_number, notice.doc_number) == ("000014349/2024-00012", "某政办发〔2024〕6号")
    assert notice.date_published == "2024-03-12"


NUMBER, INDEX = "某政办发〔2024〕6号", "000014349/2024-00012"
METADATA = {
    "rows of blocks": f"<div><div>索引号：</div><div>{INDEX}</div><div>发文字号：</div><div>{NUMBER}</div></div>"
    "<div><div>公开日期：</div><div>2024-03-12</div></div>",
    "one line": f"<p>索 引 号：{INDEX}&nbsp;&nbsp;&nbsp;发文字号：{NUMBER}&nbsp;&nbsp;发布日期：2024-03-12</p>",
    "spans": f"<div><span>[索引号]</span><span>{INDEX}</span><span>[文号]</span><span>{NUMBER}</span>"
    "<span>[发布日期]</span><span>2024-03-12</span></div>",
    "list": f"<ul><li>索引号<em>{INDEX}</em></li><li>文号<em>{NUMBER}</em></li><li>发布日期<em>2024-03-12</em></li>"
    "</ul>",
    "brackets": f"<p>【索引号】{INDEX}</p><p>【发文字号】{NUMBER}</p><p>【发布日期】2024-03-12</p>",
    "line of the source": f"<div>索引号：{INDEX}</div><div>文件编号：{NUMBER}</div>"
    "<div>发布时间：2024-03-12 10:00:00 来源：某市政府办 浏览次数：12 次 字体：[大 中 小]</div>",
    "bold labels": f"<p><b>索引号：</b>{INDEX} <b>发文字号：</b>{NUMBER}</p><p><b>发布日期：</b>2024-03-12</p>",
    "strokes": f"<h5>索引号： {INDEX} | 发文字号： {NUMBER} | 发布时间： 2024-03-12</h5>",
    "table": f"<table><tr><td colspan=4>基本信息</td></tr><tr><td>索引号</td><td>{INDEX}</td><td>主题分类</td>"
    f"<td>其他</td></tr><tr><td>发布日期</td><td>2024-03-12</td><td>文&nbsp;&nbsp;&nbsp;号</td><td>{NUMBER}</td></tr></table>",
}


@pytest.mark.parametrize("name", METADATA)
@pytest.mark.parametrize("is_inside", [True, False])
def test_metadata_in_any_make(tmp_path: Path, name: str, is_inside: bool) -> None:
    before, inside = ("", METADATA[name]) if is_inside else (METADATA[name], "")
    article = f'{MENU}{before}<div id="zoom">{inside}{PARAGRAPHS}</div><div>{FOOT}</div>'
    (tmp_path / "plan.html").write_text(
        f"<html><meta charset=utf-8><title>{TITLE}</title><body>{article}</body></html>", encoding="utf-8"
    )
    facts = loaders.extract(tmp_path / "plan.html", city="南昌市")
    notice = facts.documents[0]
    assert (notice.index_number, notice.doc_number, notice.date_published) == (INDEX, NUMBER, "2024-03-12")
    assert (notice.title, notice.issuer, notice.date_issued) == (TITLE, "某市人民政府办公室", "2024-03-08")
    assert len(facts.measures) == 4


@pytest.mark.parametrize("name", PORTALS)
def test_every_line_leads_back_to_its_element(tmp_path: Path, name: str) -> None:
    read = source.read(write(tmp_path, name))
    for origin in read.origins:
        assert origin.where == "title" or origin.where.startswith("/html")
    assert read.where(read.text.index("扩大供给")) not in (None, "title")
