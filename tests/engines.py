"""The two engines for tests that must hold on both: a folder, and a real Neo4j server that is emptied first."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ENGINES = ["folder", pytest.param("server", marks=pytest.mark.neo4j)]


def server() -> str:
    """The address of the server that the tests may write to; skips where none is named, never in CI."""
    address = os.environ.get("NEO4J_URI")
    if not address:
        reason = "NEO4J_URI names no server: run `make neo4j`"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return address


def emptied(address: str) -> str:
    """The address of a server whose data, constraints and indexes are gone."""
    import neo4j  # noqa: PLC0415 - an extra

    with neo4j.GraphDatabase.driver(address) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        for kind, listed in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            for row in driver.execute_query(f"SHOW {listed} YIELD name, type WHERE type <> 'LOOKUP'").records:
                driver.execute_query(f"DROP {kind} `{row['name']}` IF EXISTS")
    return address


def place_of(engine: str, folder: Path) -> Iterator[str]:
    """An empty store of an engine."""
    yield str(folder / "store") if engine == "folder" else emptied(server())


@contextmanager
def read_meanwhile[T](look: Callable[[], T], readers: int = 4) -> Iterator[set[T]]:
    """What threads see that look again and again while the block runs; whole at its end. What one raises is raised."""
    seen, faults, stop = set[T](), list[BaseException](), threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add(look())
            except BaseException as error:  # noqa: BLE001 - raised again at the end, in the test's own thread
                faults.append(error)
                return

    threads = [threading.Thread(target=read) for _ in range(readers)]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    if faults:
        raise faults[0]
