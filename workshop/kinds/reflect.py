"""`reflect`: a question to think or talk about; nothing is collected."""

from typing import ClassVar, Literal

from workshop.core.blocks import Blocks, Cue, Heading
from workshop.core.gathered import Asked
from workshop.core.phrases import Phrase, phrase
from workshop.kinds.kind import Kind
from workshop.kinds.values import Prose

How = Literal["silent", "pairs", "fours", "plenary"]


def cue(how: How) -> Phrase:
    """How the room works, in words."""
    match how:
        case "silent":
            return phrase("Quietly, on your own")
        case "pairs":
            return phrase("In pairs")
        case "fours":
            return phrase("In fours")
        case "plenary":
            return phrase("Together")


class Reflect(Kind):
    """A reflection question with a countdown. Nothing is collected.

    - reflect: What does everybody here know that nobody says?
      minutes: 3
      how: silent
    """

    name: ClassVar[str] = "reflect"

    reflect: Prose
    """The question."""
    how: How = "silent"
    """How the room works: silent, pairs, fours or plenary."""

    def ask(self, asked: Asked) -> Blocks:
        """The question, and how to work on it."""
        return (Heading(self.reflect), Cue(cue(self.how)))
