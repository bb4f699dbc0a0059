"""The gate: only requests that are meant for this hub, and forms that come from its own pages, get in."""

import ipaddress
import socket
from collections.abc import Iterable

from starlette.types import ASGIApp, Receive, Scope, Send

from workshop.hub.replies import TEXT, reply
from workshop.hub.visit import Visit

_READING = ("GET", "HEAD")
_LONGEST_PATH = 200


class Gate:
    """Puts a `Visit` into the scope and the path into lower case, or turns the request away.

    `names` are what this computer may be called besides the address that the connection came in on.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self._app = app
        self._names = {name.lower().encode() for name in names}

    def admit(self, name: str) -> None:
        """This computer is called so too."""
        self._names.add(name.lower().encode())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = Visit(scope)
        if not self._ours(visit.host, scope):
            await reply(send, 421, b"This is another computer.\n", TEXT)
        elif scope["method"] not in _READING and visit.origin not in (b"", b"http://" + visit.host):
            await reply(send, 403, b"This form comes from another site.\n", TEXT)
        elif len(scope["path"]) > _LONGEST_PATH:
            await reply(send, 414, b"No address here is that long.\n", TEXT)
        else:
            scope["visit"] = visit
            scope["path"] = scope["path"].lower().rstrip("/") or "/"
            await self._app(scope, receive, send)

    def _ours(self, host: bytes, scope: Scope) -> bool:
        # The address that was actually called is ours whatever has happened to the network since the start;
        # a name that an attacker points at us is not.
        name = _without_port(host)
        return name in self._names or name == _called(scope)


def names_of_this_computer() -> set[str]:
    """What people on the same network may call this computer."""
    name = socket.gethostname()
    return {"localhost", "127.0.0.1", "[::1]", name, f"{name}.local"}


def _without_port(host: bytes) -> bytes:
    name, colon, port = host.rpartition(b":")
    return name if colon and (port.isdigit() or not port) else host


def _called(scope: Scope) -> bytes:
    address = str(scope["server"][0])
    try:
        return f"[{address}]".encode() if ipaddress.ip_address(address).version == 6 else address.encode()
    except ValueError:
        return address.encode()
