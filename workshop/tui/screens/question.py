"""Questions that the stage asks before anything is lost: to end the workshop, to leave the screen."""

import time
from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType

from workshop.core.phrases import Phrase, phrase
from workshop.tui.contact import Contact
from workshop.tui.draw import Frame, Look
from workshop.tui.draw.ink import write
from workshop.tui.draw.picture import Picture, stack
from workshop.tui.menu import Entry, Menu
from workshop.tui.screens.desk import DeskSheet
from workshop.tui.screens.sheet import lay_out


class Answer(StrEnum):
    """What the facilitator chose."""

    STAY = "stay"
    LEAVE = "leave"
    END = "end"


class QuestionScreen(DeskSheet[Answer]):
    """Asks, the first and harmless choice pointed at. Enter takes what is pointed at, Escape that first one.

    A clicker has no Enter: where one must be able to go on, a → on the last choice takes it, but only after a
    breath, so that a press too many takes nothing.
    """

    BREATH = 0.7  # seconds
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "point(1)", show=False, priority=True),
        Binding("up,shift+tab", "point(-1)", show=False, priority=True),
        Binding("right,space,pagedown", "forward", show=False, priority=True),
        Binding("left,pageup", "backward", show=False, priority=True),
        Binding("enter", "take", show=False),
        Binding("escape", "stay", show=False),
    ]

    def __init__(
        self, look: Look, contact: Contact, title: Phrase, choices: Mapping[Answer, Phrase], *, clicker: bool
    ) -> None:
        super().__init__(look, contact)
        self._title, self._clicker = title, clicker
        self._answers = tuple(choices)
        self._menu = Menu([Entry(look.line(label)) for label in choices.values()], airy=True)
        self._pointed_at = time.monotonic()

    def draw(self, columns: int, rows: int) -> Frame:
        """The question, what would be lost, and the choices."""
        look = self.look
        return lay_out(look, columns, rows, title=look.line(self._title), body=self._body, foot=self._foot())

    def action_point(self, by: int) -> None:
        """Points at the next or the previous choice."""
        self._menu.move(by)
        self._pointed_at = time.monotonic()
        self.redraw()

    def action_forward(self) -> None:
        """A clicker's →."""
        if not self._at_last:
            self.action_point(1)
        elif self._clicker and time.monotonic() - self._pointed_at >= self.BREATH:
            self.action_take()

    def action_backward(self) -> None:
        """A clicker's ←."""
        if self._menu.pointed == 0:
            self.action_stay()
        else:
            self.action_point(-1)

    def action_take(self) -> None:
        """Takes the choice pointed at."""
        self.leave(self._answers[self._menu.pointed or 0])

    def action_stay(self) -> None:
        """Takes the harmless choice."""
        self.leave(Answer.STAY)

    @property
    def _at_last(self) -> bool:
        return self._menu.pointed == len(self._answers) - 1

    def _foot(self) -> str:
        if self._clicker and self._at_last:
            return self.look.text("Enter, or → once more, ends the workshop. ← goes back.")
        return self.look.text("↑ ↓ choose, Enter takes, Esc goes back")

    def _body(self, width: int, height: int) -> Picture:
        menu = self._menu.draw(self.look, width, height)
        named = self._named(width, height - menu.height - 1)
        return stack([*named, menu], gap=1)

    def _named(self, width: int, room: int) -> list[Picture]:
        """The rounds that the notes would lack, as many as there is room for."""
        look = self.look
        quiet, ink = look.style(look.palette.quiet), look.style(look.palette.ink)
        unfinished = self.desk.unfinished if self.desk is not None else ()
        if Answer.END not in self._answers or not unfinished or room < 3:
            return []
        lines = [write(look.text("Left out of the notes if it ends now:"), width, quiet)]
        for round in unfinished:
            told = f"{round.step}  {look.line(round.text)} ({look.line(round.why)})"
            lines.append(write(told, width, ink))
        left = len(lines)
        while stack(lines).height > room:
            left = len(lines) - 1
            lines = [*lines[: left - 1], write("…", width, ink)]
        return [stack(lines)]


def ask_to_end(look: Look, contact: Contact) -> QuestionScreen:
    """Asked when → is pressed on the last beat, and by the palette."""
    choices = {
        Answer.STAY: phrase("No, stay here"),
        Answer.END: phrase("End the workshop for everyone"),
    }
    return QuestionScreen(look, contact, phrase("End the workshop?"), choices, clicker=True)


def ask_to_leave(look: Look, contact: Contact, *, ended: bool, rehearsal: bool = False) -> QuestionScreen:
    """Asked by Ctrl+Q. A rehearsal does not go on without the screen that it was begun with."""
    choices = {Answer.STAY: phrase("No, stay here")}
    if ended or rehearsal:
        choices[Answer.LEAVE] = phrase("Close the screen")
    else:
        choices[Answer.LEAVE] = phrase("Close the screen, let the workshop run")
    if not ended:
        choices[Answer.END] = phrase("End the workshop for everyone")
    return QuestionScreen(look, contact, phrase("Close the screen?"), choices, clicker=False)
