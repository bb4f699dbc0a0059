"""A real hub in a process of its own, and its API."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import msgspec

from benchmarks.home import Home, home
from benchmarks.phones import Place
from workshop.room import runfile
from workshop.room.folder import RunFolder

SECONDS = 30.0
CODE = "K7QX"
LOCAL = ("--host", "127.0.0.1", "--port", "0")


@dataclass(frozen=True)
class Hub:
    """A hub that answers. `pid` is its process, 0 where another program of ours started it."""

    home: Home
    said: dict[str, Any]
    pid: int = 0

    def place(self, step: int) -> Place:
        """Where phones send their answers to a step."""
        return Place(urlsplit(self.said["join_url"].lower()).port or 0, self.said["code"], step)

    def open(self, step: int) -> Place:
        """Puts a step on the stage and opens it."""
        if self.ask("GET", "/snapshot")["state"] == "lobby":
            self.do("next")
        self.do("goto", step)
        self.do("open")
        return self.place(step)

    def do(self, verb: str, number: int | None = None) -> dict[str, Any]:
        """Carries out a command; the snapshot after it."""
        return self.ask("POST", "/do", {"verb": verb, "number": number})

    def ask(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        """One request to the facilitator's API."""
        where = urlsplit(self.said["control_url"])
        connection = HTTPConnection(where.hostname or "", where.port, timeout=SECONDS)
        try:
            head = {"Authorization": f"Bearer {self.said['token']}"}
            connection.request(method, path, json.dumps(body) if body else None, head)
            response = connection.getresponse()
            said: dict[str, Any] = json.loads(response.read())
            if response.status != 200:
                raise RuntimeError(f"{method} {path}: {said}")
            return said
        finally:
            connection.close()


@contextmanager
def hub() -> Iterator[Hub]:
    """A hub in the lobby, ended with the block."""
    with home() as there:
        command = [sys.executable, "-m", "workshop", "host", there.session, "--json", *LOCAL]
        process = subprocess.Popen(
            command,
            env=there.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # "no phone can reach this computer": so it is meant
            encoding="utf-8",
        )
        try:
            assert process.stdout is not None
            yield Hub(there, json.loads(process.stdout.readline()), process.pid)
        finally:
            process.terminate()
            try:
                process.wait(SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
            process.communicate()


@contextmanager
def stopped_after(there: Home) -> Iterator[None]:
    """Ends the hub that `workshop run` starts in `there`, which outlives its terminal."""
    try:
        yield
    finally:
        found = eventually(lambda: [file.parent for file in there.path.glob(f"runs/*/{runfile.NAME}")])
        said = msgspec.to_builtins(runfile.read(found[0]))
        Hub(there, said).ask("POST", "/stop")
        eventually(lambda: not RunFolder(found[0]).alive())


def eventually(found: Callable[[], Any]) -> Any:
    """What `found()` gives once that is true. Raises TimeoutError."""
    deadline = time.monotonic() + SECONDS
    while not (value := found()):
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.05)
    return value
