"""The turnout: how many have answered, as a count with a bar, or with pips while too few have."""

from workshop.room.snapshot import Snapshot
from workshop.tui.type import fit

from .bars import measure
from .grid import Grid, Screen
from .ink import paint, spell, write
from .look import Look
from .picture import Picture, stack

_PIP = (3, 6, 9, 15)  # cells of a pip, by the screen


def draw_turnout(snapshot: Snapshot, width: int, grid: Grid, look: Look) -> Picture:
    """Count, bar and one quiet line, or the line alone where nothing was asked yet."""
    said = _line(snapshot, look)
    if snapshot.round is None:
        return _said(said, width, grid, look)
    air = int(grid.screen > Screen.TINY)
    meter = _pips(snapshot, width, grid, look) if below_floor(snapshot) else _bar(snapshot, width, grid, look)
    counted = stack([_count(snapshot, width, grid, look), meter])
    return stack([counted, _said(said, width, grid, look)], gap=air)


def below_floor(snapshot: Snapshot) -> bool:
    """Whether results are asked for but too few have answered."""
    return snapshot.revealed and snapshot.needed > 0


def _count(snapshot: Snapshot, width: int, grid: Grid, look: Look) -> Picture:
    text = _counted(snapshot, look)
    setting = fit(text, width, 6, grid.sizes("count"))
    if setting:
        return paint(setting, look.palette.ink, look)
    return write(text, width, look.style(look.palette.ink))


def _counted(snapshot: Snapshot, look: Look) -> str:
    if below_floor(snapshot):
        floor = snapshot.answered + snapshot.needed
        return look.text("{n} of at least {floor} have answered", n=snapshot.answered, floor=floor)
    joined = max(snapshot.joined, snapshot.answered)
    return look.text("{n} of {joined} have answered", n=snapshot.answered, joined=joined)


def _line(snapshot: Snapshot, look: Look) -> str:
    if snapshot.round is None:
        return look.text("This question is not open yet.")
    closed = "" if snapshot.open else look.text("This round is closed.")
    held = _held(snapshot, look)
    return f"{closed} {held}".strip()


def _held(snapshot: Snapshot, look: Look) -> str:
    if below_floor(snapshot):
        floor = snapshot.answered + snapshot.needed
        return look.text("Nothing is shown until {floor} have answered.", floor=floor)
    if snapshot.revealed:
        return ""
    return look.text("Answers stay hidden until shown together.")


def _said(said: str, width: int, grid: Grid, look: Look) -> Picture:
    if not said:
        return Picture(0, 0)
    setting = fit(said, width, 5, grid.sizes("note")) if grid.sizes("note") else None
    if setting:
        return paint(setting, look.palette.quiet, look)
    return write(said, width, look.style(look.palette.quiet, bold=grid.screen > Screen.SMALL))


def _bar(snapshot: Snapshot, width: int, grid: Grid, look: Look) -> Picture:
    joined = max(snapshot.joined, snapshot.answered)
    row = measure(width, snapshot.answered / joined if joined else 0.0, look)
    return stack([row] * (2 if grid.screen == Screen.LARGE else 1))


def _pips(snapshot: Snapshot, width: int, grid: Grid, look: Look) -> Picture:
    floor = snapshot.answered + snapshot.needed
    wide = max(1, min(_PIP[grid.screen], (width + 1) // floor - 1))
    parts = []
    for number in range(floor):
        full = number < snapshot.answered
        parts.append(
            (_pip(wide, full, look), look.style(*_pip_colours(full, look)))
            if look.plain
            else (
                " " * wide,
                look.style(look.palette.ink, on=look.palette.accent if full else look.palette.track),
            )
        )
        parts.append((" ", look.paper))
    row = spell(*parts[:-1])
    return stack([row] * (2 if grid.screen == Screen.LARGE else 1))


def _pip(wide: int, full: bool, look: Look) -> str:
    return ("█" if full else "░") * wide


def _pip_colours(full: bool, look: Look) -> tuple[str]:
    return (look.palette.ink,)
