"""Flags: what the room should stop at, in plain words after a mark."""

from dataclasses import replace

from workshop.core.blocks import Flag

from .flow import Flow
from .ink import fill, spell
from .lettering import Lettering, letter
from .picture import Picture, layer, stack
from .room import Room

_AIR = 2
_LINE = 5  # rows of a line of the smallest type


def draw_flag(block: Flag, room: Room) -> list[Flow] | None:
    """The words after a `!`; where somebody cannot go along at all the mark is a filled block.

    They are no smaller than the last line of the screen, even where the results are.
    """
    note = next(iter(room.grid.sizes("note")), None)
    large = _draw(block, replace(room, size=note)) if room.size is None else None
    drawn = large if large and large.height <= _LINE else _draw(block, room)
    return [Flow((drawn,))] if drawn else None


def _draw(block: Flag, room: Room) -> Picture | None:
    palette = room.look.palette
    ink = palette.over if block.stop else palette.late
    mark = _mark(ink, room, filled=block.stop)
    words = room.words(room.look.line(block.text), room.width - mark.width - _AIR, ink)
    return layer([mark, words.moved(right=mark.width + _AIR)]) if words else None


def _mark(ink: str, room: Room, *, filled: bool) -> Picture:
    look = room.look
    front, back = (look.palette.paper, ink) if filled else (ink, look.palette.paper)
    sign = letter("!", room.size) if room.size else None
    if sign is None:
        return spell((" ! ", look.style(front, on=back)))
    drawn = sign.picture(front, look, back).moved(sign.top, 1)
    return layer([_block(sign, ink, room), drawn]) if filled else drawn.moved(right=1)


def _block(sign: Lettering, ink: str, room: Room) -> Picture:
    """A ground for the sign that reaches a cell and half a row beyond it."""
    width, look = sign.width + 2, room.look
    above, below = (fill(width, 1, look.style(ink, bold=False), edge) for edge in "▄▀")
    ground = fill(width, sign.height, look.style(ink, bold=False, on=ink))
    return stack([above, ground, below]).moved(sign.top - 1)
