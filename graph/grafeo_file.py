"""A graph as one file of the embedded engine: written once, then only read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import grafeo

from graph.errors import QueryError, StoreCorrupt
from graph.generate import schema_statements
from graph.model import Graph, Node, Value
from graph.ontology import Ontology
from graph.readback import read_graph
from graph.store import Hit, Result


def write_file(graph: Graph, path: Path, ontology: Ontology) -> None:
    """A new file with this graph, its constraints and indexes, closed."""
    database = grafeo.GrafeoDB(str(path))
    try:
        places = _write_nodes(database, graph)
        edges = sorted(graph.edges.values(), key=lambda edge: (edge.kind, edge.id))
        if edges:
            database.batch_create_edges(
                [(places[edge.source], places[edge.target], edge.kind, _plain(edge.properties)) for edge in edges]
            )
        for statement in schema_statements(ontology):
            database.execute_cypher(statement)
        indexed = {name for one in ontology.classes.values() for name in ("id", *one.unique, *one.indexed)}
        for name in sorted(indexed):
            database.create_property_index(name)
        database.create_text_index("Measure", "search_text", tokenizer="standard", stop_words=[])
    finally:
        database.close()


def _write_nodes(database: Any, graph: Graph) -> dict[str, int]:
    """The engine's number of each node."""
    by_label: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes.values():
        by_label[node.label].append(node)
    places: dict[str, int] = {}
    for label, nodes in sorted(by_label.items()):
        nodes.sort(key=lambda node: node.id)
        numbers = database.batch_create_nodes_with_props(label, [_plain(node.properties) for node in nodes])
        places |= {node.id: number for node, number in zip(nodes, numbers, strict=True)}
    return places


def _plain(properties: Mapping[str, Value]) -> dict[str, Any]:
    """Properties as the engine takes them."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}


class GrafeoFile:
    """A graph file, open for reading. Good in several threads at once."""

    def __init__(self, path: Path) -> None:
        """Raises StoreCorrupt for a file that the engine cannot read."""
        try:
            self._database = grafeo.GrafeoDB.open_read_only(str(path))
        except grafeo.GrafeoError as error:
            raise StoreCorrupt(
                f"{path}: the graph file cannot be read ({error}); load a plan again, which rebuilds it from the facts"
            ) from error

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> Result:
        """All rows. Raises QueryError."""
        try:
            found = self._database.execute_cypher(cypher, dict(params or {}))
            return Result(tuple(found.columns), found.to_list())
        except (grafeo.GrafeoError, ValueError, TypeError) as error:
            raise QueryError(f"the query is refused: {error}") from error

    def search(self, words: Sequence[str], limit: int) -> list[Hit]:
        """The measures that have all the words: which ones a scan says, how well the text index."""
        if not words:
            return []
        found = self.run(
            "MATCH (m:Measure) WHERE all(w IN $words WHERE (' ' + m.search_text + ' ') CONTAINS (' ' + w + ' ')) "
            "RETURN m.id AS id, id(m) AS number ORDER BY m.id",
            {"words": list(words)},
        ).rows
        ranked = self._database.text_search("Measure", "search_text", " ".join(words), 1_000_000) if found else []
        scores = dict(ranked)
        hits = [Hit("Measure", str(row["id"]), float(scores.get(row["number"], 0.0))) for row in found]
        return sorted(hits, key=lambda hit: (-hit.score, hit.id))[:limit]

    def graph(self, ontology: Ontology) -> Graph:
        """All nodes and edges that the ontology knows, read back."""
        return read_graph(self.run, ontology)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
