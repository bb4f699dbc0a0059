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


def quarters(canvas: Canvas) -> Iterator[Iterable[Quarters]]:
    """The canvas (half cells by half rows, an even number of each) as rows of cells."""
    for upper, lower in zip(canvas[::2], canvas[1::2], strict=True):
        yield zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)


@lru_cache(maxsize=65536)
def split(levels: Quarters) -> Cell:
    """The block character and the two levels that come closest to four levels (least squares)."""
    if len(set(levels)) == 1:
        return Cell(" ", levels[0], levels[0])
    upper_left, upper_right, lower_left, lower_right = levels
    total = sum(levels)
    _, front, ahead, count = max(
        _fitness(12, upper_left + upper_right, 2, total),
        _fitness(10, upper_left + lower_left, 2, total),
        _fitness(9, upper_left + lower_right, 2, total),
        _fitness(8, upper_left, 1, total),
        _fitness(4, upper_right, 1, total),
        _fitness(2, lower_left, 1, total),
        _fitness(1, lower_right, 1, total),
    )
    return Cell(_QUADRANTS[front], round(ahead / count), round((total - ahead) / (4 - count)))


def _fitness(front: int, ahead: int, count: int, total: int) -> tuple[int, int, int, int]:
    """How well a cell is parted: `front` the quarters ahead, as bits, whose `count` levels add up to `ahead`.

    The squares of the error are those of the levels less those of the two means: so the means' decide, here
    times six. Of two quarters against two the darker are ahead.
    """
    behind = total - ahead
    if count == 1:
        return 6 * ahead * ahead + 2 * behind * behind, front, ahead, count
    fitness = 3 * (ahead * ahead + behind * behind)
    return (fitness, front, ahead, count) if ahead >= behind else (fitness, 15 - front, behind, count)


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
