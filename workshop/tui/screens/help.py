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
    """↓ and ↑ turn its pages where a small terminal has several; any other key takes it away."""

    def __init__(self, look: Look, keys: Sequence[Key] = (*KEYS, QUIT)) -> None:
        super().__init__(look)
        self._named = keys
        self._page, self._pages = 0, 1

    def draw(self, columns: int, rows: int) -> Frame:
        """The keys, a line each; with air between where there is room."""
        frame = self._lay_out(columns, rows, self.look.text("Any key goes back"))
        if self._pages == 1:
            return frame
        foot = self.look.text("↑ ↓ turn the page. Any other key goes back")
        return self._lay_out(columns, rows, foot)

    def on_key(self, event: events.Key) -> None:
        """Another page, or back to the stage."""
        event.stop()
        by = {"down": 1, "up": -1}.get(event.key, 0)
        if by and self._pages > 1:
            self._page = max(0, min(self._page + by, self._pages - 1))
            self.redraw()
        else:
            self.leave()

    def _lay_out(self, columns: int, rows: int, foot: str) -> Frame:
        title, needs = self.look.text("Keys"), len(self._named)
        return lay_out(self.look, columns, rows, title=title, body=self._keys, foot=foot, needs=needs)

    def _keys(self, width: int, height: int) -> Picture:
        lines = [_line(self.look, key, width) for key in self._named]
        self._pages = -(-len(lines) // height)
        self._page = min(self._page, self._pages - 1)
        shown = lines[self._page * height : (self._page + 1) * height]
        return stack(shown, gap=1 if 2 * len(lines) - 1 <= height else 0)


def _line(look: Look, key: Key, width: int) -> Picture:
    shown = spell((look.line(key.shown), look.style(look.palette.accent)))
    does = write(look.line(key.does), width - KEY_CELLS, look.style(look.palette.ink))
    return layer([shown, does.moved(right=KEY_CELLS)])
