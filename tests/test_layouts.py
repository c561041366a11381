"""Made-up layouts (layouts.txt): the measures and documents that each gives."""

from pathlib import Path
from typing import NamedTuple

import pytest

from loaders import NotAPlanError, read_plan
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
