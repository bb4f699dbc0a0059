"""A menu: lines of which one is pointed at, with headings between, drawn in as many rows as there are."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from workshop.tui.draw import Look
from workshop.tui.draw.ink import shorten, spell
from workshop.tui.draw.picture import Picture, stack


class Entry(NamedTuple):
    """A line to choose, with what is said of it at its right; a `heading` cannot be chosen."""

    label: str
    detail: str = ""
    heading: bool = False


class Menu:
    """The entries, and which of them is pointed at (None where none can be)."""

    def __init__(self, entries: Sequence[Entry], *, airy: bool = False) -> None:
        self._airy = airy
        self.fill(entries)

    def fill(self, entries: Sequence[Entry]) -> None:
        """Takes other entries, and points at the first."""
        self.entries = tuple(entries)
        self._choosable = [n for n, entry in enumerate(self.entries) if not entry.heading]
        self.pointed = self._choosable[0] if self._choosable else None

    def move(self, by: int) -> None:
        """Points so many entries further down; stays at the ends."""
        if self.pointed is not None:
            place = self._choosable.index(self.pointed) + by
            self.pointed = self._choosable[max(0, min(place, len(self._choosable) - 1))]

    def draw(self, look: Look, width: int, height: int) -> Picture:
        """The menu, or the part of it round the entry pointed at."""
        pitch = 2 if self._airy and 2 * len(self.entries) - 1 <= height else 1
        first = self._first((height + pitch - 1) // pitch)
        shown = self.entries[first : first + (height + pitch - 1) // pitch]
        rows = [self._row(look, width, first + n, entry) for n, entry in enumerate(shown)]
        return stack(rows, gap=pitch - 1)

    def _first(self, most: int) -> int:
        if self.pointed is None or len(self.entries) <= most:
            return 0
        return max(0, min(self.pointed - most // 2, len(self.entries) - most))

    def _row(self, look: Look, width: int, number: int, entry: Entry) -> Picture:
        colours, here = look.palette, number == self.pointed
        on = colours.card if here else colours.paper
        ink = colours.accent if entry.heading else colours.ink if here else colours.quiet
        detail = shorten(entry.detail, width // 2)
        label = shorten(entry.label, width - 5 - cell_len(detail))
        room = " " * (width - 4 - cell_len(label) - cell_len(detail))
        return spell(
            ("▌ " if here else "" if entry.heading else "  ", look.style(colours.accent, on=on)),
            (label, look.style(ink, on=on)),
            (room, look.style(ink, on=on)),
            (detail + "  ", look.style(colours.quiet, bold=False, on=on)),
        )
