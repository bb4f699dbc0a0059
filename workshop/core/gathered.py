"""What a kind is given: `Asked` when it puts its question, `Gathered` when it shows the results."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import msgspec

from workshop.core.blocks import Blocks, Card, Note, Spotlight
from workshop.core.fields import texts
from workshop.core.moderation import AnyDecision, Item, decided, identified
from workshop.core.phrases import Phrase, phrase, phrases
from workshop.core.place import JSON


def least(floor: int, by_hand: int, answered: int) -> int:
    """People who must stand behind what is shown where `by_hand` of `answered` sent nothing from a phone."""
    if not floor:
        return 0
    return 1 if by_hand and answered <= by_hand else floor + by_hand


class Listed(msgspec.Struct, frozen=True, omit_defaults=True):
    """A text that was approved while its round is open, so that others can support it."""

    id: str
    text: str
    done: bool = False
    written: tuple[str, ...] = ()
    """What it was written as, all of them where it stands for several: so that its authors know it again."""


class Asked(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is frozen when a round opens: its number, and the options where they come from an earlier step.

    `listed` alone grows while the round is open: what has been approved so far. `beat` is where the stage
    stands in a step of several beats, from 0; None where it stands elsewhere, as in the notes.
    """

    round: int = 1
    options: tuple[str, ...] = ()
    listed: tuple[Listed, ...] = ()
    beat: int | None = None


class Gathered(msgspec.Struct, frozen=True, omit_defaults=True, dict=True):
    """The content of one round, ready to draw; never built for a POST.

    `contributions` come in no meaningful order and hold no abstentions; `answered` people gave content,
    `abstained` skipped, `joined` phones were there. Below `floor` people nothing may be shown, and no row of
    a result either that fewer than `floor` people stand behind.
    """

    asked: Asked
    contributions: tuple[JSON, ...]
    answered: int
    abstained: int = 0
    joined: int = 0
    floor: int = 5
    earlier: tuple["Gathered", ...] = ()
    """What this is to be compared with: earlier rounds of the step, or the step before that it answers to."""
    decisions: tuple[AnyDecision, ...] = ()
    by_approval: bool = False
    """Whether texts are shown by approval, not by the floor."""
    key: bytes = b""
    """What texts' ids are made with; the run's own."""
    by_hand: int = 0
    """How many of those who answered have no phone: the facilitator sent their answers in."""

    @property
    def needed(self) -> int:
        """People still missing before anything may be shown."""
        return max(0, self.least - self.answered)

    @property
    def least(self) -> int:
        """How many must stand behind what is shown, so that `floor` of them sent it from phones.

        What came by hand hides nobody: whoever sent it in could take it away again from what is shown.
        Where there is nothing else, there is nobody to hide.
        """
        return least(self.floor, self.by_hand, self.answered)

    @property
    def before(self) -> "Gathered | None":
        """The last of the `earlier` that may be shown beside this one."""
        found = (one for one in reversed(self.earlier) if one.answered and not one.needed)
        return next(found, None)

    def as_decided(self, decisions: tuple[AnyDecision, ...]) -> "Gathered":
        """The same contributions under other decisions."""
        copy = msgspec.structs.replace(self, decisions=decisions)
        vars(copy)["_written"] = self._written
        return copy

    def beside(self, earlier: tuple["Gathered", ...]) -> "Gathered":
        """The same, to be compared with `earlier`."""
        copy = msgspec.structs.replace(self, earlier=earlier)
        vars(copy)["_written"] = self._written
        vars(copy)["_items"] = self._items
        return copy

    def knowing(self, other: "Gathered") -> "Gathered":
        """The same, with what `other` knows of its texts where they are the same texts."""
        if other.contributions == self.contributions and other.key == self.key:
            vars(self)["_written"] = other._written
        return self

    def written(self, name: str) -> dict[str, str]:
        """The texts under `name` as they were written, by their ids."""
        # To clean and to name 300 texts takes 8 ms, and a facilitator decides as quickly as keys are pressed.
        if name not in self._written:
            self._written[name] = identified(texts(self.contributions, name), self.key)
        return self._written[name]

    def items(self, name: str) -> tuple[Item, ...]:
        """The texts under `name` as the room decided them, hidden ones too."""
        if name not in self._items:
            self._items[name] = decided(self.written(name), self.decisions)
        return self._items[name]

    def visible(self, name: str) -> tuple[Item, ...]:
        """Those that may be drawn; where nothing is shown without approval, approved ones only."""
        items = (item for item in self.items(name) if not item.hidden)
        return tuple(item for item in items if item.approved or not self.by_approval)

    def spotlight(self, names: Sequence[str], id: str) -> Blocks:
        """The visible text with that id alone on a card; nothing where it may not be drawn."""
        items = [item for name in names for item in self.visible(name)]
        lit = next((item for item in items if item.id == id), None)
        if lit is None:
            return ()
        said = phrases("The only answer", "One of {n} answers", len(items))
        return (Spotlight(lit.text, lit.times), Note((said, *([lit.theme] if lit.theme else []))))

    def cards(self, name: str) -> tuple[Card, ...]:
        """The visible texts as cards, those of one theme together, the largest theme first."""
        items = self.visible(name)
        sizes = Counter(item.theme for item in items)
        ordered = sorted(items, key=lambda item: (not item.theme, -sizes[item.theme], item.theme))
        return tuple(Card(item.text, item.times, item.theme, done=item.done) for item in ordered)

    def hidden(self, *names: str) -> tuple[Phrase, ...]:
        """`2 hidden by the facilitator`, where any was."""
        n = sum(item.times for name in names for item in self.items(name) if item.hidden)
        if not n:
            return ()
        return (phrases("{n} hidden by the facilitator", "{n} hidden by the facilitator", n),)

    def waiting(self, *names: str) -> tuple[Phrase, ...]:
        """`2 wait for approval`, where any does."""
        items = (item for name in names for item in self.items(name))
        n = sum(item.times for item in items if item.waits)
        if not self.by_approval or not n:
            return ()
        return (phrases("{n} waits for approval", "{n} wait for approval", n),)

    @cached_property
    def _written(self) -> dict[str, dict[str, str]]:
        return {}

    @cached_property
    def _items(self) -> dict[str, tuple[Item, ...]]:
        return {}

    def turnout(self) -> Phrase:
        """`17 of 22 have answered`, and how many of them by hand."""
        joined = max(self.joined, self.answered)
        if not self.by_hand:
            return phrase("{n} of {joined} have answered", n=self.answered, joined=joined)
        message = "{n} of {joined} have answered, {hands} of them without a phone"
        return phrase(message, n=self.answered, joined=joined, hands=self.by_hand)

    def skipped(self) -> tuple[Phrase, ...]:
        """`2 skipped`, where anybody did."""
        if not self.abstained:
            return ()
        return (phrases("{n} skipped", "{n} skipped", self.abstained),)
