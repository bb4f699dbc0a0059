"""The look of a run's screens: its palette, its language, and what the terminal can draw."""

import os
from typing import Literal

from workshop.language import language
from workshop.tui.draw import Look
from workshop.tui.palette import PALETTES
from workshop.tui.terminal import quadrants, truecolor
from workshop.tui.type import Mode

Theme = Literal["light", "dark"]


def look_here(theme: Theme, tag: str, *, plain: bool = False) -> Look:
    """The look in this terminal; `tag` is the language, `plain` leaves the big type out."""
    return Look(PALETTES[theme], _mode(), language(tag), plain)


def _mode() -> Mode:
    if not quadrants(os.environ):
        return Mode.HALF
    return Mode.TRUECOLOR if truecolor(os.environ) else Mode.QUADRANTS
