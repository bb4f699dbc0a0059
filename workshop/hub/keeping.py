"""What the hub does by itself: makes closes final in time, notes the run's state, and ends after the end."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from workshop.room.room import Change, Room

_AGAIN_SECONDS = 1.0


class News:
    """Wakes whoever waits for the facilitator's next event."""

    def __init__(self, room: Room) -> None:
        self._event = asyncio.Event()
        self.unwatch = room.watch(self._changed)

    async def wait(self, seconds: float | None) -> bool:
        """Whether something happened within `seconds` (None: whenever it does)."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return False
        self._event.clear()
        return True

    def _changed(self, change: Change) -> None:
        if change == "event":
            self._event.set()


async def make_closes_final(room: Room) -> None:
    """Calls `tick` when something is due, for ever."""
    news = News(room)
    try:
        while True:
            due = room.due()
            left = None if due is None else room.clock.wait_for(due)
            if not await news.wait(left):
                await room.tick()
    finally:
        news.unwatch()


async def note_state(room: Room, note: Callable[[str], None]) -> None:
    """Calls `note` with the run's state whenever that has changed, for ever."""
    news, noted = News(room), room.state.state
    try:
        while True:
            await news.wait(None)
            if room.state.state != noted:
                noted = room.state.state
                note(noted)
    finally:
        news.unwatch()


async def stop_after_end(room: Room, seconds: float, stop: Callable[[], None]) -> None:
    """Calls `stop` when the run has been over for so long."""
    news = News(room)
    while room.state.state != "ended":
        await news.wait(None)
    news.unwatch()
    await asyncio.sleep(seconds)
    stop()


async def persist(work: Callable[[], Awaitable[None]]) -> None:
    """Does `work`; where it fails, says so in the log and begins it again: the room goes on."""
    while True:
        try:
            await work()
        except Exception:
            logging.exception("Something the hub does by itself failed; it is begun again.")
            await asyncio.sleep(_AGAIN_SECONDS)
        else:
            return
