"""The grid: margins, rows and sizes of type for a screen of a given size (LOOKS.md, Type and Grid)."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from workshop.tui.type import Mode
from workshop.tui.type.sizes import SIZES, Size, sizes

Sizes = tuple[Size, ...]


class Screen(IntEnum):
    """How much a screen holds: TINY has no room for big type, LARGE has room for a doubled QR."""

    TINY = 0
    SMALL = 1
    MEDIUM = 2
    LARGE = 3


_LEAST = {Screen.LARGE: (200, 50), Screen.MEDIUM: (100, 32), Screen.SMALL: (80, 24)}

# role: sizes on a small, medium and large screen, from the largest; none = cell text
_ROLES: dict[str, tuple[Sizes, Sizes, Sizes]] = {
    "question": (sizes("5"), sizes("8"), sizes("10")),
    "quiet": (sizes("S"), sizes("4"), sizes("6")),
    "quote": (sizes("5"), sizes("8"), sizes("10")),
    "by": (sizes("S"), sizes("4"), sizes("6")),
    "count": ((), sizes("4"), sizes("5")),
    "figure": (sizes("S"), sizes("4"), sizes("5")),
    "body": (sizes("S"), sizes("4"), sizes("5")),
    "cards": ((), sizes("S"), sizes("S")),
    "cloud": (sizes("6"), sizes("8"), sizes("10")),
    "note": ((), (), sizes("S")),
    "words": (sizes("S"), sizes("S"), sizes("S")),
    "timer": (sizes("4", "4"), sizes("5", "4"), sizes("7", "5")),
    "clock": (sizes("6"), sizes("10"), sizes("10")),
    "address": ((), sizes("5"), sizes("6")),
    "joined": ((), sizes("4"), sizes("6")),
}


@dataclass(frozen=True)
class Grid:
    """Where things stand on a screen of `width` cells by `height` rows, and in which sizes.

    `margin` cells are free left and right, `gap` before the QR. `status` is the status row, the rule lies
    under it, `top` is the first row of the body, `foot` rows are free at the bottom. `air` is the rows
    between a headline and what stands under it, `bar` the cells of the accent bar.
    """

    width: int
    height: int
    screen: Screen
    margin: int
    gap: int
    status: int
    top: int
    foot: int
    air: int
    bar: int
    big: bool
    mode: Mode

    @property
    def right(self) -> int:
        """The column after the last one within the margins."""
        return self.width - self.margin

    @property
    def inner(self) -> int:
        """Cells between the margins."""
        return self.width - 2 * self.margin

    @property
    def rule(self) -> int:
        """The row of the rule under the status row."""
        return self.status + 1

    def sizes(self, role: str) -> Sizes:
        """The sizes that a role may take, from the largest; none where only cell text will do."""
        if not self.big:
            return ()
        chosen = _ROLES[role][self.screen - 1]
        return _one_up(chosen) if self.mode == Mode.HALF else chosen


def _one_up(chosen: Sizes) -> Sizes:
    """Half blocks are coarser: every size by the next larger one, the smallest by none."""
    up = [SIZES[max(0, SIZES.index(size) - 1)] for size in chosen]
    return tuple(dict.fromkeys(up))


@lru_cache(maxsize=16)
def grid_of(width: int, height: int, mode: Mode, plain: bool = False) -> Grid:
    """The grid of a screen."""
    screen = next((s for s, (w, h) in _LEAST.items() if width >= w and height >= h), Screen.TINY)
    roomy = screen >= Screen.MEDIUM
    return Grid(
        width=width,
        height=height,
        screen=screen,
        margin=(2, 2, 4, 7)[screen],
        gap=(1, 1, 4, 6)[screen],
        status=int(roomy),
        top=3 if roomy else 2,
        foot=int(roomy),
        air=(1, 1, 2, 3)[screen],
        bar=(4, 4, 6, 10)[screen],
        big=screen > Screen.TINY and not plain,
        mode=mode,
    )
