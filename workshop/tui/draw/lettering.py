"""Lettering: one line of text, in big type or in cell text, cropped to the cells that it inks."""

from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from workshop.tui.type import Setting, Size
from workshop.tui.type.glyphs import tidy
from workshop.tui.type.words import missing, set_word

from .ink import paint, spell
from .look import Look
from .picture import Picture, Strip


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text of `width` cells by `height` rows, and the cells and rows it keeps free after and below it."""

    text: str
    setting: Setting | None
    top: int
    width: int
    height: int
    beside: int
    below: int

    def picture(self, ink: str, look: Look) -> Picture:
        """It in the colour `ink`, nothing around it."""
        if self.setting is None:
            return spell((self.text, look.style(ink)))
        rows = paint(self.setting, ink, look).strips[self.top : self.top + self.height]
        strips = tuple(Strip(row, 0, self.width, strip.segments) for row, strip in enumerate(rows))
        return Picture(self.width, self.height, strips)


@lru_cache(maxsize=4096)
def letter(text: str, size: Size | None) -> Lettering | None:
    """`text` at `size`, None for cell text; None where the size has no letter for some of it."""
    if size is None:
        return Lettering(text, None, 0, cell_len(text), 1, beside=3, below=0)
    spelt = tidy(text)
    if not spelt.strip() or missing(spelt, size):
        return None
    setting = Setting(size, (spelt,), size.pitch)
    top, bottom = _ink(spelt, size)
    first, last = top // 2, (bottom + 1) // 2
    flush = bottom % 2 == 0  # ink down to the last row's very edge, so that a row must part it from the next
    return Lettering(
        text, setting, first, setting.width, last - first, beside=2 + size.x // 2, below=int(flush)
    )


def _ink(line: str, size: Size) -> tuple[int, int]:
    """The half rows from the top of a line at which its ink begins and ends."""
    glyphs = [glyph for _, glyph in set_word(line, size).letters]
    above = max(glyph.top for glyph in glyphs)
    below = max(len(glyph.rows) - glyph.top for glyph in glyphs)
    return size.above - above, size.above + below
