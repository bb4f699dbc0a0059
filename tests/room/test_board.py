"""The board: which tabs there are, which texts may be seen on them, and what is undone to the last byte."""

import asyncio

import pytest

from tests.room.conftest import Halls
from tests.room.hall import Hall, session
from workshop.core.blocks import Note
from workshop.core.moderation import AnyDecision, Approve, Done, Group, Hide, Merge, Rename, Show, identified
from workshop.core.phrases import Words, told
from workshop.core.place import Place
from workshop.errors import Refusal
from workshop.language import language
from workshop.room.board import WAITING

STEPS = (
    "slide: Velkommen",
    "open: Skriv det ned",
    "questions: Hva lurer dere på",
    "{choice: Hva nå, options: [A, B]}",
)
ASKED = Place(1, 1)
QUESTIONS = Place(2, 1)
PARKING = 5


def said(words: Words) -> str:
    return told(words, language("nb"))


@pytest.fixture
async def hall(halls: Halls) -> Hall:

    hall = await halls(session(*STEPS)).begin()
    await hall.do("next", "next")
    return hall


async def tabs(hall: Hall, number: int | None = None) -> tuple[int, list[tuple[int, str, int]]]:
    board = await hall.room.board(number)
    return board.at, [(tab.number, said(tab.title), tab.waiting) for tab in board.tabs]


async def test_a_step_that_was_opened_has_a_tab_and_the_parking_lot_always(hall: Hall) -> None:
    assert await tabs(hall) == (2, [(2, "Skriv det ned", 0), (PARKING, "Parkeringsplassen", 0)])
    await hall.do("goto 4", "open", "goto 3", "open")
    await hall.send(1, {"question": ["Hvorfor?"]})
    await hall.send(2, {"parked": ["Lønn"]}, hall.room.parking)
    found = [(2, "Skriv det ned", 0), (3, "Hva lurer dere på", 1), (WAITING, "Venter", 1)]
    assert await tabs(hall) == (3, [*found, (PARKING, "Parkeringsplassen", 1)])


async def test_it_begins_where_something_is_to_be_done(hall: Hall) -> None:
    await hall.do("goto 1")
    assert (await hall.room.board()).at == 2
    await hall.send(2, {"parked": ["Lønn"]}, hall.room.parking)
    assert (await hall.room.board()).at == PARKING
    await hall.do("goto 3", "open", "goto 1")
    await hall.send(1, {"question": ["Hvorfor?"]}, QUESTIONS)
    assert (await hall.room.board()).at == WAITING
    assert (await hall.room.board(99)).at == WAITING


async def test_below_the_floor_there_is_no_text_but_how_many_have_answered(hall: Hall) -> None:
    await hall.fill(range(3))
    (sheaf,) = (await hall.room.board(2)).sheaves
    assert sheaf.texts == ()
    assert sheaf.withheld is not None
    assert said(sheaf.withheld) == "3 av minst 5 har svart"
    assert not hall.room.state.rounds[1][-1].exposed
    await hall.fill((3, 4))
    (sheaf,) = (await hall.room.board(2)).sheaves
    assert sorted(item.text for item in sheaf.texts) == [f"svar {n}" for n in range(5)]
    assert hall.room.state.rounds[1][-1].exposed


async def test_an_open_round_changes_there_by_the_floor_at_a_time(hall: Hall) -> None:
    await hall.fill(range(5))
    await hall.room.board(2)
    seen = []
    for who in range(5, 11):
        await hall.fill((who,))
        (sheaf,) = (await hall.room.board(2)).sheaves
        seen.append(len(sheaf.texts))
    assert seen == [5, 5, 5, 5, 10, 10]


async def test_what_was_decided_about_no_longer_waits(hall: Hall) -> None:
    await hall.do("goto 3", "open")
    await hall.send(1, {"question": ["Hvorfor?", "Når?", "Hvem?"]})
    ids = {item.text: item.id for item in await hall.room.texts(QUESTIONS)}
    await hall.room.decide(QUESTIONS, Approve((ids["Når?"],)))
    await hall.room.decide(QUESTIONS, Hide((ids["Hvem?"],)))
    (sheaf,) = (await hall.room.board(WAITING)).sheaves
    assert [item.text for item in sheaf.texts] == ["Hvorfor?"]
    assert (sheaf.step, sheaf.by_approval) == (3, True)
    (whole,) = (await hall.room.board(3)).sheaves
    assert len(whole.texts) == 3


