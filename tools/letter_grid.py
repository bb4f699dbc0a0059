"""Measures a letter that is drawn large through a grid of half cells by half rows, where it is sharpest.

Upwards, the heights that letters share (baseline, x-height, capitals, ascenders, descenders) fall on whole
half rows; between them every row may be a little higher or lower than the others, so that the letter's own
strokes fall on whole rows too. Sideways, the grid is shifted and stretched a little to suit the stems.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from math import ceil

from PIL import Image

from workshop.tui.type.glyphs import INK, STEPS
from workshop.tui.type.sizes import Size

SHRINK = 4  # font units a pixel
ORIGIN, BASE, TALL = 800, 2200, 3200  # where a picture's origin stands, and how tall it is, in font units
CAP, ASCENDER, TOP, DESCENDER = 1462, 1556, 1908, -492
OVERSHOOT = 24  # how far round letters reach past flat ones; left out, lest it be a faint row by itself
SLANTED = frozenset("\u0300\u0301\u0302\u0303\u0306\u030b\u030c")

CONTRAST = 1.25
NOTCHES = 16  # the places in a row's height where the next row can begin
LOWEST, HIGHEST = 9, 26  # what a row may measure, in notches
EVEN = 12.0  # what unevenness weighs against grey
SHIFTS, STRETCHES, TRUE = 16, (1.0, 0.97, 1.03, 0.95, 1.05), 4.0

_CONTRASTED = [min(1.0, max(0.0, (level / 255 - 0.5) * CONTRAST + 0.5)) for level in range(256)]
_GREY = [level * (1 - level) for level in _CONTRASTED]


@dataclass(frozen=True)
class Drawing:
    """A letter drawn large: white on black, SHRINK font units a pixel, and its advance in font units."""

    picture: Image.Image
    advance: float

    @property
    def ink(self) -> tuple[int, int, int, int]:
        """Its edges in font units: left, top, right, bottom."""
        box = self.picture.getbbox()
        assert box, "a letter without ink"
        left, top, right, bottom = (edge * SHRINK for edge in box)
        return left - ORIGIN, BASE - top, right - ORIGIN, BASE - bottom


@dataclass(frozen=True)
class Cut:
    """A letter at one size: bearings in STEPSths of a half cell, levels of ink row by row from `top`."""

    left: int
    right: int
    top: int
    rows: list[bytes]


@dataclass(frozen=True)
class Stop:
    """Heights of the font that fall on one edge between rows: what lies from `low` to `high` is left out."""

    low: float
    high: float
    row: int


def cut(letter: str, drawing: Drawing, size: Size, x: int) -> Cut:
    """The letter at a size, in a font whose x is `x` units high."""
    half_cell = x / size.x / 2
    stops = find_stops(letter, drawing, size, x)
    rows = lay_rows(drawing.picture, stops, half_cell)
    tall = stack([band(drawing.picture, *row) for row in rows])
    _, cell, start, count = min(
        lay_columns(drawing, half_cell), key=lambda grid: grid[0] + grey(measure(tall, *grid[1:]))
    )
    measured = measure(tall, cell, start, count)
    levels = bytes(round(_CONTRASTED[level] * INK) for level in measured)
    left = start / half_cell
    right = drawing.advance / half_cell - left - count
    return trim(left, right, stops[-1].row, [levels[at : at + count] for at in range(0, len(levels), count)])


def find_stops(letter: str, drawing: Drawing, size: Size, x: int) -> list[Stop]:
    """The shared heights that this letter has, upwards."""

    def reaches(height: int) -> bool:
        return -OVERSHOOT < drawing.ink[1] - height < 2 * OVERSHOOT

    stops = [Stop(DESCENDER, DESCENDER, -size.below), Stop(-OVERSHOOT, 0, 0)]
    if letter.islower() or reaches(x):
        stops.append(Stop(x, x + OVERSHOOT, size.x))
    if letter.isupper() or letter.isdigit() or reaches(CAP):
        stops.append(Stop(CAP, CAP + OVERSHOOT, size.cap))
    body = stops[-1]
    accent = find_accent(drawing, body) if body.row > 0 else None
    if accent and SLANTED.intersection(unicodedata.normalize("NFD", letter)):
        return stops + place_slanted(accent, drawing.ink[1], body.row, size)
    if accent:
        stops.append(Stop(accent, accent, body.row + 1))
    if stops[-1].row < size.ascender and reaches(ASCENDER):
        stops.append(Stop(ASCENDER, ASCENDER + OVERSHOOT, size.ascender))
    return [*stops, Stop(TOP, TOP, size.top)]


def find_accent(drawing: Drawing, body: Stop) -> float | None:
    """Where a dot or an accent begins above a letter's body, if it has one that stands clear of it."""
    picture, above = drawing.picture, (BASE - round(body.high)) // SHRINK
    blanks = takewhile(
        lambda row: picture.crop((0, row, picture.width, row + 1)).getbbox() is None, range(above - 1, -1, -1)
    )
    start = body.high + SHRINK * len(list(blanks))
    return start if body.high + OVERSHOOT < start < drawing.ink[1] else None


