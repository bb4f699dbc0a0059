"""What every phone may know: the shared part of a page, the same for all and serialised once a change."""

from typing import Literal

import msgspec

from workshop.core.blocks import Blocks
from workshop.core.place import Place

Phase = Literal["lobby", "listen", "waiting", "open", "closed", "sealed", "ended"]
"""lobby; listen = the step asks nothing; waiting = it asks but is not yet open; open; closed = closed but can
still be undone; sealed = closed for good, nobody can link an answer to a phone any more; ended."""


class OpenRound(msgspec.Struct, frozen=True):
    """A round that takes answers, with its question, for the link above the current step."""

    step: int
    round: int
    prompt: str

    @property
    def place(self) -> Place:
        """Where it belongs."""
        return Place(self.step, self.round)


class PhoneState(msgspec.Struct, frozen=True):
    """The shared state. `place` is the round on the stage where one was opened; `ends` is by the run's clock.

    `version` grows with the facilitator's events only: phones are not woken by each other's answers.
    """

    version: int
    title: str
    language: str
    phase: Phase
    section_title: str
    place: Place | None
    prompt: str
    showing: bool
    needed: int
    floor: int
    joined: int
    blocks: Blocks
    """What the stage shows, or may show (a question, a slide, results)."""
    total: float | None = None
    ends: float | None = None
    left: float | None = None
    """Seconds left where the clock stands still."""
    also_open: tuple[OpenRound, ...] = ()
    live: bool = False
