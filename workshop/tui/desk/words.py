"""Words on the desk: a label with what stands beside it, and texts that take a row or two at most."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style

from workshop.core.phrases import Words, decimal
from workshop.tui.draw.ink import shorten, spell, write
from workshop.tui.draw.look import Look
from workshop.tui.draw.picture import Picture, layer, stack
from workshop.tui.type.lines import wrap

DOT = " · "


def labelled(label: str, body: Picture, indent: int, look: Look) -> Picture:
    """A quiet label, the body beside it."""
    return layer([spell((label, look.style(look.palette.quiet))), body.moved(right=indent)])


def clip(text: str, width: int, rows: int, style: Style) -> Picture:
    """The text on so many rows of so many cells; `…` says where it would go on."""
    lines = wrap(text, max(1, width))
    if len(lines) <= rows:
        return write(text, width, style)
    rest = shorten(f"{lines[rows - 1]} {' '.join(lines[rows:])}", width)
    return stack(spell((line, style)) for line in [*lines[: rows - 1], rest])


def minutes(value: float, look: Look) -> str:
    """`3 min`, `1.5 min`."""
    return look.text("{n} min", n=look.line(decimal(value)))


def in_lines(parts: Sequence[Words], width: int, look: Look, style: Style) -> Picture:
    """The parts with dots between on as few rows as they take, empty ones left out; none is cut in two."""
    rows: list[str] = []
    for part in filter(None, map(look.line, parts)):
        if rows and cell_len(rows[-1] + DOT + part) <= width:
            rows[-1] += DOT + part
        else:
            rows.append(part)
    return stack(clip(row, width, 1, style) for row in rows)
