"""The last screen: thanks, what was held, and what becomes of the answers."""

from workshop.core.blocks import Blocks, Heading, Paragraph, Run, Text
from workshop.room.snapshot import Snapshot

from .canvas import Canvas
from .compose import compose
from .grid import Grid
from .ink import write
from .look import Look


def draw_ending(canvas: Canvas, snapshot: Snapshot, grid: Grid, look: Look) -> None:
    """Draws it on the canvas, under the status row."""
    said = look.text("The room is closed. The notes have the answers, but no names.")
    note = write(said, grid.inner, look.style(look.palette.quiet))
    row = grid.height - grid.foot - note.height
    canvas.draw(note, row, grid.margin)
    height = row - grid.top - 1
    page = compose(_words(snapshot, look), grid.inner, height, grid, look, look.palette.accent).pages[0]
    canvas.draw(page, grid.top + max(0, height - page.height) * 2 // 5, grid.margin)


def _words(snapshot: Snapshot, look: Look) -> Blocks:
    thanks = Heading(look.text("Thank you for today"))
    return (thanks, Text((Paragraph((Run(snapshot.title),)),))) if snapshot.title else (thanks,)
