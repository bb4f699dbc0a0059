"""A plain table: what every Block can be drawn as, and all that a plain stage draws of figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from rich.cells import cell_len

from workshop.core.blocks import Table
from workshop.tui.type import count_lines

from .flow import Flow
from .ink import in_rows, write
from .look import Look
from .picture import Picture, layer, right, stack
from .room import Room

_GUTTER = 3
_LEAST = 4  # cells that a column keeps
_FIRST = 3  # the first column gets at least one part in so many

Row = Sequence[str]


def draw_table(block: Table, room: Room) -> list[Flow]:
    """The rows under their head, the first column in ink; in cell text at every size."""
    return list(_drawn(_Same(block), room.width, room.look))


class _Same:
    """A table as itself, not as what it holds: on the way down the ladder of sizes it is drawn once."""

    def __init__(self, block: Table) -> None:
        self.block = block

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.block is self.block

    def __hash__(self) -> int:
        return id(self.block)


@lru_cache(maxsize=4)
def _drawn(same: _Same, width: int, look: Look) -> tuple[Flow, ...]:
    rows = [[look.line(cell) for cell in row] for row in same.block.rows]
    head = [look.line(cell) for cell in same.block.head]
    if not rows:
        return ()
    columns = _columns(rows, head, width)
    if columns is None:
        return (Flow(tuple(_stacked(row, head, width, look) for row in rows)),)
    title = columns.draw(head, look, heading=True) if any(head) else None
    pieces = tuple(columns.row(row, look) for row in rows)
    return (Flow(pieces, gap=int(any(piece.height > 1 for piece in pieces)), title=title),)


@dataclass(frozen=True)
class _Columns:
    """Cells that each column is wide, and whether it holds figures, which stand at its right."""

    widths: Sequence[int]
    figures: Sequence[bool]

    def row(self, row: Row, look: Look) -> Picture:
        """One row, which is not drawn unless it is in view."""
        return Picture(self._width, self._height(row), lambda: self.draw(row, look).strips)

    @property
    def _width(self) -> int:
        return sum(self.widths) + (len(self.widths) - 1) * _GUTTER

    def _height(self, row: Row) -> int:
        widths = [self._place(number, len(row))[1] for number, _ in enumerate(row)]
        return max(map(count_lines, row, widths), default=0)

    def draw(self, row: Row, look: Look, *, heading: bool = False) -> Picture:
        """One row; where it has fewer cells than the table, its last one reaches to the end."""
        palette = look.palette
        cells = []
        for number, text in enumerate(row):
            edge, width = self._place(number, len(row))
            ink = palette.ink if number == 0 and not heading else palette.quiet
            cell = write(text, width, look.style(ink, bold=not heading))
            cells.append(right(cell, edge + width) if self.figures[number] else cell.moved(right=edge))
        return layer(cells)

    def _place(self, number: int, cells: int) -> tuple[int, int]:
        """The column where a cell of a row with so many cells begins, and its width."""
        edge = sum(self.widths[:number]) + number * _GUTTER
        if number < cells - 1:
            return edge, self.widths[number]
        return edge, sum(self.widths[number:]) + (len(self.widths) - cells) * _GUTTER


def _columns(rows: Sequence[Row], head: Row, width: int) -> _Columns | None:
    """Columns as wide as the texts of whole rows, the widest narrowed until the first has room, too.

    None where they do not stand side by side in `width` cells.
    """
    most = max(map(len, [*rows, head]))
    whole = [row for row in (*rows, head) if len(row) == most]
    columns = list(zip(*whole, strict=True))
    first, *later = [max(map(cell_len, column)) for column in columns]
    wanted = min(first, width // _FIRST)
    _narrow(later, [_longest_word(column) for column in columns[1:]], wanted, width)
    if _left(later, width) < min(max(_LEAST, _longest_word(columns[0])), wanted):
        return None
    figures = [_holds_figures(column) for column in zip_longest(*rows, fillvalue="")]
    return _Columns((_left(later, width), *later), (*figures, *[False] * (most - len(figures))))


def _narrow(later: list[int], least: Sequence[int], first: int, width: int) -> None:
    """Takes from the widest of the later columns, but breaks no word of theirs, until the first has room."""
    while _left(later, width) < first:
        spare = [number for number, wide in enumerate(later) if wide > max(least[number], _LEAST)]
        if not spare:
            return
        later[max(spare, key=lambda number: later[number])] -= 1


def _longest_word(column: Row) -> int:
    return max((cell_len(word) for text in column for word in text.split()), default=0)


def _left(later: Sequence[int], width: int) -> int:
    return width - sum(wide + _GUTTER for wide in later)


def _holds_figures(column: Row) -> bool:
    filled = [text for text in column if text]
    return bool(filled) and all(text[0].isdigit() and not any(map(str.isalpha, text)) for text in filled)


def _stacked(row: Row, head: Row, width: int, look: Look) -> Picture:
    """A row whose cells stand under one another, each after the head of its column."""
    quiet = look.style(look.palette.quiet)
    named = [
        f"{name} {cell}".strip() for cell, name in zip_longest(row[1:], head[1 : len(row)], fillvalue="")
    ]
    cells = [write(text, width, quiet) for text in named if text]
    return stack([write(row[0], width, look.style(look.palette.ink)), in_rows(cells, width, _GUTTER)])
