"""What the loaders read against the gold facts at hand: floors that no change may go below."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {
    "measures": {"f1": 0.995, "title": 0.99, "parents": 0.99, "end": 0.98},
    "responsibilities": {"f1": 0.99},
    "targets": {"f1": 0.95, "unit": 0.98, "comparator": 0.97, "deadline": 0.97, "kind": 0.93, "indicator": 0.88},
    "citations": {"f1": 0.99, "level": 0.98, "relation": 0.95},
    "models": {"f1": 0.97, "stance": 0.90},
    "documents": {"f1": 0.99},
}


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture(scope="module")
def evaluation(gold: Path, corpus: Path) -> tuple[dict[str, dict[str, float]], str]:
    """Pooled figures, and the text of docs/accuracy.md as it should be."""
    evaluate = module(ROOT / "bench" / "evaluate.py")
    plans = evaluate.figures(gold, corpus, evaluate.evaluator(gold.parent / "evaluate" / "score.py"))
    assert sorted(plans) == sorted(file.stem for file in gold.glob("*.json"))
    return evaluate.pooled(plans), evaluate.document(plans)


@pytest.mark.parametrize(("kind", "figure"), [(kind, figure) for kind, figures in FLOORS.items() for figure in figures])
def test_no_figure_falls_below_its_floor(
    evaluation: tuple[dict[str, dict[str, float]], str], kind: str, figure: str
) -> None:
    assert evaluation[0][kind][figure] >= FLOORS[kind][figure]


def test_the_document_says_what_is_reached(evaluation: tuple[dict[str, dict[str, float]], str]) -> None:
    assert (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8") == evaluation[1], "run `make evaluate`"


def test_facts_that_are_not_there_score_nothing(gold: Path) -> None:
    score = module(gold.parent / "evaluate" / "score.py").score
    wanted = json.loads((gold / "datong.json").read_text(encoding="utf-8"))
    empty = {**wanted, **{kind: [] for kind in ("measures", "responsibilities", "targets", "citations", "models")}}
    assert score(wanted, empty)[0]["targets"]["f1"] == 0.0
