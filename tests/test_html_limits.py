"""HTML in any encoding is read, broken and hostile pages are read or refused in one sentence, in linear time."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import source
from loaders.errors import ReadError
from loaders.readers import html
from loaders.readers.numerals import han
from tests.pages import lines_of, page, text_of


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "utf-8", "big5"])
@pytest.mark.parametrize("declared", [True, False])
def test_encodings(encoding: str, declared: bool) -> None:
    if encoding == "big5":
        words = "一、中文。"
        data = f'<meta http-equiv=Content-Type content="text/html; charset={encoding}"><p>{words}'.encode(encoding)
        assert not declared or text_of(data) == words + "\n"
        return
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">' if declared else ""
    data = f"<html><head>{meta}</head><body><p>一、提升服务，推进改革。</p></body></html>".encode(encoding)
    assert text_of(data) == "一、提升服务，推进改革。\n"


def test_a_wrong_charset_gives_way_to_what_the_bytes_are() -> None:
    assert text_of('<meta charset="gb2312"><p>一、推进改革，提升。</p>'.encode()) == "一、推进改革，提升。\n"
    assert text_of('<meta charset="utf-8"><p>一、推进改革，提升。</p>'.encode("gb18030")) == "一、推进改革，提升。\n"
    assert text_of("\ufeff<p>一、推进改革，提升。</p>".encode("utf-16")) == "一、推进改革，提升。\n"


def test_a_charset_that_the_declaration_itself_disproves_is_not_believed() -> None:
    assert text_of('<meta charset="utf-16"><p>一、推进改革，提升。</p>\n'.encode()) == "一、推进改革，提升。\n"


def test_one_broken_byte_does_not_refuse_a_page() -> None:
    data = page("<p>一、推进改革，提升。</p>" * 200) + b"\xff\xff<p>"
    assert text_of(data).startswith("一、推进改革，提升。\n")


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", "page.html: "),
        (b"\x00\xff\xfe\x01" * 500, "save it in UTF-8"),
        (("<div>" * 5000 + "中文").encode(), "nested too deep"),
        (("<table><tr><td>" * 2000 + "中文").encode(), "nested too deep"),
        (("<p>中</p>" * (html.MAX_ELEMENTS + 1)).encode(), "elements found"),
    ],
)
def test_bad_pages_are_refused_in_one_sentence(data: bytes, wanted: str) -> None:
    with pytest.raises(ReadError, match=re.escape(wanted)) as caught:
        text_of(data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [("<script>var a='一、中文';</script>", "holds no text"), ("<p>About us</p>", "no Chinese text")],
)
def test_a_page_without_words_is_refused(tmp_path: Path, inside: str, wanted: str) -> None:
    (tmp_path / "page.html").write_bytes(page(inside))
    with pytest.raises(ReadError, match=wanted):
        source.read(tmp_path / "page.html")


def test_spans_of_a_hostile_table_stay_small() -> None:
    row = "<tr>" + "<td rowspan=65000 colspan=1000>甲</td>" * 50 + "</tr>"
    start = time.perf_counter()
    text = text_of(page(f"<p>这里是正文，有标点。</p><table>{row * 500}</table>"))
    assert len(text) < 5_000_000
    assert time.perf_counter() - start < 10


HOSTILE = {
    "long list": "<ol>" + "<li>甲，乙</li>" * 20000 + "</ol>",
    "many pieces": "<p>" + "<b>索</b>" * 40000,
    "nested tables": ("<table><tr><td>" * 60 + "中，" + "</td></tr></table>" * 60) * 100,
    "style sheet": "<style>" + ".a{}@media /*" * 50000 + "</style><p>中，文。",
    "blanks": "<p>" + " \n\u00a0" * 300000 + "中",
    "labels": "<p>" + "索 引 号 " * 50000 + "</p><div id=zoom>正，文。</div>",
    "titles": "<title>" + "中-" * 100000 + "</title><p>中，文。",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_time_that_grows_with_their_length_only(name: str) -> None:
    start = time.perf_counter()
    text_of(HOSTILE[name].encode())
    assert time.perf_counter() - start < 8


def test_no_entity_is_fetched_or_expanded() -> None:
    data = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>一、甲，乙&a;。</p>'.encode()
    assert "root:" not in text_of(data)


PIECES = st.sampled_from(
    re.findall(
        r"\S+|[\n\t]",
        """<p> </p> <div> </div> <table> <tr> <td> </td> <td/rowspan=3> <td/colspan=2> </table> <br> <ul> <li> <ol>
        <a> </a>
        <b> </b> <script> </script> <!-- --> <style> </style> <span/hidden> </span> &nbsp; &lt; 一、 。 ， 中文 索引号：
        <h1> <pre> <o:p> < > ]]> <form> <select> <title> <meta/name=ArticleTitle/content=中文标题中文标题 <frameset>""",
    )
)


@given(st.lists(PIECES, max_size=60))
@settings(max_examples=300, deadline=None)
def test_broken_markup_is_read_or_refused(pieces: list[str]) -> None:
    try:
        text = text_of("".join(pieces).encode())
    except ReadError:
        return
    assert all(line.strip() for line in text.splitlines())
    assert text.endswith("\n")


@given(
    st.lists(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=20), min_size=1)
)
@settings(max_examples=100, deadline=None)
def test_every_paragraph_is_kept_in_order(paragraphs: list[str]) -> None:
    body = "".join(f"<p>{words}，。</p>" for words in paragraphs)
    assert lines_of(body) == [f"{words}，。" for words in paragraphs]


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (10_000, "10000"),
    ],
)
def test_numbers_of_lists(number: int, wanted: str) -> None:
    assert han(number) == wanted


def test_the_parser_is_imported_only_when_a_page_is_read() -> None:
    code = "import sys, loaders; sys.exit('lxml.etree' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
