"""The address of a Neo4j store: ``neo4j://user:password@host:7687/database``.

The driver refuses user and password in an address, so it is taken apart here. An empty password means a server without
authentication. The scheme says how to connect: neo4j (routing) or bolt (one server), +s with TLS, +ssc with TLS and a
certificate that no authority signed. ``?timeout=5`` sets how many seconds a question may take.
"""

from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlsplit

from graph.errors import StoreError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
WANTED = "wanted neo4j://user:password@host:7687/database"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is and as whom to speak to it. ``user`` null: without authentication; ``database`` null: the
    user's home database; ``timeout`` in seconds."""

    uri: str
    user: str | None
    password: str
    database: str | None
    timeout: float

    def __str__(self) -> str:
        """The address as messages show it: without user and password."""
        return f"{self.uri}/{self.database or ''}"


KNOWN = frozenset(
    (
        *("neo4j", "password", "passwd", "changeme", "changeit", "secret", "test", "admin", "root", "chengce"),
        *("letmein", "12345678", "qwertyui"),
    )
)
"""Passwords that everybody knows: the first that a stranger tries."""


def with_password(where: str, password: str) -> str:
    """The address with this password where it names none; any other place as it is."""
    if not password or not is_neo4j(where) or read_address(where).password:
        return where
    scheme, _, rest = where.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}://{user.rstrip(':') if at else 'neo4j'}:{quote(password, safe='')}@{host}"


def is_open(where: str) -> bool:
    """Whether a server at this address would let strangers in: no password, or one that everybody knows."""
    return is_neo4j(where) and read_address(where).password.lower() in KNOWN | {""}


def is_neo4j(where: str) -> bool:
    """Whether a store's place is an address of a Neo4j server."""
    return where.partition("://")[0] in SCHEMES and "://" in where


def read_address(where: str) -> Address:
    """The parts of an address. Raises StoreError, which never shows a password."""
    parts = urlsplit(where)
    try:
        port = parts.port or 7687
    except ValueError:
        raise StoreError(f"{parts.scheme}://…: the port is no number from 1 to 65535; {WANTED}") from None
    if not parts.hostname:
        raise StoreError(f"{parts.scheme}://…: no host is named; {WANTED}")
    database = unquote(parts.path.strip("/")) or None
    if database and "/" in database:
        raise StoreError(f"{parts.scheme}://{parts.hostname}: the database {database!r} is no name; {WANTED}")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    password = unquote(parts.password or "")
    user = unquote(parts.username or "neo4j") if password else None
    return Address(f"{parts.scheme}://{host}:{port}", user, password, database, _timeout(parts.query, host))


def _timeout(query: str, host: str) -> float:
    options = parse_qs(query)
    unknown = sorted(set(options) - {"timeout"})
    if unknown:
        raise StoreError(f"{host}: the setting {unknown[0]!r} is unknown in an address; known is timeout (seconds)")
    given = options.get("timeout", ["30"])[0]
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise StoreError(f"{host}: timeout={given} is none; wanted seconds, more than 0 and at most 3600")
    return seconds
