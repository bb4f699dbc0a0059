"""Questions without approval: on every phone at once, but a few at a time, and nothing on disk tells when."""

import pytest

from tests.room.conftest import Halls
from tests.room.hall import Hall, session, token
from workshop.core.blocks import Cards
from workshop.core.fields import Form, Pick
from workshop.core.moderation import Hide
from workshop.room.releases import PAUSE_SECONDS

FREE = "{questions: 'Hva lurer dere på?', moderated: false}"
LATER = 99


@pytest.fixture
async def hall(halls: Halls) -> Hall:
    """A round of them that is open."""
    found = await halls(session(FREE)).begin()
    await found.do("next")
    return found


def asks(*questions: str, support: tuple[str, ...] = ()) -> Form:
    return {"question": list(questions), "support": list(support)}


def listed(hall: Hall) -> dict[str, str]:
    """What a phone that has sent nothing can support: text and key."""
    picks = [field for field in hall.room.form(hall.place, token(LATER)) if isinstance(field, Pick)]
    return {text: field.key(n) for field in picks for n, text in enumerate(field.options)}


async def test_one_phones_question_is_supported_by_another(hall: Hall) -> None:
    version = hall.room.version
    await hall.send(1, asks("Når får vi svar?"))
    assert hall.room.version == version + 1  # phones are told
    await hall.send(2, asks(support=tuple(listed(hall).values())))
    await hall.do("next")
    (cards,) = [block for block in hall.room.snapshot().blocks if isinstance(block, Cards)]
    assert [(card.text, card.support) for card in cards.cards] == [("Når får vi svar?", 1)]


async def test_what_one_person_sends_at_once_does_not_appear_at_once(hall: Hall) -> None:
    await hall.send(1, asks("En", "To", "Tre"))
    seen = [len(listed(hall))]
    for _ in range(3):
        assert hall.room.due() is not None
        await hall.wait(PAUSE_SECONDS)
        seen.append(len(listed(hall)))
    assert seen == [1, 2, 3, 3]
    assert hall.room.due() is None


async def test_what_is_not_out_is_not_on_the_stage_and_not_on_the_desk_either(hall: Hall) -> None:
    await hall.do("reveal")
    await hall.send(1, asks("En", "To", "Tre"))
    (cards,) = [block for block in hall.room.snapshot().blocks if isinstance(block, Cards)]
    assert [card.text for card in cards.cards] == list(listed(hall))
    items = await hall.room.texts(hall.place)
    assert [item.text for item in items] == list(listed(hall))
    assert not hall.room.desk().queue.waiting


async def test_a_busy_room_is_told_once_a_pause(hall: Hall) -> None:
    version = hall.room.version
    for who in range(40):
        await hall.send(who, asks(f"Spørsmål {who}"))
    assert (len(listed(hall)), hall.room.version) == (1, version + 1)
    await hall.wait(PAUSE_SECONDS)
    assert (len(listed(hall)), hall.room.version) == (11, version + 2)


async def test_what_was_taken_back_or_hidden_can_no_longer_be_supported(hall: Hall) -> None:
    await hall.send(1, asks("En"))
    await hall.wait(PAUSE_SECONDS)
    await hall.send(2, asks("To"))
    await hall.wait(PAUSE_SECONDS)
    await hall.send(1, None)
    assert listed(hall).keys() == {"To"}
    await hall.room.decide(hall.place, Hide((listed(hall)["To"],)))
    assert not listed(hall)


async def test_closing_shows_all_and_a_restart_keeps_nothing_back(hall: Hall) -> None:
    await hall.send(1, asks("En", "To", "Tre"))
    await hall.restart()
    assert listed(hall).keys() == {"En", "To", "Tre"}
    await hall.send(2, asks("Fire", "Fem"))
    await hall.do("next")
    (cards,) = [block for block in hall.room.snapshot().blocks if isinstance(block, Cards)]
    assert len(cards.cards) == 5


async def test_the_journal_tells_nothing_of_when_a_text_came_out(hall: Hall) -> None:
    before = list(hall.store.events())
    await hall.send(1, asks("En", "To"))
    await hall.wait(PAUSE_SECONDS)
    assert list(hall.store.events()) == before
    assert hall.store.decisions(hall.place) is None
