"""`dots`: a few dots each, placed on options.

A person has a quarter as many dots as there are options unless the author says otherwise: the rule of thumb
is a dot for every four or five (University of South Carolina, Organizational Excellence: Dot Voting).
"""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from workshop.core import fields
from workshop.core.blocks import Measure, percent
from workshop.core.fields import Fields
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, phrase, phrases
from workshop.core.place import JSON
from workshop.kinds.measuring import Measuring, given, shares
from workshop.kinds.values import Prose, Truth

DOTS = "dots"


class Dots(Measuring):
    """Place a few dots on options; dots and the people behind them, ties as ties.

    - dots: Which of these shall we talk about?
      options: [Staffing, Training, Breaks, Meetings, Shifts]
      each: 3
      stack: false
    """

    name: ClassVar[str] = "dots"
    head: ClassVar[Phrase] = phrase("Dots")

    dots: Prose
    """The question."""
    each: Annotated[int, Field(ge=1, le=60)] | None = None
    """The dots that each person has; a quarter of the options, rounded up, unless set."""
    stack: Truth = False
    """Whether a person may place several dots on one option."""

    def had(self, asked: Asked) -> int:
        """The dots that each person has: never more than can be placed."""
        options = len(self.offered(asked))
        each = self.each or max(1, -(-options // 4))
        return each if self.stack else min(each, options)

    def how(self, asked: Asked) -> Phrase:
        """How many there are, and whether they may be stacked."""
        dots = self.had(asked)
        if dots == 1:
            return phrase("Place one dot")
        if self.stack:
            return phrase("Place up to {n} dots, several on one if you like", n=dots)
        return phrase("Place up to {n} dots, no more than one on each", n=dots)

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """Dots for each option."""
        options = self.offered(asked)
        if len(options) < self.least:
            return ()
        return (
            fields.Share(
                DOTS,
                self.how(asked),
                options=options,
                total=self.had(asked),
                most=None if self.stack else 1,
                given=given(mine, DOTS, len(options)),
            ),
        )

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record for each option that a person placed dots on."""
        options = self.offered(gathered.asked)
        return [{"option": options[i], "dots": dots} for i, dots in shares(gathered.contributions, DOTS)]

    def measures(self, gathered: Gathered) -> tuple[Measure, ...]:
        """Dots, the people who placed them, and those as a share of everybody who answered."""
        dots: Counter[int] = Counter()
        people: Counter[int] = Counter()  # a person has one contribution for each option
        for option, amount in shares(gathered.contributions, DOTS):
            dots[option] += amount
            people[option] += 1
        return tuple(
            Measure(option, dots[i], str(dots[i]), _behind(people[i], gathered.answered))
            for i, option in enumerate(self.offered(gathered.asked))
        )

    def method(self, gathered: Gathered) -> tuple[Phrase, ...]:
        """What the per cent are of."""
        return (phrase("per cent of those who answered"),)


def _behind(people: int, of: int) -> tuple[Phrase, ...]:
    return (phrases("{n} person", "{n} people", people), percent(people, of))
