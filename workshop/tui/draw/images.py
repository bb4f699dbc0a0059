"""Images: a picture in half blocks, two of its points a cell; its words where it cannot be drawn."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path, PurePosixPath

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from workshop.core.blocks import Image

from .flow import Flow
from .ink import large, write
from .look import Look
from .picture import NOTHING, Picture, Strip, stack
from .room import Room

_CAPTION = 5  # rows of a caption in big type
_LEAST = 6  # rows that a picture gets, whatever else stands there

Point = tuple[int, int, int]


def draw_image(block: Image, room: Room) -> list[Flow]:
    """The picture as large as it goes with its caption under it, or its words in place of it."""
    caption = _caption(room.look.line(block.caption), room)
    rows = max(_LEAST, room.rows - caption.height - int(caption.height > 0))
    drawn = _drawn(block.file, room.width, rows, room.look) or _told(room.look.line(block.alt), rows, room)
    return [Flow((stack([drawn, caption], gap=1),))]


def _caption(text: str, room: Room) -> Picture:
    if not text:
        return NOTHING
    quiet, sizes = room.look.palette.quiet, room.grid.sizes("by")
    return large(text, quiet, room.width, _CAPTION, sizes, room.look) or write(
        text, room.width, room.look.style(quiet)
    )


def _told(alt: str, rows: int, room: Room) -> Picture:
    """What there is to see, in words."""
    ink, look = room.look.palette.ink, room.look
    return large(alt, ink, room.width, rows, room.grid.sizes("body"), look) or write(
        alt, room.width, look.style(ink)
    )


def _drawn(file: str, width: int, rows: int, look: Look) -> Picture | None:
    """The file from the run's folder of pictures; None where it is not there, or is no picture."""
    if look.pictures is None or look.plain or not file or ".." in PurePosixPath(file).parts:
        return None
    path = look.pictures / file
    try:
        return _blocks(path, path.stat().st_mtime_ns, width, rows, look.palette.paper)
    except (OSError, ImportError):
        return None


@lru_cache(maxsize=8)
def _blocks(path: Path, _changed: int, width: int, rows: int, paper: str) -> Picture:
    """The picture in half blocks, at most `width` cells by `rows`. Raises OSError, ImportError."""
    across, data = _points(path, width, 2 * rows, paper)
    points = list(zip(data[::3], data[1::3], data[2::3], strict=True))
    lines = [points[start : start + across] for start in range(0, len(points), across)]
    pairs = zip(lines[::2], lines[1::2], strict=True)
    strips = (Strip(row, 0, across, tuple(_segments(*pair))) for row, pair in enumerate(pairs))
    return Picture(across, len(lines) // 2, tuple(strips))


def _segments(upper: Sequence[Point], lower: Sequence[Point]) -> Iterator[Segment]:
    """A row of cells, the upper points over the lower ones, equal neighbours in one segment."""
    for (above, below), cells in groupby(zip(upper, lower, strict=True)):
        yield Segment(
            "▀" * len(list(cells)), Style.from_color(Color.from_rgb(*above), Color.from_rgb(*below))
        )


def _points(path: Path, width: int, height: int, paper: str) -> tuple[int, bytes]:
    """How many points the picture is wide, and all of them as three bytes each; an even number of rows.

    Raises OSError where it cannot be read, ImportError without Pillow.
    """
    from PIL import Image as Pillow
    from PIL import ImageOps

    try:
        with Pillow.open(path) as opened:
            opened.draft("RGB", (2 * width, 2 * height))
            image = ImageOps.exif_transpose(opened).convert("RGBA")
    # What its readers raise besides, depending on what is broken.
    except (ValueError, SyntaxError, EOFError, Pillow.DecompressionBombError) as error:
        raise OSError(f"{path}: {error}") from error
    scale = min(width / image.width, height / image.height)
    size = max(1, round(image.width * scale)), max(2, round(image.height * scale / 2) * 2)
    ground = Pillow.new("RGBA", size, paper)
    ground.alpha_composite(image.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=3.0))
    return size[0], ground.convert("RGB").tobytes()
