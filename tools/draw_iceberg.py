"""Draws sessions/pictures/iceberg.png, the picture of the gallery, in the colours of the stage.

    python tools/draw_iceberg.py

Drawn large and shrunk, so that edges are smooth; saved with few colours, so that a phone has it at once.
"""

from pathlib import Path

from PIL import Image, ImageDraw

FILE = Path(__file__).parents[1] / "sessions" / "pictures" / "iceberg.png"
SIZE = (1280, 720)
LARGER = 4
COLOURS = 96

PAPER, INK, LATE = "#FBFAF6", "#16191D", "#9A4D00"
PALEST, PALE, MIDDLE, DEEP, DEEPEST = "#D3E6EA", "#9CC6D0", "#5C9FAE", "#24778A", "#004656"
SEA = 232
"""Where the sky ends, in pixels from the top."""

SHAPES = (
    (DEEP, ((0, SEA), (1280, SEA), (1280, 720), (0, 720))),
    ("#1A6A7D", ((0, 390), (1280, 350), (1280, 720), (0, 720))),
    ("#0E5869", ((0, 530), (1280, 500), (1280, 720), (0, 720))),
    (DEEPEST, ((0, 650), (1280, 630), (1280, 720), (0, 720))),
    # what is under water, from the lit side to the dark one
    (PALE, ((468, SEA), (640, SEA), (600, 420), (660, 676), (500, 590), (388, 420), (400, 300))),
    (MIDDLE, ((640, SEA), (812, SEA), (880, 330), (846, 470), (760, 600), (660, 676), (600, 420))),
    ("#7FB4C0", ((640, SEA), (720, SEA), (700, 400), (660, 676), (600, 420))),
    ("#B4D5DC", ((468, SEA), (560, SEA), (500, 400), (500, 590), (388, 420), (400, 300))),
    # what stands out of it
    (PAPER, ((500, SEA), (560, 130), (622, 72), (640, SEA))),
    (PALE, ((622, 72), (690, 120), (730, 190), (776, SEA), (640, SEA))),
    ("#EAF1F2", ((622, 72), (690, 120), (668, SEA), (640, SEA))),
    # a boat, to show how large it is
    (INK, ((1010, 222), (1090, 222), (1076, 242), (1024, 242))),
    (LATE, ((1048, 158), (1048, 214), (1086, 214))),
    (INK, ((1042, 150), (1046, 150), (1046, 222), (1042, 222))),
)


def draw() -> Image.Image:
    """The picture at `SIZE`."""
    picture = Image.new("RGB", (SIZE[0] * LARGER, SIZE[1] * LARGER), PALEST)
    pen = ImageDraw.Draw(picture)
    pen.ellipse(tuple(at * LARGER for at in (150, 52, 262, 164)), fill=PAPER)
    for colour, corners in SHAPES:
        pen.polygon([(x * LARGER, y * LARGER) for x, y in corners], fill=colour)
    return picture.resize(SIZE, Image.Resampling.BOX)


def main() -> None:
    picture = draw().quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    picture.save(FILE, optimize=True)
    print(f"{FILE}: {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
