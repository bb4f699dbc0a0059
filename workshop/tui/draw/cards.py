"""Cards: what people wrote, each text on a card with an accent edge, in columns."""

from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import groupby

from workshop.core.blocks import Card, Cards

from .flow import Flow
from .grid import Screen
from .ink import fill, spell, write
from .picture import NOTHING, Picture, Strips, layer, right, stack
from .room import Room

_COLUMNS = 2
_NARROWEST = 26  # cells of a column
_INDENT = 3  # cells from a card's edge to its text


def draw_cards(block: Cards, room: Room) -> list[Flow] | None:
    """The cards in columns, those of one theme under its name; None as soon as there are plainly too many."""
    if room.size is not None and len(block.cards) * (room.size.pitch // 2) > _COLUMNS * room.rows:
        return None
    flows = []
    themed = any(card.theme for card in block.cards)
    for theme, cards in groupby(block.cards, key=lambda card: card.theme):
        # Without a name of its own the rest would seem to belong to the theme before it.
        name = room.look.line(theme) or (room.look.text("Without a theme") if themed else "")
        flow = _columns(cards, name, room)
        if flow is None:
            return None
        flows.append(flow)
    return flows


def _columns(cards: Iterable[Card], theme: str, room: Room) -> Flow | None:
    gutter = (2, 2, 4, 6)[room.grid.screen]
    columns = _COLUMNS if room.width >= _COLUMNS * _NARROWEST + gutter else 1
    width = (room.width - (columns - 1) * gutter) // columns
    pieces = []
    for card in cards:
        height = _height(card, width, room)
        if height is None:
            return None
        pieces.append(Picture(width, height, partial(_strips, card, width, room)))
    title = room.words(theme, room.width, room.look.palette.accent) if theme else None
    if theme and title is None:
        return None
    gap = 0 if _padded(room) and room.size is None else 1
    return Flow(tuple(pieces), columns, width + gutter, gap, title)


def _padded(room: Room) -> bool:
    return room.grid.screen >= Screen.MEDIUM


@lru_cache(maxsize=4096)
def _height(card: Card, width: int, room: Room) -> int | None:
    """The card's rows, known without drawing it; None where its text cannot be as large as the room asks."""
    times = _times(card, room)
    text = room.height(room.look.answer(card.text), _beside(times, width))
    if text is None:
        return None
    inside = max(text + _standing(card, width - _INDENT - 1, room).height, times.height)
    return inside + _above(room) + int(_rounded(room))


@lru_cache(maxsize=1024)
def _strips(card: Card, width: int, room: Room) -> Strips:
    """The card drawn."""
    look, palette = room.look, room.look.palette
    times = _times(card, room)
    ink = palette.quiet if card.done else palette.ink
    text = room.words(look.answer(card.text), _beside(times, width), ink, on=palette.card) or NOTHING
    lines = stack([text, _standing(card, width - _INDENT - 1, room)])
    inside = layer([lines.moved(right=_INDENT), right(times, width - 2)])
    return _framed(inside, width, room, palette.line if card.done else palette.accent).strips


def _beside(times: Picture, width: int) -> int:
    """Cells for the text of a card, which `times` stands beside."""
    return width - _INDENT - (times.width + 2 if times.width else 1)


def _standing(card: Card, width: int, room: Room) -> Picture:
    """How many stand behind it, and whether it is done; on a quiet line under the text."""
    if not card.support and not card.done:
        return NOTHING
    look, palette = room.look, room.look.palette
    support = look.language.plural("{n} in support", "{n} in support", card.support or 0)
    parts = [support.format(n=card.support)] if card.support else []
    mark = "✓ " if room.size is None else ""  # big type has no such letter
    parts += [mark + look.text("done")] if card.done else []
    text = " · ".join(parts)
    drawn = room.words(text, width, palette.quiet, on=palette.card)
    return drawn or write(text, width, look.style(palette.quiet, on=palette.card))


def _framed(inside: Picture, width: int, room: Room, edge_ink: str) -> Picture:
    """The card under its text, with room above and below it where the screen is large enough."""
    look, palette = room.look, room.look.palette
    above = _above(room)
    height = inside.height + above
    card = fill(width, height, look.style(palette.ink, bold=False, on=palette.card))
    edge = fill(1, height, look.style(edge_ink, bold=False, on=palette.card), "▌")
    framed = layer([card, edge, inside.moved(above)])
    half = fill(width, 1, look.style(palette.card, bold=False), "▀")
    return stack([framed, half]) if _rounded(room) else framed


def _above(room: Room) -> int:
    """Rows above the text; big type has room above its letters of its own."""
    return int(_padded(room) and room.size is None)


def _rounded(room: Room) -> bool:
    """Whether half a row of card is under the text."""
    return bool(_above(room)) and not room.look.plain


def _times(card: Card, room: Room) -> Picture:
    if card.times < 2:
        return NOTHING
    palette = room.look.palette
    text = f"×{card.times}"
    big = room.words(text, room.width, palette.accent, on=palette.card)
    return big or spell((text, room.look.style(palette.accent, on=palette.card)))
