"""Scattering: letterings put on a field, each as near its middle as there is room, none on top of another."""

from collections.abc import Sequence
from typing import NamedTuple

from .lettering import Lettering
from .space import Space

# Of width and height: where the first one stands. Close to the left edge there is room for more of them.
_MIDDLES = ((0.42, 0.45), (0.0, 0.45))


class Spot(NamedTuple):
    """A lettering and its upper left corner."""

    letters: Lettering
    row: int
    column: int


def scatter(letters: Sequence[Lettering], width: int, height: int) -> list[Spot]:
    """All of them, the first in the middle and to the left; none where not all have room."""
    for across, down in _MIDDLES:
        spots = _around(letters, (across * width, down * height), width, height)
        if spots:
            return spots
    return []


def _around(letters: Sequence[Lettering], middle: tuple[float, float], width: int, height: int) -> list[Spot]:
    # What a lettering keeps free beside and below it may lie off the edges.
    space = Space(width + max((one.beside for one in letters), default=0), height + 1)
    spots: list[Spot] = []
    for one in letters:
        spot = _nearest(one, space, middle, (width, height))
        if spot is None:
            return []
        space.take(spot.row, spot.column, one.width + one.beside, one.height + one.below)
        spots.append(spot)
    return spots


def _nearest(
    letters: Lettering, space: Space, around: tuple[float, float], field: tuple[int, int]
) -> Spot | None:
    """The free place nearest to the middle; rows count as much as they are of the height."""
    width, height = field
    column = max(0, int(around[0] - letters.width / 2))
    middle = around[1] - letters.height / 2
    best: Spot | None = None
    least = float("inf")
    for row in sorted(range(height - letters.height + 1), key=lambda row: (abs(row - middle), row)):
        down = ((row - middle) / height) ** 2
        if down >= least:
            break
        at = _free(letters, space, row, column, width)
        if at is not None and (far := down + ((at - column) / width) ** 2) < least:
            least, best = far, Spot(letters, row, at)
    return best


def _free(letters: Lettering, space: Space, row: int, column: int, width: int) -> int | None:
    at = space.nearest(row, column, letters.width + letters.beside, letters.height + letters.below)
    return at if at is not None and at + letters.width <= width else None
