"""A phone's TCP connection: uvicorn's, with deadlines, limits on sizes, and a limit on how many there are."""

import asyncio
from typing import ClassVar, Literal

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from workshop.hub.limits import LIMITS, Limits

Part = Literal["between", "head", "body"]


def refusal(status: str, text: str) -> bytes:
    """A whole HTTP response that ends the connection."""
    body = text.encode()
    head = (
        f"HTTP/1.1 {status}\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: {len(body)}\r\n"
        "cache-control: no-store\r\nretry-after: 5\r\nconnection: close\r\n\r\n"
    )
    return head.encode() + body


class Connection(HttpToolsProtocol):
    """Ends what trickles in, grows too large, or is one connection too many.

    A request that comes whole in one packet, as nearly all do, costs no timer.
    """

    limits: ClassVar[Limits] = LIMITS
    full = refusal("503 Service Unavailable", "The room is full just now.")
    late = refusal("408 Request Timeout", "The request took too long.")
    large = refusal("431 Request Header Fields Too Large", "The request's head is too large.")

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._part: Part = "head"
        self._timed: Part = "between"
        self._deadline: asyncio.TimerHandle | None = None
        self._head_bytes = self._body_bytes = 0
        if len(self.connections) > self.limits.connections:
            self._end(self.full)
        else:
            self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._rest()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self._part == "between":
            self._part = "head"
        super().data_received(data)
        if self._part == "head":
            self._head_bytes += len(data)
        if self._head_bytes > self.limits.head_bytes:
            self._end(self.large)
        elif self._body_bytes > self.limits.drained_bytes:
            self._end(b"")
        else:
            self._watch()

    def on_message_begin(self) -> None:
        self._part = "head"
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._part = "body"
        self._head_bytes = self._body_bytes = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._part = "between"
        super().on_message_complete()

    def _watch(self) -> None:
        if self._part == self._timed or self.transport.is_closing():
            return
        self._rest()
        self._timed = self._part
        if self._part != "between":
            limits = self.limits
            seconds = limits.head_seconds if self._part == "head" else limits.body_seconds
            self._deadline = self.loop.call_later(seconds, self._end, self.late)

    def _rest(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _end(self, last_words: bytes) -> None:
        self._rest()
        cycle = self.cycle
        if cycle is None or cycle.response_complete or not cycle.response_started:
            self.transport.write(last_words)
        self.transport.close()
