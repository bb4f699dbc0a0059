"""Many connections at once, quick enough that the server is what is measured and not the crowd."""

import selectors
import socket
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from benchmarks.phones import Talk, Unexpected

PATIENCE = 60.0
_LENGTH = b"content-length: "


@dataclass(frozen=True)
class Spent:
    """The time from the first request to the last response, and how much of it this process computed."""

    seconds: float
    computing: float

    @property
    def share(self) -> float:
        """Of one core; near 1 the crowd itself is what is measured."""
        return self.computing / self.seconds


@contextmanager
def connected(port: int, count: int) -> Iterator[list[socket.socket]]:
    """So many connections, closed with the block."""
    with ExitStack() as opened:
        address = "127.0.0.1", port
        yield [opened.enter_context(socket.create_connection(address, PATIENCE)) for _ in range(count)]


def crowd(sockets: Sequence[socket.socket], talks: Iterable[Talk]) -> Spent:
    """All `talks` at once, each on a connection of its own, to their end. Raises Unexpected."""
    start, computing = time.perf_counter(), time.process_time()
    with selectors.DefaultSelector() as selector:
        for sock, talk in zip(sockets, talks, strict=True):
            line = _Line(sock, talk)
            if line.say(b""):
                selector.register(sock, selectors.EVENT_READ, line)
        while selector.get_map():
            events = selector.select(PATIENCE)
            if not events:
                raise Unexpected(b"nothing more came")
            for key, _ in events:
                if not key.data.hear():
                    selector.unregister(key.fileobj)
    return Spent(time.perf_counter() - start, time.process_time() - computing)


class _Line:
    """One connection and what is said on it."""

    def __init__(self, sock: socket.socket, talk: Talk) -> None:
        self._sock, self._talk = sock, talk
        self._heard = b""

    def hear(self) -> bool:
        """Reads what is there; False once all is said."""
        data = self._sock.recv(65_536)
        if not data:
            raise Unexpected(b"hung up after " + self._heard[:200])
        self._heard += data
        return self.say(self._heard) if _whole(self._heard) else True

    def say(self, response: bytes) -> bool:
        """Sends what comes after `response`; False where nothing does."""
        self._heard = b""
        try:
            request = self._talk.send(response) if response else next(self._talk)
        except StopIteration:
            return False
        self._sock.sendall(request)
        return True


def _whole(response: bytes) -> bool:
    head, found, body = response.partition(b"\r\n\r\n")
    if not found:
        return False
    _, found, rest = head.partition(_LENGTH)
    return not found or len(body) >= int(rest.partition(b"\r\n")[0])
