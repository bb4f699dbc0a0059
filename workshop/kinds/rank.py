"""`rank`: put options in order.

The figure is the average place on everybody's ballot. Options that a ballot leaves out share the places it
leaves: with four options and one of them ranked, the other three stand at (2 + 3 + 4) / 3 = 3. To leave out
is to tie for last, and ties get the mean of their places (M. G. Kendall, The treatment of ties in ranking
problems, Biometrika 33, 1945); so every ballot gives out the same sum of places, however short it is. It is
a Borda count. Of the other ways (P. Emerson, The original Borda count and partial voting, Social Choice and
Welfare 40, 2013) no points for what is left out rewards those who name one alone, and fewer points for a
short ballot makes some people count for less. An average of only those who ranked an option would put first
what a single person put first.
"""

from collections.abc import Sequence
from statistics import median
from typing import Annotated, Any, ClassVar

from pydantic import Field

from workshop.core import fields
from workshop.core.blocks import Measure
from workshop.core.fields import Fields
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, decimal, phrase, phrases
from workshop.core.place import JSON
from workshop.kinds.measuring import Measuring
from workshop.kinds.values import Prose

BALLOT = "rank"
Ballot = tuple[int, ...]
"""Options, best first."""


class Rank(Measuring):
    """Put options in order, all or the first few; average place, first places and median.

    - rank: What should we take up first?
      options: [Staffing, Training, Breaks, Meetings]
      top: 3
    """

    name: ClassVar[str] = "rank"
    head: ClassVar[Phrase] = phrase("Average place")

    rank: Prose
    """The question."""
    top: Annotated[int, Field(ge=1, le=60)] | None = None
    """How many places there are to give; without it there is one for every option."""

    def how(self, asked: Asked) -> Phrase:
        """In order, all of them or the first few."""
        if self.top and self.top < len(self.offered(asked)):
            return phrases("Choose the one you put first", "Choose your first {n}, in order", self.top)
        return phrase("Put them in order")

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """A place for each option."""
        options = self.offered(asked)
        if len(options) < self.least:
            return ()
        ballot = next(iter(fields.lists(mine, BALLOT)), ())
        return (fields.Order(BALLOT, self.how(asked), options=options, top=self.top, placed=ballot),)

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a ballot: who is first, second …"""
        options = self.offered(gathered.asked)
        return [
            {f"place {place}": options[option] for place, option in enumerate(ballot, 1)}
            for ballot in sorted(_ballots(gathered))
        ]

    def measures(self, gathered: Gathered) -> tuple[Measure, ...]:
        """Each option's average place, first places and median; the value is the places below it (Borda)."""
        options, ballots = self.offered(gathered.asked), _ballots(gathered)
        places = zip(*(_doubled(ballot, len(options)) for ballot in ballots), strict=True)
        firsts = [ballot[0] for ballot in ballots]
        return tuple(
            _measure(option, doubled, firsts.count(number), of=len(options))
            for number, (option, doubled) in enumerate(zip(options, places, strict=True))
        )

    def most(self, measures: Sequence[Measure]) -> float:
        """First on every ballot."""
        return len(measures) - 1

    def method(self, gathered: Gathered) -> tuple[Phrase, ...]:
        """The method by name, and how many ballots are incomplete."""
        options = len(self.offered(gathered.asked))
        lengths = [len(ballot) for ballot in _ballots(gathered)]
        short = sum(length < min(self.top or options, options) for length in lengths)
        shared = phrase("options left out share the remaining places")
        return (
            phrase("average place, lower is better"),
            *((shared,) if min(lengths) < options else ()),
            *((phrases("{n} ranked only some", "{n} ranked only some", short),) if short else ()),
        )


def _ballots(gathered: Gathered) -> tuple[Ballot, ...]:
    return fields.lists(gathered.contributions, BALLOT)


def _doubled(ballot: Ballot, options: int) -> list[int]:
    """The place of every option, times two: a shared one may be a half, and ties must be exact."""
    places = [len(ballot) + 1 + options] * options
    for place, option in enumerate(ballot, 1):
        places[option] = 2 * place
    return places


def _measure(option: str, doubled: Sequence[int], firsts: int, *, of: int) -> Measure:
    average = sum(doubled) / (2 * len(doubled))
    middle = phrase("median {number}", number=decimal(median(doubled) / 2))
    details = (phrases("{n} first place", "{n} first places", firsts), middle)
    return Measure(option, of - average, decimal(average), details)
