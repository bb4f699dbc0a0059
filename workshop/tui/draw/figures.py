"""Figures: the numbers at the right of a chart's rows, each kind in a column of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from .ink import large, spell
from .picture import NOTHING, Picture, layer, right
from .room import Room


def draw_figure(text: str, ink: str, room: Room) -> Picture:
    """A figure in big type where the room has some, and in cell text where it has not."""
    sizes = room.grid.sizes("figure") if room.size else ()
    return large(text, ink, room.width, 6, sizes, room.look) or spell((text, room.look.style(ink)))


@dataclass(frozen=True)
class FigureColumns:
    """Columns of figures, as many in each; they stand at the right, `gap` cells apart."""

    columns: tuple[tuple[Picture, ...], ...]
    gap: int

    @property
    def width(self) -> int:
        """Cells of all columns."""
        return sum(self._widths) + self.gap * max(0, len(self.columns) - 1)

    def row(self, number: int, edge: int) -> Picture:
        """The figures of a row with their feet on one line, the last of them ending at the column `edge`."""
        found = []
        high = max(column[number].height for column in self.columns)
        for column, width in zip(reversed(self.columns), reversed(self._widths), strict=True):
            figure = column[number]
            # Big type keeps a row free below its feet.
            down = high - 2 if figure.height == 1 < high else high - figure.height
            found.append(right(figure, edge).moved(down))
            edge -= width + self.gap
        return layer(found)

    @property
    def _widths(self) -> Sequence[int]:
        return [max(figure.width for figure in column) for column in self.columns]


def beside(label: Picture, figures: Picture) -> Picture:
    """A label and its figures with their feet on one line."""
    down = label.height - figures.height if label.height else 0
    return layer([label.moved(max(0, -down)), figures.moved(max(0, down))])


def titled(text: str, room: Room) -> Picture | None:
    """What the figures at the right are, on a quiet row above them."""
    if not text:
        return None
    title = spell((text, room.look.style(room.look.palette.quiet, bold=False)))
    return right(title, room.width) if title.width <= room.width else NOTHING
