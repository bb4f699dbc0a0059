"""What the facilitator notes down: durable, in the record at its place, undone in turn, and nobody else's."""

import pytest

from tests.room.conftest import Halls
from tests.room.hall import CODE, QUESTION, SLIDE, Hall, session
from workshop.core.capture import Capture
from workshop.core.moderation import Hide
from workshop.errors import Refusal
from workshop.room import record
from workshop.sessionfile.build import load_bytes

DECIDED = Capture("decision", "Vi bytter ut fredagsmøtet.")
TO_DO = Capture("action", "Introdusere vikarer", "Inspektør", "1. desember")
REMARK = Capture("remark", "Det ble helt stille.")
TWO_SECTIONS = b"""
title: En dag
sections:
  - {title: Start, steps: [slide: En]}
  - {title: Dernest, steps: [slide: To, slide: Tre]}
"""


def texts(hall: Hall) -> list[str]:
    return [note.text for note in hall.room.record().captured]


async def test_a_note_is_in_the_record_with_its_step_section_and_time(halls: Halls) -> None:
    hall = await halls(load_bytes(TWO_SECTIONS, "session.yaml")).begin()
    await hall.do("goto 3")
    hall.time += 90
    await hall.room.note(TO_DO)
    (made,) = hall.room.record().captured
    assert (made.sort, made.text, made.who, made.when) == ("action", TO_DO.text, TO_DO.who, TO_DO.when)
    assert (made.step, made.section_title, made.at) == (3, "Dernest", hall.time)
    assert record.decode(record.encode(hall.room.record())) == hall.room.record()


async def test_notes_outlive_the_hub_and_so_does_their_undo(hall: Hall) -> None:
    await hall.do("next")
    await hall.room.note(DECIDED)
    await hall.room.note(TO_DO)
    await hall.restart()
    assert texts(hall) == [DECIDED.text, TO_DO.text]
    await hall.do("undo")
    await hall.restart()
    assert texts(hall) == [DECIDED.text]


async def test_undo_goes_back_through_closes_decisions_and_notes_alike(halls: Halls) -> None:
    hall = await halls(session(QUESTION, SLIDE)).begin()
    await hall.do("next")
    await hall.fill(range(6))
    await hall.room.note(DECIDED)
    await hall.do("next")
    place = hall.place
    await hall.room.decide(place, Hide(((await hall.room.texts(place))[0].id,)))
    await hall.room.note(TO_DO)
    await hall.do("undo")
    assert (texts(hall), len(hall.recorded().rows)) == ([DECIDED.text], 5)
    await hall.do("undo")
    assert (texts(hall), len(hall.recorded().rows)) == ([DECIDED.text], 6)
    assert (await hall.do("undo")).open
    await hall.do("undo")
    assert texts(hall) == []
    with pytest.raises(Refusal):
        await hall.do("undo")


async def test_a_close_past_undo_is_not_what_undo_takes_back(asking: Hall) -> None:
    await asking.room.note(DECIDED)
    await asking.do("next")
    await asking.wait(11)
    assert not (await asking.do("undo")).open
    assert texts(asking) == []


async def test_an_empty_note_is_refused_and_changes_nothing(hall: Hall) -> None:
    before = hall.room.version
    with pytest.raises(Refusal):
        await hall.room.note(Capture("action", " \n", "Inspektør"))
    assert (hall.room.version, texts(hall)) == (before, [])


async def test_stage_and_phones_are_told_how_many_notes_there_are_but_not_what_they_say(hall: Hall) -> None:
    await hall.do("next")
    assert (await hall.room.note(REMARK)).noted == 1
    assert b"helt stille" not in hall.room.snapshot_bytes()
    assert "helt stille" not in repr(hall.room.phone())


async def test_the_journal_holds_the_facilitators_words_and_no_participants(asking: Hall) -> None:
    await asking.fill(range(6), word="hemmelig")
    await asking.room.note(REMARK)
    journal = b"".join(asking.store.events())
    assert REMARK.text.encode() in journal
    assert b"hemmelig" not in journal
    assert CODE.encode() in journal
