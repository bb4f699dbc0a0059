"""Bars: a label, people and per cent, and under them the share as a bar on its track; before below now."""

from rich.cells import cell_len

from workshop.core.blocks import Bar, Bars, percent

from .compact import CompactRow, draw_compact
from .figures import FigureColumns, beside, draw_figure
from .flow import Flow
from .grid import Screen
from .ink import spell
from .look import Look
from .meter import draw_measure, draw_trace
from .picture import Picture, layer, stack
from .room import Room

_AIR = 2


def draw_bars(block: Bars, room: Room) -> list[Flow] | None:
    """The bars under one another; labels are peers and share the room's size."""
    if not block.bars:
        return []
    if not room.has_rows(len(block.bars)):
        return None
    return _compact(block, room) if room.tight else _whole(block, room)


def _whole(block: Bars, room: Room) -> list[Flow] | None:
    figures = FigureColumns((_counts(block, room), _shares(block, room)), gap=(3, 4, 7, 9)[room.grid.screen])
    wide = room.width - figures.width - 2
    labels = [room.words(room.look.line(bar.label), wide, room.look.palette.ink) for bar in block.bars]
    drawn = [label for label in labels if label]
    if len(drawn) != len(labels):
        return None
    pieces = tuple(
        stack([beside(label, figures.row(number, room.width)), _measure(bar, block, room)])
        for number, (bar, label) in enumerate(zip(block.bars, drawn, strict=True))
    )
    return [Flow(pieces, gap=1 if room.size is None else int(room.grid.screen == Screen.LARGE))]


def _counts(block: Bars, room: Room) -> tuple[Picture, ...]:
    return tuple(draw_figure(str(bar.n), room.look.palette.quiet, room) for bar in block.bars)


def _shares(block: Bars, room: Room) -> tuple[Picture, ...]:
    return tuple(
        draw_figure(room.look.line(percent(bar.n, block.of)), room.look.palette.ink, room)
        for bar in block.bars
    )


def _measure(bar: Bar, block: Bars, room: Room) -> Picture:
    """The bar; where an earlier round is compared, what it was then on a thin line under it."""
    high = 2 if room.size and room.grid.screen == Screen.LARGE else 1
    share, look = _share(bar.n, block.of), room.look
    if not block.of_before:
        return stack([draw_measure(room.width, share, look)] * high)
    now, then = look.text("Now"), look.text("Before")
    width = room.width - max(cell_len(now), cell_len(then + _then(1, 1, look))) - _AIR
    bars = stack([draw_measure(width, share, look)] * high)
    trace = draw_trace(width, _share(bar.before or 0, block.of_before), look)
    quiet = look.style(look.palette.quiet)
    told = then + _then(bar.before or 0, block.of_before, look)
    names = (spell((text, quiet)).moved(right=width + _AIR) for text in (now, told))
    return stack([layer([bars, next(names)]), layer([trace, next(names)])])


def _then(n: int, of: int, look: Look) -> str:
    return f" {look.line(percent(n, of))}"


def _share(n: int, of: int) -> float:
    return min(1.0, n / of) if of else 0.0


def _compact(block: Bars, room: Room) -> list[Flow] | None:
    """One row each; what it was before is a figure of its own."""
    look, quiet = room.look, room.look.style(room.look.palette.quiet)
    columns = [_counts(block, room), _shares(block, room)]
    if block.of_before:
        shares = (look.line(percent(bar.before or 0, block.of_before)) for bar in block.bars)
        columns.append(tuple(draw_figure(share, look.palette.quiet, room) for share in shares))
    rows = [
        CompactRow(look.line(bar.label), _share(bar.n, block.of), figures)
        for bar, figures in zip(block.bars, zip(*columns, strict=True), strict=True)
    ]
    names = ("", look.text("Now"), look.text("Before")) if block.of_before else ()
    return draw_compact(rows, room, names=tuple(spell((name, quiet)) for name in names))
