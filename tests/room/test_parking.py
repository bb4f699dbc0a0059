"""The parking lot: always on, shown by approval, in the notes where anything was approved."""

import pytest

from tests.room.conftest import Halls
from tests.room.hall import QUESTION, SLIDE, Hall, session
from workshop.core.moderation import Approve
from workshop.room.room import RoundClosed


@pytest.fixture
async def hall(halls: Halls) -> Hall:
    return await halls(session(SLIDE, QUESTION)).begin()


async def park(hall: Hall, who: int, text: str) -> None:
    await hall.send(who, {"parked": [text]}, hall.room.parking)


async def test_it_is_open_from_the_lobby_to_the_end(hall: Hall) -> None:
    await park(hall, 1, "Lønn")
    await hall.do("next", "next", "next")
    await park(hall, 2, "Pauserommet")
    await hall.do("end")
    with pytest.raises(RoundClosed):
        await park(hall, 3, "For sent")


async def test_nothing_of_it_is_told_before_it_is_approved(hall: Hall) -> None:
    await park(hall, 1, "Lønn")
    await hall.do("next")
    assert b"L\xc3\xb8nn" not in hall.told()
    (item,) = await hall.room.texts(hall.room.parking)
    await hall.room.decide(hall.room.parking, Approve((item.id,)))
    *_, parking = hall.room.record().sections
    assert parking.title == "Parkeringsplassen"
    assert parking.steps[0].rounds[0].rows == [{"text": "Lønn"}]


async def test_notes_without_anything_parked_have_no_parking_lot(hall: Hall) -> None:
    await hall.do("next")
    assert [section.title for section in hall.room.record().sections] == ["Først"]


async def test_it_stands_where_it_was_after_a_restart(hall: Hall) -> None:
    await park(hall, 1, "Lønn")
    await hall.restart()
    assert hall.room.mine(hall.room.parking, b"phone %026d" % 1) == ({"parked": "Lønn"},)
    await park(hall, 1, "Lønn og pensjon")
    assert [item.text for item in await hall.room.texts(hall.room.parking)] == ["Lønn og pensjon"]


async def test_after_the_end_nobody_can_tell_whose_it_was(hall: Hall) -> None:
    await park(hall, 1, "Lønn")
    await hall.do("next", "end")
    assert hall.room.mine(hall.room.parking, b"phone %026d" % 1) is None
    assert hall.store.sealed(hall.room.parking)


async def test_what_is_parked_does_not_count_as_an_answer_on_the_stage(hall: Hall) -> None:
    await hall.do("next", "next")
    await park(hall, 1, "Lønn")
    snapshot = hall.room.snapshot()
    assert (snapshot.answered, snapshot.joined) == (0, 1)
