"""The picker of `workshop` alone: what can be taken up again, and what can be begun."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from textual.binding import Binding, BindingType

from workshop.core.phrases import phrase
from workshop.language import computer
from workshop.tui.draw import Frame, Look
from workshop.tui.look import Theme, look_here
from workshop.tui.menu import Entry, Menu
from workshop.tui.paper import PaperApp
from workshop.tui.screens.sheet import Sheet, lay_out


class Group(IntEnum):
    """Where a choice comes from, in the order they stand."""

    RESUME = 0
    HERE = 1
    SHIPPED = 2


_HEADINGS = {
    Group.RESUME: phrase("Go on with"),
    Group.HERE: phrase("Sessions in this folder"),
    Group.SHIPPED: phrase("Sessions that come with Workshop"),
}


@dataclass(frozen=True)
class Choice:
    """Something that can be picked. `value` is what the caller knows it by (a run's id, a file's path)."""

    group: Group
    title: str
    detail: str
    value: str


Line = Choice | Group | None
"""A line of the list: a choice, a group's heading, or air."""


class PickScreen(Sheet[None]):
    """One list under three headings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab,right,space,pagedown", "point(1)", show=False),
        Binding("up,shift+tab,left,pageup", "point(-1)", show=False),
    ]

    def __init__(self, look: Look, choices: Sequence[Choice]) -> None:
        super().__init__(look)
        self._lines = _lines(choices)
        self._menu = Menu([_entry(look, line) for line in self._lines])

    @property
    def pointed(self) -> Choice | None:
        """The choice that is pointed at."""
        line = None if self._menu.pointed is None else self._lines[self._menu.pointed]
        return line if isinstance(line, Choice) else None

    def draw(self, columns: int, rows: int) -> Frame:
        """The list."""
        look = self.look
        foot = look.text("↑ ↓ choose, Enter takes, Esc leaves")
        body = lambda width, height: self._menu.draw(look, width, height)  # noqa: E731
        return lay_out(look, columns, rows, title=look.text("Hold a workshop"), body=body, foot=foot)

    def action_point(self, by: int) -> None:
        """Points at another line."""
        self._menu.move(by)
        self.redraw()


class PickerApp(PaperApp[Choice]):
    """Ends with the choice that was taken, or with none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", show=False),
        Binding("escape,q,ctrl+q,ctrl+c", "leave", show=False, priority=True),
    ]

    def __init__(self, look: Look, choices: Sequence[Choice]) -> None:
        self._pick = PickScreen(look, choices)
        super().__init__(look)

    def get_default_screen(self) -> PickScreen:
        """The list."""
        return self._pick

    def action_take(self) -> None:
        """Takes what is pointed at."""
        self.exit(self._pick.pointed)

    def action_leave(self) -> None:
        """Takes nothing; there is nothing to lose by it."""
        self.exit(None)


def run_picker(choices: Sequence[Choice], *, theme: Theme = "light", plain: bool = False) -> Choice | None:
    """Lets one of `choices` be picked in this terminal; None if none is. In the computer's language.

    Raises WorkshopError where the picker fell over.
    """
    return PickerApp(look_here(theme, computer().tag, plain=plain), choices).run_here()


def _lines(choices: Sequence[Choice]) -> list[Line]:
    lines: list[Line] = []
    for group in Group:
        if found := [choice for choice in choices if choice.group is group]:
            lines += [*([None] if lines else []), group, *found]
    return lines


def _entry(look: Look, line: Line) -> Entry:
    match line:
        case None:
            return Entry("", heading=True)
        case Group():
            return Entry(look.line(_HEADINGS[line]), heading=True)
        case Choice():
            return Entry(look.line(line.title), look.line(line.detail))
