"""A cloud: words as large as many people wrote them, the rarest on lines under it, the rest overleaf."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from workshop.core.blocks import Cloud, CloudWord
from workshop.tui.type import Size

from .flow import Flow
from .grid import Sizes
from .ink import spell, write
from .lettering import Lettering, letter
from .picture import Picture, layer, right, stack
from .room import Room
from .scatter import Spot, scatter

_POWERS = (0.5, 0.75)  # how fast words get smaller, the fewer people wrote them
_FULLEST = 0.9  # of the cells: words that take more never fit
_CONDENSED = 3.5  # what S counts as, beside the x-heights of the other sizes
_UNDER = 5  # lines of rare words take at most one part in so many of the rows
_DOT = "  ·  "


@dataclass(frozen=True)
class _Scale:
    """Which size a word gets: the first for the most written, then ever less."""

    sizes: Sizes
    power: float

    def size(self, share: float) -> Size:
        """The size of a word that `share` as many people wrote as the most written one."""
        wanted = _x(self.sizes[0]) * share**self.power
        return min(self.sizes, key=lambda size: abs(_x(size) - wanted))


@dataclass(frozen=True)
class _Sorted:
    """The words that big type can have, and those that it cannot: no letters, or too long for a line."""

    large: Sequence[CloudWord]
    small: Sequence[CloudWord]

    def parted(self, least: int) -> "_Sorted":
        """The same, those that fewer than `least` people wrote among the small ones."""
        rare = [word for word in self.large if word.n < least]
        return _Sorted(self.large[: len(self.large) - len(rare)], [*self.small, *rare])


def draw_cloud(block: Cloud, room: Room) -> list[Flow]:
    """The cloud in the room's rows; words that it has no room for stand with their figures after it."""
    words = [CloudWord(room.look.line(word.text), word.n) for word in block.words]
    if not words:
        return []
    return _cloud(words, room) or [_columns(words, room)]


def _cloud(words: Sequence[CloudWord], room: Room) -> list[Flow]:
    """The cloud and what is left; nothing where there is big type for too few of the words."""
    sizes = room.grid.sizes("cloud")
    sorted_ = _sort(words, sizes, room.width)
    if not sizes or len(sorted_.small) >= len(sorted_.large):
        return []
    for least in sorted({word.n for word in sorted_.large}):
        parted = sorted_.parted(least)
        lines, _ = _lines(parted.small, room.rows // _UNDER, room)
        rows = room.rows - lines.height - int(lines.height > 0)
        lowest = _lowest(parted.large, sizes, whole=not parted.small)
        spots = _scattered(parted.large, sizes, lowest, room.width, rows)
        if spots:
            return _with_the_rest(_picture(spots, words, room), parted.small, room)
    return []


def _with_the_rest(cloud: Picture, rest: Sequence[CloudWord], room: Room) -> list[Flow]:
    """The cloud, as many of the others as there may be under it, and what is left from the next page on."""
    lines, left = _lines(rest, room.rows - cloud.height - 1, room)
    if left:
        lines, left = _lines(rest, room.rows // _UNDER, room)
    page = stack([cloud, lines], gap=1)
    if not left:
        return [Flow((page,))]
    return [Flow((layer([page, Picture(0, room.rows)]),)), _columns(left, room)]


def _sort(words: Sequence[CloudWord], sizes: Sizes, width: int) -> _Sorted:
    large = [word for word in words if sizes and _fits(word.text, sizes[-1], width)]
    fitting = set(map(id, large))
    return _Sorted(large, [word for word in words if id(word) not in fitting])


def _fits(text: str, size: Size, width: int) -> bool:
    letters = letter(text, size)
    return letters is not None and letters.width <= width


def _scattered(words: Sequence[CloudWord], sizes: Sizes, lowest: int, width: int, height: int) -> list[Spot]:
    """The words in the largest type in which all of them find room; none where they do in none."""
    for scale in _scales(sizes, lowest):
        letters = _letters(words, scale, width, int(width * height * _FULLEST))
        spots = scatter(letters, width, height)
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
    it is worth to have the `whole` room's words in big type.
    """
    if words[0].n == words[-1].n:
        return len(sizes)
    return len(sizes) - 2 if whole else len(sizes) // 2


def _x(size: Size) -> float:
    return _CONDENSED if size.name == "S" else size.x


def _letters(words: Sequence[CloudWord], scale: _Scale, width: int, most: int) -> list[Lettering]:
    """Each word's letters; none at all where one is too wide or all take more than `most` cells."""
    found, cells = [], 0
    for word in words:
        letters = letter(word.text, scale.size(word.n / words[0].n))
        cells += (letters.width + letters.beside) * letters.height if letters else most
        if letters is None or letters.width > width or cells > most:
            return []
        found.append(letters)
    return found


def _picture(spots: Sequence[Spot], words: Sequence[CloudWord], room: Room) -> Picture:
    """The words flush with the left margin; those that most people wrote in accent, if others have fewer."""
    palette = room.look.palette
    left, top = min(spot.column for spot in spots), min(spot.row for spot in spots)
    return layer(
        spot.letters.picture(
            palette.accent if word.n == words[0].n > words[-1].n else palette.ink, room.look
        ).moved(spot.row - top, spot.column - left)
        for spot, word in zip(spots, words, strict=False)
    )


def _lines(words: Sequence[CloudWord], most: int, room: Room) -> tuple[Picture, Sequence[CloudWord]]:
    """The words in cell text on at most so many lines, and those that are left over."""
    style = room.look.style(room.look.palette.quiet)
    lines: list[str] = []
    for number, word in enumerate(words):
        text = f"{word.text} ×{word.n}" if word.n > 1 else word.text
        if lines and cell_len(lines[-1] + _DOT + text) <= room.width:
            lines[-1] += _DOT + text
        elif len(lines) < most and cell_len(text) <= room.width:
            lines.append(text)
        else:
            return stack(spell((line, style)) for line in lines), words[number:]
    return stack(spell((line, style)) for line in lines), ()


def _columns(words: Sequence[CloudWord], room: Room) -> Flow:
    """The words in columns, each with its figure at the right."""
    gutter = (3, 3, 4, 6)[room.grid.screen]
    figures = max(len(str(word.n)) for word in words)
    widest = max(cell_len(word.text) for word in words) + 2 + figures
    columns = max(1, (room.width + gutter) // (min(widest, room.width) + gutter))
    wide = (room.width + gutter) // columns - gutter
    pieces = tuple(_line(word, wide, figures, room) for word in words)
    return Flow(pieces, columns, wide + gutter)


def _line(word: CloudWord, width: int, figures: int, room: Room) -> Picture:
    palette = room.look.palette
    text = write(word.text, width - figures - 2, room.look.style(palette.ink))
    return layer([text, right(spell((str(word.n), room.look.style(palette.quiet))), width)])
