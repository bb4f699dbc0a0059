"""What a batch would make of the rounds: thrown away if its commit fails, published if it succeeds."""

from collections.abc import Callable, Mapping
from typing import Any

from workshop.core.place import Place
from workshop.language import say
from workshop.store.journal import Answer, NotOpen
from workshop.store.rounds import OpenRound, Round, SealedRound
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
                self._edit(place).decisions = decisions
            case Seal(place=place):
                self._seal(place)
        return None

    def _open(self, place: Place, asked: bytes) -> None:
        if place in self.changed or place in self._rounds:
            self._open_round(place)
        else:
            self.changed[place] = OpenRound(asked, self._make_key(place))

    def _seal(self, place: Place) -> None:
        found = self._edit(place)
        if isinstance(found, OpenRound):
            self.changed[place] = found.seal()

    def _open_round(self, place: Place) -> OpenRound:
        found = self._edit(place)
        if isinstance(found, SealedRound) or found.key is None:
            raise NotOpen(say("round {round} of step {step} is closed", **_numbers(place)))
        return found

    def _edit(self, place: Place) -> Round:
        if place not in self.changed:
            if place not in self._rounds:
                raise never_opened(place)
            self.changed[place] = self._rounds[place].draft()
        return self.changed[place]


def never_opened(place: Place) -> NotOpen:
    """The error for a round that is not there."""
    return NotOpen(say("round {round} of step {step} was never opened", **_numbers(place)))


def _numbers(place: Place) -> dict[str, int]:
    return {"round": place.round, "step": place.step + 1}
