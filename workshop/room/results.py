"""The gathered answers of a run, round by round, with everything that must be withheld held back."""

from collections.abc import Collection
from contextlib import suppress

from workshop.core.gathered import Asked, Gathered, least
from workshop.core.place import Place
from workshop.core.round import Round
from workshop.core.run import Run
from workshop.room.floor import OpenResults
from workshop.room.gathering import Gatherer
from workshop.room.hands import Hands
from workshop.store.journal import Answer, NotOpen, Store, Tally

NOBODY = Tally(0, 0)


class Results:
    """What of each round may be shown. `joined` is how many phones were seen."""

    def __init__(self, gatherer: Gatherer, store: Store, run: Run, hands: Hands) -> None:
        self._gatherer = gatherer
        self._store = store
        self._hands = hands
        self._final: dict[Place, Gathered] = {}
        self._open: dict[Place, OpenResults] = {}
        for place in run.open_places():
            exposed = run.rounds[place.step][-1].exposed
            before = frozenset(store.people(place).known)
            self._open[place] = OpenResults(self.floor(place.step), exposed, before)
        for place in (*run.open_places(), *run.unsealed()):
            self._find_hands(place, run.rounds[place.step][place.round - 1].by_hand)

    def floor(self, step: int) -> int:
        """The people that must stand behind what is shown; 0 for what is shown by approval."""
        return self._gatherer.floor(step)

    def tally(self, place: Place) -> Tally:
        """People of the round so far."""
        return self._store.tally(place)

    def asked(self, place: Place) -> Asked:
        """What was frozen when the round opened, with what has been approved since."""
        return self._gatherer.asked(place)

    def waiting(self, place: Place) -> int:
        """Texts of the round that wait for approval; 0 where the floor decides and not approval."""
        return self._gatherer.waiting(place)

    def unlinked(self, place: Place) -> bool:
        """Whether nobody can tell any more whose answer is whose."""
        return self._store.sealed(place)

    def note(self, answer: Answer) -> None:
        """An answer was made durable."""
        self._not_final(answer.place).note(answer)

    def finish(self, place: Place) -> None:
        """The round is closed for good: who sent what is forgotten."""
        self._open.pop(place, None)

    def shown(self, place: Place, round: Round, joined: int) -> Gathered | None:
        """What of the round may be shown now; None while nothing may (hidden, or too few people).

        A close that was undone has shown what was left over. To close again shows no more of it before that
        is final: else closing and undoing by turns would show every answer as it comes.
        """
        return self.seen(place, round, joined) if round.revealed else None

    def seen(self, place: Place, round: Round, joined: int) -> Gathered | None:
        """The same for whoever leads the room, revealed or not: the floor holds there too."""
        found = self._seen(place, round, joined)
        return self._gatherer.as_decided(place, found) if found else None

    def _seen(self, place: Place, round: Round, joined: int) -> Gathered | None:
        if round.sealed:
            final = self._sealed(place, round)
            return None if final.needed else final
        if round.open or round.undone:
            by_hand = self._by_hand(place, round)
            return self._not_final(place).look(lambda: self._gatherer.gather(place, joined, by_hand))
        gathered = self._gatherer.gather(place, round.joined, self._by_hand(place, round))
        return self._not_final(place).take(gathered)

    def needed(self, place: Place, round: Round) -> int:
        """People still missing before anything may be shown of a round of which nothing is."""
        few = self.few(place, round)
        waits = round.revealed and (round.open or round.undone) and not round.sealed
        return max(few, self._not_final(place).missing) if waits else few

    def few(self, place: Place, round: Round) -> int:
        """People that a round has too few of for anything of it to be shown at any time."""
        answered = self.tally(place).answered
        return max(0, least(self.floor(place.step), self._by_hand(place, round), answered) - answered)

    def set_apart(self, place: Place, persons: Collection[bytes]) -> None:
        """What these send tells nothing new of anybody: the facilitator knows it, having sent it in."""
        results = self._not_final(place)
        results.hands = frozenset(results.hands) | frozenset(persons)

    def _by_hand(self, place: Place, round: Round) -> int:
        """How many of the people whose answers are there were sent in by hand.

        The journal knows of them before they come, and until they have gone: in between it counts too many,
        and one person with a phone would be taken for one of them.
        """
        return round.by_hand if round.sealed else len(self._not_final(place).here)

    def _find_hands(self, place: Place, by_hand: int) -> None:
        results, known = self._not_final(place), self._store.people(place).known
        with suppress(NotOpen):  # without its key the round is closed for good as soon as the run begins
            self.set_apart(place, self._hands.persons(place, range(by_hand)))
        results.here = {person for person in results.hands if known.get(person)}

    def _not_final(self, place: Place) -> OpenResults:
        if place not in self._open:
            self._open[place] = OpenResults(self.floor(place.step))
        return self._open[place]

    def _sealed(self, place: Place, round: Round) -> Gathered:
        if place not in self._final:
            self._final[place] = self._gatherer.gather(place, round.joined, round.by_hand)
        return self._final[place]
