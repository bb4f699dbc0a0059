"""The stream of snapshots for stage and desk: a burst of changes is one picture."""

import asyncio

from starlette.types import Receive, Scope, Send

from workshop.hub.replies import SECURITY
from workshop.room.room import Change, Room

PAUSE_SECONDS = 0.1
"""Between two snapshots on one stream: what changes faster is drawn once."""

HEARTBEAT_SECONDS = 15.0
_STREAM = [(b"content-type", b"text/event-stream"), *SECURITY]


class Snapshots:
    """A stream of whole snapshots: one at once, then after every change, a burst as one."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._streams: set[asyncio.Task[None]] = set()

    def close(self) -> None:
        """Ends every stream."""
        for stream in tuple(self._streams):
            stream.cancel()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _STREAM})
        stream = asyncio.ensure_future(self._write(send))
        self._streams.add(stream)
        gone = asyncio.ensure_future(_gone(receive))
        try:
            await asyncio.wait((stream, gone), return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
            stream.cancel()
            self._streams.discard(stream)
        if stream.done() and not stream.cancelled():
            stream.result()
        await send({"type": "http.response.body", "body": b""})

    async def _write(self, send: Send) -> None:
        news = asyncio.Event()

        def changed(_: Change) -> None:
            news.set()

        unwatch = self._room.watch(changed)
        try:
            while True:
                news.clear()
                data = b"data: " + self._room.snapshot_bytes() + b"\n\n"
                await send({"type": "http.response.body", "body": data, "more_body": True})
                await asyncio.sleep(PAUSE_SECONDS)
                await _within(news, HEARTBEAT_SECONDS)
        finally:
            unwatch()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _within(news: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await news.wait()
    except TimeoutError:
        return
