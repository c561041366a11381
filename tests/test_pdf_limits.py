"""PDFs that give no text are refused in one sentence; hostile ones within limits; the library is loaded at need."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption

from loaders import source
from loaders.errors import ReadError
from loaders.readers import pdf
from tests.pdfs import HEIGHT, Paper, drawn, flowed, read

PLAN = ["一、总体要求", "为提升某市医疗卫生服务能力，按照省里的统一安排，结合我市实际，制定本方案。"]


def scanned(paper: Paper) -> None:
    paper.canvas.rect(50, 50, 400, 700, fill=1)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", "the PDF is broken or none at all"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 500, "the PDF is broken or none at all"),
        (flowed(PLAN)[:200], "the PDF is broken or none at all"),
        (drawn(scanned), "no text layer (scanned pages): recognise its text (OCR) first"),
        (
            drawn(lambda p: p.put(80, 80, "一、总体"), encrypt=StandardEncryption("secret", "owner")),
            "locked by a password",
        ),
    ],
)
def test_bad_files_are_refused_in_one_sentence(data: bytes, wanted: str) -> None:
    with pytest.raises(ReadError, match=re.escape(wanted)) as caught:
        read(data)
    assert str(caught.value).startswith("plan.pdf: ")
    assert "\n" not in str(caught.value)


def test_a_file_that_only_forbids_changes_is_read() -> None:
    data = drawn(lambda p: p.put(80, 80, "一、总体要求"), encrypt=StandardEncryption("", "owner", canModify=0))
    assert read(data).text == "一、总体要求\n"


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(ReadError, match="3 pages found, at most 2 wanted"):
        read(flowed(PLAN * 10, lines=11))


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_SECONDS", -1.0)
    with pytest.raises(ReadError, match="give the plan as text"):
        read(flowed(PLAN))


def test_a_page_full_of_lines_takes_little_time() -> None:
    def draw(paper: Paper) -> None:
        for number in range(3000):
            paper.rule(50, 50 + number / 5, 500, 50 + number / 5)
            paper.rule(50 + number / 7, 50, 50 + number / 7, 700)
        paper.put(80, 80, "一、总体要求")

    data = drawn(draw)
    start = time.perf_counter()
    assert "总体要求" in read(data).text
    assert time.perf_counter() - start < 10


def test_a_page_or_character_of_any_size_takes_little_memory() -> None:
    def draw(paper: Paper) -> None:
        paper.canvas.setPageSize((10**9, 10**9))
        paper.put(0, HEIGHT - 80, "一、总体要求")
        paper.put(0, HEIGHT - 80, "甲", 10**8)

    assert read(drawn(draw)).text == "一、总体要求\n"


def test_time_grows_with_the_pages_only() -> None:
    def seconds(times: int) -> float:
        data = flowed(PLAN * times)
        start = time.perf_counter()
        read(data)
        return time.perf_counter() - start

    seconds(5)
    assert seconds(400) < 16 * max(seconds(50), 0.02)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_broken_bytes_are_read_or_refused(draw: st.DataObject) -> None:
    data = bytearray(DATA)
    for _ in range(draw.draw(st.integers(1, 30))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    try:
        assert read(bytes(data)).text.endswith("\n")
    except ReadError as error:
        assert "\n" not in str(error)


DATA = flowed(PLAN)


def test_the_suffix_and_the_first_bytes_choose_the_reader(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(DATA)
    found = source.read(tmp_path / "plan.pdf")
    assert (found.format, found.text.splitlines()) == ("pdf", PLAN)
    assert found.origins[0].where == "page 1"


def test_the_library_is_imported_only_when_a_pdf_is_read() -> None:
    code = "import sys, loaders; sys.exit(any(name.startswith('pypdfium2') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
