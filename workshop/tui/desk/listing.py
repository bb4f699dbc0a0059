"""The texts of the board as rows of cells, each of them whole, and the part of them that the screen shows."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from workshop.core.moderation import Item
from workshop.core.phrases import Words, phrase
from workshop.room.board import WAITING, Sheaf
from workshop.tui.draw import Look
from workshop.tui.draw.ink import fill, spell, write
from workshop.tui.draw.picture import NOTHING, Picture, layer, right, stack
from workshop.tui.type.lines import wrap

from .texts import Row, Texts
from .words import clip

MEASURE = 100
"""Cells that a text and what is said of it are wide at most."""
_MARKS = 4  # cells before a text: where it is, whether it is marked
_APART = 2  # cells between a text and its state
_THEME = 3  # cells of a theme's number, behind the state
_HEAD = 2  # rows that a step's name takes at most
_WAITS, _APPROVED, _HIDDEN, _DONE = phrase("waits"), phrase("approved"), phrase("hidden"), phrase("answered")
_LIT = phrase("spotlit")


class Span(NamedTuple):
    """From the row `top` on, to before the row `bottom`."""

    top: int
    bottom: int


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
        """What of a picture that begins at its first row can be seen."""
        strips = tuple(strip for strip in picture.strips if 0 <= strip.row < self.height)
        return Picture(picture.width, min(self.height, picture.height), strips)


class _Part(NamedTuple):
    height: int
    sheaf: Sheaf
    row: Row | None = None
    picture: Picture = NOTHING


class Listing:
    """The list of one screen. Only what is seen of it is drawn: a key may come at any moment."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.window = Window()
        self._lines: dict[tuple[str, int], tuple[str, ...]] = {}
        self._span: Span | None = None
        self._states = {
            by_approval: _state_cells(look, by_approval=by_approval) for by_approval in (True, False)
        }

    def turn(self, by: int) -> bool:
        """Whether the text pointed at goes on over the edge of the screen; then that is shown."""
        return self._span is not None and self.window.turn(by, self._span)

    def draw(self, texts: Texts, width: int, height: int, *, named: bool) -> Picture:
        """The part round the text that is pointed at, in so many columns and rows.

        `named`: the name of the step stands above its texts, where it is not the only one too.
        """
        width = min(width, MEASURE)
        parts = list(self._parts(texts, width, named=named or len(texts.sheaves) > 1))
        self.window.height = height
        self._span = _span(parts, texts.pointed)
        if self._span is not None:
            self.window.show(self._span)
        self.window.first = max(0, min(self.window.first, sum(part.height for part in parts) - height))
        return self.window.cut(layer(self._seen(parts, texts, width)))

    def _seen(self, parts: list[_Part], texts: Texts, width: int) -> Iterator[Picture]:
        top = -self.window.first
        for part in parts:
            if top >= self.window.height:
                break
            if top + part.height > 0:
                picture = part.picture if part.row is None else self._text(part.sheaf, part.row, texts, width)
                yield _lowered(picture, top)
            top += part.height

    def _parts(self, texts: Texts, width: int, *, named: bool) -> Iterator[_Part]:
        """Every step's name, its texts under it, a free row between two steps."""
        for sheaf in texts.sheaves:
            rows = [row for row in texts.rows if row.step == sheaf.step]
            title = sheaf.title if named else ""
            head = _head(title, "" if rows else _nothing(sheaf, texts), self._look, width)
            yield _Part(head.height, sheaf, picture=head)
            for row in rows:
                yield _Part(self._height(sheaf, row.item, width), sheaf, row)
            yield _Part(1, sheaf)

    def _height(self, sheaf: Sheaf, item: Item, width: int) -> int:
        said = len(_said(sheaf, item))
        return max(len(self._wrapped(item, self._measure(sheaf, width))), said)

    def _measure(self, sheaf: Sheaf, width: int) -> int:
        return max(1, width - _MARKS - _APART - self._states[sheaf.by_approval] - _THEME)

    def _wrapped(self, item: Item, width: int) -> tuple[str, ...]:
        # 600 texts take 60 ms to break into lines, and each key draws.
        key = (item.text, width)
        if key not in self._lines:
            self._lines[key] = tuple(wrap(self._look.answer(item.text), width))
        return self._lines[key]

    def _text(self, sheaf: Sheaf, row: Row, texts: Texts, width: int) -> Picture:
        """A text, its state beside it; the one that is pointed at on a card."""
        look, colours, item = self._look, self._look.palette, row.item
        here, marked = texts.pointed == row, row.key in texts.marked
        on = colours.card if here else colours.paper
        ink = look.style(
            colours.quiet if item.hidden or item.done else colours.ink, bold=not item.hidden, on=on
        )
        words = stack(spell((line, ink)) for line in self._wrapped(item, self._measure(sheaf, width)))
        accent, quiet = look.style(colours.accent, on=on), look.style(colours.quiet, bold=False, on=on)
        said = stack(
            spell((look.line(part), accent if part in (_WAITS, _LIT) else quiet))
            for part in _said(sheaf, item)
        )
        height = self._height(sheaf, item, width)
        ground = fill(width, height, look.style(colours.ink, on=on)) if here else NOTHING
        bar = fill(1, height, accent, "▌") if here else NOTHING
        mark = spell(("●", accent) if marked else ("·", quiet)).moved(right=2)
        state = said.moved(right=width - _THEME - self._states[sheaf.by_approval])
        number = right(spell((_number(sheaf, item), accent)), width - 1)
        return layer([ground, bar, mark, words.moved(right=_MARKS), state, number])


