"""The plan: what a run must know of each step, as it was written and as it stands once time was saved."""

from collections.abc import Callable, Sequence

import msgspec

from workshop.core.events import Shortened
from workshop.core.run import Run, Timer

Clocks = tuple[int | None, ...]


class Planned(msgspec.Struct, frozen=True):
    """A step: its section, whether it asks, the seconds of each of its clocks, and whether it is left out."""

    section: int
    asks: bool = False
    live: bool = False
    seconds: Clocks = (None,)
    dropped: bool = False

    @property
    def beats(self) -> int:
        """How many presses of → it takes."""
        return 2 if self.asks else len(self.seconds)

    def planned_seconds(self, beat: int) -> int | None:
        """The time box of a beat; results that are shown have none."""
        return self.seconds[beat] if beat < len(self.seconds) else None


Plan = Sequence[Planned]


def following(plan: Plan, step: int | None) -> int | None:
    """The step after `step` (None: the lobby), those that are left out passed over; None after the last."""
    first = 0 if step is None else step + 1
    return next((number for number in range(first, len(plan)) if not plan[number].dropped), None)


def preceding(plan: Plan, step: int) -> int | None:
    """The step before it in the same way."""
    return next((number for number in range(step - 1, -1, -1) if not plan[number].dropped), None)


def shown_timer(run: Run, plan: Plan) -> Timer | None:
    """The clock on the stage: the one that was started, else the planned time standing still."""
    if run.step is None or run.timer is not None:
        return run.timer
    seconds = plan[run.step].planned_seconds(run.stage)
    return None if seconds is None else Timer(seconds, seconds)


def shortened(plan: Plan, run: Run) -> Plan:
    """`plan` as it stands after everything by which time was saved, in that order."""
    for change in run.shortened:
        plan = tuple(_shorter(planned, step, change) for step, planned in enumerate(plan))
    return plan


def _shorter(planned: Planned, step: int, change: Shortened) -> Planned:
    match change.way:
        case "drop":
            return msgspec.structs.replace(planned, dropped=planned.dropped or step in change.steps)
        case "borrow" if step in change.steps:
            taken = sum(seconds for _, seconds in change.taken)
            return _with(planned, lambda seconds: seconds - taken)
        case "spread":
            share = dict(change.shares).get(planned.section, 1.0)
            return _with(planned, lambda seconds: seconds * share)
    return planned


def _with(planned: Planned, change: Callable[[int], float]) -> Planned:
    """Its clocks in whole seconds, a second at least."""
    clocks = (None if seconds is None else max(1, round(change(seconds))) for seconds in planned.seconds)
    return msgspec.structs.replace(planned, seconds=tuple(clocks))
