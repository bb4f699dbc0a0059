"""How a screen fits: on how many pages, in which letters, and whether anything fell off its edge."""

from typing import NamedTuple

import msgspec

from workshop.room.snapshot import Snapshot

from .canvas import Canvas
from .foot import choose_foot
from .grid import grid_of
from .leads import Lead
from .live import draw_live
from .lobby import draw_lobby
from .look import Look
from .note import Turn
from .picture import Picture
from .status import title_fits
from .step import Step, step_of


class Fit(NamedTuple):
    """`large`: a headline or quotation that stands alone is in large type; `cut`: something is not there;
    `titled`: the status row has room for the whole title of the section.
    """

    pages: int
    large: bool
    cut: bool
    titled: bool


class _Edge(Canvas):
    """A canvas that notices what is put beyond its edge."""

    cut = False

    def draw(self, picture: Picture, row: int = 0, column: int = 0) -> None:
        for strip in picture.strips:
            at, start = row + strip.row, column + strip.column
            inside = 0 <= at < self.height and start >= 0 and start + strip.width <= self.width
            if not inside and any(segment.text.strip() for segment in strip.segments):
                self.cut = True
        super().draw(picture, row, column)


def fit(snapshot: Snapshot, size: tuple[int, int], look: Look) -> Fit:
    """How the snapshot fits on a stage of `size` (cells, rows), all its pages looked at."""
    grid, canvas = grid_of(*size, look.mode, look.plain), _Edge(*size, look.paper)
    if snapshot.state != "live":
        draw_lobby(canvas, snapshot, grid, look, "", "")
        return Fit(1, True, canvas.cut, True)
    pages, _ = draw_live(canvas, snapshot, grid, look, snapshot.now, Turn(0))
    for page in range(1, pages):
        draw_live(canvas, snapshot, grid, look, snapshot.now, Turn(page))
    step = step_of(snapshot, grid, look, snapshot.now, Turn(0))
    held = msgspec.structs.replace(snapshot, rehearsal=False)
    return Fit(pages, _large(step), canvas.cut, title_fits(held, grid, look))


def _large(step: Step) -> bool:
    """What has something under it may be cell text, and a pause always has its clock."""
    if step.countdown is not None or not all(isinstance(block, Lead) for block in step.body):
        return True
    return choose_foot(step)[1].whole
