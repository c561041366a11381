"""The store on a Neo4j server: the graph, and beside it a (:Source) a plan with its facts, text and hash.

``(:Release {id: "chengce"})`` says which facts the graph was made from (``release``), by which ontology (``ontology``),
whether a load is under way (``state``: loading or ready) and who holds the store (``holder`` until ``until``).
Nothing but nodes with our ids and these two is ever touched.
"""

import hashlib
import os
import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any
from uuid import uuid4

import neo4j

from graph.corrections import CORRECTIONS, Correction, as_json
from graph.errors import NotFoundError, StoreCorrupt, StoreError, StoreLocked, StoreMissing
from graph.facts import PlanFacts
from graph.model import Changes, Graph, difference
from graph.nearest import nearest
from graph.neo4j_address import Address
from graph.neo4j_faults import check_version, spoken
from graph.neo4j_session import Neo4jSession
from graph.neo4j_writer import Ready, Writer
from graph.ontology import ontology
from graph.release import release_of, schema_digest
from graph.store import Hit, Result, Session

PATIENCE = 10.0
"""Seconds that a load waits for another."""
LEASE = 60
"""Seconds after which a load that no longer renews its hold counts as dead."""
HOLD = """
MERGE (r:Release {id: 'chengce'}) ON CREATE SET r.state = 'empty'
WITH r, timestamp() AS now
SET r.holder = CASE WHEN r.holder IS NULL OR r.until < now OR r.holder IN $mine THEN $holder ELSE r.holder END
SET r.until = CASE WHEN r.holder = $holder THEN now + $lease * 1000 ELSE r.until END
RETURN r.holder AS holder
"""


