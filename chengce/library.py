"""The library: a store with everything that loading, asking and publishing need, composed of the rooms.

A load goes one way: files → facts (loaders) → derived facts of all plans (compare) → graph (graph) → store.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from chengce.errors import UserError
from chengce.settings import DATA, QUERIES, default_store, settings
from chengce.vocabulary import vocabulary
from codebooks.reading import find_place
from graph.corrections import Correction, correct
from graph.errors import StoreMissing
from graph.facts import PlanFacts
from graph.model import Changes, Graph
from graph.neo4j_address import with_password
from graph.questions import Question, read_questions
from graph.run import Answer, Runner
from graph.store import Store

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: ``loaded``, ``unchanged`` or ``refused`` (with the reason in one sentence)."""

    file: Path
    key: str
    status: str
    facts: PlanFacts | None = None
    text: str | None = None
    reason: str | None = None
    seconds: float = 0.0


@dataclass(slots=True)
class LoadReport:
    """A load's outcome: per file, the keys that were taken out, what changed in the graph, and seconds by stage."""

    outcomes: list[Outcome] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    seconds: dict[str, float] = field(default_factory=dict)

    def of(self, status: str) -> list[Outcome]:
        """The outcomes of one status."""
        return [outcome for outcome in self.outcomes if outcome.status == status]


class Library:
    """A store, and the questions that can be put to it. Use it in a ``with``."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.store.close()

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions by name. Raises QuestionError."""
        return read_questions(QUERIES)

    def ask(self, question: str, *, skip: int = 0, limit: int = 100, **params: object) -> Answer:
        """The answer to a question by its name. Raises GraphError; KeyError for an unknown question."""
        from api.quotes import fill_quotes  # noqa: PLC0415

        with self.store.reading() as session:
            answer = runner().ask(session, self.questions[question], params, skip, limit)
            fill_quotes(answer.rows, session, self.store.text)
        return answer

    def load(
        self, files: Sequence[Path], city: str | None = None, key: str | None = None,
        remove: Sequence[str] = (), progress: Progress = lambda step: None,
    ) -> LoadReport:  # fmt: skip
        """Read files into the store and take plans out of it, as one step: all that can be read goes in.

        Raises UserError for a key to remove that is not held, StoreError where the store cannot be written.
        """
        report = LoadReport()
        with self.store.writing():
            held = self.store.plans()
            missing = sorted(set(remove) - set(held))
            if missing:
                known = ", ".join(held) or "none"
                raise UserError(f"no plan with the key {missing[0]!r} is held; the keys are: {known}")
            taken: dict[str, Path] = {}
            with _stage(report, "read"):
                for file in files:
                    progress(f"reading {file.name}")
                    outcome = self._read(file, city, key, held, taken)
                    taken.setdefault(outcome.key, file)
                    report.outcomes.append(outcome)
            put = [(outcome.facts, outcome.text) for outcome in report.of("loaded") if outcome.facts is not None]
            report.removed = sorted(set(remove))
            if put or report.removed or self.store.stale():
                self._write(put, report, progress)
        return report

    def ever_filled(self) -> bool:
        """Whether a load into the store was ever completed; a first one that was killed counts as none."""
        try:
            self.store.release()
        except StoreMissing:
            return False
        return True

    def put(self, plans: Sequence[PlanFacts]) -> Changes:
        """Put facts in that were read before, without their texts."""
        return self.put_all([(facts, None) for facts in plans])

    def put_all(self, plans: Sequence[tuple[PlanFacts, str | None]], corrections: Sequence[Correction] = ()) -> Changes:
        """Put facts in that were read before, with their texts where they are held, and corrections of them."""
        report = LoadReport()
        with self.store.writing():
            held = {one.id: one for one in (*self.store.corrections(), *corrections)}
            self._write(plans, report, lambda step: None, sorted(held.values(), key=lambda one: (one.time, one.id)))
        return report.changes

    def plans(self) -> list[PlanFacts]:
        """The facts of every plan, corrections laid over them."""
        return correct([self.store.facts(key) for key in self.store.plans()], self.store.corrections())[0]

    def _read(
        self, file: Path, city: str | None, key: str | None, held: dict[str, str], taken: dict[str, Path]
    ) -> Outcome:
        """One file's facts, unless the store has them already with their text."""
        from loaders import LoadError, facts_hash, facts_of, plan_of, read_source  # noqa: PLC0415 - only a load needs it

        began, name = time.perf_counter(), key or file.stem
        try:
            check_key(name)
            if name in taken:
                raise UserError(f"{file}: {taken[name]} has the same key {name!r}; rename one, or load it with --key")
            source = read_source(file)
            if held.get(name) == facts_hash(source.sha256) and self._complete(name, city):
                return Outcome(file, name, "unchanged", self.store.facts(name), seconds=time.perf_counter() - began)
            facts = facts_of(plan_of(source, city), name)
        except (LoadError, UserError) as error:
            return Outcome(file, name, "refused", reason=str(error), seconds=time.perf_counter() - began)
        return Outcome(file, name, "loaded", facts, source.text, seconds=time.perf_counter() - began)

    def _complete(self, key: str, city: str | None) -> bool:
        """Whether the store holds this plan with its text, and under the city that is asked for."""
        if self.store.text(key) is None:
            return False
        if city is None:
            return True
        place = find_place(city)
        return place is not None and place.name == self.store.facts(key).place.name

    def _write(
        self, put: Sequence[tuple[PlanFacts, str | None]], report: LoadReport, progress: Progress,
        corrections: Sequence[Correction] | None = None,
    ) -> None:  # fmt: skip
        new = {facts.key for facts, _ in put} | set(report.removed)
        plans = [self.store.facts(key) for key in self.store.plans() if key not in new]
        plans += [facts for facts, _ in put]
        progress("comparing and building the graph")
        with _stage(report, "graph"):
            graph = build(plans, self.store.corrections() if corrections is None else corrections)
        progress("writing the store")
        with _stage(report, "write"):
            report.changes = self.store.commit(put, report.removed, graph, corrections)


