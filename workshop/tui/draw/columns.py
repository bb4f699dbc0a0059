"""Parts of equal weight: side by side where their titles fit, else each title beside its text."""

from dataclasses import replace

from workshop.core.blocks import Columns, Part

from .flow import Flow
from .ink import inked, spell, write
from .picture import NOTHING, Picture, layer, stack
from .room import Room

_NARROWEST = 20  # cells of a column
_LEFT = 0.48  # of the width, for the titles of stacked parts


def draw_columns(block: Columns, room: Room) -> list[Flow] | None:
    """The parts side by side or stacked, their source last; None where a smaller size lets them stand so."""
    beside = _beside(block, room)
    if beside:
        return [Flow((beside,)), *_source(block, room)]
    if room.size is not None and any(_beside(block, smaller) for smaller in _smaller(room)):
        return None
    return _stacked(block, room)


def _smaller(room: Room) -> list[Room]:
    sizes = room.grid.sizes("body")
    return [replace(room, size=size) for size in sizes[sizes.index(room.size) + 1 :]] if room.size else []


def _beside(block: Columns, room: Room) -> Picture | None:
    gap = (2, 2, 4, 6)[room.grid.screen]
    count = len(block.parts)
    width = (room.width - (count - 1) * gap) // count
    titles = [room.words(room.look.line(part.title), width, room.look.palette.accent) for part in block.parts]
    drawn = [title for title in titles if title]
    if len(drawn) != count or width < _NARROWEST:
        return None
    down = max(title.height for title in drawn) + 1
    parts = zip(block.parts, drawn, strict=True)
    columns = [stack([title, _text(part, width, room).moved(down - title.height)]) for part, title in parts]
    return layer(column.moved(right=number * (width + gap)) for number, column in enumerate(columns))


def _stacked(block: Columns, room: Room) -> list[Flow] | None:
    """Each title beside its text, a thin line above the first and under every other but the last."""
    left = int(room.width * _LEFT)
    titles = [
        room.words(room.look.line(part.title), left - 2, room.look.palette.accent) for part in block.parts
    ]
    drawn = [title for title in titles if title]
    if len(drawn) != len(titles):
        return None
    line = spell(("─" * room.width, room.look.style(room.look.palette.line, bold=False)))
    pairs = [
        _pair(title, _text(part, room.width - left, room), left, room)
        for part, title in zip(block.parts, drawn, strict=True)
    ]
    last, source = pairs[-1], _source(block, room, left)
    if source and _text(block.parts[-1], room.width - left, room).height + 2 < last.height:
        last, source = _with_source(last, source[0].pieces[0]), []
    return [Flow((line, *(_underlined(pair, line, room) for pair in pairs[:-1]), last)), *source]


def _with_source(pair: Picture, source: Picture) -> Picture:
    """The source in the last row of the last part, under its text."""
    return layer([pair, source.moved(pair.height - source.height)])


def _pair(title: Picture, text: Picture, left: int, room: Room) -> Picture:
    down = int(room.size is not None)
    return layer([title, text.moved(down, left)])


def _underlined(pair: Picture, line: Picture, room: Room) -> Picture:
    """The line under a part: in large type it lies behind the tails of the last row's letters."""
    if room.size is None:
        return stack([pair, line])
    return layer([line.moved(pair.height - 1), inked(pair, room.look)])


def _text(part: Part, width: int, room: Room) -> Picture:
    style = room.look.style(room.look.palette.ink, bold=room.size is not None)
    return write(room.look.say(part.text), width, style) if part.text else NOTHING


def _source(block: Columns, room: Room, left: int = 0) -> list[Flow]:
    if not block.by:
        return []
    style = room.look.style(room.look.palette.quiet, bold=False)
    return [Flow((write(room.look.line(block.by), room.width - left, style).moved(right=left),))]
