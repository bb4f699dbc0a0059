"""The spotlight: one answer alone, on a card that takes all the room there is."""

from workshop.core.blocks import Spotlight

from .flow import Flow
from .grid import Screen
from .ink import fill, large, spell, write
from .picture import NOTHING, Picture, layer, right
from .room import Room

_INDENT = (3, 4, 6, 9)  # cells from the card's edge to the text, and half of them behind it
_AIR = (1, 1, 2, 3)  # rows above the text and below it


def draw_spotlight(block: Spotlight, room: Room) -> list[Flow]:
    """The text in the largest type that the card has room for, else in bold text on one card or several."""
    indent, air = _INDENT[room.grid.screen], _AIR[room.grid.screen]
    times = _times(block, room)
    width = room.width - indent - max(indent // 2, times.width + 3 if times.width else 0)
    height = max(1, room.rows - 2 * air)
    look, palette = room.look, room.look.palette
    text = look.answer(block.text)
    sizes = room.grid.sizes("question")
    if set_ := large(text, palette.ink, width, height, sizes, look, on=palette.card):
        return [Flow((_card(set_.moved(_raised(room), indent), times, room),))]
    written = write(text, width, look.style(palette.ink, on=palette.card))
    parts = written.split(height)
    return [Flow(tuple(_card(part.moved(air, indent), times, room) for part in parts))]


def _raised(room: Room) -> int:
    """Rows above big type: it has room above its letters of its own."""
    return int(room.grid.screen >= Screen.MEDIUM)


def _times(block: Spotlight, room: Room) -> Picture:
    if block.times < 2:
        return NOTHING
    return spell((f"×{block.times}", room.look.style(room.look.palette.accent, on=room.look.palette.card)))


def _card(text: Picture, times: Picture, room: Room) -> Picture:
    look, palette = room.look, room.look.palette
    ground = fill(room.width, room.rows, look.style(palette.ink, bold=False, on=palette.card))
    edge = fill(1, room.rows, look.style(palette.accent, bold=False, on=palette.card), "▌")
    return layer([ground, edge, text, right(times, room.width - 2).moved(_AIR[room.grid.screen])])
