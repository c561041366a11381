"""The words of a measure sentence by sentence, with the place of each: what comparing needs to tell a sentence of its
own from a word in passing, though it never sees a text.

The line that assigns the measure is no sentence of it. A sentence ends at 。 ! ? or ;, as plans write whole tasks
between two semicolons; a line that the page broke is joined to the next.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.facts import Responsibility, SentenceWords
from loaders.plan import Plan, Section
from loaders.rules.clauses import paragraphs
from loaders.rules.table_tasks import ROW
from loaders.terms import without_assignment

SENTENCE = re.compile(r"[^。!?;]+")
Count = Callable[[str], dict[str, int]]


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The words of a measure: of its heading, of each sentence, and all of them with their counts, sorted."""

    heading: list[str]
    sentences: list[SentenceWords]
    terms: dict[str, int]


def first_bodies(assigned: list[Responsibility]) -> dict[str, int]:
    """Where the first body of each measure's responsibility line stands, by the measure's id."""
    first: dict[str, int] = {}
    for item in assigned:
        first[item.measure] = min(item.start, first.get(item.measure, item.start))
    return first


def measure_words(plan: Plan, section: Section, first_body: int | None, count: Count) -> MeasureWords:
    """The words of a measure; those of a row of a table stand in the source alone."""
    folded = plan.source.folded if section.rule == ROW else plan.folded
    heading = count("".join(words for words, _, _ in _sentences(folded, section.title_start, section.body)))
    end = section.body + len(without_assignment(folded, section.body, section.own_end, first_body))
    found = [
        (count(words), start, stop)
        for words, start, stop in _sentences(folded, section.body, end)
    ]  # fmt: skip
    total = Counter(heading)
    for counts, _, _ in found:
        total.update(counts)
    sentences = [SentenceWords(start=start, end=stop, terms=sorted(counts)) for counts, start, stop in found if counts]
    return MeasureWords(sorted(heading), sentences, dict(sorted(total.items())))


def _sentences(folded: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The sentences of ``folded[start:end]``: words without blanks, and their place."""
    for paragraph in paragraphs(folded, start, end):
        for match in SENTENCE.finditer(paragraph.text):
            yield (match[0], *paragraph.place(match.start(), match.end()))
