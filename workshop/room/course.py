"""The course of a run: commands become events, durable before they are true, and closes become final."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import TypeVar

from workshop.core import commands, events
from workshop.core.capture import Capture
from workshop.core.clock import Clock
from workshop.core.events import (
    TAKEN_BACK,
    AnyEvent,
    Closed,
    Created,
    Lowered,
    Moderated,
    Opened,
    Raised,
    Sealed,
    Shortened,
)
from workshop.core.moment import Command, Events, Moment
from workshop.core.place import JSON, Place
from workshop.core.plan import Plan, shortened
from workshop.core.round import Round
from workshop.core.run import UNDO_SECONDS, Run, apply, replay
from workshop.errors import StoreError
from workshop.room.decisions import Decisions
from workshop.room.hands import Hands
from workshop.store.journal import NotOpen, Store

Done = TypeVar("Done")


class Course:
    """A run's state and journal, one change at a time.

    `key` is the run's own. `always` is open for as long as the run is (the parking lot); the plan and the
    journal do not know of it. `asked` is what a round freezes when it opens, `joined` counts who is there,
    `offers` are the ways in which time can be saved now, and `changed` is called once something happened.
    """

    def __init__(
        self,
        store: Store,
        plan: Plan,
        clock: Clock,
        *,
        key: bytes,
        always: Place,
        asked: Callable[[Place], JSON],
        joined: Callable[[], int],
        offers: Callable[[], tuple[Shortened, ...]],
        changed: Callable[[], None],
    ) -> None:
        self.run: Run = replay([events.decode(record) for record in store.events()])
        self.decisions = Decisions(store)
        self.hands = Hands(store, key)
        self._always = always
        self._asked = asked
        self._store = store
        self._plan = plan
        self._clock = clock
        self._joined = joined
        self._offers = offers
        self._changed = changed
        self._closing: set[Place] = set()
        self._owed: Lowered | None = None
        self._tried = 0.0
        self._one_at_a_time = asyncio.Lock()

    async def begin(self, code: str, *, rehearsal: bool = False) -> None:
        """A new run's first event, or an end to what a killed hub left half done. Raises StoreError."""
        if self.run.state != "ended":
            await self._can_go_on(self._always)
        if not self.run.code:
            await self.happen([Created(self._clock.now(), code, rehearsal)])
            return
        lost = [place for place in self.run.open_places() if not await self._can_go_on(place)]
        self._owed = self._half_raised(lost)
        await self.settle()
        closed: Events = [Closed(self._clock.now(), *place, self._joined()) for place in lost]
        await self.happen([*closed, *self._finals([*lost, *self.run.unsealed()])])
        await self._seal_quietly()

    async def do(self, command: Command) -> None:
        """Carries out a command. Raises Refusal and StoreError; then it has changed nothing."""
        # Whoever asked may go: what has begun is still carried to its end, or state and journal would part.
        await asyncio.shield(self._carry_out(lambda now: commands.decide(now, command)))

    async def note(self, capture: Capture) -> None:
        """Notes something down; `undo` takes it back. Raises Refusal and StoreError."""
        await asyncio.shield(self._carry_out(lambda now: commands.note(now, capture)))

    async def take_back(self, place: Place, people: int) -> None:
        """Takes the newest raised hands of a round back. Raises StoreError."""
        await self.happen([Lowered(self._clock.now(), *place, people)])

    async def settle(self) -> None:
        """Takes hands back that could not be while the store failed. Raises StoreError."""
        if self._owed is not None:
            await self.happen([self._owed])

    async def alone(self, work: Callable[[], Awaitable[Done]]) -> Done:
        """Does `work` while nothing else happens, to its end even if its asker goes. It may use `happen`."""
        return await asyncio.shield(self._locked(work))

    async def tick(self) -> None:
        """Makes closes final that are past undo, and finishes seals that failed. Raises StoreError."""
        await asyncio.shield(self._finish())

    def moment(self) -> Moment:
        """What a command is decided from just now."""
        plan = shortened(self._plan, self.run)
        return Moment(self.run, plan, self._clock.now(), self._joined(), self._offers)

    def due(self) -> float | None:
        """When `tick` has something to do, by the run's clock."""
        times = [self._undo_ends(place) for place in self.run.unsealed()]
        if self._half_sealed():
            times.append(self._tried + UNDO_SECONDS)
        return min(times, default=None)

    def find(self, place: Place) -> Round | None:
        """The round at `place`."""
        if place == self._always:
            return self._lasting
        rounds = self.run.rounds.get(place.step, ())
        return rounds[place.round - 1] if 0 < place.round <= len(rounds) else None

    def takes_answers(self, place: Place) -> bool:
        """Whether an answer that is sent now will be there when the round is closed."""
        round = self.find(place)
        return round is not None and round.open and place not in self._closing

    @property
    def _lasting(self) -> Round:
        """The round that is open as long as the run is."""
        ended = self.run.ended
        return Round(
            1,
            live=True,
            opened=self.run.created,
            closed=ended,
            revealed=True,
            exposed=True,
            sealed=ended is not None,
        )

    async def _carry_out(self, decide: Callable[[Moment], Events]) -> None:
        async with self._one_at_a_time:
            await self.happen(self._finals(self._past_undo()))
            happening = decide(self.moment())
            if self._owed is not None and not any(isinstance(event, Lowered) for event in happening):
                await self.settle()
                happening = decide(self.moment())
            await self.happen(happening)

    async def _locked(self, work: Callable[[], Awaitable[Done]]) -> Done:
        async with self._one_at_a_time:
            return await work()

    async def _finish(self) -> None:
        async with self._one_at_a_time:
            await self.happen(self._finals(self._past_undo()))
            if self._half_sealed():
                await self._seal()
                self._changed()

    async def _can_go_on(self, place: Place) -> bool:
        """Whether an open round takes answers again. Without its key nobody would find their own."""
        try:
            await self._store.open(place, self._asked(place))
        except NotOpen:
            return False
        return True

    def _past_undo(self) -> list[Place]:
        return [place for place in self.run.unsealed() if self._clock.now() >= self._undo_ends(place)]

    def _undo_ends(self, place: Place) -> float:
        round = self.find(place)
        return (round.closed or 0.0 if round else 0.0) + UNDO_SECONDS

    def _finals(self, places: Iterable[Place]) -> Events:
        return [Sealed(self._clock.now(), *place) for place in places]

    async def happen(self, happening: Events) -> None:
        """Makes events durable, then true, then known. What the store has to do is done before they are."""
        if not happening:
            return
        for event in happening:
            await self._prepare(event)
        await self._append(happening)
        await self._seal_quietly()
        self._changed()

    async def _prepare(self, event: AnyEvent) -> None:
        match event:
            case Opened(step=step, round=number):
                place = Place(step, number)
                await self._store.open(place, self._asked(place))
            case Lowered(step=step, round=number, people=people):
                place, self._owed = Place(step, number), event
                await self.hands.take_back(place, self._newest_hands(place, people))
            case Moderated(step=step, round=number, decision=decision) if decision == TAKEN_BACK:
                await self.decisions.take_back(Place(step, number))

    def _half_raised(self, lost: Iterable[Place]) -> Lowered | None:
        """What takes back the newest raised hands, where a killed hub left them half sent or half taken."""
        newest = next((event for event in reversed(self.run.undoable) if isinstance(event, Raised)), None)
        if newest is None:
            return None
        place, round = Place(newest.step, newest.round), self.find(Place(newest.step, newest.round))
        if round is None or not round.open or place in lost:
            return None
        missing = self.hands.missing(place, self._newest_hands(place, newest.people))
        return Lowered(self._clock.now(), *place, newest.people) if missing else None

    def _newest_hands(self, place: Place, people: int) -> range:
        round = self.find(place)
        raised = round.by_hand if round else 0
        return range(max(0, raised - people), raised)

    async def _append(self, happening: Events) -> None:
        # What is sent from here on would be written after the close, when the room has seen all there is.
        self._closing = {Place(e.step, e.round) for e in happening if isinstance(e, Closed)}
        try:
            await self._store.append(*(events.encode(event) for event in happening))
            for event in happening:
                self.run = apply(self.run, event)
                self._owed = None if isinstance(event, Lowered) else self._owed
        finally:
            self._closing = set()

    async def _seal_quietly(self) -> None:
        # A command that happened is not called failed for this: `tick` tries again, and says so.
        with suppress(StoreError):
            await self._seal()

    async def _seal(self) -> None:
        self._tried = self._clock.now()
        for place in self._half_sealed():
            await self._store.seal(place)

    def _half_sealed(self) -> list[Place]:
        """Rounds closed for good whose key or handles are still there; after the end all that have them."""
        ended = self.run.state == "ended"
        found = {p: self.find(p) for p in self._store.places() if not self._store.sealed(p)}
        return [place for place, round in found.items() if (round.sealed if round else ended)]
