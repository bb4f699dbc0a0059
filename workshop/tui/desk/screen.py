"""The desk's screen: the stage's keys on another picture, which is asked for when something has changed."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from workshop.tui.contact import Contact
from workshop.tui.screens.desk import DeskCame
from workshop.tui.screens.stage import StageScreen

from .scene import DeskScene
from .shortcuts import DESK_KEYS, LEAVE

PACE = 0.3
"""Seconds from a desk that came to the next question: while 300 people answer, the hub has more to do."""
AGAIN = 1.0
"""Seconds until a desk that did not come is asked for again."""


class DeskScreen(StageScreen, inherit_bindings=False):
    """Leads the room as the stage does; ↑ and ↓ turn the notes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key.names, key.action, show=False) for key in DESK_KEYS]

    def __init__(self, scene: DeskScene, contact: Contact) -> None:
        super().__init__(scene, contact)
        self._desk_scene = scene
        self._asked: int | None = None
        self._waits = False

    def ask(self, version: int, *, fresh: bool = False) -> None:
        """Asks for the desk as it is at that version of the snapshot; `fresh`: versions count anew.

        One question at a time: what changes meanwhile is asked for once, a moment after the answer.
        """
        if fresh:
            self._asked = None
        if not self._waits and version != self._asked:
            self._asked, self._waits = version, True
            self._contact.look(lambda desk: self.post_message(DeskCame(desk)))

    def on_desk_came(self, message: DeskCame) -> None:
        """Takes the desk in. The last one stands while no hub answers."""
        if message.desk is None:
            self._asked = None
        else:
            self._desk_scene.desk = message.desk
            self.redraw()
        self.set_timer(PACE if message.desk else AGAIN, self._ask_on)

    def action_help(self) -> None:
        """Every key."""
        from workshop.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.look, (*DESK_KEYS, LEAVE)))

    def _ask_on(self) -> None:
        self._waits = False
        self.ask(self._desk_scene.snapshot.version)
