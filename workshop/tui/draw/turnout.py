"""The turnout: how many have answered, as a count with a bar, or with pips while too few have."""

from rich.style import Style

from workshop.room.snapshot import Snapshot

from .grid import Grid, Screen
from .ink import large, spell, write
from .look import Look
from .meter import draw_measure
from .picture import NOTHING, Picture, stack

_PIP = (3, 6, 9, 15)  # cells of a pip, by the screen


def draw_turnout(snapshot: Snapshot, width: int, grid: Grid, look: Look) -> Picture:
    """Count, bar and one quiet line; the line alone where nobody was asked yet."""
    said = _said(_line(snapshot, look), width, grid, look)
    if snapshot.round is None:
        return said
    meter = _pips(snapshot, width, grid, look) if below_floor(snapshot) else _bar(snapshot, width, look)
    meters = [meter] * (2 if grid.screen == Screen.LARGE else 1)
    counted = stack([_count(snapshot, width, grid, look), *meters])
    return stack([counted, said], gap=int(grid.screen > Screen.TINY))


def below_floor(snapshot: Snapshot) -> bool:
    """Whether too few have answered for anything to be shown, where that can change or was asked for."""
    return snapshot.needed > 0 and (snapshot.open or snapshot.revealed)


def _count(snapshot: Snapshot, width: int, grid: Grid, look: Look) -> Picture:
    """The count. It takes the same rows at every size, so that nothing above it moves when it changes."""
    text, ink, sizes = _counted(snapshot, look), look.palette.ink, grid.sizes("count")
    drawn = large(text, ink, width, 6, sizes, look) or write(text, width, look.style(ink))
    rows = (sizes[0].pitch + 1) // 2 if sizes else 0
    return drawn.moved(max(0, rows - drawn.height))


def _counted(snapshot: Snapshot, look: Look) -> str:
    if below_floor(snapshot):
        return look.text("{n} of at least {floor} have answered", n=snapshot.answered, floor=_floor(snapshot))
    return look.text("{n} of {joined} have answered", n=snapshot.answered, joined=_joined(snapshot))


def _floor(snapshot: Snapshot) -> int:
    return snapshot.answered + snapshot.needed


def _joined(snapshot: Snapshot) -> int:
    return max(snapshot.joined, snapshot.answered)


def _line(snapshot: Snapshot, look: Look) -> str:
    if snapshot.round is None:
        return look.text("This question is not open yet.")
    closed = "" if snapshot.open else look.text("This round is closed.")
    return f"{closed} {_held(snapshot, look)}".strip()


def _held(snapshot: Snapshot, look: Look) -> str:
    if below_floor(snapshot) and not snapshot.open:
        return look.text("Too few answered for anything to be shown.")
    if below_floor(snapshot):
        return look.text("Nothing is shown until {floor} have answered.", floor=_floor(snapshot))
    if snapshot.revealed:
        return ""
    return look.text("Answers stay hidden until shown together.")


def _said(text: str, width: int, grid: Grid, look: Look) -> Picture:
    if not text:
        return NOTHING
    quiet, bold = look.palette.quiet, grid.screen > Screen.SMALL
    drawn = large(text, quiet, width, 5, grid.sizes("note"), look)
    return drawn or write(text, width, look.style(quiet, bold=bold))


def _bar(snapshot: Snapshot, width: int, look: Look) -> Picture:
    joined = _joined(snapshot)
    return draw_measure(width, snapshot.answered / joined if joined else 0.0, look)


def _pips(snapshot: Snapshot, width: int, grid: Grid, look: Look) -> Picture:
    """A pip for each of the people that it takes, filled for those who have answered."""
    floor = _floor(snapshot)
    wide = max(1, min(_PIP[grid.screen], (width + 1) // floor - 1))
    parts = [_pip(wide, number < snapshot.answered, look) for number in range(floor)]
    return spell(*(piece for part in parts for piece in (part, (" ", look.paper))))


def _pip(wide: int, full: bool, look: Look) -> tuple[str, Style]:
    if look.plain:
        return ("█" if full else "░") * wide, look.paper
    palette = look.palette
    return " " * wide, look.style(palette.ink, bold=False, on=palette.accent if full else palette.track)
