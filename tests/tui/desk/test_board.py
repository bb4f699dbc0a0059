"""The board led by its keys against a real hub: what is decided there is what room, stage and notes get."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import msgspec
import pytest
from textual import events
from textual.keys import _character_to_key

from tests.tui.desk.desks import Desked, desked
from tests.tui.hubs import Hub, hub_in
from tests.tui.stages import rows_of, staged
from workshop.core.blocks import Cards, Spotlight
from workshop.core.events import Moderated
from workshop.core.fields import Form, Pick, Share
from workshop.core.moderation import Hide, Item
from workshop.core.place import Place
from workshop.room import snapshot
from workshop.room.record import Record
from workshop.tui.desk.board import BoardScreen
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
        id: elefanter
        many: true
      - commit: Hva gjør vi?
      - slide: Lykke til!
      - dots: Hva skal vi snakke om?
        from: elefanter
"""
QUESTIONS, HELD, COMMIT = Place(0, 1), Place(1, 1), Place(2, 1)
THEMES = ("Tid", "Ledelse", "Møter", "Barna", "Lønn", "Ro", "Sykdom", "Mot")


@pytest.fixture
async def asking(tmp_path: Path) -> AsyncIterator[Hub]:
    """A hub with its questions open."""
    begun = hub_in(tmp_path / "run", SESSION.encode())
    await begun.begin()
    await begun.do("next")
    yield begun
    await begun.stop()


async def shown(hub: Hub, *texts: str) -> None:
    """These are the answers to the open question, and the stage shows them."""
    await hub.do("goto", 2)
    await hub.do("open")
    await asyncio.gather(*[send(hub, HELD, {"text": [text]}) for text in texts])
    await hub.do("next")


async def send(hub: Hub, place: Place, form: Form, token: bytes = b"") -> None:
    sent = hub.room.submit(place, token or secrets.token_bytes(32), form)
    assert isinstance(sent, asyncio.Future), sent
    await sent


async def ask(hub: Hub, *texts: str) -> None:
    for text in texts:
        await send(hub, QUESTIONS, {"question": [text]})


async def park(hub: Hub, text: str) -> None:
    await send(hub, hub.room.parking, {"parked": [text]})


async def board(desk: Desked, hub: Hub, *words: str) -> None:
    """Opens the board, and waits until it shows some words."""
    await desk.follows(hub)
    await desk.press("k")
    for said in words:
        await desk.shows(said)


def state(desk: Desked, text: str) -> str:
    """What is said of a text in its row."""
    row = next(line for line in desk.text.split("\n") if text in line)
    return row.split(text)[1].split("│")[0].strip()


async def comes(desk: Desked, text: str, said: str) -> None:
    await desk.until(lambda: state(desk, text) == said)


async def point_at(desk: Desked, text: str) -> None:
    """Presses ↓ until a text is pointed at."""
    screen = desk.app.screen
    assert isinstance(screen, BoardScreen)
    at = next(n for n, row in enumerate(screen.texts.rows) if row.item.text == text)
    await hurry(desk, "home", *["down"] * at)
    assert screen.texts.at == at


async def items(hub: Hub, place: Place = HELD) -> dict[str, Item]:
    return {one.text: one for one in await hub.room.texts(place)}


async def hurry(desk: Desked, *keys: str) -> None:
    """Presses keys as a terminal sends them, none waiting for the one before; then all are dealt with."""
    type_ahead(desk, *keys)
    await desk.pilot.pause()


def type_ahead(desk: Desked, *keys: str) -> None:
    """Presses keys as a terminal sends them."""
    for key in keys:
        letter = key if len(key) == 1 else None
        desk.app.post_message(events.Key(_character_to_key(letter) if letter else key, letter))


