"""A run's clock: wall time that no clock change moves, counting sleep, never before the journal's last."""

import sys
import time
from collections.abc import Callable
from datetime import datetime

Seconds = Callable[[], float]


def awake_and_asleep() -> float:
    """Seconds of a monotonic clock that goes on while the computer sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":  # whose time.monotonic() stands still while it sleeps
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
    return time.monotonic()  # Windows' counts sleep


class Clock:
    """Seconds since the epoch from one look at the wall clock, carried on by the monotonic one.

    In a rehearsal they pass `speed` times as fast.
    """

    def __init__(
        self,
        not_before: float = 0.0,
        *,
        wall: Seconds = time.time,
        steady: Seconds = awake_and_asleep,
        speed: float = 1.0,
    ) -> None:
        self.speed = speed
        self._steady = steady
        self._offset = max(wall(), not_before) - steady() * speed

    def now(self) -> float:
        """Seconds since the epoch."""
        return self._offset + self._steady() * self.speed

    def wait_for(self, moment: float) -> float:
        """Real seconds until the clock says `moment`; none where it is over."""
        return max(0.0, moment - self.now()) / self.speed


def of_day(moment: float) -> str:
    """`13:31`: the local time of day of `moment` (seconds since the epoch)."""
    return datetime.fromtimestamp(moment).strftime("%H:%M")


def hours_and_minutes(seconds: int) -> str:
    """`13:31`: so many seconds since midnight as a time of day."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}"


def span(seconds: float) -> str:
    """Seconds left as a clock shows them: `2:18`, `+0:42` in overtime. Rounded up: 0:01 is not yet 0:00."""
    whole = -int(-seconds // 1) if seconds > 0 else int(-seconds // 1)
    sign = "+" if seconds < 0 and whole else ""
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{left:02}" if hours else f"{sign}{minutes}:{left:02}"
