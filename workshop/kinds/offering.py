"""Kinds that offer something to choose from: the author's options, or an earlier step's texts (`from:`)."""

from typing import Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from workshop.core.blocks import Blocks, Empty, Heading, Options
from workshop.core.gathered import Asked
from workshop.core.phrases import Words, phrase
from workshop.kinds.kind import AskingKind
from workshop.kinds.values import Choices, Id


class Offering(AskingKind):
    """Has `options`, or takes them `from` an earlier step when its round opens."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["options"]}, {"required": ["from"]}]},
    )

    options: Choices | None = None
    """What can be chosen: at least 2, all different."""
    from_: Id | None = Field(default=None, alias="from")
    """The id of an earlier step whose texts (or themes, where it was grouped) are the options."""

    @model_validator(mode="after")
    def _options_or_from(self) -> Self:
        if self.options is None and self.from_ is None:
            raise PydanticCustomError(
                "options", "options to choose from (at least 2), or from: an earlier step"
            )
        if self.options is not None and self.from_ is not None:
            raise PydanticCustomError("from", "either options or from:, not both")
        return self

    @property
    def source(self) -> str | None:
        """The id of the step that the options come from."""
        return self.from_

    def offered(self, asked: Asked) -> tuple[str, ...]:
        """The options of a round."""
        return asked.options if self.options is None else self.options

    def ask(self, asked: Asked) -> Blocks:
        """The question and its options."""
        options = self.offered(asked)
        if len(options) < 2:
            return (Heading(self.main), Empty(NOTHING))
        return (Heading(self.main), Options(options, self.how(asked)))

    def how(self, asked: Asked) -> Words:
        """How to choose, in a few words."""
        return ""


NOTHING = phrase("Nothing to choose from yet: the step it builds on has shown no answers.")
