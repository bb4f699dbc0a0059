"""Lettering: one line of big type, cropped to the cells that it inks."""

from dataclasses import dataclass
from functools import lru_cache

from workshop.tui.type import Setting, Size
from workshop.tui.type.glyphs import tidy
from workshop.tui.type.words import at_most, missing, set_word

from .ink import paint
from .look import Look
from .picture import Picture, Strip


@dataclass(frozen=True, slots=True)
class Lettering:
    """A line of `width` cells by `height` rows, and the cells and rows it keeps free after and below it."""

    setting: Setting
    top: int
    width: int
    height: int
    beside: int
    below: int

    def picture(self, ink: str, look: Look, on: str = "") -> Picture:
        """It in the colour `ink` on the colour `on` (paper if it is empty), nothing around it."""
        rows = paint(self.setting, ink, look, on).strips[self.top : self.top + self.height]
        strips = tuple(Strip(row, 0, self.width, strip.segments) for row, strip in enumerate(rows))
        return Picture(self.width, self.height, strips)


@lru_cache(maxsize=4096)
def letter(text: str, size: Size) -> Lettering | None:
    """`text` at `size`; None where the size has no letter for some of it."""
    spelt = tidy(text)
    if not spelt.strip() or missing(spelt, size):
        return None
    setting = Setting(size, (spelt,), size.pitch)
    top, bottom = _ink(spelt, size)
    first, last = top // 2, (bottom + 1) // 2
    flush = bottom % 2 == 0  # ink down to the last row's very edge, so that a row must part it from the next
    return Lettering(setting, first, setting.width, last - first, beside=2 + size.x // 2, below=int(flush))


def fits(text: str, size: Size, width: int) -> bool:
    """Whether `letter` gives a line of at most `width` cells; most words need not be set to know."""
    spelt = tidy(text)
    if spelt.strip() and not missing(spelt, size) and at_most(spelt, size) <= 2 * width:
        return True
    letters = letter(text, size)
    return letters is not None and letters.width <= width


def _ink(line: str, size: Size) -> tuple[int, int]:
    """The half rows from the top of a line at which its ink begins and ends."""
    glyphs = [glyph for _, glyph in set_word(line, size).letters]
    above = max(glyph.top for glyph in glyphs)
    below = max(len(glyph.rows) - glyph.top for glyph in glyphs)
    return size.above - above, size.above + below
