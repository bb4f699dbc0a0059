"""The ways in, over stage or desk: how phones get to the room, and another address by a digit."""

from typing import NamedTuple

from msgspec import structs
from textual import events
from textual.message import Message
from textual.timer import Timer

from workshop.core.phrases import phrase
from workshop.core.wifi import Wifi
from workshop.room.firewall import here
from workshop.room.ways import WaysIn
from workshop.tui.client import Client
from workshop.tui.contact import Contact
from workshop.tui.draw import Frame
from workshop.tui.draw.ways import Ways, draw_ways
from workshop.tui.hints import FIREWALL, HINTS
from workshop.tui.scene import Scene
from workshop.tui.screens.sheet import Sheet

AGAIN = 1.0
"""Seconds between two looks at the addresses: a Wi-Fi that was joined meanwhile is to appear by itself."""

_OPEN = phrase("The computer's firewall may be closed. This opens it:")


class Found(NamedTuple):
    """What the hub says of the ways in."""

    wifi: Wifi | None
    known: WaysIn


class WaysCame(Message):
    """It, or None where the hub does not answer."""

    def __init__(self, found: Found | None) -> None:
        super().__init__()
        self.found = found


class WaysScreen(Sheet[None]):
    """← → turn its pages, a digit chooses an address, any other key takes it away."""

    def __init__(self, scene: Scene, contact: Contact) -> None:
        super().__init__(scene.look)
        self._scene, self._contact = scene, contact
        self._found: Found | None = None
        self._silent = False
        self._again: Timer | None = None
        self._page, self._pages, self._choosing = 0, 1, False

    def on_mount(self) -> None:
        """Asks, and goes on asking."""
        self._ask()

    def on_ways_came(self, message: WaysCame) -> None:
        """Takes it in. What was known stands while no hub answers."""
        if message.found is not None:
            self._found = self._in_order(message.found)
        self._silent = message.found is None
        self.redraw()
        if self._again is not None:
            self._again.stop()
        self._again = self.set_timer(AGAIN, self._ask)

    def draw(self, columns: int, rows: int) -> Frame:
        """The page that it is turned to."""
        frame = draw_ways(self._ways, (columns, rows), self.look, self._page)
        self._page, self._pages, self._choosing = frame.page, frame.pages, frame.choosing
        return frame

    def on_key(self, event: events.Key) -> None:
        """Another page, another address, or back."""
        event.stop()
        by = {"right": 1, "left": -1, "pagedown": 1, "pageup": -1}.get(event.key, 0)
        if by and self._pages > 1:
            self._page = (self._page + by) % self._pages
            self.redraw()
        elif event.key in "123456789":
            self._choose(int(event.key))
        else:
            self.leave()

    @property
    def _ways(self) -> Ways:
        scene, found = self._scene, self._found
        port = int(scene.snapshot.join_url.rpartition(":")[2].partition("/")[0])
        commands = tuple(opening.command for opening in here(port))
        return Ways(
            join_url=scene.snapshot.join_url,
            wifi=found.wifi if found else None,
            known=found.known if found else None,
            hints=tuple((_OPEN, commands) if hint == FIREWALL else (hint, ()) for hint in HINTS),
            reached=scene.snapshot.reached,
            alone=scene.alone,
            silent=self._silent,
            news=scene.news,
        )

    def _in_order(self, found: Found) -> Found:
        """A digit means the same for as long as the sheet is there, whichever address comes first now."""
        before = [way.address for way in self._found.known.ways] if self._found else []
        last = len(before)
        ways = sorted(
            found.known.ways, key=lambda way: before.index(way.address) if way.address in before else last
        )
        return found._replace(known=structs.replace(found.known, ways=ways))

    def _choose(self, digit: int) -> None:
        choices, found = self._ways.choices, self._found
        if not self._choosing or found is None or digit > len(choices):
            return
        if choices[digit - 1].address != found.known.current:
            self._contact.choose(choices[digit - 1])
            self._ask()

    def _ask(self) -> None:
        self._contact.fetch(_found, lambda found: self.post_message(WaysCame(found)))


def _found(client: Client) -> Found:
    return Found(client.wifi(), client.ways_in())
