"""The timer: what state a clock is in, and the thin line with figures and words that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from workshop.core.clock import span
from workshop.room.snapshot import ClockNow
from workshop.tui.type import fit

from .grid import Grid, Sizes
from .ink import paint, rule, spell, write
from .look import Look
from .picture import Picture, layer, stack

LATE = 0.20
OVER = 0.05
_WORDS_AT = (0, 11, 34, 50)  # cells from the margin to the words beside large figures, by the screen


class Urgency(Enum):
    """How near its end a clock is."""

    AMPLE = "ample"
    LATE = "late"
    OVER = "over"
    OVERTIME = "overtime"


@dataclass(frozen=True)
class Timer:
    """A clock just now: seconds `left` of `total` (below zero in overtime)."""

    left: float
    total: float
    running: bool

    @property
    def urgency(self) -> Urgency:
        """What of it the eye must see."""
        if self.left <= 0:
            return Urgency.OVERTIME
        if self.left <= OVER * self.total:
            return Urgency.OVER
        return Urgency.LATE if self.left <= LATE * self.total else Urgency.AMPLE

    @property
    def figures(self) -> str:
        """`2:18`, `+0:42`, and in brackets while it stands still."""
        return span(self.left) if self.running else f"({span(self.left)})"

    @property
    def share(self) -> float:
        """How much of the line is left; all of it in overtime."""
        if self.urgency is Urgency.OVERTIME or self.total <= 0:
            return 1.0
        return min(1.0, self.left / self.total)


def timer_at(clock: ClockNow, now: float) -> Timer:
    """The clock at `now` (the run's clock)."""
    running = clock.running and clock.ends is not None
    left = clock.ends - now if running and clock.ends is not None else clock.left
    return Timer(left, clock.total, running)


def line_ink(timer: Timer, look: Look) -> str:
    """The colour of the line."""
    match timer.urgency:
        case Urgency.AMPLE:
            return look.palette.accent
        case Urgency.LATE:
            return look.palette.late
        case _:
            return look.palette.over


def figures_ink(timer: Timer, look: Look, calm: str) -> str:
    """The colour of the figures: `calm` until it is nearly over."""
    return look.palette.over if timer.urgency in (Urgency.OVER, Urgency.OVERTIME) else calm


def words(timer: Timer, cue: str, *, writing: bool, look: Look) -> str:
    """The words beside the figures: `cue`, and near the end what to do now (`writing`: a form is open)."""
    match timer.urgency:
        case Urgency.OVERTIME:
            return look.text("Over time")
        case Urgency.OVER:
            return look.text("Finish your sentence") if writing else look.text("Wrap up")
        case _:
            return cue


def draw_timer(timer: Timer, said: str, width: int, sizes: Sizes, grid: Grid, look: Look) -> Picture:
    """The line, and under it figures at one of `sizes` (none: cell text) with the words beside them."""
    line = rule(width, timer.share, look, line_ink(timer, look))
    ink = figures_ink(timer, look, look.palette.quiet)
    return stack(
        [line, _large(timer, said, ink, width, sizes, grid, look) or _small(timer, said, ink, width, look)]
    )


def draw_words(said: str, width: int, sizes: Sizes, look: Look) -> Picture:
    """The words alone, for a step without a clock."""
    setting = fit(said, width, 6, sizes) if said else None
    if setting:
        return paint(setting, look.palette.quiet, look)
    return write(said, width, look.style(look.palette.quiet)) if said else Picture(0, 0)


def _large(
    timer: Timer, said: str, ink: str, width: int, sizes: Sizes, grid: Grid, look: Look
) -> Picture | None:
    figures = fit(timer.figures, width, 9, sizes)
    if figures is None:
        return None
    left = paint(figures, ink, look)
    if not said:
        return left
    start = max(_WORDS_AT[grid.screen], left.width + 4)
    beside = _beside(said, width - start, figures.height, grid.sizes("note") or grid.sizes("body")[-1:], look)
    return layer([left, beside.moved(max(0, left.height - beside.height - int(beside.height == 1)), start)])


def _beside(said: str, width: int, height: int, sizes: Sequence[object], look: Look) -> Picture:
    from workshop.tui.type.sizes import S

    setting = fit(said, width, height, (S,)) if sizes else None
    if setting:
        return paint(setting, look.palette.quiet, look)
    return write(said, width, look.style(look.palette.quiet))


def _small(timer: Timer, said: str, ink: str, width: int, look: Look) -> Picture:
    from .ink import shorten

    figures = (timer.figures, look.style(ink))
    said = shorten(said, width - len(timer.figures) - 3)
    return spell(figures, ("   " if said else "", look.paper), (said, look.style(look.palette.quiet)))
