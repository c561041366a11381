"""Score what the loaders read against the gold facts at hand, and write docs/accuracy.md.

    python bench/evaluate.py [--gold DIR] [--corpus DIR] [--score FILE]

Prints a table per plan and pooled (hits, gold and found added up). The scoring itself is the evaluator's.
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import loaders

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
KINDS = ("measures", "responsibilities", "targets", "citations", "models", "documents")


def evaluator(path: Path) -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: no scoring script is here; name it with --score")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(gold: Path, corpus: Path, score: ModuleType) -> dict[str, dict[str, Any]]:
    """The evaluator's figures by plan."""
    found = {}
    for file in sorted(gold.glob("*.json")):
        wanted = json.loads(file.read_text(encoding="utf-8"))
        facts = json.loads(loaders.extract(corpus / wanted["source"]).model_dump_json())
        found[file.stem] = score.score(wanted, facts)[0]
    return found


def pooled(plans: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Hits, gold and found added up; the shares of further fields weighted by hits."""
    total: dict[str, dict[str, Any]] = {}
    for kind in KINDS:
        rows = [plan[kind] for plan in plans.values()]
        gold, hits = sum(row["gold"] for row in rows), sum(row["matched"] for row in rows)
        found = sum(row.get("found", row["gold"]) for row in rows)
        shares = [name for name in rows[0] if name not in ("gold", "found", "matched", "precision", "recall", "f1")]
        total[kind] = {"gold": gold, "found": found, "matched": hits, "f1": 2 * hits / (gold + found) if gold else 1.0}
        total[kind] |= {s: sum(row[s] * row["matched"] for row in rows) / max(hits, 1) for s in shares}
    return total


def table(plans: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Markdown rows."""
    yield "| plan | facts | gold | found | F1 | of the matched, right in |"
    yield "|---|---|---|---|---|---|"
    for plan, kinds in {**plans, "**all**": pooled(plans)}.items():
        for kind in KINDS:
            row = kinds[kind]
            skip = ("gold", "found", "matched", "precision", "recall", "f1")
            rest = " · ".join(f"{name} {share:.3f}" for name, share in row.items() if name not in skip)
            yield f"| {plan} | {kind} | {row['gold']} | {row.get('found', row['gold'])} | {row['f1']:.3f} | {rest} |"


def document(plans: dict[str, dict[str, Any]]) -> str:
    """The text of docs/accuracy.md."""
    head = "Made by `make evaluate`: what the loaders read, against the gold facts at hand. The rules were written with"
    tail = "these texts in sight, so the figures say what is kept, not what an unseen plan will give."
    return "\n".join(["# Accuracy", "", head, tail, "", *table(plans), ""])


def main() -> None:
    """Print the table and write it to docs/accuracy.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold")
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus")
    parser.add_argument("--score", type=Path, default=SHARED / "evaluate" / "score.py")
    options = parser.parse_args()
    text = document(figures(options.gold, options.corpus, evaluator(options.score)))
    sys.stdout.write(text)
    (ROOT / "docs" / "accuracy.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
