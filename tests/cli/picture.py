"""A terminal's screen as a picture: each cell two halves of colour, which is all that a QR code needs."""

import re
from typing import NamedTuple

import zxingcpp
from PIL import Image, ImageDraw

CELL = (8, 16)
"""Pixels of a cell: a module of the code is a cell wide and half a cell high, so it comes out square."""

Colour = tuple[int, int, int]
_PAPER, _INK = (12, 12, 12), (229, 229, 229)
_OF_256 = {16: (0, 0, 0), 231: (255, 255, 255)}
_TOKEN = re.compile(r"\x1b\[([0-9;:]*)m|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[\x0e\x0f]|(.)")


class Style(NamedTuple):
    """The colours that hold until the next escape sequence."""

    ink: Colour = _INK
    paper: Colour = _PAPER
    reverse: bool = False

    def after(self, codes: list[int]) -> "Style":
        """The style after a sequence with these numbers; only full colours are understood."""
        style = self
        while codes:
            code = codes.pop(0)
            if code == 0:
                style = Style()
            elif code in (7, 27):
                style = style._replace(reverse=code == 7)
            elif code in (38, 48):
                if codes.pop(0) == 2:
                    red, green, blue, *codes = codes
                    colour = (red, green, blue)
                else:  # one of 256, of which a code has but two
                    colour = _OF_256[codes.pop(0)]
                style = style._replace(ink=colour) if code == 38 else style._replace(paper=colour)
            elif code in (39, 49):
                style = style._replace(ink=_INK) if code == 39 else style._replace(paper=_PAPER)
        return style

    def halves(self, character: str) -> tuple[Colour, Colour]:
        """The colours of a cell's upper and lower half; letters count as paper."""
        ink, paper = (self.paper, self.ink) if self.reverse else (self.ink, self.paper)
        return (ink if character in "▀█" else paper, ink if character in "▄█" else paper)


def codes_in(cells: str, size: tuple[int, int]) -> list[str]:
    """What the QR codes on a screen say. `cells` is what `tmux capture-pane -e` gives."""
    image = Image.new("RGB", (size[0] * CELL[0], size[1] * CELL[1]))
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(_lines(cells)[: size[1]]):
        for column, halves in enumerate(line):
            for half, colour in enumerate(halves):
                left, top = column * CELL[0], row * CELL[1] + half * CELL[1] // 2
                draw.rectangle((left, top, left + CELL[0] - 1, top + CELL[1] // 2 - 1), fill=colour)
    return [found.text for found in zxingcpp.read_barcodes(image)]


def _lines(cells: str) -> list[list[tuple[Colour, Colour]]]:
    """Every line's cells. A style holds over the end of a line, as tmux leaves out what does not change."""
    style, lines = Style(), []
    for line in cells.split("\n"):
        halves = []
        for sequence, character in _TOKEN.findall(line):
            if character:
                halves.append(style.halves(character))
            else:
                style = style.after([int(number or 0) for number in re.split("[;:]", sequence)])
        lines.append(halves)
    return lines
