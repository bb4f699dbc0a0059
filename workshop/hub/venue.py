"""Where the phones come in: the address in the QR, and the socket behind it."""

import ipaddress
import socket
from dataclasses import dataclass, replace

from workshop.hub import address, sockets
from workshop.hub.address import LOOPBACK
from workshop.room.runfile import RunFile
from workshop.room.ways import Way

_EVERY = ("0.0.0.0", "::")  # noqa: S104 - phones come in by whatever network they share with us


@dataclass(frozen=True)
class Venue:
    """`host` is what phones call; `bound` what the socket is bound to, empty for every address there is.

    `wanted_port` is the default port, where it was taken. `wish` is what the facilitator chose for this run.
    `there` is False while this computer does not have the address.
    """

    sock: socket.socket
    host: str
    bound: str
    wanted_port: int | None = None
    wish: str = ""
    there: bool = True

    @property
    def port(self) -> int:
        """The port that phones call."""
        return sockets.port_of(self.sock)

    @property
    def reachable(self) -> bool:
        """Whether another device can come in at all."""
        return self.there and self.host not in (LOOPBACK, "localhost", "::1")

    def address(self, code: str) -> str:
        """What one types into a browser: `192.168.1.23:8080/K7QX`."""
        return f"{self._place(self.host)}/{code}"

    def join_url(self, code: str) -> str:
        """What the QR holds: all capitals, which makes it small."""
        return f"http://{self.address(code)}".upper()

    def origin(self, host: str) -> str:
        """`host` at our port, as browsers name it: `http://192.168.1.23:8080`."""
        return f"http://{self._place(host)}".lower()

    def among(self, ways: list[Way]) -> "Venue":
        """This venue now that the computer has `ways`: the wish, else the same, else what is likeliest.

        With no network at all the address stays what it was: most often the same one comes back.
        """
        if self.bound:
            return replace(self, there=_has(ways, self.bound))
        found = {way.address: way for way in ways if way.net != "loopback"}
        if not found:
            return replace(self, there=False)
        return replace(self, host=self._best(found), there=True)

    def _best(self, found: dict[str, Way]) -> str:
        if self.wish in found:
            return self.wish
        best = next(iter(found.values()))
        # What no phone can reach is left as soon as there is something better.
        stays = self.host in found and (found[self.host].usable or not best.usable)
        return self.host if stays else best.address

    def _place(self, host: str) -> str:
        return f"[{host}]:{self.port}" if ":" in host else f"{host}:{self.port}"


def find(host: str | None, port: int | None, before: RunFile | None) -> Venue:
    """The venue of a run: as asked for, else as `before` the restart, else as found. Raises HubError."""
    if host in _EVERY:
        host, bound = None, ""
    else:
        bound = host or (before.bound if before else "")
    sock, wanted = _socket(bound, port, before)
    wish = before.wish if before else ""
    return Venue(sock, bound or _called(before), bound, wanted, wish)


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
    known = (before.wish, before.host) if before is not None else ()
    return next((host for host in known if host in found), found[0] if found else LOOPBACK)


def _has(ways: list[Way], bound: str) -> bool:
    try:
        wanted = ipaddress.ip_address(bound)
    except ValueError:  # a name may stand for anything
        return True
    # Of the system's addresses only those of version 4 are listed.
    return wanted.version == 6 or wanted.is_loopback or bound in [way.address for way in ways]
