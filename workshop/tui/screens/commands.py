"""The palette: everything that can be done, and every step that can be gone to, found by typing."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType

from workshop.room.desk import Desk
from workshop.tui.contact import Contact
from workshop.tui.draw import Frame, Look
from workshop.tui.draw.ink import spell
from workshop.tui.draw.picture import Picture, stack
from workshop.tui.keys import KEYS, QUIT, Key
from workshop.tui.menu import Entry, Menu
from workshop.tui.screens.desk import DeskCame, DeskSheet
from workshop.tui.screens.sheet import lay_out


class Offer(NamedTuple):
    """A line of the palette and the stage's action behind it."""

    entry: Entry
    action: str


class CommandsScreen(DeskSheet[str]):
    """Letters narrow the list, ↑ ↓ point, Enter does it. Gives an action of the stage, "" for none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "point(1)", show=False),
        Binding("up", "point(-1)", show=False),
        Binding("enter", "take", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, look: Look, contact: Contact, keys: Sequence[Key] = (*KEYS, QUIT)) -> None:
        super().__init__(look, contact)
        self._wanted = ""
        self._offers = self._found = _doings(look, keys)
        self._menu = Menu([offer.entry for offer in self._found])

    def on_desk_came(self, message: DeskCame) -> None:
        """Offers its steps too."""
        if message.desk is not None:
            self._offers = [*self._offers, *_steps(self.look, message.desk)]
            self._narrow()

    def draw(self, columns: int, rows: int) -> Frame:
        """What was typed, and what there is of it."""
        look = self.look
        foot = look.text("Type to search. ↑ ↓ choose, Enter takes, Esc goes back")
        return lay_out(look, columns, rows, title=look.text("Commands"), body=self._body, foot=foot)

    def on_key(self, event: events.Key) -> None:
        """Letters and Backspace change what is looked for."""
        if event.key == "backspace":
            self._wanted = self._wanted[:-1]
        elif event.is_printable and event.character:
            self._wanted += event.character
        else:
            return
        event.stop()
        self._narrow()

    def action_point(self, by: int) -> None:
        """Points at another line."""
        self._menu.move(by)
        self.redraw()

    def action_take(self) -> None:
        """Does what is pointed at."""
        self.leave("" if self._menu.pointed is None else self._found[self._menu.pointed].action)

    def action_leave(self) -> None:
        """Does nothing."""
        self.leave("")

    def _narrow(self) -> None:
        words = self._wanted.casefold().split()
        self._found = [
            offer
            for offer in self._offers
            if all(word in f"{offer.entry.label} {offer.entry.detail}".casefold() for word in words)
        ]
        self._menu.fill([offer.entry for offer in self._found])
        self.redraw()

    def _body(self, width: int, height: int) -> Picture:
        look = self.look
        typed = spell(
            ("› ", look.style(look.palette.accent)),
            (look.line(self._wanted), look.style(look.palette.ink)),
            ("▏", look.style(look.palette.accent)),
        )
        return stack([typed, self._menu.draw(look, width, height - 2)], gap=1)


def _doings(look: Look, keys: Sequence[Key]) -> list[Offer]:
    offers = [
        Offer(Entry(look.line(key.does), look.line(key.shown)), key.action)
        for key in keys
        if key.action != "commands"
    ]
    return [*offers, Offer(Entry(look.text("End the workshop (asks first)")), "end")]


def _steps(look: Look, desk: Desk) -> list[Offer]:
    return [
        Offer(
            Entry(
                look.text("Go to {step}: {text}", step=step.step, text=look.line(step.text)),
                look.line(step.section_title),
            ),
            f"go_to({step.step})",
        )
        for step in desk.steps
    ]
