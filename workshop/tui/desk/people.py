"""The room from outside: what waits for approval, who is there, and where phones come in."""

from workshop.core.phrases import phrases
from workshop.tui.draw.ink import tick, write
from workshop.tui.draw.picture import NOTHING, Picture, stack
from workshop.tui.draw.status import joined

from .view import View
from .words import clip, in_lines, labelled


def draw_queue(view: View, width: int, indent: int) -> Picture:
    """How much waits for approval, and on the parking lot."""
    if view.desk is None:
        return NOTHING
    look, queue = view.look, view.desk.queue
    lines = [
        *(
            [phrases("{n} waits for approval", "{n} wait for approval", queue.waiting)]
            if queue.waiting
            else []
        ),
        *(
            [phrases("{n} on the parking lot", "{n} on the parking lot", queue.parked)]
            if queue.parked
            else []
        ),
    ]
    ink, quiet = look.style(look.palette.ink), look.style(look.palette.quiet, bold=False)
    said = [write(look.line(line), width - indent, ink) for line in lines]
    nothing = write(look.text("nothing waits"), width - indent, quiet)
    return labelled(look.text("QUEUE"), stack(said) if said else nothing, indent, look)


def draw_room(view: View, width: int, indent: int) -> Picture:
    """How many have joined, whether a phone leads too, and the address that a latecomer types."""
    look, space = view.look, width - indent
    quiet = look.style(look.palette.quiet, bold=False)
    where = (
        clip(look.line(view.cut_off), space, 3, look.style(look.palette.late))
        if view.cut_off
        else clip(look.line(view.address), space, 2, quiet)
    )
    remote = look.text("phone remote on") if view.desk and view.desk.remote else ""
    there = in_lines([joined(view.snapshot.joined, look), remote], space, look, look.style(look.palette.ink))
    return labelled(look.text("ROOM"), stack([there, _first(view, space), where]), indent, look)


def _first(view: View, width: int) -> Picture:
    """Only while people come in: afterwards it says nothing new."""
    look = view.look
    if view.alone and not view.cut_off:
        return write(look.text("no phone yet: w helps"), width, look.style(look.palette.late))
    if view.snapshot.state != "lobby" or not view.snapshot.reached:
        return NOTHING
    said = f"{tick(look)}{look.text('the first phone is in')}"
    return write(said, width, look.style(look.palette.accent))
