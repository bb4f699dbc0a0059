"""The phone remote on the desk: its code, who can use it, and the key that switches it off again."""

from collections.abc import Callable

from textual import events
from textual.message import Message

from workshop.core.phrases import phrase
from workshop.room.runfile import address
from workshop.tui import qr
from workshop.tui.client import Client
from workshop.tui.contact import Contact
from workshop.tui.draw import Frame
from workshop.tui.draw.canvas import Canvas
from workshop.tui.draw.grid import Grid, grid_of
from workshop.tui.draw.ink import large, spell, write
from workshop.tui.draw.join import picture_of
from workshop.tui.draw.picture import NOTHING, Picture, layer, stack
from workshop.tui.screens.sheet import Sheet

from .scene import DeskScene

_BESIDE = 40  # cells that the words beside the code take at least where that is drawn double
_MEASURE = 60  # cells that a line of them is wide at most


class RemoteSwitched(Message):
    """The remote is on at `url`, or off (None); `done` is False where the hub did not answer."""

    def __init__(self, url: str | None, *, done: bool) -> None:
        super().__init__()
        self.url, self.done = url, done


class RemoteScreen(Sheet[None]):
    """Switches the remote on and shows its code. `x` switches it off; any other key leaves it on."""

    def __init__(self, scene: DeskScene, contact: Contact) -> None:
        super().__init__(scene.look)
        self._scene, self._contact = scene, contact
        self._url: str | None = None
        self._venue = scene.snapshot.join_url
        self._silent = self._going = False

    def on_mount(self) -> None:
        """Asks for it: until somebody does it is off."""
        self._switch(on=True)

    def on_key(self, event: events.Key) -> None:
        """Switches it off, or goes back to the desk."""
        event.stop()
        if event.key in ("x", "X"):
            self._going = True
            self._switch(on=False)
        else:
            self.leave()

    def on_remote_switched(self, message: RemoteSwitched) -> None:
        """Shows the code; once it is off there is nothing to show."""
        self._silent = not message.done
        if message.done:
            self._url = message.url
        if self._going and message.done and message.url is None:
            self._scene.say(phrase("The phone remote is off."))
            self.leave()
        self.redraw()

    def redraw(self) -> None:
        """Where this computer's address has changed the code has too."""
        if self._venue != self._scene.snapshot.join_url:
            self._venue = self._scene.snapshot.join_url
            self._fetch()
        super().redraw()

    def draw(self, columns: int, rows: int) -> Frame:
        """The code at the left as large as it goes, the words beside it."""
        look = self.look
        grid = grid_of(columns, rows, look.mode, look.plain)
        canvas = Canvas(columns, rows, look.paper)
        code = self._code(grid)
        top = max(0, (rows - code.height) // 2)
        canvas.draw(code, top)
        column = code.width + max(2, grid.margin)
        told = self._told(min(_MEASURE, columns - column - grid.margin), grid)
        canvas.draw(told, max(0, min(max(top, grid.top), rows - told.height)), column)
        return Frame(canvas.rows())

    def _code(self, grid: Grid) -> Picture:
        if self._url is None:
            return NOTHING
        width, height = qr.size(self._url, double=True)
        return picture_of(self._url, double=width + _BESIDE <= grid.width and height <= grid.height)

    def _told(self, width: int, grid: Grid) -> Picture:
        look, ink = self.look, self.look.style(self.look.palette.ink)
        if self._url is None:
            wait = "The phone remote is with the hub, which does not answer." if self._silent else ""
            return stack([self._title(width, grid), write(look.text(wait), width, ink)], gap=1)
        who = look.text("Whoever scans this can lead the workshop. Show it to nobody else.")
        where = write(address(self._url).lower(), width, look.style(look.palette.quiet, bold=False))
        said = [*self._warnings(width), write(who, width, ink), self._keys(width)]
        full = stack([self._title(width, grid), *said, where], gap=1)
        # Where rows are few the address can go, which is in the code, but nothing that is said of it.
        return full if full.height <= grid.height else stack([self._title(width, grid), *said], gap=1)

    def _title(self, width: int, grid: Grid) -> Picture:
        look, title = self.look, self.look.text("Phone remote")
        ink = look.palette.accent
        drawn = large(title, ink, width, grid.height // 3, grid.sizes("quiet"), look)
        return drawn or write(title, width, look.style(ink))

    def _keys(self, width: int) -> Picture:
        look = self.look
        off = write(look.text("switch it off"), width - 2, look.style(look.palette.ink))
        key = spell(("x", look.style(look.palette.accent)))
        stays = look.text("Any other key goes back; it stays on.")
        quiet = look.style(look.palette.quiet, bold=False)
        return stack([layer([key, off.moved(right=2)]), write(stays, width, quiet)])

    def _warnings(self, width: int) -> list[Picture]:
        look, late = self.look, self.look.style(self.look.palette.late)
        said = []
        if self._silent:
            said.append("No contact: it is still on.")
        if not self._scene.snapshot.reachable:
            said.append("No phone can reach this computer yet")
        return [write(look.text(warning), width, late) for warning in said]

    def _switch(self, *, on: bool) -> None:
        self._ask(lambda client: RemoteSwitched(client.switch_remote(on=on), done=True))

    def _fetch(self) -> None:
        self._ask(lambda client: RemoteSwitched(client.remote(), done=True))

    def _ask(self, ask: Callable[[Client], RemoteSwitched]) -> None:
        self._contact.fetch(ask, lambda came: self.post_message(came or RemoteSwitched(None, done=False)))
