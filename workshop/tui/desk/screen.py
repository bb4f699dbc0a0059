"""The desk's screen: the stage's keys on another picture."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from workshop.tui.screens.stage import StageScreen

from .shortcuts import DESK_KEYS, LEAVE


class DeskScreen(StageScreen, inherit_bindings=False):
    """Leads the room as the stage does; ↑ and ↓ turn the notes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key.names, key.action, show=False) for key in DESK_KEYS]

    def action_help(self) -> None:
        """Every key."""
        from workshop.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.look, (*DESK_KEYS, LEAVE)))
