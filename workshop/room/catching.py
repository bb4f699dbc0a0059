"""Catching up: the ways in which a workshop that is behind can save time, each as the event it would be.

Pure, and good at any moment as the agenda is. Times are seconds.
"""

from collections.abc import Iterator, Mapping

import msgspec

from workshop.core.events import Shortened
from workshop.room.agenda import Agenda, Spare

MINUTE = 60.0
BEHIND = 1.5 * MINUTE
"""Behind by less than that nobody needs an offer: it is the least that is called two minutes."""
ROUNDS = MINUTE / 2
"""What is missing by less than that is no longer shown as behind."""
PAUSE = 5 * MINUTE
"""What is left of a pause at least."""

Times = Mapping[int, float]


def offers(agenda: Agenda, at: float) -> tuple[Shortened, ...]:
    """What would help at `at`: `spread`, `drop` and `borrow`, each where it saves a minute at least."""
    behind = agenda.drift(at)
    if behind is None or behind < BEHIND or agenda.current is None:
        return ()
    found = (_spread(agenda, behind, at), _drop(agenda, behind, at), _borrow(agenda, behind, at))
    return tuple(offer for offer in found if offer and saves(agenda, offer, at) >= MINUTE)


def saves(agenda: Agenda, offer: Shortened, at: float) -> float:
    """By how much less it would be behind."""
    return (agenda.drift(at) or 0.0) - (_after(agenda, offer).drift(at) or 0.0)


def reach(agenda: Agenda) -> int:
    """The section up to which saving time helps: the next one with a locked start."""
    return len(agenda.sections) if agenda.lock is None else agenda.lock


def _spread(agenda: Agenda, behind: float, at: float) -> Shortened | None:
    """Every section that is left gives the same share of its time, but each keeps a minute."""
    here = agenda.current or 0
    left = {n: seconds for n in range(here + 1, reach(agenda)) if (seconds := agenda.left(n, at))}
    kept = _kept(left, behind)
    taken = tuple((n, left[n] - kept[n]) for n in left if kept[n] < left[n])
    shares = tuple((n, kept[n] / left[n]) for n, _ in taken)
    return Shortened(at, "spread", taken, shares) if taken else None


def _kept(left: Times, behind: float) -> Times:
    """What each section keeps. Whose share would be less than a minute keeps that, and the others less."""
    least = {n: min(seconds, MINUTE) for n, seconds in left.items()}
    short: set[int] = set()
    while True:
        total = sum(seconds for n, seconds in left.items() if n not in short)
        keeps = sum(left.values()) - behind - sum(least[n] for n in short)
        share = max(0.0, keeps / total) if total else 0.0
        more = {n for n in left if n not in short and left[n] * share < least[n]}
        if not more:
            return {n: least[n] if n in short else left[n] * share for n in left}
        short |= more


def _drop(agenda: Agenda, behind: float, at: float) -> Shortened | None:
    """The next optional steps are left out, as many as it takes."""
    found: Shortened | None = None
    for spare in _withinreach(agenda, agenda.optional):
        saved = saves(agenda, found, at) if found else 0.0
        if behind - saved < ROUNDS:
            break
        longer = _with(found, spare, at)
        if saves(agenda, longer, at) > saved:
            found = longer
    return found


def _with(found: Shortened | None, spare: Spare, at: float) -> Shortened:
    taken = dict(found.taken) if found else {}
    taken[spare.section] = taken.get(spare.section, 0.0) + spare.seconds
    return Shortened(at, "drop", tuple(taken.items()), steps=(*(found.steps if found else ()), spare.step))


def _borrow(agenda: Agenda, behind: float, at: float) -> Shortened | None:
    """The next pause gives whole minutes."""
    for pause in _withinreach(agenda, (agenda.pause,) if agenda.pause else ()):
        minutes = min(round(behind / MINUTE), int((pause.seconds - PAUSE) // MINUTE))
        if minutes > 0:
            return Shortened(at, "borrow", ((pause.section, minutes * MINUTE),), steps=(pause.step,))
    return None


def _withinreach(agenda: Agenda, spares: tuple[Spare, ...]) -> Iterator[Spare]:
    return (spare for spare in spares if spare.section < reach(agenda))


def _after(agenda: Agenda, offer: Shortened) -> Agenda:
    taken = dict(offer.taken)
    sections = tuple(
        section
        if section.due is None
        else msgspec.structs.replace(section, given=section.due - taken.get(number, 0.0))
        for number, section in enumerate(agenda.sections)
    )
    # What the current section gives comes from steps that are still to come in it.
    ahead = max(0.0, agenda.ahead - taken.get(agenda.current or 0, 0.0))
    return msgspec.structs.replace(agenda, sections=sections, ahead=ahead)
