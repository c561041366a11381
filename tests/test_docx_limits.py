"""Hostile, broken and disguised files are read as what they are, or refused in one sentence."""

import re
import time
import zipfile
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest

from loaders import source
from loaders.errors import ReadError
from loaders.readers import docx, docx_package
from tests.word import abstract, cell, level, number, numbered, paragraph, part, run, table, word, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
RTF = (
    b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 a;}}\\f0 "
    + "".join(f"\\'{byte:02x}" for byte in "一、提升服务，推进改革。".encode("gbk")).encode()
    + b"\\par}"
)
WORDS = "<p>一、提升服务，推进改革。</p>"


def _entities() -> bytes:
    declared = '<!DOCTYPE w:document [<!ENTITY a "中中中中"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    text = part("document", f"<w:body>{paragraph('&b;&c;')}</w:body>").decode().replace("?>", f"?>{declared}", 1)
    return zipped({"word/document.xml": text.encode()})


def _encrypted() -> bytes:
    data = bytearray(word(paragraph("一、中文")))
    for at in (found.start() for found in re.finditer(b"PK\x03\x04", bytes(data))):
        data[at + 6] |= 1
    for at in (found.start() for found in re.finditer(b"PK\x01\x02", bytes(data))):
        data[at + 8] |= 1
    return bytes(data)


BAD = {
    "cut.docx": (word(paragraph("一、中文"))[:200], "cut or broken"),
    "empty.docx": (b"", "cut or broken"),
    "other.docx": (zipped({"a.txt": b"a"}), "no text of Word"),
    "body.docx": (zipped({"word/document.xml": part("document", "")}), "no text of Word"),
    "xml.docx": (zipped({"word/document.xml": b"<w:document"}), "is broken"),
    "deep.docx": (word("<w:sdt>" * 5000), "is broken"),
    "entity.docx": (_entities(), "declares entities"),
    "locked.docx": (_encrypted(), "encrypted"),
    "password.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted file found"),
    "cut.doc": (OLE + "WordDocument".encode("utf-16-le"), "old or broken Word file found"),
    "other.wps": (OLE, "old Office file found"),
    "sheet.doc": (OLE + "Workbook".encode("utf-16-le"), "Excel sheet"),
    "plan.ofd": (zipped({"OFD.xml": b"<a/>", "Doc_0/Document.xml": b"<a/>"}), "OFD file found"),
    "english.rtf": (rb"{\rtf1\ansi\ansicpg936 a}", "no Chinese text found"),
    "sheet.docx": (zipped({"xl/workbook.xml": b"<a/>"}), "Excel sheet found"),
    "many.doc": (zipped({"a.txt": b"a", "b.txt": b"b"}), "archive found"),
    "flat.doc": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "as one XML"),
    "page.mht": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a--", "without text"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    data, says = BAD[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=re.escape(says)) as caught:
        source.read(tmp_path / name)
    assert str(caught.value).startswith(f"{name}: ") and "\n" not in str(caught.value)


def _saved_page() -> bytes:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    kind = 'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    words = b64encode(f"<html><meta charset=gb2312>{WORDS}</html>".encode("gbk")).decode()
    return f"{head}{kind}{words}\r\n--x--\r\n".encode()


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.doc", word(paragraph("一、提升服务，推进改革。")), "docx"),
        ("a.txt", word(paragraph("一、提升服务，推进改革。")), "docx"),
        ("a.wps", word(paragraph("一、提升服务，推进改革。")), "docx"),
        ("a.doc", f"<html><head><meta charset=gbk></head>{WORDS}</html>".encode("gbk"), "html"),
        ("a.doc", f"<html xmlns:o='urn:office' xmlns:w='urn:word'>{WORDS}".encode(), "html"),
        ("a.txt", f"\ufeff<!DOCTYPE html><html>{WORDS}</html>".encode(), "html"),
        ("a.docx", f"<!-- saved --><html>{WORDS}</html>".encode(), "html"),
        ("a.doc", "一、提升服务，推进改革。\n".encode("gbk"), "text"),
        ("a.txt", "一、提升服务，推进改革。\n".encode(), "text"),
        ("a.doc", RTF, "rtf"),
        ("a.txt", RTF, "rtf"),
        ("a.html", "一、提升服务，推进改革。\n".encode("gbk"), "text"),
        ("a.mht", _saved_page(), "mhtml"),
        ("a.doc", _saved_page(), "mhtml"),
    ],
)
def test_a_file_is_read_as_what_it_is(tmp_path: Path, name: str, data: bytes, form: str) -> None:
    (tmp_path / name).write_bytes(data)
    read = source.read(tmp_path / name)
    assert (read.format, read.text.strip("\ufeff")) == (form, "一、提升服务，推进改革。\n")


