"""The line in which one writes on the board: what is looked for, a theme's name, other words."""

from collections.abc import Awaitable, Callable

from textual import events
from textual.widgets import Input

from workshop.core.phrases import Phrase
from workshop.tui.draw import Look
from workshop.tui.screens.box import Box

LONGEST = 1_100
"""Code points: a text of 1,000 characters fits."""
Take = Callable[[str], None]
Press = Callable[[str], Awaitable[object]]


class Line(Box):
    """Is there while `asks` says what for.

    It sees every key in the order of pressing, and takes Enter and Escape itself: however quick the fingers,
    what comes after these is a key of the board again, and nothing before them is.
    """

    def __init__(self, look: Look, press: Press) -> None:
        """`press` does what a key of the board does."""
        super().__init__(look, "", longest=LONGEST)
        self.asks: Phrase | None = None
        self.display = False
        self._press = press
        self._take: Take = _nothing
        self._typed: Take = _nothing

    def begin(self, asks: Phrase, text: str, take: Take, typed: Take | None = None) -> None:
        """Appears with a text in it. `take` gets what is written, `typed` every change; "" if it is left."""
        self._typed = _nothing
        self.value = self._look.line(text)
        self.cursor_position = len(self.value)
        self.asks, self._take, self._typed = asks, take, typed or _nothing
        self.display = True
        self.screen.set_focus(self)

    def watch_value(self, value: str) -> None:
        """Tells of every change."""
        self._typed(value)

    async def _on_key(self, event: events.Key) -> None:
        if self.asks is None or event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            await self._press(event.key)
        elif event.key in ("enter", "escape"):
            event.stop()
            event.prevent_default()
            self._end(taken=event.key == "enter")
        elif edit := _EDITS.get(event.key):
            event.stop()
            edit(self)
        else:
            await super()._on_key(event)

    def _end(self, *, taken: bool) -> None:
        take, typed, written = self._take, self._typed, self.value
        self.asks, self._take, self._typed = None, _nothing, _nothing
        self.display = False
        self.screen.set_focus(None)
        if taken:
            take(written)
        else:
            typed("")


# Textual deals with these only when it has dealt with every letter that waits behind them.
_EDITS: dict[str, Callable[[Input], None]] = {
    "backspace": Input.action_delete_left,
    "delete": Input.action_delete_right,
    "left": Input.action_cursor_left,
    "right": Input.action_cursor_right,
    "home": Input.action_home,
    "end": Input.action_end,
}


def _nothing(_: str) -> None:
    """Nobody wants to know."""
