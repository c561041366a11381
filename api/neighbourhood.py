"""The surroundings of one node as a networkx graph: for notebooks, and as node-link JSON over HTTP."""

from typing import TYPE_CHECKING, Any

from graph.errors import NotFoundError
from graph.store import Session

if TYPE_CHECKING:
    import networkx as nx

MOST_NODES = 1_000

_EDGES = """MATCH (a)-[r]->(b) WHERE a.id IN $ids OR b.id IN $ids
RETURN a.id AS source, labels(a) AS source_labels, coalesce(a.name, a.title, a.wording) AS source_caption,
       b.id AS target, labels(b) AS target_labels, coalesce(b.name, b.title, b.wording) AS target_caption,
       type(r) AS relation, r.role AS role, r.stance AS stance, r.id AS edge
ORDER BY source, target, relation, edge LIMIT 20000"""


def neighbourhood(session: Session, node: str, depth: int = 1) -> "nx.MultiDiGraph[str]":
    """What lies within ``depth`` (1 or 2) relations of the node with this id, up to 1,000 nodes; the attribute
    ``complete`` of the graph says whether that was all. Nodes have ``label`` and ``caption``, edges ``relation``.

    Raises NotFoundError.
    """
    import networkx as nx  # noqa: PLC0415 - half a second to load

    found = session.run(
        "MATCH (n) WHERE n.id = $id RETURN labels(n) AS labels, coalesce(n.name, n.title, n.wording) AS caption",
        {"id": node},
    ).rows
    if not found:
        raise NotFoundError("node", "node", node, [])
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(complete=True)
    graph.add_node(node, label=found[0]["labels"][0], caption=found[0]["caption"])
    ring = [node]
    for _ in range(depth):
        known = set(graph.nodes)
        for row in session.run(_EDGES, {"ids": ring}).rows:
            _add(graph, row)
        ring = sorted(set(graph.nodes) - known)
    return graph


def _add(graph: "nx.MultiDiGraph[str]", row: dict[str, Any]) -> None:
    """One edge with its ends, unless the graph is full."""
    new = {row["source"], row["target"]} - set(graph.nodes)
    if len(graph) + len(new) > MOST_NODES:
        graph.graph["complete"] = False
        return
    for end in ("source", "target"):
        graph.add_node(row[end], label=row[f"{end}_labels"][0], caption=row[f"{end}_caption"])
    properties = {name: row[name] for name in ("role", "stance") if row[name] is not None}
    key = row["edge"] or row["relation"]
    graph.add_edge(row["source"], row["target"], key, relation=row["relation"], **properties)
