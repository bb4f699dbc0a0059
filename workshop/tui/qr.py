"""QR codes, above all that of the room's address, drawn in cells that any camera reads off a projector.

Measured: upper-case address (a third fewer modules), level M, quiet zone of four modules, pure black on pure
white whatever the theme is, and ▄ and spaces alone, which no font draws with a seam.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

import segno
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style

QUIET_ZONE = 4

_WHITE, _BLACK = Color.from_rgb(255, 255, 255), Color.from_rgb(0, 0, 0)
# By whether a cell's lower and upper modules are dark.
_STYLES = {
    (lower, upper): Style.from_color(_BLACK if lower else _WHITE, _BLACK if upper else _WHITE)
    for lower in (False, True)
    for upper in (False, True)
}

Row = tuple[bool, ...]


def draw(text: str, double: bool = False) -> list[list[Segment]]:
    """The code of `text` as rows of segments: a module is a cell wide and half a row high, or twice that.

    Put them on the screen as they are: under a dimmed or tinted screen no camera reads them.
    """
    modules = _modules(text)
    if double:
        return [_join((dark, dark, 2) for dark in row) for row in modules]
    if len(modules) % 2:
        modules += ((False,) * len(modules),)
    return [
        _join((lower, upper, 1) for upper, lower in zip(above, below, strict=True))
        for above, below in zip(modules[::2], modules[1::2], strict=True)
    ]


def printed(url: str) -> str:
    """The code of `url` as lines for a terminal, in the 256 colours that even old ones have."""
    rows = draw(url)
    return "\n".join("".join(_spelt(segment) for segment in row) for row in rows)


def size(text: str, double: bool = False) -> tuple[int, int]:
    """Cells and rows that `draw` takes: 33 by 17 for an address of up to 38 capitals, or 66 by 33."""
    modules = len(_modules(text))
    return (2 * modules, modules) if double else (modules, (modules + 1) // 2)


@lru_cache(maxsize=8)
def _modules(text: str) -> tuple[Row, ...]:
    """Whether each module is dark, quiet zone included; segno's ValueError where no code holds the text."""
    code = segno.make(text, error="m", boost_error=False, micro=False, encoding="utf-8")
    return tuple(tuple(map(bool, row)) for row in code.matrix_iter(border=QUIET_ZONE))


def _join(cells: Iterable[tuple[bool, bool, int]]) -> list[Segment]:
    """Cells (lower dark, upper dark, width) as segments; ▄ draws the lower module where the two differ."""
    row: list[Segment] = []
    for (lower, upper), run in groupby(cells, key=lambda cell: cell[:2]):
        width = sum(cell[2] for cell in run)
        row.append(Segment((" " if lower == upper else "▄") * width, _STYLES[lower, upper]))
    return row


def _spelt(segment: Segment) -> str:
    style = segment.style or Style.null()
    return style.render(segment.text, color_system=ColorSystem.EIGHT_BIT)
