"""The play: made-up people and facilitator on a real run, in a thread of their own beside the stage."""

import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from workshop.core.session import Session
from workshop.errors import HubError
from workshop.rehearsal.album import Album
from workshop.rehearsal.audience import Audience
from workshop.rehearsal.facilitator import Facilitator
from workshop.rehearsal.people import Person
from workshop.rehearsal.phone import Network
from workshop.room import runfile
from workshop.room.record import Record
from workshop.room.runfile import RunFile
from workshop.room.snapshot import Snapshot
from workshop.tui.client import Client
from workshop.tui.contact import Broken, Contact, Heard, Lost, News
from workshop.tui.ticking import RunClock

LONGEST_WAIT = 0.5
"""Real seconds after which the play looks up, whatever is due."""
AGAIN = 0.3
"""Real seconds before a hub that did not answer is asked again."""


class Play:
    """Plays the run in `folder` to its end, or until it is stopped.

    `by_hand`: only the people are made up, and whoever is at the stage leads. `revive` starts a hub again.
    """

    def __init__(
        self,
        folder: Path,
        session: Session,
        people: Sequence[Person],
        *,
        seed: str,
        by_hand: bool = False,
        revive: Callable[[], object] = lambda: None,
    ) -> None:
        file = runfile.read(folder)
        self.album = Album()
        self.record: Record | None = None
        self._client = Client(folder)
        self._network = _network(file)
        self.audience = Audience(people, self._network, file.code, language=session.language, seed=seed)
        self._facilitator = None if by_hand else Facilitator(Client(folder), session, self.audience)
        self._news: queue.SimpleQueue[News | None] = queue.SimpleQueue()
        self._contact = Contact(Client(folder), self._news.put, revive)
        self._clock = RunClock()
        self._over = threading.Event()
        self._heard = False
        self._version = -1
        self._speed = 1.0
        self.ended = False

    def stop(self) -> None:
        """Has `run` come to an end, from whatever thread."""
        self._over.set()
        self._news.put(None)

    def run(self) -> None:
        """Plays. Raises WorkshopError where it cannot go on."""
        self._contact.start()
        try:
            while not self._over.is_set():
                try:
                    self._turn()
                except HubError:  # it is being started again
                    self._listen(AGAIN)
            if self.record is None:
                with suppress(HubError):
                    self.record = self._client.record()
        finally:
            self._contact.stop()
            self._network.close()

    def _turn(self) -> None:
        if self._heard:
            now = self._clock.now()
            self.audience.act(now, self._over.is_set)
            for shot in self._facilitator.act(now) if self._facilitator else ():
                self._version = -1  # an answer to us is news, whatever a hub counts from
                self._take(shot)
        if not self._over.is_set():
            self._listen(self._idle())

    def _idle(self) -> float:
        """Real seconds until somebody has something to do."""
        if not self._heard:
            return LONGEST_WAIT
        now = self._clock.now()
        dues = (self.audience.due, self._facilitator.due(now) if self._facilitator else None)
        waits = [(due - now) / self._speed for due in dues if due is not None]
        return min([LONGEST_WAIT, *waits])

    def _listen(self, seconds: float) -> None:
        """Waits so long for news, and takes in all there are."""
        with suppress(queue.Empty):
            self._hear(self._news.get(timeout=seconds) if seconds > 0 else self._news.get_nowait())
            while True:
                self._hear(self._news.get_nowait())

    def _hear(self, news: News | None) -> None:
        match news:
            case Heard(snapshot=shot, received=received, fresh=fresh):
                self._clock.hear(shot.now, received, fresh=fresh, speed=shot.speed)
                self._speed = shot.speed
                if fresh:
                    self._version, self._heard = -1, True
                self._take(shot)
            case Lost():  # and until there is a hub again nobody does anything
                self._heard = False
            case Broken(error=error):
                raise error

    def _take(self, shot: Snapshot) -> None:
        if shot.version < self._version:
            return
        self._version = shot.version
        self.album.keep(shot)
        self.audience.hear(shot, self._clock.now())
        if self._facilitator:
            self._facilitator.hear(shot, self._clock.now())
        if shot.state == "ended":
            self.record, self.ended = self._client.record(), True
            self._over.set()


def _network(file: RunFile) -> Network:
    """From this computer to itself, however phones come in."""
    return Network(file.bound or "127.0.0.1", urlsplit(file.join_url.lower()).port or file.port)
