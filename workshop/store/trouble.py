"""What can go wrong with a run's files, each in one line: what, where, and what to do about it."""

import sqlite3
from pathlib import Path

from workshop.errors import StoreError
from workshop.language import say


def explain(path: Path, error: sqlite3.Error | OSError, reading: bool) -> StoreError:
    """The error for what SQLite or the system said while the file was read, or written."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError(say("{path} is in use by another program; end that first", path=path))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, error)
    return unreadable(path, error) if reading else unwritten(path, error)


def damaged(path: Path, detail: object) -> StoreError:
    """The file's content makes no sense, or is gone."""
    message = say(
        "{path} is damaged ({detail}); put a copy of it back, or erase the run", path=path, detail=detail
    )
    return StoreError(" ".join(message.split()))


def foreign(path: Path) -> StoreError:
    """The file is something else."""
    return StoreError(say("{path} is no file of Workshop's; move it out of the way", path=path))


def newer(path: Path) -> StoreError:
    """The file's format has a higher number than ours."""
    return StoreError(say("{path} was written by a newer Workshop; open the run with that one", path=path))


def unreadable(path: Path, error: Exception) -> StoreError:
    """The system does not let us at the file."""
    return StoreError(
        say(
            "{path} cannot be opened ({detail}); see that it is yours to read and write",
            path=path,
            detail=_reason(error),
        )
    )


def unwritten(path: Path, error: Exception) -> StoreError:
    """The disk did not take it."""
    return StoreError(
        say(
            "{path} cannot be written ({detail}); is the disk full, or the folder protected?",
            path=path,
            detail=_reason(error),
        )
    )


def _reason(error: Exception) -> object:
    # An OSError's own text repeats the path.
    return getattr(error, "strerror", None) or error
