"""Where runs live: a folder a run under WORKSHOP_HOME, held by one hub at a time through a file lock."""

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_data_path

from workshop.errors import RunError
from workshop.language import say
from workshop.room import runfile
from workshop.room.runfile import RunFile

CODE_LETTERS = "CDFGHJKMNPQRTVWXY34679"
"""No vowels, so that no word appears; nothing that is mistaken for something else from the back of a room."""

CODE_LENGTH = 4
LOCK = "lock"
LOCK_SECONDS = 2.0
RUNS, REHEARSALS = "runs", "rehearsals"
"""The folders of home that runs live in. Nobody who asks for runs is given a rehearsal."""
LEFT_SECONDS = 60.0
"""So old must a rehearsal be that nobody holds and nobody keeps, to have been left behind."""
_CODE = re.compile(r"[A-Z0-9]{3,8}")


def home() -> Path:
    """The folder of all data: WORKSHOP_HOME, else the platform's own."""
    given = os.environ.get("WORKSHOP_HOME")
    return Path(given).expanduser() if given else user_data_path("workshop", appauthor=False)


def new_code() -> str:
    """A room code that is easy to read out and to type."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def valid_code(code: str) -> str:
    """`code` in capitals. Raises RunError where it cannot be a room's code."""
    if not _CODE.fullmatch(code.upper()):
        message = "The code “{code}” will not do: 3 to 8 letters a–z and digits."
        raise RunError(say(message, code=code))
    return code.upper()


@dataclass(frozen=True)
class RunFolder:
    """The files of one run. Its name is the run's id."""

    path: Path

    @property
    def run(self) -> str:
        """The run's id."""
        return self.path.name

    @property
    def code(self) -> str:
        """The room's code, which the folder is named after."""
        return self.run.split("-")[3].upper()

    @property
    def session(self) -> Path:
        """The run's own copy of its session file."""
        return self.path / "session.yaml"

    @property
    def pictures(self) -> Path:
        """The folder of its own copies of the session's pictures, under the names that the session gives."""
        return self.path / "pictures"

    @property
    def log(self) -> Path:
        """The hub's log: errors only, never who or what."""
        return self.path / "hub.log"

    @property
    def journal(self) -> Path:
        """The journal; there once a hub has begun the run."""
        return self.path / "journal.sqlite"

    @property
    def remote(self) -> Path:
        """The phone remote's key; there only while that is switched on."""
        return self.path / "remote.key"

    def keep_picture(self, file: str, data: bytes) -> None:
        """Keeps `data` as the picture that the session calls `file`. Raises OSError."""
        path = self.pictures / file
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        runfile.replace_private(path, data)

    @property
    def theme(self) -> str:
        """The theme of the stage that was opened last; empty where none was."""
        try:
            return (self.path / "theme").read_text()
        except (OSError, UnicodeDecodeError):
            return ""

    def remember_theme(self, theme: str) -> None:
        """Tells desks that open later which theme the stage has."""
        with suppress(OSError):  # a desk in the wrong theme is no reason to have no stage
            runfile.replace_private(self.path / "theme", theme.encode())

    @property
    def kept(self) -> bool:
        """Whether a rehearsal is to stay when it is over."""
        return (self.path / "kept").exists()

    def keep(self) -> None:
        """Has a rehearsal stay when it is over. Raises OSError."""
        runfile.replace_private(self.path / "kept", b"")

    def key(self) -> bytes:
        """The key that makes texts' ids; made the first time. Raises RunError where it cannot be kept."""
        path = self.path / "texts.key"
        try:
            if not path.exists():
                runfile.replace_private(path, secrets.token_bytes(32))
            return path.read_bytes()
        except OSError as error:
            message = "The run {run} cannot keep its key: {error}"
            raise RunError(say(message, run=self.run, error=error)) from error

    def read(self) -> RunFile:
        """The run file. Raises RunError."""
        return runfile.read(self.path)

    def ended(self) -> bool:
        """Whether the run is over."""
        return self.read().state == "ended"

    def alive(self) -> bool:
        """Whether a hub holds the run."""
        if not self.path.is_dir():  # which to try the lock would make
            return False
        try:
            with self._lock.acquire(timeout=0):
                return False
        except Timeout:
            return True
        except OSError:  # where no lock can be made nobody holds one
            return False

    @contextmanager
    def hold(self, seconds: float = LOCK_SECONDS) -> Iterator[None]:
        """Holds the run against every other process. Raises RunError where another has it, or none can."""
        lock = self._lock
        try:
            lock.acquire(timeout=seconds)
        except Timeout as error:
            raise RunError(say("Another hub holds the run {run}.", run=self.run)) from error
        except OSError as error:
            message = "The run {run} cannot be held: {error}"
            raise RunError(say(message, run=self.run, error=error)) from error
        try:
            yield
        finally:
            lock.release()

    def erase(self) -> None:
        """Removes every file of the run for good. Raises RunError where a hub holds it, or a file stays."""
        try:
            with self.hold(seconds=0):
                # The run file goes last: what could not be erased can be found again.
                for path in sorted(self.path.iterdir(), key=lambda path: path.name == runfile.NAME):
                    _remove(path)
            shutil.rmtree(self.path)
        except OSError as error:
            message = "The run {run} could not be erased: {error}"
            raise RunError(say(message, run=self.run, error=error)) from error

    @property
    def _lock(self) -> FileLock:
        return FileLock(self.path / LOCK)


