"""The help: every key of a screen, large enough for whoever stands at the back."""

from collections.abc import Sequence

from textual import events

from workshop.tui.draw import Frame, Look
from workshop.tui.draw.ink import spell, write
from workshop.tui.draw.picture import Picture, layer, stack
from workshop.tui.keys import KEYS, QUIT, Key
from workshop.tui.screens.sheet import Sheet, lay_out

KEY_CELLS = 16


class HelpScreen(Sheet[None]):
    """Any key takes it away."""

    def __init__(self, look: Look, keys: Sequence[Key] = (*KEYS, QUIT)) -> None:
        super().__init__(look)
        self._named = keys

    def draw(self, columns: int, rows: int) -> Frame:
        """The keys, a line each; with air between where there is room."""
        look = self.look
        return lay_out(
            look,
            columns,
            rows,
            title=look.text("Keys"),
            body=self._keys,
            foot=look.text("Any key goes back"),
            needs=len(self._named),
        )

    def on_key(self, event: events.Key) -> None:
        """Back to the stage."""
        event.stop()
        self.leave()

    def _keys(self, width: int, height: int) -> Picture:
        lines = [_line(self.look, key, width) for key in self._named]
        return stack(lines, gap=1 if 2 * len(lines) - 1 <= height else 0)


def _line(look: Look, key: Key, width: int) -> Picture:
    shown = spell((look.line(key.shown), look.style(look.palette.accent)))
    does = write(look.line(key.does), width - KEY_CELLS, look.style(look.palette.ink))
    return layer([shown, does.moved(right=KEY_CELLS)])
