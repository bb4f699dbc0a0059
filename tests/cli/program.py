"""The program as whoever types it meets it: a process with arguments, an exit code and two streams."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

PATIENCE = 30.0
LOCAL = ("--host", "127.0.0.1", "--port", "0")
JSON = dict[str, Any]


class Finished(NamedTuple):
    """A command that has ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stands on its stdout."""
        assert self.code == 0, self.err
        return json.loads(self.out)

    def refused(self, *words: str, code: int = 1) -> None:
        """It ended as an error must: one line on stderr that holds `words`, and nothing else."""
        assert (self.code, self.out) == (code, ""), self
        (line,) = self.err.splitlines()
        assert all(word in line for word in words), line


@dataclass(frozen=True)
class Program:
    """`workshop` with a data folder (`home`) and a working folder of its own."""

    home: Path
    here: Path

    def environment(self, **more: str) -> dict[str, str]:
        """What its processes are given: nothing of the developer's own settings."""
        kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
        told = {"WORKSHOP_HOME": str(self.home), "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
        return kept | {"HOME": str(self.here), "TERM": "xterm-256color"} | told | more

    def command(self, *arguments: str) -> list[str]:
        """The words that start it."""
        return [sys.executable, "-m", "workshop", *arguments]

    def __call__(self, *arguments: str, given: str = "", **environment: str) -> Finished:
        """Runs a command to its end; `given` is typed into it."""
        done = subprocess.run(
            self.command(*arguments),
            input=given,
            env=self.environment(**environment),
            cwd=self.here,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        return Finished(done.returncode, done.stdout, done.stderr)

    @contextmanager
    def host(self, *arguments: str) -> Iterator["Hub"]:
        """A hub on loopback, ended with the block."""
        hub = self.start_host(*arguments, *LOCAL)
        try:
            yield hub
        finally:
            hub.kill()

    def start_host(self, *arguments: str) -> "Hub":
        """A hub with these arguments, once it has said where it is; whoever starts it ends it."""
        process = subprocess.Popen(
            self.command("host", "--json", *arguments),
            env=self.environment(),
            cwd=self.here,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            _, words = process.communicate()
            raise AssertionError(words)
        return Hub(self, process, json.loads(line))

    def hubs(self) -> list[int]:
        """The processes of every hub that lives for this data folder, whoever started it."""
        return [int(path.name) for path in Path("/proc").glob("[0-9]*") if self._is_hub(path)]

    def _is_hub(self, process: Path) -> bool:
        try:
            arguments = (process / "cmdline").read_bytes().split(b"\0")
            environment = (process / "environ").read_bytes().split(b"\0")
        except OSError:  # gone meanwhile, or somebody else's
            return False
        return b"host" in arguments and f"WORKSHOP_HOME={self.home}".encode() in environment

    def write(self, name: str, text: str) -> Path:
        """A session file in the working folder."""
        path = self.here / name
        path.write_text(text, encoding="utf-8")
        return path

    def folders(self) -> list[str]:
        """The runs that have a folder, begun or not."""
        runs = self.home / "runs"
        return sorted(path.name for path in runs.iterdir()) if runs.is_dir() else []


@dataclass(frozen=True)
class Hub:
    """A hub's process, and the first line that it said."""

    program: Program
    process: subprocess.Popen[str]
    said: JSON

    @property
    def run(self) -> str:
        """Its run."""
        return str(self.said["run"])

    @property
    def folder(self) -> Path:
        """The run's files."""
        return self.program.home / "runs" / self.run

    @property
    def port(self) -> int:
        """The phones' port."""
        return urlsplit(self.said["join_url"].lower()).port or 0

    def status(self) -> JSON:
        """The snapshot, without the price of a process."""
        return self._ask("GET", "/snapshot")[1]

    def do(self, verb: str, number: int | None = None) -> JSON:
        """A command that is carried out, without the price of a process."""
        status, said = self._ask("POST", "/do", {"verb": verb, "number": number})
        assert status == 200, said
        return said

    def kill(self) -> None:
        """Ends it at once, whatever it was doing."""
        self.process.kill()
        self.process.communicate()

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Asks it to end; its exit code and what it wrote to stderr."""
        self.process.send_signal(number)
        _, words = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, words

    def _ask(self, method: str, path: str, body: JSON | None = None) -> tuple[int, JSON]:
        where = urlsplit(self.said["control_url"])
        connection = HTTPConnection(where.hostname or "", where.port, timeout=PATIENCE)
        try:
            head = {"Authorization": f"Bearer {self.said['token']}"}
            connection.request(method, path, json.dumps(body) if body else None, head)
            response = connection.getresponse()
            return response.status, json.loads(response.read())
        finally:
            connection.close()


def eventually(holds: Any, seconds: float = PATIENCE) -> Any:
    """What `holds()` gives once that is true; fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.03)
    return found
