"""Reading a frame: its text, the big type on it, and a photograph of it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PIL import Image, ImageDraw
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from workshop.room.snapshot import Snapshot
from workshop.tui.draw import Frame, Look, cards, compose, stage
from workshop.tui.type import Setting

CELL = (6, 12)


def pages(
    snapshot: Snapshot, size: tuple[int, int], look: Look, *, most: int = 1_000, **said: Any
) -> list[Frame]:
    """Every page of what the stage shows, or the first ones."""
    first = stage(snapshot, size, look, now=snapshot.now, **said)
    rest = [
        stage(snapshot, size, look, now=snapshot.now, page=page, **said) for page in range(1, first.pages)
    ]
    return [first, *rest]


def lines(frame: Frame) -> list[str]:
    """The frame's rows as text."""
    return ["".join(segment.text for segment in row) for row in frame.rows]


def text(frame: Frame) -> str:
    """The frame's text with single spaces."""
    return " ".join(" ".join(lines(frame)).split())


def widths(frame: Frame) -> set[int]:
    """How wide its rows are."""
    return {cell_len(line) for line in lines(frame)}


def style_at(frame: Frame, row: int, column: int) -> Style:
    """The style of a cell."""
    at = 0
    for segment in frame.rows[row]:
        at += cell_len(segment.text)
        if at > column:
            assert isinstance(segment.style, Style)
            return segment.style
    raise AssertionError(f"no cell {column} in row {row}")


@contextmanager
def big_type(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Setting]]:
    """Everything that is set in big type meanwhile, whether it is drawn in the end or not."""
    found: list[Setting] = []
    paint = Setting.paint

    def noted(setting: Setting, *args: Any, **said: Any) -> tuple[tuple[Segment, ...], ...]:
        found.append(setting)
        return paint(setting, *args, **said)

    compose._compose.cache_clear()
    cards._strips.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(Setting, "paint", noted)
        yield found


def shows(frame: Frame, setting: Setting, look: Look) -> bool:
    """Whether the whole picture of a setting stands somewhere on the frame."""
    letters = setting.paint(look.palette.ink, look.palette.paper, look.mode)
    picture = ["".join(segment.text for segment in row) for row in letters]
    rows = lines(frame)
    first = next(number for number, row in enumerate(picture) if row.strip())
    pattern = re.compile(f"(?={picture[first].replace(' ', '.')})")
    return any(
        _stands_at(rows, picture, top - first, found.start())
        for top, row in enumerate(rows)
        for found in pattern.finditer(row)
    )


def _stands_at(rows: list[str], picture: list[str], top: int, left: int) -> bool:
    return 0 <= top <= len(rows) - len(picture) and all(
        letter == " " or row[left + across : left + across + 1] == letter
        for row, drawn in zip(rows[top:], picture, strict=False)
        for across, letter in enumerate(drawn)
    )


def photograph(frame: Frame) -> Image.Image:
    """The frame as a terminal draws it, as far as half blocks and colours go."""
    width = sum(cell_len(segment.text) for segment in frame.rows[0])
    picture = Image.new("RGB", (width * CELL[0], len(frame.rows) * CELL[1]), "#0C0C0C")
    pen = ImageDraw.Draw(picture)
    for down, row in enumerate(frame.rows):
        at = 0
        for segment in row:
            for letter in segment.text:
                _draw_cell(pen, at * CELL[0], down * CELL[1], letter, segment.style)
                at += cell_len(letter)
    return picture


def _draw_cell(pen: ImageDraw.ImageDraw, x: int, y: int, letter: str, style: Any) -> None:
    front, back = _colour(style, "color", "#E5E5E5"), _colour(style, "bgcolor", "#0C0C0C")
    pen.rectangle((x, y, x + CELL[0] - 1, y + CELL[1] - 1), fill=back)
    if letter in "▄█":
        pen.rectangle((x, y + CELL[1] // 2, x + CELL[0] - 1, y + CELL[1] - 1), fill=front)
    if letter in "▀█":
        pen.rectangle((x, y, x + CELL[0] - 1, y + CELL[1] // 2 - 1), fill=front)


def _colour(style: Any, which: str, otherwise: str) -> str:
    colour = getattr(style, which, None)
    return colour.get_truecolor().hex if colour and not colour.is_default else otherwise
