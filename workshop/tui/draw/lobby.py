"""The lobby: what this is, how to join, and who has."""

from dataclasses import dataclass

from workshop.core.blocks import Heading
from workshop.room.snapshot import Snapshot
from workshop.tui.type import fit

from .canvas import Canvas
from .grid import Grid, Screen
from .ink import paint, spell, write
from .join import (
    Code,
    address,
    draw_address,
    draw_code,
    draw_promise,
    has_caption,
    place_code,
    under,
    unreachable,
)
from .leads import Stand, draw_large, draw_small
from .look import Look
from .picture import NOTHING, Picture, layer, right, stack
from .status import joined


@dataclass(frozen=True)
class _Lobby:
    snapshot: Snapshot
    grid: Grid
    look: Look
    hint: str
    starts: str
    code: Code

    @property
    def url(self) -> str:
        return self.snapshot.join_url

    @property
    def narrow(self) -> int:
        """Cells left of the code."""
        return self.code.column - self.grid.gap - self.grid.margin

    @property
    def air(self) -> int:
        return int(self.grid.screen > Screen.TINY)


def draw_lobby(canvas: Canvas, snapshot: Snapshot, grid: Grid, look: Look, hint: str, starts: str) -> None:
    """Draws the lobby on the canvas, under its status row, from the bottom up."""
    lobby = _Lobby(snapshot, grid, look, hint, starts, place_code(snapshot.join_url, grid))
    code, row = lobby.code, grid.height
    canvas.draw(draw_code(lobby.url, grid), code.row, code.column)
    for picture, air in ((_foot(lobby), 0), (_advice(lobby), 0), (_joining(lobby), lobby.air)):
        row -= picture.height + (air if picture.height else 0)
        canvas.draw(picture, row, grid.margin)
    _draw_caption(canvas, lobby)
    canvas.draw(_title(lobby, row - code.row - int(grid.screen > Screen.SMALL)), code.row, grid.margin)


def _title(lobby: _Lobby, height: int) -> Picture:
    stand = Stand(lobby.narrow, lobby.grid, lobby.look)
    heading = Heading(lobby.snapshot.title)
    return draw_large(heading, stand, height) or draw_small(heading, stand)


def _foot(lobby: _Lobby) -> Picture:
    """How many are there, and when it starts."""
    grid, look = lobby.grid, lobby.look
    people = _large_or_small(joined(lobby.snapshot.joined, look), look.palette.ink, lobby)
    when = look.text("Starts at {time}", time=look.line(lobby.starts)) if lobby.starts else ""
    start = _large_or_small(when, look.palette.quiet, lobby) if when else NOTHING
    row = layer([people, right(start, grid.inner)])
    if grid.screen < Screen.MEDIUM:
        return row
    return stack([spell(("─" * grid.inner, look.style(look.palette.line, bold=False))), row])


def _large_or_small(text: str, ink: str, lobby: _Lobby) -> Picture:
    half = lobby.grid.inner // 2
    setting = fit(text, half, 7, lobby.grid.sizes("joined"))
    return paint(setting, ink, lobby.look) if setting else write(text, half, lobby.look.style(ink))


def _advice(lobby: _Lobby) -> Picture:
    """The app's own line, at its full width under the code where there is room."""
    if not lobby.hint or lobby.hint == _how(lobby):
        return NOTHING
    grid, look = lobby.grid, lobby.look
    width = grid.inner if has_caption(lobby.code, grid) else lobby.narrow
    return write(look.line(lobby.hint), width, look.style(look.palette.late))


def _joining(lobby: _Lobby) -> Picture:
    """What to do, and the address as large as it goes."""
    return stack([_instruction(lobby), _address(lobby)])


def _instruction(lobby: _Lobby) -> Picture:
    grid, look, said = lobby.grid, lobby.look, _how(lobby)
    if setting := fit(said, lobby.narrow, 9, grid.sizes("note")):
        return paint(setting, look.palette.quiet, look)
    return write(said, lobby.narrow, look.style(look.palette.quiet, bold=grid.screen > Screen.SMALL))


def _how(lobby: _Lobby) -> str:
    if unreachable(lobby.url):
        return lobby.look.text("No phone can reach this computer yet")
    return lobby.look.text("Scan the code, or type the address in your phone's browser")


def _address(lobby: _Lobby) -> Picture:
    grid, look = lobby.grid, lobby.look
    wide = lobby.narrow if grid.screen == Screen.LARGE else grid.inner
    if setting := fit(address(lobby.url), wide, 7, grid.sizes("address")):
        return paint(setting, look.palette.accent, look)
    return NOTHING if has_caption(lobby.code, grid) else draw_address(lobby.url, lobby.narrow, grid, look)


def _draw_caption(canvas: Canvas, lobby: _Lobby) -> None:
    """The address where it does not stand in type, and the promise, under the code."""
    grid, look, code = lobby.grid, lobby.look, lobby.code
    row = code.bottom + int(grid.screen > Screen.SMALL)
    if not grid.sizes("address") and has_caption(code, grid):
        typed = spell((address(lobby.url), look.style(look.palette.ink)))
        canvas.draw(under(typed, code, grid.right), row)
        row += 1
    if row < grid.height - 1:
        canvas.draw(under(draw_promise(look, bold=grid.screen > Screen.SMALL), code, grid.right), row)
