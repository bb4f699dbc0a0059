"""The pause: its name, the clock as large as it can be, and the time to be back."""

from workshop.core.blocks import Heading
from workshop.core.clock import of_day

from .ink import large, write
from .leads import Stand, draw_large, draw_small
from .picture import NOTHING, Picture, stack
from .timer import Timer, figures_ink


def draw_pause(
    heading: Heading | None, ends: float | None, timer: Timer, height: int, stand: Stand
) -> Picture:
    """Name, figures and the time when it `ends` (seconds since the epoch), in `height` rows."""
    figures = _figures(timer, height, stand)
    back = _back(ends, stand) if ends is not None else NOTHING
    free = height - figures.height - back.height
    name = _name(heading, free - 1, stand) if heading else NOTHING
    air = max(0, min(stand.grid.air, (free - name.height) // 2))
    return stack([name, figures, back], gap=air)


def _name(heading: Heading, height: int, stand: Stand) -> Picture:
    return draw_large(heading, stand, height) or draw_small(heading, stand)


def _figures(timer: Timer, height: int, stand: Stand) -> Picture:
    look = stand.look
    ink = figures_ink(timer, look, look.palette.accent)
    drawn = large(timer.figures, ink, stand.width, height // 2, stand.grid.sizes("clock"), look)
    return drawn or write(timer.figures, stand.width, look.style(ink))


def _back(ends: float, stand: Stand) -> Picture:
    look = stand.look
    text = look.text("Back at {time}", time=of_day(ends))
    quiet = look.palette.quiet
    drawn = large(text, quiet, stand.width, 8, stand.grid.sizes("by"), look)
    return drawn or write(text, stand.width, look.style(quiet))
