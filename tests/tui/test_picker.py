"""The picker: plain data in, one choice out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tests.tui.stages import text_of
from workshop.language import language
from workshop.tui.draw import Look
from workshop.tui.palette import LIGHT
from workshop.tui.picker import Choice, Group, PickerApp
from workshop.tui.type import Mode

CHOICES = (
    Choice(Group.SHIPPED, "A retrospective", "retrospective", "retrospective"),
    Choice(Group.RESUME, "Den rosa elefanten", "K7QX, begun 12:52", "run-1"),
    Choice(Group.HERE, "[bold]Mine[/]\x1b]0;x\x07", "mine.yaml", "/tmp/mine.yaml"),
)


@asynccontextmanager
async def picking(choices: tuple[Choice, ...] = CHOICES) -> AsyncIterator[Pilot[Choice]]:
    app = PickerApp(Look(LIGHT, Mode.TRUECOLOR, language("en")), choices)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield pilot


async def test_unfinished_runs_stand_first_and_everything_under_its_heading() -> None:
    async with picking() as pilot:
        shown = text_of(pilot.app)
    places = [
        shown.index(words)
        for words in (
            "Go on with",
            "Den rosa elefanten",
            "Sessions in this folder",
            "mine.yaml",
            "Sessions that come with Workshop",
            "A retrospective",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("downs", "value"), [(0, "run-1"), (1, "/tmp/mine.yaml"), (2, "retrospective"), (9, "retrospective")]
)
async def test_enter_takes_what_is_pointed_at(downs: int, value: str) -> None:
    async with picking() as pilot:
        await pilot.press(*["down"] * downs, "enter")
    assert pilot.app.return_value is not None
    assert pilot.app.return_value.value == value


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+q", "ctrl+c"])
async def test_leaving_takes_nothing(key: str) -> None:
    async with picking() as pilot:
        await pilot.press(key)
    assert pilot.app.return_value is None
    assert not pilot.app.is_running


async def test_titles_are_text_and_never_markup_or_control() -> None:
    async with picking() as pilot:
        shown = text_of(pilot.app)
    assert "[bold]Mine[/]" in shown
    assert not {"\x1b", "\x07"} & set(shown)


async def test_with_nothing_to_choose_enter_takes_nothing() -> None:
    async with picking(()) as pilot:
        await pilot.press("down", "enter")
    assert pilot.app.return_value is None
