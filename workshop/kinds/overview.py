"""`overview`: a tree of themes."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from workshop.core.blocks import Blocks, Heading, Theme, Tree
from workshop.core.gathered import Asked
from workshop.kinds.kind import Kind
from workshop.kinds.values import Line, Prose


class ThemeModel(BaseModel):
    """One theme."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Line
    """The theme's name."""
    items: tuple[Line, ...] = ()
    """What belongs to it."""


class Overview(Kind):
    """Themes with what belongs to each: where we have been, or where we are going.

    - overview: Our themes
      themes:
        - title: The pink elephant
        - title: A new and more modern school
          items: [A school that changes, Broader work with children]
    """

    name: ClassVar[str] = "overview"

    overview: Prose
    """The headline."""
    themes: Annotated[tuple[ThemeModel, ...], Field(min_length=1, max_length=12)]
    """The themes in their order."""

    def ask(self, asked: Asked) -> Blocks:
        """Headline and themes."""
        themes = tuple(Theme(theme.title, theme.items) for theme in self.themes)
        return (Heading(self.overview), Tree(themes))
