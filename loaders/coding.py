"""Run a coding scheme over a plan's text: by measure, by sentence of its measures, or by document."""

from collections.abc import Iterator
from dataclasses import dataclass

from codebooks.schemes import SENTENCE, Code, Scheme, Unit
from graph.facts import PlanFacts
from loaders.fold import fold


@dataclass(frozen=True, slots=True)
class CodedUnit:
    """A unit of analysis. ``id``: PLAN/MEASURE, with #N for its Nth sentence, or PLAN/DOCUMENT; ``places``: by key of
    each code that it has, start and end in the source text. ``text`` is null where the text is not held."""

    id: str
    plan: str
    city: str
    document: str
    title: str
    start: int
    end: int
    text: str | None
    places: dict[str, list[tuple[int, int]]]


def code_plan(facts: PlanFacts, text: str | None, scheme: Scheme, unit: Unit) -> list[CodedUnit]:
    """The units of a plan with what the scheme codes in each. Without the text there are the units alone; sentences
    are then not known, so a measure stands for its own."""
    folded = None if text is None else fold(text)
    found = []
    for own, document, title, start, end in _units(facts, folded, unit):
        places = {} if folded is None else _coded(folded, start, end, scheme.codes)
        words = None if text is None else text[start:end]
        found.append(CodedUnit(own, facts.key, facts.place.name, document, title, start, end, words, places))
    return found


def _units(facts: PlanFacts, folded: str | None, unit: Unit) -> Iterator[tuple[str, str, str, int, int]]:
    """Id, document, title, start and end of every unit."""
    titles = {each.key: each.title or facts.key for each in facts.documents}
    if unit == "document":
        carried = {each.contained_in for each in facts.documents}
        for each in facts.documents:
            if each.key not in carried:
                yield f"{facts.key}/{each.key}", titles[each.key], titles[each.key], each.text_start, each.text_end
        return
    for measure in facts.measures:
        own, document = f"{facts.key}/{measure.id}", titles[measure.document]
        if unit == "measure" or folded is None:
            yield own, document, measure.title, measure.start, measure.end
            continue
        sentences = (each for each in SENTENCE.finditer(folded, measure.start, measure.end) if each[0].strip())
        for number, sentence in enumerate(sentences, 1):
            yield f"{own}#{number}", document, measure.title, *sentence.span()


def _coded(folded: str, start: int, end: int, codes: tuple[Code, ...]) -> dict[str, list[tuple[int, int]]]:
    found = {code.key: code.places(folded, start, end) for code in codes}
    return {key: places for key, places in found.items() if places}
