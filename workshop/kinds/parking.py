"""The parking lot: what the room wants to come back to. It is always on, and in no session file."""

from collections.abc import Sequence
from typing import Any, ClassVar

from workshop.core import fields
from workshop.core.blocks import Blocks, Cards, Heading, Note
from workshop.core.fields import Fields, Text
from workshop.core.gathered import Asked, Gathered
from workshop.core.phrases import phrase
from workshop.core.place import JSON
from workshop.kinds.approval import ByApproval
from workshop.kinds.kind import text_rows
from workshop.kinds.values import Line

PARKED = "parked"
BOXES = 3
TITLE = phrase("Parking lot")


class Parking(ByApproval):
    """What does not belong here and now, but must not be lost; shown as soon as it is approved."""

    name: ClassVar[str] = "parking"
    texts: ClassVar[tuple[str, ...]] = (PARKED,)

    parking: Line = TITLE.message
    """Its name as a message id: whoever shows it says it in the language of the room."""

    def ask(self, asked: Asked) -> Blocks:
        """Its name."""
        return (Heading(TITLE),)

    def form(self, asked: Asked, mine: Sequence[JSON]) -> Fields:
        """Boxes to write in."""
        return (
            Text(
                PARKED,
                phrase("What should we come back to?"),
                boxes=BOXES,
                more=phrase("One more, if you like"),
                value=fields.texts(mine, PARKED),
            ),
        )

    def show(self, gathered: Gathered) -> Blocks:
        """What was parked, as cards."""
        cards, said = gathered.cards(PARKED), (gathered.turnout(), *self.left_out(gathered))
        return (Heading(TITLE, quiet=True), Cards(cards) if cards else self.nothing(gathered), Note(said))

    def rows(self, gathered: Gathered) -> list[dict[str, Any]]:
        """A record a text."""
        return text_rows(gathered, PARKED)


PARKING = Parking(reveal="live")
