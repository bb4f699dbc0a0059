"""The last line: how many answered and what the figures mean, and which page this is."""

from collections.abc import Sequence

from workshop.core.blocks import Block, Levels, Note
from workshop.tui.type import fit

from .grid import Grid
from .ink import paint, spell
from .levels import in_rows, legend
from .look import Look
from .picture import Picture, layer, right, stack
from .room import Room

_DOT = "  ·  "


def draw_note(blocks: Sequence[Block], grid: Grid, look: Look, page: str = "") -> Picture:
    """The note of `blocks` with the legend of their levels before it, `page` at the right."""
    parts = [look.line(part) for block in blocks if isinstance(block, Note) for part in block.parts]
    levels = next((block for block in blocks if isinstance(block, Levels)), None)
    if levels is not None and not look.plain:
        return _with_legend(levels, _marked(parts, look), grid, look, page)
    return _line(parts, page, grid, look)


def page_of(page: int, pages: int, look: Look) -> str:
    """`Page 1 of 2`, or nothing where there is but one."""
    return look.text("Page {page} of {pages}", page=page + 1, pages=pages) if pages > 1 else ""


def _marked(parts: list[str], look: Look) -> list[str]:
    median = look.text("median, the middle answer")
    return [f"▲ {part}" if part == median else part for part in parts]


def _line(parts: list[str], page: str, grid: Grid, look: Look) -> Picture:
    text = _DOT.join(parts)
    if not text and not page:
        return Picture(0, 0)
    return _large(text, page, grid, look) or _small(parts, page, grid, look)


def _large(text: str, page: str, grid: Grid, look: Look) -> Picture | None:
    drawn = []
    for words in filter(None, (text, page)):
        setting = fit(words, grid.inner, 5, grid.sizes("note")) if grid.sizes("note") else None
        if setting is None:
            return None
        drawn.append(paint(setting, look.palette.quiet, look))
    if text and page:
        if drawn[0].width + drawn[1].width + 6 > grid.inner:
            return None
        return layer([drawn[0], right(drawn[1], grid.inner)])
    return right(drawn[0], grid.inner) if page else drawn[0]


def _small(parts: list[str], page: str, grid: Grid, look: Look) -> Picture:
    """The parts on one row, or on as many as they need; the page stands on the last one's right."""
    style = look.style(look.palette.quiet)
    words = [spell((part if number == 0 else _DOT + part, style)) for number, part in enumerate(parts)]
    turn = spell((page, style))
    together = sum(word.width for word in words) + (turn.width + 3 if page else 0)
    if together <= grid.inner:
        said = in_rows(words, grid.inner, gap=0)
    else:
        width = grid.inner - (turn.width + 3 if page else 0)
        said = in_rows([spell((part, style)) for part in parts], width, gap=3)
    if not page:
        return said
    return layer([said, right(turn, grid.inner).moved(max(0, said.height - 1))])


def _with_legend(levels: Levels, parts: list[str], grid: Grid, look: Look, page: str) -> Picture:
    key = legend(levels, Room(grid.inner, None, grid, look))
    note = _small(parts, page, grid, look)
    if key.height == note.height == 1 and key.width + note.width + 3 <= grid.inner:
        return layer([key, right(note, grid.inner)])
    return stack([key, note])
