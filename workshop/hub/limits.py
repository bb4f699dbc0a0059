"""How much of anything a stranger may ask of the hub, and the buckets that keep the pace. In memory only."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


class Pace(NamedTuple):
    """`burst` at once, `refill` more a second."""

    burst: float
    refill: float


_PHONE = Pace(30, 1.0)
_ROOM = Pace(100_000, 5_000)


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, times in seconds. One room sits behind one address: nothing here counts by address."""

    connections: int = 6_000
    listeners: int = 4_000
    """Of the connections, so many may be event streams: pages and answers always find a place."""
    head_bytes: int = 16_384
    body_bytes: int = 16_384
    drained_bytes: int = 1_048_576
    """So much of a body that was refused is read and thrown away, so that the refusal can be read."""
    head_seconds: float = 10.0
    body_seconds: float = 10.0
    keep_alive_seconds: int = 75
    fields: int = 200
    phone: Pace = _PHONE
    """Answers of one phone."""
    room: Pace = _ROOM
    """Answers of all phones together: far above what a room can send, below what fills a disk."""


LIMITS = Limits()


class Bucket:
    """Lets a `Pace` through."""

    __slots__ = ("_at", "_left", "_pace")

    def __init__(self, pace: Pace, now: float) -> None:
        self._pace = pace
        self._left = pace.burst
        self._at = now

    def take(self, now: float) -> bool:
        """Whether there is one left, which is then gone."""
        self._left = self._filled(now)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def full(self, now: float) -> bool:
        """Whether nothing was taken lately."""
        return self._filled(now) >= self._pace.burst

    def _filled(self, now: float) -> float:
        return min(self._pace.burst, self._left + (now - self._at) * self._pace.refill)


class Paces:
    """A bucket for every phone and one for all; phones are known by their token, in memory only."""

    MOST = 20_000

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._room = Bucket(limits.room, clock())
        self._phones: dict[bytes, Bucket] = {}

    @property
    def known(self) -> int:
        """How many phones are remembered."""
        return len(self._phones)

    def answer(self, token: bytes) -> bool:
        """Whether this phone may send now."""
        now = self._clock()
        bucket = self._phones.get(token)
        if bucket is None:
            self._make_place(now)
            bucket = self._phones[token] = Bucket(self._limits.phone, now)
        return bucket.take(now) and self._room.take(now)

    def _make_place(self, now: float) -> None:
        if len(self._phones) < self.MOST:
            return
        self._phones = {token: b for token, b in self._phones.items() if not b.full(now)}
        if len(self._phones) >= self.MOST:
            # Only a flood of made-up phones gets here, and the room's own bucket holds that.
            self._phones.clear()