def create(code: str, *, rehearsal: bool = False) -> RunFolder:
    """A new run's folder, private to its owner. Raises RunError where none can be made."""
    runs, day = home() / (REHEARSALS if rehearsal else RUNS), datetime.now().strftime("%Y-%m-%d")
    name = f"{day}-{code.lower()}{'-rehearsal' if rehearsal else ''}"
    try:
        runs.mkdir(parents=True, exist_ok=True, mode=0o700)
        for number in range(1, 100):
            path = runs / (name + (f"-{number}" if number > 1 else ""))
            if _made(path):
                return RunFolder(path)
    except OSError as error:
        message = "No run can be kept in {folder}: {error}. Set WORKSHOP_HOME to a folder you may write in."
        raise RunError(say(message, folder=runs, error=error.strerror)) from error
    raise RunError(say("There are too many runs of today with the code {code}: choose another.", code=code))


def all_runs() -> list[RunFolder]:
    """Every run that a hub has begun, the newest first. Raises RunError where they cannot be looked at."""
    return _runs_in(home() / RUNS)


def rehearsals() -> list[RunFolder]:
    """Every rehearsal that a hub has begun, the newest first. Raises RunError."""
    return _runs_in(home() / REHEARSALS)


def begun(run: str) -> RunFolder:
    """The folder that was made for the run called `run`, whether or not a hub has begun it."""
    rehearsal = RunFolder(home() / REHEARSALS / run)
    return rehearsal if rehearsal.path.is_dir() else RunFolder(home() / RUNS / run)


def erase_left_behind() -> None:
    """Erases rehearsals that were not to stay, and of which every process was killed at once."""
    for path in (home() / REHEARSALS).glob("*-rehearsal*"):
        run = RunFolder(path)
        with suppress(RunError, OSError):
            if not run.kept and time.time() - path.stat().st_mtime > LEFT_SECONDS and not run.alive():
                run.erase()


def _runs_in(folder: Path) -> list[RunFolder]:
    try:
        runs = [RunFolder(path) for path in folder.iterdir() if (path / runfile.NAME).is_file()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        message = "The runs in {folder} cannot be read: {error}"
        raise RunError(say(message, folder=folder, error=error.strerror)) from error
    return sorted(runs, key=_created, reverse=True)


def find(run: str) -> RunFolder:
    """The run called `run`: its id, or the code of the newest one with it. Raises RunError.

    A rehearsal goes by its id alone.
    """
    runs = all_runs()
    named = [candidate for candidate in (*runs, *rehearsals()) if candidate.run.lower() == run.lower()]
    found = named or [candidate for candidate in runs if _code(candidate).lower() == run.lower()]
    if not found:
        message = "There is no run called “{run}”. `workshop runs` lists those there are."
        raise RunError(say(message, run=run))
    return found[0]


def _made(path: Path) -> bool:
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        return False
    return True


def _created(folder: RunFolder) -> float:
    try:
        return folder.read().created
    except RunError:
        return 0.0


def _code(folder: RunFolder) -> str:
    try:
        return folder.read().code
    except RunError:
        return ""


def _remove(path: Path) -> None:
    if path.name == LOCK:
        return  # held, and on Windows not to be removed while it is
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
