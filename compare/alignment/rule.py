"""The rule of alignment: features of a pair of measures → how likely it is the same, and at least related → verdict.

Its weights stand in weights.yaml, fitted to judged pairs by bench/alignment.py; the thresholds are one half each.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from graph.derived.alignment import Verdict

WEIGHTS = Path(__file__).parent / "weights.yaml"
HALF = 0.5
PARTS = ("same", "related", "same_by_words", "related_by_words")


@dataclass(frozen=True, slots=True)
class Logit:
    """A logistic rule: a constant and a weight for each feature."""

    constant: float
    weights: Mapping[str, float]

    def likelihood(self, features: Mapping[str, float]) -> float:
        """How likely the pair is a case of what the rule tells, from 0 to 1."""
        value = self.constant + sum(weight * features[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-value))


@dataclass(frozen=True, slots=True)
class Rule:
    """Logistic rules. ``least``: pairs whose words are less alike, and that name no thing both, are different.

    ``same`` and ``related`` weigh all features; where the codebook knows of neither measure what it is about (plans of
    another field), words alone are weighed, by rules of their own."""

    least: float
    same: Logit
    related: Logit
    same_by_words: Logit
    related_by_words: Logit

    def likelihoods(self, features: Mapping[str, float], told: bool = True, shown: bool = True) -> tuple[float, float]:
        """How likely the pair is the same, and at least related (never less likely than the same). What is not shown
        to have the lever of a heading in common is not the same."""
        same, related = (self.same, self.related) if told else (self.same_by_words, self.related_by_words)
        sure = same.likelihood(features)
        return gated(sure, max(sure, related.likelihood(features)), shown)


def gated(same: float, related: float, shown: bool) -> tuple[float, float]:
    """The likelihoods of a pair, none of being the same where that is not shown."""
    return (same if shown else 0.0), related


def name(told: bool, found: Verdict) -> str:
    """The name of the rule that gave a verdict."""
    return f"alignment.{'levers_and_words' if told else 'words'}.{found}"


def verdict(same: float, related: float) -> Verdict | None:
    """The verdict on a pair with these likelihoods; None for different."""
    return "same" if same >= HALF else "related" if related >= HALF else None


def score(same: float, related: float) -> float:
    """The expected grade, different being 0, related one half and same 1."""
    return round((same + related) / 2, 6)


@cache
def rule() -> Rule:
    """The rule as shipped."""
    known = yaml.safe_load(WEIGHTS.read_text(encoding="utf-8"))
    return Rule(known["least"], *(_logit(known[part]) for part in PARTS))


def _logit(known: Mapping[str, float]) -> Logit:
    return Logit(known["constant"], {name: weight for name, weight in known.items() if name != "constant"})
