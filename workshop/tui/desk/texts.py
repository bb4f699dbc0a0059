"""The texts that are decided about on the desk, step by step, and which of them is pointed at."""

from collections.abc import Sequence
from typing import NamedTuple

from workshop.core.moderation import Item
from workshop.core.phrases import Words


class Group(NamedTuple):
    """A step's texts (`step` is 1-based), under its name."""

    step: int
    title: Words
    items: tuple[Item, ...]


class Pointed(NamedTuple):
    """One text of one step."""

    step: int
    item: Item

    @property
    def waits(self) -> bool:
        """Whether nobody has decided about it yet."""
        return not self.item.approved and not self.item.hidden


class Texts:
    """The groups; `at` is the number of the text pointed at among `all`, None where none is.

    A text that goes takes the mark with it: no decision may fall on another that comes to stand in its place.
    """

    def __init__(self) -> None:
        self.groups: tuple[Group, ...] = ()
        self.all: tuple[Pointed, ...] = ()
        self.at: int | None = None
        self._last = 0

    @property
    def pointed(self) -> Pointed | None:
        """The text that a decision would be about."""
        return None if self.at is None else self.all[self.at]

    def fill(self, groups: Sequence[Group]) -> None:
        """Takes the texts as they are now; the first ones come with the mark on the first that waits."""
        known, began = self.pointed, bool(self.all)
        self.groups = tuple(groups)
        self.all = tuple(Pointed(group.step, item) for group in groups for item in group.items)
        if not began and self.all:
            self.at = next((n for n, text in enumerate(self.all) if text.waits), 0)
        else:
            self.at = next((n for n, text in enumerate(self.all) if known and _same(text, known)), None)
        self._last = self._last if self.at is None else self.at

    def move(self, by: int) -> None:
        """Points so many texts further down, at the ends no further; from nowhere, where it was last."""
        if self.all:
            aim = self._last if self.at is None else self.at + by
            self.at = self._last = max(0, min(aim, len(self.all) - 1))


def _same(one: Pointed, other: Pointed) -> bool:
    return (one.step, one.item.id) == (other.step, other.item.id)
