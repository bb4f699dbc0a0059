"""Scales of a cloud: how large each word is set, by the share of people who wrote it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.core.blocks import CloudWord
from workshop.tui.type import Size

from .grid import Sizes
from .lettering import Lettering, letter
from .scatter import Spot, scatter

_POWERS = (0.5, 0.75)  # how fast words get smaller, the fewer people wrote them
_FULLEST = 0.82  # of the cells: words that take more never find room
_FEWEST = 3  # sizes that the most written word may have: on a small screen one word alone were no cloud
_CONDENSED = 3.5  # what S counts as, beside the x-heights of the other sizes


@dataclass(frozen=True)
class _Scale:
    """Which size a word gets: the first for the most written, then ever less."""

    sizes: Sizes
    power: float

    def size(self, share: float) -> Size:
        """The size of a word that `share` as many people wrote as the most written one."""
        wanted = _x(self.sizes[0]) * share**self.power
        return min(self.sizes, key=lambda size: abs(_x(size) - wanted))


def _x(size: Size) -> float:
    return _CONDENSED if size.name == "S" else size.x


def scattered(words: Sequence[CloudWord], sizes: Sizes, field: tuple[int, int], *, whole: bool) -> list[Spot]:
    """The words, most written first, in the largest type in which all find room; none where they do in none.

    `field` is its cells and rows; `whole` says that these are all words of the room.
    """
    width, height = field
    most = int(width * height * _FULLEST)
    if not _letters(words, _Scale(sizes[-1:], 1.0), width, most):
        return []
    for scale in _scales(sizes, _lowest(words, sizes, whole=whole)):
        letters = _letters(words, scale, width, most)
        spots = scatter(letters, width, height) if letters else []
        if spots:
            return spots
    return []


def _scales(sizes: Sizes, lowest: int) -> Iterator[_Scale]:
    """From the largest type on to the `lowest` for the most written word."""
    for start in range(lowest):
        for power in _POWERS:
            yield _Scale(sizes[start:], power)


def _lowest(words: Sequence[CloudWord], sizes: Sizes, *, whole: bool) -> int:
    """How many of `sizes` the most written word may take.

    Where sizes mean something they must be far enough from each other to be told apart; the less so the more
    it is worth to have all the room's words in big type.
    """
    if words[0].n == words[-1].n:
        return len(sizes)
    return len(sizes) - 2 if whole else max(_FEWEST, len(sizes) // 2)


def _letters(words: Sequence[CloudWord], scale: _Scale, width: int, most: int) -> list[Lettering]:
    """Each word's letters; none at all where one is too wide or all take more than `most` cells."""
    found, cells = [], 0
    size, n = scale.sizes[0], words[0].n if words else 0
    for word in words:
        if word.n != n:
            size, n = scale.size(word.n / words[0].n), word.n
        letters = letter(word.text, size)
        if letters is None or letters.width > width:
            return []
        cells += (letters.width + letters.beside) * letters.height
        if cells > most:
            return []
        found.append(letters)
    return found
