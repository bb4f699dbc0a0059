"""A key: what the numbers on a plot stand for."""

from collections.abc import Sequence

from workshop.tui.type import Setting
from workshop.tui.type.glyphs import tidy
from workshop.tui.type.words import missing

from .ink import paint, spell, write
from .picture import Picture, layer, right
from .room import Room

_AIR = 2  # cells between a number and its name


def draw_key(names: Sequence[str], width: int, room: Room) -> list[Picture]:
    """An entry a name, in `width` cells at the most; in big type one for all, and none that it cannot set."""
    if room.size is None:
        return [
            _entry(number, name, len(str(len(names))), width, room) for number, name in enumerate(names, 1)
        ]
    numbers = _set([str(number) for number, _ in enumerate(names, 1)], room.look.palette.accent, room)
    words = _set(names, room.look.palette.ink, room)
    if numbers is None or words is None or numbers.width + _AIR + words.width > width:
        return []
    return [layer([numbers, words.moved(right=numbers.width + _AIR)])]


def _entry(number: int, name: str, wide: int, width: int, room: Room) -> Picture:
    look = room.look
    figure = right(spell((str(number), look.style(look.palette.accent))), wide)
    words = write(name, width - wide - _AIR, look.style(look.palette.ink))
    return layer([figure, words.moved(right=wide + _AIR)])


def _set(lines: Sequence[str], ink: str, room: Room) -> Picture | None:
    """A text a line, as close as lines can stand; None where the size lacks a letter of it."""
    size = room.size
    spelt = tuple(map(tidy, lines))
    if size is None or any(not line.strip() or missing(line, size) for line in spelt):
        return None
    return paint(Setting(size, spelt, size.tight), ink, room.look)
