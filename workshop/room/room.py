"""The room: the live run in memory. Commands and answers come in, views go out; the store makes them last."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from workshop.core.capture import Capture
from workshop.core.clock import Clock
from workshop.core.events import Shortened
from workshop.core.fields import Fields, Form, Refused
from workshop.core.gathered import Asked
from workshop.core.hand import Hand
from workshop.core.moderation import AnyDecision, Item
from workshop.core.moment import Command
from workshop.core.phrases import phrase
from workshop.core.place import JSON, Place
from workshop.core.plan import shortened
from workshop.core.round import Round
from workshop.core.run import Run
from workshop.core.session import Session, Step
from workshop.errors import Refusal
from workshop.kinds.parking import PARKING
from workshop.room import recording, views
from workshop.room.attendance import Attendance
from workshop.room.board import Board
from workshop.room.catching import offers
from workshop.room.course import Course
from workshop.room.desk import Desk
from workshop.room.gathering import Gatherer
from workshop.room.moderating import Moderating
from workshop.room.phone import Phase, PhoneState
from workshop.room.raising import Raising
from workshop.room.reckoning import agenda
from workshop.room.record import Record
from workshop.room.releases import Releases
from workshop.room.results import Results
from workshop.room.situation import Situation, plan_of
from workshop.room.snapshot import Snapshot, encode
from workshop.store.journal import Answer, Store

Change = Literal["event", "answers", "place"]
Listener = Callable[[Change], None]


class RoundClosed(Refusal):
    """An answer for a round that takes none (any more, or yet)."""


class Room:
    """One run. All of it is used from one event loop's thread."""

    def __init__(
        self,
        session: Session,
        store: Store,
        clock: Clock,
        *,
        run: str,
        join_url: str = "",
        key: bytes = b"",
    ) -> None:
        """`key` makes the ids by which texts are known while they are decided about; the run's own."""
        self.session = session
        self.clock = clock
        self.run = run
        self.join_url = join_url
        self.reachable = True
        self.version = 0
        self.answers_version = 0
        self._store = store
        self._plan = plan_of(session)
        self._steps = (*session.steps, PARKING)
        self.parking = Place(len(session.steps), 1)
        self._course = Course(
            store,
            self._plan,
            clock,
            key=key,
            always=self.parking,
            asked=self._asked,
            joined=self._joined,
            offers=self._offers,
            changed=self._happened,
        )
        self._releases = Releases(clock)
        self._gatherer = Gatherer(
            self._steps, session.reveal_from, store, self._course.decisions, self._releases, key
        )
        self._results = Results(self._gatherer, store, self.state, self._course.hands)
        self._raising = Raising(self._course, self._results)
        self._moderating = Moderating(
            self._steps, self._course, self._gatherer, self._results, clock, self._situation
        )
        self._attendance = Attendance()
        self._listeners: list[Listener] = []
        self._snapshot: Snapshot | None = None
        self._phone: PhoneState | None = None

    @property
    def code(self) -> str:
        """The room's code."""
        return self.state.code

    @property
    def state(self) -> Run:
        """The run's state; to be read only."""
        return self._course.run

    async def begin(self, code: str, *, rehearsal: bool = False) -> None:
        """Makes a new run's first event, or mends what a killed hub left half done."""
        await self._course.begin(code, rehearsal=rehearsal)
        self._attend()

    async def do(self, command: Command) -> Snapshot:
        """Carries out a facilitator's command. Raises Refusal and StoreError; then it has changed nothing."""
        await self._course.do(command)
        return self.snapshot()

    async def note(self, capture: Capture) -> Snapshot:
        """Notes down at the step on the stage; `undo` takes it back. Raises Refusal and StoreError."""
        await self._course.note(capture)
        return self.snapshot()

    async def decide(self, place: Place, decision: AnyDecision) -> None:
        """Decides about texts of a round; `undo` takes it back. Raises Refusal and StoreError."""
        self._round(place)
        await self._moderating.decide(place, decision)

    async def spotlight(self, place: Place, id: str) -> None:
        """Puts a text that the stage shows there alone; where it is so already, or `id` is empty, no longer.

        `undo` takes it back. Raises Refusal and StoreError.
        """
        await self._moderating.spotlight(place, id)

    async def raise_hands(self, place: Place, hands: Sequence[Hand]) -> Snapshot:
        """Counts what people without a phone answer; `undo` takes it back. Raises Refusal and StoreError."""
        await self._raising.raise_hands(place, self._open_step(place), hands)
        return self.snapshot()

    async def texts(self, place: Place) -> tuple[Item, ...]:
        """A round's texts for whoever leads the room, in no order that means anything.

        The floor holds there too: Refusal below it, and an open round's change by the floor at a time.
        """
        return await self._moderating.look(place, self._round(place))

    async def board(self, number: int | None = None) -> Board:
        """The texts that can be decided about, those of one tab; the floor holds as in `texts`."""
        return await self._moderating.board(number)

    async def tick(self) -> None:
        """Does what is due: closes become final, and texts are let out. Raises StoreError."""
        await self._course.tick()
        self._let_out()

    def move(self, join_url: str, *, reachable: bool) -> None:
        """The room is to be found elsewhere, or not at all for now."""
        if (join_url, reachable) != (self.join_url, self.reachable):
            self.join_url, self.reachable = join_url, reachable
            self._changed("place")

    def tell(self) -> None:
        """Has screens look again: something that they show beside the run has changed."""
        self._changed("answers")

    def due(self) -> float | None:
        """When `tick` has something to do, by the run's clock."""
        times = (self._course.due(), self._releases.due())
        return min((time for time in times if time is not None), default=None)

    def see(self, token: bytes, *, elsewhere: bool = False) -> None:
        """A phone is here. Only a keyed hash that dies with this process is kept.

        `elsewhere`: it is another device than this computer, so the room can be reached.
        """
        if self._attendance.see(token, elsewhere=elsewhere):
            self._changed("answers")

    def newest(self, step: int) -> Place:
        """The newest round of a step (0-based). Raises RoundClosed where it was never opened."""
        if step == self.parking.step:
            return self.parking
        round = self.state.round_of(step)
        if round is None:
            raise RoundClosed(phrase("This question is not open."))
        return Place(step, round.number)

    def step(self, place: Place) -> Step:
        """The step of a round. Raises RoundClosed where there is no such round."""
        self._round(place)
        return self._steps[place.step]

    def phase(self, place: Place) -> Phase:
        """Where a round stands: waiting, open, closed, sealed, or ended."""
        if self.state.state == "ended":
            return "ended"
        return views.round_phase(self._results, place, self._course.find(place))

    def form(self, place: Place, token: bytes) -> Fields:
        """The fields of a round with what is mine in them."""
        step = self.step(place)
        return step.form(self._results.asked(place), self.mine(place, token) or ())

    def blank_form(self, place: Place) -> Fields:
        """The fields of a round with nothing of anybody's in them. Raises RoundClosed."""
        return self.step(place).form(self._results.asked(place), ())

    def mine(self, place: Place, token: bytes) -> tuple[JSON, ...] | None:
        """What this phone has sent: None = nothing, () = it skipped. None for good once the key is gone."""
        return self._store.mine(place, token) if self.phase(place) in ("open", "closed") else None

    def waiting(self, place: Place, token: bytes) -> tuple[str, ...]:
        """Those of this phone's texts that wait for approval, as it wrote them."""
        return self.step(place).waiting(self._results.asked(place), self.mine(place, token) or ())

    def submit(self, place: Place, token: bytes, form: Form) -> "Refused | asyncio.Future[Answer]":
        """Takes a sent form: refused with a reason, or a future that is done once it is durable.

        Raises RoundClosed where the round takes no answers.
        """
        step = self._open_step(place)
        self.see(token)
        accepted = step.accept(form, self._results.asked(place), ())
        if isinstance(accepted, Refused):
            return accepted
        return self._store.submit(place, token, accepted)

    def withdraw(self, place: Place, token: bytes) -> "asyncio.Future[Answer]":
        """Takes back all that this phone has sent to an open round. Raises RoundClosed."""
        self._open_step(place)
        return self._store.submit(place, token, None)

    def committed(self, answers: list[Answer]) -> None:
        """To be called once a batch of answers is durable."""
        for answer in answers:
            self._results.note(answer)
            self._gatherer.answered(answer.place)
        self._changed("answers")
        self._let_out()

    def snapshot(self) -> Snapshot:
        """What the stage may show now."""
        now = self.clock.now()
        if self._snapshot is None:
            version = self.version + self.answers_version
            shown = views.snapshot(self._situation(), run=self.run, join_url=self.join_url, version=version)
            reached, speed = self._attendance.reached, self.clock.speed
            self._snapshot = msgspec.structs.replace(
                shown, reached=reached, reachable=self.reachable, speed=speed
            )
        timer = self._snapshot.timer
        if timer is not None and timer.ends is not None:
            timer = msgspec.structs.replace(timer, left=round(timer.ends - now, 3))
        return msgspec.structs.replace(self._snapshot, now=now, timer=timer)

    def snapshot_bytes(self) -> bytes:
        """The same as JSON."""
        return encode(self.snapshot())

    def phone(self) -> PhoneState:
        """What every phone may know, as of the facilitator's last event."""
        if self._phone is None:
            self._phone = views.phone(self._situation(), version=self.version)
        return self._phone

    def desk(self) -> Desk:
        """What only the facilitator sees."""
        return views.desk(self._situation(), parking=self.parking)

    def record(self) -> Record:
        """The run as plain data for the notes."""
        parked = self._results.shown(self.parking, self._round(self.parking), self._joined())
        return recording.record(self._situation(), run=self.run, parked=parked)

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after every change; the result ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _situation(self) -> Situation:
        now = self.clock.now()
        plan = shortened(self._plan, self.state)
        return Situation(self.session, plan, self.state, self._results, now, self._joined())

    def _offers(self) -> tuple[Shortened, ...]:
        """The ways in which time can be saved just now."""
        now = self._situation()
        return offers(agenda(now.session, now.plan, now.run, now.now), now.now)

    def _joined(self) -> int:
        now = [self._results.tally(place) for place in self._places()]
        answered = max((tally.answered + tally.abstained for tally in now), default=0)
        by_hand = max((r.by_hand for rounds in self.state.rounds.values() for r in rounds), default=0)
        return max(len(self._attendance) + by_hand, self.state.joined, answered)

    def _places(self) -> list[Place]:
        return [Place(step, r.number) for step, rounds in self.state.rounds.items() for r in rounds]

    def _round(self, place: Place) -> Round:
        found = self._course.find(place)
        if found is None:
            raise RoundClosed(phrase("This question is not open."))
        return found

    def _open_step(self, place: Place) -> Step:
        if not self._course.takes_answers(place):
            self._round(place)
            raise RoundClosed(phrase("This round is closed."))
        return self._steps[place.step]

    def _happened(self) -> None:
        for place in (*self._places(), self.parking):
            if self._round(place).sealed:
                self._results.finish(place)
        self._attend()
        self._gatherer.decided()
        self._changed("event")

    def _attend(self) -> None:
        for place in self._places():
            self._gatherer.attend(place, taking=self._course.takes_answers(place))

    def _let_out(self) -> None:
        if self._gatherer.let_out():
            self._changed("event")  # for phones too: what others can support has changed

    def _asked(self, place: Place) -> JSON:
        offered = () if place == self.parking else self._situation().offered(place.step)
        asked: JSON = msgspec.to_builtins(Asked(round=place.round, options=offered))
        return asked

    def _changed(self, change: Change) -> None:
        self._snapshot = None
        if change == "event":
            self._phone = None
            self.version += 1
        else:
            self.answers_version += 1
        for listener in tuple(self._listeners):
            listener(change)
