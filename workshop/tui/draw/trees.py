"""A tree of themes: each with an accent edge, what belongs to it on a quiet line under it."""

from rich.cells import cell_len

from workshop.core.blocks import Theme, Tree

from .flow import Flow
from .grid import Screen
from .ink import fill, write
from .picture import Picture, layer, stack
from .room import Room


def draw_tree(block: Tree, room: Room) -> list[Flow] | None:
    """The themes under one another."""
    pieces = [_theme(theme, room) for theme in block.themes]
    drawn = tuple(piece for piece in pieces if piece)
    return [Flow(drawn, gap=1 if room.size is None else 0)] if len(drawn) == len(pieces) else None


def _theme(theme: Theme, room: Room) -> Picture | None:
    indent = 2 if room.size is None else 4
    look = room.look
    title = room.words(look.line(theme.title), room.width - indent, look.palette.ink)
    if title is None:
        return None
    items = _items(theme, room, room.width - indent)
    told = stack([title, items])
    # From the top of large capitals to the last row with letters in it: so neighbours' edges do not touch.
    above = int(room.size is not None)
    below = above if not items.height else 0
    edge = fill(1, told.height - above - below, look.style(look.palette.accent, bold=False), "▌")
    return layer([edge.moved(above), told.moved(right=indent)])


def _items(theme: Theme, room: Room, width: int) -> Picture:
    """The items set apart by dots, whole items on each line as far as they go."""
    dot = "   ·   " if room.grid.screen >= Screen.MEDIUM else " · "
    rows: list[str] = []
    for item in map(room.look.line, theme.items):
        longer = f"{rows[-1]}{dot}{item}" if rows else item
        if rows and cell_len(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(item)
    return stack(write(row, width, room.look.style(room.look.palette.quiet)) for row in rows)
