"""Where pieces of comparisons are kept between loads: one SQLite file in the user's cache folder.

It is a cache: every entry is named by the content that it was made from, so several stores share it, and deleting it
loses nothing but time.
"""

import sqlite3
from collections.abc import Iterator, MutableMapping
from contextlib import closing, suppress
from pathlib import Path

import platformdirs

MOST = 500_000
"""Entries kept at most; the oldest go first."""


class KeptPieces(MutableMapping[str, bytes]):
    """A mapping in an SQLite file. Entries are written together by `close`, so that a load that dies keeps none."""

    def __init__(self, path: Path | None = None) -> None:
        file = path or Path(platformdirs.user_cache_dir("chengce", appauthor=False)) / "pieces.sqlite"
        self._new: dict[str, bytes] = {}
        self._database = _open(file)

    def __getitem__(self, key: str) -> bytes:
        if key in self._new:
            return self._new[key]
        row = self._database.execute("SELECT value FROM pieces WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return bytes(row[0])

    def __setitem__(self, key: str, value: bytes) -> None:
        self._new[key] = value

    def __delitem__(self, key: str) -> None:
        self._new.pop(key, None)
        self._database.execute("DELETE FROM pieces WHERE key = ?", (key,))

    def __iter__(self) -> Iterator[str]:
        yield from (str(row[0]) for row in self._database.execute("SELECT key FROM pieces ORDER BY rowid"))
        yield from self._new

    def __len__(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM pieces").fetchone()[0]) + len(self._new)

    def close(self) -> None:
        """Write what is new; where another process holds the file, nothing is kept."""
        with closing(self._database), suppress(sqlite3.OperationalError), self._database:
            self._database.executemany("INSERT OR REPLACE INTO pieces VALUES (?, ?)", self._new.items())
            self._database.execute("DELETE FROM pieces WHERE rowid <= (SELECT max(rowid) FROM pieces) - ?", (MOST,))


def _open(file: Path) -> sqlite3.Connection:
    """The file, or a database in memory where there can be none; a file that is no database is made anew."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _prepared(sqlite3.connect(file, timeout=5))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            return _prepared(sqlite3.connect(":memory:"))
        file.unlink()
        return _prepared(sqlite3.connect(file, timeout=5))
    except OSError:
        return _prepared(sqlite3.connect(":memory:"))


def _prepared(database: sqlite3.Connection) -> sqlite3.Connection:
    database.execute("CREATE TABLE IF NOT EXISTS pieces (key TEXT PRIMARY KEY, value BLOB NOT NULL)")
    return database
