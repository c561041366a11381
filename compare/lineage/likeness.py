"""How like a measure of a child is to a measure of its parent, and how like two outlines are.

A child copies its parent's words, so words and headings alone tell. Places and levels (省, 市) are changed on purpose
and count for nothing.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codebooks.words import word_weights
from graph.facts import Measure, PlanFacts

WORDS_SHARE = 0.7
"""Weight of the words in a score; the rest is that of the heading."""
_LEVEL = re.compile(r"[全各我本]?[省市县区](?:级|域|直)?|[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a measure is compared by: weights of its words, of length 1, and the pairs of characters of its heading."""

    words: Mapping[str, float]
    heading: frozenset[str]


def profile(measure: Measure) -> Profile:
    """The profile of a measure. A word counts by how rare it is in such plans and by the logarithm of how often it
    stands."""
    rare = word_weights()
    weights = {word: (1 + math.log(count)) * rare[word] for word, count in measure.terms.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return Profile({word: weight / length for word, weight in sorted(weights.items())}, pairs(measure.title))


def pairs(title: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a heading, levels and marks left out."""
    plain = _LEVEL.sub("", title)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1)) or frozenset({plain})


def likeness(parent: Profile, child: Profile) -> float:
    """From 0 to 1: the cosine of the words, and the share of heading that both have."""
    few, many = sorted((parent.words, child.words), key=len)
    words = math.fsum(weight * many[word] for word, weight in few.items() if word in many)
    return round(WORDS_SHARE * words + (1 - WORDS_SHARE) * overlap(parent.heading, child.heading), 6)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice what is common over what both have (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def shared_words(parent: Profile, child: Profile, most: int = 8) -> list[str]:
    """The words that make two measures alike, the weightiest first; no part of a word that is listed."""
    common = parent.words.keys() & child.words.keys()
    found: list[str] = []
    for word in sorted(common, key=lambda word: (-parent.words[word] * child.words[word], word)):
        if len(found) < most and not any(word in longer for longer in common if longer != word):
            found.append(word)
    return found


def outline(facts: PlanFacts, documents: Sequence[str]) -> dict[str, frozenset[str]]:
    """The headings of some documents of a plan with their pairs: tasks, goals and measures; safeguards read alike
    everywhere and are left out."""
    sections = [one.title for one in facts.sections if one.document in documents and one.kind == "task" and one.title]
    measures = [one.title for one in facts.measures if one.document in documents and one.kind == "task"]
    return {title: pairs(title) for title in sorted({*sections, *measures})}


def shared_headings(
    parent: Mapping[str, frozenset[str]], child: Mapping[str, frozenset[str]], least: float
) -> list[str]:
    """The headings of the child that the parent has too, or nearly so."""
    return [title for title, own in child.items() if any(overlap(own, other) >= least for other in parent.values())]
