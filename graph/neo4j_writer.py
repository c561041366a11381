"""Write a load to a Neo4j server: constraints first, then the steps, each in one transaction that is tried again."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import batched, starmap
from typing import Any, NamedTuple

import neo4j

from graph.errors import StoreError
from graph.generate import schema_statements, write_class, write_relation
from graph.model import Edge, Graph
from graph.neo4j_address import Address
from graph.neo4j_schema import OWN, needed_indexes
from graph.neo4j_steps import (
    OWNED_BY,
    Ends,
    Step,
    edge_key,
    edge_row,
    node_row,
    removal_of_edges,
    removal_of_nodes,
    stages,
)
from graph.ontology import ontology
from graph.readback import read_graph
from graph.release import schema_digest
from graph.store import Result

BATCH = 5_000
PUT = """
UNWIND $rows AS row MERGE (s:Source {key: row.key})
SET s.text = CASE WHEN row.text IS NOT NULL THEN row.text WHEN s.sha256 = row.sha256 THEN s.text ELSE null END
SET s += {hash: row.hash, facts: row.facts, digest: row.digest, sha256: row.sha256}
"""
INDEXES = """
SHOW INDEXES YIELD labelsOrTypes, properties, type WHERE type <> 'LOOKUP'
RETURN labelsOrTypes AS labels, properties
"""
STATE = """
MATCH (r:Release {id: 'chengce'})
SET r.state = $state, r.release = coalesce($release, r.release, 'none'), r.ontology = $ontology, r.labels = $labels,
    r.corrections = coalesce($corrections, r.corrections)
