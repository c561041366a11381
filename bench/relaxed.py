"""Pair what was read with gold facts more kindly than the evaluator does, to see near misses for what they are.

A pair stands at one place (overlapping spans; where offsets cannot agree, measures of like titles) and agrees in its
core, by kind:

- measures: nothing more than the place
- responsibilities: one institution's name contains the other; the role is not looked at
- targets: the value, or the upper value of a range
- citations: one title contains the other; the number is not looked at
- models: the model, anywhere in one measure
- documents: one title contains the other; each field of the gold document is then a hit where it is equal without
  blanks and punctuation
"""

from collections.abc import Callable

from bench.scoring import DOCUMENT_FIELDS, Facts, Record, Text, bare, share

type Pair = tuple[Record | None, Record | None]
"""What gold has and what was found; None on one side is a miss or something that is not there."""


def pairs(text: Text) -> dict[str, list[Pair]]:
    """The pairs of each kind, and what stays without a partner. Optional gold records without one are left out."""
    near = _near(text.gold, text.found, text.by_words)
    return {kind: _pair(kind, text.gold[kind], text.found[kind], near) for kind in text.kinds}


def relaxed_figures(paired: dict[str, list[Pair]]) -> dict[str, dict[str, float]]:
    """Gold, found, matched and F1 of each kind by the pairs; for targets the share of like indicators too."""
    figures: dict[str, dict[str, float]] = {}
    for kind, couples in paired.items():
        if kind == "documents":
            figures[kind] = _documents(couples)
            continue
        counted = [(g, p) for g, p in couples if not (g and g.get("optional"))]
        both = [(g, p) for g, p in counted if g and p]
        wanted, got = sum(g is not None for g, _ in counted), sum(p is not None for _, p in counted)
        figures[kind] = {"gold": wanted, "found": got, "matched": len(both)}
        if kind == "targets":
            figures[kind]["indicator"] = sum(share(g["indicator"], p["indicator"]) >= 0.5 for g, p in both)
        if kind == "measures":
            figures[kind]["title"] = sum(contains(g["title"], p["title"]) for g, p in both)
    return figures


def contains(one: str | None, other: str | None) -> bool:
    """Whether one of two names contains the other, blanks and punctuation aside; two that are absent are equal."""
    first, second = bare(one), bare(other)
    return first == second or (bool(first and second) and (first in second or second in first))


def _near(gold: Facts, found: Facts, by_words: bool) -> Callable[[Record, Record], bool]:
    """Whether two records stand at one place, as offsets or the titles of their measures say."""
    if not by_words:
        return lambda g, p: _overlap(g, p) or ("model" in g and _holder(gold, g) == _holder(found, p))
    titles = [{measure["id"]: measure["title"] for measure in facts["measures"]} for facts in (gold, found)]

    def near(g: Record, p: Record) -> bool:
        places = [titles[side].get(record.get("measure", record.get("id"))) for side, record in enumerate((g, p))]
        return contains(*places)

    return near


def _overlap(g: Record, p: Record) -> bool:
    return bool(g["start"] < p["end"] and p["start"] < g["end"])


def _holder(facts: Facts, record: Record) -> int:
    """Where the measure that holds a record begins, -1 outside all measures."""
    return next((m["start"] for m in facts["measures"] if m["start"] <= record["start"] < m["end"]), -1)


def _core(kind: str, g: Record, p: Record) -> bool:
    if kind == "responsibilities":
        return contains(g["institution"], p["institution"])
    if kind == "targets":
        return bool(g["value"] == p["value"] or (g["value_max"] is not None and g["value_max"] == p["value_max"]))
    if kind in ("citations", "documents"):
        return contains(g["title"], p["title"])
    return kind == "measures" or bool(g["model"] == p["model"])


def _pair(kind: str, gold: list[Record], found: list[Record], near: Callable[[Record, Record], bool]) -> list[Pair]:
    """Each gold record with the candidate that agrees in most fields."""
    placed = kind not in ("documents", "citations")
    left, couples = list(found), list[Pair]()
    for g in gold:
        like = [p for p in left if _core(kind, g, p) and (not placed or near(g, p))]
        best = max(like, key=lambda p: sum(p.get(name) == value for name, value in g.items()), default=None)
        if best is not None:
            left.remove(best)
        if best is not None or not g.get("optional"):
            couples.append((g, best))
    return couples + [(None, p) for p in left]


def _documents(couples: list[Pair]) -> dict[str, float]:
    """Fields of the gold documents; a document that is not in the gold counts nothing, as with the evaluator."""
    wanted = [(g, p) for g, p in couples if g]
    hits = sum(bare(g[name]) == bare(p[name]) for g, p in wanted if p for name in DOCUMENT_FIELDS)
    count = len(wanted) * len(DOCUMENT_FIELDS)
    return {"gold": count, "found": count, "matched": hits}
