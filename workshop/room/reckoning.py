"""Makes the agenda of a run: from its session, from where the stage has stood, and from what was saved."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from workshop.core.plan import Plan, shown_timer
from workshop.core.run import Run
from workshop.core.session import Section, Session
from workshop.kinds.pause import Pause
from workshop.room.agenda import Agenda, SectionTime, Spare

LATE_AT_MOST = 3600.0
"""Seconds that a locked start may have passed when the workshop begins, for all of them to hold."""
Span = tuple[float, float]


def agenda(session: Session, plan: Plan, run: Run, now: float) -> Agenda:
    """The agenda of `run`, whose `plan` is the one that stands now."""
    return _Reckoning(session, plan, run, now).agenda()


class _Reckoning:
    """A run's times, put together."""

    def __init__(self, session: Session, plan: Plan, run: Run, now: float) -> None:
        self._session, self._plan, self._run = session, plan, run
        self._last = None if run.step is None else plan[run.step].section
        self._starts = _locked_starts(session, run.started if run.started is not None else now)
        self._stretches = [tuple(spans(plan, run, n, until=None)) for n in range(len(session.sections))]

    def agenda(self) -> Agenda:
        run, live = self._run, self._run.state == "live"
        newest = self._newest_lock()
        base = None if newest is None else self._starts[newest]
        clock = shown_timer(run, self._plan) if live else None
        return Agenda(
            sections=tuple(self._section(number) for number in range(len(self._starts))),
            current=self._last if live else None,
            since=_since(self._plan, run) if live else None,
            ended=run.ended,
            lock=self._next_lock(newest),
            first=newest or 0,
            base=base,
            loose=0.0 if newest is None else self._loose_since(newest),
            optional=tuple(self._optional()) if live else (),
            pause=self._pause() if live else None,
            ahead=self._clocks_ahead() if live else 0.0,
            clock_ends=clock.ends if clock else None,
            clock_left=clock.left if clock else 0.0,
        )

    def _section(self, number: int) -> SectionTime:
        section, box = self._session.sections[number], planned(self._session.sections[number])
        taken = sum(seconds for change in self._run.shortened for n, seconds in change.taken if n == number)
        given = box - taken if box is not None and taken else None
        return SectionTime(section.title, box, _sum(self._stretches[number]), given, self._starts[number])

    def _newest_lock(self) -> int | None:
        """The last section with a locked start that has begun; a look ahead is no beginning."""
        if self._last is None:
            return None
        begun = (n for n, starts in enumerate(self._starts) if starts is not None and self._begun(n, starts))
        return max(begun, default=None)

    def _begun(self, section: int, starts: float) -> bool:
        return section <= (self._last or 0) or any(end >= starts for _, end in self._stretches[section])

    def _next_lock(self, newest: int | None) -> int | None:
        locks = (n for n, starts in enumerate(self._starts) if starts is not None)
        return next((n for n in locks if newest is None or n > newest), None)

    def _loose_since(self, first: int) -> float:
        """Seconds in sections without a plan, in stretches that are over, since the stage came to `first`."""
        base = self._starts[first] or 0.0
        since = [start for spans in self._stretches[first:] for start, end in spans if end >= base]
        came = min(since, default=self._run.visits[-1].at)
        loose = (n for n, section in enumerate(self._session.sections) if planned(section) is None)
        return sum(end - start for n in loose for start, end in self._stretches[n] if start >= came)

    def _optional(self) -> Iterator[Spare]:
        for number in self._ahead():
            if self._session.steps[number].optional:
                yield from self._spare(number)

    def _pause(self) -> Spare | None:
        pauses = (n for n in self._ahead() if self._session.steps[n].name == Pause.name)
        return next((spare for n in pauses for spare in self._spare(n)), None)

    def _clocks_ahead(self) -> float:
        run, here = self._run, (n for n in self._ahead() if self._plan[n].section == self._last)
        step = None if run.step is None else self._plan[run.step]
        stages = step.seconds[run.stage + 1 :] if step and not step.asks else ()
        return sum(filter(None, stages)) + sum(spare.seconds for n in here for spare in self._spare(n))

    def _ahead(self) -> Iterator[int]:
        """Steps after the one on the stage that are not left out, and that nothing of has been had."""
        first = 0 if self._run.step is None else self._run.step + 1
        steps = range(first, len(self._plan))
        return (n for n in steps if not self._plan[n].dropped and not self._run.had.get(n))

    def _spare(self, number: int) -> Iterator[Spare]:
        step = self._plan[number]
        if seconds := sum(filter(None, step.seconds)):
            yield Spare(number, step.section, seconds)


def _locked_starts(session: Session, began: float) -> list[float | None]:
    """The moments of the locked starts, on the day when it `began`.

    Where one had long passed then, none of them holds: it is held at another hour than it was written for.
    """
    day = datetime.fromtimestamp(began).replace(hour=0, minute=0, second=0, microsecond=0)
    times = (section.at for section in session.sections)
    moments = [None if at is None else (day + timedelta(seconds=at)).timestamp() for at in times]
    passed = any(moment is not None and moment < began - LATE_AT_MOST for moment in moments)
    return [None] * len(moments) if passed else moments


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
