"""The report on a reading: its counts are those of the text, every item has its place, in every format."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from lxml import html
from plans import plan

from chengce.reading_report import counted
from chengce.report_page import BASIS_WORDS, page, where_words
from graph.facts import Place
from loaders import LoadError
from loaders.report import STATES, Item, ReadingReport, report
from tests import pages, pdfs, word

TEXT = (
    plan("绍兴市", "浙江省").replace("成立工作专班", "成立2个专班。(牵头单位:市新设的无名局)") + "\n附件:绍兴市指标表\n"
)
LINES = [line for line in TEXT.splitlines() if line.strip()]
FORMATS = {
    "plan.txt": TEXT.encode(),
    "plan.html": pages.page("".join(f"<p>{line}</p>" for line in LINES)),
    "plan.docx": word.word("".join(word.paragraph(word.run(line)) for line in LINES)),
    "plan.pdf": pdfs.flowed(LINES),
}

WHERE = {"plan.docx": "段", "plan.pdf": "页"}


@pytest.fixture(params=FORMATS)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> ReadingReport:
    file = tmp_path / request.param
    file.write_bytes(FORMATS[request.param])
    return report(file)


def test_every_clause_is_counted_once(made: ReadingReport) -> None:
    assert sum(made.clauses.values()) == len(made.entries)
    assert sum(sum(made.rules(state).values()) for state in STATES) == len(made.entries)
    assert made.clauses["read"] > 10 and made.chars["read"] > 100


def test_every_item_has_its_place(made: ReadingReport) -> None:
    items = [*made.broken, *made.unread, *made.unknown_bodies, *made.not_targets]
    assert items and all(0 <= item.start <= item.end <= len(made.text) and item.line >= 1 for item in items)
    if made.facts.source != "plan.txt":
        assert all(item.where for item in items if item.end)
    for item in made.not_targets:
        assert made.text[item.start : item.end].split() == item.words.split()


def test_what_is_wrong_is_told(made: ReadingReport) -> None:
    assert "annex_not_held" in {item.rule for item in made.broken}
    unknown = next(item for item in made.unknown_bodies if "无名局" in item.words)
    assert "无名局" in made.text[unknown.start : unknown.end]
    assert {"target_date", "target_document_number"} <= {item.rule for item in made.not_targets}


def test_the_page_is_html_that_links_into_the_text(made: ReadingReport) -> None:
    root = html.document_fromstring(page(made))
    anchors = set(root.xpath("//*[@class='text']//@id"))
    assert {link.removeprefix("#") for link in root.xpath("//a/@href")} <= anchors
    assert len(root.xpath("//*[@class='text']//span[@id]")) == len(made.entries)
    shown = "".join(root.xpath("//*[@class='text']/p[@data-line]//text()"))
    assert "".join(shown.split()) == "".join(made.text.split())


def test_each_language_of_the_page_has_its_own_words(made: ReadingReport) -> None:
    item = Item("unknown_body", "市甲局", 0, 3, 1, "table 2", near=("市乙局", "市丙局"))
    root = html.document_fromstring(page(replace(made, unknown_bodies=[item])))
    zh = "".join(root.xpath("//*[@class='zh']//text()"))
    en = "".join(root.xpath("//*[@class='en']//text()"))
    assert f"{made.facts.place.name}（据发文机关）" in zh and "目标值" in zh
    assert not {word for word in ("issuer", "key", "paragraph", "table ", "page ") if word in zh}
    assert f"({made.facts.place.basis})" in en
    assert "近似：市乙局、市丙局" in zh and "near: 市乙局, 市丙局" in en and "表2" in zh and "table 2" in en
    assert not set("：、") & set(en)
    if made.facts.source in WHERE:
        assert WHERE[made.facts.source] in zh


@pytest.mark.parametrize(
    ("where", "zh", "en"),
    [
        ("paragraph 25", "第25段", "paragraph 25"),
        ("table 1", "表1", "table 1"),
        ("page 3", "第3页", "page 3"),
        ("pages 3-4", "第3—4页", "pages 3-4"),
        ("/html/body/div[2]/p[3]", "…/div[2]/p[3]", "…/div[2]/p[3]"),
    ],
)
def test_places_in_both_languages(where: str, zh: str, en: str) -> None:
    assert where_words(where) == (zh, en)


@pytest.mark.parametrize(
    ("count", "plural", "wanted"),
    [
        (1, "targets", "target"),
        (0, "targets", "targets"),
        (1, "responsibilities", "responsibility"),
        (2, "clauses", "clauses"),
    ],
)
def test_one_is_singular(count: int, plural: str, wanted: str) -> None:
    assert counted(count, plural) == wanted


def test_every_basis_has_chinese_words() -> None:
    assert set(BASIS_WORDS) == set(get_args(Place.model_fields["basis"].annotation))


def test_a_report_can_be_made_of_every_text_at_hand(corpus: Path, samples: Path) -> None:
    read = 0
    for file in sorted([*corpus.iterdir(), *(one for one in samples.iterdir() if one.name != "README.md")]):
        try:
            made = report(file)
        except LoadError:
            continue
        assert page(made).endswith("</html>\n") and sum(made.clauses.values()) > 10, file.name
        read += 1
    assert read > 20


def test_of_words_passed_over_whole_the_numbers_are_listed(tmp_path: Path) -> None:
    file = tmp_path / "rules.txt"
    file.write_text(
        "绍兴市医疗保障办法\n第一章 总则\n第一条 为保障医疗，制定本办法。\n"
        "第二条 待遇从优。参保率达到95%，设立三家机构。\n第三条 本办法自2022年起施行。\n",
        encoding="utf-8",
    )
    listed = [item.words for item in report(file).not_targets if item.rule == "target_in_regulation"]
    assert listed == ["95%", "三家", "2022年"]
