"""One SQLite file with one table: durable commits, rewriting it whole, plain words for what goes wrong."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from workshop.language import say
from workshop.store.disk import create, flush_file, flush_folder
from workshop.store.trouble import damaged, explain, foreign, newer

VERSION = 1
"""The format written. A file with a higher number is left to the Workshop that wrote it."""

_APPLICATION = 0x576B5368  # "WkSh" in SQLite's header
_LOCK_SECONDS = 0.25
_PRAGMAS = (
    "journal_mode = TRUNCATE",
    # One owner: nobody else's reading can make a commit of ours wait or fail. Only once the journal's mode is
    # set: before, an exclusive owner who rolls back after a crash leaves the old pages in the journal.
    "locking_mode = EXCLUSIVE",
    "synchronous = FULL",
    # On macOS an ordinary fsync stops at the drive's cache.
    "fullfsync = ON",
    "secure_delete = ON",
    # A body larger than the cache would otherwise be written, and waited for, twice.
    "cache_spill = OFF",
)

Row = Sequence[Any]


class Table(NamedTuple):
    """A file's one table: `schema` makes it, `put` inserts a row or replaces the one with its key."""

    schema: str
    put: str
    rows: str


class SqliteFile:
    """The file at `path`. Every method raises StoreError."""

    def __init__(self, path: Path, table: Table) -> None:
        self.path = path
        self._table = table
        self._new = path.with_name(path.name + ".new")
        self._journal = path.with_name(path.name + "-journal")
        self._connected: sqlite3.Connection | None = None

    def open(self, may_make: bool) -> None:
        """Take hold of the file and check it; make it if it is missing and `may_make`."""
        with self._explained(reading=True):
            self._new.unlink(missing_ok=True)
        if not self.path.exists():
            if not may_make:
                raise damaged(self.path, say("it is missing"))
            self.rewrite([])
        if not _size(self.path):
            raise damaged(self.path, say("it is empty"))
        with self._explained(reading=True):
            if self._connected is None:
                self._connect()
            self._check()
            self._mend()

    def rows(self) -> list[Any]:
        """All rows, in the order of their key."""
        with self._explained(reading=True):
            return self._connection().execute(self._table.rows).fetchall()

    def put(self, rows: Sequence[Row]) -> None:
        """Insert or replace `rows` in one transaction: when this returns, the disk has them all."""
        with self._explained():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(self._table.put, rows)
            connection.execute("COMMIT")

    def rewrite(self, rows: Sequence[Row]) -> None:
        """Put a file that holds just `rows` in the place of this one, or leave this one as it is.

        SQLite's header counts commits and schema changes, and its pages lie as they were once needed; VACUUM
        keeps the counts. A file built anew in one transaction is a function of its rows alone.
        """
        with self._explained():
            try:
                self._build(rows)
                self._let_go()
                os.replace(self._new, self.path)
                flush_folder(self.path.parent)
            finally:
                self._new.unlink(missing_ok=True)
            self._connect()

    def close(self) -> None:
        """Let go of the file."""
        connection, self._connected = self._connected, None
        if connection is not None:
            # What an unfinished transaction leaves is rolled back by whoever opens the file next.
            with suppress(sqlite3.Error):
                connection.close()

    def pragma(self, name: str) -> Any:
        """What SQLite itself says of a setting that is in force."""
        with self._explained(reading=True):
            return self._connection().execute(f"PRAGMA {name}").fetchone()[0]

    def _build(self, rows: Sequence[Row]) -> None:
        self._new.unlink(missing_ok=True)
        os.close(create(self._new))
        with closing(sqlite3.connect(self._new, isolation_level=None)) as connection:
            # Nobody sees this file before it is whole and flushed, so it needs no protection of SQLite's.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute(self._table.schema)
            connection.executemany(self._table.put, rows)
            connection.execute("COMMIT")
        flush_file(self._new)

    def _let_go(self) -> None:
        self.close()
        if _size(self._journal):
            # A commit broke off. Its journal belongs to the old file, and would be played into the new one.
            self._connect()
            self.close()

    def _connection(self) -> sqlite3.Connection:
        if self._connected is None:
            self._connect()
            self._mend()
        assert self._connected is not None
        return self._connected

    def _connect(self) -> None:
        self._connected = connection = sqlite3.connect(
            self.path, isolation_level=None, check_same_thread=False, timeout=_LOCK_SECONDS
        )
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        # Takes the lock for as long as the connection lives, and rolls back what a crash left behind.
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        if _size(self._journal):
            # It had not become valid when its writer died: SQLite passes it over, but texts stand in it.
            os.truncate(self._journal, 0)

    def _mend(self) -> None:
        """Clear away what a commit that broke off may have left in free pages.

        SQLite writes those without keeping what they held: rolling back leaves texts in them that were never
        acknowledged, and no later change would find them there.
        """
        if self.pragma("freelist_count"):
            self.rewrite(self.rows())

    def _check(self) -> None:
        if self.pragma("application_id") != _APPLICATION:
            raise foreign(self.path)
        if self.pragma("user_version") > VERSION:
            raise newer(self.path)
        if (found := self.pragma("quick_check")) != "ok":
            raise damaged(self.path, found)

    @contextmanager
    def _explained(self, reading: bool = False) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            # Only a new connection is sure to undo whatever this one has left half done.
            self.close()
            raise explain(self.path, error, reading) from error


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
