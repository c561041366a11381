"""A text set as a PDF gives the facts of the text: the texts at hand in three layouts, and an invented plan."""

from pathlib import Path

import pytest

import loaders
from tests import portals
from tests.pdfs import LEFT, Paper, flowed
from tests.test_two_formats import ANNEX, TABLE, as_text, said

TEXTS = ("nanchang.txt", "jiaxing.txt", "nanyang.txt", "ziyang.txt", "datong.txt")
LAYOUTS = {"official": (2, 22), "flush": (0, 22), "short_pages": (2, 5)}


def foot(paper: Paper) -> None:
    paper.centred(790, f"— {paper.pages} —", 14)


def paragraphs(path: Path) -> list[str]:
    """The lines of a text as they would be set: blank ones left out."""
    lines = (line.strip(" \u3000\r\ufeff") for line in loaders.read_source(path).text.splitlines())
    return [line for line in lines if line]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", TEXTS)
def test_texts_set_as_pdf(corpus: Path, tmp_path: Path, name: str, layout: str) -> None:
    indent, rows = LAYOUTS[layout]
    lines = paragraphs(corpus / name)
    plain, paper = tmp_path / "plan.txt", tmp_path / "plan.pdf"
    plain.write_text("\n".join(lines), encoding="utf-8")
    paper.write_bytes(flowed(lines, indent, foot, rows))
    city = loaders.extract(corpus / name).documents[0].city
    one, other = (str(said(loaders.extract(path, city=city))).replace(" ", "") for path in (plain, paper))
    assert one == other


def test_an_invented_plan_with_a_table(tmp_path: Path) -> None:
    def table(paper: Paper) -> None:
        paper.table(LEFT, 100, [40.0, 80.0, 130.0, 130.0, 70.0], [list(row) for row in TABLE])

    path = tmp_path / "plan.pdf"
    path.write_bytes(flowed([*portals.LINES, *ANNEX], 2, foot, 8, table))
    one = said(loaders.extract(as_text(tmp_path), city="南昌市"))
    other = said(loaders.extract(path, city="南昌市"))
    for kind, found in one.items():
        assert other[kind] == found, kind
