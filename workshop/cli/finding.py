"""A finding of the room check: what was looked at, whether it will do, and what to do about it."""

from enum import StrEnum
from typing import NamedTuple

from workshop.language import say


class Verdict(StrEnum):
    """Whether it will do."""

    OK = "ok"
    LOOK = "look"
    STOP = "stop"


class Finding(NamedTuple):
    """`check` names it for programs, `about` for people; `more` are lines that say how to go on.

    `commands` are lines too, to be copied, which nothing may break.
    """

    check: str
    about: str
    verdict: Verdict
    text: str
    more: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()


def word(verdict: Verdict) -> str:
    """The verdict in words, as a mark beside them would not be enough."""
    match verdict:
        case Verdict.OK:
            return say("fine")
        case Verdict.LOOK:
            return say("look at this")
        case Verdict.STOP:
            return say("stops you")
