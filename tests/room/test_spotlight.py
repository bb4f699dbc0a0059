"""One answer on the stage alone: only what the stage may show, and what everybody else sees of it."""

import pytest

from tests.room.conftest import Halls
from tests.room.hall import LIVE, Hall, session
from workshop.core import events
from workshop.core.blocks import Note, Spotlight
from workshop.core.moderation import Approve, Group, Hide, Merge, Rename, identified
from workshop.core.place import Place
from workshop.errors import Refusal
from workshop.language import language

REFUSED = "Only an answer that the stage shows"


@pytest.fixture
async def shown(asking: Hall) -> Hall:
    """Six answers are shown, and nobody can undo that any more."""
    await asking.fill(range(6))
    await asking.do("next")
    await asking.wait(11)
    return asking


async def id_of(hall: Hall, text: str, place: Place | None = None) -> str:
    return next(item.id for item in await hall.room.texts(place or hall.place) if item.text == text)


def card(hall: Hall) -> list[str]:
    """What stands in the spotlight, on the stage."""
    snapshot = hall.room.snapshot()
    found = [block.text for block in snapshot.blocks if isinstance(block, Spotlight)]
    assert snapshot.spotlight == bool(found)
    return found


async def test_it_stands_alone_on_stage_and_phones_and_changes_no_notes(shown: Hall) -> None:
    before = shown.recorded(2)
    await shown.room.spotlight(shown.place, await id_of(shown, "svar 3"))
    snapshot = shown.room.snapshot()
    assert card(shown) == ["svar 3"]
    said = [part for block in snapshot.blocks if isinstance(block, Note) for part in block.parts]
    assert [str(part.said(language("nb"))) for part in said if not isinstance(part, str)] == ["Ett av 6 svar"]
    assert shown.room.phone().blocks == snapshot.blocks
    assert "svar 2" not in str(snapshot.blocks)
    assert shown.recorded(2) == before


async def test_once_more_and_undo_bring_the_others_back(shown: Hall) -> None:
    whole = shown.room.snapshot().blocks
    id = await id_of(shown, "svar 3")
    await shown.room.spotlight(shown.place, id)
    await shown.room.spotlight(shown.place, id)
    assert shown.room.snapshot().blocks == whole
    await shown.do("undo")
    assert card(shown) == ["svar 3"]
    await shown.do("undo")
    assert shown.room.snapshot().blocks == whole


async def test_it_has_the_rooms_words_its_number_and_its_theme(shown: Hall) -> None:
    first, second = await id_of(shown, "svar 1"), await id_of(shown, "svar 2")
    await shown.room.decide(shown.place, Merge((first, second)))
    await shown.room.decide(shown.place, Group((first,), "Ro"))
    await shown.room.spotlight(shown.place, first)
    await shown.room.decide(shown.place, Rename((first,), "Ro og fred"))
    (spot, note) = shown.room.snapshot().blocks
    assert spot == Spotlight("Ro og fred", 2)
    assert isinstance(note, Note)
    assert note.parts[1:] == ("Ro",)


async def test_the_journal_knows_ids_only_and_a_restart_changes_nothing(shown: Hall) -> None:
    await shown.room.spotlight(shown.place, await id_of(shown, "svar 3"))
    lit = [e for e in map(events.decode, shown.store.events()) if isinstance(e, events.Spotlit)]
    assert len(lit) == 1
    assert not any(b"svar" in record for record in shown.store.events())
    await shown.restart()
    assert card(shown) == ["svar 3"]


async def test_hiding_it_ends_it_and_undo_brings_the_text_back_but_not_the_light(shown: Hall) -> None:
    id = await id_of(shown, "svar 3")
    await shown.room.spotlight(shown.place, id)
    await shown.room.decide(shown.place, Hide((id,)))
    assert card(shown) == []
    assert "svar 3" not in str(shown.room.snapshot().blocks)
    with pytest.raises(Refusal, match=REFUSED):
        await shown.room.spotlight(shown.place, id)
    await shown.do("undo")
    assert "svar 3" in str(shown.room.snapshot().blocks)
    assert card(shown) == []


async def test_nothing_that_the_stage_does_not_show_can_be_put_in_it(shown: Hall) -> None:
    id = await id_of(shown, "svar 3")
    for verb in ("hide", "back", "next"):
        await shown.do("goto 2", "reveal", verb)
        with pytest.raises(Refusal, match=REFUSED):
            await shown.room.spotlight(Place(1, 1), id)
    with pytest.raises(Refusal, match=REFUSED):
        await shown.room.spotlight(shown.room.parking, id)


async def test_below_the_floor_nothing_can_be_put_in_it(asking: Hall) -> None:
    await asking.fill(range(4))
    await asking.do("next")
    ids = identified([f"svar {who}" for who in range(4)], b"")
    for id in ids:
        with pytest.raises(Refusal, match=REFUSED):
            await asking.room.spotlight(asking.place, id)
    assert len(ids) == 4


async def test_an_answer_that_is_withdrawn_is_no_longer_there(halls: Halls) -> None:
    hall = await halls(session(LIVE, floor=3)).begin()
    await hall.do("next")
    await hall.fill(range(3))
    await hall.room.spotlight(hall.place, await id_of(hall, "svar 1"))
    assert card(hall) == ["svar 1"]
    assert not any(isinstance(block, Spotlight) for block in hall.room.phone().blocks)
    await hall.send(1, None)
    await hall.fill((0, 2), word="nytt")
    await hall.fill((4, 5), word="nytt")
    assert card(hall) == []
    assert "svar 1" not in str(hall.room.snapshot().blocks)


async def test_a_question_must_be_approved_first(halls: Halls) -> None:
    hall = await halls(session("{questions: 'Hva lurer dere på?', reveal: live}")).begin()
    await hall.do("next")
    await hall.send(1, {"question": ["Hvorfor?"]})
    id = await id_of(hall, "Hvorfor?")
    with pytest.raises(Refusal, match=REFUSED):
        await hall.room.spotlight(hall.place, id)
    await hall.room.decide(hall.place, Approve((id,)))
    await hall.room.spotlight(hall.place, id)
    assert card(hall) == ["Hvorfor?"]
