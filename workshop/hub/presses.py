"""Presses of the remote: each button is drawn for one moment of the run, and works once, in that moment."""

from collections.abc import Callable, Mapping

from workshop.core.run import Run
from workshop.room.room import Change, Room


class Presses:
    """Knows which press of each button is the next one. `boot` names this start of the hub.

    So neither a double tap nor a reply that was lost can move the room twice, and a button that was drawn
    before somebody else pressed does nothing: what it said it would do is no longer what it would do.
    """

    def __init__(self, room: Room, boot: str) -> None:
        self._room = room
        self._boot = boot
        self._subjects = {verb: subject(room.state) for verb, subject in _SUBJECTS.items()}
        self._numbers = dict.fromkeys(_SUBJECTS, 0)
        room.watch(self._changed)

    @property
    def spent(self) -> int:
        """Grows whenever a button is no longer what it was."""
        return sum(self._numbers.values())

    def value(self, verb: str) -> str:
        """What the button of `verb` sends, as it is drawn now."""
        return f"{verb} {self._boot}-{self._numbers[verb]}"

    def spend(self, value: str) -> str | None:
        """The verb of a button that may be pressed now, which it then may not again; else None."""
        verb = value.partition(" ")[0]
        if verb not in _SUBJECTS or value != self.value(verb):
            return None
        self._numbers[verb] += 1  # before the command is carried out: a second tap may be here meanwhile
        return verb

    def _changed(self, _: Change) -> None:
        for verb, subject in _SUBJECTS.items():
            if (now := subject(self._room.state)) != self._subjects[verb]:
                self._subjects[verb] = now
                self._numbers[verb] += 1


def _where(run: Run) -> tuple[object, ...]:
    round = run.round
    asked = (round.number, round.open, round.revealed) if round else ()
    return (run.state, run.step, run.beat, asked)


_SUBJECTS: Mapping[str, Callable[[Run], object]] = {
    "next": _where,
    "back": _where,
    "reveal": _where,
    "hide": _where,
    "end": _where,
    "undo": lambda run: run.undoable[-1:],
    "blank": lambda run: (run.state, run.blanked),
}
"""The commands that the remote has, and what each of its buttons is about."""
