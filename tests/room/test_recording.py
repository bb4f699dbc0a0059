"""The record: real times, and of each round no more than the room was shown."""

from pathlib import Path

from tests.room.conftest import Halls
from tests.room.hall import Hall, cards, session
from workshop.core.clock import Clock
from workshop.room import record
from workshop.room.record import Record
from workshop.room.room import Room
from workshop.sessionfile.build import load_bytes

TWO_SECTIONS = b"""
title: En dag
sections:
  - title: Start
    minutes: 5
    steps:
      - slide: En
      - slide: To
  - title: Dernest
    steps:
      - open: Hva tror du
"""


async def sectioned(halls: Halls) -> Hall:
    return await halls(load_bytes(TWO_SECTIONS, "session.yaml")).begin()


def spans(record: Record) -> list[list[tuple[float, float]]]:
    return [list(section.spans) for section in record.sections]


async def test_sections_have_their_real_times_visit_by_visit(halls: Halls) -> None:
    hall = await sectioned(halls)
    began = hall.time
    for verb, seconds in (("next", 60), ("next", 30), ("next", 100), ("goto 1", 10), ("goto 3", 5)):
        await hall.do(verb)
        hall.time += seconds
    await hall.do("end")
    hall.time += 1_000
    made = hall.room.record()
    assert spans(made) == [
        [(began, began + 90), (began + 190, began + 200)],
        [(began + 90, began + 190), (began + 200, began + 205)],
    ]
    assert [section.actual for section in made.sections] == [100, 105]
    assert [section.planned for section in made.sections] == [300, None]
    assert (made.started, made.ended, made.state) == (began, began + 205, "ended")


async def test_while_the_run_goes_on_the_section_on_the_stage_lasts_until_now(halls: Halls) -> None:
    hall = await sectioned(halls)
    await hall.do("next")
    hall.time += 42
    made = hall.room.record()
    assert [section.actual for section in made.sections] == [42, None]
    assert [step.visited for step in made.sections[0].steps] == [True, False]


async def test_a_round_is_recorded_with_its_numbers_and_every_contribution_once(asking: Hall) -> None:
    await asking.fill(range(6))
    await asking.send(6, {})
    asking.room.see(b"eighth")
    await asking.do("next")
    asking.room.see(b"too late for this round")
    kept = asking.recorded(2)
    assert (kept.answered, kept.abstained, kept.joined, kept.withheld) == (6, 1, 8, None)
    texts = [f"svar {who}" for who in range(6)]
    assert sorted(row["text"] for row in kept.rows) == texts
    assert cards(kept.blocks) == texts


async def test_every_round_of_a_step_is_recorded_by_itself(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next", "open")
    await asking.fill(range(4), word="to")
    await asking.do("next", "open")
    await asking.fill(range(6), word="tre")
    await asking.do("end")
    rounds = [asking.recorded(2, number) for number in (1, 2, 3)]
    assert [(round.round, round.withheld, len(round.rows)) for round in rounds] == [
        (1, None, 5),
        (2, "floor", 0),
        (3, "never shown", 0),
    ]


async def test_what_was_hidden_when_the_run_ended_stays_out(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next", "hide", "end")
    assert (asking.recorded(2).withheld, asking.recorded(2).rows) == ("never shown", [])


async def test_an_open_round_is_not_recorded_even_where_it_is_on_the_stage(live: Hall) -> None:
    await live.fill(range(5))
    assert cards(live.room.snapshot().blocks)
    assert (live.recorded(3).withheld, live.recorded(3).rows) == ("open", [])


async def test_a_record_travels_as_it_is(asking: Hall) -> None:
    await asking.fill(range(5))
    await asking.do("next")
    made = asking.room.record()
    assert record.decode(record.encode(made)) == made


async def test_the_record_of_a_room_in_the_lobby_is_empty(hall: Hall) -> None:
    made = hall.room.record()
    assert (made.started, made.joined, made.state) == (None, 0, "lobby")
    assert not any(step.visited or step.rounds for section in made.sections for step in section.steps)


async def test_a_clock_that_stands_still_at_the_journals_end_gives_a_run_left_unended_its_real_times(
    halls: Halls,
) -> None:
    hall = await sectioned(halls)
    await hall.do("next")
    hall.time += 60
    await hall.do("next")
    last = hall.room.state.last
    stopped = Room(hall.session, hall.store, Clock(last, wall=lambda: last, steady=lambda: 0.0), run="r")
    assert stopped.record().sections[0].actual == 60


async def test_a_rehearsal_stays_one_in_snapshot_and_record_after_a_restart(tmp_path: Path) -> None:
    hall = Hall(tmp_path, session("slide: Hei"))
    await hall.room.begin("K7QX", rehearsal=True)
    await hall.restart()
    hall.store.close()
    assert (hall.room.snapshot().rehearsal, hall.room.record().rehearsal) == (True, True)
