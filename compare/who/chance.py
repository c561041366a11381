"""What chance alone would give: the null model beside which a number about a network of institutions means something.

A body that stands in many lines is joined with many others whatever its city does, and a city with long lines has a
dense network whatever its bodies do. So every measure is set beside networks that keep both: each body answers for as
many measures as it does, each measure keeps as many bodies as it has, and all else is shuffled. The shuffle is the
trade of "A fast and unbiased procedure to randomize ecological binary matrices" (Strona and others, 2014): two
measures pool the bodies that only one of them has, and deal them out again, each to its former number.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from math import sqrt

SAMPLES = 199
"""Shuffled networks per city: the smallest p is then 2/200 = 0.01."""
TRADES_FIRST = 20
"""Trades per measure before the first sample; after it ``TRADES_BETWEEN`` between two samples."""
TRADES_BETWEEN = 5


def shuffled(measures: Sequence[frozenset[int]], whose: str = "", samples: int = SAMPLES) -> Iterator[list[set[int]]]:
    """Networks by chance: as many sets of bodies as ``measures``, in their order and of their sizes, each body as often
    as before. The same lists are changed from sample to sample. The seed is a hash of ``whose`` they are and of the
    measures' bodies: equal lines of one city give equal samples, of two cities independent ones."""
    state = [set(bodies) for bodies in measures]
    chance = random.Random(_seed(measures, whose))
    trades = TRADES_FIRST
    for _ in range(samples):
        for _ in range(trades * len(state) if len(state) > 1 else 0):
            _trade(state, chance)
        trades = TRADES_BETWEEN
        yield state


def _seed(measures: Sequence[frozenset[int]], whose: str) -> int:
    words = whose + ";".join(",".join(map(str, sorted(bodies))) for bodies in measures)
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8])


def _trade(state: list[set[int]], chance: random.Random) -> None:
    """Two measures, taken at random, trade the bodies that only one of them has."""
    first = int(chance.random() * len(state))
    second = int(chance.random() * (len(state) - 1))
    second += second >= first
    one, other = state[first], state[second]
    if one <= other or other <= one:
        return
    both = one & other
    pool = sorted(one ^ other)
    chance.shuffle(pool)
    kept = len(one) - len(both)
    state[first], state[second] = both | set(pool[:kept]), both | set(pool[kept:])


class Beside:
    """A number beside what chance gave: add each sample's value, then read mean, spread, z and p."""

    __slots__ = ("_at_least", "_at_most", "_samples", "_squares", "_sum", "value")

    def __init__(self, value: float) -> None:
        self.value = value
        self._samples = self._at_least = self._at_most = 0
        self._sum = self._squares = 0.0

    def add(self, sample: float) -> None:
        """One value by chance."""
        self._samples += 1
        self._sum += sample
        self._squares += sample * sample
        self._at_least += sample >= self.value - 1e-9
        self._at_most += sample <= self.value + 1e-9

    @property
    def expected(self) -> float | None:
        """The mean by chance; null without samples."""
        return round(self._sum / self._samples, 6) if self._samples else None

    @property
    def spread(self) -> float | None:
        """The standard deviation by chance (of a population); null without samples."""
        if not self._samples:
            return None
        mean = self._sum / self._samples
        return round(sqrt(max(self._squares / self._samples - mean * mean, 0.0)), 6)

    @property
    def z(self) -> float | None:
        """How many spreads the number lies above what chance gives; null where chance gives one value only."""
        if not self._samples or self.expected is None or not self.spread:
            return None
        return round((self.value - self._sum / self._samples) / self.spread, 3)

    @property
    def p(self) -> float | None:
        """How often chance lies as far out, on both sides: (1 + as far) / (1 + samples), doubled, at most 1."""
        if not self._samples:
            return None
        rarer = min(self._at_least, self._at_most)
        return round(min(1.0, 2 * (1 + rarer) / (1 + self._samples)), 6)
