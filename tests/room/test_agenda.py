"""The agenda against a reckoning of its own: second by second, from what was pressed and when."""

import random
from typing import NamedTuple

import msgspec
import pytest

from tests.room.conftest import Halls
from tests.room.hall import Hall
from workshop.core.moderation import Approve, Hide
from workshop.core.session import Session
from workshop.errors import Refusal
from workshop.room.agenda import Agenda
from workshop.sessionfile.build import load_bytes

MINUTE = 60
PLAN = (10, 8, None, 12, 5)
"""Minutes of the sections; the third has none, nor has any step of it."""
STEPS = (2, 1, 2, 3, 1)
SECTION_OF = [section for section, steps in enumerate(STEPS) for _ in range(steps)]
STEP = "- {slide: Hei}"
ASKING = "- {open: Hva, minutes: 3}"


def planned(minutes: tuple[float | None, ...] = PLAN, steps: tuple[int, ...] = STEPS) -> Session:
    lines = ["title: Prøve", "language: nb", "sections:"]
    for number, (box, count) in enumerate(zip(minutes, steps, strict=True)):
        lines.append(f"  - title: Del {number + 1}")
        lines += [f"    minutes: {box}"] * (box is not None)
        lines += ["    steps:", *[f"      {STEP}"] * count]
    return load_bytes("\n".join(lines).encode(), "session.yaml")


class Reckoned(NamedTuple):
    """What the agenda must say at a moment."""

    spent: list[int]
    ends: int
    drift: int


def reckon(track: list[int], at: int, begun: int) -> Reckoned:
    """`track` is the step on the stage in each second since `begun`: counted, not subtracted."""
    spent = [sum(SECTION_OF[step] == section for step in track) for section in range(len(PLAN))]
    here = SECTION_OF[track[-1]]
    left = [
        0 if box is None or section < here else max(0, box * MINUTE - spent[section])
        for section, box in enumerate(PLAN)
    ]
    ends = at + sum(left)
    unplanned = sum(1 for step in track if PLAN[SECTION_OF[step]] is None)
    on_plan = begun + sum(box * MINUTE for box in PLAN if box is not None) + unplanned
    return Reckoned(spent, ends, ends - on_plan)


def said(agenda: Agenda, at: float) -> Reckoned:
    drift = agenda.drift(at)
    assert drift is not None
    spent = [agenda.spent(section, at) or 0 for section in range(len(agenda.sections))]
    return Reckoned([round(seconds) for seconds in spent], round(agenda.ends(at)), round(drift))


@pytest.mark.parametrize("seed", range(8))
async def test_planned_actual_and_projected_agree_with_a_count_of_seconds_after_every_press(
    halls: Halls, seed: int
) -> None:
    hall, chance = await halls(planned()).begin(), random.Random(seed)
    await hall.do("next")
    begun, track = int(hall.time), []
    for _ in range(40):
        step = hall.room.snapshot().step
        assert step is not None
        seconds = chance.choice([1, 20, 61, 200, 700])
        early = chance.randrange(seconds)
        fetched = hall.room.desk().agenda
        await hall.wait(seconds)
        track += [step - 1] * seconds
        at = int(hall.time)
        assert said(fetched, at) == reckon(track, at, begun), "an agenda that was fetched before goes on"
        assert said(hall.room.desk().agenda, at) == reckon(track, at, begun)
        past = track[: len(track) - early]
        assert said(fetched, at - early) == reckon(past, at - early, begun)
        try:
            await hall.do(chance.choice(["next", "next", "next", "back", f"goto {chance.randrange(1, 10)}"]))
        except Refusal:
            continue


async def test_ninety_minutes_by_the_script_of_the_picture(halls: Halls) -> None:
    hall = await halls(planned((10, 8, 12, 7), (1, 1, 1, 1))).begin()
    begun = hall.time
    await hall.do("next")
    for minutes in (11, 11):
        await hall.wait(minutes * MINUTE)
        await hall.do("next")
    await hall.wait(9 * MINUTE)
    agenda = hall.room.desk().agenda
    assert [agenda.spent(n, hall.time) for n in range(4)] == [660, 660, 540, None]
    assert agenda.drift(hall.time) == 4 * MINUTE
    assert agenda.ends(hall.time) == begun + (37 + 4) * MINUTE
    assert agenda.ends(hall.time + 2 * MINUTE) == agenda.ends(hall.time), "within its time nothing moves"
    assert agenda.drift(hall.time + 5 * MINUTE) == 6 * MINUTE


async def test_in_the_lobby_it_ends_when_it_would_if_it_began_now(halls: Halls) -> None:
    hall = await halls(planned()).begin()
    agenda = hall.room.desk().agenda
    assert agenda.drift(hall.time) is None
    assert agenda.current is None
    assert agenda.ends(hall.time + 90) == hall.time + 90 + 35 * MINUTE


