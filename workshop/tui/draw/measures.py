"""Measures: the best first, its figure beside the label, its bar under it, and details at the bar's end."""

from collections.abc import Sequence

from rich.cells import cell_len

from workshop.core.blocks import Measure, Measures

from .compact import CompactRow, draw_compact
from .figures import FigureColumns, beside, draw_figure, titled
from .flow import Flow
from .grid import Screen
from .ink import spell, write
from .meter import draw_measure
from .picture import NOTHING, Picture, layer, right, stack
from .room import Room

_DOT = " · "
_AIR = 3  # cells between a bar and its details
_MOST = 0.5  # of the width for details beside the bars, else they stand under them
_MOST_COMPACT = 0.3  # the same, where the labels stand beside the bars, too


def draw_measures(block: Measures, room: Room) -> list[Flow] | None:
    """The measures under one another; labels are peers and share the room's size."""
    if not block.rows:
        return []
    if not room.has_rows(len(block.rows)):
        return None
    details = [_DOT.join(map(room.look.line, row.details)) for row in block.rows]
    figures = [draw_figure(room.look.line(row.shown), room.look.palette.ink, room) for row in block.rows]
    return _compact(block, details, figures, room) if room.tight else _whole(block, details, figures, room)


def _whole(
    block: Measures, details: Sequence[str], figures: Sequence[Picture], room: Room
) -> list[Flow] | None:
    columns = FigureColumns((tuple(figures),), gap=0)
    wide = room.width - columns.width - 2
    labels = [room.words(room.look.line(row.label), wide, room.look.palette.ink) for row in block.rows]
    drawn = [label for label in labels if label]
    if len(drawn) != len(labels):
        return None
    bars = _bars(block, details, room)
    pieces = tuple(
        stack([beside(label, columns.row(number, room.width)), bar])
        for number, (label, bar) in enumerate(zip(drawn, bars, strict=True))
    )
    gap = 1 if room.size is None else int(room.grid.screen == Screen.LARGE)
    return [Flow(pieces, gap=gap, title=titled(room.look.line(block.head), room))]


def _bars(block: Measures, details: Sequence[str], room: Room) -> list[Picture]:
    """The bars, all of one width, with the details beside or under them."""
    style = room.look.style(room.look.palette.quiet)
    widest = max(map(cell_len, details))
    if widest > room.width * _MOST:
        return [
            stack([_bar(row, block.most, room.width, room), write(text, room.width, style)])
            for row, text in zip(block.rows, details, strict=True)
        ]
    width = room.width - (widest + _AIR if widest else 0)
    return [
        layer([_bar(row, block.most, width, room), right(spell((text, style)), room.width)])
        for row, text in zip(block.rows, details, strict=True)
    ]


def _bar(row: Measure, most: float, width: int, room: Room) -> Picture:
    line = draw_measure(width, _share(row, most), room.look)
    return stack([line] * (2 if room.size and room.grid.screen == Screen.LARGE else 1))


def _share(row: Measure, most: float) -> float:
    return min(1.0, max(0.0, row.value / most)) if most > 0 else 0.0


def _compact(
    block: Measures, details: Sequence[str], figures: Sequence[Picture], room: Room
) -> list[Flow] | None:
    """One row each, the details between bar and figure, or under the bar where they are long."""
    style = room.look.style(room.look.palette.quiet)
    told = [spell((text, style)) for text in details]
    under = room.size is not None or max(text.width for text in told) > room.width * _MOST_COMPACT
    rows = [
        CompactRow(
            room.look.line(row.label),
            _share(row, block.most),
            (figure,) if under else (text, figure),
            write(line, room.width, style) if under else NOTHING,
        )
        for row, line, text, figure in zip(block.rows, details, told, figures, strict=True)
    ]
    return draw_compact(rows, room, titled(room.look.line(block.head), room))