class Neo4jStore:
    """A store in one database of a server. Connects at its first use."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._guard = threading.Lock()
        self._driver_: neo4j.Driver | None = None
        self._holder: str | None = None
        self._renewed = 0.0

    def plans(self) -> dict[str, str]:
        """Every plan's key and hash, sorted by key."""
        rows = self._read("MATCH (s:Source) RETURN s.key AS key, s.hash AS hash ORDER BY key")
        return {str(row["key"]): str(row["hash"]) for row in rows}

    def facts(self, key: str) -> PlanFacts:
        """The facts of one plan. Raises NotFoundError, StoreCorrupt."""
        rows = self._read("MATCH (s:Source {key: $key}) RETURN s.facts AS facts", {"key": key})
        if not rows:
            raise NotFoundError("key", "plan", key, nearest(key, list(self.plans())))
        try:
            return PlanFacts.model_validate_json(str(rows[0]["facts"]))
        except ValueError as error:
            raise StoreCorrupt(
                f"{self.address}: the facts of {key!r} cannot be read; load the plan again, or remove it"
            ) from error

    def text(self, key: str) -> str | None:
        """The text of one plan, null where it is not held."""
        rows = self._read("MATCH (s:Source {key: $key}) RETURN s.text AS text", {"key": key})
        return rows[0]["text"] if rows else None

    def corrections(self) -> list[Correction]:
        """Every correction, by time and id. Raises StoreCorrupt."""
        rows = self._read("MATCH (r:Release {id: 'chengce'}) RETURN r.corrections AS corrections")
        try:
            return CORRECTIONS.validate_json(str(rows[0]["corrections"] or "[]")) if rows else []
        except ValueError as error:
            raise StoreCorrupt(f"{self.address}: the corrections cannot be read; put back a copy of them") from error

    def release(self) -> str:
        """The id of the facts that the graph was made from. Raises StoreMissing."""
        with self.reading() as session:
            return session.release

    def stale(self) -> bool:
        """Whether a load was cut, or another version of Chengce made the graph: it must be made again."""
        state = self._state()
        return state is not None and (state["state"] != "ready" or state["ontology"] != schema_digest())

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the store for one load. Raises StoreLocked."""
        holder = f"{socket.gethostname()} {os.getpid()} {uuid4().hex[:8]}"
        until = time.monotonic() + PATIENCE
        while (found := self._hold(holder)) != holder:
            if _is_dead(found):
                self._hold(holder, found)
                continue
            if time.monotonic() > until:
                raise StoreLocked(
                    f"{self.address}: another load has held the store for {PATIENCE:g} s; try again when it is done, "
                    f"or {LEASE} s after it died"
                )
            time.sleep(0.2)
        self._holder, self._renewed = holder, time.monotonic()
        try:
            yield
        finally:
            self._holder = None
            self._write("MATCH (r:Release {id: 'chengce', holder: $holder}) REMOVE r.holder, r.until", holder=holder)

    def _hold(self, holder: str, dead: str | None = None) -> str:
        """Take the hold where it is free or the dead one's, else give who has it."""
        return str(self._write(HOLD, holder=holder, mine=[holder, dead], lease=LEASE)[0]["holder"])

    def commit(
        self, put: Sequence[tuple[PlanFacts, str | None]], remove: Sequence[str], graph: Graph,
        corrections: Sequence[Correction] | None = None,
    ) -> Changes:  # fmt: skip
        """Write facts, texts and graph, one transaction a plan; what is there already is not sent again."""
        held: AbstractContextManager[None] = nullcontext() if self._holder else self.writing()
        with held, spoken(self.address), self._session() as session:
            writer = Writer(session, self.address, self._renew, self._session)
            writer.prepare()
            former = writer.graph()
            known = ontology()
            changes = difference(former, graph, known.derived, known.derived_properties)
            sources = [self._source(facts, text) for facts, text in put]
            digests = {row["key"]: row["digest"] for row in writer.sources() if row["key"] not in remove}
            digests |= {str(row["key"]): str(row["digest"]) for row in sources}
            laid_over = as_json(self.corrections() if corrections is None else corrections)
            ready = Ready(release_of(digests, laid_over), laid_over.decode())
            writer.write(former, graph, sources, list(remove), ready)
        return changes

    def _source(self, facts: PlanFacts, text: str | None) -> dict[str, object]:
        """The (:Source) row of a plan. A text that is not given stays, if it is the one that the facts are of."""
        data = facts.model_dump_json(indent=1)
        digest = hashlib.sha256(data.encode()).hexdigest()
        row: dict[str, object] = {"key": facts.key, "hash": facts.hash, "sha256": facts.sha256, "text": text}
        return {**row, "facts": data, "digest": digest}

    def _renew(self) -> None:
        """Go on holding the store. Raises StoreLocked where another load took it over."""
        if time.monotonic() - self._renewed < LEASE / 6:
            return
        if self._holder is None or self._hold(self._holder) != self._holder:
            raise StoreLocked(f"{self.address}: another load took the store over, this one ends; load again")
        self._renewed = time.monotonic()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session in read access mode. Raises StoreMissing, StoreCorrupt."""
        state = self._state()
        if state is None or state["release"] is None:
            raise StoreMissing(f"{self.address}: no plan was loaded yet; run `chengce load FILE --store …`")
        if state["ontology"] != schema_digest():
            raise StoreCorrupt(
                f"{self.address}: the graph was made by ontology {state['ontology']}, wanted {schema_digest()}; "
                "run `chengce load` with any plan of it, which makes the graph again from the facts"
            )
        release = state["release"] if state["state"] == "ready" else f"{state['release']}-loading"
        with self._session(neo4j.READ_ACCESS) as session:
            yield Neo4jSession(session, self.address, release)

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> Result:
        """One query in a session of its own."""
        with self.reading() as session:
            return session.run(cypher, params)

    def search(self, words: Sequence[str], limit: int = 100) -> list[Hit]:
        """The measures that have all the words, in a session of its own."""
        with self.reading() as session:
            return session.search(words, limit)

    def close(self) -> None:
        """Let go of the connections."""
        with self._guard:
            driver, self._driver_ = self._driver_, None
        if driver is not None:
            driver.close()

    def _state(self) -> dict[str, Any] | None:
        """What the Release says, null in a database that was never loaded."""
        rows = self._read(
            "MATCH (r:Release {id: 'chengce'}) RETURN r.release AS release, r.state AS state, r.ontology AS ontology"
        )
        return rows[0] if rows else None

    def _driver(self) -> neo4j.Driver:
        """The driver, made and tried at the first use. Raises StoreError."""
        with self._guard:
            if self._driver_ is None:
                with spoken(self.address):
                    auth = (self.address.user, self.address.password) if self.address.user else None
                    driver = neo4j.GraphDatabase.driver(
                        self.address.uri, auth=auth, connection_timeout=5, max_transaction_retry_time=8,
                        user_agent="chengce", notifications_min_severity="OFF",
                    )  # fmt: skip
                try:
                    check_version(driver, self.address)
                except StoreError:
                    driver.close()
                    raise
                self._driver_ = driver
            return self._driver_

    def _session(self, mode: str = neo4j.WRITE_ACCESS) -> neo4j.Session:
        """A session that sees what this store wrote before, on whichever member of a cluster."""
        driver = self._driver()
        return driver.session(
            database=self.address.database,
            default_access_mode=mode,
            bookmark_manager=driver.execute_query_bookmark_manager,
        )

    def _read(self, cypher: str, params: Mapping[str, object] | None = None) -> list[dict[str, Any]]:
        """Rows of a short query of the store's own, tried again where the server asks for it."""
        driver = self._driver()
        with spoken(self.address):
            found = driver.execute_query(
                neo4j.Query(cypher),
                dict(params or {}),
                database_=self.address.database,
                routing_=neo4j.RoutingControl.READ,
            )
            return [record.data() for record in found.records]

    def _write(self, cypher: str, **params: object) -> list[dict[str, Any]]:
        driver = self._driver()
        with spoken(self.address):
            found = driver.execute_query(neo4j.Query(cypher), params, database_=self.address.database)
            return [record.data() for record in found.records]


def _is_dead(holder: str) -> bool:
    """Whether the holder was a process of this machine that is there no more."""
    host, process, _ = holder.split(" ")
    if host != socket.gethostname():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
