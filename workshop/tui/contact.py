"""Contact with the hub while the stage stands: threads that listen and send, so that no key waits for either.

What they find out is told as news from those threads; whoever is told only takes note of it.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import TypeVar

import msgspec

from workshop.core.capture import Capture
from workshop.core.clock import awake_and_asleep
from workshop.core.moderation import AnyDecision
from workshop.core.phrases import phrase
from workshop.errors import HubError, Refusal, WorkshopError
from workshop.language import Spoken
from workshop.room import preferences
from workshop.room import snapshot as snapshots
from workshop.room.desk import Desk
from workshop.room.snapshot import Snapshot
from workshop.room.ways import Way
from workshop.tui.client import Client

EVERY = 0.1
"""Seconds at least from one snapshot of the stream to the next: a burst is one redraw."""
WAITS = (0.0, *(0.15,) * 30, 1.6)
"""Seconds before each try to find a lost hub again; the last one holds for ever.

A hub that is started anew is there after 0.5 to 1 s, and nobody is to wait for it any longer than it takes.
"""


class Heard(msgspec.Struct, frozen=True):
    """A snapshot, and the steady clock when it came. `fresh`: first of a connection, so maybe a new hub."""

    snapshot: Snapshot
    received: float
    fresh: bool = False


class Refused(msgspec.Struct, frozen=True):
    """A command that changed nothing, and why."""

    reason: Spoken


class Kept(msgspec.Struct, frozen=True):
    """What was noted down here is in the journal, as the run's note `number`."""

    capture: Capture
    number: int


class Lost(msgspec.Struct, frozen=True):
    """The hub does not answer. It is tried again until it does, and then there is a fresh `Heard`."""


class Broken(msgspec.Struct, frozen=True):
    """A thread of the contact fell over: a fault of ours."""

    error: Exception


News = Heard | Refused | Kept | Lost | Broken
Got = TypeVar("Got")


class _Sent(msgspec.Struct, frozen=True):
    send: Callable[[], tuple[News, ...]]
    age: int


class _Look(msgspec.Struct, frozen=True):
    look: Callable[[], object]


class Contact:
    """Listens to one run's hub and sends it commands in the order they were given.

    `revive` starts a hub that is gone again, and leaves alone one that lives or is starting. A thread calls
    it before every try but the first, and it must not wait.
    """

    def __init__(
        self, client: Client, tell: Callable[[News], None], revive: Callable[[], object] = lambda: None
    ) -> None:
        self._client, self._tell, self._revive = client, tell, revive
        self._newest: tuple[bytes, float] | None = None
        self._fresh = self._lost = False
        self._arrived, self._over = threading.Event(), threading.Event()
        self._waiting: SimpleQueue[_Sent | _Look | None] = SimpleQueue()
        self._age = 0  # presses of an age that a failure ended are not sent any more

    def start(self) -> None:
        """Begins; the first snapshot is told as soon as the hub gives it."""
        for work in (self._listen, self._pace, self._send):
            threading.Thread(target=self._watch, args=(work,), daemon=True).start()

    def stop(self) -> None:
        """Ends; nothing more is told."""
        self._over.set()
        self._arrived.set()
        self._waiting.put(None)
        self._client.close()

    def press(self, verb: str, number: int | None = None) -> None:
        """Sends a command. Without contact it is refused at once: nothing may pile up and go off later."""
        self._queue(lambda: (Heard(self._client.do(verb, number), awake_and_asleep()),))

    def note(self, capture: Capture) -> None:
        """Sends a note; `Kept` is told once it lasts. Without contact it is refused at once."""
        self._queue(lambda: self._note(capture))

    def decide(self, step: int, decision: AnyDecision) -> None:
        """Sends a decision about texts of a step (1-based). Without contact it is refused at once."""
        self._queue(lambda: (Heard(self._client.decide(step, decision), awake_and_asleep()),))

    def spotlight(self, step: int, id: str) -> None:
        """Sends which text the stage is to show alone, as `decide` does."""
        self._queue(lambda: (Heard(self._client.spotlight(step, id), awake_and_asleep()),))

    def choose(self, way: Way) -> None:
        """Has the room be at that address, and remembers it for the runs that follow."""
        self._queue(lambda: self._choose(way))

    def look(self, reply: Callable[[Desk | None], object]) -> None:
        """Fetches the desk as it is after all that was pressed before; None where the hub does not answer."""
        self.fetch(lambda client: client.desk(), reply)

    def fetch(self, fetch: Callable[[Client], Got], reply: Callable[[Got | None], object]) -> None:
        """Fetches something as `look` does; `fetch` may raise HubError."""
        self._waiting.put(_Look(lambda: reply(self._fetched(fetch))))

    def _queue(self, send: Callable[[], tuple[News, ...]]) -> None:
        if self._lost:
            self._tell(Refused(phrase("No contact: the key changed nothing.")))
        else:
            self._waiting.put(_Sent(send, self._age))

    def _choose(self, way: Way) -> tuple[News, ...]:
        snapshot = self._client.choose(way.address)
        with suppress(WorkshopError):  # it holds for this run all the same
            preferences.remember(way)
        return (Heard(snapshot, awake_and_asleep()),)

    def _note(self, capture: Capture) -> tuple[News, ...]:
        snapshot = self._client.note(capture)
        return Heard(snapshot, awake_and_asleep()), Kept(capture, snapshot.noted)

    def _watch(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:
            self._tell(Broken(error))

    def _send(self) -> None:
        while (task := self._waiting.get()) is not None and not self._over.is_set():
            if isinstance(task, _Look):
                task.look()
            elif task.age == self._age:
                self._carry_out(task)

    def _carry_out(self, sent: _Sent) -> None:
        try:
            for news in sent.send():
                self._tell(news)
        except Refusal as refusal:
            self._tell(Refused(refusal.reason))
        except HubError as error:
            self._age += 1
            self._tell(Refused(phrase("That did not get through: {error}", error=str(error))))

    def _fetched(self, fetch: Callable[[Client], Got]) -> Got | None:
        try:
            return fetch(self._client)
        except HubError:
            return None

    def _listen(self) -> None:
        failed = 0
        while not self._over.wait(WAITS[min(failed, len(WAITS) - 1)]):
            failed = self._hear(failed) + 1
            if failed == 2 and not self._over.is_set():  # once may be a hub that is being restarted
                self._lost = True
                self._tell(Lost())
            if not self._over.is_set():
                self._bring_back()

    def _bring_back(self) -> None:
        with suppress(WorkshopError, OSError):  # it will be tried again
            self._revive()

    def _hear(self, failed: int) -> int:
        """Listens until the stream ends. How often in a row that has failed: 0 after a snapshot came."""
        fresh = True
        try:
            for data in self._client.live():
                self._fresh = self._fresh or fresh
                self._newest = (data, awake_and_asleep())
                self._arrived.set()
                self._lost = fresh = False
        except HubError:
            pass
        return failed if fresh else 0

    def _pace(self) -> None:
        while self._arrived.wait() and not self._over.is_set():
            self._arrived.clear()
            self._pass_on()
            self._over.wait(EVERY)

    def _pass_on(self) -> None:
        newest, fresh, self._fresh = self._newest, self._fresh, False
        if newest is None:
            return
        try:
            self._tell(Heard(snapshots.decode(newest[0]), newest[1], fresh))
        except msgspec.MsgspecError:  # a hub of another version, or no hub at all
            self._lost = True
            self._tell(Lost())
