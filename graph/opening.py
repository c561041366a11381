"""Open a store by its place: a folder is the embedded one, an address a Neo4j server."""

from pathlib import Path

from graph.errors import StoreError
from graph.neo4j_address import SCHEMES, is_neo4j, read_address
from graph.store import Rebuild, Store


def open_store(where: str | Path, rebuild: Rebuild | None = None) -> Store:
    """The store at a folder (made at the first load) or an address.

    Raises StoreError for an address that no store understands.
    """
    text = str(where)
    if is_neo4j(text):
        return _neo4j(text)
    if "://" in text:
        scheme = text.partition("://")[0]
        raise StoreError(f"no store understands {scheme}://…; wanted a folder, or one of {', '.join(SCHEMES)}")
    from graph.embedded import EmbeddedStore  # noqa: PLC0415 - the engine loads only when a store is opened

    return EmbeddedStore(Path(text), rebuild)


def _neo4j(where: str) -> Store:
    """The store on a server. Raises StoreError where the driver is not installed."""
    address = read_address(where)
    try:
        from graph.neo4j_store import Neo4jStore  # noqa: PLC0415 - the driver is an extra, and loads only when needed
    except ModuleNotFoundError as error:
        raise StoreError(f"{address}: {error.name} is not installed; run `uv sync --extra neo4j`") from error
    return Neo4jStore(address)
