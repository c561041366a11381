"""What was read for what: each field in which paired facts differ, what was missed and what is not there, counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from bench.relaxed import Pair
from bench.scoring import DOCUMENT_FIELDS, Record, bare, share

FIELDS = {
    "measures": ("title", "parents", "kind"),
    "responsibilities": ("institution", "role"),
    "targets": ("value", "value_max", "unit", "comparator", "deadline", "kind", "indicator"),
    "citations": ("title", "number", "level", "relation"),
    "models": ("stance",),
    "documents": DOCUMENT_FIELDS,
}
SHOWN = {
    "measures": "title",
    "responsibilities": "institution",
    "targets": "indicator",
    "citations": "title",
    "models": "model",
    "documents": "title",
}
CUT = 20  # characters of a text that may be shown

type Confusion = tuple[str, str, str, str, str]
"""Kind, field, gold value, found value, rule that found it."""


def confusions(plans: dict[str, dict[str, list[Pair]]]) -> list[tuple[Confusion, int, list[str]]]:
    """Every confusion with its count and the names of its plans; the most frequent of each kind first."""
    counts, where = Counter[Confusion](), defaultdict[Confusion, set[str]](set)
    for name, paired in plans.items():
        for kind, couples in paired.items():
            for one in (each for couple in couples for each in _of_pair(kind, *couple)):
                counts[one] += 1
                where[one].add(name)
    order = {kind: place for place, kind in enumerate(FIELDS)}
    ranked = sorted(counts, key=lambda one: (order[one[0]], -counts[one], one))
    return [(one, counts[one], sorted(where[one])) for one in ranked]


def _of_pair(kind: str, gold: Record | None, found: Record | None) -> Iterable[Confusion]:
    if gold is None and found is not None:
        yield kind, "not there", "", cut(found.get(SHOWN[kind])), rule_of(found)
    elif found is None and gold is not None:
        yield kind, "missed", cut(gold.get(SHOWN[kind])), "", ""
    elif gold is not None and found is not None:
        for field in FIELDS[kind]:
            if not _agree(field, gold.get(field), found.get(field)):
                yield kind, field, cut(gold.get(field)), cut(found.get(field)), rule_of(found)


def _agree(field: str, gold: object, found: object) -> bool:
    if field == "indicator":
        return share(str(gold), str(found)) >= 0.5
    if field in ("comparator", "value", "value_max"):
        return gold == found
    return bare(gold) == bare(found)


def rule_of(record: Record) -> str:
    """The rule that found a record; its kind of target beside it."""
    return str(record.get("rule", ""))


def cut(value: object) -> str:
    """A value as a cell: none as a dash, lists by their last part, texts of at most 20 characters."""
    words = "–" if value is None else str(value[-1] if isinstance(value, list) and value else value)
    return words if len(words) <= CUT else words[: CUT - 1] + "…"
