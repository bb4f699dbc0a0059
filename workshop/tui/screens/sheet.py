"""Sheets: screens drawn whole, under a headline, that lie over the stage until a key takes them away."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen

from workshop.core.blocks import Heading
from workshop.tui.draw import Frame, Look
from workshop.tui.draw.canvas import Canvas
from workshop.tui.draw.grid import Grid, grid_of
from workshop.tui.draw.ink import write
from workshop.tui.draw.leads import Stand, draw_large, draw_small
from workshop.tui.draw.picture import Picture
from workshop.tui.surface import Surface

Result = TypeVar("Result")
Body = Callable[[int, int], Picture]
"""Draws what stands under the headline, in so many columns and rows."""


class Sheet(Screen[Result], Generic[Result]):
    """A screen that one surface fills. It takes the whole screen: nothing shines through, a QR code least."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.surface = Surface(self.draw)
        self._left = False

    def leave(self, result: Result | None = None) -> None:
        """Goes away with `result`, once: a second key may be here before the screen has gone."""
        if not self._left:
            self._left = True
            self.dismiss(result)

    def compose(self) -> ComposeResult:
        """The surface alone."""
        yield self.surface

    def draw(self, columns: int, rows: int) -> Frame:
        """The sheet's frame."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draws it as it is now."""
        self.surface.redraw()


def lay_out(
    look: Look, columns: int, rows: int, *, title: str, body: Body, foot: str = "", needs: int = 0
) -> Frame:
    """A headline, what stands under it, and a quiet last line that says how to go on.

    The headline is in big type where that leaves the body the rows it `needs`.
    """
    grid = grid_of(columns, rows, look.mode, look.plain)
    canvas = Canvas(columns, rows, look.paper)
    last = rows - 1 - grid.foot
    most = min(rows // 4, last - needs - grid.status - grid.air)
    heading = _heading(look, grid, title, most)
    top = grid.status + heading.height + grid.air
    canvas.draw(heading, grid.status, grid.margin)
    canvas.draw(body(grid.inner, max(1, last - top - 1)), top, grid.margin)
    canvas.draw(write(foot, grid.inner, look.style(look.palette.quiet, bold=False)), last, grid.margin)
    return Frame(canvas.rows())


def top_of(look: Look, columns: int, rows: int, title: str) -> int:
    """The first row of what stands under the headline."""
    grid = grid_of(columns, rows, look.mode, look.plain)
    return grid.status + _heading(look, grid, title, rows // 4).height + grid.air


@lru_cache(maxsize=8)
def _heading(look: Look, grid: Grid, title: str, most: int) -> Picture:
    lead, stand = Heading(title, quiet=True), Stand(grid.inner, grid, look, ink=look.palette.ink)
    return draw_large(lead, stand, most) or draw_small(lead, stand)
