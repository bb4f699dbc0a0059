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
        spots = _around(letters, Space(width, height), down * height, across * width)
        if spots:
            return spots
    return []


def _around(letters: Sequence[Lettering], space: Space, row: float, column: float) -> list[Spot]:
    spots: list[Spot] = []
    for one in letters:
        corner = (row - one.height / 2, max(0.0, column - one.width / 2))
        found = space.closest(*corner, one.width, one.height, one.beside, one.below)
        if found is None:
            return []
        space.take(*found, one.width + one.beside, one.height + one.below)
        spots.append(Spot(one, *found))
    return spots
