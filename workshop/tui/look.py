"""The look of a run's screens: its palette, its language, and what the terminal can draw."""

import os
from pathlib import Path
from typing import Literal

from workshop.language import language
from workshop.tui.draw import Look
from workshop.tui.palette import PALETTES
from workshop.tui.terminal import quadrants, truecolor
from workshop.tui.type import Mode

Theme = Literal["light", "dark"]


def look_here(theme: Theme, tag: str, *, plain: bool = False, pictures: Path | None = None) -> Look:
    """The look in this terminal; `tag` is the language, `plain` leaves the big type out.

    `pictures` is the run's folder of them.
    """
    return Look(PALETTES[theme], _mode(), language(tag), plain, pictures)


def _mode() -> Mode:
    if not quadrants(os.environ):
        return Mode.HALF
    return Mode.TRUECOLOR if truecolor(os.environ) else Mode.QUADRANTS
