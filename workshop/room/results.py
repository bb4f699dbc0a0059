"""The gathered answers of a run, round by round, with everything that must be withheld held back."""

import msgspec

from workshop.core.gathered import Asked, Gathered
from workshop.core.place import Place
from workshop.core.run import Round, Run
from workshop.core.session import Session
from workshop.room.floor import OpenResults
from workshop.store.journal import Answer, Store, Tally

NOBODY = Tally(0, 0)


class Results:
    """Reads the store for the room. `joined` is how many phones were seen."""

    def __init__(self, session: Session, store: Store, run: Run) -> None:
        self._session = session
        self._steps = session.steps
        self._store = store
        self._asked: dict[Place, Asked] = {}
        self._closed: dict[Place, Gathered] = {}
        self._open = {
            place: OpenResults(self.floor(place.step), stale=run.rounds[place.step][-1].exposed)
            for place in run.open_places()
        }

    def floor(self, step: int) -> int:
        """The people that must stand behind what is shown; 0 for what is shown by approval."""
        return 0 if self._steps[step].exempt else self._session.reveal_from

    def tally(self, place: Place) -> Tally:
        """People of the round so far."""
        return self._store.tally(place)

    def asked(self, place: Place) -> Asked:
        """What was frozen when the round opened."""
        if place not in self._asked:
            self._asked[place] = msgspec.convert(self._store.asked(place), Asked)
        return self._asked[place]

    def note(self, answer: Answer) -> None:
        """An answer was made durable."""
        self._results_of(answer.place).note(answer.person)

    def reopened(self, place: Place) -> None:
        """A close was undone: answers may change again."""
        self._closed.pop(place, None)

    def shown(self, place: Place, round: Round, joined: int) -> Gathered | None:
        """What of the round may be shown now; None while nothing may (hidden, or too few people)."""
        if not round.revealed:
            return None
        if round.open:
            return self._results_of(place).look(lambda: self._gather(place, joined))
        gathered = self.closed(place, round)
        if gathered.needed:
            return None
        if not round.sealed:
            self._results_of(place).take(gathered)
        return gathered

    def closed(self, place: Place, round: Round) -> Gathered:
        """All of a closed round. Whether it may be shown is for the caller to ask (`needed`, `revealed`)."""
        if place not in self._closed:
            self._closed[place] = self._gather(place, round.joined)
        return self._closed[place]

    def _results_of(self, place: Place) -> OpenResults:
        return self._open.setdefault(place, OpenResults(self.floor(place.step)))

    def _gather(self, place: Place, joined: int) -> Gathered:
        tally = self._store.tally(place)
        return Gathered(
            asked=self.asked(place),
            contributions=tuple(self._store.contributions(place)),
            answered=tally.answered,
            abstained=tally.abstained,
            joined=max(joined, tally.answered + tally.abstained),
            floor=self.floor(place.step),
        )
