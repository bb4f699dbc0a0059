"""Parts of equal weight: side by side where their titles fit, else each title beside its text."""

from workshop.core.blocks import Columns, Part

from .flow import Flow
from .ink import spell, write
from .picture import Picture, layer, stack
from .room import Room


def draw_columns(block: Columns, room: Room) -> list[Flow] | None:
    """The parts side by side or stacked, their source last."""
    parts = _beside(block, room) or _stacked(block, room)
    if parts is None:
        return None
    return [parts, *_source(block, room, parts.pitch)]


def _beside(block: Columns, room: Room) -> Flow | None:
    gap = (2, 2, 4, 6)[room.grid.screen]
    count = len(block.parts)
    width = (room.width - (count - 1) * gap) // count
    if width < 20:
        return None
    titles = [room.words(room.look.line(part.title), width, room.look.palette.accent) for part in block.parts]
    drawn = [title for title in titles if title]
    if len(drawn) != count:
        return None
    tallest = max(title.height for title in drawn) + 1
    columns = []
    for number, (part, title) in enumerate(zip(block.parts, drawn, strict=True)):
        text = _text(part, width, room).moved(tallest)
        columns.append(layer([title, text]).moved(right=number * (width + gap)))
    return Flow((layer(columns),))


def _stacked(block: Columns, room: Room) -> Flow | None:
    left = (room.width * 48) // 100
    pieces = []
    for part in block.parts:
        title = room.words(room.look.line(part.title), left - 2, room.look.palette.accent)
        if title is None:
            return None
        pieces.append(stack([_line(room), _pair(title, part, left, room)]))
    return Flow(tuple(pieces))


def _pair(title: Picture, part: Part, left: int, room: Room) -> Picture:
    text = _text(part, room.width - left, room)
    return layer([title, text.moved(int(room.size is not None), left)])


def _line(room: Room) -> Picture:
    return spell(("─" * room.width, room.look.style(room.look.palette.line, bold=False)))


def _text(part: Part, width: int, room: Room) -> Picture:
    style = room.look.style(room.look.palette.ink, bold=room.size is not None)
    return write(room.look.say(part.text), width, style) if part.text else Picture(0, 0)


def _source(block: Columns, room: Room, left: int) -> list[Flow]:
    if not block.by:
        return []
    style = room.look.style(room.look.palette.quiet, bold=False)
    return [Flow((write(room.look.line(block.by), room.width - left, style).moved(right=left),))]
