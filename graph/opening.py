"""Open a store by its place: a folder is the embedded one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from graph.errors import StoreError
from graph.facts import PlanFacts
from graph.model import Graph
from graph.store import Store

type Rebuild = Callable[[Sequence[PlanFacts]], Graph]
"""Makes the graph of all plans again, where the graph file is missing or damaged."""


def open_store(where: str | Path, rebuild: Rebuild | None = None) -> Store:
    """The store at a folder (made at the first load). Raises StoreError for an address that no store understands."""
    text = str(where)
    if "://" in text:
        scheme = text.partition("://")[0]
        raise StoreError(f"no store understands {scheme}://…; wanted a folder")
    from graph.embedded import EmbeddedStore  # noqa: PLC0415 - the engine loads only when a store is opened

    return EmbeddedStore(Path(text), rebuild)
