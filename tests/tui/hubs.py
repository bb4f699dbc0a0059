"""A hub in the test's own event loop: the real room, its store and the facilitator's API on loopback."""

import asyncio
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from tests.tui.examples import CODE, URL, run
from workshop.core.clock import Clock
from workshop.core.moment import Command
from workshop.core.place import Place
from workshop.core.session import Session
from workshop.hub import control, sockets
from workshop.hub.limits import LIMITS
from workshop.hub.remote import Remote
from workshop.hub.remotekey import RemoteKey
from workshop.hub.snapshots import Snapshots
from workshop.hub.venue import Venue
from workshop.hub.web import Server
from workshop.hub.whereabouts import Whereabouts
from workshop.room import runfile
from workshop.room.room import Room
from workshop.sessionfile.build import load_bytes
from workshop.store.sqlite import SqliteStore

SESSION = b"""
title: Den rosa elefanten
language: nb
privacy: {reveal_from: 3}
sections:
  - title: Velkommen
    steps:
      - slide: Velkommen
        notes: Gi rommet tid. Ikke fyll stillheten.
  - title: Elefanten
    minutes: 12
    steps:
      - open: Skriv det ned. Ingen ser hvem du er.
        many: true
        minutes: 3
      - choice: Hvilke kriterier gjelder hos dere?
        options: [Best for flest, Best for den enkelte]
        reveal: live
  - title: Lykke til
    steps:
      - slide: Lykke til!
"""


@dataclass
class Hub:
    """One run being served. `done` are the commands that arrived, in order; `clock` tells its time."""

    folder: Path
    session: Session
    done: list[tuple[str, int | None]] = field(default_factory=list)
    clock: Clock = field(default_factory=Clock)
    bound: str = "127.0.0.1"
    """Empty: the room may be at any address of the computer's."""

    async def begin(self) -> None:
        """Serves; a second time it is a new hub on another port, with another token."""
        self._store = SqliteStore(self.folder, lambda answers: self.room.committed(answers))
        self.room = Room(self.session, self._store, self.clock, run=self.folder.name, join_url=URL)
        await self.room.begin(CODE)
        self._listen_in()
        token, sock = secrets.token_urlsafe(16), sockets.listen("127.0.0.1", 0)
        self._snapshots = Snapshots(self.room)
        whereabouts = Whereabouts(Venue(sock, "127.0.0.1", self.bound), self._move)
        self.remote = Remote(
            self.room, RemoteKey(self.folder / "remote.key"), whereabouts, secrets.token_hex(4)
        )
        api = control.routes(self.room, self._snapshots, whereabouts, self.remote, lambda: None)
        self._server = Server(control.Guarded(api, token), sock, LIMITS)
        await self._server.begin()
        url = f"http://127.0.0.1:{sockets.port_of(sock)}"
        said = run(
            run=self.folder.name,
            title=self.session.title,
            language=self.session.language,
            control_url=url,
            token=token,
        )
        runfile.write(self.folder, said)

    async def stop(self) -> None:
        """Ends serving, as a hub that is gone; the run's files stay."""
        self._snapshots.close()
        await self._server.finish()
        self._store.close()

    async def do(self, verb: str, number: int | None = None) -> None:
        """A command from somewhere else."""
        await self.room.do(Command(verb, number))

    async def answer(self, step: int, *answers: str, round: int = 1) -> None:
        """So many phones answer a round of an `open` step (0-based)."""
        for text in answers:
            sent = self.room.submit(Place(step, round), secrets.token_bytes(32), {"text": [text]})
            assert isinstance(sent, asyncio.Future), sent
            await sent

    def _move(self, place: Venue) -> None:
        self.room.move(place.join_url(CODE), reachable=place.reachable)

    def _listen_in(self) -> None:
        carry_out = self.room.do

        async def note(command: Command) -> object:
            self.done.append((command.verb, command.number))
            return await carry_out(command)

        self.room.do = note  # type: ignore[method-assign, assignment]


def hub_in(folder: Path, session: bytes = SESSION) -> Hub:
    """A hub of `session` whose run lives in `folder`; not yet begun."""
    folder.mkdir(exist_ok=True)
    return Hub(folder, load_bytes(session, "session.yaml"))
