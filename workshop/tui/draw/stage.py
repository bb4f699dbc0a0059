"""The stage: which screen a snapshot calls for, drawn whole."""

from workshop.room.snapshot import Snapshot

from .canvas import Canvas, Frame
from .ending import draw_ending
from .fullscreen import draw_fullscreen
from .grid import grid_of
from .live import draw_live
from .lobby import draw_lobby
from .look import Look
from .note import Turn
from .status import draw_status


def stage(
    snapshot: Snapshot,
    size: tuple[int, int],
    look: Look,
    *,
    now: float,
    page: int = 0,
    hint: str | None = None,
    starts: str | None = None,
    qr_only: bool = False,
    turning: bool = False,
) -> Frame:
    """The whole screen of `size` (cells, rows).

    `now` is the run's clock in seconds since the epoch; `page` which page of cards (from 0, the last one if
    there are not so many); `hint` one quiet line of the app's; `starts` the time that the lobby announces
    (`13:00`); `qr_only` the code alone; `turning` says that pages turn by themselves.
    """
    width, height = size
    grid = grid_of(width, height, look.mode, look.plain)
    canvas = Canvas(width, height, look.paper)
    pages, page_drawn = 1, 0
    if qr_only:
        draw_fullscreen(canvas, snapshot.join_url, grid, look)
    elif not snapshot.blanked:
        turn = Turn(page, alone=turning)
        pages, page_drawn = _draw(canvas, snapshot, look, now, turn, hint or "", starts or "")
    return Frame(canvas.rows(), pages, page_drawn)


def _draw(
    canvas: Canvas, snapshot: Snapshot, look: Look, now: float, turn: Turn, hint: str, starts: str
) -> tuple[int, int]:
    grid = grid_of(canvas.width, canvas.height, look.mode, look.plain)
    draw_status(canvas, snapshot, grid, look, now, "" if snapshot.state == "lobby" else hint)
    match snapshot.state:
        case "lobby":
            draw_lobby(canvas, snapshot, grid, look, hint, starts)
        case "ended":
            draw_ending(canvas, snapshot, grid, look)
        case _:
            return draw_live(canvas, snapshot, grid, look, now, turn)
    return 1, 0
