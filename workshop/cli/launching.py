"""Starting a hub as a process of its own, which outlives the terminal that asked for it."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from workshop.errors import HubError, WorkshopError
from workshop.language import say
from workshop.room import runfile
from workshop.room.folder import RunFolder

START_SECONDS = 20.0
STOP_SECONDS = 2.0
STARTING = "starting"
"""The lock of whoever starts a run's hub again."""


class Launch:
    """A hub that is starting. It has no pipe to us: its own log, its own process group.

    One that is `tied` has our end of its stdin, and goes when we do.
    """

    def __init__(self, folder: RunFolder, arguments: Sequence[str], *, tied: bool = False) -> None:
        self.folder, self._tied = folder, tied
        arguments = [*arguments, "--tied"] if tied else arguments
        self._file = folder.path / runfile.NAME
        self._before = self._stamp()
        self._log_start = folder.log.stat().st_size if folder.log.exists() else 0
        self._process = self._spawn([sys.executable, "-m", "workshop", "host", *arguments])

    def wait(self) -> None:
        """Until the hub answers. Raises HubError with what the hub said if it died first."""
        deadline = time.monotonic() + START_SECONDS
        while self._stamp() == self._before:
            if (code := self._process.poll()) is not None:
                raise HubError(self._said() or say("The hub ended without a word (exit {code}).", code=code))
            if time.monotonic() > deadline:
                raise HubError(f"{say('The hub did not start in time.')}\n{self._said()}".strip())
            time.sleep(0.01)

    def let_go(self) -> None:
        """Unties the hub and waits until it is gone."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(START_SECONDS)
        self.give_up()

    def give_up(self) -> None:
        """Ends a hub that nobody waits for any more."""
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_SECONDS)
        self._process.kill()
        self._process.wait()

    def _spawn(self, command: list[str]) -> "subprocess.Popen[bytes]":
        descriptor = os.open(self.folder.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            return subprocess.Popen(  # noqa: S603 - our own interpreter and our own arguments
                command,
                stdin=subprocess.PIPE if self._tied else subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=descriptor,
                close_fds=True,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        finally:
            os.close(descriptor)

    def _stamp(self) -> tuple[int, int] | None:
        try:
            stat = self._file.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_ino

    def _said(self) -> str:
        with self.folder.log.open("rb") as log:
            log.seek(self._log_start)
            return log.read().decode(errors="replace").strip()


@contextmanager
def nothing_left_of(run: RunFolder) -> Iterator[None]:
    """Where a run fails before its hub has begun it, its folder goes again."""
    try:
        yield
    except BaseException:
        if not (run.path / runfile.NAME).exists():
            shutil.rmtree(run.path, ignore_errors=True)
        raise


def session_argument(session: str) -> str:
    """SESSION as the hub must be told it: a path made absolute, a name left a name."""
    return str(Path(session).absolute()) if Path(session).exists() else session


def reviver(run: RunFolder, launch: "Callable[[], Launch] | None" = None) -> Callable[[], None]:
    """What starts the hub of `run` again where it was killed, as `resume` would. It does not wait for it.

    A hub lives once it holds the run's lock; until then another lock tells all screens that one has begun.
    `launch` starts it in a way of its own.
    """
    turn = threading.Lock()

    def resume() -> Launch:
        return Launch(run, ["--resume", run.run])

    def start() -> None:
        failing = suppress(Timeout, WorkshopError, OSError)  # whoever is attached will ask again
        with turn, failing, FileLock(run.path / STARTING).acquire(timeout=0):
            if not run.alive():
                (launch or resume)().wait()

    def revive() -> None:
        if not turn.locked() and not run.alive():
            threading.Thread(target=start, daemon=True).start()

    return revive
