"""Flags: what the room should stop at, in plain words after a mark."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.core.blocks import Flag

from .flow import Flow
from .ink import fill, spell
from .lettering import Lettering, letter
from .picture import Picture, layer, stack
from .room import Room

_AIR = 2
_MOST = 3  # flags that are larger than the results take at most one part in so many of the rows


def draw_flags(flags: Sequence[Flag], room: Room) -> list[Flow] | None:
    """Each one's words after a `!`; where somebody cannot go along at all the mark is a filled block.

    They are no smaller than the last line of the screen, even where the results are, and all of one size.
    """
    note = next(iter(room.grid.sizes("note")), None)
    large = _lines(flags, replace(room, size=note)) if room.size is None else []
    few = sum(line.height for line in large) <= room.rows // _MOST
    drawn = large if large and few else _lines(flags, room)
    return [Flow(tuple(drawn))] if drawn else None


def _lines(flags: Sequence[Flag], room: Room) -> list[Picture]:
    """Nothing where the size lacks a letter of one."""
    lines = [line for line in (_draw(flag, room) for flag in flags) if line]
    return lines if len(lines) == len(flags) else []


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