def open_library(store: str | None = None) -> Library:
    """The library in a store (a folder, or neo4j://…; by default CHENGCE_STORE, else the user's own).

    The user's own store, when it is not there yet, is first filled from data/. Raises UserError and StoreError.
    """
    from graph import open_store  # noqa: PLC0415 - the engine loads only when a store is opened

    where = store_place(store)
    if Path(where).is_file():
        raise UserError(
            f"{where}: a file was found, a folder wanted as a store; name another by --store or CHENGCE_STORE"
        )
    library = Library(open_store(where, rebuild=build))
    if where == str(default_store()) and not library.ever_filled():
        library.put(published())
    return library


def store_place(store: str | None) -> str:
    """The store that is meant: the given one, else CHENGCE_STORE, else the user's own. An address without a password
    gets that of CHENGCE_NEO4J_PASSWORD."""
    found = settings()
    return with_password(store or found.store, found.neo4j_password.get_secret_value())


def published() -> list[PlanFacts]:
    """The facts of data/, by key. Raises UserError where there are none."""
    files = sorted(DATA.glob("*.json"))
    if not files:
        raise UserError(f"{DATA}: no published facts are there; run `make publish` with the texts at hand")
    return [PlanFacts.model_validate_json(file.read_bytes()) for file in files]


def build(plans: Sequence[PlanFacts], corrections: Sequence[Correction] = ()) -> Graph:
    """The graph of these plans, corrections laid over them, with what is derived from all of them."""
    from chengce.kept_pieces import KeptPieces  # noqa: PLC0415
    from compare import Pieces, derive  # noqa: PLC0415 - networkx loads here
    from graph import assemble  # noqa: PLC0415

    with closing(KeptPieces()) as kept:
        corrected, reviewed = correct(plans, corrections)
        derived = derive(corrected, Pieces(kept))
    return assemble(corrected, derived, vocabulary(), reviewed)


def runner() -> Runner:
    """What runs questions: words cut by jieba, places known by GB/T 2260."""
    from api.reasons import reason  # noqa: PLC0415

    return Runner(words=words, reason=reason, known_city=known_city)


def words(text: str) -> list[str]:
    """The words of a query, cut as loaders cut a measure's words."""
    from loaders.terms import words as cut  # noqa: PLC0415 - jieba loads only when words are cut

    return cut(text)


def known_city(name: str) -> str | None:
    """The full name of a Chinese place, null for what is none."""
    place = find_place(name)
    return place.name if place else None


def check_key(key: str) -> None:
    """Raises UserError for a key that could not name a file."""
    if not key or len(key) > 100 or key.startswith(".") or set(key) & set("/\\\0\n\r\t"):
        raise UserError(f"the key {key!r} cannot be used: wanted up to 100 characters without / \\ or a leading point")


@contextmanager
def _stage(report: LoadReport, name: str) -> Iterator[None]:
    """Time one stage of a load."""
    began = time.perf_counter()
    yield
    report.seconds[name] = time.perf_counter() - began
