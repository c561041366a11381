"""Score what the loaders read against the gold facts at hand and our own annotations, and write docs/accuracy.md.

    python bench/evaluate.py [--gold DIR] [--score FILE] [--texts DIR ...]

Exact figures are the evaluator's; relaxed ones pair by the rules of ``bench/relaxed.py``; confusions say what was read
for what, and by which rule.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.confusions import confusions
from bench.relaxed import Pair, pairs, relaxed_figures
from bench.scoring import ANNOTATIONS, COUNTS, KINDS, ROOT, SHARED, Figures, Text, evaluator, exact, f1, pooled, texts

# The least that may be reached, pooled over the plans of one origin.
FLOORS: dict[str, Figures] = {
    "gold": {
        "measures": {"f1": 0.995, "title": 0.99, "parents": 0.99, "end": 0.98},
        "responsibilities": {"f1": 0.99},
        "targets": {"f1": 0.95, "unit": 0.98, "comparator": 0.97, "deadline": 0.97, "kind": 0.93, "indicator": 0.88},
        "citations": {"f1": 0.99, "level": 0.98, "relation": 0.95},
        "models": {"f1": 0.97, "stance": 0.90},
        "documents": {"f1": 0.99},
    },
    "annotation": {
        "measures": {"f1": 0.97, "title": 0.95, "parents": 0.95, "end": 0.95},
        "responsibilities": {"f1": 0.95},
        "targets": {"f1": 0.85, "unit": 0.95, "comparator": 0.93, "deadline": 0.92, "kind": 0.90, "indicator": 0.80},
        "citations": {"f1": 0.97, "level": 0.95, "relation": 0.90},
        "models": {"f1": 0.92, "stance": 0.80},
        "documents": {"f1": 0.95},
    },
}
MANY, BELOW = 20, 0.10  # a plan with so many records of a kind is at most so much below the floor
ORIGINS = {"gold": "gold facts, given", "annotation": "our own annotations"}
HEAD = """# Accuracy

Made by `make evaluate`: what the loaders read, against the gold facts at hand and our own annotations of further texts
(`tests/annotations`, facts only). All of them are development texts: rules were mended with them in sight, so the
figures say what is kept, not what an unseen plan will give. Annotations were made from the texts by the guidelines;
`first` is the F1 that was reached on them before any rule was mended for them, where it was written down.

