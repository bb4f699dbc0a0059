"""The desk drawn: a pure function from a view to rows of cells, without an app around it."""

from collections.abc import Sequence

from workshop.core.clock import of_day
from workshop.tui.draw import Frame
from workshop.tui.draw.canvas import Canvas
from workshop.tui.draw.ink import rule, shorten, spell
from workshop.tui.draw.picture import Picture, layer, stack
from workshop.tui.draw.status import silent

from .ahead import draw_following, draw_press
from .grid import DeskGrid, desk_grid
from .notes import draw_notes
from .offers import draw_offers, draw_offers_in_a_row
from .people import draw_queue, draw_room
from .plan import draw_closing, draw_end, draw_plan, draw_spare
from .present import draw_answers, draw_step, draw_time
from .shortcuts import draw_keys
from .view import View

_FEWEST = 3  # rows that the notes have at least, their label with them


def desk_frame(view: View, size: tuple[int, int], page: int = 0) -> Frame:
    """The desk on so many columns and rows, with that page of the notes."""
    grid, look = desk_grid(*size), view.look
    canvas = Canvas(*size, look.paper)
    line = rule(grid.inner, 0.0, look, look.palette.line)
    canvas.draw(_head(view, grid), 0, grid.margin)
    canvas.draw(line, 1, grid.margin)
    picture, pages = _left(view, grid, page)
    canvas.draw(picture, grid.top, grid.margin)
    if grid.plan:
        canvas.draw(_divider(view, grid), 2, grid.plan_at - 3)
        canvas.draw(_right(view, grid), grid.top, grid.plan_at - 1)
    canvas.draw(line, grid.bottom, grid.margin)
    canvas.draw(draw_keys(look, grid.inner), grid.bottom + 1, grid.margin)
    return Frame(canvas.rows(), pages, min(page, pages - 1))


def _head(view: View, grid: DeskGrid) -> Picture:
    """Which screen this is, or news; at the right how the time stands."""
    look, palette = view.look, view.look.palette
    name = spell((look.text("DESK"), look.style(palette.accent)))
    off = silent(view.snapshot, look)
    time = spell(
        (f"{off}  " if off else "", look.style(palette.quiet, bold=False)),
        (_drift(view), look.style(palette.late if _matters(view) else palette.quiet)),
        ("  ", look.paper),
        (of_day(view.now), look.style(palette.ink)),
    )
    alone = look.text("Rehearsal") if view.snapshot.rehearsal else look.text("on this screen only")
    words = look.line(view.hint) or alone
    style = look.style(palette.late) if view.hint else look.style(palette.quiet, bold=False)
    said = spell((shorten(words, grid.inner - name.width - time.width - 4), style))
    return layer([name, said.moved(right=name.width + 2), time.moved(right=grid.inner - time.width)])


def _matters(view: View) -> bool:
    """Whether something can still be done about being behind."""
    return (view.behind or 0) > 0 and view.snapshot.state != "ended"


def _drift(view: View) -> str:
    look, behind = view.look, view.behind
    if behind is None:
        return ""
    if behind == 0:
        return look.text("on time")
    one, many = ("{n} min behind", "{n} min behind") if behind > 0 else ("{n} min ahead", "{n} min ahead")
    return look.language.plural(one, many, abs(behind)).format(n=abs(behind))


def _divider(view: View, grid: DeskGrid) -> Picture:
    style = view.look.style(view.look.palette.line, bold=False)
    return stack([spell(("│", style))] * (grid.bottom - 2 - int(grid.roomy)))


def _left(view: View, grid: DeskGrid, page: int) -> tuple[Picture, int]:
    """Now and next, and under a line the notes in what room is left."""
    air = int(grid.roomy)
    now = stack([draw_step(view, grid), draw_answers(view, grid), draw_time(view, grid)], gap=air)
    above = [now, draw_press(view, grid), draw_following(view, grid)]
    if not grid.plan:
        end = draw_end(view, grid.left, grid.indent)
        above += [stack([end, draw_closing(view, grid.left), draw_offers_in_a_row(view, grid)])]
        above += [draw_queue(view, grid.left, grid.indent)]
    top = stack(above, gap=air or int(grid.rows >= _fits(above) + 2 * _FEWEST))
    line = rule(grid.left, 0.0, view.look, view.look.palette.line)
    room = max(_FEWEST, grid.rows - top.height - 1 - 2 * air)
    notes, pages = draw_notes(view, grid, room, page)
    return stack([stack([top, line], gap=air), notes]), pages


def _fits(pictures: Sequence[Picture]) -> int:
    return stack(pictures, gap=1).height


def _right(view: View, grid: DeskGrid) -> Picture:
    """The plan, a cell to the left for its card, and the rest under it; the plan gives way to the rest."""
    width, indent = grid.plan, 8 if grid.roomy else 7
    below = [
        stack([draw_end(view, width, indent), draw_spare(view, width, indent), draw_closing(view, width)]),
        draw_offers(view, width),
        draw_queue(view, width, indent),
        draw_room(view, width, indent),
    ]
    sections = len(view.desk.agenda.sections) if view.desk else 0
    for gap in (1, 0):
        rest = stack(below, gap=gap)
        if sections + 1 + gap + rest.height <= grid.rows:
            break
    plan = draw_plan(view, width, grid.rows - rest.height - gap)
    return stack([plan, rest.moved(right=1)], gap=gap)
