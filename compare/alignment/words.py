"""The words of two plans side by side: which measures share words, and which headings and sentences are like which.

Everything goes over an index from words to the headings and sentences of the second plan, so that what shares no word
is never looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from codebooks.words import word_weights
from compare.alignment.profile import PlanProfile, Unit


@dataclass(slots=True)
class WordLikeness:
    """How like two measures are in their words, from 0 to 1. ``text``: all words; ``heading``: a heading and the likest
    unit (heading or sentence) of the other, the better way round; ``sentences``: the mean over the sentences of both of
    the likeness to the likest of the other, each side half. ``first_unit`` and ``second_unit``: the places in the
    measures of the units that are likest to the other's heading."""

    text: float
    there: float = 0.0
    back: float = 0.0
    rows: float = 0.0
    columns: dict[int, float] = field(default_factory=dict)
    sentences: float = 0.0
    first_unit: int = 0
    second_unit: int = 0

    @property
    def heading(self) -> float:
        """The better way round."""
        return max(self.there, self.back)


def side_by_side(first: PlanProfile, second: PlanProfile, least: float) -> Iterator[tuple[int, int, WordLikeness]]:
    """Every two measures, by their places, whose words are at least so much alike, or that name one thing."""
    for place, one in enumerate(first.measures):
        found = {
            other: WordLikeness(text)
            for other, text in sorted(_texts(one.words, second).items())
            if text >= least or one.named.keys() & second.measures[other].named.keys()
        }
        for number, unit in enumerate(one.units):
            _lay(number, unit, second, found)
        for other, words in found.items():
            theirs = second.measures[other].sentences
            if one.sentences and theirs:
                columns = sum(words.columns[unit] for unit in sorted(words.columns))
                words.sentences = (words.rows / len(one.sentences) + columns / len(theirs)) / 2
            yield place, other, words


def _texts(words: dict[str, float], second: PlanProfile) -> dict[int, float]:
    """The cosine of a measure's words with those of each measure of a plan, by its place, where they share one."""
    found: dict[int, float] = {}
    for word, weight in words.items():
        for place, other in second.index.get(word, ()):
            found[place] = found.get(place, 0.0) + weight * other
    return found


def _lay(number: int, unit: Unit, second: PlanProfile, found: dict[int, WordLikeness]) -> None:
    """Lay one heading (number 0) or sentence beside all units of the second plan."""
    rows: dict[int, float] = {}
    for at, value in _cosines(unit, second).items():
        other, place = second.owners[at]
        words = found.get(other)
        if words is None:
            continue
        if number == 0:
            if value > words.there:
                words.there, words.second_unit = value, place
        elif place:
            if value > rows.get(other, 0.0):
                rows[other] = value
            if value > words.columns.get(place, 0.0):
                words.columns[place] = value
        if place == 0 and value > words.back:
            words.back, words.first_unit = value, number
    for other, value in rows.items():
        found[other].rows += value


def _cosines(unit: Unit, second: PlanProfile) -> dict[int, float]:
    """The cosine of a unit with each unit of a plan that shares a word, in the order of the text."""
    weights = word_weights()
    products: dict[int, float] = {}
    for word in unit.words:
        places = second.unit_index.get(word)
        if places:
            product = weights[word] ** 2
            for at in places:
                products[at] = products.get(at, 0.0) + product
    lengths = second.lengths
    return {at: products[at] / (unit.length * lengths[at]) for at in sorted(products)}
