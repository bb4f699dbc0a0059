"""Releases: texts that need no approval reach the room a few at a time, in an order made by chance.

Were each shown as it comes, whoever looks around would see whose finger was on the screen, and three
questions that come at once would be known as one person's. What has been let out is kept in memory alone:
files tell no order. After a restart everything that was sent is out.
"""

import secrets
from collections.abc import Callable, Iterable

from workshop.core.clock import Clock
from workshop.core.place import Place

PAUSE_SECONDS = 3.0
SHARE = 4
"""Of what waits, one in so many goes out at a time, and one at least."""


class Releases:
    """Which texts of rounds that take answers are out, by their ids."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._chance = secrets.SystemRandom()
        self._out: dict[Place, set[str]] = {}
        self._stirred: set[Place] = set()
        self._next: float | None = None

    def begin(self, place: Place, ids: Iterable[str]) -> None:
        """A round takes answers; `ids` are out already. One that did so before goes on as it was."""
        if place not in self._out:
            self._out[place] = set(ids)

    def finish(self, place: Place) -> None:
        """A round takes no more answers: nothing of it is kept back."""
        self._out.pop(place, None)
        self._stirred.discard(place)

    def out(self, place: Place) -> set[str] | None:
        """The texts that are out; None where none is kept back."""
        return self._out.get(place)

    def stir(self, place: Place) -> None:
        """An answer came, changed or went."""
        if place in self._out:
            self._stirred.add(place)

    def due(self) -> float | None:
        """When `let_out` may do something, by the run's clock."""
        return self._next

    def let_out(self, ids: Callable[[Place], set[str]]) -> list[Place]:
        """Lets some of what waits out, where it is time; the rounds of which others now see more or less."""
        now = self._clock.now()
        if self._next is not None and now < self._next:
            return []
        changed = [place for place in sorted(self._stirred) if self._let_out(place, ids(place))]
        self._next = now + PAUSE_SECONDS if changed else None
        return changed

    def _let_out(self, place: Place, ids: set[str]) -> bool:
        before = self._out[place]
        waiting = sorted(ids - before)
        some = self._chance.sample(waiting, -(-len(waiting) // SHARE))
        self._out[place] = (before & ids) | set(some)
        if len(some) == len(waiting):
            self._stirred.discard(place)
        return self._out[place] != before
