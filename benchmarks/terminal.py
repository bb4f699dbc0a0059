"""A real terminal's end: a program is started in it, keys are pressed, and what it paints is waited for."""

import os
import pty
import re
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from select import select

from benchmarks.effort import Size

PATIENCE = 30.0
Painted = bytes | re.Pattern[bytes]


class Terminal:
    """A program in a terminal. `began` is when it was started, on `time.perf_counter`."""

    def __init__(self, arguments: list[str], environment: Mapping[str, str], size: Size) -> None:
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, size[::-1])
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)
        self._seen = b""

    def press(self, key: bytes) -> float:
        """Presses a key; when that was. What was painted before is forgotten."""
        self._read_what_is_there()
        self._seen = b""
        pressed = time.perf_counter()
        os.write(self._ours, key)
        return pressed

    def until(self, painted: Painted) -> float:
        """Waits until something is painted; when that was. Raises TimeoutError."""
        deadline = time.perf_counter() + PATIENCE
        while (left := deadline - time.perf_counter()) > 0:
            if self._has(painted):
                return time.perf_counter()
            if select([self._ours], [], [], left)[0]:
                self._read()
        raise TimeoutError(self._seen[-2_000:].decode(errors="replace"))

    def rest(self, seconds: float) -> None:
        """Reads on for a while, whatever comes."""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0:
            if select([self._ours], [], [], left)[0]:
                self._read()

    def close(self) -> None:
        """Ends the program."""
        self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def _has(self, painted: Painted) -> bool:
        if isinstance(painted, bytes):
            return painted in self._seen
        return painted.search(self._seen) is not None

    def _read_what_is_there(self) -> None:
        while select([self._ours], [], [], 0)[0]:
            self._read()

    def _read(self) -> None:
        self._seen += os.read(self._ours, 65_536)


@contextmanager
def terminal(
    arguments: list[str], environment: Mapping[str, str], size: Size = (120, 36)
) -> Iterator[Terminal]:
    """`python -m arguments` in a terminal of `size` (columns, rows), ended with the block."""
    opened = Terminal(arguments, environment, size)
    try:
        yield opened
    finally:
        opened.close()
