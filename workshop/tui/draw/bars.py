"""Bars: a label, people and per cent, and under them the share as a bar on its track."""

from dataclasses import dataclass

from workshop.core.blocks import Bar, Bars, percent
from workshop.tui.type import Mode

from .flow import Flow
from .grid import Screen
from .ink import large, spell
from .look import Look
from .picture import Picture, layer, right, stack
from .room import Room

_EIGHTHS = " ▏▎▍▌▋▊▉"


@dataclass(frozen=True)
class _Figures:
    """The two figures of each bar, and the cells that they take at the right."""

    shares: tuple[Picture, ...]
    counts: tuple[Picture, ...]
    gap: int

    @property
    def widths(self) -> tuple[int, int]:
        return max(p.width for p in self.shares), max(p.width for p in self.counts)

    def drawn(self, number: int, edge: int) -> Picture:
        share, count = self.shares[number], self.counts[number]
        return layer([right(share, edge), right(count, edge - self.widths[0] - self.gap)])


def draw_bars(block: Bars, room: Room) -> list[Flow] | None:
    """The bars under one another; labels are peers and share the room's size."""
    if not block.bars:
        return []
    figures = _figures(block, room)
    wide = room.width - sum(figures.widths) - figures.gap - 2
    labels = [room.words(room.look.line(bar.label), wide, room.look.palette.ink) for bar in block.bars]
    drawn = [label for label in labels if label]
    if len(drawn) != len(labels):
        return None
    pieces = tuple(
        stack([_head(label, figures, number, room), _bar(bar, block.of, room)])
        for number, (bar, label) in enumerate(zip(block.bars, drawn, strict=True))
    )
    return [Flow(pieces, gap=1 if room.size is None else int(room.grid.screen == Screen.LARGE))]


def _head(label: Picture, figures: _Figures, number: int, room: Room) -> Picture:
    amounts = figures.drawn(number, room.width)
    down = label.height - amounts.height
    return layer([label.moved(max(0, -down)), amounts.moved(max(0, down))])


def _figures(block: Bars, room: Room) -> _Figures:
    quiet, ink = room.look.palette.quiet, room.look.palette.ink
    shares = tuple(_figure(room.look.line(percent(bar.n, block.of)), ink, room) for bar in block.bars)
    counts = tuple(_figure(str(bar.n), quiet, room) for bar in block.bars)
    return _Figures(shares, counts, gap=(3, 4, 7, 9)[room.grid.screen])


def _figure(text: str, ink: str, room: Room) -> Picture:
    figure = large(text, ink, room.width, 6, room.grid.sizes("figure"), room.look) if room.size else None
    return figure or spell((text, room.look.style(ink)))


def _bar(bar: Bar, of: int, room: Room) -> Picture:
    share = min(1.0, bar.n / of) if of else 0.0
    row = draw_measure(room.width, share, room.look)
    return stack([row] * (2 if room.size and room.grid.screen == Screen.LARGE else 1))


def draw_measure(width: int, share: float, look: Look) -> Picture:
    """A bar's row: the share (0 to 1) of `width` cells in accent to an eighth of a cell, the rest track."""
    palette = look.palette
    eighths = round(width * 8 * share)
    if look.mode != Mode.TRUECOLOR or look.plain:
        eighths = (eighths + 4) // 8 * 8
    whole, rest = divmod(eighths, 8)
    part = _EIGHTHS[rest] if rest else ""
    if look.plain:
        return spell(("█" * whole + "░" * (width - whole), look.paper))
    return spell(
        (" " * whole, look.style(palette.accent, on=palette.accent)),
        (part, look.style(palette.accent, bold=False, on=palette.track)),
        (" " * (width - whole - len(part)), look.style(palette.ink, bold=False, on=palette.track)),
    )
