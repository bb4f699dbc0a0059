"""Ink: words and lines as pictures, in a terminal's own letters or in big type."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from rich.style import Style

from workshop.tui.type import Mode, Setting, fit, wrap

from .grid import Sizes
from .look import Look
from .picture import Picture, Strip, Strips, layer, stack

_LEAST = 4  # cells that any letter takes of a block of big type: one across, four down
_RUNS = re.compile(r" +|[^ ]+")


def spell(*parts: tuple[str, Style]) -> Picture:
    """One row of texts, each in its style."""
    segments = tuple(Segment(text, style) for text, style in parts if text)
    width = sum(cell_len(segment.text) for segment in segments)
    return Picture(width, 1, (Strip(0, 0, width, segments),))


@lru_cache(maxsize=1024)
def write(text: str, width: int, style: Style) -> Picture:
    """A text as lines of at most `width` cells; as high as it must be."""
    lines = wrap(text, max(1, width))
    strips = [Strip(row, 0, cell_len(line), (Segment(line, style),)) for row, line in enumerate(lines)]
    return Picture(max((strip.width for strip in strips), default=0), len(lines), tuple(strips))


def shorten(text: str, width: int) -> str:
    """The text on `width` cells: whole, or its beginning and `…`."""
    if cell_len(text) <= width:
        return text
    return chop_cells(text, width - 1)[0].rstrip() + "…" if width > 1 else ""


def fill(width: int, height: int, style: Style, character: str = " ") -> Picture:
    """A field of one character."""
    segments = (Segment(character * width, style),)
    return Picture(width, height, tuple(Strip(row, 0, width, segments) for row in range(height)))


def paint(setting: Setting, ink: str, look: Look, on: str = "") -> Picture:
    """Big type in the colour `ink` on the colour `on` (paper if it is empty)."""

    def strips() -> Strips:
        rows = setting.paint(ink, on or look.palette.paper, look.mode)
        return tuple(Strip(row, 0, setting.width, segments) for row, segments in enumerate(rows))

    return Picture(setting.width, setting.height, strips)


def set_large(text: str, width: int, height: int, sizes: Sizes) -> Setting | None:
    """The text at the largest of `sizes` that fits; None where none does."""
    if not text or not sizes or len(text) * _LEAST > width * height:
        return None
    return fit(text, width, height, sizes)


def large(
    text: str, ink: str, width: int, height: int, sizes: Sizes, look: Look, on: str = ""
) -> Picture | None:
    """The text in big type, as large as it goes, on the colour `on`; None where no size fits."""
    setting = set_large(text, width, height, sizes)
    return paint(setting, ink, look, on) if setting else None


def inked(picture: Picture, look: Look) -> Picture:
    """Big type without the blank cells around its letters, so that what lies behind can be seen."""
    paper = look.paper.bgcolor
    strips: list[Strip] = []
    for row, column, _, segments in picture.strips:
        for text, style, _ in segments:
            for run in _RUNS.findall(text):
                if not run.isspace() or style is None or style.bgcolor != paper:
                    strips.append(Strip(row, column, cell_len(run), (Segment(run, style),)))
                column += cell_len(run)
    return Picture(picture.width, picture.height, tuple(strips))


def tick(look: Look) -> str:
    """A tick before words that say the same, where the terminal's font has one."""
    return "" if look.plain or look.mode == Mode.HALF else "✓ "


def rule(width: int, done: float, look: Look, ink: str) -> Picture:
    """A thin line of which the share `done` (0 to 1) is heavy, in the colour `ink`."""
    heavy = round(width * min(1.0, max(0.0, done)))
    return spell(
        ("━" * heavy, look.style(ink, bold=False)),
        ("─" * (width - heavy), look.style(look.palette.line, bold=False)),
    )


def in_rows(entries: Sequence[Picture], width: int, gap: int) -> Picture:
    """Pictures side by side, `gap` cells between, on as many rows as they need."""
    rows: list[list[Picture]] = [[]]
    edge = 0
    for entry in entries:
        if rows[-1] and edge + entry.width > width:
            rows.append([])
            edge = 0
        rows[-1].append(entry.moved(right=edge))
        edge += entry.width + gap
    return stack(layer(row) for row in rows)