def place_slanted(start: float, end: float, body: int, size: Size) -> list[Stop]:
    """An accent that must show which way it slants: two rows at least, a row of paper under it if it can."""
    roof = min(size.above, max(body + 3, size.ascender if body == size.x else size.top))
    clear = [Stop(start, start, body + 1)] if roof - body > 2 else []
    return [*clear, Stop(end, end, roof)]


def lay_rows(picture: Image.Image, stops: list[Stop], half_cell: float) -> list[tuple[float, float]]:
    """The heights that each half row covers (low, high), from the topmost down."""
    thin = picture.reduce((4, 1))
    rows: list[tuple[float, float]] = []
    for below, above in pairwise(stops):
        rows += part_evenly(thin, below.high, above.low, above.row - below.row, 4 * SHRINK / half_cell)
    return rows[::-1]


def part_evenly(
    picture: Image.Image, low: float, high: float, count: int, weight: float
) -> list[tuple[float, float]]:
    """Parts the heights from `low` to `high` in `count` rows: nearly even, and as little grey as may be."""
    notch = (high - low) / count / NOTCHES if count else 0.0

    @cache
    def cost(start: int, end: int) -> float:
        row = band(picture, low + start * notch, low + end * notch)
        return grey(row.tobytes()) * weight + EVEN * ((end - start) / NOTCHES - 1) ** 2

    # best[end]: the cheapest way so far in which the last row ends at that notch
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    for row in range(1, count + 1):
        after, best = best, {}
        for start, (spent, edges) in after.items():
            for end in range(start + LOWEST, start + HIGHEST + 1):
                left = count * NOTCHES - end
                if (count - row) * LOWEST <= left <= (count - row) * HIGHEST:
                    way = (round(spent + cost(start, end), 6), [*edges, end])
                    best[end] = min(best.get(end, way), way)
    edges = best[count * NOTCHES][1]
    return [(low + start * notch, low + end * notch) for start, end in pairwise(edges)]


def lay_columns(drawing: Drawing, half_cell: float) -> Iterator[tuple[float, float, float, int]]:
    """Ways to lay columns over the ink: (penalty, their width, left edge, count), in font units."""
    left, _, right, _ = drawing.ink
    for stretch in STRETCHES:
        for shift in range(SHIFTS):
            cell = half_cell / stretch
            start = left - cell * shift / SHIFTS
            yield TRUE * abs(stretch - 1), cell, start, ceil((right - start) / cell)


def band(picture: Image.Image, low: float, high: float) -> Image.Image:
    """The mean of the picture's pixel rows between two heights, one pixel high."""
    box = (0, (BASE - high) / SHRINK, picture.width, (BASE - low) / SHRINK)
    return picture.resize((picture.width, 1), Image.Resampling.BOX, box=box)


def stack(bands: list[Image.Image]) -> Image.Image:
    """The bands one under the other."""
    tall = Image.new("L", (bands[0].width, len(bands)))
    for at, row in enumerate(bands):
        tall.paste(row, (0, at))
    return tall


def measure(tall: Image.Image, cell: float, start: float, count: int) -> bytes:
    """The ink in each half cell, 0 to 255, row by row."""
    left = (start + ORIGIN) / SHRINK
    box = (left, 0, left + count * cell / SHRINK, tall.height)
    return tall.resize((count, tall.height), Image.Resampling.BOX, box=box).tobytes()


def grey(measured: bytes) -> float:
    """How much of what was measured is neither ink nor paper."""
    return sum(map(_GREY.__getitem__, measured))


def trim(left: float, right: float, top: int, rows: list[bytes]) -> Cut:
    """Leaves out the rows and columns at the edges that are all paper."""
    while not any(rows[0]):
        rows, top = rows[1:], top - 1
    while not any(rows[-1]):
        rows = rows[:-1]
    while not any(row[0] for row in rows):
        rows, left = [row[1:] for row in rows], left + 1
    while not any(row[-1] for row in rows):
        rows, right = [row[:-1] for row in rows], right + 1
    return Cut(round(left * STEPS), round(right * STEPS), top, rows)
