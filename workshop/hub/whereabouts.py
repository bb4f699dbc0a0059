"""Where the room is while the network changes under it: the hub looks, and tells when the room has moved."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from workshop.core.phrases import phrase
from workshop.errors import Refusal
from workshop.hub import address
from workshop.hub.venue import Venue
from workshop.room.ways import Way, WaysIn

EVERY_SECONDS = 0.5
"""Between two looks at this computer's addresses; one takes 0.3 ms."""
_REMEMBERED = 8

Tell = Callable[[Venue], None]


class Whereabouts:
    """The room's venue now. `tell` is told every new one; where that fails, again at the next look."""

    def __init__(self, venue: Venue, tell: Tell) -> None:
        self.venue = self._told = venue
        self._tell = tell
        self._ways: list[Way] = []
        self._left: tuple[str, ...] = ()

    @property
    def origins(self) -> tuple[str, ...]:
        """Where phones may find the room (`http://192.168.1.5:8080`): where it is, then other real ways."""
        if self.venue.bound:
            return (self.venue.origin(self.venue.host),)
        others = (way.address for way in self._ways if way.usable)
        return tuple(map(self.venue.origin, dict.fromkeys((self.venue.host, *others))))

    @property
    def left(self) -> tuple[str, ...]:
        """Where phones may still think that the room is."""
        return tuple(map(self.venue.origin, self._left))

    def ways_in(self) -> WaysIn:
        """Every address of this computer."""
        self._look(address.ways())
        return WaysIn(self.venue.host, self._ways, self.venue.bound)

    def choose(self, host: str) -> None:
        """Has the room be at `host` from now on. Raises Refusal."""
        if self.venue.bound:
            raise Refusal(phrase("The room was started with --host, which fixes its address."))
        self._ways = address.ways()
        way = next((way for way in self._ways if way.address == host), None)
        if way is None:
            raise Refusal(phrase("This computer has no address {address} now.", address=host))
        if way.net == "loopback":
            raise Refusal(way.why)
        self._settle(replace(self.venue, wish=host))

    async def follow(self) -> None:
        """Looks again and again, for ever."""
        while True:
            self._look(await asyncio.to_thread(address.ways))
            await asyncio.sleep(EVERY_SECONDS)

    def _look(self, ways: list[Way]) -> None:
        self._ways = ways
        self._settle(self.venue)

    def _settle(self, venue: Venue) -> None:
        before, self.venue = self.venue.host, venue.among(self._ways)
        if self.venue.host != before:
            left = [before, *(host for host in self._left if host not in (before, self.venue.host))]
            self._left = tuple(left[:_REMEMBERED])
        if self.venue != self._told:
            self._tell(self.venue)
            self._told = self.venue
