"""The queue led by its keys against a real hub: what is decided there is what the room and the notes get."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.tui.desk.desks import Desked, desked
from tests.tui.hubs import Hub, hub_in
from tests.tui.stages import staged
from workshop.core.fields import Form
from workshop.core.moderation import Hide, Item
from workshop.core.place import Place
from workshop.room.record import Record
from workshop.tui.desk.shortcuts import DESK_KEYS
from workshop.tui.keys import KEYS

SESSION = """
title: Den rosa elefanten
language: nb
sections:
  - title: Elefanten
    steps:
      - questions: Hva lurer dere på?
      - open: Skriv det ned.
      - commit: Hva gjør vi?
      - slide: Lykke til!
"""
QUESTIONS, HELD, COMMIT = Place(0, 1), Place(1, 1), Place(2, 1)


@pytest.fixture
async def asking(tmp_path: Path) -> AsyncIterator[Hub]:
    """A hub with its questions open."""
    begun = hub_in(tmp_path / "run", SESSION.encode())
    await begun.begin()
    await begun.do("next")
    yield begun
    await begun.stop()


async def send(hub: Hub, place: Place, form: Form, token: bytes = b"") -> None:
    sent = hub.room.submit(place, token or secrets.token_bytes(32), form)
    assert isinstance(sent, asyncio.Future), sent
    await sent


async def ask(hub: Hub, *texts: str) -> None:
    for text in texts:
        await send(hub, QUESTIONS, {"question": [text]})


async def park(hub: Hub, text: str) -> None:
    await send(hub, hub.room.parking, {"parked": [text]})


async def queue(desk: Desked, hub: Hub, *words: str) -> None:
    """Opens the queue, and waits until it shows some words."""
    await desk.follows(hub)
    await desk.press("k")
    for said in words:
        await desk.shows(said)


def state(desk: Desked, text: str) -> str:
    """What is said of a text."""
    row = next(line for line in desk.text.split("\n") if text in line)
    return row.split(text)[1].strip()


async def comes(desk: Desked, text: str, said: str) -> None:
    await desk.until(lambda: state(desk, text) == said)


def parked(record: Record) -> list[object]:
    """The parking lot's rows in the notes; none where it is not in them."""
    sections = (section for section in record.sections if section.title == "Parkeringsplassen")
    return [row["text"] for section in sections for row in section.steps[0].rounds[0].rows]


async def item(hub: Hub, place: Place) -> Item:
    (one,) = await hub.room.texts(place)
    return one


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_a_parked_text_is_approved_by_a_key_and_stands_in_the_record(
    asking: Hub, size: tuple[int, int]
) -> None:
    await park(asking, "Lønn")
    async with desked(asking.folder, size=size) as desk:
        await queue(desk, asking, "Parkeringsplassen", "Hva lurer dere på?")
        assert state(desk, "Lønn") == "venter"
        assert "a godkjenn · h skjul/vis · d besvart · u angre · Esc" in desk.text
        assert parked(asking.room.record()) == []
        await desk.press("a")
        await comes(desk, "Lønn", "godkjent")
        assert parked(asking.room.record()) == ["Lønn"]
        await desk.press("u")
        await comes(desk, "Lønn", "venter")
        assert parked(asking.room.record()) == []
        await desk.press("escape")
        assert desk.on_top == "DeskScreen"


async def test_a_text_is_hidden_and_shown_again_as_it_stood(asking: Hub) -> None:
    await ask(asking, "Hvorfor?")
    async with desked(asking.folder) as desk:
        await queue(desk, asking, "Hvorfor?")
        for key, said in (
            ("h", "skjult"),
            ("h", "venter"),
            ("a", "godkjent"),
            ("h", "skjult"),
            ("u", "godkjent"),
        ):
            await desk.press(key)
            await comes(desk, "Hvorfor?", said)
        assert await item(asking, QUESTIONS) == Item(
            (await item(asking, QUESTIONS)).id, "Hvorfor?", approved=True
        )


async def test_a_hidden_text_is_approved_in_one_press(asking: Hub) -> None:
    await ask(asking, "Hvorfor?")
    await asking.room.decide(QUESTIONS, Hide(((await item(asking, QUESTIONS)).id,)))
    async with desked(asking.folder) as desk:
        await queue(desk, asking, "Hvorfor?")
        await desk.press("a")
        await comes(desk, "Hvorfor?", "godkjent")


