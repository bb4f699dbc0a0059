"""What can be taken back: a list of events, the newest last, and what each further event makes of it."""

from workshop.core.events import (
    TAKEN_BACK,
    TAKES_AWAY,
    Closed,
    Moderated,
    Noted,
    Raised,
    Reopened,
    Sealed,
    Shortened,
    Spotlit,
    Unlit,
    Unnoted,
    Unshortened,
)

Undoable = Closed | Moderated | Noted | Spotlit | Raised | Shortened
Undoables = tuple[Undoable, ...]
Kept = Moderated | Noted | Unnoted | Spotlit | Unlit | Shortened | Unshortened


def kept(undoable: Undoables, event: Kept) -> Undoables:
    """What is decided, noted or put in the spotlight stands until it is taken back."""
    match event:
        case Unnoted():
            return without_last(undoable, Noted)
        case Unlit():
            return without_last(undoable, Spotlit)
        case Unshortened():
            return without_last(undoable, Shortened)
        case Moderated(decision=decision) if decision == TAKEN_BACK:
            return without_last(undoable, Moderated)
        case Moderated() if _takes_away(spotlight(undoable), event):
            undoable = unlit(undoable)
    return (*undoable, event)


def spotlight(undoable: Undoables) -> Spotlit | None:
    """The answer that stands on the stage alone, as far as it may be shown."""
    newest = next((event for event in reversed(undoable) if isinstance(event, Spotlit)), None)
    return newest if newest is not None and newest.id else None


def unlit(undoable: Undoables) -> Undoables:
    """No spotlight any more, and nothing of it to take back."""
    return tuple(event for event in undoable if not isinstance(event, Spotlit))


def without_last(undoable: Undoables, sort: type[Undoable]) -> Undoables:
    """Without the newest event of a sort."""
    newest = next((event for event in reversed(undoable) if isinstance(event, sort)), None)
    return tuple(event for event in undoable if event is not newest)


def without_close(undoable: Undoables, over: Reopened | Sealed) -> Undoables:
    """The close is undone, or past that; what was sent in by hand before it is then final too."""
    gone = Closed | Raised if isinstance(over, Sealed) else Closed
    return tuple(
        event
        for event in undoable
        if not (isinstance(event, gone) and (event.step, event.round) == (over.step, over.round))
    )


def _takes_away(lit: Spotlit | None, event: Moderated) -> bool:
    """Whether the answer in the spotlight is not the same any more after a decision."""
    if lit is None or event.decision not in TAKES_AWAY:
        return False
    return (lit.step, lit.round) == (event.step, event.round) and lit.id in event.ids
