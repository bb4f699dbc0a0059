"""Makes workshop/tui/type/glyphs.bin, the stage's big type, from Open Sans Bold and Condensed Bold.

    python tools/make_type.py [FOLDER WITH THE FONTS]

The fonts are those of Debian's package fonts-open-sans; Pillow is needed here and nowhere else. The format
of what is written is told in workshop/tui/type/glyphs.py.

A letter is drawn once at 2048 pixels an em, so that a pixel is one of the font's own units, and then measured
through a grid of half cells by half rows. The grid is not laid over it blindly: its rows are stretched so that
baseline, x-height, capitals, ascenders and descenders fall on whole half rows (`heights`), and it is shifted
and stretched a little sideways to where the stems fall on whole half cells (`sharpest`).
"""

import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from workshop.tui.type.glyphs import DATA, DIRECTORY, GLYPH, HEAD, MAGIC, PAIR, STEPS
from workshop.tui.type.sizes import SIZES, Size

FONTS = Path("/usr/share/fonts/truetype/open-sans")
EM = 2048
SHRINK = 4  # font units a pixel of the pictures that are measured
LEFT, BASE, TALL = 800, 2200, 3200  # where the origin stands in a picture, and its height
OVERSHOOT = 24  # how far round letters reach past flat ones
CAP, ASCENDER, TOP, DESCENDER = 1462, 1556, 1908, -492
RINGED, RING, OPEN_RING = "ÅåŮů", 1200, 7  # a ring stands above RING, and is open from this size on

CONTRAST = 1.25
SHIFTS = 16
STRETCHES = (1.0, 0.97, 1.03, 0.95, 1.05)

CHARACTERS = sorted(
    {chr(code) for code in range(0x21, 0x180) if not 0x7F <= code <= 0xA0 and code != 0xAD}
    | set("ȘșȚț–—‘’‚“”„†‡•…‰‹›€™−≈≠≤≥→←↑↓▲▼") - set("\u0149\u017f")
)
PAIRED = [c for c in CHARACTERS if c < "\x7f" or c in "Øø«»‘’‚“”„–—…"]

# What Open Sans lacks, in font units of the Bold: polygons, each filled.
DRAWN: dict[str, list[list[tuple[int, int]]]] = {
    "→": [[(90, 480), (900, 480), (900, 700), (90, 700)], [(720, 120), (1340, 590), (720, 1060)]],
    "↑": [[(500, 0), (720, 0), (720, 900), (500, 900)], [(110, 800), (610, 1462), (1110, 800)]],
    "▲": [[(90, 0), (650, 1118), (1210, 0)]],
}
TURNED = {"←": "→", "↓": "↑", "▼": "▲"}


@dataclass(frozen=True)
class Font:
    """One of the two fonts: its file, its height of x, and how much narrower than the Bold it runs."""

    file: str
    x: int
    narrow: float

    def open(self, folder: Path) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(str(folder / self.file), EM, layout_engine=ImageFont.Layout.BASIC)


BOLD = Font("OpenSans-Bold.ttf", 1118, 1.0)
CONDENSED = Font("OpenSans-CondBold.ttf", 1114, 0.78)


def font_of(size: Size) -> Font:
    """The Condensed Bold for S, else the Bold."""
    return CONDENSED if size.name == "S" else BOLD


@dataclass(frozen=True)
class Drawing:
    """A character drawn large: its picture and the pen's advance in font units."""

    picture: Image.Image
    advance: float


@dataclass(frozen=True)
class Cut:
    """A character measured for one size: bearings in STEPSths of a half cell, and levels row by row."""

    left: int
    right: int
    top: int
    rows: list[bytes]


def heights(size: Size, font: Font) -> list[tuple[float, float]]:
    """Pairs (font units, half rows) between which the grid's rows are stretched evenly, upwards."""
    capital = CAP + OVERSHOOT if size.ascender > size.cap else CAP
    return [
        (DESCENDER, -size.below),
        (-OVERSHOOT, 0),
        (0, 0),
        (font.x, size.x),
        (font.x + OVERSHOOT, size.x),
        (CAP, size.cap),
        (capital, size.cap),
        (ASCENDER, size.ascender),
        (TOP, size.top),
    ]


