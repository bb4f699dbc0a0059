"""What a batch would make of the rounds: thrown away if its commit fails, published if it succeeds."""

from collections.abc import Callable, Mapping
from typing import Any

from workshop.core.place import Place
from workshop.language import say
from workshop.store.journal import Answer, NotOpen
from workshop.store.rounds import OpenRound, Round
from workshop.store.work import Decide, Open, Seal, Submit, Work


class Draft:
    """Rounds as they will be. Works on a round that cannot take them are refused, and change nothing."""

    def __init__(self, rounds: Mapping[Place, Round], make_key: Callable[[Place], bytes]) -> None:
        self._rounds = rounds
        self._make_key = make_key
        self.changed: dict[Place, Round] = {}
        self.results: list[tuple[Work, Any]] = []
        self.refused: list[tuple[Work, NotOpen]] = []

    def take(self, work: Work) -> None:
        """Carry out one work on the draft."""
        try:
            self.results.append((work, self._carry_out(work)))
        except NotOpen as refusal:
            self.refused.append((work, refusal))

    def _carry_out(self, work: Work) -> Answer | None:
        match work:
            case Open(place=place, asked=asked):
                self._open(place, asked)
            case Submit(place=place):
                person = self._open_round(place).put(work.token, work.contents)
                return Answer(place, person, work.contributions)
            case Decide(place=place, decisions=decisions):
                self._editable(place).decisions = decisions
            case Seal(place=place):
                self._seal(place)
        return None

    def _open(self, place: Place, asked: bytes) -> None:
        if place not in self.changed and place not in self._rounds:
            self.changed[place] = OpenRound(asked, self._make_key(place))
        elif self._find(place).key is None:
            raise _closed(place)

    def _open_round(self, place: Place) -> OpenRound:
        # Looked at before it is copied: a phone that comes too late must not so much as touch a sealed row.
        if self._find(place).key is None:
            raise _closed(place)
        found = self._editable(place)
        assert isinstance(found, OpenRound)
        return found

    def _seal(self, place: Place) -> None:
        found = self._find(place)
        if isinstance(found, OpenRound):
            self.changed[place] = found.seal()

    def _find(self, place: Place) -> Round:
        found = self.changed.get(place) or self._rounds.get(place)
        if found is None:
            raise never_opened(place)
        return found

    def _editable(self, place: Place) -> Round:
        if place not in self.changed:
            self.changed[place] = self._find(place).draft()
        return self.changed[place]


def _closed(place: Place) -> NotOpen:
    return NotOpen(say("round {round} of step {step} is closed", **_numbers(place)))


def never_opened(place: Place) -> NotOpen:
    """The error for a round that is not there."""
    return NotOpen(say("round {round} of step {step} was never opened", **_numbers(place)))


def _numbers(place: Place) -> dict[str, int]:
    return {"round": place.round, "step": place.step + 1}
