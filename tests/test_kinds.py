"""The first bytes of a file count, not its name: pages, parts of pages and texts under names of other formats."""

import os
import time
from pathlib import Path

import pytest

from loaders import source
from loaders.errors import ReadError
from loaders.readers.kinds import form_of

ARTICLE = "<p>一、提升服务。</p>\n<p>二、推进改革。</p>\n"
TEXT = "一、提升服务。\n二、推进改革。\n"
NAMES = ("plan.txt", "plan.doc", "plan.pdf", "plan.docx", "plan")
PAGES = {
    "blank lines": f"\n\n \r\n<div>{ARTICLE}</div>",
    "comment": f"<!-- saved\nhere -->\n<div>{ARTICLE}</div>",
    "front matter": f"---\nlayout: default\ntitle: 某市方案\n---\n<style>\np {{ margin: 0 }}\n</style>\n{ARTICLE}",
    "byte order mark": f"\ufeff<html><body>{ARTICLE}</body></html>",
    "paragraphs": ARTICLE,
    "attributes": f'<span style="color: red">某市方案</span>{ARTICLE}',
    "line before": f"某市方案\n{ARTICLE}",
    "declaration": f'<?xml version="1.0"?><!DOCTYPE html><html><body>{ARTICLE}</body></html>',
}
TEXTS = {
    "plain": TEXT,
    "mark": "\ufeff" + TEXT,
    "less than": "一、指标<5%且>3%。\n" + TEXT,
    "angles": "<某市方案>\n" + TEXT,
    "one element": TEXT + "三、说明<br>如下。\n" + TEXT,
    "rule of dashes": "---\n" + TEXT,
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_read_as_one_whatever_its_name(tmp_path: Path, kind: str, name: str) -> None:
    (tmp_path / name).write_text(PAGES[kind], encoding="utf-8")
    read = source.read(tmp_path / name)
    assert read.format == "html"
    assert "一、提升服务。\n二、推进改革。" in read.text and "<" not in read.text


@pytest.mark.parametrize("name", [*NAMES, "plan.md", "plan.html"])
@pytest.mark.parametrize("kind", [kind for kind in TEXTS if "<" not in TEXTS[kind]])
def test_a_text_is_read_as_one_whatever_its_name(tmp_path: Path, kind: str, name: str) -> None:
    (tmp_path / name).write_text(TEXTS[kind], encoding="utf-8")
    read = source.read(tmp_path / name)
    assert (read.format, read.text) == ("text", TEXTS[kind])


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_text_with_angle_brackets_is_no_page(kind: str, encoding: str) -> None:
    data = TEXTS[kind].encode(encoding)
    assert {form_of(data, suffix, "plan") for suffix in ("text", "word", "docx", "pdf")} == {"text"}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_page_in_another_encoding(encoding: str) -> None:
    assert form_of(PAGES["line before"].encode(encoding), "text", "plan.txt") == "html"


def test_markdown_may_open_with_an_element() -> None:
    opening = '<div align="center"><img src="a.png"></div>\n\n# 某市方案\n\n'
    assert form_of((opening + TEXT).encode(), "markdown", "plan.md") == "text"
    assert form_of(PAGES["front matter"].encode(), "markdown", "plan.md") == "html"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("plan.pdf", b"\x00\x01\x02" * 90, "the PDF is broken or none at all"),
        ("plan.docx", b"\x00\x01\x02" * 90, "the file is cut or broken"),
        ("plan.pdf", b"Not found", "no Chinese text found"),
        ("plan.docx", b"\x01\x02\x03" * 90, "binary data found"),
    ],
)
def test_what_is_neither_is_one_sentence(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=says) as caught:
        source.read(tmp_path / name)
    assert str(caught.value).startswith(f"{name}: ") and "\n" not in str(caught.value)


def test_a_pipe_or_a_device_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.txt")
    for path in (tmp_path / "plan.txt", Path("/dev/zero")):
        with pytest.raises(ReadError, match="not a regular file") as caught:
            source.read(path)
        assert str(path) in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("opening", ["<!--", "<style>", "---\n", "<", "一<p", "\n"])
def test_a_hostile_opening_takes_little_time(opening: str) -> None:
    data = ("甲\n" + opening * 50_000).encode()
    begun = time.perf_counter()
    form_of(data, "text", "plan.txt")
    assert time.perf_counter() - begun < 2