def stand_by_theme(hub: Hub) -> dict[str, list[str]]:
    """What stands on the stage, theme by theme."""
    (cards,) = (block.cards for block in hub.room.snapshot().blocks if isinstance(block, Cards))
    themes = dict.fromkeys(card.theme for card in cards)
    return {theme: sorted(card.text for card in cards if card.theme == theme) for theme in themes}


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
        await board(desk, asking, "Hva lurer dere på?")
        await desk.press("left")
        await desk.shows("Lønn")
        assert state(desk, "Lønn") == "venter"
        assert "? taster" in desk.text
        assert parked(asking.room.record()) == []
        await desk.press("a")
        assert state(desk, "Lønn") == "godkjent", "no key waits for the hub"
        await desk.until(lambda: parked(asking.room.record()) == ["Lønn"])
        await desk.press("u")
        await desk.until(lambda: parked(asking.room.record()) == [])
        await comes(desk, "Lønn", "venter")
        await desk.press("escape")
        assert desk.on_top == "DeskScreen"


async def test_a_text_is_hidden_and_shown_again_as_it_stood(asking: Hub) -> None:
    await ask(asking, "Hvorfor?")
    async with desked(asking.folder) as desk:
        await board(desk, asking, "Hvorfor?")
        for key, said in (
            ("h", "skjult"),
            ("h", "venter"),
            ("a", "godkjent"),
            ("h", "skjult"),
            ("u", "godkjent"),
        ):
            await desk.press(key)
            await comes(desk, "Hvorfor?", said)
        await desk.until(lambda: len(asking.room.state.undoable) == 3)
        one = await item(asking, QUESTIONS)
        assert one == Item(one.id, "Hvorfor?", approved=True)


async def test_a_hidden_text_is_approved_in_one_press(asking: Hub) -> None:
    await ask(asking, "Hvorfor?")
    await asking.room.decide(QUESTIONS, Hide(((await item(asking, QUESTIONS)).id,)))
    async with desked(asking.folder) as desk:
        await board(desk, asking, "Hvorfor?")
        await desk.press("a")
        await comes(desk, "Hvorfor?", "godkjent")
        await desk.until(lambda: len(asking.room.state.undoable) == 2)
    assert (await item(asking, QUESTIONS)).approved


async def test_an_answered_question_is_marked_and_a_second_press_decides_nothing(asking: Hub) -> None:
    await ask(asking, "Hvorfor?")
    async with desked(asking.folder) as desk:
        await board(desk, asking, "Hvorfor?")
        await desk.press("a")
        await comes(desk, "Hvorfor?", "godkjent")
        await desk.press("d")
        await comes(desk, "Hvorfor?", "godkjent")
        assert desk.text.count("besvart") == 2, "in its row, and in the row of keys"
        await desk.press("d", "a", "u")
        await desk.until(lambda: len(asking.room.state.undoable) == 1)
        await desk.until(lambda: desk.text.count("besvart") == 1)


async def test_only_the_text_that_is_pointed_at_is_decided_about(asking: Hub) -> None:
    await ask(asking, "Hvorfor?", "Når?", "Hvem?")
    order = [one.text for one in await asking.room.texts(QUESTIONS)]
    async with desked(asking.folder) as desk:
        await board(desk, asking, *order)
        await desk.press("down", "a")
        await comes(desk, order[1], "godkjent")
        assert [state(desk, text) for text in (order[0], order[2])] == ["venter", "venter"]
        await desk.until(lambda: asking.room.state.undoable)
    assert [one.approved for one in await asking.room.texts(QUESTIONS)] == [False, True, False]


async def test_texts_come_and_go_while_it_is_open_and_no_key_falls_on_another(asking: Hub) -> None:
    mine = secrets.token_bytes(32)
    await send(asking, QUESTIONS, {"question": ["Første"]}, mine)
    async with desked(asking.folder) as desk:
        await board(desk, asking, "Første")
        await send(asking, QUESTIONS, {"question": ["Andre"]}, mine)
        await desk.shows("Andre")
        assert "Første" not in desk.text
        await desk.press("a", "h", "d")
        await desk.press("down", "a")
        await comes(desk, "Andre", "godkjent")
        await desk.until(lambda: asking.room.state.undoable)
    assert not (await item(asking, QUESTIONS)).done


