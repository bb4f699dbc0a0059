"""The moment of a decision: a command, and all that it is decided from."""

from collections.abc import Callable

import msgspec

from workshop.core import events as e
from workshop.core.phrases import phrase
from workshop.core.plan import Plan, Planned
from workshop.core.round import Round
from workshop.core.run import Run
from workshop.errors import Refusal

Events = list[e.AnyEvent]
OVER = phrase("The workshop has ended; nothing was changed.")


class Command(msgspec.Struct, frozen=True):
    """A command with its number where it has one (`goto` a 1-based step, `add` seconds)."""

    verb: str
    number: int | None = None


class Moment(msgspec.Struct, frozen=True):
    """What a decision is made from: the state, the plan, the time, and the phones that have joined.

    `offers` finds the ways in which time can be saved just now.
    """

    run: Run
    plan: Plan
    now: float
    joined: int = 0
    offers: Callable[[], tuple[e.Shortened, ...]] = tuple

    @property
    def step(self) -> int:
        """The step on the stage. Raises Refusal in the lobby and after the end."""
        if self.run.state == "ended":
            raise Refusal(OVER)
        if self.run.step is None:
            raise Refusal(phrase("Nothing is on the stage yet: → (or `workshop do next`) begins."))
        return self.run.step

    @property
    def planned(self) -> Planned:
        """What is planned of the step on the stage."""
        return self.plan[self.step]

    @property
    def asking(self) -> Planned:
        """The same, where it asks. Raises Refusal where it does not."""
        if not self.planned.asks:
            raise Refusal(phrase("This step asks nothing, so there is nothing to open, close or show."))
        return self.planned

    @property
    def round(self) -> Round:
        """The newest round on the stage. Raises Refusal where none was opened."""
        assert self.asking
        if self.run.round is None:
            raise Refusal(phrase("This step has not been opened yet: → or `o` opens it."))
        return self.run.round
