"""The timer: what state a clock is in, and the thin line with figures and words that shows it."""

from dataclasses import dataclass
from enum import Enum

from workshop.core.clock import span
from workshop.room.snapshot import ClockNow

from .grid import Grid, Sizes
from .ink import large, rule, spell, write
from .look import Look
from .picture import NOTHING, Picture, layer, stack

LATE = 0.20
OVER = 0.05
_BESIDE = (0, 11, 34, 50)  # cells from the margin to the words beside large figures, by the screen


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
    if clock.running and clock.ends is not None:
        return Timer(clock.ends - now, clock.total, running=True)
    return Timer(clock.left, clock.total, running=False)


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


def words_at(timer: Timer, cue: str, look: Look, *, writing: bool) -> str:
    """The words beside the figures: `cue`, and near the end what to do now (`writing`: a form is open)."""
    match timer.urgency:
        case Urgency.OVERTIME:
            return look.text("Over time")
        case Urgency.OVER:
            return look.text("Finish your sentence") if writing else look.text("Wrap up")
        case _:
            return cue


def draw_line(timer: Timer, width: int, look: Look) -> Picture:
    """The thin line that shrinks."""
    return rule(width, timer.share, look, line_ink(timer, look))


def draw_figures(timer: Timer, words: str, width: int, sizes: Sizes, grid: Grid, look: Look) -> Picture:
    """The figures at one of `sizes` (none: cell text), the words beside them."""
    ink = figures_ink(timer, look, look.palette.quiet)
    drawn = large(timer.figures, ink, width, 9, sizes, look)
    if drawn is None:
        said = write(words, width - len(timer.figures) - 3, look.style(look.palette.quiet))
        return layer([spell((timer.figures, look.style(ink))), said.moved(right=len(timer.figures) + 3)])
    start = max(_BESIDE[grid.screen], drawn.width + 4)
    said = draw_words(words, width - start, drawn.height, grid.sizes("words"), look)
    down = drawn.height - max(said.height, 2)
    return layer([drawn, said.moved(down, start)])


def draw_words(words: str, width: int, height: int, sizes: Sizes, look: Look) -> Picture:
    """Quiet words at one of `sizes`, else in cell text."""
    if not words:
        return NOTHING
    quiet = look.palette.quiet
    return large(words, quiet, width, height, sizes, look) or write(words, width, look.style(quiet))


def draw_timer(
    timer: Timer, words: str, widths: tuple[int, int], sizes: Sizes, grid: Grid, look: Look
) -> Picture:
    """Line and figures, each in its own width (cells)."""
    return stack(
        [draw_line(timer, widths[0], look), draw_figures(timer, words, widths[1], sizes, grid, look)]
    )
