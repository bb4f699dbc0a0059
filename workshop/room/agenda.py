"""The agenda: what each section was to take, what it takes, and when the workshop will end at this rate.

Pure, and good at any moment: it holds what is over and when the present stretch began, so that whoever has it
can let the clock run without asking the hub again. All times are seconds; moments are seconds since the epoch
by the run's clock.
"""

import msgspec


class SectionTime(msgspec.Struct, frozen=True):
    """A section's time. `planned` is None where nothing was planned, `over` is what its past stretches took;
    `over` is None where the stage has not stood in it at all. `given` is what it is to take now that time was
    saved (None: what was planned). `starts` is the moment before which it is not to start.
    """

    title: str
    planned: float | None
    over: float | None
    given: float | None = None
    starts: float | None = None

    @property
    def due(self) -> float | None:
        """What it is to take; None where nothing was planned."""
        return self.planned if self.given is None else self.given


class Spare(msgspec.Struct, frozen=True):
    """A step ahead whose clocks could give their time: an optional one, or a pause. All counts from 0."""

    step: int
    section: int
    seconds: float


class Agenda(msgspec.Struct, frozen=True):
    """The sections in order. `current` (0-based) is where the stage has stood since `since`.

    Before the beginning both are None, and after the end too: then all is over, and `ended` says since when.
    `lock` is the next section with a locked start. Once there was one, the plan counts from the newest: from
    the section `first`, which was to start at `base`; `loose` is what sections without a plan took since.
    `ahead` are the seconds of the clocks that are still to come in the current section; that of the present
    step ends at `clock_ends`, or stands with `clock_left`.
    """

    sections: tuple[SectionTime, ...] = ()
    current: int | None = None
    since: float | None = None
    ended: float | None = None
    lock: int | None = None
    first: int = 0
    base: float | None = None
    loose: float = 0.0
    optional: tuple[Spare, ...] = ()
    pause: Spare | None = None
    ahead: float = 0.0
    clock_ends: float | None = None
    clock_left: float = 0.0

    def spent(self, section: int, at: float) -> float | None:
        """What a section (0-based) has taken up to `at`; None where the stage has not stood in it."""
        over = self.sections[section].over
        if section != self.current or self.since is None:
            return over
        return (over or 0.0) + max(0.0, at - self.since)

    def left(self, section: int, at: float) -> float:
        """What it will still take; nothing of a section that was stepped over, or that has no plan.

        That is what is left of its time, and of the current one no less than the clocks in it still show.
        """
        due = self.sections[section].due
        if due is None or self.ended is not None or section < (self.current or 0):
            return 0.0
        least = self._clocks(at) if section == self.current else 0.0
        return max(least, due - (self.spent(section, at) or 0.0))

    def starts(self, section: int, at: float) -> float:
        """When a section that is ahead will start, at this rate; never before its locked start."""
        return self._not_before(section, self._arrives(section, at))

    def ends(self, at: float) -> float:
        """When the workshop ends if everything from `at` on takes what it is to take.

        That is what is left of this section and of those after it. A section that was stepped over is done
        with; one without a plan counts for nothing. In the lobby: if it began at `at`.
        """
        return self.ended if self.ended is not None else self._arrives(len(self.sections), at)

    def planned_end(self, at: float) -> float | None:
        """When it was to end; None before the beginning and without a plan.

        A section without a plan takes what it takes, and puts the end off.
        """
        begun = self.current is not None or self.ended is not None
        if not begun or all(section.planned is None for section in self.sections):
            return None
        return self._was_to_arrive(len(self.sections), at)

    def waits(self, at: float) -> float:
        """Seconds that the room will wait for the next locked start, at this rate; 0 before the beginning."""
        if self.lock is None or self.current is None:
            return 0.0
        return self.starts(self.lock, at) - self._arrives(self.lock, at)

    def drift(self, at: float) -> float | None:
        """Seconds behind the plan (ahead of it: below zero). None before the beginning and without a plan.

        It is what will be missing at the next locked start: to wait there for less long puts nobody behind.
        Where there is none any more it is what will be missing at the end.
        """
        end = self.planned_end(at)
        if end is None or self.ended is not None or self.lock is None:
            return None if end is None else self.ends(at) - end
        arrives, locked = self._arrives(self.lock, at), self.sections[self.lock].starts or 0.0
        ahead = arrives - min(locked, self._was_to_arrive(self.lock, at))
        return max(arrives - locked, min(0.0, ahead))

    def _clocks(self, at: float) -> float:
        """What the clocks of the current section still show."""
        left = self.clock_left if self.clock_ends is None else self.clock_ends - at
        return self.ahead + max(0.0, left)

    def _arrives(self, section: int, at: float) -> float:
        """When everything before a section is done, at this rate."""
        time = at
        for number in range(self.current or 0, section):
            time = self._not_before(number, time) + self.left(number, at)
        return time

    def _was_to_arrive(self, section: int, at: float) -> float:
        """When everything before it was to be done."""
        time = self._counts_from(at)
        for number in range(self.first, section):
            time = self._locked(number) or time
            time += self.sections[number].planned or 0.0
        return time

    def _counts_from(self, at: float) -> float:
        """When the section `first` was to start, put off by what sections without a plan have taken since."""
        at = at if self.ended is None else self.ended
        if self.base is None:
            planned = (n for n, section in enumerate(self.sections) if section.planned is not None)
            return at - sum(self.spent(number, at) or 0.0 for number in planned)
        loose = self.current is not None and self.sections[self.current].planned is None
        return self.base + self.loose + (max(0.0, at - (self.since or at)) if loose else 0.0)

    def _not_before(self, section: int, time: float) -> float:
        return max(time, self._locked(section) or time)

    def _locked(self, section: int) -> float | None:
        """The moment before which a section that is still to come is not to start."""
        ahead = self.lock is not None and section >= self.lock
        return self.sections[section].starts if ahead else None
