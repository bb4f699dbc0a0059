"""`open`: an open question, answered in one's own words."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from workshop.core import fields
from workshop.core.blocks import Blocks, Card, Cards, Empty, Heading, Note
from workshop.core.fields import Fields
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import Phrase, phrase, phrases
from workshop.core.place import JSON
from workshop.kinds.kind import AskingKind, text_rows, themes_or_texts
from workshop.kinds.values import Prose, Truth

TEXT = "text"


class Open(AskingKind):
    """An open question. Answers stand as cards in random order.

    - open: Write it down. Nobody sees who you are.
      many: true
      max: 3
    """

    name: ClassVar[str] = "open"
    texts: ClassVar[tuple[str, ...]] = (TEXT,)

    feeds: ClassVar[bool] = True

    open: Prose
    """The question."""
    many: Truth = False
    """Whether a person may send several answers."""
    max: Annotated[int, Field(ge=1, le=10)] = 3
    """How many answers a person may send, where `many`."""

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """One box, or several where `many`."""
        boxes = self.max if self.many else 1
        hint = phrase("Write one thing in each box.") if boxes > 1 else ""
        return (
            fields.Text(
                TEXT,
                phrase("Your answer"),
                hint,
                boxes=boxes,
                more=phrase("One more, if you like"),
                value=fields.texts(mine, TEXT),
            ),
        )

    def show(self, gathered: Gathered) -> Blocks:
        """The answers as cards."""
        heading = Heading(self.open, quiet=True)
        cards, left_out = gathered.cards(TEXT), (*gathered.skipped(), *gathered.hidden(TEXT))
        if not cards:
            return (heading, Empty(phrase("No answers yet")), Note(left_out))
        return (heading, Cards(cards), Note((*self._said_of(cards, gathered), *left_out)))

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a text, in the words that the room left it with."""
        return text_rows(gathered, TEXT)

    def feed(self, gathered: Gathered) -> tuple[str, ...]:
        """Themes where it is grouped, else the answers."""
        return themes_or_texts(gathered, TEXT)

    def _said_of(self, cards: tuple[Card, ...], gathered: Gathered) -> tuple[Phrase, ...]:
        merged = (phrase("equal answers are merged"),) if any(card.times > 1 for card in cards) else ()
        n = sum(card.times for card in cards)
        return (_count(n, gathered), phrase("in random order"), *merged)


def _count(n: int, gathered: Gathered) -> Phrase:
    joined = max(gathered.joined, gathered.answered)
    return phrases(
        "{n} answer from {people} of {joined}",
        "{n} answers from {people} of {joined}",
        n,
        people=gathered.answered,
        joined=joined,
    )