async def test_an_answered_question_is_marked_and_a_second_press_decides_nothing(asking: Hub) -> None:
    await ask(asking, "Hvorfor?")
    async with desked(asking.folder) as desk:
        await queue(desk, asking, "Hvorfor?")
        await desk.press("a")
        await comes(desk, "Hvorfor?", "godkjent")
        await desk.press("d")
        await comes(desk, "Hvorfor?", "godkjent · besvart")
        await desk.press("d", "a", "u")
        await comes(desk, "Hvorfor?", "godkjent")


async def test_only_the_text_that_is_pointed_at_is_decided_about(asking: Hub) -> None:
    await ask(asking, "Hvorfor?", "Når?", "Hvem?")
    order = [one.text for one in await asking.room.texts(QUESTIONS)]
    async with desked(asking.folder) as desk:
        await queue(desk, asking, *order)
        await desk.press("down", "a")
        await comes(desk, order[1], "godkjent")
        assert [state(desk, text) for text in (order[0], order[2])] == ["venter", "venter"]
    assert [one.approved for one in await asking.room.texts(QUESTIONS)] == [False, True, False]


async def test_texts_come_and_go_while_it_is_open_and_no_key_falls_on_another(asking: Hub) -> None:
    mine = secrets.token_bytes(32)
    await send(asking, QUESTIONS, {"question": ["Første"]}, mine)
    async with desked(asking.folder) as desk:
        await queue(desk, asking, "Første")
        await send(asking, QUESTIONS, {"question": ["Andre"]}, mine)
        await desk.shows("Andre")
        assert "Første" not in desk.text
        await desk.press("a", "h", "d")
        await desk.press("down", "a")
        await comes(desk, "Andre", "godkjent")
    assert not (await item(asking, QUESTIONS)).done


async def test_a_groups_action_is_read_in_its_three_lines(asking: Hub) -> None:
    await asking.do("goto", 3)
    await asking.do("open")
    await send(asking, COMMIT, {"what": ["Ring alle"], "who": ["Kari"], "when": ["fredag"]})
    async with desked(asking.folder, size=(80, 24)) as desk:
        await queue(desk, asking, "Hva gjør vi?", "Ring alle", "Kari", "fredag", "Hva lurer dere på?")
        await desk.press("a")
        await comes(desk, "Ring alle", "godkjent")
    assert (await item(asking, COMMIT)).approved


async def test_what_the_floor_protects_is_never_in_it(asking: Hub) -> None:
    await asking.do("goto", 2)
    await asking.do("open")
    await asking.answer(1, *(f"hemmelig {n}" for n in range(9)))
    async with desked(asking.folder) as desk:
        await queue(desk, asking, "Parkeringsplassen")
        assert "hemmelig" not in desk.text
        assert "Skriv det ned." not in desk.text
    assert not asking.room.state.rounds[HELD.step][-1].exposed


async def test_the_stage_has_no_key_for_it_and_the_palette_of_the_desk_has(asking: Hub) -> None:
    await park(asking, "Lønn")
    assert not any(key.action == "queue" for key in KEYS)
    async with staged(asking.folder) as stage:
        await stage.follows(asking)
        await stage.press("k")
        assert stage.on_top == "StageScreen"
    async with desked(asking.folder) as desk:
        await desk.follows(asking)
        await desk.press("colon", *"godkjenn", "enter")
        await desk.shows("Lønn")
        assert desk.on_top == "QueueScreen"
    assert sum(key.action == "queue" for key in DESK_KEYS) == 1


async def test_a_refusal_is_said_in_its_last_row(asking: Hub) -> None:
    async with desked(asking.folder) as desk:
        await queue(desk, asking, "ingenting ennå")
        await desk.press("u")
        await desk.shows("Det er ingenting å angre")


async def test_hostile_texts_are_cells_and_never_markup(asking: Hub) -> None:
    sent = "[/] [@click=app.quit]quit[/] {n} %(x)s"
    await ask(asking, sent)
    async with desked(asking.folder) as desk:
        await queue(desk, asking, sent)
        await desk.press("a")
        await comes(desk, sent, "godkjent")
    assert (await item(asking, QUESTIONS)).approved
