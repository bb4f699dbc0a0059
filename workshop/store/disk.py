"""Files that only their owner may read, and what it takes until the disk has really got them."""

import os
import sys
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600
_BINARY = getattr(os, "O_BINARY", 0)


def create(path: Path) -> int:
    """A descriptor of a new file that only its owner may read; FileExistsError if it is there."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, OWNER_ONLY)


def flush(descriptor: int) -> None:
    """Wait until the disk has what was written; on macOS fsync alone stops at the drive's cache."""
    os.fsync(descriptor)
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # not every file system there knows it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)


def flush_file(path: Path) -> None:
    """Wait until the disk has the file's content."""
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    try:
        flush(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Wait until the disk has the folder's names; Windows offers no such thing and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        flush(descriptor)
    finally:
        os.close(descriptor)


def overwrite(path: Path, content: bytes) -> None:
    """Put `content` over a file's first bytes, in place, and wait until the disk has it."""
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.write(descriptor, content)
        flush(descriptor)
    finally:
        os.close(descriptor)
