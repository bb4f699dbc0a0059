"""Event streams: a hint for every phone that there is something new to fetch, the same bytes for all."""

import asyncio
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from workshop.hub.pages import Pages
from workshop.hub.replies import SECURITY, TEXT, reply
from workshop.hub.whereabouts import Whereabouts
from workshop.room.room import Change, Room

SLOWEST_SECONDS, QUICKEST_SECONDS = 15.0, 0.8
WRITES_A_SECOND = 100
"""For hearing that the hub is still there: 80 phones hear it every 0.8 s, 600 every six."""
_STREAM = [
    (b"content-type", b"text/event-stream"),
    (b"x-accel-buffering", b"no"),
    *SECURITY,
]
_AT_ONCE = 50


class Hints:
    """Tells the phones of the facilitator's events and of new addresses; each other's answers wake nobody.

    A phone costs one waiting coroutine. One task writes to all; what a slow phone misses it can fetch.
    """

    def __init__(self, room: Room, pages: Pages, whereabouts: Whereabouts, most: int) -> None:
        self._room = room
        self._pages = pages
        self._whereabouts = whereabouts
        self._most = most
        self._news = asyncio.Event()
        self._phones: set[Send] = set()
        self._state = b""
        self._unwatch = room.watch(self._changed)

    @property
    def state(self) -> bytes:
        """What is sent, as JSON: the state's tag, in the lobby how many have joined, and where the room is.

        `beat` is how many seconds from one to the next at most.
        """
        if not self._state:
            # Only the lobby's page says how many are there, and only there it costs nothing to ask.
            lobby = self._room.state.state == "lobby"
            joined = self._room.snapshot().joined if lobby else None
            where = {"at": self._whereabouts.origins, "left": self._whereabouts.left}
            state = {"tag": self._pages.tag, "run": self._room.run, "joined": joined, "beat": self._beat}
            self._state = json.dumps(state | where).encode()
        return self._state

    @property
    def _beat(self) -> float:
        return min(SLOWEST_SECONDS, max(QUICKEST_SECONDS, len(self._phones) / WRITES_A_SECOND))

    async def run(self) -> None:
        """Writes to the phones until cancelled."""
        while True:
            try:
                async with asyncio.timeout(self._beat):
                    await self._news.wait()
            except TimeoutError:
                self._state = b""
            self._news.clear()
            await self._tell(_event(self.state))

    def close(self) -> None:
        """Ends every stream."""
        self._unwatch()
        for send in tuple(self._phones):
            write(send, b"", more=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if len(self._phones) >= self._most:
            await reply(send, 503, b"Too many are listening.\n", TEXT, [(b"retry-after", b"10")])
            return
        visit = scope["visit"]
        if visit.token:
            self._room.see(visit.token, elsewhere=visit.elsewhere)
        await send({"type": "http.response.start", "status": 200, "headers": _STREAM})
        await send(_body(b"retry: 1000\n" + _event(self.state)))
        self._phones.add(send)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._phones.discard(send)

    async def tell(self, request: Request) -> Response:
        """The same once, for phones that hear no stream, and for pages at this room's other addresses."""
        origin = request.scope["visit"].origin
        response = Response(self.state, media_type="application/json")
        response.raw_headers += [*SECURITY, (b"vary", b"origin")]
        if origin.decode("latin-1") in (*self._whereabouts.origins, *self._whereabouts.left):
            response.raw_headers.append((b"access-control-allow-origin", origin))
        return response

    def _changed(self, change: Change) -> None:
        self._state = b""
        if change != "answers":
            self._news.set()

    async def _tell(self, event: bytes) -> None:
        for number, send in enumerate(tuple(self._phones), 1):
            write(send, event)
            if number % _AT_ONCE == 0:
                await asyncio.sleep(0)  # let answers in between


def _event(data: bytes) -> bytes:
    return b"data: " + data + b"\n\n"


def _body(content: bytes, *, more: bool = True) -> dict[str, Any]:
    return {"type": "http.response.body", "body": content, "more_body": more}


def write(send: Send, content: bytes, *, more: bool = True) -> None:
    """Sends without ever waiting: to a phone whose buffer is full nothing is sent."""
    step: Any = send(_body(content, more=more))
    try:
        step.send(None)
    except StopIteration:
        return
    step.close()
