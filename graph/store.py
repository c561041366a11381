"""The Store protocol: what keeps plans' facts and the graph made from them, whichever engine is behind it.

A store holds exactly what was loaded into it. Writing: ``with store.writing():`` read ``plans()`` and ``facts()``,
derive, assemble, then ``commit``. Reading: ``with store.reading() as session:`` keeps one state of the graph from
the first query of a request to its last, however many loads end in between.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from graph.corrections import Correction
from graph.facts import PlanFacts
from graph.model import Changes, Graph

type Rebuild = Callable[[Sequence[PlanFacts], Sequence[Correction]], Graph]
"""Makes the graph of all plans again, corrections laid over them, where the graph file is missing or damaged."""


@dataclass(frozen=True, slots=True)
class Result:
    """Columns in the order of the query, and a dict a row."""

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A node found by words, best first. ``id`` is the node's."""

    label: str
    id: str
    score: float


class Session(Protocol):
    """One state of the graph, open for reading only. Good in any thread until its ``with`` ends."""

    @property
    def release(self) -> str:
        """The id of the facts that the graph was made from."""
        ...

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> Result:
        """All rows of a query. Raises QueryError where the engine refuses it."""
        ...

    def search(self, words: Sequence[str], limit: int = 100) -> list[Hit]:
        """The measures whose search_text has all the words, as a plain scan would find them, best first."""
        ...


class Store(Protocol):
    """Facts of plans, their texts where held, and the graph."""

    def plans(self) -> dict[str, str]:
        """Every plan's key and hash, sorted by key."""
        ...

    def facts(self, key: str) -> PlanFacts:
        """The facts of one plan. Raises NotFoundError."""
        ...

    def text(self, key: str) -> str | None:
        """The text of one plan, null where it is not held."""
        ...

    def corrections(self) -> list[Correction]:
        """Every correction of the facts, by time and id; they are kept apart from the facts."""
        ...

    def release(self) -> str:
        """The id of the facts that the graph was made from."""
        ...

    def stale(self) -> bool:
        """Whether the graph must be made again from the facts: a load was cut, or another version made it."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Hold the store for one load. Raises StoreLocked after 10 s while another load holds it."""
        ...

    def commit(
        self, put: Sequence[tuple[PlanFacts, str | None]], remove: Sequence[str], graph: Graph,
        corrections: Sequence[Correction] | None = None,
    ) -> Changes:  # fmt: skip
        """Write facts, texts and graph as one step; takes ``writing`` itself where the caller does not hold it.
        ``corrections``: all that there are from now on; null leaves them as they are."""
        ...

    def reading(self) -> AbstractContextManager[Session]:
        """One state of the graph. Raises StoreMissing or StoreCorrupt."""
        ...

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> Result:
        """One query in a session of its own."""
        ...

    def search(self, words: Sequence[str], limit: int = 100) -> list[Hit]:
        """`Session.search` in a session of its own."""
        ...

    def close(self) -> None:
        """Let go of what is open."""
        ...
