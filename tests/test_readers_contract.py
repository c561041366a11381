"""What every reader owes: lines that lead back to the file, tables whose cells stand in the text, in order."""

from itertools import pairwise
from pathlib import Path

import pytest

from loaders import source
from loaders.plan import Source
from loaders.readers.written import joined
from tests import word
from tests.portals import PARAGRAPHS, PORTALS

TABLE = "<tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td></td></tr><tr><td> </td><td> </td></tr>"


def keeps_the_contract(read: Source) -> None:
    assert len(read.text) == len(read.folded)
    for before, after in pairwise(read.origins):
        assert before.start <= before.end <= after.start
    for before, after in pairwise(read.tables):
        assert before.end <= after.start
    for origin in read.origins:
        assert read.text[origin.start : origin.end].strip()
        assert read.where(origin.start) == origin.where != ""
    for table in read.tables:
        assert 0 <= table.start < table.end <= len(read.text)
        places = [place for cell in table.cells for place in (cell.start, cell.end)]
        assert places == sorted(places)
        assert places[0] >= table.start and places[-1] <= table.end
        assert len({(cell.row, cell.column) for cell in table.cells}) == len(table.cells)
        for cell in table.cells:
            words = read.text[cell.start : cell.end]
            assert words == words.strip() and "\n" not in words and "\t" not in words
            assert min(cell.rows, cell.columns) >= 1


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["市甲局", "市乙局"], "市甲局 市乙局"),
        (["市甲局、", "市乙局"], "市甲局、市乙局"),
        (["市甲局", "、市乙局"], "市甲局、市乙局"),
        (["市自然资源和", "规划局"], "市自然资源和规划局"),
        (["市甲局", "和平区人民政府"], "市甲局 和平区人民政府"),
        (["加强甲，推进乙平", "台建设"], "加强甲，推进乙平台建设"),
        (["加强甲，推进乙。", "建设丙"], "加强甲，推进乙。 建设丙"),
        (["（一）", "", " 甲 "], "（一） 甲"),
        ([], ""),
    ],
)
def test_lines_of_a_cell(lines: list[str], wanted: str) -> None:
    assert joined(lines) == wanted


@pytest.mark.parametrize("name", PORTALS)
def test_pages(tmp_path: Path, name: str) -> None:
    (tmp_path / "plan.html").write_bytes(PORTALS[name]())
    read = source.read(tmp_path / "plan.html")
    assert read.origins
    keeps_the_contract(read)


def test_tables_of_pages_and_of_word(tmp_path: Path) -> None:
    (tmp_path / "plan.html").write_text(f"<meta charset=utf-8>{PARAGRAPHS}<table>{TABLE}</table>", encoding="utf-8")
    rows = [
        word.cell("甲", '<w:vMerge w:val="restart"/>') + word.cell("乙", '<w:gridSpan w:val="2"/>'),
        word.cell("", "<w:vMerge/>") + word.cell("丙") + word.cell(""),
        word.cell("") + word.cell(" ") + word.cell(""),
    ]
    (tmp_path / "plan.docx").write_bytes(word.word(word.paragraph("前文") + word.table(*rows)))
    shapes = []
    for end in ("html", "docx"):
        read = source.read(tmp_path / f"plan.{end}")
        keeps_the_contract(read)
        (table,) = read.tables
        start = table.cells[0].start
        shapes.append([(c.row, c.column, c.rows, c.columns, c.start - start, c.end - start) for c in table.cells])
    assert shapes[0] == shapes[1]


def test_real_files(samples: Path) -> None:
    for path in sorted(samples.iterdir()):
        if path.suffix in source.FORMATS:
            keeps_the_contract(source.read(path))
