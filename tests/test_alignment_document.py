"""The pages on alignment and themes show what the questions answer over the published facts, and what the rule has."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import chengce
from chengce.library import Library
from compare.alignment.features import FEATURES

PAGES = Path(__file__).resolve().parent.parent / "docs" / "comparing"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.delenv("CHENGCE_STORE", raising=False)
        with chengce.open() as found:
            yield found


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def table(page: str, column: str) -> tuple[list[str], list[list[str]]]:
    """The page's table whose head begins with this column."""
    lines = (PAGES / page).read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"| {column} |"))
    rows = []
    for line in lines[at + 2 :]:
        if not line.startswith("|"):
            break
        rows.append(cells(line))
    return cells(lines[at]), rows


def shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(one["title"] if isinstance(one, dict) else one for one in value)
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize(
    ("page", "question", "params"),
    [
        ("alignment.md", "counterparts", {"measure": "datong/d/3.4.17"}),
        ("themes.md", "theme_matrix", {"theme": "county_consortium"}),
    ],
)
def test_the_example_is_the_answer(library: Library, page: str, question: str, params: dict[str, str]) -> None:
    head, rows = table(page, "city")
    assert rows == [[shown(row[name]) for name in head] for row in library.ask(question, **params).rows]


def test_the_page_names_every_feature() -> None:
    _, rows = table("alignment.md", "feature")
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row[0])] == list(FEATURES)


def test_every_city_without_a_counterpart_says_why(library: Library) -> None:
    cities = {row["city"] for row in library.ask("cities").rows}
    for verdict in (None, "same", "related"):
        rows = library.ask("counterparts", measure="nanyang/p1/2.2.9", verdict=verdict).rows
        assert {row["city"] for row in rows} == cities - {"南阳市"}
        for row in rows:
            assert (row["status"] == "present") == (row["verdict"] is not None) == bool(row["evidence"])
            assert row["status"] == "present" or (
                row["reason"] == "silent" and (verdict or "same") in row["reason_text"]
            )


def test_every_cell_of_the_matrix_has_measures_or_a_reason(library: Library) -> None:
    rows = library.ask("theme_matrix", limit=10_000).rows
    themes, cities = library.ask("themes", limit=1000).rows, library.ask("cities").rows
    assert len(rows) == len(themes) * len(cities)
    assert {row["status"] for row in rows} == {"present", "silent"}
    for row in rows:
        assert (row["reason_text"] is None) == bool(row["measures"]) == (row["status"] == "present")
    held = {theme["key"]: set(theme["held_by"]) for theme in themes}
    for key, own in held.items():
        assert own == {row["city"] for row in rows if row["key"] == key and row["measures"]}


def test_both_ways_of_asking_agree(library: Library) -> None:
    pairs = library.ask("alignments", city="大同市", other="资阳市", limit=1000).rows
    row = next(each for each in library.ask("alignment_overview", city="大同市").rows if each["other_city"] == "资阳市")
    assert [sum(each["verdict"] == verdict for each in pairs) for verdict in ("same", "related")] == [
        row["same_pairs"], row["related_pairs"],
    ]  # fmt: skip
    assert row["same"] + row["related"] + row["silent"] == row["measures"]
