"""Noting down from the stage: by keyboard alone, into the run, and nothing lost on the way."""

from pathlib import Path

import pytest
from textual.events import Key, Paste

from tests.core.hostile import HOSTILE
from tests.tui.examples import folder_of
from tests.tui.hubs import Hub
from tests.tui.stages import Staged, rows_of, staged
from workshop.core.text import clean_line
from workshop.room.record import CapturedRecord
from workshop.tui.palette import LIGHT
from workshop.tui.screens.box import LONGEST, Box


def noted(hub: Hub) -> list[tuple[str, ...]]:
    return [parts(note) for note in hub.room.record().captured]


def parts(note: CapturedRecord) -> tuple[str, ...]:
    return (note.sort, note.text, *filter(None, (note.who, note.when)))


def boxes(stage: Staged) -> list[str]:
    return [box.value for box in stage.app.screen.query(Box) if box.display]


async def test_whoever_types_at_once_notes_a_decision_at_the_step_on_the_stage(hub: Hub) -> None:
    await hub.do("goto", 2)
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("n", *"Vi slutter kl. 15", "enter")
        await stage.shows("Notert")
    assert noted(hub) == [("decision", "Vi slutter kl. 15")]
    (made,) = hub.room.record().captured
    assert (made.step, made.section_title) == (2, "Elefanten")
    assert hub.done == [("goto", 2)]


async def test_an_action_has_who_and_when(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("n", "2", *"Rydde", "tab", *"Kari", "down", *"1. mai", "enter")
        await stage.until(lambda: noted(hub))
    assert noted(hub) == [("action", "Rydde", "Kari", "1. mai")]


@pytest.mark.parametrize(("keys", "sort"), [(["3"], "remark"), (["left"], "remark"), (["right"], "action")])
async def test_a_number_or_an_arrow_says_what_it_is(hub: Hub, keys: list[str], sort: str) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("n", *keys, "down", "a", "enter")
        await stage.until(lambda: noted(hub))
    assert noted(hub) == [(sort, "a")]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_everything_stands_on_the_screen_apart(hub: Hub, size: tuple[int, int]) -> None:
    async with staged(hub.folder, size=size) as stage:
        await stage.press("n", "2", *"Introdusere vikarer", "tab", *"Inspektør", "tab", *"1. desember")
        for words in ("Beslutning", "Tiltak", "Merknad", "Hva skal gjøres?", "Hvem har ansvaret?", "Enter"):
            assert words in stage.text
        rows = rows_of(stage.app)
        assert any("Introdusere vikarer" in row for row in rows)
        assert any("Inspektør" in row and "1. desember" in row for row in rows)


async def test_only_an_action_asks_who_and_when(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("n")
        assert "Hvem har ansvaret?" not in stage.text
        assert boxes(stage) == [""]
        await stage.press("right")
        assert "Hvem har ansvaret?" in stage.text
        assert boxes(stage) == ["", "", ""]


async def test_escape_loses_nothing_that_was_written(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("n", "2", *"halv", "tab", *"Ka", "escape")
        assert stage.on_top == "StageScreen"
        await stage.press("n")
        assert boxes(stage) == ["halv", "Ka", ""]
        await stage.press(*"t", "enter")
        await stage.until(lambda: noted(hub))
        await stage.until(lambda: stage.app.stage.pad.draft.empty)
        await stage.press("n")
        assert boxes(stage) == [""]
    assert noted(hub) == [("action", "halvt", "Ka")]


async def test_enter_without_words_saves_nothing_and_stays(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("n", "2", "space", "enter")
        assert stage.on_top == "NoteScreen"
        await stage.press("escape")
    assert noted(hub) == []
    assert hub.done == []


async def test_a_clickers_keys_move_nothing_on_the_stage_meanwhile(hub: Hub) -> None:
    await hub.do("next")
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("n", "pagedown", "pageup", "right", "space", "pagedown")
        assert stage.on_top == "NoteScreen"
    assert hub.done == [("next", None)]


async def test_u_takes_the_note_back_and_n_has_it_still(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.follows(hub)
        await stage.press("n", *"Vi slutter kl 15", "enter")
        await stage.shows("Notert")
        await stage.press("u")
        await stage.shows("Notatet er tatt tilbake.")
        assert noted(hub) == []
        await stage.press("n")
        assert boxes(stage) == ["Vi slutter kl 15"]
        await stage.press("backspace", "4", "enter")
        await stage.until(lambda: noted(hub))
    assert noted(hub) == [("decision", "Vi slutter kl 14")]


async def test_a_note_that_was_taken_back_elsewhere_is_not_shown_here(hub: Hub) -> None:
    async with staged(hub.folder) as desk, staged(hub.folder) as stage:
        await desk.follows(hub)
        await desk.press("n", "3", *"Sjefen er sur", "enter")
        await stage.until(lambda: stage.snapshot.noted == 1)
        assert "Notert" not in stage.text
        await stage.press("u")
        await stage.shows("Et notat er tatt tilbake.")
        await stage.press("n")
        assert boxes(stage) == [""]


async def test_without_a_hub_the_words_are_still_there(tmp_path: Path) -> None:
    async with staged(folder_of(tmp_path / "run")) as stage:
        await stage.press("n", *"Viktig", "enter")
        await stage.until(lambda: "kontakt" in stage.text.casefold() or "fram" in stage.text)
        await stage.press("n")
        assert boxes(stage) == ["Viktig"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_whatever_is_pasted_becomes_harmless_words_on_one_line(hub: Hub, text: str) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("n", "down")
        box = stage.app.screen.query(Box).first()
        box.post_message(Paste(text))
        await stage.pilot.pause()
        assert box.value.rstrip() == clean_line(box.value)
        assert len(box.value) <= LONGEST
        assert stage.on_top == "NoteScreen"


async def test_pasted_lines_are_all_there_at_the_cursor(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("n", "down", "a", "z", "left")
        box = stage.app.screen.query(Box).first()
        box.post_message(Paste("[b]en[/b]\nto\x1b[2J"))
        await stage.pilot.pause()
        assert box.value == "a[b]en[/b] to[2Jz"
        assert any("a[b]en[/b] to[2Jz" in row for row in rows_of(stage.app))


async def test_what_is_pasted_before_a_box_is_chosen_goes_into_the_first(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("n")
        stage.app.screen.post_message(Paste("Vi begynner\npå mandag"))
        await stage.pilot.pause()
        assert boxes(stage)[0] == "Vi begynner på mandag"


async def test_the_box_has_the_papers_colours(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("n", "down", "a")
        box = stage.app.screen.query(Box).first()
        assert box.background_colors[1].hex == LIGHT.card
        assert box.styles.color.hex == LIGHT.ink
        cursor = box.get_component_rich_style("input--cursor").bgcolor
        assert cursor is not None
        assert cursor.name == LIGHT.ink.lower()
        assert not box.cursor_blink


async def test_quick_fingers_lose_no_space_before_the_box_has_the_focus(hub: Hub) -> None:
    async with staged(hub.folder) as stage:
        await stage.press("n")
        for letter in "Vi tar pause":
            stage.app.screen.post_message(Key("space" if letter == " " else letter, letter))
        await stage.pilot.pause(0.1)
        assert stage.app.screen.query(Box).first().value == "Vi tar pause"
