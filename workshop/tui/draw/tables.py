"""A plain table: what every Block can be drawn as, and all that a plain stage draws of figures."""

from collections.abc import Sequence

from rich.cells import cell_len

from workshop.core.blocks import Table

from .flow import Flow
from .ink import write
from .picture import Picture, layer, right, stack
from .room import Room

_GUTTER = 3
_WIDEST = 0.5  # of the table, for any column but the first


def draw_table(block: Table, room: Room) -> list[Flow]:
    """The rows under their head, the first column in ink; in cell text at every size."""
    rows = [[room.look.line(cell) for cell in row] for row in block.rows]
    head = [room.look.line(cell) for cell in block.head]
    if not rows:
        return []
    widths = _widths([*rows, head] if any(head) else rows, room.width)
    pieces = tuple(_row(row, widths, room, heading=False) for row in rows)
    title = _row(head, widths, room, heading=True) if any(head) else None
    return [Flow(pieces, title=title)]


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Cells a column: the later ones as wide as their texts, the first what is left."""
    columns = max(map(len, rows))
    texts = [[row[number] for row in rows if number < len(row)] for number in range(columns)]
    later = [max(map(cell_len, column)) for column in texts[1:]]
    most = max(1, int(width * _WIDEST) // max(1, len(later)) - _GUTTER)
    later = [max(1, min(wide, most)) for wide in later]
    return [max(1, width - sum(wide + _GUTTER for wide in later)), *later]


def _row(row: Sequence[str], widths: Sequence[int], room: Room, *, heading: bool) -> Picture:
    palette = room.look.palette
    cells, edge = [], 0
    for number, (text, width) in enumerate(zip(row, widths, strict=False)):
        ink = palette.ink if number == 0 and not heading else palette.quiet
        cell = write(text, width, room.look.style(ink, bold=not heading))
        figure = number > 0 and text[:1].isdigit()
        cells.append(right(cell, edge + width) if figure else cell.moved(right=edge))
        edge += width + _GUTTER
    return stack([layer(cells)])
