"""Weights of words: how much it says that two texts share a word.

words.tsv has in how many paragraphs of health plans and other policy texts each word stands (its first line: how many
paragraphs there were). It is made once by bench/word_weights.py and shipped, so that a weight does not depend on which
plans are held.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "words.tsv"


@dataclass(frozen=True, slots=True)
class WordWeights:
    """Weights by word; ``unknown`` is that of a word that the table lacks: it stands in one paragraph."""

    known: Mapping[str, float]
    unknown: float

    def __getitem__(self, word: str) -> float:
        return self.known.get(word, self.unknown)


@cache
def word_weights() -> WordWeights:
    """The weight of every word: the logarithm of (1 + paragraphs / those with the word), above 0."""
    first, *lines = TABLE.read_text(encoding="utf-8").splitlines()
    total = int(first.strip())
    counts = (line.split("\t") for line in lines)
    return WordWeights({word: math.log(1 + total / int(count)) for word, count in counts}, math.log(1 + total))
