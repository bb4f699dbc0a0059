"""The code alone, as large as the screen allows, for those at the back."""

from workshop.room.runfile import address
from workshop.tui import qr

from .canvas import Canvas
from .grid import Grid
from .ink import paint, set_large, write
from .join import draw_promise, picture_of
from .look import Look
from .picture import Picture, stack

_BESIDE = 26  # cells that the address beside the code takes at least


def draw_fullscreen(canvas: Canvas, url: str, grid: Grid, look: Look) -> None:
    """Draws the code at the left, the address beside it."""
    code = picture_of(url, double=_fits(qr.size(url, double=True), grid))
    row = max(0, grid.height - code.height) // 2
    canvas.draw(code, row)
    column = code.width + max(1, grid.margin)
    told = _told(url, grid.width - column - grid.margin, grid, look)
    canvas.draw(told, max(row, (grid.height - told.height) * 2 // 5), column)


def _fits(size: tuple[int, int], grid: Grid) -> bool:
    width, height = size
    return width + _BESIDE + 2 * grid.margin <= grid.width and height <= grid.height


def _told(url: str, width: int, grid: Grid, look: Look) -> Picture:
    """The address as large as it goes, on a line of its own each: host, port and code."""
    text, palette = address(url), look.palette
    parted = text.replace(":", "\n:").replace("/", "\n/")
    settings = (set_large(way, width, grid.height * 2 // 3, grid.sizes("question")) for way in (text, parted))
    setting = max(filter(None, settings), key=lambda found: found.size.x, default=None)
    typed = paint(setting, palette.accent, look) if setting else write(text, width, look.style(palette.ink))
    return stack([typed, draw_promise(look, bold=True)], gap=1)
