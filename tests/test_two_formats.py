"""The same document in two formats gives the same facts: real pairs where they are at hand, and an invented plan."""

from pathlib import Path

import pytest

import loaders
from graph.facts import PlanFacts
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


@pytest.mark.parametrize("write", [as_page, as_word])
def test_an_invented_plan_with_a_table(tmp_path: Path, write: object) -> None:
    assert callable(write)
    one = said(loaders.extract(as_text(tmp_path), city="南昌市"))
    other = said(loaders.extract(write(tmp_path), city="南昌市"))
    assert len(one["measures"]) == 4
    assert len(one["responsibilities"]) >= 6
    for kind, found in one.items():
        assert other[kind] == found, kind
