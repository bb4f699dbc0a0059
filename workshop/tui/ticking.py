"""Time on the stage: the run's clock as heard from the hub, when the picture next changes, and the bell."""

import time
from collections.abc import Callable

from workshop.core.clock import awake_and_asleep
from workshop.room.snapshot import ClockNow, Snapshot

MINUTE = 60.0


class RunClock:
    """The run's clock, seconds since the epoch, carried on from what snapshots said by the steady clock.

    A snapshot is always a little old when it comes, so the one that came quickest is believed.
    """

    def __init__(self, steady: Callable[[], float] = awake_and_asleep) -> None:
        self._steady = steady
        self._offset = time.time() - steady()
        self._speed = 1.0
        self._heard = False

    def hear(self, now: float, received: float, *, fresh: bool, speed: float = 1.0) -> None:
        """A snapshot of the run's `now` came in when the steady clock stood at `received`.

        The run's clock goes at `speed`.
        """
        fresh, self._speed = fresh or speed != self._speed, speed
        offset = now - received * speed
        if fresh or not self._heard or offset > self._offset:
            self._offset, self._heard = offset, True

    def now(self) -> float:
        """The run's now."""
        return self._offset + self._steady() * self._speed


def until_change(snapshot: Snapshot, now: float) -> float:
    """Seconds of the run from `now` until the clocks on the stage show something else."""
    minute = MINUTE - now % MINUTE
    timer = snapshot.timer
    if snapshot.state != "live" or timer is None or timer.ends is None:
        return minute
    return min((timer.ends - now) % 1.0 or 1.0, minute)


class Bell:
    """Whether the bell is to be heard: once each time that a clock which was seen running runs out."""

    def __init__(self) -> None:
        self._running_out: float | None = None

    def due(self, timer: ClockNow | None, now: float) -> bool:
        """Whether `timer` has run out since the last look."""
        if timer is None or timer.ends is None:
            self._running_out = None
            return False
        if timer.ends > now:
            self._running_out = timer.ends
            return False
        due, self._running_out = self._running_out is not None, None
        return due
