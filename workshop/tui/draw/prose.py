"""Paragraphs and bullets, and the words that stand where there are no results."""

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len, chop_cells
from rich.style import Style

from workshop.core.blocks import Empty, Paragraph, Text
from workshop.tui.type.lines import break_evenly

from .flow import Flow
from .ink import spell
from .picture import Picture, layer, stack
from .room import Room

Word = tuple[str, bool]  # and whether it is strong


def draw_text(block: Text, room: Room) -> list[Flow] | None:
    """A slide's text."""
    pieces = [_paragraph(paragraph, room) for paragraph in block.paragraphs]
    drawn = tuple(piece for piece in pieces if piece)
    return [Flow(drawn, gap=_gap(block, room))] if len(drawn) == len(pieces) else None


def draw_empty(block: Empty, room: Room) -> list[Flow] | None:
    """A line where results would be, in ink as they are: the question above it is quiet."""
    words = room.words(room.look.line(block.text), room.width, room.look.palette.ink)
    return [Flow((words,))] if words else None


def _gap(block: Text, room: Room) -> int:
    return 1 if room.size is None else 0


def _paragraph(paragraph: Paragraph, room: Room) -> Picture | None:
    indent = 0 if not paragraph.bullet else 2 if room.size is None else 4
    words = _words(paragraph, room)
    body: Picture | None
    if room.size is None:
        body = _lines(words, room.width - indent, room)
    else:
        body = room.words(" ".join(text for text, _ in words), room.width - indent, room.look.palette.ink)
    if body is None or not indent:
        return body
    return layer([_bullet(room), body.moved(right=indent)])


def _bullet(room: Room) -> Picture:
    mark = room.words("•", room.width, room.look.palette.accent)
    return mark or spell(("•", room.look.style(room.look.palette.accent)))


def _words(paragraph: Paragraph, room: Room) -> list[Word]:
    """The paragraph's words; a run that ends within a word makes the whole word its own."""
    words: list[Word] = []
    joined = False
    for run in paragraph.runs:
        parts = room.look.say(run.text).split()
        if parts and joined and words and not run.text[:1].isspace():
            words[-1] = (words[-1][0] + parts.pop(0), words[-1][1] or run.strong)
        words += [(part, run.strong) for part in parts]
        joined = not run.text[-1:].isspace()
    return words


def _lines(words: Sequence[Word], width: int, room: Room) -> Picture:
    pieces = [(piece, strong) for text, strong in words for piece in chop_cells(text, width)]
    texts = [text for text, _ in pieces]
    lines = break_evenly(texts, [cell_len(text) for text in texts], 1, width) or []
    drawn, start = [], 0
    for line in lines:
        end = start + line.count(" ") + 1
        drawn.append(_line(pieces[start:end], room))
        start = end
    return stack(drawn)


def _line(words: Sequence[Word], room: Room) -> Picture:
    palette = room.look.palette
    runs: list[tuple[str, Style]] = []
    for strong, run in groupby(words, key=lambda word: word[1]):
        if runs:
            runs.append((" ", room.look.style(palette.ink)))
        text = " ".join(text for text, _ in run)
        runs.append((text, room.look.style(palette.accent if strong else palette.ink)))
    return spell(*runs)