def between(stops: list[tuple[float, float]], row: int) -> tuple[float, float]:
    """The font units that the half row from `row` to `row + 1` covers."""
    for (low, start), (high, end) in zip(stops, stops[1:], strict=False):
        if start <= row < end:
            per_row = (high - low) / (end - start)
            first = low + (row - start) * per_row
            return first, first + per_row
    raise ValueError(f"row {row} lies outside the type")


def blank(advance: float) -> Image.Image:
    """An empty picture with room round a letter that takes `advance`."""
    return Image.new("L", (ceil((advance + 2 * LEFT) / SHRINK) * SHRINK, TALL))


@cache
def draw(font: Font, letter: str, folder: Path) -> Drawing:
    """The letter in white on black; the ones that Open Sans lacks are drawn from DRAWN."""
    if letter in DRAWN or letter in TURNED:
        return draw_shape(font, letter)
    open_sans = font.open(folder)
    advance = open_sans.getlength(letter)
    picture = blank(advance)
    ImageDraw.Draw(picture).text((LEFT, BASE), letter, font=open_sans, fill=255, anchor="ls")
    return Drawing(picture.reduce(SHRINK), advance)


def draw_shape(font: Font, letter: str) -> Drawing:
    """One of DRAWN, or one of TURNED: the same, half a turn round."""
    polygons = DRAWN[TURNED.get(letter, letter)]
    points = [point for polygon in polygons for point in polygon]
    around_x, around_y = (min(axis) + max(axis) for axis in zip(*points, strict=True))
    picture = blank(around_x * font.narrow)
    for polygon in polygons:
        turned = [(around_x - x, around_y - y) if letter in TURNED else (x, y) for x, y in polygon]
        outline = [(LEFT + x * font.narrow, BASE - y) for x, y in turned]
        ImageDraw.Draw(picture).polygon(outline, fill=255)
    return Drawing(picture.reduce(SHRINK), around_x * font.narrow)


def fill_ring(picture: Image.Image) -> Image.Image:
    """The picture with the holes above RING filled: an open ring this small reads as two dots."""
    above = picture.crop((0, 0, picture.width, (BASE - RING) // SHRINK))
    outside = above.point(lambda level: 255 if level > 127 else 0)
    ImageDraw.floodfill(outside, (0, 0), 255)
    filled = picture.copy()
    filled.paste(255, (0, 0), outside.point(lambda level: 255 - level))
    return filled


def measure_rows(picture: Image.Image, size: Size, font: Font) -> Image.Image:
    """The picture with a pixel row for each half row, from the size's top down to its depth."""
    stops = heights(size, font)
    bands = []
    for row in range(size.top - 1, -size.below - 1, -1):
        low, high = between(stops, row)
        box = (0, (BASE - high) / SHRINK, picture.width, (BASE - low) / SHRINK)
        bands.append(picture.resize((picture.width, 1), Image.Resampling.BOX, box=box))
    tall = Image.new("L", (picture.width, len(bands)))
    for at, band in enumerate(bands):
        tall.paste(band, (0, at))
    return tall


def grids(tall: Image.Image, half_cell: float) -> Iterator[tuple[float, float, float, int]]:
    """Ways to lay half cells over the ink: (penalty, their width, left edge, count), in font units."""
    box = tall.getbbox()
    assert box, "nothing to measure"
    left, right = box[0] * SHRINK - LEFT, box[2] * SHRINK - LEFT
    for stretch in STRETCHES:
        for shift in range(SHIFTS):
            cell = half_cell / stretch
            start = left - cell * shift / SHIFTS
            yield 4 * abs(stretch - 1), cell, start, ceil((right - start) / cell)


def lay(tall: Image.Image, cell: float, start: float, count: int) -> list[float]:
    """The ink in each half cell of a grid, 0 to 1, with the contrast raised."""
    left = (start + LEFT) / SHRINK
    box = (left, 0, left + count * cell / SHRINK, tall.height)
    measured = tall.resize((count, tall.height), Image.Resampling.BOX, box=box).tobytes()
    return [min(1.0, max(0.0, (level / 255 - 0.5) * CONTRAST + 0.5)) for level in measured]


def blur(levels: list[float]) -> float:
    """How much of a letter is neither ink nor paper."""
    return sum(level * (1 - level) for level in levels)


def cut(letter: str, size: Size, folder: Path) -> Cut:
    """The letter at a size, on the grid where the least of it is grey."""
    font = font_of(size)
    drawing = draw(font, letter, folder)
    picture = fill_ring(drawing.picture) if letter in RINGED and size.x < OPEN_RING else drawing.picture
    tall = measure_rows(picture, size, font)
    half_cell = font.x / size.x / 2
    best = min(grids(tall, half_cell), key=lambda grid: grid[0] + blur(lay(tall, *grid[1:])))
    _, cell, start, count = best
    levels = bytes(round(level * 15) for level in lay(tall, cell, start, count))
    rows = [levels[at : at + count] for at in range(0, len(levels), count)]
    left = start / half_cell
    return trim(left, drawing.advance / half_cell - left - count, size.top, rows)


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


@cache
def kerning(font: Font, folder: Path) -> dict[tuple[str, str], int]:
    """What the font's table `kern` says of PAIRED, in font units."""
    data = (folder / font.file).read_bytes()
    tables = {
        tag: data[start : start + length]
        for tag, _, start, length in struct.iter_unpack(
            ">4sIII", data[12 : 12 + 16 * int.from_bytes(data[4:6])]
        )
    }
    letters = {glyph: c for c in PAIRED if (glyph := glyph_of(tables[b"cmap"], ord(c)))}
    (count,) = struct.unpack_from(">H", tables[b"kern"], 10)
    records = struct.iter_unpack(">HHh", tables[b"kern"][18 : 18 + 6 * count])
    return {(letters[a], letters[b]): k for a, b, k in records if a in letters and b in letters}


def glyph_of(cmap: bytes, code: int) -> int:
    """The font's number for a character, by the Windows Unicode table (format 4) of `cmap`; 0 if none."""
    (subtables,) = struct.unpack_from(">H", cmap, 2)
    offsets = {record[:2]: record[2] for record in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * subtables])}
    table = cmap[offsets[3, 1] :]
    (twice,) = struct.unpack_from(">H", table, 6)
    columns = [
        struct.unpack_from(f">{twice // 2}H", table, 14 + i * twice + (2 if i else 0)) for i in range(4)
    ]
    at, (end, first, delta, jump) = next((i, c) for i, c in enumerate(zip(*columns)) if code <= c[0])
    if code < first:
        return 0
    if not jump:
        return (code + delta) & 0xFFFF
    (glyph,) = struct.unpack_from(">H", table, 16 + 3 * twice + 2 * at + jump + 2 * (code - first))
    return (glyph + delta) & 0xFFFF if glyph else 0


