"""What chance gives: margins are kept, every network is as likely as any other, and z and p say what they should."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.who.chance import Beside, shuffled

MEASURES = st.lists(st.frozensets(st.integers(0, 7), max_size=6), max_size=8)


@given(MEASURES)
def test_a_shuffle_keeps_the_bodies_of_each_measure_and_the_measures_of_each_body(
    measures: list[frozenset[int]],
) -> None:
    before = Counter(body for one in measures for body in one)
    for sample in shuffled(measures, samples=5):
        assert [len(one) for one in sample] == [len(one) for one in measures]
        assert Counter(body for one in sample for body in one) == before


@given(MEASURES)
def test_equal_lines_give_equal_samples(measures: list[frozenset[int]]) -> None:
    first = [[set(one) for one in sample] for sample in shuffled(measures, samples=3)]
    assert first == [[set(one) for one in sample] for sample in shuffled(list(measures), samples=3)]


def test_equal_lines_of_two_cities_are_shuffled_apart() -> None:
    measures = [frozenset({n, (n + 1) % 8}) for n in range(8)]
    one, other = (next(iter(shuffled(measures, whose))) for whose in ("甲市", "乙市"))
    assert [set(each) for each in one] != [set(each) for each in other]


def test_every_network_with_the_margins_comes_as_often() -> None:
    measures = [frozenset({0, 1}), frozenset({0, 2}), frozenset({1, 2})]
    sets = [frozenset(pair) for pair in ((0, 1), (0, 2), (1, 2))]
    possible = [
        trio for trio in product(sets, repeat=3)
        if Counter(body for one in trio for body in one) == Counter({0: 2, 1: 2, 2: 2})
    ]  # fmt: skip
    seen = Counter(tuple(frozenset(one) for one in sample) for sample in shuffled(measures, samples=3000))
    assert set(seen) == set(possible)
    assert all(abs(count / 3000 - 1 / len(possible)) < 0.03 for count in seen.values())


@pytest.mark.parametrize(
    ("value", "samples", "expected", "spread", "z", "p"),
    [
        (2.0, [1, 1, 3, 3], 2.0, 1.0, 0.0, 1.0),
        (9.0, [1, 1, 3, 3], 2.0, 1.0, 7.0, 0.4),
        (0.0, [1, 1, 3, 3], 2.0, 1.0, -2.0, 0.4),
        (3.0, [1, 1, 3, 3], 2.0, 1.0, 1.0, 1.0),
        (2.0, [2, 2], 2.0, 0.0, None, 1.0),
        (2.0, [], None, None, None, None),
    ],
)
def test_a_number_beside_chance(
    value: float, samples: list[float], expected: float, spread: float, z: float, p: float
) -> None:
    beside = Beside(value)
    for sample in samples:
        beside.add(sample)
    assert (beside.expected, beside.spread, beside.z, beside.p) == (expected, spread, z, p)