async def test_a_section_that_is_stepped_over_is_time_won(halls: Halls) -> None:
    hall = await halls(planned()).begin()
    await hall.do("next", "goto 6")
    assert hall.room.desk().agenda.drift(hall.time) == -18 * MINUTE


async def test_a_look_back_costs_what_it_lasts_and_what_is_ahead_keeps_what_it_had(halls: Halls) -> None:
    hall = await halls(planned((10, 8), (1, 1))).begin()
    await hall.do("next")
    await hall.wait(10 * MINUTE)
    await hall.do("next")
    await hall.wait(3 * MINUTE)
    await hall.do("back")
    await hall.wait(MINUTE)
    agenda = hall.room.desk().agenda
    assert agenda.drift(hall.time) == MINUTE
    assert agenda.ends(hall.time) == hall.time + 5 * MINUTE


async def test_after_the_end_everything_stands(halls: Halls) -> None:
    hall = await halls(planned((10, 8), (1, 1))).begin()
    await hall.do("next")
    await hall.wait(4 * MINUTE)
    await hall.do("end")
    ended = hall.time
    await hall.wait(MINUTE)
    agenda = hall.room.desk().agenda
    assert (agenda.current, agenda.spent(0, hall.time), agenda.ends(hall.time)) == (None, 240, ended)
    assert agenda.drift(hall.time) == -14 * MINUTE


async def test_a_restart_changes_nothing_but_the_time_it_took(halls: Halls) -> None:
    hall = await halls(planned()).begin()
    await hall.do("next")
    await hall.wait(5 * MINUTE)
    before = hall.room.desk().agenda
    await hall.restart(seconds=90)
    assert hall.room.desk().agenda == before
    assert hall.room.desk().agenda.spent(0, hall.time) == 5 * MINUTE + 90


async def test_without_any_plan_nobody_is_behind(halls: Halls) -> None:
    hall = await halls(planned((None, None), (1, 1))).begin()
    await hall.do("next")
    await hall.wait(600)
    agenda = hall.room.desk().agenda
    assert agenda.drift(hall.time) is None
    assert agenda.spent(0, hall.time) == 600


async def test_a_section_without_a_box_has_its_steps_clocks_as_its_plan(halls: Halls) -> None:
    text = f"title: T\nlanguage: nb\nsections:\n  - title: S\n    steps:\n      {STEP}\n      {ASKING}"
    hall = await halls(load_bytes(text.encode(), "session.yaml")).begin()
    assert [section.planned for section in hall.room.desk().agenda.sections] == [180]


async def test_the_actual_minutes_are_those_of_the_notes(halls: Halls) -> None:
    hall = await halls(planned()).begin()
    await hall.do("next", "next", "next")
    for verb in ("next", "back", "back", "goto 6"):
        await hall.wait(77)
        await hall.do(verb)
    await hall.wait(5)
    agenda = hall.room.desk().agenda
    told = [section.actual for section in hall.room.record().sections]
    assert [agenda.spent(n, hall.time) for n in range(len(PLAN))] == told


async def test_an_agenda_travels_as_it_is(halls: Halls) -> None:
    hall = await halls(planned()).begin()
    await hall.do("next")
    agenda = hall.room.desk().agenda
    assert msgspec.json.decode(msgspec.json.encode(agenda), type=Agenda) == agenda


QUESTIONS = ("questions: Hva lurer dere på?", "open: Hva vet alle?")


@pytest.fixture
async def queued(halls: Halls) -> Hall:
    """Two questions wait, and one text on the parking lot; a held question has its answers."""
    lines = ["title: T", "language: nb", "sections:", "  - title: S", "    steps:"]
    text = "\n".join([*lines, *(f"      - {step}" for step in QUESTIONS)])
    hall = await halls(load_bytes(text.encode(), "session.yaml")).begin()
    await hall.do("next")
    await hall.send(1, {"question": ["Når?", "Hvor?"]})
    await hall.send(2, {"parked": ["Lønn"]}, hall.room.parking)
    await hall.do("next", "next")
    await hall.fill(range(3))
    return hall


async def test_the_queue_counts_what_waits_for_approval_and_nothing_else(queued: Hall) -> None:
    queue = queued.room.desk().queue
    assert (queue.waiting, queue.parked) == (2, 1)


async def test_what_was_approved_or_hidden_waits_no_more(queued: Hall) -> None:
    first, second = await queued.room.texts(queued.room.newest(0))
    await queued.room.decide(queued.room.newest(0), Approve((first.id,)))
    assert queued.room.desk().queue.waiting == 1
    await queued.room.decide(queued.room.newest(0), Hide((second.id,)))
    assert queued.room.desk().queue.waiting == 0


async def test_the_queue_tells_numbers_and_no_words(queued: Hall) -> None:
    told = msgspec.json.encode(queued.room.desk())
    assert not any(word.encode() in told for word in ("Når?", "Hvor?", "Lønn", "svar 1"))
