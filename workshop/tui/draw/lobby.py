"""The lobby: what this is, how to join, and who has."""

from dataclasses import dataclass

from workshop.core.blocks import Heading
from workshop.room.runfile import address
from workshop.room.snapshot import Snapshot

from .canvas import Canvas
from .grid import Grid, Screen
from .ink import large, spell, tick, write
from .join import Code, draw_address, draw_code, draw_promise, has_caption, place_code, under, unreachable
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
    def caption(self) -> int:
        """The row under the code where its caption begins."""
        return self.code.bottom + int(self.grid.screen > Screen.SMALL)


def draw_lobby(canvas: Canvas, snapshot: Snapshot, grid: Grid, look: Look, hint: str, starts: str) -> None:
    """Draws the lobby on the canvas, under its status row, from the bottom up."""
    lobby = _Lobby(snapshot, grid, look, hint, starts, place_code(snapshot.join_url, grid))
    code, row = lobby.code, grid.height
    canvas.draw(draw_code(lobby.url, grid), code.row, code.column)
    for picture in (_foot(lobby), _advice(lobby), _sign(lobby)):
        row -= picture.height
        canvas.draw(picture, row, grid.margin)
    joining, below = _joining(lobby, row), row
    row -= joining.height + int(grid.screen > Screen.TINY)
    canvas.draw(joining, row, grid.margin)
    _draw_caption(canvas, lobby, below)
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
    drawn = large(text, ink, half, 7, lobby.grid.sizes("joined"), lobby.look)
    return drawn or write(text, half, lobby.look.style(ink))


def _advice(lobby: _Lobby) -> Picture:
    """The app's own line, at its full width under the code where there is room."""
    if not lobby.hint or lobby.hint == _how(lobby):
        return NOTHING
    grid, look = lobby.grid, lobby.look
    width = grid.inner if has_caption(lobby.code, grid) else lobby.narrow
    return write(look.line(lobby.hint), width, look.style(look.palette.late))


def _sign(lobby: _Lobby) -> Picture:
    """Said once a phone has loaded the page: the network is right, and everybody else can come in too.

    When others have come it says nothing new; but in a rehearsal they are made up. On a small screen it makes
    room for what the app has to say, and not the title.
    """
    grid, look, shot = lobby.grid, lobby.look, lobby.snapshot
    told = shot.joined > 1 and not shot.rehearsal
    if not shot.reached or told or (lobby.hint and grid.screen < Screen.MEDIUM):
        return NOTHING
    width = grid.inner if has_caption(lobby.code, grid) else lobby.narrow
    said = look.text("The first phone is in: the room can join")
    return write(f"{tick(look)}{said}", width, look.style(look.palette.accent))


def _joining(lobby: _Lobby, bottom: int) -> Picture:
    """What to do, and the address as large as it goes, or with the promise where the code has no caption."""
    return stack([_instruction(lobby), _address(lobby, bottom)])


def _instruction(lobby: _Lobby) -> Picture:
    grid, look, said = lobby.grid, lobby.look, _how(lobby)
    quiet = look.palette.quiet
    drawn = large(said, quiet, lobby.narrow, 9, grid.sizes("note"), look)
    return drawn or write(said, lobby.narrow, look.style(quiet, bold=grid.screen > Screen.SMALL))


def _how(lobby: _Lobby) -> str:
    if unreachable(lobby.url):
        return lobby.look.text("No phone can reach this computer yet")
    return lobby.look.text("Scan the code, or type the address in your phone's browser")


def _address(lobby: _Lobby, bottom: int) -> Picture:
    """The address above the row `bottom`; it may reach under the code's caption, but not into it."""
    grid, look, text = lobby.grid, lobby.look, address(lobby.url)
    sizes, ink = grid.sizes("address"), look.palette.accent
    below = min(bottom - lobby.caption - _wifi(lobby).height - 1, 7)
    drawn = large(text, ink, grid.inner, below, sizes, look) or large(text, ink, lobby.narrow, 7, sizes, look)
    if drawn or has_caption(lobby.code, grid):
        return drawn or NOTHING
    return stack([_wifi(lobby), draw_address(lobby.url, lobby.narrow, grid, look), draw_promise(look)])


def _wifi(lobby: _Lobby) -> Picture:
    """Which network to join first, where the session says so."""
    name, look = lobby.snapshot.wifi, lobby.look
    if not name:
        return NOTHING
    width = lobby.code.width if has_caption(lobby.code, lobby.grid) else lobby.narrow
    return write(look.text("Wi-Fi: {name}", name=look.line(name)), width, look.style(look.palette.ink))


def _draw_caption(canvas: Canvas, lobby: _Lobby, bottom: int) -> None:
    """The Wi-Fi, the address where it does not stand in type, and the promise, under the code."""
    grid, look, code = lobby.grid, lobby.look, lobby.code
    row = lobby.caption
    if has_caption(code, grid) and (wifi := _wifi(lobby)).height:
        canvas.draw(under(wifi, code, grid.right), row)
        row += wifi.height
    if not grid.sizes("address") and has_caption(code, grid):
        typed = spell((address(lobby.url), look.style(look.palette.ink)))
        canvas.draw(under(typed, code, grid.right), row)
        row += 1
    if row < bottom:
        canvas.draw(under(draw_promise(look, bold=grid.screen > Screen.SMALL), code, grid.right), row)
