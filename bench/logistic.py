"""A logistic regression in plain Python, for a few weights on a few hundred cases: Newton's method with a ridge."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

STEPS = 30


@dataclass(frozen=True, slots=True)
class Fitted:
    """A constant and a weight for each feature, on the features as they were given."""

    constant: float
    weights: list[float]

    def likelihood(self, row: Sequence[float]) -> float:
        """How likely the case is, from 0 to 1."""
        value = self.constant + sum(weight * each for weight, each in zip(self.weights, row, strict=True))
        return _sigmoid(value)


def fit(rows: Sequence[Sequence[float]], true: Sequence[bool], counts: Sequence[float], ridge: float) -> Fitted:
    """Weights for these rows; ``counts``: how much each row counts; ``ridge``: the pull towards 0."""
    columns = list(zip(*rows, strict=True))
    means = [sum(column) / len(column) for column in columns]
    spreads = [_spread(column, mean) for column, mean in zip(columns, means, strict=True)]
    scaled = [[1.0, *((x - m) / s for x, m, s in zip(row, means, spreads, strict=True))] for row in rows]
    size = len(means) + 1
    found = [0.0] * size
    for _ in range(STEPS):
        slope = [-ridge * each for each in found]
        slope[0] = 0.0
        bend = [[ridge if i == j and i else 0.0 for j in range(size)] for i in range(size)]
        for row, case, count in zip(scaled, true, counts, strict=True):
            told = _sigmoid(sum(weight * each for weight, each in zip(found, row, strict=True)))
            width = count * told * (1 - told)
            for i in range(size):
                slope[i] += count * (case - told) * row[i]
                for j in range(size):
                    bend[i][j] += width * row[i] * row[j]
        found = [old + new for old, new in zip(found, _solved(bend, slope), strict=True)]
    weights = [weight / spread for weight, spread in zip(found[1:], spreads, strict=True)]
    return Fitted(found[0] - sum(w * m for w, m in zip(weights, means, strict=True)), weights)


def _spread(column: Sequence[float], mean: float) -> float:
    return math.sqrt(sum((each - mean) ** 2 for each in column) / len(column)) or 1.0


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, value))))


def _solved(table: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination with the greatest pivot."""
    rows = [[*row, value] for row, value in zip(table, right, strict=True)]
    size = len(rows)
    for at in range(size):
        best = max(range(at, size), key=lambda index: abs(rows[index][at]))
        rows[at], rows[best] = rows[best], rows[at]
        for below in range(at + 1, size):
            share = rows[below][at] / rows[at][at]
            rows[below] = [x - share * y for x, y in zip(rows[below], rows[at], strict=True)]
    found = [0.0] * size
    for at in reversed(range(size)):
        rest = sum(rows[at][index] * found[index] for index in range(at + 1, size))
        found[at] = (rows[at][size] - rest) / rows[at][at]
    return found
