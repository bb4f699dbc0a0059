"""A phone without JavaScript: it loads pages, keeps its cookie, sends forms and goes where it is sent."""

from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode

from workshop.errors import HubError
from workshop.language import say

PATIENCE = 10.0
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SEE_OTHER = 303


class Page(NamedTuple):
    """What a request was answered with."""

    status: int
    html: str
    goes: str = ""
    cookies: Sequence[str] = ()


class Network:
    """The way to the hub. One connection serves all phones: it is by their cookies that they differ."""

    def __init__(self, host: str, port: int) -> None:
        self._connection = HTTPConnection(host, port, timeout=PATIENCE)

    def ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Page:
        """Raises HubError where nobody answers."""
        try:
            return self._ask(method, path, body, headers)
        except (OSError, HTTPException):
            self.close()  # a connection that has been still for long may be gone, and so may a hub
        try:
            return self._ask(method, path, body, headers)
        except (OSError, HTTPException) as error:
            self.close()
            raise HubError(say("The hub does not answer.")) from error

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Page:
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        html = response.read().decode()
        cookies = response.headers.get_all("set-cookie") or ()
        return Page(response.status, html, response.headers.get("location", ""), cookies)


class Phone:
    """One person's browser on the room's pages."""

    def __init__(self, network: Network, code: str) -> None:
        self._network, self._home = network, f"/{code}"
        self._cookies: dict[str, str] = {}

    def load(self, path: str = "") -> Page:
        """A page under the room's address. Raises HubError."""
        return self._ask("GET", self._home + path)

    def send(self, action: str, values: Sequence[tuple[str, str]]) -> Page:
        """Sends a form; the page that the hub then leads to. Raises HubError."""
        page = self._ask("POST", action, urlencode(values))
        return self._ask("GET", page.goes) if page.status == SEE_OTHER else page

    def _ask(self, method: str, path: str, body: str | None = None) -> Page:
        cookie = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = ({"Cookie": cookie} if cookie else {}) | (_FORM if body is not None else {})
        page = self._network.ask(method, path, body, headers)
        for told in page.cookies:
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(told).items()}
        return page
