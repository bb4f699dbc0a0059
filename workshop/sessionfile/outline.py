"""The keys round the steps: what a session and a section may say of themselves. Steps are kinds (kinds/)."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from workshop.kinds.values import Duration, Line
from workshop.language import AVAILABLE, SOURCE

SMALLEST_FLOOR = 3


def _available(tag: str) -> str:
    if tag not in AVAILABLE:
        raise PydanticCustomError("language", "a language of the program")
    return tag


LanguageTag = Annotated[str, AfterValidator(_available), Field(json_schema_extra={"enum": list(AVAILABLE)})]
"""The tag of a language that the program speaks."""


class Outline(BaseModel):
    """The common root: frozen, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Privacy(Outline):
    """How the room is protected."""

    reveal_from: Annotated[int, Field(ge=SMALLEST_FLOOR)] = 5
    """How many people must have answered before anything is shown; 3 at least."""


class SectionOutline(Outline):
    """A part of the session with a time box of its own."""

    title: Line
    """What the section is called."""
    minutes: Duration | None = None
    """The section's time box: 5 and 2.5 are minutes, 5:30 is minutes and seconds."""
    steps: Annotated[tuple[Any, ...], Field(min_length=1)]
    """The steps in their order, one at least."""


class SessionOutline(Outline):
    """A workshop: what it is called, the room's language, and its sections."""

    title: Line
    """What the session is called."""
    language: LanguageTag = SOURCE
    """The room's language: stage, phones and notes speak it."""
    privacy: Privacy = Privacy()
    """How the room is protected; the usual rules where nothing is said."""
    sections: Annotated[tuple[Any, ...], Field(min_length=1)]
    """The sections in their order, one at least."""
