"""How well alignment agrees with judged pairs of measures, beside baselines that see words alone.

    python bench/alignment.py [--fit]

Prints the agreement of the judges and, over the pairs that no judge doubts, F1 of same against the rest, the mean F1 of
same, related and different, and for how many queries the first neighbour is the same. Whatever is fitted (our weights,
the baselines' thresholds) is fitted on four fifths of the pairs and measured on the last fifth, five times: fifths by
the query that a pair was drawn for, then by the two cities; the mean of five draws. ``--fit`` writes the weights fitted
to all pairs into compare/alignment/weights.yaml.
"""

import argparse
import os
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.alignment_baselines import Score, baselines
from bench.judged import Judged, Key, f1, first_neighbours, judged, kappa, macro_f1
from bench.logistic import Fitted, fit
from chengce.library import published
from compare.alignment.features import FEATURES, WORDS, likenesses
from compare.alignment.profile import profile
from compare.alignment.rule import HALF, PARTS, WEIGHTS, gated, rule, score, verdict
from graph.facts import PlanFacts
from loaders import extract

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("CHENGCE_CORPUS", ROOT.parent / "shared" / "corpus"))
RIDGE = 1.0
OF_DOUBTED = 0.5
"""How much a pair counts in fitting that a judge doubts."""
FIFTHS, DRAWS = 5, 5
SHOWN = "shown"
"""Beside the features: 1 where a pair may be the same (``Likeness.shown``); words alone do not know."""
SAME, RELATED = {"same"}, {"same", "related"}

type Pair = tuple[Key, Key]
type Features = Mapping[Pair, Mapping[str, float]]
type Told = tuple[dict[Pair, str], dict[Pair, float]]
"""Verdict and score of each pair."""
type Teller = Callable[[Sequence[Judged], Sequence[Judged]], Told]
"""Learns from the first pairs and tells of the second."""


def held() -> list[PlanFacts]:
    """The facts of the texts where they are held, else those of data/."""
    files = sorted(CORPUS.glob("*.txt"))
    return [extract(file) for file in files] or published()


def features_of(pairs: Sequence[Judged], plans: Sequence[PlanFacts]) -> Features:
    """The features of every judged pair."""
    profiles = {facts.key: profile(facts) for facts in plans}
    wanted = {(pair.first, pair.second) for pair in pairs}
    found: dict[Pair, Mapping[str, float]] = {}
    for one, other in sorted({(first[0], second[0]) for first, second in wanted}):
        for first, second, known in likenesses(profiles[one], profiles[other], least=0.0):
            key = (one, first.measure.document, first.measure.id), (other, second.measure.document, second.measure.id)
            if key in wanted:
                found[key] = {**known.features, SHOWN: known.shown}
    return {key: found.get(key, dict.fromkeys((*FEATURES, SHOWN), 0.0)) for key in wanted}


def fitted(pairs: Sequence[Judged], features: Features, grades: set[str], names: Sequence[str]) -> Fitted:
    """A logistic rule that tells pairs of these grades from others by the features of these names, on the pairs whose
    judges agree."""
    agreed = [pair for pair in pairs if pair.grade]
    rows = [[features[pair.first, pair.second][name] for name in names] for pair in agreed]
    counts = [1.0 if pair.sure else OF_DOUBTED for pair in agreed]
    return fit(rows, [pair.grade in grades for pair in agreed], counts, RIDGE)


def ours(features: Features, names: Sequence[str] = FEATURES) -> Teller:
    """Our rule over the features of these names, its weights fitted to the first pairs."""

    def tell(learn: Sequence[Judged], pairs: Sequence[Judged]) -> Told:
        same, related = (fitted(learn, features, grades, names) for grades in (SAME, RELATED))
        verdicts: dict[Pair, str] = {}
        scores: dict[Pair, float] = {}
        for pair in pairs:
            key = pair.first, pair.second
            row = [features[key][name] for name in names]
            sure = same.likelihood(row)
            sure, least = gated(sure, max(sure, related.likelihood(row)), _may(features[key], names))
            verdicts[key], scores[key] = verdict(sure, least) or "different", score(sure, least)
        return verdicts, scores

    return tell


def _may(row: Mapping[str, float], names: Sequence[str]) -> bool:
    """Whether a pair may be the same as far as these features tell."""
    return names is WORDS or bool(row[SHOWN])


def as_shipped(features: Features) -> Teller:
    """Our rule with the weights that are shipped: nothing is learned here, but they were fitted to these pairs."""

    def tell(_: Sequence[Judged], pairs: Sequence[Judged]) -> Told:
        rows = {(pair.first, pair.second): features[pair.first, pair.second] for pair in pairs}
        told = {key: rule().likelihoods(row, shown=_may(row, FEATURES)) for key, row in rows.items()}
        verdicts: dict[Pair, str] = {key: verdict(*likelihoods) or "different" for key, likelihoods in told.items()}
        return verdicts, {key: score(*likelihoods) for key, likelihoods in told.items()}

    return tell


