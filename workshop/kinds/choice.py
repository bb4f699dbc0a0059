"""`choice`: choose one of several, or several."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from workshop.core import fields
from workshop.core.blocks import Bar, Bars, Blocks, Cards, Empty, Heading, Note, Options
from workshop.core.fields import Fields
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, phrase
from workshop.core.place import JSON
from workshop.kinds.kind import AskingKind, text_rows
from workshop.kinds.values import Choices, Prose, Truth

PICK = "pick"
OWN = f"{PICK}-{fields.OTHER}"


class Choice(AskingKind):
    """Choose one, or several; bars with people and per cent of the people who answered.

    - choice: Hvilke kriterier gjelder hos dere?
      options:
        - Best mulig for flest mulig
        - Best mulig for den enkelte
      many: false
      other: true
    """

    name: ClassVar[str] = "choice"

    choice: Prose
    """The question."""
    options: Choices
    """What can be chosen: at least 2, all different."""
    many: Truth = False
    """Whether a person may choose several."""
    other: Truth = False
    """Whether a person may write an answer of their own instead."""

    def ask(self, asked: Asked) -> Blocks:
        """The question and its options."""
        return (Heading(self.choice), Options(self.options, self._label()))

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """One list to choose from."""
        own = fields.texts(mine, OWN)
        return (
            fields.Pick(
                PICK,
                self._label(),
                options=self.options,
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
        note = Note((gathered.turnout(), *self._meaning(), *gathered.skipped()))
        return (heading, Bars(self._bars(gathered), gathered.answered), *self._own_words(gathered), note)

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a tick, own words as they were written."""
        ticks = sorted(fields.numbers(gathered.contributions, PICK))
        rows: list[dict[str, Any]] = [{"option": self.options[index]} for index in ticks]
        return rows + [{"option": None, **row} for row in text_rows(gathered, OWN, fields.OTHER)]

    def _label(self) -> Phrase:
        return phrase("Choose one or more") if self.many else phrase("Choose one")

    def _meaning(self) -> tuple[Phrase, ...]:
        several = (phrase("several choices allowed"),) if self.many else ()
        return (phrase("per cent of those who answered"), *several)

    def _bars(self, gathered: Gathered) -> tuple[Bar, ...]:
        ticks = Counter(fields.numbers(gathered.contributions, PICK))
        bars = [Bar(option, ticks[index]) for index, option in enumerate(self.options)]
        bars.sort(key=lambda bar: -bar.n)  # stable: ties stay in the author's order
        if not self.other:
            return tuple(bars)
        return (
            *bars,
            Bar(phrase("Something else"), len(fields.texts(gathered.contributions, OWN)), own=True),
        )

    def _own_words(self, gathered: Gathered) -> Blocks:
        cards = gathered.cards(OWN)
        return (Cards(cards),) if cards else ()