async def test_a_groups_action_is_read_in_its_three_lines(asking: Hub) -> None:
    await asking.do("goto", 3)
    await asking.do("open")
    await send(asking, COMMIT, {"what": ["Ring alle"], "who": ["Kari"], "when": ["fredag"]})
    async with desked(asking.folder, size=(80, 24)) as desk:
        await board(desk, asking, "Hva gjør vi?", "Ring alle", "Kari", "fredag", "Hva lurer dere på?")
        await desk.press("a")
        await comes(desk, "Ring alle", "godkjent")
        await desk.until(lambda: asking.room.state.undoable)
    assert (await item(asking, COMMIT)).approved


async def test_what_the_floor_protects_is_not_in_it_and_that_is_said(asking: Hub) -> None:
    await asking.do("goto", 2)
    await asking.do("open")
    await asking.answer(1, *(f"hemmelig {n}" for n in range(4)))
    async with desked(asking.folder) as desk:
        await board(desk, asking, "4 av minst 5 har svart")
        assert "hemmelig" not in desk.text
        assert not asking.room.state.rounds[HELD.step][-1].exposed
        await asking.answer(1, "hemmelig 4")
        await desk.shows("hemmelig 2")
        assert asking.room.state.rounds[HELD.step][-1].exposed
        await asking.answer(1, "etternøler")
        await desk.follows(asking)
        assert "etternøler" not in desk.text, "an open round changes by the floor at a time"


async def test_the_stage_has_no_key_for_it_and_the_palette_of_the_desk_has(asking: Hub) -> None:
    await park(asking, "Lønn")
    assert not any(key.action == "board" for key in KEYS)
    async with staged(asking.folder) as stage:
        await stage.follows(asking)
        await stage.press("k")
        assert stage.on_top == "StageScreen"
    async with desked(asking.folder) as desk:
        await desk.follows(asking)
        await desk.press("colon", *"godkjenn", "enter")
        await desk.shows("ingenting ennå")
        assert desk.on_top == "BoardScreen"
    assert sum(key.action == "board" for key in DESK_KEYS) == 1


async def test_a_refusal_is_said_in_its_last_row(asking: Hub) -> None:
    async with desked(asking.folder) as desk:
        await board(desk, asking, "ingenting ennå")
        await desk.press("u")
        await desk.shows("Det er ingenting å angre")


async def test_hostile_texts_are_cells_and_never_markup(asking: Hub) -> None:
    sent = "[/] [@click=app.quit]quit[/] {n} %(x)s"
    await ask(asking, sent)
    async with desked(asking.folder) as desk:
        await board(desk, asking, sent)
        await desk.press("a")
        await comes(desk, sent, "godkjent")
        await desk.until(lambda: asking.room.state.undoable)
    assert (await item(asking, QUESTIONS)).approved


async def test_marked_texts_go_into_a_theme_by_its_number_and_the_stage_stands_by_theme(asking: Hub) -> None:
    await shown(asking, "Vi rekker det ikke", "Aldri ro", "Ingen tid", "Sjefen spør ikke", "Alt er bra")
    async with desked(asking.folder) as desk:
        await board(desk, asking, "Ingen tid")
        await point_at(desk, "Ingen tid")
        await hurry(desk, "t", *"Tid", "enter")
        await point_at(desk, "Sjefen spør ikke")
        await hurry(desk, "t", *"Ledelse", "enter")
        await hurry(desk, "/", *"RO", "enter", "*", "1", "escape")
        await point_at(desk, "Vi rekker det ikke")
        await hurry(desk, "1", "f")
        assert "1 av 5" in desk.text, "only one is in no theme"
        await hurry(desk, "t", *"tid", "enter")
        await desk.press("escape")
        await point_at(desk, "Alt er bra")
        await hurry(desk, "0")
        await desk.until(lambda: len(decided(asking)) == 6)
        tid = ["Aldri ro", "Ingen tid", "Vi rekker det ikke"]
        assert stand_by_theme(asking) == {"Tid": tid, "Ledelse": ["Sjefen spør ikke"], "": ["Alt er bra"]}
        await point_at(desk, "Aldri ro")
        await hurry(desk, "T", "end", *" nok", "enter")
        await desk.until(lambda: "Tid nok" in stand_by_theme(asking))
        assert (await asking.room.board(2)).sheaves[0].themes == ("Tid nok", "Ledelse")
        await desk.press("u")
        await desk.until(lambda: "Tid" in stand_by_theme(asking))


