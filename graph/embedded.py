"""The embedded store: a folder with facts, texts, and a graph file that is a cache of what the facts make.

Readers never see half a load: the graph file is built aside and swapped in. Each session keeps the file that it began
with; a new one looks at the file's number and time and opens it again after a load.
"""

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from graph.corrections import CORRECTIONS, Correction, as_json
from graph.errors import NotFoundError, StoreCorrupt, StoreMissing
from graph.facts import PlanFacts
from graph.folder import Folder, Index
from graph.grafeo_file import GrafeoFile, write_file
from graph.model import Changes, Graph, difference
from graph.nearest import nearest
from graph.ontology import ontology
from graph.release import release_of, schema_digest
from graph.store import Hit, Rebuild, Result, Session


@dataclass(slots=True)
class _Handle:
    """An open graph file, which file it is, and how many sessions use it."""

    file: GrafeoFile
    stamp: tuple[int, int, int]
    release: str
    users: int = 0


class EmbeddedSession:
    """One state of the graph."""

    def __init__(self, handle: _Handle) -> None:
        self._handle = handle

    @property
    def release(self) -> str:
        """The id of the facts that the graph was made from."""
        return self._handle.release

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> Result:
        """All rows of a query. Raises QueryError."""
        return self._handle.file.run(cypher, params)

    def search(self, words: Sequence[str], limit: int = 100) -> list[Hit]:
        """The measures that have all the words, best first."""
        return self._handle.file.search(words, limit)


