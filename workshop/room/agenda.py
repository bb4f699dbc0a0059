"""The agenda: what each section was to take, what it takes, and when the workshop will end at this rate.

Pure, and good at any moment: it holds what is over and when the present stretch began, so that whoever has it
can let the clock run without asking the hub again. All times are seconds; moments are seconds since the epoch
by the run's clock.
"""

from collections.abc import Iterator

import msgspec

from workshop.core.commands import Plan
from workshop.core.run import Run
from workshop.core.session import Section, Session

Span = tuple[float, float]


class SectionTime(msgspec.Struct, frozen=True):
    """A section's time. `planned` is None where nothing was planned, `over` is what its past stretches took;
    `over` is None where the stage has not stood in it at all.
    """

    title: str
    planned: float | None
    over: float | None


class Agenda(msgspec.Struct, frozen=True):
    """The sections in order. `current` (0-based) is where the stage has stood since `since`.

    Before the beginning both are None, and after the end too: then all is over, and `ended` says since when.
    """

    sections: tuple[SectionTime, ...] = ()
    current: int | None = None
    since: float | None = None
    ended: float | None = None

    def spent(self, section: int, at: float) -> float | None:
        """What a section (0-based) has taken up to `at`; None where the stage has not stood in it."""
        over = self.sections[section].over
        if section != self.current or self.since is None:
            return over
        return (over or 0.0) + max(0.0, at - self.since)

    def ends(self, at: float) -> float:
        """When the workshop ends if everything from `at` on takes what was planned for it.

        That is what is left of this section and of those after it. A section that was stepped over is done
        with; one without a plan counts for nothing. In the lobby: if it began at `at`.
        """
        if self.ended is not None:
            return self.ended
        return at + sum(self._left(section, at) for section in range(len(self.sections)))

    def drift(self, at: float) -> float | None:
        """Seconds behind the plan (ahead of it: below zero). None before the beginning and without a plan.

        A section without a plan takes what it takes, and puts nobody behind.
        """
        begun = self.current is not None or self.ended is not None
        planned = [n for n, section in enumerate(self.sections) if section.planned is not None]
        if not begun or not planned:
            return None
        return sum(self._drift(section, at) for section in planned)

    def _left(self, section: int, at: float) -> float:
        planned = self.sections[section].planned
        if planned is None or self.ended is not None or section < (self.current or 0):
            return 0.0
        return max(0.0, planned - (self.spent(section, at) or 0.0))

    def _drift(self, section: int, at: float) -> float:
        planned = self.sections[section].planned or 0.0
        return (self.spent(section, at) or 0.0) + self._left(section, at) - planned


def agenda(session: Session, plan: Plan, run: Run) -> Agenda:
    """The agenda of `run`."""
    here = None if run.step is None or run.state != "live" else plan[run.step].section
    stretches = [tuple(spans(plan, run, number, until=None)) for number in range(len(session.sections))]
    return Agenda(
        sections=tuple(
            SectionTime(section.title, planned(section), _sum(stretches[number]))
            for number, section in enumerate(session.sections)
        ),
        current=here,
        since=_since(plan, run) if here is not None else None,
        ended=run.ended,
    )


def planned(section: Section) -> float | None:
    """A section's time box; where it has none what its steps' clocks add up to, None where there is none."""
    if section.seconds is not None:
        return section.seconds
    clocks = [seconds for step in section.steps for seconds in step.stages() if seconds is not None]
    return sum(clocks) if clocks else None


def spans(plan: Plan, run: Run, section: int, until: float | None) -> Iterator[Span]:
    """The stretches in which the stage stood in `section`, neighbouring visits joined.

    The one that still lasts goes up to `until`; None leaves it out.
    """
    last = run.ended if run.ended is not None else until
    begun: float | None = None
    for index, visit in enumerate(run.visits):
        if plan[visit.step].section != section:
            continue
        begun = visit.at if begun is None else begun
        following = run.visits[index + 1] if index + 1 < len(run.visits) else None
        if following is not None and plan[following.step].section == section:
            continue
        end = last if following is None else following.at
        if end is not None:
            yield begun, end
        begun = None


def _since(plan: Plan, run: Run) -> float:
    """When the stretch began that lasts."""
    since = run.visits[-1].at
    for visit in reversed(run.visits):
        if plan[visit.step].section != plan[run.visits[-1].step].section:
            break
        since = visit.at
    return since


def _sum(stretches: tuple[Span, ...]) -> float | None:
    return sum(end - start for start, end in stretches) if stretches else None
