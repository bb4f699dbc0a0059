"""Painting: a canvas of ink levels becomes rows of block characters in two colours a cell."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from .glyphs import INK


class Mode(StrEnum):
    """What the terminal and its font can draw."""

    TRUECOLOR = "truecolor"  # quadrants, two colours a cell
    QUADRANTS = "quadrants"  # quadrants in ink and paper only
    HALF = "half"  # the font has ▀ and ▄ alone


class Cell(NamedTuple):
    """A character and its two colours, as levels from 0 (paper) to INK."""

    character: str
    front: int
    back: int


Canvas = Sequence[bytes | bytearray]
Row = tuple[Segment, ...]
Quarters = tuple[int, int, int, int]  # levels: upper left, upper right, lower left, lower right

_QUADRANTS = " ▗▖▄▝▐▞▟▘▚▌▙▀▜▛█"
# The ways to part a cell in two, each told by its front (as bits: 8 upper left … 1 lower right).
_FRONTS = (12, 3, 10, 5, 8, 4, 2, 1, 9, 6)


def quarters(canvas: Canvas) -> Iterator[Iterable[Quarters]]:
    """The canvas (half cells by half rows, an even number of each) as rows of cells."""
    for upper, lower in zip(canvas[::2], canvas[1::2], strict=True):
        yield zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)


@lru_cache(maxsize=65536)
def split(levels: Quarters) -> Cell:
    """The block character and the two levels that come closest to four levels (least squares)."""
    if len(set(levels)) == 1:
        return Cell(" ", levels[0], levels[0])
    return min((_part(levels, front) for front in _FRONTS), key=lambda parted: parted[0])[1]


def _part(levels: Quarters, front: int) -> tuple[float, Cell]:
    """One way of parting: how wrong it is, and the cell that it gives."""
    ahead = [level for bit, level in zip((8, 4, 2, 1), levels, strict=True) if front & bit]
    behind = [level for bit, level in zip((8, 4, 2, 1), levels, strict=True) if not front & bit]
    error, means = 0.0, []
    for part in (ahead, behind):
        mean = sum(part) / len(part)
        error += sum((level - mean) ** 2 for level in part)
        means.append(round(mean))
    lighter_ahead = 1e-6 if means[0] < means[1] else 0.0
    return error + lighter_ahead, Cell(_QUADRANTS[front], *means)


def ink_or_paper(levels: Quarters) -> Cell:
    """The block character of the quarters that are more than half ink, in pure ink on pure paper."""
    upper_left, upper_right, lower_left, lower_right = (2 * level > INK for level in levels)
    front = upper_left << 3 | upper_right << 2 | lower_left << 1 | lower_right
    return Cell(_QUADRANTS[front], INK, 0)


def halve(levels: Quarters) -> Cell:
    """The cell's upper half over its lower half, each the mean of its quarters."""
    upper, lower = (levels[0] + levels[1]) // 2, (levels[2] + levels[3]) // 2
    if upper == lower:
        return Cell(" ", upper, upper)
    return Cell("▀", upper, lower) if upper > lower else Cell("▄", lower, upper)


_READERS: dict[Mode, Callable[[Quarters], Cell]] = {
    Mode.TRUECOLOR: split,
    Mode.QUADRANTS: lru_cache(65536)(ink_or_paper),
    Mode.HALF: halve,
}


def read_cells(canvas: Canvas, mode: Mode) -> Iterator[Iterator[Cell]]:
    """The canvas as rows of cells, in what the terminal can draw."""
    return (map(_READERS[mode], row) for row in quarters(canvas))


def colour_row(cells: Iterable[Cell], ink: str, paper: str) -> Row:
    """A row of cells as segments, in colours from `paper` to `ink` (both as "#rrggbb"), neighbours joined."""
    row: list[Segment] = []
    run, front, back = "", 0, 0
    for character, ahead, behind in cells:
        if behind == back and (ahead == front or character == " "):
            run += character
        elif behind == back and not run.strip(" "):
            run, front = run + character, ahead
        else:
            row.append(Segment(run, _style(front, back, ink, paper)))
            run, front, back = character, ahead, behind
    row.append(Segment(run, _style(front, back, ink, paper)))
    return tuple(segment for segment in row if segment.text)


@lru_cache(maxsize=4096)
def _style(front: int, back: int, ink: str, paper: str) -> Style:
    return Style.from_color(_blend(front, ink, paper), _blend(back, ink, paper))


@lru_cache(maxsize=1024)
def _blend(level: int, ink: str, paper: str) -> Color:
    """The colour that is `level` of INK on the way from paper to ink; exactly paper at 0, ink at INK."""
    near, far = bytes.fromhex(paper[1:]), bytes.fromhex(ink[1:])
    red, green, blue = (round(a + (b - a) * level / INK) for a, b in zip(near, far, strict=True))
    return Color.from_rgb(red, green, blue)
