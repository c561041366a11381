"""Baselines for alignment: likeness of two measures by their words alone, none of the rules and codebooks.

Each gives a score for any two measures of the plans at hand; weights of words come from these measures themselves.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.judged import Key
from graph.facts import Measure, PlanFacts
from loaders import read_source

type Score = Callable[[Key, Key], float]
type Counts = Mapping[Key, Counter[str]]
K1, B = 1.5, 0.75
"""The usual parameters of BM25."""


def baselines(plans: list[PlanFacts], corpus: Path) -> dict[str, Score]:
    """The baselines by name; those that need the words in order, which facts lack, only where the texts are held."""
    measures = {(facts.key, one.document, one.id): one for facts in plans for one in facts.measures}
    found: dict[str, Score] = {}
    texts = _texts(plans, corpus)
    if texts:
        found["characters, 1-3-grams, TF-IDF"] = tfidf({key: grams(text) for key, text in texts.items()})
    words = {key: Counter(one.terms) for key, one in measures.items()}
    return found | {
        "words, TF-IDF": tfidf(words),
        "words, BM25": bm25(words),
        "titles, 1-3-grams, TF-IDF": tfidf({key: grams(one.title) for key, one in measures.items()}),
    }


def _texts(plans: list[PlanFacts], corpus: Path) -> dict[Key, str]:
    """The words of every measure as they stand, without marks; empty where a text is not held."""
    found: dict[Key, str] = {}
    for facts in plans:
        file = corpus / facts.source
        if not file.is_file():
            return {}
        text = read_source(file).folded
        found |= {(facts.key, one.document, one.id): _words(text, one) for one in facts.measures}
    return found


def _words(text: str, measure: Measure) -> str:
    return text[measure.start : measure.end]


def grams(text: str) -> Counter[str]:
    """Runs of 1 to 3 characters, marks left out."""
    bare = re.sub(r"\W", "", text)
    return Counter(bare[at : at + size] for size in (1, 2, 3) for at in range(len(bare) - size + 1))


def tfidf(counts: Counts) -> Score:
    """The cosine of weighted counts."""
    having = Counter(word for each in counts.values() for word in each)
    vectors = {}
    for key, each in counts.items():
        vector = {
            word: (1 + math.log(count)) * math.log(1 + len(counts) / having[word]) for word, count in each.items()
        }
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors[key] = {word: weight / length for word, weight in vector.items()}
    return lambda one, other: sum(
        weight * vectors[other][word] for word, weight in vectors[one].items() if word in vectors[other]
    )


def bm25(counts: Counts) -> Score:
    """BM25 of each as the query of the other, the mean of both ways."""
    having = Counter(word for each in counts.values() for word in each)
    total = len(counts)
    weights = {word: math.log(1 + (total - count + 0.5) / (count + 0.5)) for word, count in having.items()}
    lengths = {key: sum(each.values()) for key, each in counts.items()}
    mean = sum(lengths.values()) / total

    def one_way(query: Key, found: Key) -> float:
        own, bound = counts[found], K1 * (1 - B + B * lengths[found] / mean)
        return sum(weights[word] * own[word] * (K1 + 1) / (own[word] + bound) for word in counts[query] if word in own)

    def scaled(one: Key, other: Key) -> float:
        return one_way(one, other) / (one_way(one, one) or 1.0)

    return lambda one, other: (scaled(one, other) + scaled(other, one)) / 2
