"""A round: one opening of a step, and what each event makes of it."""

import msgspec

from workshop.core.events import Closed, Hidden, Lowered, Opened, Peeked, Raised, Reopened, Revealed, Sealed

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


def opened(event: Opened) -> Round:
    """A round as it begins."""
    return Round(event.round, live=event.live, opened=event.at, revealed=event.live, exposed=event.live)


def changed(round: Round, event: RoundEvent) -> Round:
    """The round after `event`."""
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
