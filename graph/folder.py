"""The folder of an embedded store: facts, texts, the graph file, and how several of them change as one step.

A load holds ``lock``, stages all that it writes in ``build-PID``, then writes ``journal``: from there on the step
counts as done, and whoever loads next finishes it if the process dies. Before it, nothing was changed, and the next
load clears what was staged. The graph file is swapped last but one, the index last.
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import StoreError, StoreLocked

PATIENCE = 10.0
"""Seconds that a load waits for another."""


@dataclass(frozen=True, slots=True)
class Index:
    """What is in the folder: each plan's hash and the digest of its facts file; which graph file they made."""

    plans: dict[str, tuple[str, str]]
    release: str
    graph: str
    schema: str


class Folder:
    """Paths, lock and journal of one store."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.graph, self.index_file, self.journal = root / "graph", root / "index.json", root / "journal.json"
        self.corrections = root / "corrections.json"

    def facts(self, key: str) -> Path:
        """Where a plan's facts are. Raises StoreError for a key that is no file name."""
        return self.root / "facts" / f"{_checked(key)}.json"

    def text(self, key: str) -> Path:
        """Where a plan's text is."""
        return self.root / "texts" / f"{_checked(key)}.txt"

    def plan_keys(self) -> list[str]:
        """The keys of the plans whose facts are there."""
        return sorted(path.name.removesuffix(".json") for path in (self.root / "facts").glob("*.json"))

    def index(self) -> Index | None:
        """The index, null where none is there or it cannot be read."""
        try:
            data = json.loads(self.index_file.read_text(encoding="utf-8"))
            plans = {key: (str(one[0]), str(one[1])) for key, one in data["plans"].items()}
            return Index(plans, str(data["release"]), str(data["graph"]), str(data["schema"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
            return None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder; finish or clear what a dead load left. Raises StoreLocked, StoreError."""
        try:
            (self.root / "facts").mkdir(parents=True, exist_ok=True)
            (self.root / "texts").mkdir(exist_ok=True)
            lock = (self.root / "lock").open("w")
        except OSError as error:
            raise StoreError(
                f"{self.root}: cannot be written ({error.strerror}); choose another with --store"
            ) from error
        with lock:
            self._wait(lock.fileno())
            self._repair()
            yield

    def _wait(self, lock: int) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() > until:
                    raise StoreLocked(
                        f"{self.root}: another load has held the store for {PATIENCE:g} s; try again when it is done"
                    ) from None
                time.sleep(0.05)

    def _repair(self) -> None:
        """After a load that died: finish its step where its journal is there, then clear what it staged."""
        if self.journal.exists():
            self.apply(json.loads(self.journal.read_text(encoding="utf-8")))
        for left in [*self.root.glob("build-*"), *self.root.glob("graph.wal*")]:
            shutil.rmtree(left) if left.is_dir() else left.unlink()

    @contextmanager
    def building(self) -> Iterator[Path]:
        """A folder to stage in, gone afterwards."""
        build = self.root / f"build-{os.getpid()}"
        for part in ("facts", "texts"):
            (build / part).mkdir(parents=True)
        try:
            yield build
        finally:
            shutil.rmtree(build, ignore_errors=True)

    def finish(self, build: Path, remove: list[Path]) -> None:
        """Put in place what was staged and take out ``remove``, as one step."""
        staged = sorted(path.relative_to(build).as_posix() for path in build.rglob("*") if path.is_file())
        staged.sort(key=lambda name: (name == "index.json", name == "graph"))
        for name in staged:
            _settle(build / name)
        gone = [path.relative_to(self.root).as_posix() for path in remove]
        steps = {"build": build.name, "move": staged, "remove": gone}
        new = build / "journal"
        new.write_text(json.dumps(steps, ensure_ascii=False), encoding="utf-8")
        _settle(new)
        os.replace(new, self.journal)  # noqa: PTH105 - the atomic swap by its own name
        _settle(self.root)
        self.apply(steps)

    def apply(self, steps: dict[str, Any]) -> None:
        """Do the steps of a journal; doing them again does nothing."""
        build = self.root / steps["build"]
        for name in steps["remove"]:
            (self.root / name).unlink(missing_ok=True)
        for name in steps["move"]:
            if (build / name).exists():
                os.replace(build / name, self.root / name)  # noqa: PTH105
        for folder in (self.root, self.root / "facts", self.root / "texts"):
            _settle(folder)
        self.journal.unlink(missing_ok=True)


def _settle(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _checked(key: str) -> str:
    """The key, where it can be a file's name."""
    if not key or key.startswith(".") or set(key) & set("/\\\0\n\r\t") or len(key.encode()) > 240:
        raise StoreError(f"the key {key!r} cannot name a file; wanted up to 240 bytes without / \\ or a leading point")
    return key
