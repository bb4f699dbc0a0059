"""The last screen: thanks, what was held, and what becomes of the answers."""

from workshop.core.blocks import Heading, Paragraph, Run, Text
from workshop.room.snapshot import Snapshot

from .canvas import Canvas
from .compose import compose
from .grid import Grid
from .ink import large, write
from .leads import Stand
from .look import Look
from .picture import Picture


def draw_ending(canvas: Canvas, snapshot: Snapshot, grid: Grid, look: Look) -> None:
    """Draws it on the canvas, under the status row."""
    note = _note(grid, look)
    row = grid.height - note.height - (grid.foot if note.height == 1 else 0)
    canvas.draw(note, row, grid.margin)
    height = row - grid.top - 1
    thanks = (Heading(look.text("Thank you for today")), Text((Paragraph((Run(snapshot.title),)),)))
    page = compose(thanks, Stand(grid.inner, grid, look, look.palette.accent), height).page(0)
    canvas.draw(page, grid.top + int(max(0, height - page.height) * 0.4), grid.margin)


def _note(grid: Grid, look: Look) -> Picture:
    said = look.text("The room is closed. The notes have the answers, but no names.")
    quiet = look.palette.quiet
    note = large(said, quiet, grid.inner, 9, grid.sizes("note"), look)
    return note or write(said, grid.inner, look.style(quiet))
