"""Sixteen makes of portal pages give the same facts as the plan alone, and none from their furniture."""

import re
from pathlib import Path

import pytest

import loaders
from loaders import source
from tests.portals import LINES, LURES, PORTALS, TITLE

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


@pytest.mark.parametrize("name", PORTALS)
def test_every_line_leads_back_to_its_element(tmp_path: Path, name: str) -> None:
    read = source.read(write(tmp_path, name))
    for origin in read.origins:
        assert origin.where == "title" or origin.where.startswith("/html")
    assert read.where(read.text.index("扩大供给")) not in (None, "title")