async def test_the_one_pointed_at_keeps_its_words_when_marked_ones_are_merged(asking: Hub) -> None:
    await shown(asking, "for lite ro", "For lite ro!", "helt annet", "noe nytt", "og mer")
    async with desked(asking.folder) as desk:
        await board(desk, asking, "helt annet")
        await desk.press("m")
        await desk.shows("Merk først tekstene som sier det samme")
        await hurry(desk, "/", *"lite", "enter", "*", "escape", "escape")
        await hurry(desk, "/", *"lite", "enter", "*")
        await point_at(desk, "For lite ro!")
        await desk.press("m")
        await desk.until(lambda: decided(asking))
        assert (await items(asking))["For lite ro!"].times == 2
        assert len(await items(asking)) == 4


async def test_what_may_say_the_same_is_offered_and_only_done_by_a_key(asking: Hub) -> None:
    await shown(
        asking, "Det er for lite ro hos oss", "Det er for lite ro her hos oss", "Nei", "Kanskje", "Ja"
    )
    async with desked(asking.folder, size=(80, 24)) as desk:
        await board(desk, asking, "Kanskje")
        await point_at(desk, "Kanskje")
        assert "kan si det samme" not in desk.text
        await point_at(desk, "Det er for lite ro her hos oss")
        await desk.shows("y kan si det samme som Det er for lite ro hos oss")
        assert not decided(asking)
        await desk.press("y")
        await desk.until(lambda: decided(asking))
        assert (await items(asking))["Det er for lite ro hos oss"].times == 2
        await desk.press("u")
        await desk.until(lambda: not decided(asking))
        assert len(await items(asking)) == 5


async def test_a_text_gets_other_words_line_by_line(asking: Hub) -> None:
    await asking.do("goto", 3)
    await asking.do("open")
    await send(asking, COMMIT, {"what": ["Ring"], "who": ["Kari"], "when": ["fredag"]})
    async with desked(asking.folder, size=(80, 24)) as desk:
        await board(desk, asking, "Ring")
        await hurry(desk, "e")
        assert "Ring ↵ Kari ↵ fredag" in "\n".join(rows_of(desk.app))
        await hurry(desk, *["backspace"] * 6, *"mandag", "enter")
        await desk.until(lambda: asking.room.state.undoable)
        assert list(await items(asking, COMMIT)) == ["Ring\nKari\nmandag"]
        await hurry(desk, "e", "x", "escape", "u")
        await desk.until(lambda: not asking.room.state.undoable)
        assert list(await items(asking, COMMIT)) == ["Ring\nKari\nfredag"]


async def test_one_answer_is_put_alone_on_the_stage_and_off_again(asking: Hub) -> None:
    await shown(asking, *(f"svar {n}" for n in range(5)))
    async with desked(asking.folder) as desk, staged(asking.folder) as stage:
        await board(desk, asking, "svar 3")
        await point_at(desk, "svar 3")
        await desk.press("s")
        await stage.until(lambda: stage.snapshot.spotlight)
        assert Spotlight("svar 3") in stage.snapshot.blocks
        await comes(desk, "svar 3", "framme")
        await desk.press("escape")
        await desk.shows("ett svar på scenen")
        await desk.press("k")
        await comes(desk, "svar 3", "framme")
        await point_at(desk, "svar 3")
        await desk.press("s")
        await stage.until(lambda: not stage.snapshot.spotlight)
        await desk.press("left")
        await desk.shows("ingenting ennå")


async def test_what_waits_has_a_tab_of_its_own_and_leaves_it_when_it_is_decided_about(asking: Hub) -> None:
    await ask(asking, "Hvorfor?", "Når?")
    async with desked(asking.folder) as desk:
        await board(desk, asking, "Hvorfor?", "Venter 2")
        await desk.press("tab")
        await desk.shows("Når?")
        first = (await asking.room.board(0)).sheaves[0].texts[0].text
        await desk.press("a")
        assert first not in desk.text
        await desk.press("h")
        assert "Hvorfor?" not in desk.text
        await desk.shows("ingenting venter")
        await desk.until(lambda: len(asking.room.state.undoable) == 2)
        texts = await items(asking, QUESTIONS)
        assert texts.pop(first).approved
        assert [text.hidden for text in texts.values()] == [True]


