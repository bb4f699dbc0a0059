"""`questions`: what people want answered, and which of it others want answered too."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from workshop.core import fields
from workshop.core.blocks import Blocks, Card, Cards, Heading, Note
from workshop.core.fields import Fields, Form, Pick, Refused, Text
from workshop.core.gathered import Asked, Gathered
from workshop.core.moderation import Item
from workshop.core.phrases import phrase, phrases
from workshop.core.place import JSON
from workshop.kinds.approval import ByApproval
from workshop.kinds.kind import themes_or_texts
from workshop.kinds.values import Prose, Truth

QUESTION, SUPPORT = "question", "support"
BOXES = 3


class Questions(ByApproval):
    """Questions from the room, the most supported first; each is approved before anybody sees it.

    - questions: What would you like to know?
      moderated: true
    """

    name: ClassVar[str] = "questions"
    feeds: ClassVar[bool] = True
    texts: ClassVar[tuple[str, ...]] = (QUESTION,)

    questions: Prose
    """What to ask about."""
    moderated: Truth = True
    """Whether each is approved before it is shown. If not, each is on all phones moments after it is sent."""

    @property
    def approves(self) -> bool:
        """Unless the author trusts the room to do without."""
        return self.moderated

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """Boxes for one's own, and those of others to support."""
        own = Text(
            QUESTION,
            phrase("Your question"),
            boxes=BOXES,
            more=phrase("One more, if you like"),
            value=fields.texts(mine, QUESTION),
        )
        return (own, _support(asked, mine)) if asked.listed else (own,)

    def accept(self, form: Form, asked: Asked, mine: Sequence[JSON]) -> tuple[JSON, ...] | Refused:
        """Questions as texts, support by the question's id: its place in the list does not last."""
        read = super().accept(form, asked, mine)
        return read if isinstance(read, Refused) else tuple(_by_id(item, asked) for item in read)

    def show(self, gathered: Gathered) -> Blocks:
        """Open questions with the most support first, then those that were answered."""
        heading = Heading(self.questions, quiet=True)
        support = _supporters(gathered)
        cards = tuple(_card(item, support[item.id]) for item in gathered.visible(QUESTION))
        said = (gathered.turnout(), *self.left_out(gathered))
        if not cards:
            return (heading, self.nothing(gathered), Note(said))
        ordered = sorted(cards, key=lambda card: (card.done, -(card.support or 0)))
        count = phrases("{n} question", "{n} questions", sum(card.times for card in cards))
        return (heading, Cards(tuple(ordered)), Note((count, *said)))

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a question, as often as it was written; the first of equal ones has their support."""
        support = _supporters(gathered)
        rows: list[dict[str, Any]] = []
        for item in gathered.visible(QUESTION):
            row = {"question": item.text, "support": None, "done": item.done}
            rows += [row | {"support": support[item.id]}, *[row] * (item.times - 1)]
        return rows

    def feed(self, gathered: Gathered) -> tuple[str, ...]:
        """Themes where it is grouped, else the questions."""
        return themes_or_texts(gathered, QUESTION)


def _support(asked: Asked, mine: Sequence[JSON]) -> Pick:
    ids = tuple(listed.id for listed in asked.listed)
    supported = fields.values(mine, SUPPORT)
    return Pick(
        SUPPORT,
        phrase("Questions that you want answered too"),
        options=tuple(listed.text for listed in asked.listed),
        many=True,
        keys=ids,
        picked=tuple(index for index, id in enumerate(ids) if id in supported),
    )


def _by_id(contribution: JSON, asked: Asked) -> JSON:
    found = fields.numbers((contribution,), SUPPORT)
    return {SUPPORT: asked.listed[found[0]].id} if found else contribution


def _card(item: Item, support: int | None) -> Card:
    return Card(item.text, item.times, item.theme, support, item.done)


def _supporters(gathered: Gathered) -> dict[str, int | None]:
    """People behind each question; None where they are fewer than the floor."""
    people = Counter(str(id) for id in fields.values(gathered.contributions, SUPPORT))
    # Nobody can tell who stands behind two questions that were merged: the larger number is certain.
    most = {item.id: max(people[id] for id in (item.id, *item.merged)) for item in gathered.visible(QUESTION)}
    return {id: n if n >= gathered.least else None for id, n in most.items()}
