"""Pictures: what is drawn, as strips of segments by row and column, before it has a place on the screen."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rich.segment import Segment


class Strip(NamedTuple):
    """Segments that take `width` cells of one row from a column on."""

    row: int
    column: int
    width: int
    segments: tuple[Segment, ...]


Strips = tuple[Strip, ...]


class Picture:
    """Strips within `width` cells by `height` rows; whatever they leave free is see-through.

    Strips given as a function are drawn when somebody looks at them first: of a wall of 600 cards those of
    the page in view, of type that proves too large nothing.
    """

    __slots__ = ("_strips", "height", "width")

    def __init__(self, width: int, height: int, strips: Strips | Callable[[], Strips] = ()) -> None:
        self.width = width
        self.height = height
        self._strips = strips

    @property
    def strips(self) -> Strips:
        """Them, later ones on top of earlier ones."""
        if not isinstance(self._strips, tuple):
            self._strips = self._strips()
        return self._strips

    def moved(self, down: int = 0, right: int = 0) -> "Picture":
        """The same, further down and to the right; it grows by as much."""
        if not down and not right:
            return self
        return Picture(self.width + right, self.height + down, lambda: self._strips_moved(down, right))

    def _strips_moved(self, down: int, right: int) -> Strips:
        return tuple(Strip(s.row + down, s.column + right, s.width, s.segments) for s in self.strips)

    def split(self, height: int) -> Iterator["Picture"]:
        """The picture in parts of at most `height` rows, cut between rows."""
        if self.height <= height:
            yield self
            return
        parts: list[list[Strip]] = [[] for _ in range(0, self.height, height)]
        for strip in self.strips:
            part, row = divmod(strip.row, height)
            parts[part].append(strip._replace(row=row))
        for number, strips in enumerate(parts):
            yield Picture(self.width, min(height, self.height - number * height), tuple(strips))


NOTHING = Picture(0, 0)


def layer(pictures: Iterable[Picture]) -> Picture:
    """Pictures on one another; they are expected to leave each other free."""
    laid = tuple(pictures)
    return Picture(
        max((picture.width for picture in laid), default=0),
        max((picture.height for picture in laid), default=0),
        lambda: tuple(strip for picture in laid for strip in picture.strips),
    )


def stack(pictures: Iterable[Picture], gap: int = 0) -> Picture:
    """Pictures under one another, `gap` rows between; those without height take no room."""
    placed, row = [], 0
    for picture in pictures:
        if picture.height:
            placed.append(picture.moved(row))
            row += picture.height + gap
    return layer(placed)


def right(picture: Picture, edge: int) -> Picture:
    """The picture with its right edge at the column `edge`."""
    return picture.moved(right=max(0, edge - picture.width))
