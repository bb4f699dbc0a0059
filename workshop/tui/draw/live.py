"""A step's screen: the question with its code and turnout, the slide, the pause, or the results."""

from workshop.core.blocks import Heading
from workshop.room.snapshot import Snapshot

from .canvas import Canvas
from .foot import Foot, choose_foot, draw_foot
from .grid import Grid, Screen
from .join import Code, draw_address, draw_code, draw_promise, under
from .look import Look
from .note import Turn, page_of
from .pausing import draw_pause
from .step import Step, step_of
from .timer import draw_line

_ABOVE_THE_MIDDLE = 0.4  # of the free rows stand above a lone text


def draw_live(
    canvas: Canvas, snapshot: Snapshot, grid: Grid, look: Look, now: float, turn: Turn
) -> tuple[int, int]:
    """Draws the step; gives the number of its pages and which one was drawn."""
    step = step_of(snapshot, grid, look, now, turn)
    if step.countdown and step.timer:
        _draw_pause(canvas, step)
        return 1, 0
    return _draw_step(canvas, step)


def lowered(free: int) -> int:
    """Rows from the top of `free` rows at which a lone text looks as if it stood in the middle."""
    return int(max(0, free) * _ABOVE_THE_MIDDLE)


def _draw_step(canvas: Canvas, step: Step) -> tuple[int, int]:
    clock, composed = choose_foot(step)
    pages = len(composed.pages)
    page = min(max(step.turn.page, 0), pages - 1)
    foot = draw_foot(step, clock, page_of(step.turn._replace(page=page), pages, step.look))
    canvas.draw(foot.picture, foot.row, step.grid.margin)
    picture = composed.page(page)
    lone = not step.snapshot.asks and pages == 1
    down = lowered(foot.row - step.top - picture.height) if lone else 0
    canvas.draw(picture, step.top + down, step.grid.margin)
    if step.code:
        _draw_join(canvas, step, step.code, foot)
    return pages, page


def _draw_join(canvas: Canvas, step: Step, code: Code, foot: Foot) -> None:
    """The code, and under it the address and the promise as far as there is room."""
    url, grid, look = step.snapshot.join_url, step.grid, step.look
    air = int(grid.screen == Screen.MEDIUM)
    canvas.draw(draw_code(url, grid), code.row, code.column)
    typed = draw_address(url, code.width + grid.gap, grid, look)
    row = min(code.bottom + air, grid.height - typed.height)
    canvas.draw(under(typed, code, grid.right), row)
    row += typed.height + air
    if row < foot.timed:
        canvas.draw(under(draw_promise(look), code, grid.right), row)


def _draw_pause(canvas: Canvas, step: Step) -> None:
    grid, timer, clock = step.grid, step.timer, step.snapshot.timer
    if timer is None or clock is None or step.countdown is None:
        return
    line = grid.height - 1 - grid.foot
    canvas.draw(draw_line(timer, grid.inner, step.look), line, grid.margin)
    heading = next((block for block in step.body if isinstance(block, Heading)), None)
    height = line - step.top
    picture = draw_pause(heading, clock.ends if step.countdown.back else None, timer, height, step.stand)
    canvas.draw(picture, step.top + lowered(height - picture.height), grid.margin)