def _lowered(picture: Picture, down: int) -> Picture:
    strips = tuple(strip._replace(row=strip.row + down) for strip in picture.strips)
    return Picture(picture.width, max(0, picture.height + down), strips)


def _span(parts: list[_Part], pointed: Row | None) -> Span | None:
    """Where the text pointed at stands in the whole list; the first of a step has its name with it."""
    top = head = 0
    for part in parts:
        if part.row is None and part.picture.height:
            head = part.height
        elif part.row is not None:
            if part.row == pointed:
                return Span(top - head, top + part.height)
            head = 0
        top += part.height
    return None


def _head(title: Words, nothing: Words, look: Look, width: int) -> Picture:
    style = look.style(look.palette.quiet, bold=False)
    name = clip(look.line(title), width, _HEAD, look.style(look.palette.accent)) if title else NOTHING
    said = write(look.line(nothing), width - _MARKS, style).moved(right=_MARKS) if nothing else NOTHING
    return stack([name, said])


def _nothing(sheaf: Sheaf, texts: Texts) -> Words:
    """What stands there where no text is seen."""
    if sheaf.withheld is not None:
        return sheaf.withheld
    if sheaf.texts:
        return phrase("nothing like that")
    waiting = texts.board is not None and texts.board.at == WAITING
    return phrase("nothing waits") if waiting else phrase("nothing yet")


def _said(sheaf: Sheaf, item: Item) -> tuple[Words, ...]:
    """How it stands, and how many texts were made one in it; a row each."""
    state: tuple[Words, ...] = (_HIDDEN,) if item.hidden else ()
    if sheaf.by_approval and not item.hidden:
        state = (_APPROVED if item.approved else _WAITS,)
    if sheaf.lit == item.id:
        state = (_LIT,)
    return (*state, *((_DONE,) if item.done else ()), *((f"×{item.times}",) if item.times > 1 else ()))


def _state_cells(look: Look, *, by_approval: bool) -> int:
    """Cells for a state: all texts are wrapped alike, so that none moves when it is decided about."""
    states = (_HIDDEN, _LIT, *((_WAITS, _APPROVED, _DONE) if by_approval else ()))
    return max(cell_len(look.line(state)) for state in states)


def _number(sheaf: Sheaf, item: Item) -> str:
    """The number of its theme; of the tenth and later ones `+`."""
    if item.theme not in sheaf.themes:
        return ""
    number = sheaf.themes.index(item.theme) + 1
    return str(number) if number < 10 else "+"
