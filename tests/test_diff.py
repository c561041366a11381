"""What a change does to the facts: gained, lost, changed; and what differs without being told."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.diff import Record, differences

ROOT = Path(__file__).resolve().parent.parent


def target(**changed: object) -> Record:
    record: Record = {"measure": "d/1.1", "indicator": "床位", "comparator": ">=", "value": 5.0, "value_max": None}
    return (
        record
        | {"unit": "张", "kind": "count", "quote": "床位5张以上", "start": 10, "end": 16, "rule": "before"}
        | changed
    )


@pytest.mark.parametrize(
    ("before", "after", "signs"),
    [
        ([target()], [target()], []),
        ([target()], [target(start=20, end=26, rule="behind", quote="5张")], []),
        ([target()], [target(unit="所")], ["~"]),
        ([target()], [target(value=6.0)], ["-", "+"]),
        ([target()], [target(), target(indicator="病房")], ["+"]),
        ([target(indicator="病房"), target()], [target()], ["-"]),
    ],
)
def test_facts_are_paired_by_what_they_say(before: list[Record], after: list[Record], signs: list[str]) -> None:
    found = list(differences({"targets": before}, {"targets": after}))
    assert [sign for _, sign, _ in found] == signs
    assert all(kind == "targets" for kind, _, _ in found)


def test_a_change_shows_the_field_and_a_gain_its_rule_and_place() -> None:
    (_, _, changed) = next(differences({"targets": [target()]}, {"targets": [target(unit="所")]}))
    assert changed.endswith(": unit 张 → 所")
    (_, _, gained) = next(differences({"targets": []}, {"targets": [target()]}))
    assert gained == "床位 >= 5.0 张 count [before] d/1.1 10..16"


def test_a_file_that_is_refused_now_is_told() -> None:
    assert list(differences({"targets": []}, {"refused": "no plan"})) == [("file", "~", "read → no plan")]
    assert list(differences({"refused": "no plan"}, {"refused": "no plan"})) == []


def test_an_unknown_commit_is_one_sentence() -> None:
    command = [sys.executable, "bench/diff.py", "--base", "no-such-commit", __file__]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1 and "no-such-commit" in run.stderr and "Traceback" not in run.stderr