Exact figures are the evaluator's. Relaxed: facts pair at one place (overlapping spans; in formats with markup, a
measure of like title) where one institution's name contains the other, whatever the role; where the value or the upper
value of a target agrees; where one cited title contains the other, whatever the number; where the model is the same;
measures by their place alone. Relaxed shares: titles that contain one another, indicators with half of their
characters in common."""


class Evaluation:
    """All figures of all texts."""

    def __init__(self, found: list[Text], score: object) -> None:
        self.texts = found
        self.exact = {text.name: exact(text, score) for text in found}  # type: ignore[arg-type]
        self.pairs: dict[str, dict[str, list[Pair]]] = {text.name: pairs(text) for text in found}
        self.relaxed = {name: relaxed_figures(paired) for name, paired in self.pairs.items()}

    def of(self, origin: str) -> list[Text]:
        """The texts of one origin."""
        return [text for text in self.texts if text.origin == origin]

    def pooled(self, origin: str) -> Figures:
        """Exact figures pooled over the texts of one origin."""
        return pooled(self.exact[text.name] for text in self.of(origin))

    def below(self) -> list[str]:
        """A sentence for each figure below its floor: pooled, and of single plans with many records."""
        said = []
        for origin, kinds in FLOORS.items():
            whole = self.pooled(origin) if self.of(origin) else {}
            for kind, floors in kinds.items():
                for figure, floor in floors.items():
                    reached = whole.get(kind, {}).get(figure, 1.0)
                    if reached < floor:
                        said.append(f"{ORIGINS[origin]}: {kind} {figure} {reached:.3f}, at least {floor} wanted")
                    said += [
                        f"{text.name}: {kind} {figure} {row[figure]:.3f}, at least {floor - BELOW:.3f} wanted"
                        for text in self.of(origin)
                        if (row := self.exact[text.name].get(kind, {"gold": 0}))["gold"] >= MANY
                        and row.get(figure, 1) < floor - BELOW
                    ]
        return said


def table(evaluation: Evaluation, origin: str) -> Iterator[str]:
    """Markdown rows: each kind of each plan, and pooled."""
    yield "| plan | city | facts | gold | found | F1 | relaxed | first | of the matched, right in |"
    yield "|---|---|---|---|---|---|---|---|---|"
    found = evaluation.of(origin)
    for text in found:
        city = next((str(document["city"]) for document in text.gold["documents"]), "")
        yield from rows(text.name, city, evaluation.exact[text.name], evaluation.relaxed[text.name], text.first)
    relaxed = added([evaluation.relaxed[text.name] for text in found])
    yield from rows("**all**", "", evaluation.pooled(origin), relaxed, {})


def rows(name: str, city: str, figures: Figures, relaxed: Figures, first: dict[str, float]) -> Iterator[str]:
    """A row for each kind of fact of one plan, or of all."""
    for kind in (kind for kind in KINDS if kind in relaxed):
        row, kind_relaxed = figures[kind], relaxed[kind]
        shares = [f"{field} {part:.3f}" for field, part in row.items() if field not in COUNTS]
        if kind in ("measures", "targets") and kind_relaxed["matched"]:
            field = "title" if kind == "measures" else "indicator"
            shares.append(f"relaxed {field} {kind_relaxed[field] / kind_relaxed['matched']:.3f}")
        kind_f1 = f1(kind_relaxed["gold"], kind_relaxed["found"], kind_relaxed["matched"])
        began = first.get(kind)
        counts = f"{row['gold']:.0f} | {row.get('found', row['gold']):.0f} | {row['f1']:.3f} | {kind_f1:.3f}"
        shown = "" if began is None else f"{began:.3f}"
        yield f"| {name} | {city} | {kind} | {counts} | {shown} | {' · '.join(shares) if row['matched'] else ''} |"


def added(figures: list[Figures]) -> Figures:
    """Counts added up."""
    total: Figures = {}
    for each in figures:
        for kind, row in each.items():
            whole = total.setdefault(kind, dict.fromkeys(row, 0))
            for name, count in row.items():
                whole[name] += count
    return total


def document(evaluation: Evaluation) -> str:
    """The text of docs/accuracy.md."""
    parts = [HEAD]
    for origin, title in ORIGINS.items():
        if evaluation.of(origin):
            parts.append(f"\n## {title[0].upper()}{title[1:]}\n")
            parts += table(evaluation, origin)
    parts.append("\n## Floors\n")
    parts.append(f"Pooled figures have floors; a plan with {MANY} records of a kind may be {BELOW:.2f} below them.\n")
    parts += [f"- {sentence}" for sentence in evaluation.below()] or ["Every figure is at or above its floor."]
    parts.append("\n## Confusions\n")
    parts.append("| facts | field | gold | read | times | rule | plans |\n|---|---|---|---|---|---|---|")
    for (kind, field, gold, found, rule), count, plans in confusions(evaluation.pairs):
        parts.append(f"| {kind} | {field} | {gold} | {found} | {count} | {rule} | {', '.join(plans)} |")
    return "\n".join([*parts, ""])


def main() -> None:
    """Print the document and write it to docs/accuracy.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold")
    parser.add_argument("--texts", type=Path, nargs="+", default=[SHARED / "corpus", SHARED / "samples"])
    parser.add_argument("--score", type=Path, default=SHARED / "evaluate" / "score.py")
    options = parser.parse_args()
    evaluation = Evaluation(texts(options.gold, ANNOTATIONS, options.texts), evaluator(options.score))
    text = document(evaluation)
    sys.stdout.write(text)
    (ROOT / "docs" / "accuracy.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