def by_thresholds(scored: Score) -> Teller:
    """A baseline: the two thresholds on its score that are best on the first pairs."""

    def tell(learn: Sequence[Judged], pairs: Sequence[Judged]) -> Told:
        values = {(pair.first, pair.second): scored(pair.first, pair.second) for pair in [*learn, *pairs]}
        sure = [pair for pair in learn if pair.sure]
        tried = sorted({round(values[pair.first, pair.second], 3) for pair in sure})

        def told(low: float, high: float) -> dict[Pair, str]:
            return {key: "same" if v >= high else "related" if v >= low else "different" for key, v in values.items()}

        high = max(tried, key=lambda bound: f1(sure, told(bound, bound), "same"))
        low = max((bound for bound in tried if bound <= high), key=lambda bound: macro_f1(sure, told(bound, high)))
        keys = [(pair.first, pair.second) for pair in pairs]
        verdicts = told(low, high)
        return {key: verdicts[key] for key in keys}, {key: values[key] for key in keys}

    return tell


def crossed(pairs: Sequence[Judged], teller: Teller, group: Callable[[Judged], object], draw: int) -> Told:
    """Verdicts and scores on each fifth by what was learned from the other four; whole groups are in one fifth, which
    one is drawn by lot."""
    groups = sorted({str(group(pair)) for pair in pairs})
    random.Random(draw).shuffle(groups)
    verdicts: dict[Pair, str] = {}
    scores: dict[Pair, float] = {}
    for fifth in range(FIFTHS):
        own = set(groups[fifth::FIFTHS])
        told = teller(
            [pair for pair in pairs if str(group(pair)) not in own], [pair for pair in pairs if str(group(pair)) in own]
        )
        verdicts |= told[0]
        scores |= told[1]
    return verdicts, scores


def line(name: str, pairs: Sequence[Judged], tellings: Sequence[Told]) -> str:
    """A line of the table: means over the draws."""
    sure = [pair for pair in pairs if pair.sure]
    same = sum(f1(sure, told[0], "same") for told in tellings) / len(tellings)
    macro = sum(macro_f1(sure, told[0]) for told in tellings) / len(tellings)
    found = [first_neighbours(pairs, told[1]) for told in tellings]
    first = sum(hits for hits, _, _ in found) / len(found)
    return f"{name:54} {same:5.3f} {macro:5.3f}   {first:4.1f} of {found[0][2]} ({found[0][1]} have one)"


def write(pairs: Sequence[Judged], features: Features) -> None:
    """Write the weights fitted to all pairs."""
    head, _, _ = WEIGHTS.read_text(encoding="utf-8").partition(f"{PARTS[0]}:")
    lines = []
    for part, grades, names in zip(PARTS, (SAME, RELATED) * 2, (FEATURES, FEATURES, WORDS, WORDS), strict=True):
        found = fitted(pairs, features, grades, names)
        lines += [f"{part}:", f"  constant: {found.constant:.2f}"]
        lines += [f"  {name}: {weight:.2f}" for name, weight in zip(names, found.weights, strict=True)]
    WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="write compare/alignment/weights.yaml")
    options = parser.parse_args()
    plans = held()
    pairs = judged()
    features = features_of(pairs, plans)
    if options.fit:
        write(pairs, features)
        rule.cache_clear()
    sure = sum(pair.sure for pair in pairs)
    print(f"{len(pairs)} judged pairs, κ {kappa(pairs):.2f}; {sure} that no judge doubts; thresholds of ours: {HALF}")
    print(f"{'':54} same  macro   first neighbour the same")
    tellers = {"ours": ours(features), "ours, words alone": ours(features, WORDS)} | {
        n: by_thresholds(s) for n, s in baselines(plans, CORPUS).items()
    }
    groups: dict[str, Callable[[Judged], object]] = {"query": lambda p: p.query, "cities": lambda p: p.cities}
    for name, teller in tellers.items():
        for by, group in groups.items():
            tellings = [crossed(pairs, teller, group, draw) for draw in range(DRAWS)]
            print(line(f"{name}, fifths by {by}", pairs, tellings))
        print(line(f"{name}, fitted to these very pairs", pairs, [teller(pairs, pairs)]))
    print(line("ours, weights as shipped (fitted to these)", pairs, [as_shipped(features)(pairs, pairs)]))


if __name__ == "__main__":
    main()
