"""The page on who does it shows what the questions answer over the published facts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import chengce
from chengce.library import Library

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "comparing" / "who.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.delenv("CHENGCE_STORE", raising=False)
        with chengce.open() as found:
            yield found


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def table(*columns: str) -> tuple[list[str], list[list[str]]]:
    """The page's table whose head begins with these columns."""
    lines = PAGE.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("| " + " | ".join(columns)))
    rows = []
    for line in lines[at + 2 :]:
        if not line.startswith("|"):
            break
        rows.append(cells(line))
    return cells(lines[at]), rows


def shown(value: Any) -> str:
    """A value as the page prints it."""
    if isinstance(value, list):
        return ", ".join(one["institution"] if isinstance(one, dict) else one for one in value)
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize(
    ("question", "params", "columns"),
    [
        ("leading_concentration", {}, ("city", "basis", "status", "led")),
        ("missing_functions", {"city": "大同市"}, ("function", "named_in")),
        ("network_measures", {}, ("city", "key", "bodies")),
        ("network_overlap", {}, ("first", "second", "overlap")),
    ],
)
def test_a_table_is_the_answer(
    library: Library, question: str, params: dict[str, str], columns: tuple[str, ...]
) -> None:
    head, rows = table(*columns)
    answer = [[shown(row[name]) for name in head] for row in library.ask(question, limit=1000, **params).rows]
    assert rows and [row for row in rows if row not in answer] == []


def test_who_does_service_prices(library: Library) -> None:
    _, rows = table("city", "status", "leads")
    answer = [
        [row["city"], row["status"], shown(row["leads"]), shown(row["first_named"]),
         shown(row["supports"] + row["also_named"]) if row["status"] == "present" else ""]
        for row in library.ask("who_does", topic="service_prices").rows
    ]  # fmt: skip
    assert sorted(map(sorted_last, rows)) == sorted(map(sorted_last, answer))


def sorted_last(row: list[str]) -> list[str]:
    return [*row[:-1], ", ".join(sorted(row[-1].split(", ")))]


def test_the_pairs_that_the_page_names_are_given_to_other_functions(library: Library) -> None:
    pairs = {(row["first_title"], row["second_title"]) for row in library.ask("assigned_otherwise", limit=1000).rows}
    assert ("深化医疗服务价格改革", "深化医疗服务价格改革") in pairs
    assert any("薪酬" in one and "薪酬" in other for one, other in pairs)


def test_the_numbers_in_prose(library: Library) -> None:
    city = library.ask("centrality", city="南阳市", limit=1000).rows
    staff = next(row for row in city if row["institution"].endswith("人力资源社会保障局"))
    assert (staff["measures"], staff["degree"], round(staff["expected"])) == (15, 12, 20)
    with library.store.reading() as session:
        (row,) = session.run("MATCH (c:City {name: '南昌市'}) RETURN c.open_lines AS open, c.duty_lines AS lines").rows
    assert (row["open"], row["lines"]) == (22, 23)
    pairs = library.ask("joint_work", limit=1).total
    assert round(pairs, -1) == 360
