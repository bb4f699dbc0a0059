"""Where the phones come in: the address in the QR, and the socket behind it."""

import socket
from dataclasses import dataclass

from workshop.hub import address, sockets
from workshop.hub.address import LOOPBACK
from workshop.room.runfile import RunFile

_EVERY = ("0.0.0.0", "::")  # noqa: S104 - phones come in by whatever network they share with us


@dataclass(frozen=True)
class Venue:
    """`host` is what phones call; `bound` what the socket is bound to, empty for every address there is.

    `wanted_port` is the default port, where it was taken.
    """

    sock: socket.socket
    host: str
    bound: str
    wanted_port: int | None = None

    @property
    def port(self) -> int:
        """The port that phones call."""
        return sockets.port_of(self.sock)

    @property
    def reachable(self) -> bool:
        """Whether another device can come in at all."""
        return self.host not in (LOOPBACK, "localhost", "::1")

    def address(self, code: str) -> str:
        """What one types into a browser: `192.168.1.23:8080/K7QX`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}/{code}"

    def join_url(self, code: str) -> str:
        """What the QR holds: all capitals, which makes it small."""
        return f"http://{self.address(code)}".upper()


def find(host: str | None, port: int | None, before: RunFile | None) -> Venue:
    """The venue of a run: as asked for, else as `before` the restart, else as found. Raises HubError."""
    if host in _EVERY:
        host, bound = None, ""
    else:
        bound = host or (before.bound if before else "")
    sock, wanted = _socket(bound, port, before)
    return Venue(sock, bound or _called(before), bound, wanted)


def _socket(bound: str, port: int | None, before: RunFile | None) -> tuple[socket.socket, int | None]:
    if port is not None:
        return sockets.exactly(bound, port), None
    if before is not None:
        return sockets.exactly(bound, before.port, seconds=sockets.RESUME_SECONDS), before.wanted_port
    sock = sockets.anywhere(bound)
    taken = sockets.port_of(sock) != sockets.DEFAULT_PORT
    return sock, sockets.DEFAULT_PORT if taken else None


def _called(before: RunFile | None) -> str:
    # The QR on the wall stays true for as long as this computer keeps its address.
    found = [way.address for way in address.ways() if way.net != "loopback"]
    if before is not None and before.host in found:
        return before.host
    return found[0] if found else LOOPBACK
