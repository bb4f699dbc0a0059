"""A run: one time a session is held, as state that only events change. Pure: no clock, no files.

`apply(run, event)` is the next state; what a command turns into is decided in core/commands.py.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from workshop.core.capture import Captured
from workshop.core.events import (
    AnyEvent,
    Blanked,
    Closed,
    Created,
    Ended,
    Hidden,
    Lowered,
    Moderated,
    Moved,
    Muted,
    Noted,
    Opened,
    Raised,
    Reopened,
    Sealed,
    Shortened,
    Spotlit,
    Timed,
    Unlit,
    Unnoted,
    Unshortened,
)
from workshop.core.place import Place
from workshop.core.round import Round, RoundEvent, changed, opened
from workshop.core.undoing import Undoables, kept, spotlight, unlit, without_close, without_last

UNDO_SECONDS = 10.0

State = Literal["lobby", "live", "ended"]


class Timer(msgspec.Struct, frozen=True):
    """A step's clock: `ends` in seconds since the epoch while it runs, else `left` seconds stand still."""

    total: float
    left: float
    ends: float | None = None

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self.ends is not None

    def left_at(self, now: float) -> float:
        """Seconds left at `now`, below zero in overtime."""
        return self.left if self.ends is None else self.ends - now


class Visit(msgspec.Struct, frozen=True):
    """From `at` on the stage stood at `step`."""

    at: float
    step: int


class Run(msgspec.Struct, frozen=True):
    """The whole state. `step` and `beat` are where the stage is; `had` counts the beats had of each step."""

    code: str = ""
    created: float = 0.0
    state: State = "lobby"
    step: int | None = None
    beat: int = -1
    had: Mapping[int, int] = {}
    rounds: Mapping[int, tuple[Round, ...]] = {}
    timers: Mapping[tuple[int, int], Timer] = {}
    blanked: bool = False
    visits: tuple[Visit, ...] = ()
    undoable: Undoables = ()
    """What can be taken back, the newest last: every close that is not sealed, every decision, every note,
    all by which time was saved, and what the spotlight was put on since the stage came to where it is."""
    started: float | None = None
    ended: float | None = None
    joined: int = 0
    last: float = 0.0
    rehearsal: bool = False
    muted: bool = False

    def round_of(self, step: int | None) -> Round | None:
        """The newest round of `step`."""
        rounds = self.rounds.get(step, ()) if step is not None else ()
        return rounds[-1] if rounds else None

    @property
    def round(self) -> Round | None:
        """The newest round of the step on the stage."""
        return self.round_of(self.step)

    @property
    def timer(self) -> Timer | None:
        """The clock of the beat on the stage."""
        return None if self.step is None else self.timers.get((self.step, self.stage))

    @property
    def stage(self) -> int:
        """Which of a step's clocks belongs to the beat on the stage."""
        return max(self.beat, 0)

    def open_places(self) -> tuple[Place, ...]:
        """Every round that takes answers, in the session's order."""
        return tuple(
            Place(step, rounds[-1].number) for step, rounds in sorted(self.rounds.items()) if rounds[-1].open
        )

    def unsealed(self) -> tuple[Place, ...]:
        """Every round whose close can be undone, the newest close last."""
        return tuple(Place(event.step, event.round) for event in self.undoable if isinstance(event, Closed))

    @property
    def spotlight(self) -> Spotlit | None:
        """The answer that stands on the stage alone, as far as it may be shown."""
        return spotlight(self.undoable)

    @property
    def shortened(self) -> tuple[Shortened, ...]:
        """Everything by which time was saved, in order."""
        return tuple(event for event in self.undoable if isinstance(event, Shortened))

    @property
    def notes(self) -> tuple[Captured, ...]:
        """What the facilitator has noted down."""
        return tuple(
            Captured(event.sort, event.text, event.who, event.when, at=event.at, step=event.step)
            for event in self.undoable
            if isinstance(event, Noted)
        )


def replay(events: "list[AnyEvent]") -> Run:
    """The state after `events`."""
    run = Run()
    for event in events:
        run = apply(run, event)
    return run


def apply(run: Run, event: AnyEvent) -> Run:
    """The state after `event`. Total: an event that does not fit changes nothing but the time."""
    after = _change(run, event)
    return msgspec.structs.replace(after, last=max(after.last, event.at))


def _change(run: Run, event: AnyEvent) -> Run:
    match event:
        case Created(at=at, code=code, rehearsal=rehearsal):
            return msgspec.structs.replace(run, code=code, created=at, rehearsal=rehearsal)
        case Moved():
            return _move(run, event)
        case Moderated() | Noted() | Unnoted() | Spotlit() | Unlit() | Shortened() | Unshortened():
            return msgspec.structs.replace(run, undoable=kept(run.undoable, event))
        case Timed():
            return _time(run, event)
        case Blanked(on=on):
            return msgspec.structs.replace(run, blanked=on)
        case Muted(on=on):
            return msgspec.structs.replace(run, muted=on)
        case Ended(at=at, joined=joined):
            return msgspec.structs.replace(
                run,
                state="ended",
                ended=at,
                blanked=False,
                joined=max(joined, run.joined),
                undoable=unlit(run.undoable),
            )
        case _:
            return _change_round(run, event)


def _move(run: Run, event: Moved) -> Run:
    visits = run.visits
    if not visits or visits[-1].step != event.step:
        visits = (*visits, Visit(event.at, event.step))
    return msgspec.structs.replace(
        run,
        state="live",
        step=event.step,
        beat=event.beat,
        undoable=unlit(run.undoable),
        had=_had(run, event.step, event.beat),
        visits=visits,
        started=run.started if run.started is not None else event.at,
        blanked=False,
    )


def _had(run: Run, step: int, beat: int) -> Mapping[int, int]:
    had = max(run.had.get(step, 0), beat + 1)
    return {**run.had, step: had} if had else run.had


def _change_round(run: Run, event: RoundEvent) -> Run:
    rounds = run.rounds.get(event.step, ())
    if isinstance(event, Opened):
        run = msgspec.structs.replace(run, had={**run.had, event.step: 1})
        return _with_rounds(run, event.step, (*rounds, opened(event)))
    if not rounds or rounds[-1].number != event.round:
        return run
    run = msgspec.structs.replace(run, undoable=_undoable(run.undoable, event))
    if isinstance(event, Closed):
        run = msgspec.structs.replace(run, joined=max(run.joined, event.joined))
    if isinstance(event, Reopened):
        run = msgspec.structs.replace(run, had={**run.had, event.step: 1})
    return _with_rounds(run, event.step, (*rounds[:-1], changed(rounds[-1], event)))


def _undoable(undoable: Undoables, event: RoundEvent) -> Undoables:
    match event:
        case Closed() | Raised():
            return (*undoable, event)
        case Lowered():
            return without_last(undoable, Raised)
        case Hidden():
            return unlit(undoable)
        case Reopened():
            return without_close(unlit(undoable), event)
        case Sealed():
            return without_close(undoable, event)
        case _:
            return undoable


def _with_rounds(run: Run, step: int, rounds: tuple[Round, ...]) -> Run:
    return msgspec.structs.replace(run, rounds={**run.rounds, step: rounds})


def _time(run: Run, event: Timed) -> Run:
    ends = event.at + event.left if event.running else None
    timer = Timer(event.total, event.left, ends)
    return msgspec.structs.replace(run, timers={**run.timers, (event.step, event.stage): timer})
