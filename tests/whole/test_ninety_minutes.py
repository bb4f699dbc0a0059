"""Ninety minutes at sixty times their speed: a real hub, its API, and a facilitator who follows a script.

The hub's clock is the run's own, sixty times as fast as a watch that the script moves on, so nobody waits.
"""

import asyncio
from datetime import datetime
from pathlib import Path

from tests.room.plain import MINUTE, Part, Plain
from tests.room.test_catching import KEYS, ONE, agrees, at, written
from tests.tui.hubs import Hub
from workshop.core.clock import Clock
from workshop.room.agenda import Agenda
from workshop.tui.client import Client

SPEED = 60
NINETY_MINUTES = [
    Part(10 * MINUTE, at(13, 0), (0, 240)),
    Part(12 * MINUTE, None, (300, 180, 120), optional=(1, 2)),
    Part(17 * MINUTE, None, (360, 240)),
    Part(10 * MINUTE, None, (600,), pauses=(0,)),
    Part(16 * MINUTE, at(13, 50), (300, 240), optional=(1,)),
    Part(14 * MINUTE, None, (240, 300)),
    Part(10 * MINUTE, None, (0, 180)),
]
SCRIPT = """
13:01:40 next
13:06:00 next
13:14:25 next
13:16:00 drop
13:16:09 undo
13:18:30 next
13:20:00 drop
13:22:10 next
13:27:10 back
13:28:00 skip
13:30:00 next
13:33:00 pause
13:35:30 start
13:42:20 spread
13:42:30 undo
13:42:35 borrow
13:42:50 next
13:43:20 add 60
13:51:20 next
14:06:30 drop
14:06:40 next
14:22:00 spread
14:22:30 next
14:23:00 goto 9
14:23:40 goto 12
14:25:30 add 60
14:27:00 next
14:28:30 next
14:33:00 end
"""
"""What is pressed when. What of it steps on is found out by the plain timeline alone."""


class Watch:
    """A watch that is moved on by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def clock(self, begins: float) -> Clock:
        """A run's clock that goes sixty times as fast."""
        return Clock(wall=lambda: begins, steady=lambda: self.seconds, speed=SPEED)


def step_after(plain: Plain, verb: str, number: int | None) -> int | None:
    """Where the stage is after a command; None where it stays."""
    steps = [step for step in range(len(plain.clocks)) if step not in plain.dropped]
    match verb:
        case "next" | "skip":
            return min(step for step in steps if step > plain.here)
        case "back":
            return max(step for step in steps if step < plain.here)
        case "goto":
            return (number or 0) - 1
    return None


def follow(plain: Plain, verb: str, number: int | None) -> None:
    """What a command changes in the plain timeline."""
    if verb in KEYS:
        plain.take(verb)
    elif verb == "undo":
        plain.undo()
    elif verb == "pause":
        plain.stop()
    elif verb == "start":
        plain.start()
    elif verb == "add":
        plain.add(number or 0)
    elif (step := step_after(plain, verb, number)) is not None:
        plain.go(step, starts=verb == "next")


def pressed() -> list[tuple[int, str, int | None]]:
    """The script: seconds since one, the command, its number."""
    lines = [line.split() for line in SCRIPT.split("\n") if line]
    times = [datetime.strptime(time, "%H:%M:%S") - datetime(1900, 1, 1, 13) for time, *_ in lines]
    numbers = [int(rest[0]) if rest else None for _, _, *rest in lines]
    return [(time.seconds, line[1], n) for time, line, n in zip(times, lines, numbers, strict=True)]


async def test_planned_actual_and_projected_times_agree_with_the_plain_timeline_at_every_event(
    tmp_path: Path,
) -> None:
    watch, script = Watch(), pressed()
    hub = Hub(tmp_path, written(NINETY_MINUTES), clock=watch.clock(ONE))
    await hub.begin()
    client = Client(hub.folder)
    (began, _, _), *rest = script

    async def wait(until: int) -> None:
        watch.seconds = until / SPEED

    async def agenda() -> Agenda:
        return (await asyncio.to_thread(client.desk)).agenda

    await wait(began)
    await asyncio.to_thread(client.do, "next")
    plain = Plain(NINETY_MINUTES, int(ONE) + began)
    for second, verb, number in rest:
        before = await agenda()
        for part in (0.3, 1.0):
            seconds = round((second - (plain.now - int(ONE))) * part)
            plain.stay(seconds)
            await wait(plain.now - int(ONE))
            agrees(before, plain)
        shot = await asyncio.to_thread(client.do, verb, number)
        assert shot.now == plain.now
        if verb != "end":
            follow(plain, verb, number)
            assert shot.step == plain.here + 1
            agrees(await agenda(), plain)
    ended = await agenda()
    assert ended.ended == ended.ends(plain.now + 99) == plain.now
    assert [round(section.over or 0) for section in ended.sections] == plain.spent
    assert ended.drift(plain.now) == plain.now - at(14, 30)
    record = await asyncio.to_thread(client.record)
    assert [round(section.actual or 0) for section in record.sections] == plain.spent
    await hub.stop()
