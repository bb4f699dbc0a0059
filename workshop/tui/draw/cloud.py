"""A cloud: words as large as many people wrote them, the rarest on lines under it, the rest overleaf."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from workshop.core.blocks import Cloud, CloudWord
from workshop.tui.type import count_lines

from .flow import Flow
from .grid import Sizes
from .ink import spell, write
from .lettering import fits
from .picture import Picture, Strips, layer, right, stack
from .room import Room
from .scales import scattered
from .scatter import Spot

_UNDER = 5  # lines of rare words take at most one part in so many of the rows
_DOT = "  ·  "


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
        spots = scattered(parted.large, sizes, (room.width, rows), whole=not parted.small)
        if spots:
            people = [word.n for word in words]
            most = max(people) if max(people) > min(people) else None
            cloud = _picture(spots, parted.large, most, room)
            return _with_the_rest(cloud, parted.small, room)
    return []


def _with_the_rest(cloud: Picture, rest: Sequence[CloudWord], room: Room) -> list[Flow]:
    """The cloud, as many of the others as there is room for under it, and overleaf what is left."""
    lines, left = _lines(rest, room.rows - cloud.height - 1, room)
    page = stack([cloud, lines], gap=1)
    if not left:
        return [Flow((page,))]
    return [Flow((layer([page, Picture(0, room.rows)]),)), _columns(left, room)]


def _sort(words: Sequence[CloudWord], sizes: Sizes, width: int) -> _Sorted:
    large = [word for word in words if sizes and fits(word.text, sizes[-1], width)]
    fitting = set(map(id, large))
    return _Sorted(large, [word for word in words if id(word) not in fitting])


def _picture(spots: Sequence[Spot], words: Sequence[CloudWord], most: int | None, room: Room) -> Picture:
    """The words flush with the left margin; those that `most` people wrote stand out in accent."""
    palette = room.look.palette
    left, top = min(spot.column for spot in spots), min(spot.row for spot in spots)
    drawn = []
    for (letters, row, column), word in zip(spots, words, strict=True):
        ink = palette.accent if word.n == most else palette.ink
        drawn.append(letters.picture(ink, room.look).moved(row - top, column - left))
    return layer(drawn)


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
    """A word and its figure, which are not drawn unless their page is in view."""
    palette, beside = room.look.palette, width - figures - 2

    def strips() -> Strips:
        text = write(word.text, beside, room.look.style(palette.ink))
        return layer([text, right(spell((str(word.n), room.look.style(palette.quiet))), width)]).strips

    return Picture(width, count_lines(word.text, beside), strips)
