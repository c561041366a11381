"""The same document in two formats gives the same facts: real pairs where they are at hand, and an invented plan."""

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

import loaders
from graph.facts import PlanFacts
from loaders import source
from tests import portals, word
from tests.pages import page

# The last is the place to give for a national document, which has none of its own.
PAIRS = (
    ("hainan-2025-07.docx", "hainan-2025-07.pdf", None),
    ("fagai-2019-860.txt", "fagai-2019-860.pdf", "南昌市"),
)


def said(facts: PlanFacts) -> dict[str, list[tuple[object, ...]]]:
    """All that a plan says, without places in the file: words compare across formats, offsets do not.

    Issuers are left out: one file of a pair may be the print of a page that names it in its metadata.
    """
    return {
        "documents": [(d.key, d.kind, d.title, d.date_issued, d.contained_in) for d in facts.documents],
        "sections": [(s.id, s.number, s.title, *s.parents, s.kind) for s in facts.sections],
        "measures": [(m.id, m.number, m.title, *m.parents, m.kind, str(m.terms)) for m in facts.measures],
        "responsibilities": [(r.measure, r.surface, r.institution, r.role) for r in facts.responsibilities],
        "targets": [
            (t.measure, t.indicator, t.scope, t.comparator, t.value, t.value_max, t.unit, t.deadline, t.kind, t.quote)
            for t in facts.targets
        ],
        "citations": [(c.measure, c.title, c.number, c.level, c.relation) for c in facts.citations],
        "models": [(m.measure, m.model, m.stance) for m in facts.models],
    }


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
@pytest.mark.parametrize("kind", ["documents", "sections", "measures", "responsibilities", "targets", "citations"])
def test_real_pairs(samples: Path, pair: tuple[str, str, str | None], kind: str) -> None:
    first, second, city = pair
    one, other = (said(loaders.extract(samples / name, city=city)) for name in (first, second))
    assert one[kind] == other[kind]


@pytest.mark.parametrize("number", range(5))
def test_real_plans_as_pages_and_as_word_files(corpus: Path, tmp_path: Path, number: int) -> None:
    path = sorted(corpus.glob("*.txt"))[number]
    plain = loaders.extract(path)
    lines = [escape(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    (tmp_path / "plan.docx").write_bytes(word.word("".join(map(word.paragraph, lines))))
    (tmp_path / "plan.html").write_bytes(page("".join(f"<p>{line}</p>" for line in lines), before=portals.MENU))
    for end in ("docx", "html"):
        other = said(loaders.extract(tmp_path / f"plan.{end}", city=plain.place.name))
        for kind, found in said(plain).items():
            assert other[kind] == found, (end, kind)


TABLE = [
    ["序号", "任务", "牵头单位", "配合单位", "完成时限"],
    ["1", "扩大供给", "市卫生健康委", "市教育局", "2024年底"],
    ["2", "培养人才", "市人力资源社会保障局", "市妇联、市总工会", "2025年"],
]
ANNEX = ["附件", "某市托育服务提升行动重点任务分工表"]


def as_text(folder: Path) -> Path:
    path = folder / "plan.txt"
    rows = ["\t".join(row) for row in TABLE]
    path.write_text("\n".join([*portals.LINES, *ANNEX, *rows]) + "\n", encoding="utf-8")
    return path


def as_page(folder: Path) -> Path:
    path = folder / "plan.html"
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TABLE)
    lines = "".join(f"<p>{line}</p>" for line in [*portals.LINES, *ANNEX])
    path.write_bytes(page(f"{lines}<table>{rows}</table>", before=portals.MENU, after=portals.LINKS))
    return path


def as_word(folder: Path) -> Path:
    path = folder / "plan.docx"
    rows = ["".join(word.cell(cell) for cell in row) for row in TABLE]
    lines = "".join(word.paragraph(line) for line in [*portals.LINES, *ANNEX])
    path.write_bytes(word.word(lines + word.table(*rows)))
    return path


@pytest.mark.parametrize(
    ("encoding", "end"),
    [("utf-8-sig", "\n"), ("gb18030", "\r\n"), ("utf-16", "\r\n"), ("utf-8", "\r"), ("gb18030", "\n\n")],
)
def test_a_text_says_the_same_in_every_encoding_and_with_every_line_end(
    tmp_path: Path, encoding: str, end: str
) -> None:
    (tmp_path / "plain.txt").write_bytes("\n".join(portals.LINES).encode())
    (tmp_path / "other.txt").write_bytes(end.join(portals.LINES).encode(encoding))
    one, other = (loaders.extract(tmp_path / f"{name}.txt", city="南昌市") for name in ("plain", "other"))
    assert said(one) == said(other)
    text = source.read(tmp_path / "other.txt").text
    assert text.removeprefix("\ufeff") == end.join(portals.LINES)
    assert other.measures[0].start == text.index("（一）扩大供给")


def _headings(line: str) -> str:
    """Headings with #, below them the words behind the heading phrase."""
    if line.startswith(("一、", "二、", "三、")):
        return f"## {line}"
    head, stop, words = line.partition("。")
    return f"### {head}{stop}\n\n{words}" if line.startswith("（") and "）" in line[:4] else line


def _bold(line: str) -> str:
    """Bold headings, bold labels of lines that assign."""
    if line.startswith(("一、", "二、", "三、")) or line == portals.LINES[6]:
        return f"**{line}**"
    head, stop, words = line.partition("。")
    if line[:2] in ("（一", "（二", "1.", "2."):
        return f"**{head}{stop}**{words}"
    return line.replace("责任单位：市卫", "**责任单位：**市卫")


def _lists(line: str) -> str:
    """Items with bullets and escaped points, quotes, links, tags."""
    if line.startswith("（"):
        return f"- {line}"
    if line.startswith("责任单位"):
        return f"> {line}<br>"
    line = line.replace("《某省托育服务条例》", "[《某省托育服务条例》](http://a.cn/b_1.html)")
    return line.replace(".", "\\.", 1) if line[:1].isdigit() and line[1] == "." else line


@pytest.mark.parametrize("mark", [_headings, _bold, _lists])
def test_markdown_says_what_its_plain_text_says(tmp_path: Path, mark: Callable[[str], str]) -> None:
    (tmp_path / "plan.txt").write_text("\n\n".join(portals.LINES), encoding="utf-8")
    front = "---\ntitle: 某市方案\ndate: 2024-03-12\n---\n\n"
    (tmp_path / "plan.md").write_text(front + "\n\n".join(map(mark, portals.LINES)), encoding="utf-8")
    one, other = (loaders.extract(tmp_path / f"plan.{end}", city="南昌市") for end in ("txt", "md"))
    assert len(one.measures) == 4
    for kind in ("documents", "responsibilities", "citations", "models"):
        assert said(other)[kind] == said(one)[kind], kind
    assert [(m.id, m.title, m.parents) for m in other.measures] == [(m.id, m.title, m.parents) for m in one.measures]
    assert [(t.value, t.unit, t.indicator) for t in other.targets] == [
        (t.value, t.unit, t.indicator) for t in one.targets
    ]


@pytest.mark.parametrize("write", [as_page, as_word])
def test_an_invented_plan_with_a_table(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    one = said(loaders.extract(as_text(tmp_path), city="南昌市"))
    other = said(loaders.extract(write(tmp_path), city="南昌市"))
    assert len(one["measures"]) == 4
    assert len(one["responsibilities"]) >= 6
    for kind, found in one.items():
        assert other[kind] == found, kind
