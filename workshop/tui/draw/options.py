"""What can be chosen or rated, before anything is shown."""

from workshop.core.blocks import Options

from .flow import Flow
from .grid import Screen
from .ink import large, spell, write
from .picture import Picture, layer
from .room import Room


def draw_options(block: Options, room: Room) -> list[Flow] | None:
    """The options under one another, how to choose on a quiet line after them."""
    pieces = [
        _option(room.look.line(item), room, quiet=block.now not in (None, number))
        for number, item in enumerate(block.items)
    ]
    drawn = [piece for piece in pieces if piece]
    if len(drawn) != len(pieces):
        return None
    flows = [Flow(tuple(drawn))]
    hint = room.look.line(block.hint)
    if hint:
        flows.append(Flow((_hint(hint, room),), apart=int(room.grid.screen > Screen.TINY)))
    return flows


def _hint(text: str, room: Room) -> Picture:
    """As large as notes are on this screen, unless the options are cell text too."""
    quiet, sizes = room.look.palette.quiet, room.grid.sizes("note") if room.size else ()
    return large(text, quiet, room.width, 5, sizes, room.look) or write(
        text, room.width, room.look.style(quiet)
    )


def _option(text: str, room: Room, *, quiet: bool) -> Picture | None:
    palette = room.look.palette
    dot = palette.line if quiet else palette.accent
    indent = 2 if room.size is None else 4
    words = room.words(text, room.width - indent, palette.quiet if quiet else palette.ink, bold=not quiet)
    if words is None:
        return None
    mark = room.words("•", room.width, dot) or spell(("•", room.look.style(dot)))
    return layer([mark, words.moved(right=indent)])
