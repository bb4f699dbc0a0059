"""Moderating: whoever leads the room sees texts as the floor lets them, and decides about them."""

from collections.abc import Callable, Sequence

from workshop.core.clock import Clock
from workshop.core.commands import spotlight
from workshop.core.events import Moderated, Peeked
from workshop.core.moderation import AnyDecision, Item, cleaned
from workshop.core.phrases import Phrase, phrase, phrases
from workshop.core.place import Place
from workshop.core.round import Round
from workshop.core.session import Step
from workshop.errors import Refusal
from workshop.room import tabs
from workshop.room.board import WAITING, Board, Sheaf
from workshop.room.course import Course
from workshop.room.decisions import named
from workshop.room.gathering import Gatherer
from workshop.room.results import Results
from workshop.room.situation import Situation


class Moderating:
    """Decisions and looks, each while nothing else happens."""

    def __init__(
        self,
        steps: Sequence[Step],
        course: Course,
        gatherer: Gatherer,
        results: Results,
        clock: Clock,
        situation: Callable[[], Situation],
    ) -> None:
        self._steps = steps
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

    async def board(self, number: int | None) -> Board:
        """The texts of a tab by its number; of the first that matters where there is no such tab."""
        return await self._course.alone(lambda: self._board(number))

    async def _decide(self, place: Place, decision: AnyDecision) -> None:
        round = self._course.find(place)
        assert round is not None
        # Of what is seen, not of what is there: else a refusal would tell when its author takes a text back.
        seen = {id for item in await self._look(place, round) for id in (item.id, *item.merged)}
        if not decision.ids or not seen >= set(decision.ids):
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

    async def _board(self, number: int | None) -> Board:
        run = self._course.run
        found = tabs.tabs(run, self._steps, self._results.waiting)
        at = number if number in {tab.number for tab in found} else tabs.first(run, found)
        assert at is not None
        if at != WAITING:
            return Board(found, at, (await self._sheaf(at - 1),))
        sheaves = [await self._sheaf(step) for step in tabs.by_approval(run, self._steps)]
        return Board(found, at, tuple(map(tabs.waiting_of, sheaves)))

    async def _sheaf(self, step: int) -> Sheaf:
        """A step's texts, or why they may not be seen."""
        place = tabs.newest(self._course.run, self._steps, step)
        round, title = self._course.find(place), tabs.name(self._steps, step)
        assert round is not None
        try:
            texts = await self._look(place, round)
        except Refusal:
            return Sheaf(step + 1, title, withheld=self._too_few(place, round))
        by_approval = self._steps[step].approves
        return Sheaf(step + 1, title, texts, self._gatherer.themes(place), by_approval, lit=self._lit(place))

    def _too_few(self, place: Place, round: Round) -> Phrase:
        answered, floor = self._results.tally(place).answered, self._results.floor(place.step)
        if answered < floor:
            return phrase("{n} of at least {floor} have answered", n=answered, floor=floor)
        return phrases("{n} more needed", "{n} more needed", self._results.needed(place, round))

    def _lit(self, place: Place) -> str:
        now = self._situation()
        lit = now.run.spotlight
        return lit.id if lit and now.place == place and now.shown and now.lit(now.shown) else ""
