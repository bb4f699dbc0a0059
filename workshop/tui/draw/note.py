"""The last line: how many answered and what the figures mean, and which page this is."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from workshop.core.blocks import Block, Levels, Note

from .grid import Grid
from .ink import large, spell, write
from .levels import draw_legend
from .look import Look
from .picture import NOTHING, Picture, layer, right, stack

_DOT = "  ·  "
_APART = " · "


class Turn(NamedTuple):
    """Which page is wanted (from 0), and whether pages turn by themselves (`alone`)."""

    page: int
    alone: bool = False


def draw_note(blocks: Sequence[Block], width: int, grid: Grid, look: Look, page: str = "") -> Picture:
    """The note of `blocks` in `width` cells, the legend of their levels before it, `page` at the right."""
    parts = [look.line(part) for block in blocks if isinstance(block, Note) for part in block.parts]
    levels = next((block for block in blocks if isinstance(block, Levels)), None)
    if levels is not None and not look.plain:
        return _with_legend(draw_legend(levels, width, grid, look), _marked(parts, look), width, look, page)
    if not parts and not page:
        return NOTHING
    return _large(_DOT.join(parts), page, width, grid, look) or _small(parts, page, width, look)


def page_of(turn: Turn, pages: int, look: Look) -> str:
    """`Page 1 of 2` for page 0, or nothing where there is but one; and that they turn by themselves."""
    if pages < 2:
        return ""
    page = look.text("Page {page} of {pages}", page=turn.page + 1, pages=pages)
    return page + _APART + look.text("turning by itself") if turn.alone else page


def _marked(parts: list[str], look: Look) -> list[str]:
    median = look.text("median, the middle answer")
    return [f"▲ {part}" if part == median else part for part in parts]


def _large(text: str, page: str, width: int, grid: Grid, look: Look) -> Picture | None:
    """Both in big type; the page in cell text where there is room for no more, rather than both."""
    drawn = [large(words, look.palette.quiet, width, 5, grid.sizes("note"), look) for words in (text, page)]
    note, turn = (picture or NOTHING for picture in drawn)
    if bool(note.height) != bool(text) or note.width > width:
        return None
    small = spell((page, look.style(look.palette.quiet)))
    for choice in (turn, small.moved(max(0, note.height - 2))):
        if bool(choice.height) == bool(page) and note.width + 3 + choice.width <= width:
            return layer([note, right(choice, width)])
    return None


def _small(parts: list[str], page: str, width: int, look: Look) -> Picture:
    """The parts on as few rows as they take; the page at the right of the last if it fits there."""
    style = look.style(look.palette.quiet)
    rows: list[str] = []
    for part in parts:
        if rows and cell_len(rows[-1] + _DOT + part) <= width:
            rows[-1] += _DOT + part
        else:
            rows.append(part)
    said = stack(write(row, width, style) for row in rows)
    return beside_last_row(said, spell((page, style)), width) if page else said


def beside_last_row(picture: Picture, small: Picture, width: int) -> Picture:
    """A small picture at the right of another one's last row, or under it where they would touch."""
    last = picture.height - 1
    edge = max((strip.column + strip.width for strip in picture.strips if strip.row == last), default=0)
    if picture.height and edge + 3 + small.width > width:
        return stack([picture, right(small, width)])
    return layer([picture, right(small, width).moved(max(0, last))])


def _with_legend(key: Picture, parts: list[str], width: int, look: Look, page: str) -> Picture:
    note = _small(parts, page, width, look)
    if key.height == note.height == 1 and key.width + note.width + 3 <= width:
        return layer([key, right(note, width)])
    return stack([key, note])
