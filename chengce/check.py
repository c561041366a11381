"""`chengce check`: ontology, codebooks, questions and published facts, each alone and against the others."""

from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import ValidationError

from chengce.errors import UserError
from chengce.library import build, published
from chengce.settings import DATA, QUERIES
from chengce.vocabulary import vocabulary
from codebooks.components import component_models
from codebooks.institutions import functions, institutions
from codebooks.lineage import known_parents
from codebooks.models import models
from codebooks.quantities import indicators
from codebooks.reading import CodebookError
from codebooks.statistics import statistics
from graph.errors import Faults
from graph.facts import PlanFacts
from graph.generate import faults_of_generated
from graph.ontology import faults_of_ontology
from graph.questions import read_questions
from graph.vocabulary import Vocabulary


def faults() -> Iterator[str]:
    """One sentence for each fault found, in the order of the files."""
    yield from faults_of_ontology()
    yield from faults_of_generated()
    yield from _of(lambda: read_questions(QUERIES))
    books = (functions, institutions, models, component_models, known_parents, indicators, statistics)
    for read in books:  # each alone: one hides no other
        yield from _of(read)
    words: list[Vocabulary] = []
    yield from _of(lambda: words.append(vocabulary()))
    plans: list[PlanFacts] = []
    try:
        plans += published()
    except (UserError, ValidationError) as error:
        yield f"{DATA.name}/: {error}"
    if words:
        for facts in plans:
            yield from _unknown_keys(facts, words[0])
    yield from _of(lambda: build(plans))


def _of(read: Callable[[], object]) -> list[str]:
    """The faults that reading something raises."""
    try:
        read()
    except Faults as error:
        return list(error.faults)
    except CodebookError as error:
        return str(error).splitlines()
    return []


def _unknown_keys(facts: PlanFacts, words: Vocabulary) -> Iterator[str]:
    """Keys in published facts that no codebook has."""
    known = {
        "model": {entry.key for entry in words.models},
        "component": {entry.key for entry in words.components},
        "function": set(functions()),
        "institution": {body.key for body in institutions().values()},
        "indicator": {entry.key for entry in words.indicators},
        "topic": {entry.key for entry in words.topics},
        "lever": {key for entry in words.topics for key in entry.levers},
    }
    used = {
        "model": {mention.model for mention in facts.models},
        "component": {mention.component for mention in facts.components},
        "function": {key for item in facts.responsibilities for key in item.functions},
        "institution": {item.body for item in facts.responsibilities if item.body},
        "indicator": {target.indicator_key for target in facts.targets if target.indicator_key},
        "topic": {mention.topic for mention in facts.topics},
        "lever": {mention.lever for mention in facts.topics if mention.lever},
    }
    name = Path(DATA.name, f"{facts.key}.json")
    for kind, keys in used.items():
        for key in sorted(keys - known[kind]):
            yield f"{name}: the {kind} {key!r} is in no codebook; run `make publish` or add it"
