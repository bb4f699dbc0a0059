"""The lobby: what this is, how to join, and who has."""

from workshop.core.blocks import Heading
from workshop.room.snapshot import Snapshot
from workshop.tui.type import fit

from .canvas import Canvas
from .grid import Grid, Screen, Sizes
from .ink import paint, spell, write
from .join import Code, address, draw_code, place_code, promise, under, unreachable
from .leads import Stand, draw_large, draw_small
from .look import Look
from .picture import Picture, layer, right, stack
from .status import joined


def draw_lobby(canvas: Canvas, snapshot: Snapshot, grid: Grid, look: Look, hint: str, starts: str) -> None:
    """Draws the lobby on the canvas, under its status row."""
    place = place_code(snapshot.join_url, grid)
    foot = _foot(snapshot, grid, look, starts)
    foot_row = grid.height - foot.height
    canvas.draw(foot, foot_row, grid.margin)
    canvas.draw(draw_code(snapshot.join_url, grid), place.row, place.column)
    joining = _joining(snapshot, grid, look, hint, place)
    row = foot_row - joining.height - int(grid.screen > Screen.TINY)
    canvas.draw(joining, row, grid.margin)
    _caption(canvas, snapshot, grid, look, place, row)
    title = _title(snapshot, grid, look, place, row)
    canvas.draw(title, place.row, grid.margin)


def _title(snapshot: Snapshot, grid: Grid, look: Look, place: Code, bottom: int) -> Picture:
    stand = Stand(place.column - grid.gap - grid.margin, grid, look)
    heading = Heading(snapshot.title)
    return draw_large(heading, stand, bottom - place.row) or draw_small(heading, stand)


def _foot(snapshot: Snapshot, grid: Grid, look: Look, starts: str) -> Picture:
    """How many are there, and when it starts."""
    people = _words(joined(snapshot.joined, look), look.palette.ink, grid, look)
    when = look.text("Starts at {time}", time=look.line(starts)) if starts else ""
    start = _words(when, look.palette.quiet, grid, look) if when else Picture(0, 0)
    if people.width + start.width + 3 > grid.inner:
        return stack([people, start])
    row = layer([people, right(start, grid.inner)])
    if grid.screen < Screen.MEDIUM:
        return row
    line = spell(("─" * grid.inner, look.style(look.palette.line, bold=False)))
    return stack([line, row])


def _words(text: str, ink: str, grid: Grid, look: Look) -> Picture:
    setting = fit(text, grid.inner // 2, 7, grid.sizes("joined"))
    return paint(setting, ink, look) if setting else write(text, grid.inner, look.style(ink))


def _joining(snapshot: Snapshot, grid: Grid, look: Look, hint: str, place: Code) -> Picture:
    """What to do, and the address as large as it goes."""
    url = snapshot.join_url
    narrow = place.column - grid.gap - grid.margin
    said = look.text("No phone can reach this computer yet") if unreachable(url) else _how(grid, look)
    lines = [hint, said] if hint and hint != said else [said]
    bold = grid.screen > Screen.SMALL
    told = stack(write(line, narrow, look.style(look.palette.quiet, bold=bold)) for line in lines)
    return stack([told, _address(url, grid, look, narrow)])


def _how(grid: Grid, look: Look) -> str:
    return look.text("Scan the code, or type the address in your phone's browser")


def _address(url: str, grid: Grid, look: Look, narrow: int) -> Picture:
    sizes: Sizes = grid.sizes("address")
    wide = narrow if grid.screen == Screen.LARGE else grid.inner
    setting = fit(address(url), wide, 7, sizes)
    return paint(setting, look.palette.accent, look) if setting else Picture(0, 0)


def _caption(canvas: Canvas, snapshot: Snapshot, grid: Grid, look: Look, place: Code, bottom: int) -> None:
    """The address in cell text where it does not stand in type, and the promise, under the code."""
    row = place.bottom + int(grid.screen > Screen.SMALL)
    if not grid.sizes("address"):
        typed = spell((address(snapshot.join_url), look.style(look.palette.ink)))
        canvas.draw(under(typed, place, grid.right), min(row, grid.height - 1))
        row += 1
    if row < grid.height:
        canvas.draw(under(promise(look, bold=grid.screen > Screen.SMALL), place, grid.right), row)
