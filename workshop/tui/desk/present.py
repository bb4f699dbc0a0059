"""What is on the stage now: the step, who has answered, and the clock."""

from rich.cells import cell_len
from rich.style import Style

from workshop.core.blocks import Heading, Quote
from workshop.core.clock import span
from workshop.core.phrases import Words, phrase, phrases
from workshop.room.snapshot import ClockNow, Snapshot
from workshop.tui.draw.ink import spell
from workshop.tui.draw.meter import draw_measure
from workshop.tui.draw.picture import NOTHING, Picture, layer, right, stack
from workshop.tui.draw.timer import Timer, Urgency, draw_line, figures_ink, timer_at

from .grid import DeskGrid
from .view import View
from .words import clip, in_lines, labelled

_LINE = 12  # cells of the clock's line where it stands beside its words


def draw_step(view: View, grid: DeskGrid) -> Picture:
    """Where the session is, and what the stage asks or says."""
    look, width = view.look, grid.left - grid.indent
    place = in_lines(_place(view), width, look, _quiet(view))
    text = clip(_text(view), width, 3 if grid.roomy else 2, look.style(look.palette.ink))
    return labelled(look.text("NOW"), stack([place, text]), grid.indent, look)


def draw_answers(view: View, grid: DeskGrid) -> Picture:
    """How many have answered and what of it can be seen."""
    shot, look = view.snapshot, view.look
    if shot.state == "live" and shot.asks and shot.round is not None:
        body = _counted(view, grid.left - grid.indent, roomy=grid.roomy)
        return labelled(look.text("ANSWERS"), body, grid.indent, look)
    nothing = look.text("not opened yet") if shot.asks else look.text("this step asks nothing")
    return _without(look.text("ANSWERS"), nothing, view, grid, always=shot.asks)


def draw_time(view: View, grid: DeskGrid) -> Picture:
    """The clock with its thin line."""
    clock, look, width = view.snapshot.timer, view.look, grid.left - grid.indent
    section = _section_clock(view)
    if clock is None or view.snapshot.state != "live":
        none = look.text("no clock now")
        return _without(look.text("TIME"), none, view, grid, always=section.width > 0, beside=section)
    timer = timer_at(clock, view.now)
    figures = spell((timer.figures, look.style(figures_ink(timer, look, look.palette.ink))))
    beside = section.width + 2 if section.width else 0
    room = width - figures.width - 2 - beside
    words = [_said(timer, clock, view), _said_shortly(timer, view)]
    said = clip(next((text for text in words if cell_len(text) <= room), words[-1]), room, 1, _quiet(view))
    row = layer([figures, said.moved(right=figures.width + 2)])
    if not grid.roomy and row.width + 2 + _LINE + beside <= width:
        line = draw_line(timer, width - row.width - 2 - beside, look)
        row = layer([row, line.moved(right=row.width + 2)])
    row = layer([row, right(section, width)])
    if grid.roomy:
        row = stack([row, draw_line(timer, width, look)])
    return labelled(look.text("TIME"), row, grid.indent, look)


def _section_clock(view: View) -> Picture:
    """How long this section has left of its time, or how long it has been over it."""
    agenda = view.desk.agenda if view.desk else None
    if agenda is None or agenda.current is None or (due := agenda.sections[agenda.current].due) is None:
        return NOTHING
    look, left = view.look, due - (agenda.spent(agenda.current, view.now) or 0.0)
    style = look.style(look.palette.late) if left <= -1.0 else _quiet(view)
    return spell((look.text("section {time}", time=span(left)), style))


def _without(
    label: str, said: str, view: View, grid: DeskGrid, *, always: bool = False, beside: Picture = NOTHING
) -> Picture:
    """What there is none of. It keeps its rows where there is room, so that the next press does not move."""
    if view.snapshot.state != "live" or not (grid.roomy or always):
        return NOTHING
    width = grid.left - grid.indent
    body = layer([clip(said, width - beside.width - 2, 1, _quiet(view)), right(beside, width)])
    return layer([labelled(label, body, grid.indent, view.look), Picture(0, 1 + int(grid.roomy))])


def _counted(view: View, width: int, *, roomy: bool) -> Picture:
    """The count, what of it the room sees beside it, and where there is room for it a bar."""
    shot, look = view.snapshot, view.look
    there = max(shot.joined, shot.answered)
    count = look.text("{n} of {joined}", n=shot.answered, joined=there)
    counted = spell((count, look.style(look.palette.ink)))
    state = in_lines(_state(shot), width - counted.width - 2, look, _quiet(view))
    row = layer([counted, state.moved(right=counted.width + 2)])
    bar = draw_measure(width, shot.answered / there if there else 0.0, look) if roomy else NOTHING
    return stack([row, bar])


def _quiet(view: View) -> Style:
    return view.look.style(view.look.palette.quiet, bold=False)


def _place(view: View) -> list[Words]:
    shot = view.snapshot
    if shot.state == "ended":
        return [phrase("The workshop has ended.")]
    if shot.step is None:
        return [phrase("In the lobby")]
    section = f"{shot.section}/{shot.sections} {shot.section_title or ''}"
    step = phrase("step {step} of {steps}", step=shot.step, steps=shot.steps)
    return [section, step, view.step.kind_said if view.step else ""]


def _text(view: View) -> str:
    shot = view.snapshot
    if shot.step is None or shot.state == "ended":
        return view.look.line(shot.title)
    lead = next((block for block in shot.blocks if isinstance(block, Heading | Quote)), None)
    words: Words = lead.text if lead else view.step.text if view.step else ""
    return view.look.line(words)


def _state(shot: Snapshot) -> list[Words]:
    """Whether answers come in, whether the room sees them, and how many are missing."""
    needed = phrases("{n} more needed", "{n} more needed", shot.needed)
    return [
        phrase("open") if shot.open else phrase("closed"),
        _seen(shot),
        needed if shot.needed else "",
    ]


def _seen(shot: Snapshot) -> Words:
    if shot.spotlight:
        return phrase("one answer on the stage")
    if shot.showing:
        return phrase("shown on the stage")
    return phrase("waits to be shown") if shot.withheld else phrase("hidden on the stage")


def _said(timer: Timer, clock: ClockNow, view: View) -> str:
    total = span(clock.total)
    if timer.urgency is Urgency.OVERTIME:
        return view.look.text("over the time of {total}", total=total)
    if not timer.running:
        return view.look.text("stands, of {total}", total=total)
    return view.look.text("left of {total}", total=total)


def _said_shortly(timer: Timer, view: View) -> str:
    if timer.urgency is Urgency.OVERTIME:
        return view.look.text("over")
    return view.look.text("left") if timer.running else view.look.text("stands")
