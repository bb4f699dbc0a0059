"""The audience: made-up people who come in one by one, and answer in their own time on their own phones."""

import heapq
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from math import inf
from typing import NamedTuple

from workshop.errors import HubError
from workshop.rehearsal.answering import Answerer
from workshop.rehearsal.people import Person
from workshop.rehearsal.phone import Network, Page, Phone
from workshop.rehearsal.sheet import Sheet, sheet_of
from workshop.room.snapshot import Snapshot

PAUSE = 0.002
"""Real seconds after everything that somebody does: nobody floods the hub, and the stage gets its turn."""
UNTIMED = 45.0
"""Seconds in which people answer a question without a clock."""
REFUSED, TOO_LATE = 422, 409
Round = tuple[int, int]
"""A step's number, 1-based, and its round's."""


class Count(NamedTuple):
    """What came of a round: answers that were sent, skipped, changed, refused, late; phones with no form."""

    sent: int = 0
    skipped: int = 0
    changed: int = 0
    refused: int = 0
    late: int = 0
    formless: int = 0


class _Task(NamedTuple):
    due: float
    number: int
    do: Callable[[], None]
    round: Round | None


class Audience:
    """People with phones on `network` in the room `code`. Times are seconds by the run's clock."""

    def __init__(
        self, people: Sequence[Person], network: Network, code: str, *, language: str, seed: str
    ) -> None:
        self._people = people
        self._phones = {person: Phone(network, code) for person in people}
        self._language, self._seed = language, seed
        self._here: set[Person] = set()
        self._tasks: list[_Task] = []
        self._number = 0
        self._asked: dict[Round, float] = {}
        self._counts: Counter[tuple[Round, str]] = Counter()
        self._open: Round | None = None
        self._now = 0.0
        self.parked = 0
        """How many have put something on the parking lot."""

    @property
    def due(self) -> float | None:
        """When somebody does something next."""
        return self._tasks[0].due if self._tasks else None

    @property
    def seated(self) -> bool:
        """Whether everybody is here who comes in time."""
        return all(person in self._here for person in self._people if person.comes <= 120)

    def busy(self, round: Round, by: float = inf) -> bool:
        """Whether somebody is still to do something about a round by then."""
        return any(task.round == round and task.due <= by for task in self._tasks)

    def count(self, round: Round) -> Count:
        """What came of a round."""
        return Count(**{name: self._counts[round, name] for name in Count._fields})

    def counts(self) -> tuple[Count, ...]:
        """What came of every round that was opened."""
        return tuple(map(self.count, self._asked))

    def hear(self, shot: Snapshot, now: float) -> None:
        """Takes notice of what is on the stage."""
        self._now = now
        if self._number == 0:
            for person in self._people:
                self._plan(now + person.comes, partial(self._come, person))
                if person.parks is not None:
                    self._plan(now + person.parks, partial(self._park, person))
        self._open = (shot.step, shot.round) if shot.open and shot.step and shot.round else None
        if shot.state == "ended":
            self._tasks.clear()
        elif self._open and self._open not in self._asked:
            self._asked[self._open] = shot.timer.total if shot.timer else UNTIMED
            for person in self._here:
                self._take_up(person, self._open)

    def act(self, now: float, over: Callable[[], bool]) -> None:
        """Everything that is due by `now`, one after the other, until `over`. Raises HubError."""
        while self._tasks and self._tasks[0].due <= now and not over():
            task = heapq.heappop(self._tasks)
            self._now = task.due  # and not when there was time for it: nobody is late for the hub being slow
            try:
                task.do()
            except HubError:
                heapq.heappush(self._tasks, task)  # whoever gets no answer tries again
                raise
            time.sleep(PAUSE)

    def _plan(self, due: float, do: Callable[[], None], round: Round | None = None) -> None:
        self._number += 1
        heapq.heappush(self._tasks, _Task(due, self._number, do, round))

    def _come(self, person: Person) -> None:
        self._phones[person].load()
        self._here.add(person)
        if self._open:
            self._take_up(person, self._open)

    def _park(self, person: Person) -> None:
        if sheet := sheet_of(self._phones[person].load("/parking").html):
            answerer = Answerer(self._language, self._seed, "parking")
            self._phones[person].send(sheet.action, answerer.answer(sheet.fields, person))
            self.parked += 1

    def _take_up(self, person: Person, round: Round) -> None:
        """Looks at the question, and answers in a while; or does not care to at all."""
        chance, time = person.at("takes up", *round), self._asked[round]
        if chance.random() < person.skips / 2:
            return
        sends = time * min(1.1, max(0.08, person.haste * chance.uniform(0.8, 1.2)))
        self._plan(self._now + 0.4 * sends, lambda: self._look(person, round, 0.6 * sends), round)

    def _look(self, person: Person, round: Round, takes: float) -> None:
        sheet = self._sheet(self._phones[person].load(), round)
        if sheet is None:
            self._counts[round, "formless"] += round == self._open
            return
        self._plan(self._now + takes, lambda: self._send(person, round, sheet), round)

    def _send(self, person: Person, round: Round, sheet: Sheet) -> None:
        chance = person.at("sends", *round)
        if chance.random() < person.skips / 2:
            self._note(self._phones[person].send(sheet.action, [("skip", "1")]), round, "skipped")
            return
        self._answer(person, round, sheet, 1)
        if chance.random() < person.changes:
            later = 0.2 * self._asked[round]
            self._plan(self._now + later, lambda: self._change(person, round), round)

    def _change(self, person: Person, round: Round) -> None:
        page = self._phones[person].load("/{}/{}?change=1".format(*round))
        if sheet := self._sheet(page, round):
            self._answer(person, round, sheet, 2)

    def _answer(self, person: Person, round: Round, sheet: Sheet, time: int) -> None:
        """Once more where the form says no: a rule of the whole form that one chance answer broke."""
        answerer = Answerer(self._language, self._seed, "{}/{}".format(*round))
        for again in (time, time + 10):
            sent = answerer.answer(sheet.fields, person, again)
            page = self._phones[person].send(sheet.action, sent)
            self._note(page, round, "changed" if time > 1 else "sent" if sent else "skipped")
            if page.status != REFUSED:
                return

    def _note(self, page: Page, round: Round, done: str) -> None:
        self._counts[round, {REFUSED: "refused", TOO_LATE: "late"}.get(page.status, done)] += 1

    def _sheet(self, page: Page, round: Round) -> Sheet | None:
        sheet = sheet_of(page.html)
        return sheet if sheet and sheet.action.lower().endswith("/{}/{}".format(*round)) else None