def pack(row: bytes) -> bytes:
    """Levels, two a byte."""
    padded = row + b"\0" * (len(row) % 2)
    return bytes(high << 4 | low for high, low in zip(padded[::2], padded[1::2], strict=True))


def make_section(size: Size, folder: Path) -> bytes:
    """One size, as glyphs.py tells it, before it is compressed."""
    font = font_of(size)
    half_cell = font.x / size.x / 2
    cuts = {letter: cut(letter, size, folder) for letter in CHARACTERS}
    steps = {pair: round(units / half_cell * STEPS) for pair, units in kerning(font, folder).items()}
    pairs = {pair: closer for pair, closer in sorted(steps.items()) if abs(closer) >= STEPS // 4}
    return b"".join(
        [
            HEAD.pack(len(cuts), len(pairs), round(space(font, folder) / half_cell)),
            *(
                GLYPH.pack(ord(c), g.left, g.right, g.top, len(g.rows[0]), len(g.rows))
                for c, g in cuts.items()
            ),
            *(PAIR.pack(ord(a), ord(b), closer) for (a, b), closer in pairs.items()),
            *(pack(row) for g in cuts.values() for row in g.rows),
        ]
    )


def space(font: Font, folder: Path) -> float:
    """The paper between two words, from one o to the next, in font units."""
    o = draw(font, "o", folder)
    box = o.picture.getbbox()
    assert box
    bearings = o.advance - (box[2] - box[0]) * SHRINK
    return font.open(folder).getlength(" ") + bearings


def make(folder: Path) -> bytes:
    """The whole file."""
    sections = [zlib.compress(make_section(size, folder), 9) for size in SIZES]
    start = len(MAGIC) + DIRECTORY.size * len(sections)
    directory = []
    for section in sections:
        directory.append(DIRECTORY.pack(start, len(section)))
        start += len(section)
    return b"".join([MAGIC, *directory, *sections])


if __name__ == "__main__":
    DATA.write_bytes(make(Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS))
