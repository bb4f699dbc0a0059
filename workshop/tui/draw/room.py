"""The room that a Block is drawn in: how wide it is, and at which size of type."""

from dataclasses import dataclass

from workshop.tui.type import Setting, Size, count_lines

from .grid import Grid
from .ink import paint, set_large, write
from .look import Look
from .picture import Picture


@dataclass(frozen=True)
class Room:
    """`width` cells for a Block at `size`; None is cell text, in which everything can be drawn.

    `rows` is how many rows there are on all pages that the Block may take at this size. `tight` asks a chart
    for fewer rows than it would take best, as it does not fit on a page else.
    """

    width: int
    size: Size | None
    rows: int
    grid: Grid
    look: Look
    tight: bool = False

    def has_rows(self, lines: int) -> bool:
        """Whether there are rows for so many lines of text, one under another; cell text goes on overleaf."""
        return self.size is None or lines * (self.size.pitch // 2) <= self.rows

    def set(self, text: str, width: int = 0) -> Setting | None:
        """The text in big type; None in cell text, and where a word is too wide or lacks a letter."""
        return set_large(text, width or self.width, self.rows, (self.size,)) if self.size else None

    def words(self, text: str, width: int, ink: str, *, bold: bool = True, on: str = "") -> Picture | None:
        """The text at the room's size; None where it cannot be that large."""
        if self.size is None:
            return write(text, width, self.look.style(ink, bold=bold, on=on))
        setting = self.set(text, width)
        return paint(setting, ink, self.look, on) if setting else None

    def height(self, text: str, width: int) -> int | None:
        """The rows that `words` takes for it, known without drawing it."""
        if self.size is None:
            return count_lines(text, width)
        setting = self.set(text, width)
        return setting.height if setting else None
