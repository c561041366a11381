"""Gold facts and our own annotations, each with what the loaders read from the same text, scored by the evaluator.

Texts in a format with markup are scored by words, because offsets into the read text are the reader's own.
"""

import copy
import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import loaders

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
ANNOTATIONS = ROOT / "tests" / "annotations"
KINDS = ("measures", "responsibilities", "targets", "citations", "models", "documents")
DOCUMENT_FIELDS = (
    "kind", "city", "province", "issuer", "doc_number", "index_number", "date_issued", "date_published",
    "period_start", "period_end",
)  # fmt: skip
BY_OFFSETS = (".txt", ".md")

type Record = dict[str, Any]
type Facts = dict[str, list[Record]]
type Figures = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its gold facts and what was read. ``origin``: gold (given) or annotation (our own); ``kinds``: those
    of which all facts were annotated; ``first``: F1 by kind before any rule was mended for the text, where known."""

    name: str
    origin: str
    by_words: bool
    kinds: tuple[str, ...]
    gold: Facts
    found: Facts
    first: dict[str, float] = field(default_factory=dict)


def texts(gold: Path, annotations: Path, folders: Sequence[Path]) -> list[Text]:
    """Every gold file and annotation whose text stands in one of the folders, read. Raises SystemExit for a gold file
    without its text and for one whose text has changed."""
    found = []
    for origin, folder in (("gold", gold), ("annotation", annotations)):
        for file in sorted(folder.glob("*.json")):
            wanted = json.loads(file.read_text(encoding="utf-8"))
            path = next((place / wanted["source"] for place in folders if (place / wanted["source"]).is_file()), None)
            if path is None:
                sys.exit(f"{file.name}: its text {wanted['source']} is in none of {', '.join(map(str, folders))}")
            facts = json.loads(loaders.extract(path, wanted.get("city")).model_dump_json())
            if facts["sha256"] != wanted["sha256"]:
                sys.exit(f"{file.name}: {wanted['source']} is another text than the one that was annotated")
            kinds = tuple(wanted.get("kinds", KINDS))
            first = wanted.get("first") or {}
            found.append(Text(file.stem, origin, path.suffix not in BY_OFFSETS, kinds, wanted, facts, first))
    return found


def evaluator(path: Path) -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: no scoring script is here; name it with --score")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def exact(text: Text, score: ModuleType) -> Figures:
    """The evaluator's figures for one text."""
    gold, found = copy.deepcopy(text.gold), copy.deepcopy(text.found)  # the evaluator writes into them
    figures: Figures = score.score(gold, found, words=text.by_words)[0]
    return {kind: figures[kind] for kind in text.kinds}


def pooled(plans: Iterable[Figures]) -> Figures:
    """Hits, gold and found added up over plans; the shares of further fields weighted by hits."""
    rows = list(plans)
    total: Figures = {}
    for kind in KINDS:
        each = [row[kind] for row in rows if kind in row]
        gold, hits = sum(row["gold"] for row in each), sum(row["matched"] for row in each)
        found = sum(row.get("found", row["gold"]) for row in each)
        names = dict.fromkeys(name for row in each for name in row if name not in COUNTS)
        total[kind] = {"gold": gold, "found": found, "matched": hits, "f1": f1(gold, found, hits)}
        for name in names:
            known = [row for row in each if name in row]  # by words, no end is scored
            weight = sum(row["matched"] for row in known)
            total[kind][name] = sum(row[name] * row["matched"] for row in known) / weight if weight else 1.0
    return total


COUNTS = ("gold", "found", "matched", "precision", "recall", "f1")


def f1(gold: float, found: float, hits: float) -> float:
    """1.0 where nothing was wanted and nothing found."""
    return 2 * hits / (gold + found) if gold + found else 1.0


def bare(words: object) -> str:
    """Words without blanks and punctuation."""
    return re.sub(r"[^\w%‰]", "", str(words)) if words is not None else ""


def share(one: str, other: str) -> float:
    """F1 of the characters of two phrases, 0 to 1, as the evaluator counts it."""
    first, second = Counter(bare(one)), Counter(bare(other))
    return f1(first.total(), second.total(), (first & second).total())
