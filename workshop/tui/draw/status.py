"""The status row: where in the session we are, who is there, the time; the rule under it is progress."""

from workshop.core.clock import of_day
from workshop.room.snapshot import Snapshot

from .canvas import Canvas
from .grid import Grid
from .ink import rule, shorten, spell
from .look import Look
from .picture import Picture

_APART = "   "
MOST_CELLS = 1_000


def draw_status(
    canvas: Canvas, snapshot: Snapshot, grid: Grid, look: Look, now: float, hint: str = ""
) -> None:
    """Draws it along the top. `hint` takes the title's place for as long as it stands."""
    right = _people_and_clock(snapshot, look, now)
    left = _place(snapshot, grid.inner - right.width - 2, look, hint)
    canvas.draw(left, grid.status, grid.margin)
    canvas.draw(right, grid.status, grid.right - right.width)
    canvas.draw(rule(grid.inner, _progress(snapshot), look, look.palette.accent), grid.rule, grid.margin)


def _place(snapshot: Snapshot, width: int, look: Look, hint: str) -> Picture:
    palette = look.palette
    number = f"{snapshot.section}/{snapshot.sections}" if _live(snapshot) and snapshot.section else ""
    apart = "  " if number else ""
    title = shorten(look.line(hint or _title(snapshot, look)), max(0, width - len(number + apart)))
    style = look.style(palette.accent) if hint else look.style(palette.quiet, bold=False)
    return spell((number, look.style(palette.quiet)), (apart, look.paper), (title, style))


def title_fits(snapshot: Snapshot, grid: Grid, look: Look) -> bool:
    """Whether the row has room for the whole title."""
    right = _people_and_clock(snapshot, look, snapshot.now)
    drawn = _place(snapshot, grid.inner - right.width - 2, look, "")
    return drawn.width == _place(snapshot, MOST_CELLS, look, "").width


def _title(snapshot: Snapshot, look: Look) -> str:
    match snapshot.state:
        case "lobby":
            return look.text("Welcome")
        case "ended":
            return snapshot.title
        case _:
            return snapshot.section_title or snapshot.title


def _people_and_clock(snapshot: Snapshot, look: Look, now: float) -> Picture:
    quiet, apart = look.palette.quiet, (_APART, look.paper)
    said = [(of_day(now), look.style(look.palette.ink))]
    if _live(snapshot):
        said = [(joined(snapshot.joined, look), look.style(quiet, bold=False)), apart, *said]
    if off := silent(snapshot, look):
        said = [(off, look.style(quiet, bold=False)), apart, *said]
    if snapshot.rehearsal:
        said = [(look.text("Rehearsal"), look.style(quiet)), apart, *said]
    return spell(*said)


def silent(snapshot: Snapshot, look: Look) -> str:
    """`bell off`, while it is."""
    return look.text("bell off") if snapshot.muted and snapshot.state != "ended" else ""


def joined(n: int, look: Look) -> str:
    """`22 have joined`."""
    return look.language.plural("{n} has joined", "{n} have joined", n).format(n=n)


def _progress(snapshot: Snapshot) -> float:
    if snapshot.state == "ended":
        return 1.0
    if not _live(snapshot) or not snapshot.section or not snapshot.sections:
        return 0.0
    return snapshot.section / snapshot.sections


def _live(snapshot: Snapshot) -> bool:
    return snapshot.state == "live"
