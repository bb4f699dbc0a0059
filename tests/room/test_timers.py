"""Clocks on the stage: what starts them, and that they are true over restarts."""

from tests.room.conftest import Halls
from tests.room.hall import Hall, session
from workshop.room.snapshot import ClockNow

TIMED = "{slide: Tenk etter, minutes: 2}"
QUESTION = "{open: 'Hva nå?', minutes: '1:30'}"


async def timed(halls: Halls) -> Hall:
    return await halls(session(TIMED, QUESTION, TIMED)).begin()


def left(hall: Hall) -> float:
    timer = hall.room.snapshot().timer
    assert timer is not None
    return timer.left


def running(hall: Hall) -> bool:
    timer = hall.room.snapshot().timer
    assert timer is not None
    return timer.running


async def test_next_starts_the_clock_and_goto_skip_and_back_do_not(halls: Halls) -> None:
    hall = await timed(halls)
    await hall.do("goto 3")
    assert not running(hall)
    await hall.do("back")
    assert not running(hall)
    await hall.do("goto 1", "skip")
    assert not running(hall)
    await hall.do("next")
    assert (running(hall), left(hall)) == (True, 90)


async def test_next_starts_the_clock_of_a_step_that_goto_only_looked_at(halls: Halls) -> None:
    hall = await timed(halls)
    await hall.do("goto 3", "goto 2", "next", "next", "next")
    assert hall.room.snapshot().step == 3
    assert (running(hall), left(hall)) == (True, 120)


async def test_a_clock_that_runs_is_true_in_every_snapshot_and_ends_when_it_says(halls: Halls) -> None:
    hall = await timed(halls)
    await hall.do("next")
    began = hall.time
    hall.time += 45.5
    assert hall.room.snapshot().timer == ClockNow(120, 74.5, True, began + 120)
    assert hall.room.phone().ends == began + 120
    hall.time += 100
    assert left(hall) == -25.5


async def test_a_clock_runs_on_by_the_wall_while_no_hub_is_there(halls: Halls) -> None:
    hall = await timed(halls)
    await hall.do("next")
    await hall.restart(seconds=100)
    assert (running(hall), left(hall)) == (True, 20)
    await hall.do("pause")
    await hall.restart(seconds=100)
    assert (running(hall), left(hall)) == (False, 20)


async def test_time_never_goes_back_behind_the_journal(halls: Halls) -> None:
    hall = await timed(halls)
    await hall.do("next")
    hall.time += 30
    await hall.do("blank")
    last = hall.room.state.last
    await hall.restart(seconds=-3600)
    assert hall.room.snapshot().now == last
    assert left(hall) == 90
    hall.time += 10
    await hall.do("blank")
    assert (left(hall), hall.room.state.last) == (80, last + 10)


async def test_ten_seconds_to_undo_are_not_cut_short_by_the_wall_clock(halls: Halls) -> None:
    hall = await timed(halls)
    await hall.do("goto 2", "next", "next")
    assert hall.room.due() == hall.room.clock.now() + 10


async def test_the_room_does_nothing_by_itself_when_time_is_up(halls: Halls) -> None:
    hall = await timed(halls)
    await hall.do("goto 2", "next")
    before = hall.room.state
    await hall.wait(10_000)
    assert hall.room.state == before
    assert hall.phase == "open"
