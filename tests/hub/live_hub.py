"""A live hub and the phones that visit it, over real HTTP."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

PATIENCE = 20.0


def until(truth: Callable[[], Any], what: str) -> Any:
    """Waits for `truth`; what it gave. Fails naming `what` after 20 s."""
    deadline = time.monotonic() + PATIENCE
    while not (found := truth()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)
    return found


class Answer(NamedTuple):
    """What a request was answered with."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


class Visitor:
    """Somebody with a browser's manners: keeps cookies, follows nothing by itself."""

    def __init__(self, host: str, port: int, code: str) -> None:
        self.host, self.port, self.home = host, port, f"/{code}"
        self.cookies: dict[str, str] = {}

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | str | Iterator[bytes] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        connection = HTTPConnection(self.host, self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, self._headers() | (headers or {}))
            return self._read(connection.getresponse())
        finally:
            connection.close()

    def get(self, path: str = "", **headers: str) -> Answer:
        """A path under the room's own address."""
        return self.ask("GET", self.home + path, headers=headers)

    def send(self, place: str, form: list[tuple[str, str]], *, script: bool = False) -> Answer:
        """Sends a form to a round (`2/1`), as the page does or as its script does."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        accept = {"Accept": "application/json"} if script else {}
        return self.ask("POST", f"{self.home}/{place}", urlencode(form), headers | accept)

    def _headers(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} if self.cookies else {}

    def _read(self, response: HTTPResponse) -> Answer:
        text = response.read().decode()
        for value in response.headers.get_all("set-cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(value).items()}
        return Answer(response.status, {k.lower(): v for k, v in response.headers.items()}, text)


class LiveHub:
    """A hub's process and its run's folder."""

    def __init__(self, folder: Path, session: Path) -> None:
        self.folder, self.session = folder, session
        self.log = folder / "hub.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.told: dict[str, str] = {}

    def start(self, **wishes: Any) -> "LiveHub":
        """Starts the process and waits for its first line."""
        asked = json.dumps({"host": "127.0.0.1", "port": 0} | wishes)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.hub.hosting", str(self.folder), str(self.session), asked],
                stdout=subprocess.PIPE,
                stderr=log,
            )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.log.read_text()
        self.told = json.loads(line)
        return self

    def resume(self, **wishes: Any) -> "LiveHub":
        """Starts again where it was: same port, same code."""
        return self.start(**{"host": None, "port": None, "resume": True} | wishes)

    def kill(self) -> None:
        """No goodbye."""
        assert self.process is not None
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def end(self) -> int:
        """Asks it to stop; its exit code."""
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(PATIENCE)
        if self.process.stdout is not None:
            self.process.stdout.close()
        return code

    @property
    def port(self) -> int:
        return urlsplit(self.told["join_url"].lower()).port or 0

    @property
    def url(self) -> str:
        """The room's address as a browser shows it."""
        return f"http://127.0.0.1:{self.port}/{self.told['code']}"

    def visitor(self) -> Visitor:
        return Visitor("127.0.0.1", self.port, self.told["code"])

    def control(self, method: str, path: str, body: Any = None, token: str | None = None) -> Answer:
        """The facilitator's API."""
        port = urlsplit(self.told["control_url"]).port or 0
        visitor = Visitor("127.0.0.1", port, "")
        headers = {"Authorization": f"Bearer {self.told['token'] if token is None else token}"}
        return visitor.ask(method, path, None if body is None else json.dumps(body), headers)

    def do(self, *verbs: str | tuple[str, int]) -> Any:
        """Commands, one after another; the last one's snapshot."""
        answer = Answer(0, {}, "{}")
        for verb in verbs:
            name, number = (verb, None) if isinstance(verb, str) else verb
            answer = self.control("POST", "/do", {"verb": name, "number": number})
            assert answer.status == 200, answer.text
        return answer.json

    def snapshot(self) -> Any:
        return self.control("GET", "/snapshot").json
