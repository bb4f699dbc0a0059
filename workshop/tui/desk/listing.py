"""The texts of the queue as rows of cells, and the part of them that the screen shows."""

from typing import NamedTuple

from rich.cells import cell_len

from workshop.core.moderation import Item
from workshop.core.phrases import Phrase, phrase
from workshop.tui.draw import Look
from workshop.tui.draw.ink import fill, spell, write
from workshop.tui.draw.picture import Picture, layer, stack

from .texts import Group, Pointed, Texts
from .words import DOT, clip

MEASURE = 100
"""Cells that a text and what is said of it are wide at most."""
_MARK = 2  # cells before a text
_APART = 2  # cells between a text and its state
_HEAD = 2  # rows that a step's name takes at most
_WAITS, _APPROVED, _HIDDEN, _DONE = phrase("waits"), phrase("approved"), phrase("hidden"), phrase("answered")


class Span(NamedTuple):
    """From the row `top` on, to before the row `bottom`."""

    top: int
    bottom: int


class Listing(NamedTuple):
    """The whole list; `spans` are where the texts stand in it, the first of a step with its name."""

    picture: Picture
    spans: tuple[Span, ...]


class Window:
    """The rows of a list that the screen shows: `height` of them from `first` on."""

    def __init__(self) -> None:
        self.first, self.height = 0, 1

    def turn(self, by: int, span: Span) -> bool:
        """Whether the text goes on over that edge of the screen; then that is shown."""
        if by > 0 and span.bottom > self.first + self.height:
            self.first = min(self.first + self.height - 1, span.bottom - self.height)
        elif by < 0 and span.top < self.first:
            self.first = max(self.first - self.height + 1, span.top)
        else:
            return False
        return True

    def show(self, span: Span) -> None:
        """Moves as little as shows the text; of one that is higher than the screen the beginning."""
        if span.bottom - span.top <= self.height:
            self.first = max(span.bottom - self.height, min(self.first, span.top))
        elif not span.top <= self.first < span.bottom:
            self.first = span.top

    def cut(self, picture: Picture) -> Picture:
        """What can be seen of the list."""
        self.first = max(0, min(self.first, picture.height - self.height))
        rows = range(self.first, self.first + self.height)
        strips = (s._replace(row=s.row - self.first) for s in picture.strips if s.row in rows)
        return Picture(picture.width, min(self.height, picture.height), tuple(strips))


def draw_list(texts: Texts, look: Look, width: int) -> Listing:
    """Every step's name with its texts under it, each of them whole, and in words how it stands."""
    width = min(width, MEASURE)
    parts: list[Picture] = []
    spans: list[Span] = []
    row = 0
    for group in texts.groups:
        top, head = row, _head(group, look, width)
        parts.append(head)
        row += head.height
        for item in group.items:
            picture = _text(item, look, width, here=texts.pointed == Pointed(group.step, item))
            spans.append(Span(top, row + picture.height))
            parts.append(picture)
            top = row = row + picture.height
        parts.append(Picture(0, 1))
        row += 1
    return Listing(stack(parts), tuple(spans))


def _head(group: Group, look: Look, width: int) -> Picture:
    title = clip(look.line(group.title), width, _HEAD, look.style(look.palette.accent))
    if group.items:
        return title
    nothing = write(look.text("nothing yet"), width - _MARK, look.style(look.palette.quiet, bold=False))
    return stack([title, nothing.moved(right=_MARK)])


def _text(item: Item, look: Look, width: int, *, here: bool) -> Picture:
    """A text, its state beside its first line; the one that is pointed at on a card."""
    colours = look.palette
    on = colours.card if here else colours.paper
    said, apart = _state(item, look), _state_cells(look)
    text = write(look.answer(item.text), width - _MARK - _APART - apart, look.style(_ink(item, look), on=on))
    waits = not item.approved and not item.hidden
    state = spell((said, look.style(colours.accent if waits else colours.quiet, bold=waits, on=on)))
    parts = [text.moved(right=_MARK), state.moved(right=width - apart)]
    if here:
        mark = fill(1, text.height, look.style(colours.accent, on=on), "▌")
        return layer([fill(width, text.height, look.style(colours.ink, on=on)), mark, *parts])
    return layer(parts)


def _ink(item: Item, look: Look) -> str:
    return look.palette.quiet if item.hidden or item.done else look.palette.ink


def _state(item: Item, look: Look) -> str:
    """How it stands, and how many texts were made one in it."""
    words = [_HIDDEN if item.hidden else _APPROVED if item.approved else _WAITS]
    words += [_DONE] if item.done else []
    return DOT.join([*map(look.line, words), *([f"×{item.times}"] if item.times > 1 else [])])


def _state_cells(look: Look) -> int:
    """Cells for a state: all texts are wrapped alike, so that none moves when it is decided about."""

    def cells(said: Phrase) -> int:
        return cell_len(look.line(said))

    return max(map(cells, (_WAITS, _APPROVED, _HIDDEN))) + cell_len(DOT) + cells(_DONE)
