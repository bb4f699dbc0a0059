"""A step on the stage: the question with its code and turnout, the slide, the pause, or the results."""

from dataclasses import dataclass

from workshop.core.blocks import Blocks, Countdown, Cue, Heading, Note
from workshop.room.snapshot import Snapshot

from .canvas import Canvas
from .compose import Composition, compose
from .grid import Grid, Screen, Sizes
from .ink import rule, write
from .join import Code, draw_address, draw_code, place_code, promise, under
from .look import Look
from .note import draw_note, page_of
from .pausing import draw_pause
from .picture import Picture, right, stack
from .timer import Timer, draw_timer, draw_words, line_ink, timer_at, words
from .turnout import draw_turnout


@dataclass(frozen=True)
class Step:
    """What is drawn of a step: everything that its parts have in common."""

    canvas: Canvas
    snapshot: Snapshot
    grid: Grid
    look: Look
    timer: Timer | None
    code: Code | None

    @property
    def width(self) -> int:
        """Cells for the step's own words, left of the code."""
        if self.code is None:
            return self.grid.inner
        return self.code.column - self.grid.gap - self.grid.margin

    @property
    def top(self) -> int:
        """The first row for them."""
        return self.grid.top if self.code is None else max(self.code.row, self.grid.top)

    @property
    def body(self) -> Blocks:
        """The Blocks that are composed; the others have places of their own."""
        return tuple(block for block in self.snapshot.blocks if not isinstance(block, Cue | Countdown | Note))

    @property
    def cue(self) -> str:
        """How the room works just now."""
        return next((self.look.line(b.text) for b in self.snapshot.blocks if isinstance(b, Cue)), "")


def draw_live(
    canvas: Canvas, snapshot: Snapshot, grid: Grid, look: Look, now: float, page: int
) -> tuple[int, int]:
    """Draws the step; gives the number of pages and which one it drew."""
    code = place_code(snapshot.join_url, grid) if snapshot.open else None
    timer = timer_at(snapshot.timer, now) if snapshot.timer else None
    step = Step(canvas, snapshot, grid, look, timer, code)
    countdown = next((block for block in snapshot.blocks if isinstance(block, Countdown)), None)
    if countdown and timer:
        _draw_pause(step, countdown)
        return 1, 0
    return _draw_step(step, page)


def _draw_pause(step: Step, countdown: Countdown) -> None:
    grid, look, timer, clock = step.grid, step.look, step.timer, step.snapshot.timer
    if timer is None or clock is None:
        return
    line = grid.height - 1 - grid.foot
    step.canvas.draw(rule(grid.inner, timer.share, look, line_ink(timer, look)), line, grid.margin)
    heading = next((block for block in step.body if isinstance(block, Heading)), None)
    height = line - grid.top
    picture = draw_pause(heading, clock, timer, countdown.back, height, grid, look)
    step.canvas.draw(picture, grid.top + max(0, height - picture.height) * 2 // 5, grid.margin)


def _draw_step(step: Step, page: int) -> tuple[int, int]:
    foot, composed = _choose(step)
    pages = len(composed.pages)
    page = min(max(page, 0), pages - 1)
    drawn = foot.drawn(step, page_of(page, pages, step.look))
    step.canvas.draw(drawn, foot.row(step), step.grid.margin)
    picture = composed.pages[page]
    step.canvas.draw(picture, step.top + _down(step, picture, foot, pages), step.grid.margin)
    if step.code:
        _draw_join(step, step.code, foot)
    return pages, page


def _down(step: Step, picture: Picture, foot: "Foot", pages: int) -> int:
    """Rows that a lone page stands below the top: its middle slightly above the room's."""
    if step.code or step.snapshot.showing or step.snapshot.asks or pages > 1:
        return 0
    free = foot.row(step) - step.top - picture.height
    return max(0, free) * 2 // 5


@dataclass(frozen=True)
class Foot:
    """What stands at the bottom, with the clock's figures at one of `clock` (none: cell text)."""

    clock: Sizes
    paged: bool = False

    def row(self, step: Step) -> int:
        """Its first row."""
        height = self.drawn(step, "x" if self.paged else "").height
        return step.grid.height - height - self._below(step)

    def _below(self, step: Step) -> int:
        return step.grid.foot if not step.timer or not self.clock else 0

    def drawn(self, step: Step, page: str) -> Picture:
        """The turnout or the note, and the timer under it."""
        return stack([self._told(step, page), self._timed(step)], gap=1 if step.grid.screen else 0)

    def _told(self, step: Step, page: str) -> Picture:
        if step.snapshot.asks and not step.snapshot.showing:
            return draw_turnout(step.snapshot, step.width, step.grid, step.look)
        return draw_note(step.snapshot.blocks, step.grid, step.look, page)

    def _timed(self, step: Step) -> Picture:
        look, grid = step.look, step.grid
        if step.timer is None:
            return draw_words(step.cue, step.width, grid.sizes("by"), look)
        said = words(step.timer, step.cue, writing=step.snapshot.open, look=look)
        return draw_timer(step.timer, said, self._width(step), self.clock, grid, look)

    def _width(self, step: Step) -> int:
        """The timer line runs under the code where there is room."""
        if step.code is None:
            return step.grid.inner
        free = step.grid.height - step.code.bottom
        return step.grid.inner if free >= 5 else step.width


def _choose(step: Step) -> tuple[Foot, Composition]:
    """The largest clock that leaves the step its large type; cell text where none does."""
    chosen: tuple[Foot, Composition] | None = None
    for foot in _feet(step):
        composed = _composed(step, foot)
        if composed.whole:
            return foot, composed
        chosen = foot, composed
    if chosen is None:
        raise ValueError("a step has at least one foot")
    return chosen


def _feet(step: Step) -> list[Foot]:
    sizes = step.grid.sizes("timer")
    if step.code:
        sizes = sizes[1:] if step.grid.screen == Screen.MEDIUM else sizes[-1:] if step.grid.screen > 1 else ()
    return [*(Foot((size,)) for size in sizes), Foot(())] if step.timer else [Foot(())]


def _composed(step: Step, foot: Foot) -> Composition:
    composed = _fit(step, foot)
    return composed if len(composed.pages) == 1 else _fit(step, Foot(foot.clock, paged=True))


def _fit(step: Step, foot: Foot) -> Composition:
    height = foot.row(step) - step.top - int(step.grid.screen > Screen.TINY and bool(step.code))
    return compose(step.body, step.width, height, step.grid, step.look)


def _draw_join(step: Step, code: Code, foot: Foot) -> None:
    """The code, and under it the address and the promise as far as there is room."""
    url, grid, look = step.snapshot.join_url, step.grid, step.look
    step.canvas.draw(draw_code(url, grid), code.row, code.column)
    limit = grid.height - foot._timed(step).height - foot._below(step)
    row = code.bottom + int(grid.screen == Screen.MEDIUM)
    typed = draw_address(url, code.width + grid.gap, grid, look)
    row = min(row, grid.height - typed.height)
    step.canvas.draw(under(typed, code, grid.right), row)
    row += typed.height + int(grid.screen == Screen.MEDIUM)
    if row < limit:
        step.canvas.draw(under(promise(look), code, grid.right), row)


_ = right, write
