"""Corrections stand over what was read, survive a reading, and are opened again when their words change."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from chengce.correcting import add_corrections, proposals, read_proposals, standings, withdraw
from chengce.errors import UserError
from chengce.library import Library, build
from chengce.site import site
from graph import open_store
from graph.corrections import CorrectionError
from tests.engines import ENGINES, place_of
from tests.plans import plan

TARGET = {
    "fact": "target", "measure": "plan/d/2.2", "where": {"value": 45.0}, "change": {"value": 46.0, "deadline": 2025},
    "author": "reviewer", "reason": "the table says so",
}  # fmt: skip
REMOVED = {
    "fact": "responsibility", "measure": "plan/d/2.1", "where": {"body": "finance_bureau"}, "remove": True,
    "author": "reviewer", "reason": "named as a payer, not as a body",
}  # fmt: skip
ADDED = {
    "fact": "responsibility", "measure": "plan/d/2.2", "author": "reviewer", "reason": "named in the sentence",
    "add": {"quote": "公立医院", "institution": "甲市公立医院", "role": "participant"},
}  # fmt: skip


@pytest.fixture(params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    for place in place_of(request.param, tmp_path):
        (tmp_path / "plan.txt").write_text(plan("南昌市", "江西省", "赣"), encoding="utf-8")
        with Library(open_store(place, rebuild=build)) as library:
            library.load([tmp_path / "plan.txt"])
            yield library


def measures(library: Library) -> list[str]:
    return [each.id for each in library.store.facts("plan").measures]


def values(library: Library) -> set[tuple[Any, ...]]:
    query = "MATCH (m:Measure)-[:SETS]->(t:Target) RETURN m.path AS path, t.value AS value, t.deadline AS year"
    return {(row["path"], row["value"], row["year"]) for row in library.store.run(query).rows}


def bodies(library: Library) -> set[tuple[str, str]]:
    query = "MATCH (i:Institution)-[r:RESPONSIBLE_FOR]->(m:Measure) RETURN m.path AS path, r.surface AS name"
    return {(row["path"], row["name"]) for row in library.store.run(query).rows}


def taken(library: Library, *given: dict[str, Any]) -> list[str]:
    return [one.id for one in add_corrections(library, proposals(given, "test"))]


def test_a_change_shows_in_every_answer_and_goes_when_it_is_taken_back(library: Library) -> None:
    before, release = values(library), library.store.release()
    (key,) = taken(library, TARGET)
    assert ("2.2", 46.0, 2025) in values(library) and ("2.2", 45.0, 2024) in before - values(library)
    rows = library.ask("targets").rows
    assert [row["evidence"]["rule"] for row in rows if row["value"] == 46.0] == [f"reviewed/{key}"]
    row = library.ask("corrections").rows[0]
    assert (row["author"], row["status"], json.loads(row["before"])["value"]) == ("reviewer", "applied", 45.0)
    withdraw(library, [key])
    assert values(library) == before and library.store.release() == release


def test_a_record_is_taken_out_and_one_put_in(library: Library) -> None:
    before = bodies(library)
    taken(library, REMOVED, ADDED)
    assert before - bodies(library) == {("2.1", "财政局")}
    assert bodies(library) - before == {("2.2", "公立医院")}


def test_a_correction_survives_reading_again_wherever_its_words_stand(library: Library, tmp_path: Path) -> None:
    taken(library, TARGET, REMOVED, ADDED)
    text = plan("南昌市", "江西省", "赣").replace("请认真组织实施。", "请结合实际认真组织实施。")
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    library.load([tmp_path / "plan.txt"])
    assert {one.status for one in standings(library)} == {"applied"}
    assert ("2.2", 46.0, 2025) in values(library) and ("2.2", "公立医院") in bodies(library)


@pytest.mark.parametrize(("old", "new"), [("达到45%以上", "达到47%以上"), ("占业务支出比例", "占支出的比例")])
def test_a_correction_is_opened_again_when_its_words_change(
    library: Library, tmp_path: Path, old: str, new: str
) -> None:
    taken(library, TARGET)
    text = plan("南昌市", "江西省", "赣")
    assert old in text
    (tmp_path / "plan.txt").write_text(text.replace(old, new), encoding="utf-8")
    library.load([tmp_path / "plan.txt"])
    assert {one.status for one in standings(library)} == {"reopened"}
    assert not [value for value in values(library) if value[1] == 46.0]
    assert library.ask("corrections", status="reopened").total == 1


def test_corrections_stay_when_the_plan_goes_and_comes_back(library: Library, tmp_path: Path) -> None:
    taken(library, TARGET)
    library.load([], remove=["plan"])
    assert [one.status for one in standings(library)] == ["not_held"]
    library.load([tmp_path / "plan.txt"])
    assert ("2.2", 46.0, 2025) in values(library)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"measure": "other/d/2.2"}, "begins with no plan that is held; the plans are: plan"),
        ({"where": {"value": 44}}, "0 of 1 target records there have"),
        ({"measure": "plan/d/9.9"}, "none of this kind was read there"),
        ({"change": {"start": 3}}, "no field that a correction can set"),
        ({"change": {"comparator": "more"}}, "comparator: Input should be"),
        ({"change": {"indicator_key": "bed"}}, "the codebooks have no 'bed'; near keys: beds"),
        ({"change": {"deadline": 99999}}, "deadline: 99999 is no year"),
        ({"change": None}, "wanted one of change, remove and add, found 0"),
        ({"remove": True}, "found 2"),
        ({"change": None, "add": {"quote": "没有的话"}}, "is not found in it"),
        ({"change": None, "add": {"quote": "公立医院"}}, "indicator: Input should be"),
    ],
)
def test_a_wrong_proposal_is_one_sentence_and_changes_nothing(
    library: Library, change: dict[str, Any], says: str
) -> None:
    release = library.store.release()
    with pytest.raises(CorrectionError, match=says):
        taken(library, REMOVED, TARGET | change)
    assert library.store.corrections() == [] and library.store.release() == release


def test_all_faults_of_a_file_are_told(tmp_path: Path) -> None:
    file = tmp_path / "review.yaml"
    file.write_text("- {fact: mayor, measure: plan/d/1, reason: no}\n- {fact: target}\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_proposals(file)
    assert [line.split(": ")[1:3] for line in str(caught.value).splitlines()][:2] == [["1", "fact"], ["1", "author"]]
    for words, says in [("", "Input should be"), ("[", "no YAML"), ("[]", "no correction is in it")]:
        file.write_text(words, encoding="utf-8")
        with pytest.raises(UserError, match=says):
            read_proposals(file)


@pytest.mark.parametrize(
    ("key", "header", "status", "code"),
    [
        ("", "Bearer ", 403, "writing_off"),
        ("secret", "", 401, "no_key"),
        ("secret", "Bearer wrong", 401, "no_key"),
        ("secret", "Bearer secret", 201, None),
    ],
)
def test_the_api_writes_for_those_who_have_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, header: str, status: int, code: str | None
) -> None:
    (tmp_path / "plan.txt").write_text(plan("南昌市", "江西省", "赣"), encoding="utf-8")
    with Library(open_store(tmp_path / "store", rebuild=build)) as library:
        library.load([tmp_path / "plan.txt"])
    monkeypatch.setenv("CHENGCE_KEY", key)
    client = TestClient(site(str(tmp_path / "store")))
    answer = client.post("/api/v1/corrections", json=[TARGET], headers={"Authorization": header})
    assert (answer.status_code, answer.json().get("code")) == (status, code)
    rows = client.get("/api/v1/targets").json()["rows"]
    assert (46.0 in {row["value"] for row in rows}) == (status == 201)
