"""Kinds that show options in the order of a figure that is no share of people: places, points, dots."""

from collections.abc import Sequence
from typing import ClassVar

import msgspec

from workshop.core import fields
from workshop.core.blocks import Blocks, Empty, Heading, Measure, Measures, Note
from workshop.core.gathered import Gathered
from workshop.core.phrases import Phrase, Words, phrase
from workshop.core.place import JSON
from workshop.kinds.offering import NOTHING, Offering


class Measuring(Offering):
    """Results are bars, the best first; equal figures are ties and stand at the same place."""

    head: ClassVar[Phrase]
    """What the figure is called."""

    def measures(self, gathered: Gathered) -> tuple[Measure, ...]:
        """Each option's figure, in the author's order; the higher its `value`, the better."""
        raise NotImplementedError

    def method(self, gathered: Gathered) -> tuple[Words, ...]:
        """What the figures mean, and what was counted how."""
        raise NotImplementedError

    def most(self, measures: Sequence[Measure]) -> float:
        """The value of a full bar."""
        return max(measure.value for measure in measures)

    def show(self, gathered: Gathered) -> Blocks:
        """The bars, beside each figure what it was before where the same was asked."""
        heading = Heading(self.main, quiet=True)
        if not gathered.answered:
            few = len(self.offered(gathered.asked)) < self.least
            return (heading, Empty(NOTHING if few else phrase("No answers yet")), Note(gathered.skipped()))
        now = self.measures(gathered)
        bars = Measures(_placed(self._compared(now, gathered)), self.most(now), self.head)
        note = (gathered.turnout(), *self.method(gathered), *_ties(now), *gathered.skipped())
        return (heading, bars, Note(note))

    def _compared(self, measures: Sequence[Measure], gathered: Gathered) -> Sequence[Measure]:
        before = gathered.before
        # With `from:` another round may offer something else.
        if before is None or self.offered(before.asked) != self.offered(gathered.asked):
            return measures
        pairs = zip(measures, self.measures(before), strict=True)
        return [_beside(measure, then.shown) for measure, then in pairs]


def shares(contributions: Sequence[JSON], name: str) -> list[tuple[int, int]]:
    """What was given out under `name`, as (option, amount): one for each person and option that got any."""
    return sorted((option, amount) for option, amount in fields.lists(contributions, name))


def given(mine: Sequence[JSON], name: str, options: int) -> tuple[int, ...]:
    """What one person gave each of so many `options`; nothing at all where it gave none."""
    amounts = dict(shares(mine, name))
    return tuple(amounts.get(option, 0) for option in range(options)) if amounts else ()


def _placed(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The best first, each label led by its place; equal ones share theirs: 1, 2, 2, 4."""
    ordered = sorted(measures, key=lambda measure: -measure.value)  # stable: ties in the author's order
    values = [measure.value for measure in ordered]
    return tuple(_led(measure, values.index(measure.value) + 1) for measure in ordered)


def _led(measure: Measure, place: int) -> Measure:
    label = phrase("{place}. {option}", place=place, option=measure.label)
    return msgspec.structs.replace(measure, label=label)


def _beside(measure: Measure, before: Words) -> Measure:
    details = (*measure.details, phrase("{number} before", number=before))
    return msgspec.structs.replace(measure, details=details)


def _ties(measures: Sequence[Measure]) -> tuple[Phrase, ...]:
    if len({measure.value for measure in measures}) == len(measures):
        return ()
    return (phrase("same place = a tie"),)
