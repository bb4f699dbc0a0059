"""Moderating: whoever leads the room sees texts as the floor lets them, and decides about them."""

from collections.abc import Callable

from workshop.core.clock import Clock
from workshop.core.commands import spotlight
from workshop.core.events import Moderated, Peeked
from workshop.core.moderation import AnyDecision, Item, cleaned
from workshop.core.phrases import phrase
from workshop.core.place import Place
from workshop.core.run import Round
from workshop.errors import Refusal
from workshop.room.course import Course
from workshop.room.decisions import named
from workshop.room.gathering import Gatherer
from workshop.room.results import Results
from workshop.room.situation import Situation


class Moderating:
    """Decisions and looks, each while nothing else happens."""

    def __init__(
        self,
        course: Course,
        gatherer: Gatherer,
        results: Results,
        clock: Clock,
        situation: Callable[[], Situation],
    ) -> None:
        self._course = course
        self._gatherer = gatherer
        self._results = results
        self._clock = clock
        self._situation = situation

    async def decide(self, place: Place, decision: AnyDecision) -> None:
        """Decides about texts of a round. Raises Refusal and StoreError."""
        await self._course.alone(lambda: self._decide(place, cleaned(decision)))

    async def spotlight(self, place: Place, id: str) -> None:
        """Puts a text of the stage in the spotlight, or takes it out. Raises Refusal and StoreError."""
        await self._course.alone(lambda: self._spotlight(place, id))

    async def look(self, place: Place, round: Round) -> tuple[Item, ...]:
        """The texts of a round that may be seen. Raises Refusal below the floor."""
        return await self._course.alone(lambda: self._look(place, round))

    async def _decide(self, place: Place, decision: AnyDecision) -> None:
        if not decision.ids or not self._gatherer.ids(place) >= set(decision.ids):
            raise Refusal(phrase("There is no such text any more; nothing was changed."))
        await self._course.decisions.add(place, decision)
        made = Moderated(self._clock.now(), *place, named(decision), decision.ids)
        await self._course.happen([made])

    async def _spotlight(self, place: Place, id: str) -> None:
        if id and not self._on_stage(place, id):
            raise Refusal(phrase("Only an answer that the stage shows can be put in the spotlight."))
        await self._course.happen(spotlight(self._course.moment(), place, id))

    def _on_stage(self, place: Place, id: str) -> bool:
        now = self._situation()
        if now.step is None or now.shown is None or now.place != place:
            return False
        return bool(now.shown.spotlight(now.step.texts, id))

    async def _look(self, place: Place, round: Round) -> tuple[Item, ...]:
        gathered = self._results.seen(place, round, self._situation().joined)
        if gathered is None:
            raise Refusal(phrase("Too few people have answered for any text to be seen."))
        if not round.exposed and not round.sealed:
            await self._course.happen([Peeked(self._clock.now(), *place)])
        return self._gatherer.items(place, gathered)