def test_a_zip_bomb_is_refused_without_unpacking_it() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as inside:
        for _ in range(docx_package.MAX_PART // 1_000_000 + 1):
            inside.write(b" " * 1_000_000)
    assert len(file.getvalue()) < 1_000_000
    with pytest.raises(ReadError, match="bytes unpacked"):
        docx.decode(file.getvalue(), "bomb.docx")


def test_macros_pictures_and_outside_links_are_not_opened() -> None:
    parts = {
        "word/document.xml": part("document", f"<w:body>{paragraph('一、中文')}</w:body>"),
        "word/vbaProject.bin": b"\x00\xff" * 100,
        "word/_rels/document.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Type="a/styles" TargetMode="External" Target="file:///etc/passwd"/>'
        b'<Relationship Type="a/numbering" Target="../../../etc/passwd"/></Relationships>',
    }
    assert docx.decode(zipped(parts), "a.docm").text == "一、中文\n"


def test_a_paragraph_of_a_long_text_is_gone_from_memory_when_the_next_one_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(docx_package, "LONG", 100)
    blocks = docx_package.Package(word(paragraph("甲") * 3), "a.docx").blocks()
    first = next(blocks)
    assert len(first) == 2
    second = next(blocks)
    assert len(first) == 0 and len(second) == 2
    assert len(list(blocks)) == 1


@pytest.mark.parametrize("name", [name for name in BAD if name.endswith(".docx")])
def test_long_texts_are_refused_as_short_ones_are(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "LONG", 0)
    test_refused_in_one_sentence(tmp_path, name)


def test_long_texts_read_as_short_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = f"<w:sdt><w:sdtContent>{paragraph('丙')}</w:sdtContent></w:sdt><w:sectPr/>"
    data = word(
        paragraph("甲") + table(cell("乙") + cell("丁")) + inside + f"<w:customXml>{paragraph('戊')}</w:customXml>"
    )
    short = docx.decode(data, "a.docx")
    monkeypatch.setattr(docx_package, "LONG", 0)
    assert docx.decode(data, "a.docx") == short
    assert short.text == "甲\n乙\t丁\n丙\n戊\n"


HOSTILE = {
    "long": paragraph("中，文。") * 30_000,
    "one paragraph": paragraph(run("中，") * 60_000),
    "wide": table(*[cell("甲", '<w:gridSpan w:val="99999999"/>') * 60] * 200),
    "merged": table(*[cell("甲", "<w:vMerge/>") * 40] * 1000),
    "nested": table(cell(table(cell("甲") + cell("乙")))) * 2000,
    "fields": paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + run("中")) + paragraph("文") * 2000,
    "numbers": "".join(numbered("甲", 1, depth % 9) for depth in range(20_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_only(name: str) -> None:
    levels = abstract(1, *(level(depth, "decimal", "%1%2%3%4%5%6%7%8%9" * 7) for depth in range(9)))
    start = time.perf_counter()
    docx.decode(word(HOSTILE[name], numbering=levels + number(1, 1)), "a.docx")
    assert time.perf_counter() - start < 10