class EmbeddedStore:
    """A store in a folder. ``rebuild`` makes the graph again where its file is missing or damaged."""

    def __init__(self, root: Path, rebuild: Rebuild | None = None) -> None:
        self._folder = Folder(root)
        self._rebuild = rebuild
        self._held = threading.local()
        self._guard = threading.Lock()
        self._handle: _Handle | None = None

    def plans(self) -> dict[str, str]:
        """Every plan's key and hash, sorted by key."""
        keys, index = self._folder.plan_keys(), self._folder.index()
        if index is not None and sorted(index.plans) == keys:
            return {key: index.plans[key][0] for key in keys}
        return {key: self.facts(key).hash for key in keys}

    def facts(self, key: str) -> PlanFacts:
        """The facts of one plan. Raises NotFoundError, StoreCorrupt."""
        path = self._folder.facts(key)
        try:
            return PlanFacts.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            raise NotFoundError("key", "plan", key, nearest(key, self._folder.plan_keys())) from None
        except ValueError as error:
            raise StoreCorrupt(f"{path}: {_first_fault(error)}, a facts file wanted; load the plan again") from error

    def text(self, key: str) -> str | None:
        """The text of one plan, null where it is not held."""
        try:
            return self._folder.text(key).read_bytes().decode("utf-8")
        except FileNotFoundError:
            return None

    def corrections(self) -> list[Correction]:
        """Every correction, by time and id. Raises StoreCorrupt."""
        path = self._folder.corrections
        try:
            return CORRECTIONS.validate_json(path.read_bytes())
        except FileNotFoundError:
            return []
        except ValueError as error:
            raise StoreCorrupt(f"{path}: {_first_fault(error)}, corrections wanted; put back a copy of it") from error

    def release(self) -> str:
        """The id of the facts that the graph was made from."""
        with self.reading() as session:
            return session.release

    def stale(self) -> bool:
        """Whether another version made the graph. What a load left half done, the next one puts right by itself."""
        index = self._folder.index()
        return index is not None and index.schema != schema_digest()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the store for one load. Raises StoreLocked."""
        with self._folder.locked():
            self._held.yes = True
            try:
                yield
            finally:
                self._held.yes = False

    def commit(
        self, put: Sequence[tuple[PlanFacts, str | None]], remove: Sequence[str], graph: Graph,
        corrections: Sequence[Correction] | None = None,
    ) -> Changes:  # fmt: skip
        """Write facts, texts and graph as one step. A graph equal to the one that is there is not written."""
        with self._writing_or_held():
            return self._commit(put, remove, graph, corrections)

    def _writing_or_held(self) -> AbstractContextManager[None]:
        """Hold the store, unless this thread does already."""
        return nullcontext() if getattr(self._held, "yes", False) else self.writing()

    def _commit(
        self, put: Sequence[tuple[PlanFacts, str | None]], remove: Sequence[str], graph: Graph,
        corrections: Sequence[Correction] | None,
    ) -> Changes:  # fmt: skip
        former = self._former()
        changes = difference(former or Graph(), graph, ontology().derived, ontology().derived_properties)
        index = self._folder.index()
        plans = dict(index.plans) if index else {}
        plans = {key: one for key, one in plans.items() if key not in remove}
        gone = [path for key in remove for path in (self._folder.facts(key), self._folder.text(key))]
        with self._folder.building() as build:
            for facts, text in put:
                data = facts.model_dump_json(indent=1).encode()
                (build / "facts" / self._folder.facts(facts.key).name).write_bytes(data)
                plans[facts.key] = (facts.hash, hashlib.sha256(data).hexdigest())
                if text is not None:
                    (build / "texts" / self._folder.text(facts.key).name).write_bytes(text.encode())
                elif self._other_text(facts):
                    gone.append(self._folder.text(facts.key))
            for key in set(self._folder.plan_keys()) - set(plans) - set(remove):
                data = self._folder.facts(key).read_bytes()
                plans[key] = (self.facts(key).hash, hashlib.sha256(data).hexdigest())
            digest = index.graph if index else ""
            if former is None or changes.total:
                write_file(graph, build / "graph", ontology())
                digest = _digest(build / "graph")
            laid_over = as_json(self.corrections() if corrections is None else corrections)
            if corrections is not None:
                (build / "corrections.json").write_bytes(laid_over)
            release = release_of({key: one[1] for key, one in plans.items()}, laid_over)
            new = Index(plans, release, digest, schema_digest())
            if new != index or put or remove or corrections is not None:
                (build / "index.json").write_text(_index_json(new), encoding="utf-8")
                self._folder.finish(build, gone)
        return changes

    def _other_text(self, facts: PlanFacts) -> bool:
        """Whether the text that is held under this key is another than the facts' own."""
        try:
            return self.facts(facts.key).sha256 != facts.sha256
        except (NotFoundError, StoreCorrupt):
            return True

    def _former(self) -> Graph | None:
        """The graph that is there, null where none can be read."""
        if not self._folder.graph.exists():
            return None
        try:
            file = GrafeoFile(self._folder.graph)
        except StoreCorrupt:
            return None
        try:
            index = self._folder.index()
            return file.graph(ontology()) if index and index.schema == schema_digest() else None
        finally:
            file.close()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One state of the graph. Raises StoreMissing or StoreCorrupt."""
        handle = self._take()
        try:
            yield EmbeddedSession(handle)
        finally:
            with self._guard:
                handle.users -= 1
                if handle.users == 0 and handle is not self._handle:
                    handle.file.close()

    def _take(self) -> _Handle:
        """The open file, or the new one where a load has swapped it."""
        with self._guard:
            stamp = self._stamp()
            if stamp is None or self._stale():
                stamp = self._again()
            if self._handle is None or self._handle.stamp != stamp:
                fresh = self._open(stamp)
                old, self._handle = self._handle, fresh
                if old is not None and old.users == 0:
                    old.file.close()
            self._handle.users += 1
            return self._handle

    def _stamp(self) -> tuple[int, int, int] | None:
        """Which file the graph is."""
        try:
            found = self._folder.graph.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _stale(self) -> bool:
        """Whether the graph file was made by another ontology. Looked at before a file is opened, not each time."""
        return self._handle is None and self.stale()

    def _open(self, stamp: tuple[int, int, int]) -> _Handle:
        try:
            file = GrafeoFile(self._folder.graph)
        except StoreCorrupt:
            if self._rebuild is None:
                raise
            stamp = self._again()
            file = GrafeoFile(self._folder.graph)
        index, digest = self._folder.index(), _digest(self._folder.graph)
        release = index.release if index and index.graph == digest else f"graph-{digest[:12]}"
        return _Handle(file, stamp, release)

    def _again(self) -> tuple[int, int, int]:
        """Build the graph file from the facts. Raises StoreMissing where there are none."""
        root, keys = self._folder.root, self._folder.plan_keys()
        if not keys and not self._folder.graph.exists():
            raise StoreMissing(f"{root}: no plan was loaded yet; run `chengce load FILE`")
        if self._rebuild is None:
            raise StoreCorrupt(f"{root}: the graph file is missing or of another version; load a plan to rebuild it")
        with self._writing_or_held():
            self._folder.graph.unlink(missing_ok=True)
            plans = [self.facts(key) for key in self._folder.plan_keys()]
            self._commit([], [], self._rebuild(plans, self.corrections()), None)
        stamp = self._stamp()
        assert stamp is not None
        return stamp

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> Result:
        """One query in a session of its own."""
        with self.reading() as session:
            return session.run(cypher, params)

    def search(self, words: Sequence[str], limit: int = 100) -> list[Hit]:
        """The measures that have all the words, in a session of its own."""
        with self.reading() as session:
            return session.search(words, limit)

    def close(self) -> None:
        """Let go of the graph file, as soon as no session uses it."""
        with self._guard:
            old, self._handle = self._handle, None
            if old is not None and old.users == 0:
                old.file.close()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _index_json(index: Index) -> str:
    data = {"release": index.release, "graph": index.graph, "schema": index.schema, "plans": index.plans}
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)


def _first_fault(error: ValueError) -> str:
    """The first thing wrong with a facts file, in a few words."""
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        return f"{where + ': ' if where else ''}{first['msg']}"
    return str(error)
