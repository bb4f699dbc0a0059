"""A run: one time a session is held, as state that only events change. Pure: no clock, no files.

`apply(run, event)` is the next state; what a command turns into is decided in core/commands.py.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from workshop.core.capture import Captured
from workshop.core.events import (
    TAKEN_BACK,
    TAKES_AWAY,
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
    Peeked,
    Raised,
    Reopened,
    Revealed,
    Sealed,
    Shortened,
    Spotlit,
    Timed,
    Unlit,
    Unnoted,
    Unshortened,
)
from workshop.core.place import Place

UNDO_SECONDS = 10.0

State = Literal["lobby", "live", "ended"]
Undoable = Closed | Moderated | Noted | Spotlit | Raised | Shortened
RoundEvent = Opened | Closed | Reopened | Sealed | Revealed | Hidden | Peeked | Raised | Lowered


class Round(msgspec.Struct, frozen=True):
    """One opening of a step. `closed` is when it closed (None: open); sealed = past undo, its key gone;
    exposed = it was revealed at some time, though it may be hidden now; undone = it was closed before;
    by_hand = people whose answers the facilitator sent in.
    """

    number: int
    live: bool = False
    opened: float = 0.0
    closed: float | None = None
    revealed: bool = False
    revealed_before_close: bool = False
    exposed: bool = False
    undone: bool = False
    sealed: bool = False
    joined: int = 0
    by_hand: int = 0

    @property
    def open(self) -> bool:
        """Whether answers are taken."""
        return self.closed is None

    @property
    def undoable(self) -> bool:
        """Whether its close can still be undone (time is the room's to watch)."""
        return self.closed is not None and not self.sealed


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
    undoable: tuple[Undoable, ...] = ()
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
        newest = next((event for event in reversed(self.undoable) if isinstance(event, Spotlit)), None)
        return newest if newest is not None and newest.id else None

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
    changed = _change(run, event)
    return msgspec.structs.replace(changed, last=max(changed.last, event.at))


def _change(run: Run, event: AnyEvent) -> Run:
    match event:
        case Created(at=at, code=code, rehearsal=rehearsal):
            return msgspec.structs.replace(run, code=code, created=at, rehearsal=rehearsal)
        case Moved():
            return _move(run, event)
        case Moderated() | Noted() | Unnoted() | Spotlit() | Unlit() | Shortened() | Unshortened():
            return _keep(run, event)
        case Timed():
            return _time(run, event)
        case Blanked(on=on):
            return msgspec.structs.replace(run, blanked=on)
        case Muted(on=on):
            return msgspec.structs.replace(run, muted=on)
        case Ended(at=at, joined=joined):
            return msgspec.structs.replace(
                _unlit(run), state="ended", ended=at, blanked=False, joined=max(joined, run.joined)
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
        undoable=_unlit(run).undoable,
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
        fresh = Round(event.round, live=event.live, opened=event.at, revealed=event.live, exposed=event.live)
        run = msgspec.structs.replace(run, had={**run.had, event.step: 1})
        return _with_rounds(run, event.step, (*rounds, fresh))
    if not rounds or rounds[-1].number != event.round:
        return run
    changed = (*rounds[:-1], _changed_round(rounds[-1], event))
    if isinstance(event, Hidden | Reopened):
        run = _unlit(run)
    if isinstance(event, Closed):
        run = _with_undoable(msgspec.structs.replace(run, joined=max(run.joined, event.joined)), event)
    if isinstance(event, Raised):
        run = _with_undoable(run, event)
    if isinstance(event, Lowered):
        run = _without_last(run, Raised)
    if isinstance(event, Reopened | Sealed):
        run = _without_close(run, event)
    if isinstance(event, Reopened):
        run = msgspec.structs.replace(run, had={**run.had, event.step: 1})
    return _with_rounds(run, event.step, changed)


def _changed_round(round: Round, event: RoundEvent) -> Round:
    match event:
        case Opened():
            return round
        case Closed(at=at, joined=joined):
            return msgspec.structs.replace(
                round, closed=at, joined=joined, revealed_before_close=round.revealed
            )
        case Reopened(revealed=revealed):
            return msgspec.structs.replace(round, closed=None, revealed=revealed, undone=True)
        case Sealed():
            return msgspec.structs.replace(round, sealed=True)
        case Raised(people=people) | Lowered(people=people):
            more = people if isinstance(event, Raised) else -people
            return msgspec.structs.replace(round, by_hand=max(0, round.by_hand + more))
        case Peeked():
            return msgspec.structs.replace(round, exposed=True)
        case Revealed():
            return msgspec.structs.replace(round, revealed=True, exposed=True)
        case Hidden():
            return msgspec.structs.replace(round, revealed=False)


def _with_rounds(run: Run, step: int, rounds: tuple[Round, ...]) -> Run:
    return msgspec.structs.replace(run, rounds={**run.rounds, step: rounds})


def _keep(run: Run, event: Moderated | Noted | Unnoted | Spotlit | Unlit | Shortened | Unshortened) -> Run:
    """What is decided, noted or put in the spotlight stands until it is taken back."""
    match event:
        case Unnoted():
            return _without_last(run, Noted)
        case Unlit():
            return _without_last(run, Spotlit)
        case Unshortened():
            return _without_last(run, Shortened)
        case Moderated(decision=decision) if decision == TAKEN_BACK:
            return _without_last(run, Moderated)
        case Moderated() if _takes_away(run.spotlight, event):
            run = _unlit(run)
    return _with_undoable(run, event)


def _takes_away(lit: Spotlit | None, event: Moderated) -> bool:
    """Whether the answer in the spotlight is not the same any more after a decision."""
    if lit is None or event.decision not in TAKES_AWAY:
        return False
    return (lit.step, lit.round) == (event.step, event.round) and lit.id in event.ids


def _unlit(run: Run) -> Run:
    """No spotlight any more, and nothing of it to take back."""
    if not any(isinstance(event, Spotlit) for event in run.undoable):
        return run
    kept = tuple(event for event in run.undoable if not isinstance(event, Spotlit))
    return msgspec.structs.replace(run, undoable=kept)


def _with_undoable(run: Run, event: Undoable) -> Run:
    return msgspec.structs.replace(run, undoable=(*run.undoable, event))


def _without_last(run: Run, sort: type[Undoable]) -> Run:
    newest = next((event for event in reversed(run.undoable) if isinstance(event, sort)), None)
    return msgspec.structs.replace(run, undoable=tuple(e for e in run.undoable if e is not newest))


def _without_close(run: Run, over: Reopened | Sealed) -> Run:
    """The close is undone, or past that; what was sent in by hand before it is then final too."""
    gone = Closed | Raised if isinstance(over, Sealed) else Closed
    left = (
        event
        for event in run.undoable
        if not (isinstance(event, gone) and (event.step, event.round) == (over.step, over.round))
    )
    return msgspec.structs.replace(run, undoable=tuple(left))


def _time(run: Run, event: Timed) -> Run:
    ends = event.at + event.left if event.running else None
    timer = Timer(event.total, event.left, ends)
    return msgspec.structs.replace(run, timers={**run.timers, (event.step, event.stage): timer})
