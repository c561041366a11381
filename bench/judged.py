"""Judged pairs of measures, the agreement of the judges, and how well verdicts agree with them.

tests/judged/pairs.json has ids and grades alone: ``query`` is the measure that the pair was drawn for; ``grades`` and
``doubts`` are those of two judges, who read both texts and did not know of each other.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

JUDGED = Path(__file__).resolve().parent.parent / "tests" / "judged" / "pairs.json"
GRADES = ("different", "related", "same")
type Key = tuple[str, str, str]
"""Plan, document and measure."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged pair. ``grade``: where the judges agree, else None; ``sure``: they agree and neither doubts."""

    query: Key
    first: Key
    second: Key
    grades: tuple[str, str]
    grade: str | None
    sure: bool

    @property
    def cities(self) -> str:
        """The two plans."""
        return f"{self.first[0]} {self.second[0]}"


def judged() -> list[Judged]:
    """All judged pairs, in a fixed order."""
    found = []
    for row in json.loads(JUDGED.read_text(encoding="utf-8")):
        query, first, second = (_key(row[name]) for name in ("query", "first", "second"))
        one, other = row["grades"]
        found.append(
            Judged(query, first, second, (one, other), one if one == other else None,
                   one == other and not any(row["doubts"]))
        )  # fmt: skip
    return found


def _key(text: str) -> Key:
    plan, document, measure = text.split("|")
    return plan, document, measure


def kappa(pairs: Sequence[Judged]) -> float:
    """Cohen's κ of the two judges over three grades."""
    total = len(pairs)
    agreed = sum(pair.grade is not None for pair in pairs) / total
    one, other = (Counter(pair.grades[judge] for pair in pairs) for judge in (0, 1))
    chance = sum(one[grade] * other[grade] for grade in GRADES) / total**2
    return (agreed - chance) / (1 - chance)


def f1(pairs: Sequence[Judged], told: Mapping[tuple[Key, Key], str], grade: str) -> float:
    """F1 of one grade."""
    hits = sum(pair.grade == grade == told[pair.first, pair.second] for pair in pairs)
    wanted = sum(pair.grade == grade for pair in pairs)
    given = sum(told[pair.first, pair.second] == grade for pair in pairs)
    return 2 * hits / (wanted + given) if wanted + given else 0.0


def macro_f1(pairs: Sequence[Judged], told: Mapping[tuple[Key, Key], str]) -> float:
    """The mean F1 of the three grades."""
    return sum(f1(pairs, told, grade) for grade in GRADES) / len(GRADES)


def first_neighbours(pairs: Sequence[Judged], scores: Mapping[tuple[Key, Key], float]) -> tuple[int, int, int]:
    """Queries whose judged pair with the highest score is the same by both judges, those that have such a pair at all,
    and all queries."""
    by_query: dict[Key, list[Judged]] = {}
    for pair in pairs:
        by_query.setdefault(pair.query, []).append(pair)
    hits = sum(max(own, key=lambda pair: scores[pair.first, pair.second]).grade == "same" for own in by_query.values())
    return hits, sum(any(pair.grade == "same" for pair in own) for own in by_query.values()), len(by_query)
