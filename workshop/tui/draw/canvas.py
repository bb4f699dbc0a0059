"""The canvas: a screen of paper on which pictures are put, read off as rows of segments."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from .picture import Picture, Strip

# The last guard: nothing that could move a cursor, turn a line round or end a sequence leaves in a segment.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Frame:
    """A whole screen: exactly as many rows as it is high, each exactly as many cells as it is wide."""

    rows: list[list[Segment]]
    pages: int = 1
    page: int = 0


class Canvas:
    """`width` cells by `height` rows of paper. What is drawn later lies on top."""

    def __init__(self, width: int, height: int, paper: Style) -> None:
        self.width = width
        self.height = height
        self._paper = paper
        self._rows: list[list[Strip]] = [[] for _ in range(height)]

    def draw(self, picture: Picture, row: int = 0, column: int = 0) -> None:
        """Puts the picture with its upper left corner there; what lies outside the screen is left out."""
        for strip in picture.strips:
            at = row + strip.row
            if 0 <= at < self.height:
                self._rows[at].append(Strip(at, column + strip.column, strip.width, strip.segments))

    def rows(self) -> list[list[Segment]]:
        """The screen, row by row."""
        return [self._row(strips) for strips in self._rows]

    def _row(self, strips: list[Strip]) -> list[Segment]:
        row: list[Segment] = []
        at = 0
        for strip in settle(strips):
            inside = _cut(strip, max(0, strip.column), min(strip.column + strip.width, self.width))
            if inside is None:
                continue
            row += self._blank(inside.column - at)
            row += _harmless(inside)
            at = inside.column + inside.width
        return row + self._blank(self.width - at)

    def _blank(self, width: int) -> list[Segment]:
        return [Segment(" " * width, self._paper)] if width > 0 else []


def flatten(picture: Picture) -> Picture:
    """The picture without what lies hidden under something else."""
    rows: dict[int, list[Strip]] = {}
    for strip in picture.strips:
        rows.setdefault(strip.row, []).append(strip)
    strips = tuple(strip for row in sorted(rows) for strip in settle(rows[row]))
    return Picture(picture.width, picture.height, strips)


def settle(strips: Sequence[Strip]) -> list[Strip]:
    """Strips of one row from left to right, later ones on top of earlier ones, cut so that none overlap."""
    settled: list[Strip] = []
    for strip in strips:
        if settled and any(_touch(strip, other) for other in settled):
            settled = [part for other in settled for part in _around(other, strip)]
        if strip.width:
            settled.append(strip)
    return sorted(settled, key=lambda strip: strip.column)


def _touch(one: Strip, other: Strip) -> bool:
    return one.column < other.column + other.width and other.column < one.column + one.width


def _around(under: Strip, over: Strip) -> Iterable[Strip]:
    """What can be seen of a strip under another one."""
    if not _touch(under, over):
        return (under,)
    left = _cut(under, under.column, over.column)
    right = _cut(under, over.column + over.width, under.column + under.width)
    return tuple(part for part in (left, right) if part)


def _cut(strip: Strip, start: int, end: int) -> Strip | None:
    """The strip from one column to another; None where nothing is left of it."""
    end_of_strip = strip.column + strip.width
    if start <= strip.column and end >= end_of_strip:
        return strip
    start, end = max(start, strip.column), min(end, end_of_strip)
    if start >= end:
        return None
    parts = list(Segment.divide(strip.segments, [start - strip.column, end - strip.column]))
    return Strip(strip.row, start, end - start, tuple(parts[1]))


def _harmless(strip: Strip) -> Sequence[Segment]:
    """The strip's segments without any control character, exactly as wide as it says."""
    text = "".join(segment.text for segment in strip.segments)
    if cell_len(text) == strip.width and not _CONTROL.search(text):
        return strip.segments
    clean = [Segment(_CONTROL.sub("", segment.text), segment.style) for segment in strip.segments]
    return Segment.adjust_line_length(clean, strip.width)
