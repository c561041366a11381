"""What the loaders read against the gold facts at hand and our own annotations: floors that no change may go below."""

import copy
import dataclasses
from pathlib import Path

import pytest

from bench import annotate, evaluate, scoring
from bench.relaxed import pairs, relaxed_figures

ROOT = Path(__file__).resolve().parent.parent
FIGURES = [
    (origin, kind, figure)
    for origin, kinds in evaluate.FLOORS.items()
    for kind, figures in kinds.items()
    for figure in figures
]


@pytest.fixture(scope="module")
def evaluation(gold: Path, corpus: Path, samples: Path) -> evaluate.Evaluation:
    found = scoring.texts(gold, scoring.ANNOTATIONS, [corpus, samples])
    assert {text.name for text in found} >= {file.stem for file in gold.glob("*.json")}
    return evaluate.Evaluation(found, scoring.evaluator(gold.parent / "evaluate" / "score.py"))


@pytest.mark.parametrize(("origin", "kind", "figure"), FIGURES)
def test_no_figure_falls_below_its_floor(evaluation: evaluate.Evaluation, origin: str, kind: str, figure: str) -> None:
    if not evaluation.of(origin):
        pytest.skip(f"no texts of the origin {origin} are here")
    assert evaluation.pooled(origin)[kind].get(figure, 1.0) >= evaluate.FLOORS[origin][kind][figure]


def test_no_plan_falls_far_below_the_floors(evaluation: evaluate.Evaluation) -> None:
    assert evaluation.below() == []


def test_the_document_says_what_is_reached(evaluation: evaluate.Evaluation) -> None:
    assert (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8") == evaluate.document(evaluation), (
        "run `make evaluate`"
    )


def test_facts_that_are_not_there_score_nothing(evaluation: evaluate.Evaluation, gold: Path) -> None:
    text = next(text for text in evaluation.texts if text.gold["targets"])
    empty = {kind: [] for kind in scoring.KINDS if kind != "documents"}
    hollow = dataclasses.replace(text, found={**text.found, **empty})
    figures = scoring.exact(hollow, scoring.evaluator(gold.parent / "evaluate" / "score.py"))
    assert figures["targets"]["f1"] == 0.0
    relaxed = relaxed_figures(pairs(hollow))
    assert relaxed["targets"]["matched"] == 0 and relaxed["targets"]["gold"] == figures["targets"]["gold"]


def responsibility(**changed: object) -> scoring.Record:
    record = {"measure": "d/1", "surface": "市甲局", "institution": "某市甲局", "role": "lead", "start": 10, "end": 13}
    return record | changed


@pytest.mark.parametrize(
    ("changed", "hits"),
    [
        ({}, 1),
        ({"role": "participant"}, 1),
        ({"institution": "甲局"}, 1),
        ({"institution": "某市乙局"}, 0),
        ({"start": 13, "end": 16}, 0),
    ],
)
def test_relaxed_pairs_of_responsibilities(changed: dict[str, object], hits: int) -> None:
    gold: scoring.Facts = {kind: [] for kind in scoring.KINDS} | {"responsibilities": [responsibility()]}
    found = copy.deepcopy(gold) | {"responsibilities": [responsibility(**changed)]}
    text = scoring.Text("plan", "gold", False, scoring.KINDS, gold, found)
    assert relaxed_figures(pairs(text))["responsibilities"]["matched"] == hits


ANNOTATIONS = sorted(scoring.ANNOTATIONS.glob("*.json"))


@pytest.mark.parametrize("file", ANNOTATIONS, ids=lambda file: file.stem)
def test_an_annotation_keeps_the_guidelines_shape_and_holds_no_sentence(file: Path) -> None:
    assert annotate.faults_of_file(file) == []
