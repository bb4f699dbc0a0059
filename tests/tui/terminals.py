"""A real terminal's two ends, with a program of ours at one of them."""

import os
import pty
import subprocess
import sys
import termios
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select
from time import sleep


class Terminal:
    """A program in a terminal, and everything it has written there (unless it is left unread)."""

    def __init__(
        self, code: str, *arguments: str, size: tuple[int, int] = (80, 24), read: bool = True
    ) -> None:
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (24, 80))
        environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANGUAGE": "en"}
        command = [sys.executable, "-c", code, *arguments]
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environ, start_new_session=True
        )
        os.close(theirs)
        self._written = bytearray()
        self._stop = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        if read:
            self._reader.start()

    @property
    def written(self) -> str:
        """All that was written so far."""
        return bytes(self._written).decode(errors="replace")

    def until(self, condition: Callable[[], object]) -> None:
        """Waits until something holds."""
        for _ in range(3_000):
            if condition():
                return
            sleep(0.01)
        raise AssertionError(self.written)

    def end(self) -> int:
        """The program's exit code, once it has ended and everything is read."""
        code = self.process.wait(30)
        if self._reader.is_alive():
            self._reader.join(30)
        return code

    def hang_up(self) -> None:
        """The terminal is closed."""
        self._stop.set()
        if self._reader.is_alive():
            self._reader.join()
        os.close(self._ours)
        self._ours = -1

    def close(self) -> None:
        """Ends whatever is left."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._ours >= 0:
            self.hang_up()

    def _read(self) -> None:
        with suppress(OSError):  # the other end is closed
            while not self._stop.is_set():
                if select([self._ours], [], [], 0.05)[0]:
                    self._written += os.read(self._ours, 65_536)


@contextmanager
def terminal(code: str, folder: Path, *, read: bool = True) -> Iterator[Terminal]:
    """`code` in a terminal, with the run's folder as its argument."""
    opened = Terminal(code, str(folder), read=read)
    try:
        yield opened
    finally:
        opened.close()
