"""All facts of one file: the outline, what the rules claim, the words of each measure, and what was not read."""

import hashlib
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Protocol

from codebooks import reading as codebooks
from codebooks.models import model as model_of
from graph.facts import Measure, PlanFacts, Responsibility, Section
from loaders.claims import AllClaims, claims_of
from loaders.errors import NotAPlanError
from loaders.expectations import broken, refuse_unexpected
from loaders.plan import Passed, Plan
from loaders.reading import read_plan
from loaders.sentences import first_bodies, measure_words
from loaders.terms import terms
from loaders.unread import unread

HERE = Path(__file__).resolve().parent


class Placed(Protocol):
    """A record with its place in the text."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last character."""


def extract(path: Path | str, city: str | None = None, key: str | None = None) -> PlanFacts:
    """The facts file of a text. ``city``: its city or province where the text does not say it; ``key``: the plan's key,
    by default the file's name without suffix.

    Raises ReadError, NotAPlanError or PlaceError (all LoadError, a ValueError), each with one sentence.
    """
    return facts_of(read_plan(path, city), key or Path(path).stem)


def facts_of(
    plan: Plan,
    key: str,
    claims: AllClaims | None = None,
    count: Callable[[str], dict[str, int]] = terms,
) -> PlanFacts:
    """The facts of a plan that is read already. Raises NotAPlanError for a text without measures and title, unless
    it is known why it has none (news).

    ``claims``: those of ``claims_of(plan)`` where they are there already; ``count``: how the words of a measure are
    counted.
    """
    empty = not any(section.is_measure for section in plan.sections)
    if empty and not plan.silent and not any(doc.title for doc in plan.documents):
        raise NotAPlanError(f"{plan.source.name}: neither title nor measures found, a plan wanted: check the file")
    claims = claims or claims_of(plan)
    assigned, passed = claims.responsibilities.found, claims.passed
    left = unread(plan, claims)
    known = codebooks.city_book(plan.source.sha256)
    facts = PlanFacts(
        source=plan.source.name,
        sha256=plan.source.sha256,
        format=plan.source.format,
        chars=len(plan.text),
        key=key,
        hash=facts_hash(plan.source.sha256),
        place=plan.place,
        url=known.url if known else None,
        cut=False,
        documents=list(plan.documents),
        sections=_sections(plan),
        measures=_measures(plan, assigned, count),
        responsibilities=_in_order(assigned),
        targets=_in_order(claims.targets.found),
        benchmarks=_in_order(claims.benchmarks.found),
        promises=_in_order(claims.promises.found),
        citations=_in_order(claims.citations.found),
        models=_in_order([one for one in claims.models.found if not model_of(one.model).apart]),
        models_apart=_in_order([one for one in claims.models.found if model_of(one.model).apart]),
        components=_in_order(claims.components.found),
        topics=_in_order(claims.topics.found),
        annexes=list(plan.annexes),
        unread=left,
        ignored=_ignored(plan, passed),
        notes=[item.sentence for item in broken(plan, claims)],
    )
    refuse_unexpected(facts, known)
    return facts


def facts_hash(sha256: str) -> str:
    """The hash of a plan's facts: of its text, the codebooks and the rules; equal means that nothing is to be done."""
    return hashlib.sha256(f"{sha256} {knowledge_version()}".encode()).hexdigest()


@cache
def knowledge_version() -> str:
    """The version of codebooks and rules: a hash over their files."""
    digest = hashlib.sha256()
    for folder, pattern in ((codebooks.HERE, "*.yaml"), (codebooks.HERE, "*.py"), (HERE, "*.py")):
        for path in sorted(folder.rglob(pattern)):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _in_order[T: Placed](found: list[T]) -> list[T]:
    """Records in the order of the text; equal places by their content, so that two runs give equal files."""
    counts = Counter((record.start, record.end, getattr(record, "rule", "")) for record in found)

    def key(record: T) -> tuple[int, int, str, str]:
        place = (record.start, record.end, getattr(record, "rule", ""))
        return (*place, repr(record) if counts[place] > 1 else "")

    return sorted(found, key=key)


def _sections(plan: Plan) -> list[Section]:
    return [
        Section(
            id=section.id, document=section.document, number=section.number, title=section.title,
            parents=list(section.parents), kind=section.kind, start=section.start, own_end=section.own_end,
            end=section.end,
        )
        for section in plan.sections
        if section.id and not section.is_measure
    ]  # fmt: skip


def _measures(plan: Plan, assigned: list[Responsibility], count: Callable[[str], dict[str, int]]) -> list[Measure]:
    first = first_bodies(assigned)
    found = []
    for section in plan.sections:
        if section.is_measure and section.id and section.kind in ("task", "safeguard"):
            words = measure_words(plan, section, first.get(section.id), count)
            found.append(
                Measure(
                    id=section.id, document=section.document, number=section.number, title=section.title,
                    parents=list(section.parents), kind=section.kind, start=section.start, end=section.own_end,
                    section=section.above, terms=words.terms, heading=words.heading, sentences=words.sentences,
                    rule=section.rule,
                )
            )  # fmt: skip
    return found


def _ignored(plan: Plan, passed: list[Passed]) -> dict[str, int]:
    """How many clauses each named rule passed over, sorted by name."""
    counts = Counter(item.rule for item in passed) + Counter(rule for _, _, rule in plan.furniture)
    return dict(sorted(counts.items()))
