"""The screens that lie over the stage: help, notes, palette, code, questions."""

from pathlib import Path

import pytest
from textual.events import Key

from tests.tui.examples import folder_of
from tests.tui.hubs import Hub, hub_in
from tests.tui.stages import read_through, staged
from workshop.language import language
from workshop.tui.keys import KEYS, QUIT
from workshop.tui.screens.help import HelpScreen

LONG_NOTES = f"""
title: T
language: nb
sections:
  - title: S
    steps:
      - slide: Hei
        notes: |
          {"".join(f"Linje {n}.{chr(10)}          " for n in range(20))}
"""


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_help_names_every_key_in_the_rooms_language(hub: Hub, size: tuple[int, int]) -> None:
    nb = language("nb")
    async with staged(hub.folder, size=size) as stage:
        await stage.press("question_mark")
        read = await read_through(stage)
        for key in (*KEYS, QUIT):
            assert key.does.said(nb) in read
    assert {key.does.said(nb) for key in KEYS}.isdisjoint(key.does.message for key in KEYS)


@pytest.mark.parametrize(
    ("opens", "screen"), [("question_mark", "HelpScreen"), ("p", "PeekScreen"), ("q", "CodeScreen")]
)
async def test_any_key_goes_back_and_does_nothing_else(hub: Hub, opens: str, screen: str) -> None:
    async with staged(hub.folder) as stage:
        for key in ("x", "escape", "enter", "right", opens, "tab"):
            await stage.press(opens)
            assert stage.on_top == screen
            await stage.press(key)
            assert stage.on_top == "StageScreen"
    assert hub.done == []


@pytest.mark.parametrize("opens", ["question_mark", "p", "q"])
async def test_two_keys_at_once_take_one_sheet_away_and_nothing_else(hub: Hub, opens: str) -> None:
    async with staged(hub.folder) as stage:
        await stage.press(opens)
        sheet = stage.app.screen
        for _ in range(3):
            sheet.post_message(Key("x", "x"))
        await stage.pilot.pause(0.1)
        assert stage.on_top == "StageScreen"
    assert hub.done == []


async def test_a_sheet_that_is_gone_keeps_nothing_of_what_it_painted(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("question_mark")
        sheet = stage.app.screen
        assert isinstance(sheet, HelpScreen)
        assert sheet.surface._styles_cache._cache
        await stage.press("x")
        assert not sheet.surface._styles_cache._cache


async def test_the_stage_below_has_gone_on_when_a_sheet_is_taken_away(hub: Hub) -> None:
    await hub.do("goto", 2)
    await hub.do("open")
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("question_mark")
        await hub.answer(1, "a", "b", "c")
        await stage.follows(hub)
        assert "3 av 3" not in stage.text
        await stage.press("x")
        assert "3 av 3 har svart" in stage.text


async def test_the_peek_shows_the_notes_and_what_the_next_press_does(hub: Hub) -> None:
    await hub.do("next")
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("p")
        await stage.shows("Gi rommet tid. Ikke fyll stillheten.")
        pressed = hub.room.desk().next_press.said(language("nb"))
        assert pressed in stage.text
        assert "Skriv det ned." in stage.text


async def test_a_step_without_notes_says_so(hub: Hub) -> None:
    await hub.do("goto", 4)
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("p")
        await stage.shows("Dette steget har ingen notater.")


async def test_long_notes_turn_with_the_arrows_to_their_last_line(tmp_path: Path) -> None:
    hub = hub_in(tmp_path / "run", LONG_NOTES.encode())
    await hub.begin()
    await hub.do("next")
    async with staged(hub.folder, size=(60, 20)) as stage:
        await stage.follows(hub)
        await stage.press("p")
        await stage.shows("Linje 0.")
        assert "Linje 19." not in stage.text
        await stage.press(*["down"] * 8)
        assert "Linje 19." in stage.text
        await stage.press(*["up"] * 8)
        assert "Linje 0." in stage.text
    await hub.stop()


async def test_the_peek_says_when_the_hub_does_not_answer(tmp_path: Path) -> None:
    async with staged(folder_of(tmp_path / "run")) as stage:
        await stage.press("p")
        await stage.shows("som ikke svarer")


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_finds_a_command_by_its_letters_and_does_it(hub: Hub, key: str) -> None:
    await hub.do("next")
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press(key, *"blank", "enter")
        await stage.until(lambda: ("blank", None) in hub.done)
        assert stage.on_top == "StageScreen"


async def test_the_palette_goes_to_a_step_by_a_word_of_its_question(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("colon")
        await stage.shows("→ mellomrom")
        await stage.press(*"kriter")
        await stage.shows("Gå til 3: Hvilke kriterier")
        await stage.press("enter")
        await stage.until(lambda: hub.done == [("goto", 3)])


async def test_letters_in_the_palette_are_letters_and_backspace_takes_them_back(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("colon", *"qbp")
        assert "› qbp" in stage.text
        await stage.press("backspace", "backspace", "backspace", "backspace")
        assert "› ▏" in stage.text
        assert "Neste" in stage.text
    assert hub.done == []


async def test_enter_with_nothing_found_does_nothing(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("colon", *"zzzz", "enter")
        assert stage.on_top == "StageScreen"
    assert hub.done == []


async def test_ending_by_the_palette_asks_first(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("colon", *"avslutt workshopen (spør", "enter")
        await stage.until(lambda: stage.on_top == "QuestionScreen")
        assert "Avslutt workshopen for alle" in stage.text
        await stage.press("escape")
    assert hub.done == []


async def test_quitting_by_the_palette_asks_too(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("colon", *"ctrl+q", "enter")
        await stage.until(lambda: stage.on_top == "QuestionScreen")
        assert "la workshopen gå" in stage.text


async def test_the_code_stands_alone_on_the_whole_screen(hub: Hub) -> None:
    await hub.do("next")
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("q")
        assert "▄▄▄▄" in stage.text
        assert "Velkommen" not in stage.text
