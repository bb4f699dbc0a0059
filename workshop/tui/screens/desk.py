"""Sheets that show something of the desk, which the hub gives them a moment after they are there."""

from textual.message import Message

from workshop.room.desk import Desk
from workshop.tui.contact import Contact
from workshop.tui.draw import Look
from workshop.tui.screens.sheet import Result, Sheet


class DeskCame(Message):
    """The desk as the hub gave it; None where it did not answer."""

    def __init__(self, desk: Desk | None) -> None:
        super().__init__()
        self.desk = desk


class DeskSheet(Sheet[Result]):
    """Asks for the desk once; `desk` is None until it comes, and `silent` says that it will not."""

    def __init__(self, look: Look, contact: Contact) -> None:
        super().__init__(look)
        self._contact = contact
        self.desk: Desk | None = None
        self.silent = False

    def on_mount(self) -> None:
        """Asks."""
        self._contact.look(lambda desk: self.post_message(DeskCame(desk)))

    def on_desk_came(self, message: DeskCame) -> None:
        """Takes it in."""
        self.desk, self.silent = message.desk, message.desk is None
        self.redraw()
