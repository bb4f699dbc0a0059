"""The desk's screen: the stage's keys on another picture, which is asked for when something has changed."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from workshop.core.phrases import phrases
from workshop.tui.contact import Contact, Heard
from workshop.tui.keys import Key
from workshop.tui.screens.desk import DeskCame
from workshop.tui.screens.stage import StageScreen

from .asking import Asking
from .scene import DeskScene
from .shortcuts import DESK_KEYS, LEAVE

if TYPE_CHECKING:
    from .board import BoardScreen


class DeskScreen(StageScreen, inherit_bindings=False):
    """Leads the room as the stage does; ↑ and ↓ turn the notes, `k` opens the board of texts."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key.names, key.action, show=False) for key in DESK_KEYS]

    def __init__(self, scene: DeskScene, contact: Contact, quits: Key = LEAVE) -> None:
        """`quits` is what is said of the key that leaves."""
        super().__init__(scene, contact)
        self._desk_scene = scene
        self._keys = (*DESK_KEYS, quits)
        self._board: BoardScreen | None = None
        self._asking = Asking(self._look, self.set_timer, lambda: scene.snapshot.version)

    def hear(self, heard: Heard) -> None:
        """Takes a snapshot in, and asks for what only the facilitator may know of it."""
        super().hear(heard)
        self._asking.ask(heard.snapshot.version, fresh=heard.fresh)
        if self._board is not None:
            self._board.ask(heard.snapshot.version, fresh=heard.fresh)

    def on_desk_came(self, message: DeskCame) -> None:
        """Takes the desk in. The last one stands while no hub answers."""
        if message.desk is not None:
            self._desk_scene.desk = message.desk
            self.redraw()
        self._asking.came(answered=message.desk is not None)

    def action_board(self) -> None:
        """The texts that the room wrote."""
        from .board import BoardScreen

        self._board = BoardScreen(self._desk_scene, self._contact)
        self.app.push_screen(self._board, self._leave_board)

    def action_hands(self) -> None:
        """The form for people without a phone."""
        from .hands import HandsScreen

        def tell(people: int | None) -> None:
            if people:
                self.scene.say(phrases("{n} answer counted", "{n} answers counted", people))
                self.redraw()

        self.app.push_screen(HandsScreen(self._desk_scene, self._contact), tell)

    def action_remote(self) -> None:
        """The phone remote, which this switches on."""
        from .remote import RemoteScreen

        if not self._desk_scene.ended:
            self.app.push_screen(RemoteScreen(self._desk_scene, self._contact))

    def action_catch_up(self, way: str) -> None:
        """Saves time that way, where it is offered."""
        self._press(way)

    def action_help(self) -> None:
        """Every key."""
        from workshop.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.look, self._keys))

    def action_commands(self) -> None:
        """The palette."""
        from workshop.tui.screens.commands import CommandsScreen

        self.app.push_screen(CommandsScreen(self.look, self._contact, self._keys), self._run)

    def _look(self) -> None:
        self._contact.look(lambda desk: self.post_message(DeskCame(desk)))

    def _leave_board(self, _: None) -> None:
        self._board = None
