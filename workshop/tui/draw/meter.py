"""Meters: a share as a bar on its track, and as a thin line where it is what was before."""

from workshop.tui.type import Mode

from .ink import spell
from .look import Look
from .picture import Picture

_EIGHTHS = " ▏▎▍▌▋▊▉"


def draw_measure(width: int, share: float, look: Look) -> Picture:
    """A bar's row: the share (0 to 1) of `width` cells in accent to an eighth of a cell, the rest track."""
    palette = look.palette
    eighths = round(width * 8 * share)
    if look.mode != Mode.TRUECOLOR or look.plain:
        eighths = (eighths + 4) // 8 * 8
    whole, rest = divmod(eighths, 8)
    part = _EIGHTHS[rest] if rest else ""
    if look.plain:
        return spell(("█" * whole + "░" * (width - whole), look.paper))
    return spell(
        (" " * whole, look.style(palette.accent, on=palette.accent)),
        (part, look.style(palette.accent, bold=False, on=palette.track)),
        (" " * (width - whole - len(part)), look.style(palette.ink, bold=False, on=palette.track)),
    )


def draw_trace(width: int, share: float, look: Look) -> Picture:
    """What the share was before: a quiet line, half a row high, to half a cell."""
    halves = round(width * 2 * share)
    if look.mode == Mode.HALF:
        halves = (halves + 1) // 2 * 2
    line = "▀" * (halves // 2) + "▘" * (halves % 2)
    return spell((line, look.style(look.palette.quiet, bold=False)))
