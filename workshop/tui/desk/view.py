"""What the desk shows at one moment, and in which look: what its drawings are made from."""

from dataclasses import dataclass

from workshop.core.phrases import Words
from workshop.room.desk import Desk, StepLine
from workshop.room.snapshot import Snapshot
from workshop.tui.draw import Look


@dataclass(frozen=True)
class View:
    """The snapshot, and the `desk` as far as it has come; `now` is the run's clock.

    `address` is what one types on a phone, `cut_off` why no phone can come in there. `hint` is news that
    stands in the first row. `alone`: the lobby has waited for a first phone for too long.
    """

    snapshot: Snapshot
    desk: Desk | None
    look: Look
    now: float
    address: str
    cut_off: Words = ""
    hint: str = ""
    alone: bool = False

    @property
    def step(self) -> StepLine | None:
        """The step on the stage."""
        if self.desk is None or self.snapshot.step is None:
            return None
        return self.desk.steps[self.snapshot.step - 1] if self.snapshot.step <= len(self.desk.steps) else None

    @property
    def undo_left(self) -> int:
        """Whole seconds in which the newest close can still be undone."""
        until = self.snapshot.undo_until
        if until is None or self.snapshot.state == "ended":
            return 0
        return max(0, -int(-(until - self.now) // 1))

    @property
    def behind(self) -> int | None:
        """Minutes behind the plan, ahead of it below zero; None where there is no plan to be behind."""
        drift = self.desk.agenda.drift(self.now) if self.desk else None
        return None if drift is None else round(drift / 60)