"""


class Ready(NamedTuple):
    """What the Release says of a load that is complete: the id of its facts, and the corrections as JSON."""

    release: str
    corrections: str


type Work = tuple[Step, list[dict[str, object]], list[str]]
"""A step, the facts to put with it and the plans whose facts go with it."""


class Writer:
    """One load into one database. ``open_session`` gives sessions that see what earlier ones wrote."""

    def __init__(
        self,
        session: neo4j.Session,
        address: Address,
        renew: Callable[[], None],
        open_session: Callable[[], neo4j.Session],
    ) -> None:
        self._session, self._address, self._renew, self._open = session, address, renew, open_session
        self._turn = threading.Lock()

    def prepare(self) -> None:
        """Constraints and indexes; what another version of the ontology left is taken out. Raises StoreError where
        the database holds nodes of our classes that are not ours."""
        self._refuse_foreign()
        held = {(*row["labels"], *row["properties"]) for row in self._rows(INDEXES)}
        if not needed_indexes(ontology()) <= held:
            for statement in (*schema_statements(ontology()), *OWN):
                self._session.run(statement).consume()
            self._session.run("CALL db.awaitIndexes(60)").consume()
        state = self._rows("MATCH (r:Release {id: 'chengce'}) RETURN r.ontology AS version, r.labels AS labels")
        if state and state[0]["version"] not in (None, schema_digest()):
            self._wipe([str(label) for label in state[0]["labels"] or []])

    def _refuse_foreign(self) -> None:
        query = " UNION ALL ".join(
            f"MATCH (n:{label}) WHERE n.id IS NULL OR NOT n.id STARTS WITH '{label.lower()}-' "
            f"RETURN '{label}' AS label, count(n) AS n"
            for label in ontology().classes
        )
        for row in self._rows(query):
            if row["n"]:
                raise StoreError(
                    f"{self._address}: the database holds {row['n']} {row['label']} nodes that Chengce did not write, "
                    "a database without them is wanted: name another database, or rename their label"
                )

    def _wipe(self, labels: Sequence[str]) -> None:
        for label in labels:
            query = (
                f"MATCH (n:`{label}`) WHERE n.id STARTS WITH $prefix WITH n LIMIT $most "
                "DETACH DELETE n RETURN count(*) AS n"
            )
            while self._rows(query, prefix=f"{label.lower()}-", most=BATCH)[0]["n"]:
                self._renew()

    def graph(self) -> Graph:
        """The graph that the database holds now."""
        labels = " OR ".join(f"n:{label}" for label in ontology().classes)
        if not self._rows(f"MATCH (n) WHERE {labels} RETURN 1 AS one LIMIT 1"):
            return Graph()
        return read_graph(lambda query: Result((), self._rows(query)), ontology())

    def sources(self) -> list[dict[str, Any]]:
        """Key and digest of every plan."""
        return self._rows("MATCH (s:Source) RETURN s.key AS key, s.digest AS digest")

    def write(
        self, old: Graph, new: Graph, put: Sequence[dict[str, object]], remove: Sequence[str], ready: Ready
    ) -> None:
        """Turn ``old`` into ``new``. A plan's (:Source) goes with its own step."""
        todo = stages(old, new, ontology())
        if not any(todo) and not put and not remove:
            self._session.execute_write(self._ready, ready)
            return
        self._session.execute_write(self._loading)
        sources = {str(row["key"]): row for row in put}
        for stage in todo:
            self._stage([self._work(step, sources, remove) for step in stage])
        self._session.execute_write(self._sources, list(sources.values()), remove)
        self._session.execute_write(self._ready, ready)

    def _work(self, step: Step, sources: dict[str, dict[str, object]], remove: Sequence[str]) -> Work:
        """A step with the (:Source) rows of its plans, which are taken out of ``sources``."""
        own = [sources.pop(plan) for plan in sorted(step.plans) if plan in sources]
        return step, own, [plan for plan in remove if plan in step.plans]

    def _stage(self, works: Sequence[Work]) -> None:
        """Steps that do not wait for each other, two at a time. The first error ends the stage: what was not begun is
        left out."""

        def send(work: Work) -> None:
            with self._open() as session:
                session.execute_write(self._step, *work)

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(send, works))

    def _step(
        self, tx: neo4j.ManagedTransaction, step: Step, put: list[dict[str, object]], remove: Sequence[str]
    ) -> None:
        """One transaction. What touches shared nodes takes turns with the other step, up to the commit: two that wait
        for each other's locks would never end."""
        known = ontology()
        for label, nodes in step.nodes.items():
            self._send(tx, write_class(known.classes[label]), starmap(node_row, nodes))
        self._edges(tx, {ends: rows for ends, rows in step.edges.items() if ends[0] in OWNED_BY})
        with self._turn:
            for (kind, above, below), gone in step.gone_edges.items():
                by_id = known.relations[kind].origin == "read"
                self._send(tx, removal_of_edges(kind, above, below, by_id=by_id), map(edge_key, gone))
            for label, ids in step.gone_nodes.items():
                self._send(tx, removal_of_nodes(label), ids)
            self._edges(tx, {ends: rows for ends, rows in step.edges.items() if ends[0] not in OWNED_BY})
            self._sources(tx, put, remove)

    def _edges(self, tx: neo4j.ManagedTransaction, edges: Mapping[Ends, list[tuple[Edge, Edge | None]]]) -> None:
        for (kind, above, below), rows in edges.items():
            query = write_relation(ontology().relations[kind], above, below)
            self._send(tx, query, starmap(edge_row, rows))

    def _send(self, tx: neo4j.ManagedTransaction, query: str, rows: Iterable[object]) -> None:
        for batch in batched(rows, BATCH):
            self._renew()
            tx.run(query, rows=list(batch)).consume()

    def _sources(self, tx: neo4j.ManagedTransaction, put: list[dict[str, object]], remove: Sequence[str]) -> None:
        """The facts of plans; at the end of those whose graph did not change."""
        self._send(tx, PUT, put)
        self._send(tx, "UNWIND $rows AS key MATCH (s:Source {key: key}) DELETE s", list(remove))

    def _loading(self, tx: neo4j.ManagedTransaction) -> None:
        self._state(tx, "loading", None)

    def _ready(self, tx: neo4j.ManagedTransaction, ready: Ready) -> None:
        self._state(tx, "ready", ready)

    def _state(self, tx: neo4j.ManagedTransaction, state: str, ready: Ready | None) -> None:
        labels = sorted(ontology().classes)
        given = {"state": state, "ontology": schema_digest(), "labels": labels, "release": None, "corrections": None}
        given |= {} if ready is None else {"release": ready.release, "corrections": ready.corrections}
        tx.run(STATE, given).consume()

    def _rows(self, query: str, **params: object) -> list[dict[str, Any]]:
        return [record.data() for record in self._session.run(query, params)]
