"""Made-up layouts (layouts.txt): the measures and documents that each gives."""

from pathlib import Path
from typing import Any, NamedTuple

import plans
import pytest

from loaders import NotAPlanError, read_plan
from loaders.fold import fold
from loaders.plan import Plan

CITY = "合肥市"


class Layout(NamedTuple):
    """One made-up text, and what is to be read in it."""

    name: str
    text: str
    wanted: list[str]


def layouts() -> list[Layout]:
    """The blocks of layouts.txt."""
    blocks = (Path(__file__).parent / "layouts.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    found = []
    for block in blocks:
        name, _, rest = block.partition("\n")
        text, _, wanted = rest.rpartition("\n---\n")
        found.append(Layout(name, text.replace("\\\n", "\n"), [line for line in wanted.splitlines() if line]))
    return found


def read(layout: Layout, folder: Path) -> Plan:
    path = folder / "plan.txt"
    path.write_text(layout.text + "\n", encoding="utf-8", newline="")
    return read_plan(path, city=CITY)


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.name)
def test_a_layout(layout: Layout, tmp_path: Path) -> None:
    if layout.wanted == ["not a plan"]:
        with pytest.raises(NotAPlanError):
            read(layout, tmp_path)
        return
    plan = read(layout, tmp_path)
    measures = {section.id: section for section in plan.sections if section.is_measure}
    documents = {document.key: document for document in plan.documents}
    wanted = [line for line in layout.wanted if "|" in line]
    assert list(measures) == [line.split("|")[0].strip() for line in wanted]
    for line in wanted:
        key, title, *rest = (part.strip() for part in line.split("|"))
        measure = measures[key]
        assert measure.title == title
        assert measure.kind == ("safeguard" if "safeguard" in rest else "task"), line
        for part in rest:
            if part.startswith("..."):
                assert plan.text[measure.start : measure.own_end].replace("\n", "").replace(" ", "").endswith(part[3:])
            elif part != "safeguard":
                assert list(measure.parents) == part.split(" > ")
    for line in layout.wanted:
        if "|" not in line and ": " in line:
            place, _, value = line.partition(": ")
            key, _, field = place.partition(".")
            found = getattr(documents[key], field)
            assert ("null" if found is None else str(found)) == value, line


def _wide(text: str) -> str:
    """Stops, brackets and digits in full width."""
    return text.translate(str.maketrans("(),:;1234567890", "（），：；１２３４５６７８９０"))


WAYS = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "indented by two wide blanks": lambda text: "\n".join(
        "\u3000\u3000" + line if line else "" for line in text.split("\n")
    ),
    "blank lines between": lambda text: text.replace("\n", "\n\n"),
    "blanks at the ends of lines": lambda text: text.replace("\n", " \u3000\n"),
    "full width": _wide,
}


def written() -> list[Any]:
    """Each layout in each way, but for those in which nobody prints a hard-wrapped text."""
    return [
        pytest.param(layout, way, id=f"{layout.name}-{way}")
        for layout in layouts()
        for way in WAYS
        if not ("hard-wrapped" in layout.name and way.startswith(("indented", "blank lines")))
    ]


@pytest.mark.parametrize(("layout", "way"), written())
def test_a_layout_written_another_way_gives_the_same_measures(layout: Layout, way: str, tmp_path: Path) -> None:
    plain = read(layout, tmp_path)
    other = read(layout._replace(text=WAYS[way](layout.text)), tmp_path)
    wanted = [(s.id, fold(s.title), s.kind) for s in plain.sections if s.is_measure]
    assert [(s.id, fold(s.title), s.kind) for s in other.sections if s.is_measure] == wanted
    assert [document.kind for document in other.documents] == [document.kind for document in plain.documents]


@pytest.mark.parametrize("columns", [30, 40, 56])
@pytest.mark.parametrize("indent", ["", "    "])
def test_a_wrapped_plan_reads_as_the_plan(columns: int, indent: str, tmp_path: Path) -> None:
    text = plans.plan("合肥市", "安徽省", "皖").replace("\n\n", "\n")
    plain = read(Layout("plain", text, []), tmp_path)
    wrapped = [part for line in text.splitlines() for part in wrap(line, columns, indent)]
    other = read(Layout("wrapped", "\n".join(wrapped), []), tmp_path)
    for one, two in zip(plain.sections, other.sections, strict=True):
        assert (one.id, one.title, one.parents, one.kind, one.is_measure) == (
            two.id, two.title, two.parents, two.kind, two.is_measure,
        )  # fmt: skip
    assert [(d.title, d.kind, d.issuer, d.date_issued, d.period_start) for d in plain.documents] == [
        (d.title, d.kind, d.issuer, d.date_issued, d.period_start) for d in other.documents
    ]


def wrap(line: str, columns: int, indent: str) -> list[str]:
    """A paragraph in lines of at most so many columns (two for a Han character), no stop at the head of a line."""
    pieces, current, width = [], indent, len(indent)
    for char in line:
        wide = 1 if char.isascii() and char.isalnum() else 2
        if width + wide > columns and char not in ",。、;:)》”":
            pieces.append(current)
            current, width = "", 0
        current, width = current + char, width + wide
    return [*pieces, current]
