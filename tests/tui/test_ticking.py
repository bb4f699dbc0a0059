"""Clocks on the stage: the run's time, when the picture changes by itself, the bell."""

import msgspec
import pytest

from tests.tui.examples import snapshot
from workshop.room.snapshot import ClockNow
from workshop.tui.ticking import Bell, RunClock, until_change


class Steady:
    """A steady clock that stands where it is put."""

    def __init__(self, at: float) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at


def running(ends: float) -> ClockNow:
    return ClockNow(total=60, left=0, running=True, ends=ends)


def test_the_runs_clock_goes_on_from_what_the_hub_said() -> None:
    steady = Steady(100.0)
    clock = RunClock(steady)
    clock.hear(5_000.0, received=100.0, fresh=True)
    steady.at = 107.5
    assert clock.now() == 5_007.5


def test_a_snapshot_that_was_late_does_not_put_the_clock_back() -> None:
    clock = RunClock(Steady(100.0))
    clock.hear(5_000.0, received=100.0, fresh=True)
    clock.hear(4_999.5, received=100.0, fresh=False)
    assert clock.now() == 5_000.0


def test_one_that_came_quicker_is_believed() -> None:
    clock = RunClock(Steady(100.0))
    clock.hear(5_000.0, received=100.0, fresh=True)
    clock.hear(5_000.4, received=100.0, fresh=False)
    assert clock.now() == 5_000.4


def test_a_new_hub_may_put_the_clock_back() -> None:
    clock = RunClock(Steady(100.0))
    clock.hear(5_000.0, received=100.0, fresh=True)
    clock.hear(4_000.0, received=100.0, fresh=True)
    assert clock.now() == 4_000.0


@pytest.mark.parametrize(
    ("now", "wait"), [(1_000.25, 0.75), (1_000.0, 1.0), (1_020.25, 0.75), (1_019.999, 0.001)]
)
def test_a_running_clock_changes_on_its_own_second_in_overtime_too(now: float, wait: float) -> None:
    shown = snapshot(timer=running(ends=1_020.0))
    assert until_change(shown, now) == pytest.approx(wait)


def test_a_clock_that_stands_waits_for_the_next_minute() -> None:
    paused = snapshot(timer=ClockNow(total=60, left=30, running=False))
    assert until_change(paused, 1_200.0 + 12) == 48.0
    assert until_change(snapshot(timer=None), 1_200.0 + 59) == 1.0


def test_after_the_end_no_clock_counts() -> None:
    ended = msgspec.structs.replace(snapshot(timer=running(ends=1_210.5)), state="ended")
    assert until_change(ended, 1_200.0) == 60.0


def test_the_bell_rings_once_when_time_runs_out() -> None:
    bell = Bell()
    heard = [bell.due(running(ends=10.0), now) for now in (8.0, 9.9, 10.0, 10.1, 11.0)]
    assert heard == [False, False, True, False, False]


def test_one_minute_more_in_overtime_has_it_ring_again() -> None:
    bell = Bell()
    assert [bell.due(running(ends=10.0), now) for now in (9.0, 11.0)] == [False, True]
    assert [bell.due(running(ends=70.0), now) for now in (11.0, 71.0)] == [False, True]


def test_a_stage_that_comes_in_overtime_does_not_ring() -> None:
    bell = Bell()
    assert not bell.due(running(ends=10.0), 12.0)


def test_a_clock_that_was_stopped_just_before_does_not_ring() -> None:
    bell = Bell()
    bell.due(running(ends=10.0), 9.0)
    assert not bell.due(ClockNow(total=60, left=1, running=False), 9.5)
    assert not bell.due(running(ends=10.4), 10.5)


def test_a_rehearsals_clock_goes_as_fast_as_the_hub_says() -> None:
    steady = Steady(100.0)
    clock = RunClock(steady)
    clock.hear(5_000.0, received=100.0, fresh=True, speed=20.0)
    steady.at = 101.5
    assert clock.now() == 5_030.0
    clock.hear(5_030.0, received=101.5, fresh=False)  # by a hub that was started without it
    steady.at = 102.5
    assert clock.now() == 5_031.0
