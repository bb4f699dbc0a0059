"""Pictures of the sheets on the desk, each beside the one that was looked at and found right."""

from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.tui.draw.scenes import clock
from tests.tui.looked import ASKING, at, real, step_of
from tests.tui.stages import rows_of
from tests.tui.test_pictures import SIZES, Compare, PicturedDesk, Quiet
from workshop.core.fields import Fields
from workshop.core.gathered import Asked

pytestmark = pytest.mark.usefixtures("in_oslo")


class Answering(Quiet):
    """A hub whose questions can be answered for somebody else, and that has a remote."""

    def form(self, step: int) -> Fields:
        return step_of(real(), step).form(Asked(), ())

    def switch_remote(self, *, on: bool) -> str | None:
        return "HTTP://192.168.1.23:8080/K7QX/R/7F3K9QTR2M4XW8ZC" if on else None


SHEETS = {
    "hands": ("choice", ["h"], "svarer", ["9", "down", "4", "down"]),
    "hands, words": ("open", ["h"], "svarer", ["Vi er slitne"]),
    "hands, levels": ("scale", ["h"], "svarer", ["down", "3"]),
    "remote": ("open", ["x"], "Den som skanner", []),
    "decision": ("open", ["n"], "Hva ble", ["down", "Vi prøver faste pauser"]),
    "action": ("open", ["n", "2"], "Hva skal", ["Ny vaktliste", "tab", "Kari Moe", "tab", "1. mai"]),
    "help on the board": ("open", ["k", "question_mark"], "", []),
    "help": ("open", ["question_mark"], "", []),
    "commands": ("open", ["colon"], "", [*"vis"]),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_on_the_desk(snap_compare: Compare, tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    asks, opens, words, keys = SHEETS[name]

    async def before(pilot: Pilot[Any]) -> None:
        await pilot.press(*opens)
        for _ in range(500):
            if any(words in row for row in rows_of(pilot.app)):
                break
            await pilot.pause(0.01)
        else:
            raise AssertionError(rows_of(pilot.app))
        await pilot.pause()
        for key in keys:
            if " " in key:
                (pilot.app.focused or pilot.app.screen).post_message(Paste(key))
            else:
                await pilot.press(key)

    shot = at(real(), ASKING[asks], timer=clock(138, 180))
    desk = PicturedDesk(tmp_path, shot, Answering(tmp_path))
    assert snap_compare(desk, run_before=before, terminal_size=size)
