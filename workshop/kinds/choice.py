"""`choice`: choose one of several, or several."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from workshop.core import fields
from workshop.core.blocks import Bar, Bars, Blocks, Cards, Empty, Heading, Note
from workshop.core.fields import Fields
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, phrase
from workshop.core.place import JSON
from workshop.kinds.kind import text_rows
from workshop.kinds.offering import Offering
from workshop.kinds.values import Prose, Truth

PICK = "pick"
OWN = f"{PICK}-{fields.OTHER}"


class Choice(Offering):
    """Choose one, or several; bars with people and per cent of the people who answered.

    - choice: Which criteria hold where you work?
      options:
        - The best for the most people
        - The best for each person
      many: false
      other: true
    """

    name: ClassVar[str] = "choice"
    choice: Prose
    """The question."""
    many: Truth = False
    """Whether a person may choose several."""
    other: Truth = False
    """Whether a person may write an answer of their own instead."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What people wrote themselves, where they could."""
        return (OWN,) if self.other else ()

    def how(self, asked: Asked) -> Phrase:
        """One, or several."""
        return phrase("Choose one or more") if self.many else phrase("Choose one")

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """One list to choose from."""
        options, own = self.offered(asked), fields.texts(mine, OWN)
        if len(options) < 2:
            return ()
        return (
            fields.Pick(
                PICK,
                self.how(asked),
                options=options,
                many=self.many,
                other=phrase("Something else") if self.other else "",
                picked=fields.numbers(mine, PICK),
                own=own[0] if own else "",
            ),
        )

    def show(self, gathered: Gathered) -> Blocks:
        """Bars in order of size, what people wrote themselves under them."""
        heading = Heading(self.choice, quiet=True)
        if not gathered.answered:
            return (heading, Empty(phrase("No answers yet")), Note(gathered.skipped()))
        before = self._comparable(gathered)
        bars = Bars(self._bars(gathered, before), gathered.answered, before.answered if before else 0)
        note = Note((gathered.turnout(), *self._meaning(), *gathered.skipped(), *gathered.hidden(OWN)))
        return (heading, bars, *self._own_words(gathered), note)

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a tick, own words as they were written."""
        options = self.offered(gathered.asked)
        ticks = sorted(fields.numbers(gathered.contributions, PICK))
        rows: list[dict[str, Any]] = [{"option": options[index]} for index in ticks]
        return rows + [{"option": None, **row} for row in text_rows(gathered, OWN, fields.OTHER)]

    def _comparable(self, gathered: Gathered) -> Gathered | None:
        """The round before, where it offered the same."""
        before = gathered.before
        same = before is not None and self.offered(before.asked) == self.offered(gathered.asked)
        return before if same else None

    def _meaning(self) -> tuple[Phrase, ...]:
        several = (phrase("several choices allowed"),) if self.many else ()
        return (phrase("per cent of those who answered"), *several)

    def _bars(self, gathered: Gathered, before: Gathered | None) -> tuple[Bar, ...]:
        now, then = _ticks(gathered), _ticks(before) if before else {}
        options = enumerate(self.offered(gathered.asked))
        bars = [
            Bar(option, now[index], before=then.get(index, 0) if before else None)
            for index, option in options
        ]
        bars.sort(key=lambda bar: -bar.n)  # stable: ties stay in the author's order
        if not self.other:
            return tuple(bars)
        own = then.get(-1, 0) if before else None
        return (*bars, Bar(phrase("Something else"), now[-1], own=True, before=own))

    def _own_words(self, gathered: Gathered) -> Blocks:
        cards = gathered.cards(OWN)
        return (Cards(cards),) if cards else ()


def _ticks(gathered: Gathered) -> Counter[int]:
    """People by the option's index; -1 = own words."""
    ticks = Counter(fields.numbers(gathered.contributions, PICK))
    ticks[-1] = len(fields.texts(gathered.contributions, OWN))
    return ticks
