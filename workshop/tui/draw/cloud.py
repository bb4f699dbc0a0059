"""A cloud: words as large as many people wrote them, none on top of another; what it cannot hold overleaf."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from workshop.core.blocks import Cloud, CloudWord
from workshop.tui.type import Size

from .flow import Flow
from .grid import Sizes
from .ink import spell, write
from .lettering import Lettering, letter
from .picture import Picture, layer, right
from .room import Room
from .space import Space

_POWERS = (0.5, 1.0, 2.0)  # how fast words get smaller, the fewer people wrote them
_MIDDLE = (0.42, 0.45)  # of width and height: where the most written word stands
_FULLEST = 0.85  # of the cells: words that take more never fit
_CONDENSED, _CELL_TEXT = 3.5, 2.0  # what S and a terminal's own letters count as, beside the x-heights


@dataclass(frozen=True)
class _Scale:
    """Which size a word gets: the first rung for the most written, then ever less. None is cell text."""

    rungs: tuple[Size | None, ...]
    power: float

    def size(self, share: float) -> Size | None:
        """The size of a word that `share` as many people wrote as the most written one."""
        wanted = _x(self.rungs[0]) * share**self.power
        return min(self.rungs, key=lambda rung: abs(_x(rung) - wanted))


@dataclass(frozen=True)
class _Placed:
    """A word, its letters, and their upper left corner."""

    word: CloudWord
    letters: Lettering
    row: int
    column: int


def draw_cloud(block: Cloud, room: Room) -> list[Flow]:
    """The cloud in the room's rows; words that it has no room for stand with their figures after it."""
    words = [CloudWord(room.look.line(word.text), word.n) for word in block.words]
    placed = _lay_out(words, room.width, room.rows, room.grid.sizes("cloud"))
    drawn = {id(spot.word) for spot in placed}
    rest = [word for word in words if id(word) not in drawn]
    flows = [Flow((_picture(placed, room),))] if placed else []
    return [*flows, _columns(rest, room)] if rest else flows


def _lay_out(words: Sequence[CloudWord], width: int, height: int, sizes: Sizes) -> list[_Placed]:
    """The words in their places, as many as there is room for; none where they would not make a cloud."""
    if not _make_a_cloud(words, sizes):
        return []
    for scale in _scales(sizes):
        letters = _letters(words, scale, width, int(width * height * _FULLEST))
        placed = _place(words, letters, (width, height), whole=True) if letters else []
        if len(placed) == len(words):
            return placed
    if words[0].n == words[-1].n:
        return []
    fallen = _letters(words, _Scale((*sizes, None), power=1.0), width)
    return _place(words, fallen, (width, height), whole=False)


def _make_a_cloud(words: Sequence[CloudWord], sizes: Sizes) -> bool:
    """Whether there is big type for most of the words."""
    return bool(sizes) and 2 * sum(letter(word.text, sizes[-1]) is not None for word in words) > len(words)


def _scales(sizes: Sizes) -> Iterator[_Scale]:
    """All in big type as long as the largest tells itself from the smallest, then more and more in cell text."""
    for start in range(len(sizes) - 1):
        yield _Scale(sizes[start:], _POWERS[0])
    for power in _POWERS:
        for start in range(len(sizes) - 1):
            yield _Scale((*sizes[start:], None), power)


def _x(rung: Size | None) -> float:
    if rung is None:
        return _CELL_TEXT
    return _CONDENSED if rung.name == "S" else rung.x


def _letters(words: Sequence[CloudWord], scale: _Scale, width: int, most: int | None = None) -> list[Lettering]:
    """Each word's letters; none at all where a word is too wide or they take more than `most` cells."""
    found, cells = [], 0
    for word in words:
        size = scale.size(word.n / words[0].n)
        letters = _lettered(word, size, scale.rungs, width)
        cells += letters.width * letters.height
        if most is not None and (letters.width > width or cells > most):
            return []
        found.append(letters)
    return found


def _lettered(word: CloudWord, size: Size | None, rungs: Sequence[Size | None], width: int) -> Lettering:
    """The word at its size; where no type can have it, in cell text with its figure to say how large it is."""
    smallest = next(rung for rung in reversed(rungs) if rung)
    if size is not None:
        letters, least = letter(word.text, size), letter(word.text, smallest)
        if letters and least and least.width <= width:
            return letters
    text = word.text if size is None else f"{word.text} ×{word.n}"
    return letter(text, None)
