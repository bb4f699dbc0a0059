"""How to join: the QR code, the address under it, and what is promised."""

from dataclasses import dataclass
from functools import lru_cache

from workshop.room.runfile import address
from workshop.tui import qr

from .grid import Grid, Screen
from .ink import large, spell
from .look import Look
from .picture import Picture, Strip, right

_HERE_ALONE = ("127.", "localhost", "[::1]")


@dataclass(frozen=True)
class Code:
    """Where the QR code stands: its upper left corner and its size in cells and rows."""

    row: int
    column: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The first row under it."""
        return self.row + self.height


def unreachable(url: str) -> bool:
    """Whether only this computer can open the address."""
    return address(url).startswith(_HERE_ALONE)


@lru_cache(maxsize=8)
def picture_of(url: str, double: bool = False) -> Picture:
    """The QR code with its quiet zone, black on white in every look."""
    rows = qr.draw(url, double)
    width, height = qr.size(url, double)
    return Picture(width, height, tuple(Strip(row, 0, width, tuple(cells)) for row, cells in enumerate(rows)))


def place_code(url: str, grid: Grid) -> Code:
    """The code's place at the right, double on a large screen, always whole."""
    width, height = qr.size(url, double=grid.screen == Screen.LARGE)
    # Its quiet zone is margin enough where cells are few.
    margin = grid.margin if grid.screen >= Screen.MEDIUM else 0
    top = grid.top + int(grid.screen >= Screen.MEDIUM)
    return Code(max(0, min(top, grid.height - height)), max(0, grid.width - margin - width), width, height)


def draw_code(url: str, grid: Grid) -> Picture:
    """The code at the size that `place_code` gave."""
    return picture_of(url, grid.screen == Screen.LARGE)


def draw_address(url: str, width: int, grid: Grid, look: Look) -> Picture:
    """The address for under the code: in type on a large screen."""
    text = address(url)
    ink = look.palette.ink
    return large(text, ink, width, 6, grid.sizes("note"), look) or spell((text, look.style(ink)))


def draw_promise(look: Look, *, bold: bool = False) -> Picture:
    """`Anonymous. No names.`"""
    return spell((look.text("Anonymous. No names."), look.style(look.palette.quiet, bold=bold)))


def has_caption(place: Code, grid: Grid) -> bool:
    """Whether address and promise have rows of their own under the code, above a clock in cell text."""
    return place.bottom + 4 < grid.height


def under(picture: Picture, place: Code, edge: int) -> Picture:
    """The picture centred under the code, or as far right as `edge` where it is wider."""
    column = place.column + (place.width - picture.width) // 2
    if column + picture.width > edge:
        return right(picture, edge)
    return picture.moved(right=max(0, column))
