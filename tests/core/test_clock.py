"""The run's clock, and how time left is shown."""

import pytest

from workshop.core.clock import Clock, awake_and_asleep, span


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (138, "2:18"),
        (137.2, "2:18"),
        (60, "1:00"),
        (59.01, "1:00"),
        (0.01, "0:01"),
        (0, "0:00"),
        (-0.4, "0:00"),
        (-1, "+0:01"),
        (-42.9, "+0:42"),
        (-60, "+1:00"),
        (3_599, "59:59"),
        (3_600, "1:00:00"),
        (-3_661, "+1:01:01"),
        (86_399.5, "24:00:00"),
    ],
)
def test_time_left_is_rounded_up_and_overtime_down(seconds: float, shown: str) -> None:
    assert span(seconds) == shown


def test_a_change_of_the_wall_clock_does_not_move_the_run() -> None:
    wall, steady = [1_000.0], [50.0]
    clock = Clock(wall=lambda: wall[0], steady=lambda: steady[0])
    wall[0] = 999_999.0
    steady[0] += 7.5
    assert clock.now() == 1_007.5


def test_a_wall_clock_that_was_set_back_never_goes_before_the_journal() -> None:
    clock = Clock(2_000.0, wall=lambda: 1_000.0, steady=lambda: 50.0)
    assert clock.now() == 2_000.0


def test_the_steady_clock_never_goes_back() -> None:
    first = awake_and_asleep()
    assert awake_and_asleep() >= first


def test_in_a_rehearsal_minutes_pass_in_seconds() -> None:
    steady = [50.0]
    clock = Clock(wall=lambda: 1_000.0, steady=lambda: steady[0], speed=20.0)
    assert clock.now() == 1_000.0
    steady[0] += 3.0
    assert clock.now() == 1_060.0
    assert clock.wait_for(1_100.0) == 2.0
    assert clock.wait_for(900.0) == 0.0
