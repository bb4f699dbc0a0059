"""Kinds that work on the author's own things, or on an earlier step's texts (`from:`)."""

from typing import Any, ClassVar, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from workshop.core.blocks import Blocks, Empty, Heading, Options
from workshop.core.gathered import Asked
from workshop.core.phrases import Words, phrase
from workshop.kinds.kind import AskingKind
from workshop.kinds.values import Choices, Id


def _own_or_from(schema: dict[str, Any], kind: type["Fed"]) -> None:
    schema["anyOf"] = [{"required": [kind.things]}, {"required": ["from"]}]


class Fed(AskingKind):
    """Has `things` of its own, or takes them `from` an earlier step when its round opens."""

    model_config = ConfigDict(json_schema_extra=_own_or_from)

    things: ClassVar[str]
    """The key under which the author's own stand."""
    least: ClassVar[int] = 2
    """How many it takes at least."""

    from_: Id | None = Field(default=None, alias="from")
    """The id of an earlier step whose texts (or themes, where it was grouped) this one works on."""

    @model_validator(mode="after")
    def _either(self) -> Self:
        if self.own is None and self.from_ is None:
            raise PydanticCustomError(self.things, "{key}, or from: an earlier step", {"key": self.things})
        if self.own is not None and self.from_ is not None:
            raise PydanticCustomError("from", "either {key} or from:, not both", {"key": self.things})
        return self

    @property
    def own(self) -> tuple[str, ...] | None:
        """The author's own; None where they come from an earlier step."""
        found: tuple[str, ...] | None = getattr(self, self.things)
        return found

    @property
    def source(self) -> str | None:
        """The id of the step that they come from."""
        return self.from_

    def offered(self, asked: Asked) -> tuple[str, ...]:
        """Those of a round."""
        return asked.options if self.own is None else self.own

    def ask(self, asked: Asked) -> Blocks:
        """The question, and what it is about."""
        offered = self.offered(asked)
        if len(offered) < self.least:
            return (Heading(self.main), Empty(NOTHING))
        return (Heading(self.main), Options(offered, self.how(asked)))

    def how(self, asked: Asked) -> Words:
        """How to answer, in a few words."""
        return ""


class Offering(Fed):
    """Has `options` to choose from."""

    things: ClassVar[str] = "options"

    options: Choices | None = None
    """What can be chosen: at least 2, all different."""


NOTHING = phrase("Nothing to choose from yet: the step it builds on has shown no answers.")
