"""`columns`: parts of equal weight, side by side."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from workshop.core.blocks import Blocks, Columns, Heading, Part
from workshop.core.gathered import Asked
from workshop.kinds.kind import Kind
from workshop.kinds.values import Line, Prose


class PartModel(BaseModel):
    """One part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Line
    """The part's name."""
    text: Prose | None = None
    """What to say of it."""


class ColumnsStep(Kind):
    """A headline over two to four parts that weigh the same.

    - columns: What a professional draws on
      parts:
        - title: Theoretical knowledge
          text: Concepts, models and theories.
        - title: Personal competence
          text: One's values, humour and integrity.
      by: Greta Marie Skau, 2005
    """

    name: ClassVar[str] = "columns"

    columns: Prose
    """The headline."""
    parts: Annotated[tuple[PartModel, ...], Field(min_length=2, max_length=4)]
    """The parts: 2 to 4."""
    by: Line | None = None
    """The source of the parts."""

    def ask(self, asked: Asked) -> Blocks:
        """Headline and parts."""
        parts = tuple(Part(part.title, part.text or "") for part in self.parts)
        return (Heading(self.columns), Columns(parts, self.by or ""))
