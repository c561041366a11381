"""The measures of alignment's bench: agreement, F1, first neighbours, and the fitting of a logistic rule."""

import math

import pytest

from bench.alignment import as_shipped, by_thresholds, crossed, features_of
from bench.alignment_baselines import bm25, grams, tfidf
from bench.judged import GRADES, Judged, Key, f1, first_neighbours, judged, kappa, macro_f1
from bench.logistic import fit
from chengce.library import published


def pair(query: str, other: str, one: str, two: str, sure: bool = True) -> Judged:
    first, second = (("a", "d", query), ("b", "d", other))
    return Judged(first, first, second, (one, two), one if one == two else None, sure and one == two)


PAIRS = [
    pair("1", "1", "same", "same"),
    pair("1", "2", "related", "related"),
    pair("2", "1", "different", "different"),
    pair("2", "2", "same", "same"),
    pair("3", "3", "related", "different"),
]


def test_kappa_is_agreement_beyond_chance() -> None:
    agreed, chance = 4 / 5, (2 * 2 + 2 * 1 + 1 * 2) / 25
    assert kappa(PAIRS) == pytest.approx((agreed - chance) / (1 - chance))
    assert kappa(PAIRS[:4]) == 1


def test_f1_counts_hits_misses_and_false_alarms() -> None:
    sure = [each for each in PAIRS if each.sure]
    told = {(each.first, each.second): "same" for each in sure}
    assert f1(sure, told, "same") == pytest.approx(2 * 2 / (2 + 4))
    assert f1(sure, told, "related") == 0
    right = {(each.first, each.second): str(each.grade) for each in sure}
    assert macro_f1(sure, right) == 1 and macro_f1(sure, told) == pytest.approx(2 / 9)


def test_the_first_neighbour_is_the_pair_with_the_highest_score() -> None:
    scores = {(each.first, each.second): number / 10 for number, each in enumerate(PAIRS)}
    assert first_neighbours(PAIRS, scores) == (1, 2, 3)


def test_a_logistic_rule_finds_the_rates_of_two_groups() -> None:
    rows = [[0.0]] * 10 + [[1.0]] * 10
    true = [True] * 2 + [False] * 8 + [True] * 7 + [False] * 3
    found = fit(rows, true, [1.0] * 20, ridge=1e-6)
    assert found.likelihood([0.0]) == pytest.approx(0.2, abs=1e-3)
    assert found.likelihood([1.0]) == pytest.approx(0.7, abs=1e-3)
    assert found.weights[0] == pytest.approx(math.log(7 / 3) - math.log(2 / 8), abs=1e-2)
    heavy = fit(rows, true, [1.0] * 10 + [3.0] * 10, ridge=1e-6)
    assert heavy.likelihood([1.0]) == pytest.approx(0.7, abs=1e-3)
    assert fit(rows, true, [1.0] * 20, ridge=100.0).weights[0] < found.weights[0] / 2


def test_the_baselines_find_likeness() -> None:
    texts: dict[Key, str] = {
        ("a", "d", "1"): "医保支付方式",
        ("b", "d", "1"): "医保支付改革",
        ("b", "d", "2"): "食品安全",
    }
    counts = {key: grams(text) for key, text in texts.items()}
    for score in (tfidf(counts), bm25(counts)):
        like, unlike = score(("a", "d", "1"), ("b", "d", "1")), score(("a", "d", "1"), ("b", "d", "2"))
        assert like > 0 == unlike and score(("a", "d", "1"), ("a", "d", "1")) == pytest.approx(1)


def test_a_fifth_is_told_by_the_others_alone() -> None:
    pairs = [pair(str(number), "1", GRADES[number % 3], GRADES[number % 3]) for number in range(15)]
    learned: list[set[str]] = []

    def spy(learn: list[Judged], told: list[Judged]):  # type: ignore[no-untyped-def]
        learned.append({each.query[2] for each in learn} & {each.query[2] for each in told})
        return by_thresholds(lambda one, other: float(one[2]) % 3)(learn, told)

    verdicts, _ = crossed(pairs, spy, lambda each: each.query, 0)  # type: ignore[arg-type]
    assert learned == [set()] * 5
    assert {key[0][2]: told for key, told in verdicts.items()} == {each.query[2]: each.grade for each in pairs}


def test_the_shipped_rule_agrees_with_the_judges_on_the_published_cities() -> None:
    pairs = judged()
    sure = [each for each in pairs if each.sure]
    verdicts, scores = as_shipped(features_of(pairs, published()))(pairs, pairs)
    assert f1(sure, verdicts, "same") >= 0.9 and macro_f1(sure, verdicts) >= 0.8
    hits, have, _ = first_neighbours(pairs, scores)
    assert hits >= 0.9 * have
