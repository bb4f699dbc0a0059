"""`points`: share out points among options.

Whoever gave an option nothing counts as 0 in its median and spread. The spread is the middle half of the
people, from the first to the third quartile. The room is no sample but everybody, so its least and most are
known: hence `statistics.quantiles` by its method `inclusive` (R's type 7, PERCENTILE.INC of spreadsheets).
"""

from collections.abc import Sequence
from statistics import quantiles
from typing import Annotated, Any, ClassVar

from pydantic import Field

from workshop.core import fields
from workshop.core.blocks import Measure
from workshop.core.fields import Fields
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, decimal, phrase
from workshop.core.place import JSON
from workshop.kinds.measuring import Measuring, given, shares
from workshop.kinds.values import Prose

POINTS = "points"


class Points(Measuring):
    """Share out points among options, all of them; each option's sum with its median and spread.

    - points: How shall we spend our time from now on?
      options: [Supervision, Support, Meetings, Training]
      total: 100
    """

    name: ClassVar[str] = "points"
    head: ClassVar[Phrase] = phrase("Points")

    points: Prose
    """The question."""
    total: Annotated[int, Field(ge=2, le=10_000)] = 100
    """The points that each person has to share out."""

    def how(self, asked: Asked) -> Phrase:
        """All of them."""
        return phrase("Share out all {total} points", total=self.total)

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """Points for each option."""
        options = self.offered(asked)
        if len(options) < self.least:
            return ()
        return (
            fields.Share(
                POINTS,
                self.how(asked),
                options=options,
                total=self.total,
                exact=True,
                given=given(mine, POINTS, len(options)),
            ),
        )

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record for each option that a person gave points."""
        options = self.offered(gathered.asked)
        return [
            {"option": options[i], "points": amount} for i, amount in shares(gathered.contributions, POINTS)
        ]

    def measures(self, gathered: Gathered) -> tuple[Measure, ...]:
        """Each option's sum, with the median and the middle half of what people gave it."""
        options = self.offered(gathered.asked)
        amounts: list[list[int]] = [[] for _ in options]
        for option, amount in shares(gathered.contributions, POINTS):
            amounts[option].append(amount)
        return tuple(
            Measure(option, sum(some), str(sum(some)), _spread(some, gathered.answered))
            for option, some in zip(options, amounts, strict=True)
        )

    def method(self, gathered: Gathered) -> tuple[Phrase, ...]:
        """Whose sum, median and half it is."""
        return (
            phrase("sum of everyone's points"),
            phrase("median and middle half of those who answered, no points = 0"),
        )


def _spread(amounts: list[int], people: int) -> tuple[Phrase, ...]:
    everyone = amounts + [0] * (people - len(amounts))
    # Of one person there are no quartiles; beside a second like them they are what they gave.
    low, middle, high = quantiles(everyone if people > 1 else everyone * 2, method="inclusive")
    return (
        phrase("median {number}", number=decimal(middle)),
        phrase("middle half {low}–{high}", low=decimal(low), high=decimal(high)),
    )
