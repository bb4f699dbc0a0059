"""Text set in big type: which size it gets, how its lines break, and its picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .glyphs import face, tidy
from .lines import break_evenly, split_words
from .paint import Canvas, Mode, Row, colour_row, read_cells
from .sizes import SIZES, Size
from .words import missing, set_word


@dataclass(frozen=True)
class Setting:
    """Lines of text at one size. Lengths in cells and rows; `pitch` is from line to line in half rows.

    Every block has room for an Å in its first line, so that blocks of one size stand alike side by side.
    """

    size: Size
    lines: tuple[str, ...]
    pitch: int

    @property
    def width(self) -> int:
        """Cells of the widest line."""
        return (max(set_word(line, self.size).width for line in self.lines) + 1) // 2

    @property
    def height(self) -> int:
        """Rows of all lines."""
        return ((len(self.lines) - 1) * self.pitch + self.size.pitch + 1) // 2

    @property
    def clear(self) -> int:
        """Rows at the top that are paper unless the first line has an accent on a capital."""
        return (self.size.above - max(self.size.cap, self.size.ascender)) // 2

    @property
    def baseline(self) -> int:
        """The row, from 0, in which the last line's letters have their feet."""
        return (self.size.above + (len(self.lines) - 1) * self.pitch - 1) // 2

    def paint(self, ink: str, paper: str, mode: Mode = Mode.TRUECOLOR, width: int = 0) -> tuple[Row, ...]:
        """The picture: `height` rows of segments, each `width` cells (its own width if that is wider).

        Colours are "#rrggbb". Cells without ink are exactly paper.
        """
        return _paint(self, ink, paper, mode, max(width, self.width))

    def characters(self, mode: Mode = Mode.QUADRANTS) -> list[str]:
        """The picture without colours: `height` rows of `width` characters."""
        return ["".join(cell.character for cell in row) for row in read_cells(_draw(self, self.width), mode)]


@lru_cache(maxsize=128)
def _paint(setting: Setting, ink: str, paper: str, mode: Mode, width: int) -> tuple[Row, ...]:
    return tuple(colour_row(cells, ink, paper) for cells in read_cells(_draw(setting, width), mode))


def _draw(setting: Setting, width: int) -> Canvas:
    """The ink levels of the whole block, half cells by half rows."""
    canvas = [bytearray(2 * width) for _ in range(2 * setting.height)]
    for number, line in enumerate(setting.lines):
        baseline = setting.size.above + number * setting.pitch
        for start, glyph in set_word(line, setting.size).letters:
            end = start + glyph.width
            for down, levels in enumerate(glyph.rows, baseline - glyph.top):
                under = canvas[down][start:end]
                canvas[down][start:end] = bytes(map(max, under, levels)) if any(under) else levels
    return canvas


def _rows(lines: int, size: Size, pitch: int) -> int:
    return ((lines - 1) * pitch + size.pitch + 1) // 2


def fit(text: str, width: int, height: int, sizes: Sequence[Size] = SIZES) -> Setting | None:
    """The text at the largest of `sizes` whose balanced lines fit in `width` cells by `height` rows.

    Words are never hyphenated or cut, and "\n" ends a line. None where no size fits, where a size lacks a
    letter (`missing` says which), or where there is no text: the caller then takes bold text.
    """
    peers = fit_all([text], width, height, sizes)
    return peers[0] if peers else None


def fit_all(
    texts: Sequence[str],
    width: int | Sequence[int],
    height: int,
    sizes: Sequence[Size] = SIZES,
    *,
    total: int | None = None,
    gap: int = 0,
) -> list[Setting] | None:
    """Peers at the largest size that all of them fit in, each in `width` cells by `height` rows.

    `width` may be one for each text (columns). With `total`, the rows of all of them one under the other,
    `gap` rows between, may not be more than that. None as `fit` gives it.
    """
    widths = [width] * len(texts) if isinstance(width, int) else width
    for size in sizes:
        broken = [break_text(text, wide, size) for text, wide in zip(texts, widths, strict=True)]
        if not all(broken):
            continue
        for pitch in sorted({size.pitch, size.tight}, reverse=True):
            peers = [Setting(size, lines, pitch) for lines in broken]
            together = sum(peer.height for peer in peers) + gap * (len(peers) - 1)
            if max(peer.height for peer in peers) <= height and (total is None or together <= total):
                return peers
    return None


@lru_cache(maxsize=512)
def break_text(text: str, width: int, size: Size) -> tuple[str, ...]:
    """The text's balanced lines, or none where a word is wider than `width` cells or has no letters here."""
    spelt = tidy(text)
    if missing(spelt, size):
        return ()
    lines: list[str] = []
    for paragraph in spelt.split("\n"):
        words = split_words(paragraph)
        broken = break_evenly(
            words, [set_word(word, size).width for word in words], face(size).space, 2 * width
        )
        if broken is None:
            return ()
        lines += broken or [""]
    return tuple(lines) if any(lines) else ()
