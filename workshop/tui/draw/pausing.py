"""The pause: its name, the clock as large as it can be, and the time to be back."""

from workshop.core.blocks import Heading
from workshop.core.clock import of_day
from workshop.room.snapshot import ClockNow
from workshop.tui.type import fit

from .grid import Grid
from .ink import paint, write
from .leads import Stand, draw_large, draw_small
from .look import Look
from .picture import Picture, stack
from .timer import Timer, figures_ink


def draw_pause(
    heading: Heading | None, clock: ClockNow, timer: Timer, back: bool, height: int, grid: Grid, look: Look
) -> Picture:
    """Name, figures and when we meet again, in at most `height` rows."""
    figures = _figures(timer, height, grid, look)
    again = _again(clock, grid, look) if back else Picture(0, 0)
    free = height - figures.height - again.height
    stand = Stand(grid.inner, grid, look)
    name = (draw_large(heading, stand, free) or draw_small(heading, stand)) if heading else Picture(0, 0)
    left = free - name.height
    air = min(grid.air // 2, max(0, left // 2))
    return stack([name, figures, again], gap=air)


def _figures(timer: Timer, height: int, grid: Grid, look: Look) -> Picture:
    ink = figures_ink(timer, look, look.palette.accent)
    setting = fit(timer.figures, grid.inner, height // 2, grid.sizes("clock"))
    return paint(setting, ink, look) if setting else write(timer.figures, grid.inner, look.style(ink))


def _again(clock: ClockNow, grid: Grid, look: Look) -> Picture:
    if clock.ends is None:
        return Picture(0, 0)
    text = look.text("Back at {time}", time=of_day(clock.ends))
    setting = fit(text, grid.inner, 8, grid.sizes("by"))
    quiet = look.palette.quiet
    return paint(setting, quiet, look) if setting else write(text, grid.inner, look.style(quiet))
