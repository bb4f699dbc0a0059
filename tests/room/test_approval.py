"""Questions that are approved one by one: who sees which of them, and who still waits."""

import pytest

from tests.room.conftest import Halls
from tests.room.hall import Hall, session, token
from workshop.core.fields import Pick
from workshop.core.moderation import Approve


@pytest.fixture
async def hall(halls: Halls) -> Hall:
    """A round of questions is open, and two phones have sent one each."""
    hall = await halls(session("questions: Hva lurer dere på?")).begin()
    await hall.do("next")
    await ask(hall, 1, "Når får vi svar?")
    await ask(hall, 2, "Hvem bestemmer?")
    return hall


async def ask(hall: Hall, who: int, *questions: str) -> None:
    await hall.send(who, {"question": list(questions)})


async def approve(hall: Hall, text: str) -> None:
    items = await hall.room.texts(hall.place)
    await hall.room.decide(hall.place, Approve(tuple(item.id for item in items if item.text == text)))


def offered(hall: Hall, who: int) -> list[str]:
    """What a phone can support."""
    picks = [field for field in hall.room.form(hall.place, token(who)) if isinstance(field, Pick)]
    return sorted(option for field in picks for option in field.options)


async def test_its_author_is_told_what_waits(hall: Hall) -> None:
    await approve(hall, "Når får vi svar?")
    assert hall.room.waiting(hall.place, token(1)) == ()
    assert hall.room.waiting(hall.place, token(2)) == ("Hvem bestemmer?",)
    assert hall.room.waiting(hall.place, token(3)) == ()


async def test_what_its_author_withdraws_can_no_longer_be_supported(hall: Hall) -> None:
    await approve(hall, "Når får vi svar?")
    await approve(hall, "Hvem bestemmer?")
    assert offered(hall, 3) == ["Hvem bestemmer?", "Når får vi svar?"]
    await hall.send(1, None)
    assert offered(hall, 3) == ["Hvem bestemmer?"]


async def test_what_was_approved_and_is_sent_again_is_there_again(hall: Hall) -> None:
    await approve(hall, "Når får vi svar?")
    await ask(hall, 1, "Noe annet")
    assert offered(hall, 3) == []
    await ask(hall, 1, "Noe annet", "Når får vi svar?")
    assert offered(hall, 3) == ["Når får vi svar?"]
    assert hall.room.waiting(hall.place, token(1)) == ("Noe annet",)
