"""Cards: what people wrote, each text on a card with an accent edge, in columns."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from workshop.core.blocks import Card, Cards

from .flow import Flow
from .grid import Screen
from .ink import fill, spell, write
from .picture import NOTHING, Picture, layer, right, stack
from .room import Room

_COLUMNS = 2
_NARROWEST = 26  # cells of a column


def draw_cards(block: Cards, room: Room) -> list[Flow] | None:
    """The cards in columns, those of one theme under its name; None as soon as there are plainly too many."""
    if room.size is not None and len(block.cards) * (room.size.pitch // 2) > _COLUMNS * room.rows:
        return None
    flows = []
    for theme, cards in groupby(block.cards, key=lambda card: card.theme):
        flow = _columns(cards, room.look.line(theme), room)
        if flow is None:
            return None
        flows.append(flow)
    return flows


def _columns(cards: Iterable[Card], theme: str, room: Room) -> Flow | None:
    gutter = (2, 2, 4, 6)[room.grid.screen]
    columns = _COLUMNS if room.width >= _COLUMNS * _NARROWEST + gutter else 1
    width = (room.width - (columns - 1) * gutter) // columns
    pieces = [_card(card, width, room) for card in cards]
    drawn = tuple(piece for piece in pieces if piece)
    title = room.words(theme, room.width, room.look.palette.accent) if theme else None
    if len(drawn) != len(pieces) or (theme and title is None):
        return None
    gap = 0 if _padded(room) and room.size is None else 1
    return Flow(drawn, columns, width + gutter, gap, title)


def _padded(room: Room) -> bool:
    return room.grid.screen >= Screen.MEDIUM


@lru_cache(maxsize=4096)
def _card(card: Card, width: int, room: Room) -> Picture | None:
    look, palette = room.look, room.look.palette
    indent = 3
    times = _times(card, room)
    room_for_text = width - indent - (times.width + 2 if times else 1)
    ink = palette.quiet if card.done else palette.ink
    text = room.words(look.answer(card.text), room_for_text, ink, on=palette.card)
    if text is None:
        return None
    inside = [stack([text, _standing(card, width - indent - 1, room)]).moved(right=indent)]
    if times:
        inside.append(right(times, width - 2))
    return _framed(layer(inside), width, room, palette.line if card.done else palette.accent)


def _standing(card: Card, width: int, room: Room) -> Picture:
    """How many stand behind it, and whether it is done; on a quiet line under the text."""
    look, palette = room.look, room.look.palette
    support = look.language.plural("{n} in support", "{n} in support", card.support or 0)
    parts = [support.format(n=card.support)] if card.support else []
    mark = "✓ " if room.size is None else ""  # big type has no such letter
    parts += [mark + look.text("done")] if card.done else []
    if not parts:
        return NOTHING
    text = " · ".join(parts)
    drawn = room.words(text, width, palette.quiet, on=palette.card)
    return drawn or write(text, width, look.style(palette.quiet, on=palette.card))


def _framed(inside: Picture, width: int, room: Room, edge_ink: str) -> Picture:
    """The card under its text, with room above and below it where the screen is large enough."""
    look, palette = room.look, room.look.palette
    above = int(_padded(room) and room.size is None)
    height = inside.height + above
    card = fill(width, height, look.style(palette.ink, bold=False, on=palette.card))
    edge = fill(1, height, look.style(edge_ink, bold=False, on=palette.card), "▌")
    framed = layer([card, edge, inside.moved(above)])
    if not above:
        return framed
    half = fill(width, 1, look.style(palette.card, bold=False), "▀")
    return stack([framed, half]) if not look.plain else framed


def _times(card: Card, room: Room) -> Picture | None:
    if card.times < 2:
        return None
    palette = room.look.palette
    text = f"×{card.times}"
    big = room.words(text, room.width, palette.accent, on=palette.card)
    return big or spell((text, room.look.style(palette.accent, on=palette.card)))
