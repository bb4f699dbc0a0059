"""A plain table: what every Block can be drawn as, and all that a plain stage draws of figures."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from workshop.core.blocks import Table

from .flow import Flow
from .ink import write
from .picture import Picture, layer, right
from .room import Room

_GUTTER = 3
_LEAST = 4  # cells of a column
_FIRST = 3  # the first column gets at least one part in so many


def draw_table(block: Table, room: Room) -> list[Flow]:
    """The rows under their head, the first column in ink; in cell text at every size."""
    rows = [[room.look.line(cell) for cell in row] for row in block.rows]
    head = [room.look.line(cell) for cell in block.head]
    if not rows:
        return []
    widths = _widths([*rows, head] if any(head) else rows, room.width)
    figures = [_is_figure(column) for column in zip_longest(*rows, fillvalue="")]
    pieces = tuple(_row(row, widths, figures, room, heading=False) for row in rows)
    title = _row(head, widths, figures, room, heading=True) if any(head) else None
    return [Flow(pieces, title=title)]


def _is_figure(column: Sequence[str]) -> bool:
    filled = [text for text in column if text]
    return bool(filled) and all(text[0].isdigit() for text in filled)


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Cells a column: as wide as their texts, the widest narrowed until the first has room, too."""
    natural = [max(map(cell_len, column)) for column in zip_longest(*rows, fillvalue="")]
    later = natural[1:]
    wanted = min(natural[0], width // _FIRST)
    while later and max(later) > _LEAST and _left(later, width) < wanted:
        later[later.index(max(later))] -= 1
    return [max(1, _left(later, width)), *later]


def _left(later: Sequence[int], width: int) -> int:
    return width - sum(wide + _GUTTER for wide in later)


def _row(
    row: Sequence[str], widths: Sequence[int], figures: Sequence[bool], room: Room, *, heading: bool
) -> Picture:
    palette = room.look.palette
    cells, edge = [], 0
    for number, (text, width) in enumerate(zip(row, widths, strict=False)):
        ink = palette.ink if number == 0 and not heading else palette.quiet
        cell = write(text, max(1, width), room.look.style(ink, bold=not heading))
        to_the_right = number > 0 and number < len(figures) and figures[number]
        cells.append(right(cell, edge + width) if to_the_right else cell.moved(right=edge))
        edge += width + _GUTTER
    return layer(cells)
