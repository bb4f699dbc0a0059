"""Locked starts and catching up, against a reckoning of its own after everything that is pressed."""

import random
from datetime import datetime

import pytest

from tests.room.conftest import Halls
from tests.room.hall import Hall
from tests.room.plain import MINUTE, Part, Plain
from workshop.core.session import Session
from workshop.errors import Refusal
from workshop.room.agenda import Agenda
from workshop.room.catching import offers
from workshop.sessionfile.build import load_bytes

ONE = datetime(2026, 1, 12, 13, 0).timestamp()
CLOSE = 1e-3
"""Seconds by which two reckonings may differ: a share of moments since 1970 would be hours."""
KEYS = ("spread", "drop", "borrow")


def at(hour: int, minute: int) -> float:
    return ONE + ((hour - 13) * 60 + minute) * MINUTE


AFTERNOON = [
    Part(10 * MINUTE, at(13, 0), (0, 180), optional=(1,)),
    Part(12 * MINUTE, None, (180, 300), optional=(0,)),
    Part(None, None, (0, 0)),
    Part(15 * MINUTE, None, (360, 240)),
    Part(10 * MINUTE, None, (600,), pauses=(0,)),
    Part(18 * MINUTE, at(13, 50), (300, 240, 0), optional=(1,)),
    Part(12 * MINUTE, None, (240,), optional=(0,)),
    Part(9 * MINUTE, None, (540,), pauses=(0,)),
    Part(10 * MINUTE, None, (0, 180)),
]


def written(parts: list[Part]) -> Session:
    """The session file of these parts."""
    lines = ["title: Prøve", "language: nb", "sections:"]
    for number, part in enumerate(parts):
        lines.append(f"  - title: Del {number + 1}")
        lines += [f"    minutes: {part.seconds / MINUTE}"] if part.seconds else []
        lines += [f'    at: "{datetime.fromtimestamp(part.lock):%H:%M}"'] if part.lock else []
        lines.append("    steps:")
        for step, seconds in enumerate(part.clocks):
            lines.append(f"      - {'pause' if step in part.pauses else 'slide'}: Steg")
            lines += [f"        minutes: {seconds / MINUTE}"] if seconds else []
            lines += ["        optional: true"] if step in part.optional else []
    return load_bytes("\n".join(lines).encode(), "session.yaml")


def agrees(agenda: Agenda, plain: Plain) -> None:
    """Planned, actual and projected times, and all that is offered, are those of the plain reckoning."""
    now = float(plain.now)
    sections = range(len(plain.parts))
    assert [round(agenda.spent(n, now) or 0) for n in sections] == plain.spent
    assert [section.due for section in agenda.sections] == pytest.approx(plain.given, abs=CLOSE)
    starts = {number: agenda.starts(number, now) for number in plain.starts()}
    assert starts == pytest.approx(plain.starts(), abs=CLOSE)
    assert agenda.waits(now) == pytest.approx(plain.waits(), abs=CLOSE)
    assert agenda.ends(now) == pytest.approx(plain.play()[-1], abs=CLOSE)
    assert agenda.planned_end(now) == pytest.approx(plain.as_written()[-1], abs=CLOSE)
    assert agenda.drift(now) == pytest.approx(plain.missing(), abs=CLOSE)
    offered = {offer.way: dict(offer.taken) for offer in offers(agenda, now)}
    assert offered == {way: pytest.approx(saved, abs=CLOSE) for way, saved in plain.offers().items()}


async def begun(halls: Halls, parts: list[Part], late: int = 0) -> tuple[Hall, Plain]:
    """A workshop that has just begun, so many seconds after one."""
    hall = halls(written(parts))
    hall.time = ONE + late
    await hall.begin()
    await hall.do("next")
    return hall, Plain(parts, int(hall.time))


def pressed(plain: Plain, chance: random.Random) -> str:
    """What the facilitator does: mostly on, and half the time whatever helps."""
    if (helps := [*plain.offers()]) and chance.random() < 0.5:
        return chance.choice(helps)
    steps = len(plain.clocks)
    return chance.choice(["next"] * 6 + ["back", f"goto {chance.randrange(1, steps + 1)}", *KEYS, "undo"])


