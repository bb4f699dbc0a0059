"""Blocks on a phone: what their templates in `templates/blocks/` need and a Block does not hold itself.

A Block without a template of its own is drawn as its table.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

import msgspec

from workshop.core.blocks import Blocks, Card, Cloud, Heading, Note, Options, Paragraph, percent
from workshop.core.phrases import Words

_QUOTES = {"nb": ("«", "»"), "en": ("“", "”")}


class Group(NamedTuple):
    """Paragraphs that belong together: a list of bullets, or running text."""

    bullets: bool
    paragraphs: list[Paragraph]


def tag(item: msgspec.Struct) -> str:
    """What a Block or Field calls itself in JSON, and its template is called after."""
    return str(item.__struct_config__.tag)


def grouped(paragraphs: Iterable[Paragraph]) -> list[Group]:
    """Bullets in a row as one list."""
    return [Group(bullets, list(some)) for bullets, some in groupby(paragraphs, key=lambda p: p.bullet)]


def themed(cards: Iterable[Card]) -> list[tuple[str, list[Card]]]:
    """Cards in a row of one theme together; the theme may be empty."""
    return [(theme, list(some)) for theme, some in groupby(cards, key=lambda card: card.theme)]


def read_as_list(note: Note) -> tuple[Words, ...]:
    """What a note says but for what size means: on a phone words stand in a list, and all are alike."""
    return tuple(part for part in note.parts if part != Cloud.LARGER)


def quoted(text: str, language: str) -> str:
    """`text` in the quotation marks of its language."""
    opening, closing = _QUOTES.get(language, _QUOTES["en"])
    return f"{opening}{text}{closing}"


def under_heading(blocks: Blocks) -> Blocks:
    """The Blocks without the headline that a page has as its own."""
    first = next((i for i, block in enumerate(blocks) if isinstance(block, Heading)), None)
    return tuple(block for i, block in enumerate(blocks) if i != first)


def beside_form(blocks: Blocks) -> Blocks:
    """What of a question stands above its form: neither its headline nor the options, which the form has."""
    return tuple(block for block in under_heading(blocks) if not isinstance(block, Options))


def headline(blocks: Blocks) -> Heading | None:
    """The first headline."""
    return next((block for block in blocks if isinstance(block, Heading)), None)


def share(n: int, of: int) -> str:
    """`n` of `of` as the width of a bar, in whole per cent."""
    return f"{percent(n, of).values['share']}%"


def along(value: float, most: float) -> str:
    """`value` on a scale from 0 to `most`, as a width."""
    return f"{round(100 * min(1.0, max(0.0, value / most)))}%" if most > 0 else "0%"
