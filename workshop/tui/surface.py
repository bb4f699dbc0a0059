"""A surface: a frame that fills the terminal, of which only the rows that changed are painted again."""

from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from workshop.tui.draw import Frame

Draw = Callable[[int, int], Frame]
"""Draws a frame of so many columns and rows."""


class Surface(Widget):
    """Draws itself by `draw`, anew whenever its size changes or `redraw` asks for it."""

    DEFAULT_CSS = "Surface { width: 100%; height: 100%; }"

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw
        self._rows: list[list[Segment]] = []
        self._strips: list[Strip] = []

    def redraw(self) -> None:
        """Draws, and has the rows that are no longer the same painted."""
        columns, height = self.size
        if not columns or not height:
            return
        rows = self._draw(columns, height).rows
        if len(rows) != len(self._rows):
            self._strips = [Strip(row, columns) for row in rows]
            self.refresh()
        elif changed := [y for y, row in enumerate(rows) if row != self._rows[y]]:
            for y in changed:
                self._strips[y] = Strip(rows[y], columns)
            self.refresh(*(Region(0, y, columns, 1) for y in changed))
        self._rows = rows

    def on_resize(self, _: events.Resize) -> None:
        """Everything is drawn anew: a width alone may change every row."""
        self._rows = []
        self.redraw()

    def on_unmount(self) -> None:
        """Lets go of what was painted: Textual remembers the last 1,024 widgets, with every row of theirs."""
        for widget in (self, self.screen):
            widget._styles_cache.clear()

    def render_line(self, y: int) -> Strip:
        """The row `y`, as Textual asks for it."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width)