async def test_it_knows_the_themes_and_the_answer_in_the_spotlight(hall: Hall) -> None:
    await hall.fill(range(6))
    await hall.do("next")
    first, second, *_ = [item.id for item in await hall.room.texts(ASKED)]
    await hall.room.decide(ASKED, Group((first,), "Tid"))
    await hall.room.decide(ASKED, Group((second,), "Ro"))
    await hall.room.spotlight(ASKED, second)
    (sheaf,) = (await hall.room.board()).sheaves
    assert (sheaf.themes, sheaf.lit) == (("Tid", "Ro"), second)
    await hall.do("next")
    assert (await hall.room.board(2)).sheaves[0].lit == ""


async def test_everything_undone_leaves_the_files_as_they_were(hall: Hall) -> None:
    await hall.fill(range(8))
    await hall.do("next")
    await hall.wait(11)

    async def state() -> tuple[object, ...]:
        snapshot = hall.room.snapshot()
        return (
            await hall.room.texts(ASKED),
            await hall.room.board(2),
            snapshot.blocks,
            hall.recorded(2),
            hall.store.decisions(ASKED),
            (hall.folder / "answers.sqlite").read_bytes(),
            hall.room.state.undoable,
        )

    before = await state()
    ids = [item.id for item in await hall.room.texts(ASKED)]
    done: list[AnyDecision] = [
        Group(tuple(ids), "Alt"),
        Hide(tuple(ids[:3])),
        Show((ids[1],)),
        Merge((ids[4], ids[5], ids[6])),
        Rename((ids[4],), "Ro"),
        Done((ids[4],)),
        Group((ids[4],), ""),
    ]
    for decision in done:
        await hall.room.decide(ASKED, decision)
    assert await state() != before
    for _ in done:
        await hall.do("undo")
    assert await state() == before
    with pytest.raises(Refusal):
        await hall.do("undo")


async def test_what_is_hidden_is_kept_and_counted_in_stage_and_notes(hall: Hall) -> None:
    await hall.fill(range(8))
    await hall.do("next")
    await hall.wait(11)
    ids = [item.id for item in await hall.room.texts(ASKED)]
    await hall.room.decide(ASKED, Merge((ids[0], ids[1])))
    await hall.room.decide(ASKED, Hide((ids[0], ids[2])))
    for blocks in (hall.room.snapshot().blocks, hall.recorded(2).blocks):
        note = next(block for block in blocks if isinstance(block, Note))
        assert "3 skjult av møtelederen" in [said(part) for part in note.parts]
    assert len(hall.recorded(2).rows) == 5
    assert len(hall.store.contributions(ASKED)) == 8
    assert sum(item.times for item in await hall.room.texts(ASKED)) == 8


async def test_a_thousand_texts_are_one_decision(hall: Hall) -> None:
    await hall.do("goto 3", "open")
    sent = [{"question": [f"{who} {n}" for n in range(3)]} for who in range(340)]
    await asyncio.gather(*[hall.send(who, form) for who, form in enumerate(sent)])
    ids = tuple(item.id for item in await hall.room.texts(QUESTIONS))
    await hall.room.decide(QUESTIONS, Approve(ids))
    assert len(hall.room.state.undoable) == 1
    assert (await hall.room.board(WAITING)).sheaves[0].texts == ()
    await hall.do("undo")
    assert len((await hall.room.board(WAITING)).sheaves[0].texts) == 1020


async def test_no_refusal_tells_when_somebody_takes_their_text_back(hall: Hall) -> None:
    await hall.fill(range(5))
    sheaf = (await hall.room.board(2)).sheaves[0]
    id = next(item.id for item in sheaf.texts if item.text == "svar 2")
    await hall.send(2, "noe annet")
    await hall.send(3, None)
    await hall.room.decide(ASKED, Hide((id,)))
    assert [item.hidden for item in (await hall.room.board(2)).sheaves[0].texts if item.id == id] == [True]
    (new,) = identified(["noe annet"], b"")
    with pytest.raises(Refusal):
        await hall.room.decide(ASKED, Hide((new,)))
