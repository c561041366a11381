"""Read a graph that a Neo4j server holds: in read access mode, with a time limit, values as the embedded engine's."""

from collections.abc import Mapping, Sequence
from typing import Any

import neo4j
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.neo4j_address import Address
from graph.neo4j_faults import spoken
from graph.neo4j_schema import INDEX
from graph.store import Hit, Result

SEARCH = f"""
CALL db.index.fulltext.queryNodes('{INDEX}', $phrases) YIELD node, score
WHERE all(w IN $words WHERE (' ' + node.search_text + ' ') CONTAINS (' ' + w + ' '))
RETURN node.id AS id, score ORDER BY score DESC, id LIMIT $limit
"""


class Neo4jSession:
    """A session of the driver in read access mode. The server reads what is committed: a load that ends between two
    queries of a session shows in the second."""

    def __init__(self, session: neo4j.Session, address: Address, release: str) -> None:
        self._session, self._address, self._release = session, address, release

    @property
    def release(self) -> str:
        """The id of the facts that the graph was made from."""
        return self._release

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> Result:
        """All rows. Raises QueryError where the server refuses the query or stops it, StoreError where it fails."""
        with spoken(self._address):
            query = neo4j.Query(cypher, timeout=self._address.timeout)
            found = self._session.run(query, dict(params or {}))
            columns = tuple(found.keys())
            return Result(columns, [dict(zip(columns, map(plain, row.values()), strict=True)) for row in found])

    def search(self, words: Sequence[str], limit: int = 100) -> list[Hit]:
        """The measures that have all the words: the index finds them, a scan of what it found makes it exact."""
        if not words:
            return []
        given = {"words": list(words), "phrases": " AND ".join(map(phrase, words)), "limit": limit}
        return [Hit("Measure", str(row["id"]), float(row["score"])) for row in self.run(SEARCH, given).rows]


def phrase(word: str) -> str:
    """A word as a quoted phrase of Lucene's language."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def plain(value: Any) -> Any:
    """A value of the driver as the embedded engine gives it: nodes, relationships and paths as maps."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, Date | DateTime | Time):
        return value.to_native()
    if isinstance(value, Duration):
        return value.iso_format()
    return _of_graph(value)


def _of_graph(value: Any) -> Any:
    match value:
        case Node():
            return {"_id": value.id, "_labels": sorted(value.labels), **_properties(value)}
        case Relationship():
            source, target = value.nodes
            ends = {"_source": source.id, "_target": target.id} if source and target else {}
            return {"_id": value.id, "_type": value.type, **ends, **_properties(value)}
        case Path():
            return {"nodes": [plain(one) for one in value.nodes], "edges": [plain(one) for one in value.relationships]}
        case _:
            return value


def _properties(value: Node | Relationship) -> dict[str, Any]:
    return {name: plain(one) for name, one in sorted(value.items())}
