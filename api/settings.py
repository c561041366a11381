"""The limits of the API. Each can be given when the application is made; the defaults are those of the design."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ApiSettings:
    """``store``: where user Cypher's worker opens the store (a folder or a neo4j URL); null: no user Cypher.
    Time in seconds, memory in MB, ``cors`` the origins that may read."""

    store: str | None = None
    cors: tuple[str, ...] = ("*",)
    cypher_seconds: float = 10.0
    cypher_rows: int = 10_000
    cypher_megabytes: int = 512
    cypher_at_once: int = 4
