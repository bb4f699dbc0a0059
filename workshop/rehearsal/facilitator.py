"""A made-up facilitator: → when a step's time is used up or the answers are in, approval where needed."""

from workshop.core.moderation import Approve
from workshop.core.session import Session, Step
from workshop.errors import Refusal
from workshop.rehearsal.audience import Audience, Round
from workshop.room.snapshot import Snapshot
from workshop.tui.client import Client

SEATED = 5.0
"""Seconds from when everybody is there to the beginning."""
LOOKED_AT = (6.0, 20.0, 90.0)
"""Seconds at least, where there is no plan, and at most, for a screen without a clock."""
APPROVES_EVERY = 15.0
OVER_TIME = 2.0
_LEFT_WAITING = 8
"""One in so many texts is never approved."""


class Facilitator:
    """Leads the run of `client`. Times are seconds by the run's clock."""

    def __init__(self, client: Client, session: Session, audience: Audience) -> None:
        self._client, self._session, self._audience = client, session, audience
        self._shot: Snapshot | None = None
        self._since = self._opened = self._approved = 0.0
        self._parked = 0

    def hear(self, shot: Snapshot, now: float) -> None:
        """Takes notice of what is on the stage."""
        if self._shot is None or _subject(shot) != _subject(self._shot):
            self._since = now
        if self._shot is None or _round(shot) != _round(self._shot):
            self._opened = now
        self._shot = shot

    def due(self, now: float) -> float | None:
        """When there is something to do; None while there is not."""
        if self._shot is None or self._shot.state == "ended":
            return None
        approves = self._approved + APPROVES_EVERY if self._approves else None
        return min(
            (due for due in (self._presses(self._shot, now), approves) if due is not None), default=None
        )

    def act(self, now: float) -> tuple[Snapshot, ...]:
        """Does what is due: how the stage stood before the press, and after it; nothing where nothing is."""
        shot = self._shot
        if shot is None or shot.state == "ended":
            return ()
        presses = self._presses(shot, now)
        late = presses is not None and now >= presses
        if late or (self._approves and now >= self._approved + APPROVES_EVERY):
            self._approve(shot, now)
        if not late:
            return ()
        try:
            return self._client.snapshot(), self._client.do("end" if shot.last else "next")
        except Refusal:  # somebody else was quicker
            self._since = now
            return ()

    def _presses(self, shot: Snapshot, now: float) -> float | None:
        """When → is due. Whoever blanks the stage or stops the clock at the real one has it wait."""
        if shot.blanked or (shot.timer is not None and not shot.timer.running and not shot.showing):
            return None
        if shot.state == "lobby":
            return self._since + SEATED if self._audience.seated else self._since + 130.0
        if shot.open:
            return self._closes(shot, now)
        if shot.timer is not None and shot.timer.ends is not None and not shot.showing:
            return shot.timer.ends
        return self._since + self._looked_at(shot)

    def _closes(self, shot: Snapshot, now: float) -> float:
        """When everybody is done, or the time is used up by everybody who is not late."""
        round = _round(shot)
        ends = self._opened + 90.0
        if shot.timer is not None and shot.timer.ends is not None:
            # At a high speed a time box may be over before anybody can know that it has begun.
            ends = max(shot.timer.ends, self._opened + shot.timer.total)
        ends += OVER_TIME
        if self._audience.busy(round, ends):
            return max(ends, now + 0.1)
        return min(ends, self._since + LOOKED_AT[0]) if not self._audience.busy(round) else ends

    def _looked_at(self, shot: Snapshot) -> float:
        """What the section's time box leaves beside its clocks, in even parts."""
        least, usual, most = LOOKED_AT
        section = self._session.sections[(shot.section or 1) - 1]
        clocks = [seconds for step in section.steps for seconds in step.stages() if seconds is not None]
        screens = sum(1 for step in section.steps if step.asks or None in step.stages())
        if section.seconds is None or not screens:
            return usual
        return max(least, min(most, (section.seconds - sum(clocks)) / screens))

    @property
    def _step(self) -> Step | None:
        return self._session.steps[self._shot.step - 1] if self._shot and self._shot.step else None

    @property
    def _approves(self) -> bool:
        return bool(self._shot and self._shot.open and self._step and self._step.exempt)

    def _approve(self, shot: Snapshot, now: float) -> None:
        self._approved = now
        if self._approves and shot.step is not None:
            self._approve_at(shot.step)
        if self._audience.parked > self._parked:
            self._parked = self._audience.parked
            self._approve_at(shot.steps + 1)

    def _approve_at(self, step: int) -> None:
        try:
            items = self._client.texts(step)
            waiting = tuple(item.id for item in items if item.waits and int(item.id, 16) % _LEFT_WAITING)
            if waiting:
                self._client.decide(step, Approve(waiting))
        except Refusal:  # nothing there yet; at the next press it is tried again
            return


def _round(shot: Snapshot) -> Round:
    return (shot.step or 0, shot.round or 0)


def _subject(shot: Snapshot) -> tuple[object, ...]:
    ends = shot.timer.ends if shot.timer else None
    return (shot.state, shot.step, shot.round, shot.open, shot.showing, shot.blanked, ends)