def follow(plain: Plain, verb: str, hall: Hall) -> None:
    """The same for the plain reckoning."""
    if verb in KEYS:
        plain.take(verb)
    elif verb == "undo":
        plain.undo()
    else:
        shot = hall.room.snapshot()
        assert shot.step is not None
        fresh = shot.step - 1 not in plain.visited
        plain.go(shot.step - 1, starts=verb == "next")
        if fresh and plain.clocks[plain.here]:
            assert shot.timer is not None
            assert shot.timer.total == pytest.approx(plain.clocks[plain.here], abs=1)


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_pressed_all_times_and_offers_agree_with_the_plain_reckoning(
    halls: Halls, seed: int
) -> None:
    chance = random.Random(seed)
    hall, plain = await begun(halls, AFTERNOON, chance.choice([-300, 0, 240]))
    for _ in range(40):
        fetched, seconds = hall.room.desk().agenda, chance.choice([1, 20, 61, 150, 300, 500])
        await hall.wait(seconds)
        plain.stay(seconds)
        agrees(fetched, plain)
        agrees(hall.room.desk().agenda, plain)
        verb = pressed(plain, chance)
        try:
            await hall.do(verb)
        except Refusal:
            assert verb not in plain.offers()
        else:
            follow(plain, verb, hall)
    agrees(hall.room.desk().agenda, plain)


async def late(halls: Halls, minutes: float) -> tuple[Hall, Plain]:
    """So late at the end of the first section, of which a step of three minutes is still to come.

    That one is optional, and so is the next. No section is locked.
    """
    parts = [part._replace(lock=None) for part in AFTERNOON if part.seconds]
    hall, plain = await begun(halls, parts)
    seconds = round((7 + minutes) * MINUTE)
    await hall.wait(seconds)
    plain.stay(seconds)
    return hall, plain


async def test_less_behind_than_is_called_two_minutes_nothing_is_offered(halls: Halls) -> None:
    hall, plain = await late(halls, 89 / 60)
    assert offers(hall.room.desk().agenda, hall.time) == ()
    assert {offer.way for offer in offers(hall.room.desk().agenda, hall.time + 1)} == {*KEYS}
    agrees(hall.room.desk().agenda, plain)


@pytest.mark.parametrize("way", ["spread", "borrow", "drop"])
async def test_what_is_taken_catches_up_and_can_be_taken_back_and_outlives_a_restart(
    halls: Halls, way: str
) -> None:
    hall, _ = await late(halls, 3)
    before = hall.room.desk().agenda
    await hall.do(way)
    after = hall.room.desk().agenda
    assert before.drift(hall.time) == 3 * MINUTE
    assert abs(after.drift(hall.time) or 0.0) <= MINUTE / 2
    assert after.planned_end(hall.time) == before.planned_end(hall.time), "the plan is what it was"
    await hall.restart(seconds=0)
    assert hall.room.desk().agenda == after
    await hall.do("undo")
    assert hall.room.desk().agenda == before


async def test_a_pause_that_gave_has_less_and_says_so_to_everybody(halls: Halls) -> None:
    hall, _ = await late(halls, 3)
    await hall.do("borrow", "goto 6", "next")
    shot, phone = hall.room.snapshot(), hall.room.phone()
    assert shot.timer is not None
    assert (shot.timer.total, shot.timer.ends) == (7 * MINUTE, hall.time + 7 * MINUTE)
    assert (phone.total, phone.ends) == (shot.timer.total, shot.timer.ends)


async def test_what_is_left_out_is_not_what_comes_next(halls: Halls) -> None:
    hall, _ = await late(halls, 3)
    await hall.do("drop")
    desk = hall.room.desk()
    assert desk.following is not None
    assert desk.following.step == 3
    assert (await hall.do("next")).step == 3
    assert (await hall.do("back")).step == 1


async def test_where_a_start_had_long_passed_when_it_began_none_holds(halls: Halls) -> None:
    hall, _ = await begun(halls, AFTERNOON, late=61 * MINUTE)
    agenda = hall.room.desk().agenda
    assert [section.starts for section in agenda.sections if section.starts] == []
    assert agenda.drift(hall.time) == 0


async def test_before_the_beginning_a_locked_start_is_waited_for(halls: Halls) -> None:
    hall = halls(written(AFTERNOON))
    hall.time = ONE - 20 * MINUTE
    await hall.begin()
    agenda = hall.room.desk().agenda
    assert (agenda.starts(0, hall.time), agenda.ends(hall.time)) == (ONE, at(13, 50) + 49 * MINUTE)
    assert agenda.waits(hall.time) == 0
