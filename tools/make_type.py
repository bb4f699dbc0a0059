"""Makes workshop/tui/type/glyphs.bin, the stage's big type, from Open Sans Bold and Condensed Bold.

    python tools/make_type.py [FOLDER WITH THE FONTS]

The fonts are those of Debian's package fonts-open-sans; Pillow is needed here and nowhere else at run time.
What is written is told in workshop/tui/type/glyphs.py. A letter is drawn once at 2048 pixels an em, so that a
pixel is one of the font's own units, and then measured for each size (letter_grid.py).
"""

import sys
import zlib
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path

from kern_table import read_kerning
from letter_grid import BASE, ORIGIN, SHRINK, TALL, Cut, Drawing, cut
from PIL import Image, ImageDraw, ImageFont

from workshop.tui.type.glyphs import DATA, DIRECTORY, GLYPH, HEAD, MAGIC, PAIR, STEPS
from workshop.tui.type.sizes import SIZES, Size

FONTS = Path("/usr/share/fonts/truetype/open-sans")
EM = 2048
RINGED, RING, OPEN_RING = "ÅåŮů", 1200, 7  # a ring stands above RING, and is open from that size on

CHARACTERS = sorted(
    {chr(code) for code in range(0x21, 0x180) if not 0x7F <= code <= 0xA0 and code != 0xAD}
    | set("ȘșȚț–—‘’‚“”„†‡•…‰‹›€™−≈≠≤≥→←↑↓▲▼") - set("\u0149\u017f")
)
PAIRED = [c for c in CHARACTERS if c < "\x7f" or c in "«»‘’‚“”„–—…"]

# What Open Sans lacks, in font units of the Bold: polygons, each filled.
DRAWN: dict[str, list[list[tuple[int, int]]]] = {
    "→": [[(90, 480), (900, 480), (900, 700), (90, 700)], [(720, 120), (1340, 590), (720, 1060)]],
    "↑": [[(500, 0), (720, 0), (720, 900), (500, 900)], [(110, 800), (610, 1462), (1110, 800)]],
    "▲": [[(90, 0), (650, 1118), (1210, 0)]],
}
TURNED = {"←": "→", "↓": "↑", "▼": "▲"}


@dataclass(frozen=True)
class Font:
    """One of the two fonts: its file, its height of x, and how narrow DRAWN is in it."""

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


def blank(advance: float) -> Image.Image:
    """An empty picture with room round a letter that takes `advance`."""
    return Image.new("L", (ceil((advance + 2 * ORIGIN) / SHRINK) * SHRINK, TALL))


@cache
def draw(font: Font, letter: str, folder: Path) -> Drawing:
    """The letter drawn large; the ones that Open Sans lacks are drawn from DRAWN."""
    if letter in DRAWN or letter in TURNED:
        return draw_shape(font, letter)
    open_sans = font.open(folder)
    advance = open_sans.getlength(letter)
    picture = blank(advance)
    ImageDraw.Draw(picture).text((ORIGIN, BASE), letter, font=open_sans, fill=255, anchor="ls")
    return Drawing(picture.reduce(SHRINK), advance)


def draw_shape(font: Font, letter: str) -> Drawing:
    """One of DRAWN, or one of TURNED: the same, half a turn round."""
    polygons = DRAWN[TURNED.get(letter, letter)]
    points = [point for polygon in polygons for point in polygon]
    around_x, around_y = (min(axis) + max(axis) for axis in zip(*points, strict=True))
    picture = blank(around_x * font.narrow)
    for polygon in polygons:
        turned = [(around_x - x, around_y - y) if letter in TURNED else (x, y) for x, y in polygon]
        outline = [(ORIGIN + x * font.narrow, BASE - y) for x, y in turned]
        ImageDraw.Draw(picture).polygon(outline, fill=255)
    return Drawing(picture.reduce(SHRINK), around_x * font.narrow)


def fill_ring(drawing: Drawing) -> Drawing:
    """The letter with the hole of its ring filled: an open ring this small reads as two dots."""
    above = drawing.picture.crop((0, 0, drawing.picture.width, (BASE - RING) // SHRINK))
    outside = above.point(lambda level: 255 if level > 127 else 0)
    ImageDraw.floodfill(outside, (0, 0), 255)
    filled = drawing.picture.copy()
    filled.paste(255, (0, 0), outside.point(lambda level: 255 - level))
    return Drawing(filled, drawing.advance)


def cut_letter(letter: str, size: Size, folder: Path = FONTS) -> Cut:
    """A letter as glyphs.bin holds it."""
    font = font_of(size)
    drawing = draw(font, letter, folder)
    if letter in RINGED and size.x < OPEN_RING:
        drawing = fill_ring(drawing)
    return cut(letter, drawing, size, font.x)


def space(font: Font, folder: Path) -> float:
    """The paper between two words, from one o to the next, in font units."""
    o = draw(font, "o", folder)
    left, _, right, _ = o.ink
    return font.open(folder).getlength(" ") + o.advance - (right - left)


def pack(row: bytes) -> bytes:
    """Levels, two a byte."""
    padded = row + b"\0" * (len(row) % 2)
    return bytes(high << 4 | low for high, low in zip(padded[::2], padded[1::2], strict=True))


def make_section(size: Size, folder: Path) -> bytes:
    """One size, before it is compressed."""
    font = font_of(size)
    half_cell = font.x / size.x / 2
    cuts = {letter: cut_letter(letter, size, folder) for letter in CHARACTERS}
    units = read_kerning((folder / font.file).read_bytes(), PAIRED)
    steps = {pair: round(closer / half_cell * STEPS) for pair, closer in sorted(units.items())}
    pairs = {pair: closer for pair, closer in steps.items() if abs(closer) >= STEPS // 4}
    return b"".join(
        [
            HEAD.pack(len(cuts), len(pairs), round(space(font, folder) / half_cell)),
            *(pack_record(letter, glyph) for letter, glyph in cuts.items()),
            *(PAIR.pack(ord(first), ord(second), closer) for (first, second), closer in pairs.items()),
            *(pack(row) for glyph in cuts.values() for row in glyph.rows),
        ]
    )


def pack_record(letter: str, glyph: Cut) -> bytes:
    """A letter's entry in the index."""
    return GLYPH.pack(ord(letter), glyph.left, glyph.right, glyph.top, len(glyph.rows[0]), len(glyph.rows))


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
