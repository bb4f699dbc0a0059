"""The sheet for people without a phone, against a real hub."""

import pytest

from tests.tui.desk.desks import desked
from tests.tui.hubs import Hub


@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_hands_are_counted_by_digits_and_enter(hub: Hub, size: tuple[int, int]) -> None:
    await hub.do("goto", 3)
    await hub.do("open")
    async with desked(hub.folder, size=size) as desk:
        await desk.follows(hub)
        await desk.press("h")
        await desk.shows("Hvor mange svarer hva?")
        await desk.press("7", "down", "1", "2", "right")
        assert "20 personer" in desk.text
        await desk.press("enter")
        await desk.until(lambda: desk.on_top == "DeskScreen")
        await desk.shows("20 svar talt med")
        assert hub.room.snapshot().by_hand == 20
        await desk.press("u")
        await desk.until(lambda: hub.room.snapshot().by_hand == 0)


async def test_what_is_refused_stays_as_it_was_written(hub: Hub) -> None:
    await hub.do("goto", 2)
    await hub.do("next")
    async with desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press("h")
        await desk.shows("Hva svarer de?")
        await desk.press(*"Tid")
        await hub.do("close")
        await desk.press("enter")
        await desk.shows("Runden er lukket.")
        assert "Tid" in desk.text
        await desk.press("escape")
        assert desk.on_top == "DeskScreen"
    assert hub.room.snapshot().by_hand == 0


async def test_on_a_slide_it_says_that_nothing_is_open(hub: Hub) -> None:
    await hub.do("next")
    async with desked(hub.folder) as desk:
        await desk.follows(hub)
        await desk.press("h")
        await desk.shows("Denne runden tar ikke imot svar")
        await desk.press("7", "enter", "escape")
        assert desk.on_top == "DeskScreen"
