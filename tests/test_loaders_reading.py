"""Files that are read and files that are refused; folding keeps offsets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import LoadError, NotAPlanError, PlaceError, ReadError, read_plan
from loaders.fold import fold
from loaders.readers.markdown import blanked
from loaders.readers.text_tables import tables
from loaders.source import MAX_BYTES, MAX_TEXT_BYTES, read

PLAN = "某市健康工作方案\n为做好健康工作,制定本工作方案。\n一、主要任务\n(一)办好医院。新建医院2所。\n"


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("（１．５％）", "(1.5%)"),
        ("〔2024〕［１］【2】", "[2024][1][2]"),
        ("2024—2025", "2024-2025"),
        ("甲\u3000乙\u00a0丙", "甲 乙 丙"),
        ("甲\r\n乙", "甲\n\n乙"),
        ("⼀、⽬标", "一、目标"),
        ("《甲》“乙”、丙。", "《甲》“乙”、丙。"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\xef\xbb\xbf \r\n", "empty"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("latin.txt", "caf\u00e9 \u00ff\u00ff".encode("latin-1"), "neither UTF-8 nor GB 18030"),
        ("english.txt", b"A plan without a word of Chinese", "no Chinese"),
        ("plan.odt", PLAN.encode(), "format .odt is unknown"),
    ],
)
def test_refused_files(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError, match=says) as caught:
        read(path)
    assert name in str(caught.value) and "\n" not in str(caught.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ReadError, match="cannot be read"):
            read(path)


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 10)
    with pytest.raises(ReadError, match="at most"):
        read(path)


def test_a_text_has_a_limit_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(PLAN.encode() * (MAX_TEXT_BYTES // len(PLAN.encode()) + 1))
    with pytest.raises(ReadError, match=f"at most {MAX_TEXT_BYTES:,}"):
        read(path)


def test_bytes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(("\ufeff" + PLAN.replace("\n", "\r\n")).encode())
    assert read(path).text == "\ufeff" + PLAN.replace("\n", "\r\n")
    path.write_bytes(PLAN.encode("gb18030"))
    assert read(path).text == PLAN


def test_a_text_without_headings_is_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("昨天天气很好。大家都去公园散步,一直到晚上才回家,公园里一共有3个湖。\n", encoding="utf-8")
    with pytest.raises(NotAPlanError, match="no numbered headings"):
        read_plan(path)


def test_place(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    with pytest.raises(PlaceError, match="nothing says whose"):
        read_plan(path)
    with pytest.raises(PlaceError, match="无此市 is unknown"):
        read_plan(path, city="无此市")
    assert issubclass(PlaceError, LoadError) and issubclass(LoadError, ValueError)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_counts_as_a_character(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(("\ufeff" + PLAN).encode(encoding))
    read_text = read(path).text
    assert read_text == "\ufeff" + PLAN


def test_broken_utf_16_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(("\ufeff" + PLAN).encode("utf-16-le") + b"\x00")
    with pytest.raises(ReadError, match="broken UTF-16"):
        read(path)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("前文\n| 指标 | 目标 |\n|---|:-:|\n| 甲 | 5 |\n后文", [[["指标", "目标"], ["甲", "5"]]]),
        ("指标|目标\r\n--|--\r\n**甲**|5\r\n乙|\r\n\r\n后|文", [[["指标", "目标"], ["甲", "5"], ["乙"]]]),
        ("| 甲 \\| 乙 | 5 |\n|---|---|\n| 丙 | |", [[["甲 \\| 乙", "5"], ["丙", ""]]]),
        ("序号\t任务\t牵头\n1\t建平台\t\n2", [[["序号", "任务", "牵头"], ["1", "建平台", ""]]]),
        ("任务\t牵头\n建平台\t市甲局\n\t市乙局\n", [[["任务", "牵头"], ["建平台", "市甲局"], ["", "市乙局"]]]),
        ("甲\t1\n乙\t2\n\n文\n丙\t3\n丁\t4", [[["甲", "1"], ["乙", "2"]], [["丙", "3"], ["丁", "4"]]]),
        ("1.\t建平台\n2.\t建中心\n", []),
        ("（一）\t建平台\n（二）\t建中心\n", []),
        ("\t一、目标\n\t二、任务\n", []),
        ("附件：\t1.甲表\n\t2.乙表\n", []),
        ("某局\t某委\n2024年1月1日", []),
        ("甲|乙\n丙|丁\n", []),
        ("---\ntitle: 甲\n---\n一、目标", []),
    ],
)  # fmt: skip
def test_tables_of_plain_texts(tmp_path: Path, text: str, wanted: list[list[list[str]]]) -> None:
    path = tmp_path / "plan.md"
    path.write_bytes(f"{text}\n中".encode())
    source = read(path)
    assert source.text == f"{text}\n中"
    found = []
    for table in source.tables:
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            assert table.start <= cell.start <= cell.end <= table.end
            rows.setdefault(cell.row, []).append(source.text[cell.start : cell.end])
        found.append(list(rows.values()))
    assert found == wanted


@given(st.text(alphabet="甲|-\t\n\r 1.：*\\", max_size=80))
def test_no_text_breaks_the_search_for_tables(text: str) -> None:
    for table in tables(text):
        assert 0 <= table.start < table.end <= len(text)
        places = [at for cell in table.cells for at in (cell.start, cell.end)]
        assert places == sorted(places)


@given(st.text(alphabet="中*#>-`\\\\[]()!<>abh:/. \n", max_size=80))
def test_blanking_marks_keeps_every_offset(text: str) -> None:
    blank = blanked(text)
    assert len(blank) == len(text)
    assert all(there in (here, " ") for here, there in zip(text, blank, strict=True))
