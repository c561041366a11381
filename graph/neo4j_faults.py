"""What goes wrong with a server, in one sentence each: where, what was found, what was wanted, what to do."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import QueryError, StoreError, StoreMissing
from graph.neo4j_address import Address

OLDEST = (5, 23)
"""``CALL (c) { … }``, which the questions use, came with this version."""


@contextmanager
def spoken(address: Address) -> Iterator[None]:
    """Turn what the driver raises into errors of this room. QueryError only for a query that the server refuses."""
    try:
        yield
    except (ServiceUnavailable, SessionExpired) as error:
        hint = "; a certificate that no authority signed wants +ssc" if "+s://" in address.uri else ""
        raise StoreError(
            f"{address}: no server answers ({_short(error)}); start Neo4j there, or name another with --store{hint}"
        ) from error
    except AuthError as error:
        raise StoreError(
            f"{address}: the server refuses this user and password; name them as neo4j://user:password@host:7687"
        ) from error
    except ConfigurationError as error:
        raise StoreError(f"{address}: the connection cannot be set up ({_short(error)}); check the address") from error
    except (TransientError, ClientError) as error:
        raise _refused(address, error) from error
    except (Neo4jError, DriverError) as error:
        raise StoreError(f"{address}: the server failed ({_short(error)}); see its log and try again") from error


def _refused(address: Address, error: Neo4jError) -> StoreError | QueryError:
    """A sentence by the server's code."""
    code = error.code or ""
    if "DatabaseNotFound" in code:
        return StoreMissing(f"{address}: the server has no database {address.database!r}; name one that is there")
    if "TransactionTimedOut" in code or "TransactionTimedOutClientConfiguration" in code:
        return QueryError(f"the query was stopped after {address.timeout:g} s; ask for less")
    if "MemoryPoolOutOfMemory" in code or "OutOfMemory" in code or "TransactionOutOfMemory" in code:
        return StoreError(
            f"{address}: a transaction needs more memory than the server gives; raise dbms.memory.transaction.total.max"
        )
    if "AccessMode" in code or "Forbidden" in code:
        return QueryError("the query would write; only reading is served")
    if code.startswith(("Neo.ClientError.Statement", "Neo.ClientError.Procedure")):
        return QueryError(f"the query is refused: {_short(error)}")
    return StoreError(f"{address}: the server refuses ({code}: {_short(error)})")


def _short(error: Exception) -> str:
    """The first line of a message, in at most 200 characters."""
    words = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(words).strip().splitlines()[0][:200]


def check_version(driver: neo4j.Driver, address: Address) -> None:
    """Raises StoreError for a server of another major version than 5, or too old a one."""
    wanted = f"wanted Neo4j 5, at least {'.'.join(map(str, OLDEST))}, such as 5.26 LTS"
    try:
        with spoken(address):
            agent = driver.get_server_info().agent
    except StoreError as error:
        if isinstance(error.__cause__, ConfigurationError):  # Bolt of 4.4 lacks what the driver is set to
            raise StoreError(f"{address}: the server is older than Neo4j 5 ({error.__cause__}); {wanted}") from error
        raise
    if not is_supported(agent):
        raise StoreError(f"{address}: the server is {agent}; {wanted}")


def is_supported(agent: str) -> bool:
    """Whether a server that calls itself so (``Neo4j/5.26.30``) can hold a store."""
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    return found is not None and int(found[1]) == OLDEST[0] and int(found[2]) >= OLDEST[1]
