"""Old Word files and RTF give the same text as the DOCX that they were saved from.

``old_word/plan.doc`` is the invented plan of ``tests.portals`` with automatic numbers and a table, saved as Word 97.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loaders
from loaders import source
from loaders.errors import ReadError
from loaders.readers import doc, rtf
from tests.portals import LINES

OLD = Path(__file__).parent / "old_word" / "plan.doc"
TABLE = [
    "序号\t任务\t牵头单位",
    "1\t扩大供给\t市卫生健康委",
    "2\t培养人才\t市人力资源社会保障局",
    "\t落实待遇\t市教育局",
]


def test_an_old_word_file_keeps_its_automatic_numbers_and_tables() -> None:
    read = source.read(OLD)
    assert (read.format, read.text.splitlines()) == ("doc", LINES + TABLE)
    assert [(cell.rows, cell.columns) for cell in read.tables[0].cells[6:8]] == [(2, 1), (1, 1)]
    assert read.where(read.text.index("培养人才")) == "paragraph 15"


def test_its_facts_are_those_of_its_words(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("\n".join(LINES + TABLE) + "\n", encoding="utf-8")
    old = loaders.extract(OLD, city="南昌市").model_dump()
    plain = loaders.extract(tmp_path / "plan.txt", city="南昌市").model_dump()
    assert len(old["measures"]) == 4
    for kind in ("documents", "measures", "targets", "citations"):
        assert old[kind] == plain[kind], kind


@given(st.lists(st.tuples(st.integers(0, 14_847), st.integers(0, 255)), max_size=40), st.integers(600, 14_848))
@settings(max_examples=60, deadline=None)
def test_a_broken_old_word_file_is_read_or_refused(changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(OLD.read_bytes())
    for place, byte in changes:
        data[place] = byte
    try:
        doc.decode(bytes(data[:length]), "plan.doc")
    except ReadError as error:
        assert str(error).startswith("plan.doc: ") and "\n" not in str(error)


def rich(words: str) -> bytes:
    """Words of RTF with Chinese characters as Word writes them, in GB 2312."""
    coded = "".join(
        char if char.isascii() else "".join(f"\\'{byte:02x}" for byte in char.encode("gbk")) for char in words
    )
    return f"{{\\rtf1\\ansi\\ansicpg936{{\\fonttbl{{\\f0\\fcharset134 a;}}}}\\f0 {coded}}}".encode()


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (r"一、总体要求\par 二、任务\par", ["一、总体要求", "二、任务"]),
        (r"{\listtext 一、\tab}总体要求\par {\listtext 1\tab}任务\par", ["一、总体要求", "1  任务"]),
        (r"{\header 页眉}{\*\generator a}正文{\footnote 脚注}\par", ["正文"]),
        (r"甲\line 乙\par", ["甲", "乙"]),
        (r"\u-27999?\u25919?\par", [chr(65536 - 27999) + chr(25919)]),
        (r'{\field{\*\fldinst HYPERLINK "http://a.cn"}{\fldrslt 某办法}}的要求\par', ["某办法的要求"]),
        (
            r"前文\par\trowd\intbl 序号\cell 任务\cell\row\trowd\intbl 1\cell 建设\par 平台\cell\row\pard 后文\par",
            ["前文", "序号\t任务", "1\t建设 平台", "后文"],
        ),
        (r"\trowd 甲\cell\cell\trowd\row", ["甲\t"]),
    ],
)
def test_rtf(words: str, wanted: list[str]) -> None:
    assert rtf.decode(rich(words), "plan.rtf").text.splitlines() == wanted


@given(
    st.lists(
        st.sampled_from(
            ["{", "}", "\\row", "\\cell", "\\trowd", "\\par", "\\uc9", "\\u99999", "\\'8", "\\*", "中", "\\f0", " "]
        ),
        max_size=40,
    )
)
@settings(max_examples=200, deadline=None)
def test_broken_rtf_is_read_or_refused(pieces: list[str]) -> None:
    try:
        rtf.decode(("{\\rtf1" + "".join(pieces)).encode("gbk"), "plan.rtf")
    except ReadError:
        return
