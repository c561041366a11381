"""The panel: a row a city, year and fact; what is not observed is never nothing."""

import csv
import sys
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest

from chengce.cli import main
from chengce.errors import UserError
from chengce.library import published
from chengce.panel import COLUMNS, write
from codebooks.topics import topics
from compare.lineage.dates import Bound, Interval, observed_year
from compare.panel import PanelRow, panel
from graph.facts import ModelMention, PlanFacts, TopicMention
from tests.graph_invented import document
from tests.graph_invented import plan as invented

NAMED = {"stage_rule": "stage", "variant": None, "quote": "三明医改", "start": 160, "end": 164, "rule": "model"}


def mention(stance: str) -> ModelMention:
    """Sanming named with a stance."""
    fields = dict.fromkeys(ModelMention.model_fields)
    return ModelMention.model_validate(
        fields | NAMED | {"measure": "d/2.1", "model": "sanming", "stance": stance, "polarity": "does"}
    )


TOPICS = [
    TopicMention(
        measure=measure, topic=next(iter(topics().topics)), lever=None, where="heading", weak=False, count=1,
        quote="医院", start=150, end=152, rule="topic",
    )
    for measure in ("d/2.1", "d/2.2")
]  # fmt: skip


def plan(key: str, city: str, year: int, *models: ModelMention, **more: Any) -> PlanFacts:
    """An annual plan of a city about health, without components."""
    documents = [document(title=f"{city}{key}", city=city, period_start=year, period_end=year, **more)]
    return invented(key, city, documents=documents, models=list(models), components=[], topics=TOPICS)


def rows(plans: Sequence[PlanFacts], city: str, fact: str = "sanming") -> list[PanelRow]:
    return [row for row in panel(plans, ["model"]) if (row.city, row.fact) == (city, fact)]


PLANS = [
    plan("a", "甲市", 2018, date_issued="2018-03-01"),
    plan("b", "甲市", 2021, mention("promote"), date_issued="2021-03-01"),
    plan("c", "乙市", 2019, mention("explore"), date_issued="2019-05-01"),
    plan("d", "丙市", 2020, date_issued="2020-05-01"),
]


def test_the_onset_lies_between_the_last_plan_without_and_the_first_with_it() -> None:
    found = rows(PLANS, "甲市")
    assert [(row.year, row.observed, row.status, row.event) for row in found] == [
        (2018, True, "silent", 0), (2019, False, "not_held", None), (2020, False, "not_held", None),
        (2021, True, "present", 1),
    ]  # fmt: skip
    assert {(row.onset_after, row.onset_by, row.left_censored, row.right_censored) for row in found} == {
        (2018, 2021, False, False)
    }


def test_a_first_plan_that_has_it_is_censored_on_the_left() -> None:
    found = rows(PLANS, "乙市")
    assert {(row.onset_after, row.onset_by, row.left_censored) for row in found} == {(None, 2019, True)}
    assert [row.event for row in found] == [None, 1, None, None]
    (there,) = [row for row in found if row.observed]
    assert (there.level, there.stance, there.annual, there.plan_kinds) == ("named", "explore", True, "action_plan")


def test_a_city_that_never_has_it_is_censored_on_the_right() -> None:
    found = rows(PLANS, "丙市")
    assert {(row.onset_by, row.left_censored, row.right_censored) for row in found} == {(None, False, True)}
    assert [row.status for row in found] == ["not_held", "not_held", "silent", "not_held"]


def test_a_plan_of_another_field_could_not_have_it() -> None:
    other = PLANS[3].model_copy(update={"topics": []})
    (row,) = [row for row in rows([*PLANS[:3], other], "丙市") if row.observed]
    assert (row.status, row.event) == ("out_of_scope", None)


def test_every_city_has_every_year_and_the_order_of_plans_does_not_show() -> None:
    found = list(panel(PLANS))
    assert len(found) == len({(row.city, row.kind, row.fact, row.year) for row in found})
    assert len(found) % (3 * 4) == 0
    assert list(panel(PLANS[::-1])) == found


@pytest.mark.parametrize(
    ("first", "last", "planned", "year"),
    [
        ("2021-03-01", "2021-03-01", 2022, 2021), ("2020-01-01", "2023-12-31", 2022, 2022),
        ("2020-01-01", "2023-12-31", 2025, 2020), ("2020-01-01", None, None, 2020), (None, "2023-12-31", None, 2023),
        ("2020-01-01", None, 2021, 2021), (None, None, None, None),
    ],
)  # fmt: skip
def test_the_year_that_a_plan_stands_for(
    first: str | None, last: str | None, planned: int | None, year: int | None
) -> None:
    interval = Interval(Bound(first, "cited") if first else None, Bound(last, "deadline") if last else None)
    assert observed_year(document(period_start=planned), interval) == year


def test_a_plan_that_nothing_dates_is_in_no_row() -> None:
    nothing = document(period_start=None, period_end=None)
    undated = plan("a", "甲市", 2020).model_copy(update={"documents": [nothing], "targets": [], "citations": []})
    assert list(panel([undated])) == []


@pytest.fixture
def own_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("CHENGCE_STORE", raising=False)


@pytest.mark.usefixtures("own_store")
def test_the_command_writes_both_forms_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for name in ("panel.csv", "panel.parquet"):
        monkeypatch.setattr(sys, "argv", ["chengce", "panel", str(tmp_path / name), "--kind", "model"])
        with pytest.raises(SystemExit) as end:
            main()
        assert not end.value.code and "rows written" in capsys.readouterr().out
    with (tmp_path / "panel.csv").open(encoding="utf-8-sig", newline="") as file:
        first, *lines = csv.reader(file)
    table = parquet.read_table(tmp_path / "panel.parquet")
    assert tuple(first) == tuple(table.column_names) == COLUMNS
    typed = [tuple(row.values()) for row in table.to_pylist()]
    assert typed == [astuple(row) for row in panel(published(), ["model"])]
    plain = [["" if v is None else str(int(v)) if isinstance(v, bool) else str(v) for v in row] for row in typed]
    assert plain == lines


@pytest.mark.parametrize(("name", "kind", "what"), [("x.txt", "model", "form"), ("x.csv", "indicator", "--kind")])
def test_a_wrong_form_or_kind_is_one_sentence(name: str, kind: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=what):
        write(PLANS, tmp_path / name, [kind])


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        write(PLANS, tmp_path / "nowhere" / "x.csv", ["model"])
