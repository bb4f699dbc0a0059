"""The facilitator's notes: bold text in even lines, on as many pages as they take."""

from functools import lru_cache

from workshop.core.blocks import Text
from workshop.core.prose import paragraphs
from workshop.tui.draw.flow import paginate
from workshop.tui.draw.grid import grid_of
from workshop.tui.draw.ink import spell
from workshop.tui.draw.look import Look
from workshop.tui.draw.note import Turn, page_of
from workshop.tui.draw.picture import NOTHING, Picture, layer, right, stack
from workshop.tui.draw.prose import draw_text
from workshop.tui.draw.room import Room

from .grid import DeskGrid
from .view import View

MEASURE = 84
"""Cells that a line of notes is wide at most."""


def draw_notes(view: View, grid: DeskGrid, height: int, page: int) -> tuple[Picture, int]:
    """A page of the notes under their label in `height` rows, and how many pages there are."""
    look, quiet = view.look, view.look.style(view.look.palette.quiet, bold=False)
    pages = notes_pages(_notes(view), min(grid.left, MEASURE), max(1, height - 1 - int(grid.roomy)), look)
    page = min(page, len(pages) - 1)
    label = spell(
        (look.text("NOTES"), look.style(look.palette.quiet)),
        ("  " + look.text("to the first step") if view.snapshot.state == "lobby" else "", quiet),
    )
    turn = page_of(Turn(page), len(pages), look) + ("  ↑ ↓" if len(pages) > 1 else "")
    said = spell((turn, look.style(look.palette.accent, bold=False)))
    head = layer([label, right(said, grid.left)])
    return stack([head, pages[page]], gap=int(grid.roomy)), len(pages)


@lru_cache(maxsize=64)
def notes_pages(notes: str, width: int, height: int, look: Look) -> tuple[Picture, ...]:
    """The notes on pages of so many cells and rows; one empty page where there are none."""
    room = Room(width, None, height, grid_of(width, height, look.mode, look.plain), look)
    flows = draw_text(Text(paragraphs(notes)), room) or []
    return tuple(paginate(flows, height)) or (NOTHING,)


def _notes(view: View) -> str:
    """The notes to this step; where there are none, a line that says so, or what can be done next."""
    look, shot = view.look, view.snapshot
    if shot.state == "ended":
        return f"{look.text('The notes of this run:')}\n\nworkshop notes {shot.run} --to notes.html"
    if view.desk is None:
        return ""
    return view.desk.notes or look.text("There are no notes to this step.")
