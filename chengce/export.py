"""`chengce export`: networks for other programs, the institutions of a city, what surrounds a node."""

import json
from typing import Any

from chengce.errors import UserError
from chengce.library import Library

FORMATS = ("json", "graphml")


def institutions(library: Library, city: str, form: str) -> str:
    """Who acts with whom in a city: institutions by the measures that they answer for together.

    Nodes have name, body and number of measures, edges the weight (measures in common). Raises NotFoundError, and
    UserError for a city whose responsibility lines do not compare.
    """
    from compare.who.joint_work import institution_graph  # noqa: PLC0415 - networkx loads here
    from graph.lookup import look_up  # noqa: PLC0415

    with library.store.reading() as session:
        own, name = look_up(session, "city", "city", city)
        why = session.run("MATCH (c:City {id: $id}) RETURN c.duty_scope_text AS text", {"id": own}).rows[0]["text"]
    network = institution_graph(library.plans(), name)
    if not len(network):
        raise UserError(f"{name} has no network of institutions. {why or ''} See `chengce ask network_measures`")
    return written(network, form)


def neighbourhood(library: Library, node: str, depth: int, form: str) -> str:
    """What lies within ``depth`` relations of a node, by its id. Raises NotFoundError."""
    from api.neighbourhood import neighbourhood as around  # noqa: PLC0415

    if depth not in (1, 2):
        raise UserError(f"--depth: {depth} is none; wanted 1 or 2")
    with library.store.reading() as session:
        return written(around(session, node, depth), form)


def written(graph: Any, form: str) -> str:
    """A networkx graph as node-link JSON or GraphML."""
    import networkx as nx  # noqa: PLC0415 - half a second to load

    if form == "json":
        return json.dumps(nx.node_link_data(graph, edges="links"), ensure_ascii=False, indent=1) + "\n"
    if form == "graphml":
        plain = graph.copy()
        for _, data in plain.nodes(data=True):
            flatten(data)
        for *_, data in plain.edges(data=True):
            flatten(data)
        return "\n".join(nx.generate_graphml(plain)) + "\n"
    raise UserError(f"--format: {form!r} is none; wanted one of {', '.join(FORMATS)}")


def flatten(data: dict[str, Any]) -> None:
    """GraphML takes no lists and no nulls: lists are joined by blanks, nulls left out."""
    for name, value in list(data.items()):
        if value is None:
            del data[name]
        elif isinstance(value, list | tuple | set):
            data[name] = " ".join(map(str, sorted(map(str, value))))
