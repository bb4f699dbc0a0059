"""The code alone, as large as the screen allows, for those at the back."""

from workshop.tui import qr
from workshop.tui.type import fit

from .canvas import Canvas
from .grid import Grid
from .ink import paint, write
from .join import address, code, promise
from .look import Look
from .picture import Picture, stack


def draw_fullscreen(canvas: Canvas, url: str, grid: Grid, look: Look) -> None:
    """Draws the code at the left, the address beside it or under it."""
    double = _fits(qr.size(url, double=True), grid)
    picture = code(url, double)
    free = grid.height - picture.height
    canvas.draw(picture, free // 2, 0)
    beside = grid.width - picture.width - 2 * grid.margin
    canvas.draw(_told(url, beside, grid, look), free // 2 + 2, picture.width + grid.margin)


def _fits(size: tuple[int, int], grid: Grid) -> bool:
    width, height = size
    return width + grid.margin + 30 <= grid.width and height <= grid.height


def _told(url: str, width: int, grid: Grid, look: Look) -> Picture:
    text, palette = address(url), look.palette
    setting = fit(text, width, 20, grid.sizes("question"))
    typed = paint(setting, palette.ink, look) if setting else write(text, width, look.style(palette.ink))
    return stack([typed, promise(look)], gap=1)
