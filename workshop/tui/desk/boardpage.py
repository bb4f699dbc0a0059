"""The board drawn: tabs above, texts at the left, themes at the right, and under them what a key would do."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style

from workshop.core.clock import of_day
from workshop.core.moderation import Item
from workshop.core.phrases import Words
from workshop.room.board import Board, Tab
from workshop.tui.draw import Frame, Look
from workshop.tui.draw.canvas import Canvas
from workshop.tui.draw.ink import rule, shorten, spell, write
from workshop.tui.draw.picture import Picture, layer, right, stack

from .boardkeys import ROW
from .listing import Listing
from .piles import draw_piles, draw_piles_below
from .shortcuts import draw_keys
from .texts import Texts

_COLUMNS = ((140, 44), (110, 34), (76, 24))  # cells of the themes' column, from so many columns on
_ROOMY = (110, 32)
_BESIDE = 3  # cells between texts and themes, a line in the middle
_BELOW = 2  # rows that the themes have under the texts, where there is no room beside them
_DECOR = 4  # cells of a tab beside its name
_ARROWS = 4
_OTHERS = 18  # cells of the name of a tab that is not the one that is open


@dataclass(frozen=True)
class BoardView:
    """What is to be drawn. `like` may say the same as the text pointed at; `hint` is news."""

    texts: Texts
    listing: Listing
    look: Look
    now: float
    like: Item | None = None
    hint: str = ""
    silent: bool = False
    asks: Words = ""
    """What the box in the last row but one is for, while one writes in it."""


@dataclass(frozen=True)
class Grid:
    """`left` cells are for texts, `right` for themes (0: none); `foot` is the first row under them."""

    width: int
    height: int
    margin: int
    top: int
    foot: int
    left: int
    right: int

    @property
    def inner(self) -> int:
        """Cells between the margins."""
        return self.width - 2 * self.margin


def board_grid(width: int, height: int) -> Grid:
    """The grid of a terminal."""
    roomy = width >= _ROOMY[0] and height >= _ROOMY[1]
    margin, column = 2 if roomy else 1, next((cells for least, cells in _COLUMNS if width >= least), 0)
    foot = height - (4 if column else 4 + _BELOW) - int(roomy)
    left = width - 2 * margin - (column + _BESIDE if column else 0)
    return Grid(width, height, margin, 3 if roomy else 2, foot, left, column)


def board_frame(view: BoardView, width: int, height: int) -> Frame:
    """The whole board."""
    grid, look = board_grid(width, height), view.look
    canvas, rows = Canvas(width, height, look.paper), grid.foot - grid.top
    line = rule(grid.inner, 0.0, look, look.palette.line)
    head, named = _head(view, grid.inner)
    canvas.draw(head, 0, grid.margin)
    canvas.draw(line, 1, grid.margin)
    canvas.draw(_texts(view, grid.left, rows, named=not named), grid.top, grid.margin)
    if grid.right:
        beside = grid.margin + grid.left
        canvas.draw(
            stack([spell(("│", look.style(look.palette.line, bold=False)))] * (grid.foot - 2)), 2, beside + 1
        )
        canvas.draw(draw_piles(view.texts, look, grid.right, rows), grid.top, beside + _BESIDE)
    canvas.draw(line, grid.foot, grid.margin)
    row = grid.foot + 1
    if not grid.right:
        canvas.draw(draw_piles_below(view.texts, look, grid.inner, _BELOW), row, grid.margin)
        row += _BELOW
    canvas.draw(_likeness(view, grid.inner), row, grid.margin)
    canvas.draw(_state(view, grid.inner), row + 1, grid.margin)
    canvas.draw(draw_keys(look, grid.inner, ROW), row + 2, grid.margin)
    return Frame(canvas.rows())


def box_place(view: BoardView, width: int, height: int) -> tuple[int, int, int]:
    """Where one writes: a row, a column and how many cells."""
    grid = board_grid(width, height)
    column = grid.margin + _label(view).width + 1
    return height - 2 - int(grid.top > 2), column, max(8, grid.width - grid.margin - column)


def _texts(view: BoardView, width: int, height: int, *, named: bool) -> Picture:
    if view.texts.board is None:
        look = view.look
        said = look.text("The texts are with the hub, which does not answer.") if view.silent else ""
        return write(said, width, look.style(look.palette.ink))
    return view.listing.draw(view.texts, width, height, named=named)


def _head(view: BoardView, width: int) -> tuple[Picture, bool]:
    """The tabs and the time, and whether the open tab has its whole name there."""
    look, board = view.look, view.texts.board
    time = spell((of_day(view.now), look.style(look.palette.ink)))
    if board is None:
        return right(time, width), True
    at = next((n for n, tab in enumerate(board.tabs) if tab.number == board.at), 0)
    room, whole = width - time.width - 3, look.line(board.tabs[at].title)
    names = [shorten(look.line(tab.title), _OTHERS) for tab in board.tabs]
    widths = [_wide(name, tab) for name, tab in zip(names, board.tabs, strict=True)]
    names[at] = shorten(whole, max(_OTHERS, room - sum(widths) + cell_len(names[at])))
    return layer([_tabs(names, at, board, look, room), right(time, width)]), names[at] == whole


def _tabs(names: Sequence[str], at: int, board: Board, look: Look, width: int) -> Picture:
    """The open tab and as many on both sides of it as there is room for; `‹ ›` say that there are others."""
    widths = [_wide(name, tab) for name, tab in zip(names, board.tabs, strict=True)]
    first, last = _around(at, widths, width)
    if last - first < len(widths):
        first, last = _around(at, widths, width - _ARROWS)
    quiet = look.style(look.palette.quiet)
    parts = [spell(("‹ " if first else "", quiet))]
    parts += [_tab(names[n], board.tabs[n], look, here=n == at) for n in range(first, last)]
    parts += [spell(("›" if last < len(names) else "", quiet))]
    edges = [sum(part.width for part in parts[:n]) for n in range(len(parts))]
    return layer(part.moved(right=edge) for part, edge in zip(parts, edges, strict=True))


def _around(at: int, widths: Sequence[int], room: int) -> tuple[int, int]:
    """From which tab to before which there is room, those next to the open one first."""
    first, last = at, at + 1
    for n in sorted(range(len(widths)), key=lambda n: (abs(n - at), n)):
        wider = min(first, n), max(last, n + 1)
        if sum(widths[slice(*wider)]) > room:
            break
        first, last = wider
    return first, last


def _wide(name: str, tab: Tab) -> int:
    return cell_len(name) + _DECOR + (len(str(tab.waiting)) + 1 if tab.waiting else 0)


def _tab(name: str, tab: Tab, look: Look, *, here: bool) -> Picture:
    colours = look.palette
    on = colours.card if here else colours.paper
    return spell(
        ("▌" if here else " ", look.style(colours.accent, on=on)),
        (name, look.style(colours.ink if here else colours.quiet, bold=here, on=on)),
        (f" {tab.waiting}" if tab.waiting else "", look.style(colours.accent, on=on)),
        (" ", look.style(colours.ink, on=on)),
        ("  ", look.paper),
    )


def _likeness(view: BoardView, width: int) -> Picture:
    """Another text that may say the same as the one pointed at, and how many texts there are."""
    look, texts = view.look, view.texts
    seen, all_ = len(texts.rows), texts.count
    said = str(all_) if seen == all_ else look.text("{n} of {all}", n=seen, all=all_)
    counted = right(spell((said if texts.board else "", _quiet(look))), width)
    if view.like is None or view.asks:
        return counted
    like = spell(
        ("y", look.style(look.palette.accent)),
        (" " + look.text("may say the same as") + " ", _quiet(look)),
    )
    words = shorten(look.line(view.like.text), width - like.width - len(said) - 2)
    return layer([like, spell((words, look.style(look.palette.ink))).moved(right=like.width), counted])


def _state(view: BoardView, width: int) -> Picture:
    """The line's label while one writes; else news, or what is marked and what is looked for."""
    look, texts = view.look, view.texts
    if view.asks:
        return _label(view)
    if view.hint:
        return spell((shorten(view.hint, width), look.style(look.palette.late)))
    said = [look.text("{n} marked", n=len(texts.marked))] if texts.marked else []
    said += [f"/ {look.line(texts.typed)}"] if texts.typed else []
    said += [look.text("in no theme")] if texts.loose else []
    return spell((shorten(" · ".join(said), width), look.style(look.palette.accent)))


def _label(view: BoardView) -> Picture:
    look = view.look
    return spell((look.line(view.asks), look.style(look.palette.accent)))


def _quiet(look: Look) -> Style:
    return look.style(look.palette.quiet, bold=False)
