"""The themes beside the texts: each with its number, its name and how many answers it holds."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from workshop.core.phrases import phrase
from workshop.room.board import Sheaf
from workshop.tui.draw import Look
from workshop.tui.draw.ink import fill, shorten, spell, write
from workshop.tui.draw.picture import NOTHING, Picture, layer, right, stack

from .texts import Texts
from .words import in_lines

KEYS = 9
"""Themes that have a key."""
_SHORT = (20, 15, 11, 8, 6, 4)  # cells of a theme's name where the themes have no column: as many as fit


class Pile(NamedTuple):
    """A theme's number, its name and its answers."""

    number: str
    name: str
    answers: int


def piles(sheaf: Sheaf) -> list[Pile]:
    """The themes of a step; what is hidden is in none."""
    answers: Counter[str] = Counter()
    for item in sheaf.texts:
        answers[item.theme] += 0 if item.hidden else item.times
    numbers = [str(number) if number <= KEYS else "" for number in range(1, len(sheaf.themes) + 1)]
    return [Pile(number, theme, answers[theme]) for number, theme in zip(numbers, sheaf.themes, strict=True)]


def draw_piles(texts: Texts, look: Look, width: int, height: int) -> Picture:
    """The themes in a column; the one of the text pointed at stands on a card."""
    sheaf = texts.sheaf
    label = spell((look.text("THEMES"), look.style(look.palette.quiet)))
    if sheaf is None:
        return label
    here = texts.pointed.item.theme if texts.pointed else ""
    rest = list(_rest(sheaf, texts, look, width))
    room = height - 2 - len(rest)
    rows = [_row(pile, look, width, here=pile.name == here) for pile in _around(piles(sheaf), here, room)]
    if not rows:
        rows = [
            write(look.text("t makes one"), width, look.style(look.palette.quiet, bold=False)).moved(right=1)
        ]
    return stack([label, *rows, Picture(0, 1), *rest])


def draw_piles_below(texts: Texts, look: Look, width: int, rows: int) -> Picture:
    """The themes one after the other on a few rows, where there is no room for a column."""
    sheaf = texts.sheaf
    if sheaf is None or not sheaf.themes:
        return NOTHING
    for cells in _SHORT:
        drawn = in_lines(_named(sheaf, look, cells), width, look, look.style(look.palette.quiet, bold=False))
        if drawn.height <= rows:
            break
    return next(drawn.split(rows))


def _named(sheaf: Sheaf, look: Look, cells: int) -> list[str]:
    """Each theme's number, its name in so many cells, its answers."""
    return [
        f"{pile.number} {shorten(look.line(pile.name), cells)} {pile.answers}".strip()
        for pile in piles(sheaf)
    ]


def _around(found: list[Pile], here: str, room: int) -> list[Pile]:
    """As many themes as there are rows for, among them the one that is `here`."""
    at = next((n for n, pile in enumerate(found) if pile.name == here), 0)
    first = max(0, min(at - room // 2, len(found) - room))
    return found[first : first + max(1, room)]


def _row(pile: Pile, look: Look, width: int, *, here: bool) -> Picture:
    colours = look.palette
    on = colours.card if here else colours.paper
    ink = look.style(colours.ink if pile.answers or here else colours.quiet, bold=here, on=on)
    count = right(spell((str(pile.answers), look.style(colours.quiet, bold=False, on=on))), width - 1)
    name = spell((shorten(look.line(pile.name), width - 5 - len(str(pile.answers))), ink)).moved(right=3)
    number = spell((pile.number, look.style(colours.accent, on=on))).moved(right=1)
    ground = fill(width, 1, look.style(colours.ink, on=on)) if here else NOTHING
    return layer([ground, number, name, count])


def _rest(sheaf: Sheaf, texts: Texts, look: Look, width: int) -> Iterator[Picture]:
    """What is in no theme, what is hidden, what is marked."""
    loose = sum(item.times for item in sheaf.texts if not item.theme and not item.hidden)
    hidden = sum(item.times for item in sheaf.texts if item.hidden)
    marked = phrase("marked")
    named = ((phrase("in no theme"), loose), (phrase("hidden"), hidden), (marked, len(texts.marked)))
    for words, n in named:
        if n:
            accent = words == marked
            style = look.style(look.palette.accent if accent else look.palette.quiet, bold=accent)
            label = spell((shorten(look.line(words), width - 6), style)).moved(right=3)
            yield layer([label, right(spell((str(n), style)), width - 1)])
