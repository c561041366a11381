"""Score what the loaders read against the gold facts at hand, and write docs/accuracy.md.

    python bench/evaluate.py [--gold DIR] [--corpus DIR] [--score FILE] [--check]

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


def main() -> None:
    """Print the table and write it to docs/accuracy.md, or compare with it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold")
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus")
    parser.add_argument("--score", type=Path, default=SHARED / "evaluate" / "score.py")
    parser.add_argument("--check", action="store_true", help="fail where docs/accuracy.md says something else")
    options = parser.parse_args()
    rows = table(figures(options.gold, options.corpus, evaluator(options.score)))
    text = "\n".join(
        [
            "# Accuracy",
            "",
            "Made by `make evaluate`: what the loaders read, against the gold facts at hand.",
            "",
            *rows,
            "",
        ]
    )
    sys.stdout.write(text)
    out = ROOT / "docs" / "accuracy.md"
    if options.check and out.read_text(encoding="utf-8") != text:
        sys.exit("docs/accuracy.md is not what the loaders reach now; run `make evaluate`")
    if not options.check:
        out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
