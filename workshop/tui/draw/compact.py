"""Compact charts: label, bar and figures on one row, for charts that would else need several pages."""

from collections.abc import Sequence
from typing import NamedTuple

from workshop.tui.type import Mode

from .figures import FigureColumns
from .flow import Flow
from .ink import spell
from .meter import draw_measure
from .picture import NOTHING, Picture, layer, stack
from .room import Room

_LABEL, _LARGE_LABEL = 0.55, 0.5  # of the width at most
_SHORTEST = 0.15  # of the width for a bar at least
_GAP = 2


class CompactRow(NamedTuple):
    """A label, the share (0 to 1) that its bar shows, figures (each row has as many), what goes under it."""

    label: str
    share: float
    figures: tuple[Picture, ...]
    under: Picture = NOTHING


def draw_compact(
    rows: Sequence[CompactRow], room: Room, title: Picture | None = None, names: tuple[Picture, ...] = ()
) -> list[Flow] | None:
    """The rows with their labels, bars and figures in columns; None where the bars would be too short.

    Above them stands `title`, or `names`, one for each column of figures.
    """
    columns = tuple(zip(*(row.figures for row in rows), *([names] if names else ()), strict=True))
    figures = FigureColumns(columns, _GAP if room.size is None else (2, 3, 5, 7)[room.grid.screen])
    most = int(room.width * (_LARGE_LABEL if room.size else _LABEL))
    labels = [room.words(row.label, most, room.look.palette.ink) for row in rows]
    drawn = [label for label in labels if label]
    start = max((label.width for label in drawn), default=0) + _GAP
    width = room.width - start - figures.width - _GAP
    if len(drawn) != len(labels) or width < room.width * _SHORTEST:
        return None
    pieces = []
    for number, (row, label) in enumerate(zip(rows, drawn, strict=True)):
        bar, below = _bar(row.share, width, room), row.under
        if room.size and below.width <= width:  # letters are high enough for both
            bar, below = stack([bar, below]), NOTHING
        line = layer([label, bar.moved(right=start), figures.row(number, room.width)])
        pieces.append(stack([line, below]))
    return [Flow(tuple(pieces), title=figures.row(len(rows), room.width) if names else title)]


def _bar(share: float, width: int, room: Room) -> Picture:
    """The bar, as high as small letters are and level with them."""
    if room.size is None:
        return _hairline(share, width, room)
    line = draw_measure(width, share, room.look)
    return stack([line] * (room.size.x // 2)).moved((room.size.above - room.size.x + 1) // 2)


def _hairline(share: float, width: int, room: Room) -> Picture:
    """A bar of whole cells, parted from the one above it by an eighth of a row of paper."""
    look, palette = room.look, room.look.palette
    if look.plain or look.mode == Mode.HALF:
        return draw_measure(width, share, look)
    whole = round(width * share)
    return spell(
        ("▔" * whole, look.style(palette.paper, bold=False, on=palette.accent)),
        ("▔" * (width - whole), look.style(palette.paper, bold=False, on=palette.track)),
    )