async def test_keys_are_letters_while_one_writes_and_none_is_lost_behind_enter(asking: Hub) -> None:
    await shown(asking, "hha", "dd", "aa", "uu", "mm")
    async with desked(asking.folder) as desk:
        await board(desk, asking, "hha")
        await desk.press("slash", *"hha")
        assert not decided(asking)
        await desk.press("enter", "h")
        await desk.until(lambda: decided(asking))
        assert [text for text, one in (await items(asking)).items() if one.hidden] == ["hha"]
        await desk.press("question_mark")
        assert desk.on_top == "HelpScreen"


async def test_300_answers_go_into_8_themes_by_keys_alone_and_undone_nothing_is_left(asking: Hub) -> None:
    answers = [f"{THEMES[n % 8]} på {n // 8} måter" for n in range(300)]
    await shown(asking, *answers)
    before = await everything(asking)
    async with desked(asking.folder, size=(80, 24)) as desk:
        await board(desk, asking, "300")
        screen = desk.app.screen
        assert isinstance(screen, BoardScreen)
        for number, theme in enumerate(THEMES, 1):
            await hurry(desk, "/", *theme[:3].lower(), "enter", "t", *theme, "enter")
            # Some of them at once; the rest one by one, as quickly as one can read.
            await hurry(desk, "*", "home", *" " * 4, str(number), "escape")
        await hurry(desk, "f", "home")
        while row := screen.texts.pointed:
            made = screen.texts.sent
            type_ahead(desk, str(THEMES.index(row.item.text.split()[0]) + 1))
            while screen.texts.sent == made:
                await asyncio.sleep(0)
        made = screen.texts.sent
        assert made == 8 + 8 + 8 * 3
        await desk.until(lambda: len(decided(asking)) == made)
        wanted = {theme: sorted(a for a in answers if a.startswith(theme)) for theme in THEMES}
        assert stand_by_theme(asking) == wanted
        await hurry(desk, *"u" * made)
        await desk.until(lambda: not decided(asking))
        assert await everything(asking) == before


async def test_what_was_put_into_themes_is_what_a_later_step_chooses_from(asking: Hub) -> None:
    await shown(asking, *(f"{theme} {n}" for theme in THEMES[:3] for n in range(3)))
    async with desked(asking.folder) as desk:
        await board(desk, asking, "Ledelse 1")
        for theme in THEMES[:3]:
            await hurry(desk, "/", *theme.lower(), "enter", "*", "t", *theme, "enter", "escape")
        await desk.until(lambda: len(decided(asking)) == 3)
    await asking.do("goto", 5)
    await asking.do("open")
    (field,) = asking.room.form(Place(4, 1), secrets.token_bytes(32))
    assert isinstance(field, Share | Pick)
    assert sorted(map(str, field.options)) == sorted(THEMES[:3])


def decided(hub: Hub) -> Sequence[object]:
    """The decisions that can be undone."""
    return [event for event in hub.room.state.undoable if isinstance(event, Moderated)]


async def everything(hub: Hub) -> tuple[object, ...]:
    """Texts, stage and store, but for the clock and the counters of versions."""
    told = msgspec.structs.replace(hub.room.snapshot(), now=0.0, version=0, undo_until=None)
    texts = msgspec.json.encode(await hub.room.texts(HELD))
    return texts, snapshot.encode(told), hub.room.phone().blocks, hub.room._store.decisions(HELD)


async def test_without_a_hub_nothing_counts_as_decided(asking: Hub) -> None:
    await ask(asking, "Hvorfor?")
    async with desked(asking.folder) as desk:
        await board(desk, asking, "Hvorfor?")
        await asking.stop()
        await desk.shows("Mistet kontakten")
        await desk.press("a")
        await comes(desk, "Hvorfor?", "venter")
        await asking.begin()
        await desk.until(lambda: not desk.app.scene.lost)
        await desk.press("a")
        await desk.until(lambda: decided(asking))
        assert state(desk, "Hvorfor?") == "godkjent"
