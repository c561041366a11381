"""An annotation is checked before it is kept: shape, closed lists, ids, offsets; what is kept holds facts only."""

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench import annotate

ROOT = Path(__file__).resolve().parent.parent
TEXT = "某市方案\n一、建医院\n新建医院2所。(市甲局负责)\n"


def gold() -> dict[str, Any]:
    start = TEXT.index("一、")
    body = TEXT.index("市甲局")
    number = TEXT.index("2所")
    return {
        "documents": [dict.fromkeys(annotate.SHAPE["documents"]) | {"key": "d", "kind": "other", "title": "某市方案"}],
        "measures": [
            {"id": "d/1", "document": "d", "number": "一、", "title": "建医院", "parents": [], "kind": "task"}
            | {"start": start, "end": len(TEXT) - 1}
        ],
        "responsibilities": [
            {"measure": "d/1", "surface": "市甲局", "institution": "某市甲局", "role": "lead", "collective": False}
            | {"start": body, "end": body + 3}
        ],
        "targets": [
            {"measure": "d/1", "indicator": "医院", "scope": None, "comparator": "=", "value": 2, "value_max": None}
            | {"unit": "所", "deadline": None, "kind": "count", "quote": "2所", "start": number, "end": number + 2}
        ],
        "citations": [],
        "models": [],
        "notes": [],
    }


def faults(made: dict[str, Any]) -> list[str]:
    return [*annotate.shape_faults(made), *annotate.place_faults(made, TEXT)]


def test_a_right_annotation_has_no_faults() -> None:
    assert faults(gold()) == []


@pytest.mark.parametrize(
    ("kind", "changed", "said"),
    [
        ("responsibilities", {"role": "leader"}, "role is 'leader', one of lead, participant, responsible wanted"),
        ("responsibilities", {"measure": "d/9"}, "'d/9' is no measure"),
        ("responsibilities", {"surface": "市乙局"}, "'市甲局' stands there, '市乙局' wanted"),
        ("responsibilities", {"start": 0, "end": 3, "surface": None}, "outside its measure d/1"),
        ("targets", {"kind": "number"}, "kind is 'number'"),
        ("targets", {"value": "2"}, "value is '2', a number wanted"),
        ("targets", {"start": 500, "end": 502}, "outside the text of"),
        ("targets", {"measure": "x/1"}, "'x/1' is of no document"),
        ("measures", {"number": "二、"}, "'二、' wanted"),
        ("documents", {"kind": "plan"}, "kind is 'plan'"),
    ],
)
def test_each_fault_is_a_line(kind: str, changed: dict[str, object], said: str) -> None:
    made = gold()
    made[kind][0] |= changed
    found = faults(made)
    assert any(said in fault for fault in found), found
    assert all("\n" not in fault for fault in found)


def test_a_missing_key_and_an_id_that_stands_twice_are_faults() -> None:
    made = gold()
    del made["targets"][0]["unit"]
    made["measures"].append(copy.deepcopy(made["measures"][0]))
    assert "targets[0]: unit missing" in faults(made) and "'d/1' stands twice" in faults(made)


def test_what_is_kept_holds_no_quotes_and_offsets_only_of_plain_texts(tmp_path: Path) -> None:
    for name, keeps in (("plan.txt", True), ("plan.html", False)):
        file = tmp_path / name
        file.write_text(TEXT, encoding="utf-8")
        made = annotate.kept(gold(), file, None, None)
        record = made["targets"][0]
        assert "quote" not in record and ("start" in record) == keeps
        assert made["kinds"] == list(annotate.KINDS) and len(made["sha256"]) == 64
        assert json.loads(annotate.written(made)) == made


def test_kinds_are_added_to_what_is_kept_of_the_same_text(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(TEXT, encoding="utf-8")
    first = annotate.kept(gold() | {"kinds": ["measures"], "targets": [], "first": {"measures": 0.9}}, file, None, None)
    assert first["kinds"] == ["measures"] and first["targets"] == []
    second = annotate.kept({"kinds": ["targets"], "targets": gold()["targets"]}, file, first, None)
    assert second["kinds"] == ["measures", "targets"] and second["measures"] == first["measures"]
    assert second["first"] == {"measures": 0.9} and len(second["targets"]) == 1


def test_a_faulty_annotation_is_not_written(tmp_path: Path) -> None:
    made, file = gold(), tmp_path / "faulty.txt"
    made["targets"][0]["end"] = 999
    file.write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(made), encoding="utf-8")
    command = [sys.executable, "bench/annotate.py", str(tmp_path / "gold.json"), str(file)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1 and "targets[0]" in run.stderr and "Traceback" not in run.stderr
    assert not (annotate.ANNOTATIONS / "faulty-txt.json").exists()
