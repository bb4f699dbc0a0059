"""`slide`: a headline, and text under it where there is any."""

from typing import ClassVar

from workshop.core.blocks import Blocks, Heading, Text
from workshop.core.gathered import Asked
from workshop.core.prose import paragraphs
from workshop.kinds.kind import Kind
from workshop.kinds.values import Prose


class Slide(Kind):
    """A headline with paragraphs or bullets under it.

    - slide: The pink elephant
      text: |
        Something everybody knows, and *nobody* says.
    """

    name: ClassVar[str] = "slide"

    slide: Prose
    """The headline."""
    text: Prose | None = None
    """Paragraphs (blank line between), bullets (`- `), emphasis (`*so*`)."""

    def ask(self, asked: Asked) -> Blocks:
        """Headline and text."""
        heading = Heading(self.slide)
        return (heading, Text(paragraphs(self.text))) if self.text else (heading,)
