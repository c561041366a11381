"""Scope: what a city's plans are about, and so whether an empty cell is silence or outside their subject.

The subject of a plan is read from its title and its measures, by one rule:

- ``other``: fewer than one in five of its measures are about a topic of health policy;
- ``general``: its title has words that open all of health policy (卫生健康, 医药卫生), or names no field, or it prints
  no title;
- ``field``: its title names one or more fields of the codebook of topics and none of those words.

A cell of a city is out of scope where it is empty and every plan of the city is about other fields than the cell's.
"""

from collections.abc import Iterable, Mapping, Sequence

from codebooks.components import component_models
from codebooks.models import models
from codebooks.scope import scope_words
from codebooks.topics import hits, topics
from compare.plans import by_city
from graph.derived.adoption import AdoptionFact
from graph.derived.comparability import SubjectFact
from graph.derived.topics import MeasureTopicsFact
from graph.facts import Document, PlanFacts

LEAST_HEALTH = 0.2
"""A plan with a smaller share of measures about a topic of health policy is one of another field."""
RULE = "scope.subject_of_title_and_measures"

type Subjects = Mapping[str, Sequence[SubjectFact]]
"""The subjects of each city's plans, by the city's name."""


def subjects(plans: Sequence[PlanFacts], about: Sequence[MeasureTopicsFact]) -> dict[str, list[SubjectFact]]:
    """The subject of every plan that has measures, by city."""
    topical: dict[tuple[str, str], list[bool]] = {}
    for fact in about:
        topical.setdefault((fact.plan, fact.document), []).append(bool(fact.topics))
    return {
        city: [
            _subject(facts, document, topical[facts.key, document.key])
            for facts in own
            for document in facts.documents
            if (facts.key, document.key) in topical
        ]
        for city, own in by_city(plans).items()
    }


def fields_of(words: str) -> list[str]:
    """The fields of health policy that a title or name speaks of, sorted. In a title a word that names a setting alone
    (乡村, 中医药) tells the field as well."""
    book, found = topics(), hits(words)
    barred = {hit.entry.key for hit in found if hit.kind == "not"}
    told = (hit for hit in found if hit.kind in ("strong", "weak") and hit.entry.key not in barred)
    return sorted({book.topics[hit.entry.topic].field for hit in told})


def of_other_field(subjects: Iterable[SubjectFact]) -> bool:
    """Whether every plan with these subjects is of another field than health; false where none is known."""
    known = list(subjects)
    return bool(known) and all(one.subject == "other" for one in known)


def outside(subjects: Iterable[SubjectFact], fields: Iterable[str]) -> str | None:
    """Why a cell about these fields lies outside the plans with these subjects, in one sentence; null where it lies
    inside, where the plans' subjects are not known, or the cell's field is not."""
    known, wanted = list(subjects), set(fields)
    if not known or any(one.subject == "general" for one in known):
        return None
    if of_other_field(known):
        return "The plans held are of another field than health."
    covered = {field for one in known for field in one.fields}
    if not wanted or wanted & covered:
        return None
    names = "、".join(topics().fields[field].zh for field in sorted(covered))
    return f"The titles of the plans held confine them to other fields: {names}."


def adoptions_in_scope(rows: Sequence[AdoptionFact], subjects: Subjects) -> list[AdoptionFact]:
    """The adoptions, with out of scope for silent where no plan of the city is about a field of the model."""
    return [_model_in_scope(row, subjects.get(row.city, ())) if row.reason == "silent" else row for row in rows]


def _model_in_scope(row: AdoptionFact, own: Sequence[SubjectFact]) -> AdoptionFact:
    why = outside(own, fields_of(_names().get(row.model, "")))
    if why is None:
        return row
    return row.model_copy(update={"cell": "out_of_scope", "reason": "out_of_scope", "reason_text": why})


def _names() -> dict[str, str]:
    """The Chinese names of the models."""
    named = {model.key: model.zh for model in models()}
    return {key: model.zh for key, model in component_models().items() if model.zh} | named


def _subject(facts: PlanFacts, document: Document, topical: Sequence[bool]) -> SubjectFact:
    title = document.title or ""
    named = fields_of(title)
    if sum(topical) < LEAST_HEALTH * len(topical):
        subject, fields = "other", list[str]()
    elif not named or scope_words().opens_all(title):
        subject, fields = "general", []
    else:
        subject, fields = "field", named
    return SubjectFact.model_validate(
        {"plan": facts.key, "document": document.key, "subject": subject, "fields": fields, "rule": RULE}
    )
