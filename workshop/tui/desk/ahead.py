"""What lies ahead: the next press in a marked box, and the step after this one."""

from rich.cells import cell_len

from workshop.core.run import UNDO_SECONDS
from workshop.tui.draw.ink import fill, spell, write
from workshop.tui.draw.leads import in_marks
from workshop.tui.draw.picture import NOTHING, Picture, layer, stack

from .grid import DeskGrid
from .view import View
from .words import clip, labelled, minutes

_ROWS = 20  # between head and keys from which the step after this one gets two of them
_APART = 2  # cells between the press and what is said of undoing it


def draw_press(view: View, grid: DeskGrid) -> Picture:
    """What → does, in a box; how long the newest close can be undone stands at its right."""
    if view.desk is None or view.snapshot.state == "ended":
        return NOTHING
    look, air = view.look, int(grid.roomy)
    palette, on = look.palette, look.palette.card
    room = grid.left - grid.indent - 1
    press = look.line(view.desk.next_press)
    undo = _undo(view, room - cell_len(press) - _APART)
    words = write(press, room - (cell_len(undo) + _APART if undo else 0), look.style(palette.ink, on=on))
    said = spell((undo, look.style(palette.late if view.undo_left else palette.quiet, bold=False, on=on)))
    height = words.height + 2 * air
    return layer(
        [
            fill(grid.left, height, look.style(palette.ink, on=on)),
            fill(1, height, look.style(palette.accent, on=on), "▌"),
            spell(("→", look.style(palette.accent, on=on))).moved(air, 2),
            words.moved(air, grid.indent),
            said.moved(air, grid.left - 1 - said.width),
        ]
    )


def draw_following(view: View, grid: DeskGrid) -> Picture:
    """The step after this one: its kind, its time, how the room works, its text."""
    if view.desk is None or view.desk.following is None or view.snapshot.state == "ended":
        return NOTHING
    look, step, width = view.look, view.desk.following, grid.left - grid.indent
    time = minutes(step.minutes, look) if step.minutes else ""
    told = ", ".join(filter(None, (look.line(step.kind_said), time, _small(look.line(step.cue)))))
    quiet = look.style(look.palette.quiet, bold=False)
    what = in_marks(look.line(step.text), look)
    if grid.roomy:
        body = stack([clip(_capital(told), width, 1, quiet), clip(what, width, 2, quiet)])
    else:
        body = clip(f"{_capital(told)} {what}", width, 2 if grid.rows >= _ROWS else 1, quiet)
    return labelled(look.text("THEN"), body, grid.indent, look)


def _undo(view: View, room: int) -> str:
    """What `u` undoes now; that it will undo the press is said where there is room for it."""
    look = view.look
    if view.undo_left:
        return look.text("u undoes: {n} s", n=view.undo_left)
    promise = look.text("u undoes for {n} s", n=int(UNDO_SECONDS)) if view.snapshot.open else ""
    return promise if cell_len(promise) <= room else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
