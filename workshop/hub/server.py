"""The hub's process from start to end: the run's lock, its store, the room, and the two servers."""

import asyncio
import contextlib
import gc
import secrets
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, replace

import msgspec

from workshop.core import events
from workshop.core.clock import Clock, hours_and_minutes
from workshop.core.phrases import phrase
from workshop.core.session import Session
from workshop.hub import control, keeping, phone, quietlog, sockets, venue, web
from workshop.hub.address import LOOPBACK
from workshop.hub.gate import Gate, names_of_this_computer
from workshop.hub.limits import LIMITS, Limits
from workshop.hub.live import Hints
from workshop.hub.pages import Pages
from workshop.hub.pictures import Pictures
from workshop.hub.remote import Remote
from workshop.hub.remotekey import RemoteKey
from workshop.hub.snapshots import Snapshots
from workshop.hub.venue import Venue
from workshop.hub.web import Server
from workshop.hub.whereabouts import Whereabouts
from workshop.language import language
from workshop.room import runfile
from workshop.room.folder import RunFolder
from workshop.room.room import Room
from workshop.room.runfile import RunFile
from workshop.store.journal import Answer
from workshop.store.sqlite import SqliteStore

LINGER_SECONDS = 600.0
_SIGNALS = tuple(s for name in ("SIGINT", "SIGTERM", "SIGBREAK") if (s := getattr(signal, name, None)))


@dataclass(frozen=True)
class HubSpec:
    """What a hub is to host. `host` and `port` only where asked for."""

    folder: RunFolder
    session: Session
    host: str | None = None
    port: int | None = None
    resume: bool = False
    announce: Callable[[RunFile], None] = lambda _: None
    """Told where the hub is, once both its listeners accept."""
    limits: Limits = LIMITS
    linger: float = LINGER_SECONDS
    """Seconds that the hub stays after the run's end."""
    rehearsal: bool = False
    """Whether a new run is a rehearsal, and marked as one for good."""
    speed: float = 1.0
    """How fast the run's clock goes. A run that is picked up keeps the speed that it had."""


def serve(spec: HubSpec) -> None:
    """Hosts a run until it is stopped, or some minutes after its end. Raises WorkshopError."""
    quietlog.begin()
    with spec.folder.hold():
        before = spec.folder.read() if spec.resume else None
        asyncio.run(_host(spec, before))


async def _host(spec: HubSpec, before: RunFile | None) -> None:
    code = before.code if before else spec.folder.code
    place = venue.find(spec.host, spec.port, before)
    speed = before.speed if before else spec.speed
    async with _room(spec, place.join_url(code), speed) as room:
        await room.begin(code, rehearsal=spec.rehearsal)
        room.move(place.join_url(code), reachable=place.reachable)
        await _Hub(spec, room, place, before).run()


@contextlib.asynccontextmanager
async def _room(spec: HubSpec, join_url: str, speed: float) -> AsyncIterator[Room]:
    """The room on its store, which is finished cleanly whatever happens."""

    def committed(answers: list[Answer]) -> None:
        room.committed(answers)

    store = SqliteStore(spec.folder.path, committed)
    try:
        last = max((events.decode(record).at for record in store.events()), default=0.0)
        clock, key = Clock(last, speed=speed), spec.folder.key()
        room = Room(spec.session, store, clock, run=spec.folder.run, join_url=join_url, key=key)
        yield room
    finally:
        store.close()


class _Hub:
    """One room being served."""

    def __init__(self, spec: HubSpec, room: Room, place: Venue, before: RunFile | None) -> None:
        limits = replace(spec.limits, connections=web.affordable(spec.limits.connections))
        local = sockets.listen(LOOPBACK, 0)
        self._spec = spec
        self._room = room
        self._stopping = asyncio.Event()
        self._whereabouts = Whereabouts(place, self._move)
        self._file = _run_file(room, place, sockets.port_of(local), before)
        boot = secrets.token_hex(4)
        self._pages = Pages(room, boot, self._whereabouts)
        self._hints = Hints(room, self._pages, self._whereabouts, limits.listeners)
        self._snapshots = Snapshots(room)
        pictures = Pictures(room.session, spec.folder.pictures)
        remote = Remote(room, RemoteKey(spec.folder.remote), self._whereabouts, boot)
        phones = phone.routes(room, self._pages, self._hints, pictures, remote, limits)
        facilitator = control.routes(room, self._snapshots, self._whereabouts, remote, self._stopping.set)
        self._gate = Gate(phones, {place.host, *names_of_this_computer()})
        full = phrase("The room is full just now. Wait a moment, and load the page again.")
        self._servers = (
            Server(
                self._gate,
                place.sock,
                limits,
                full.said(language(room.session.language)),
            ),
            Server(control.Guarded(facilitator, self._file.token), local, LIMITS),
        )

    async def run(self) -> None:
        """Serves until something asks it to stop."""
        for server in self._servers:
            await server.begin()
        with _on_signals(self._stopping.set):
            self._note(self._room.state.state)
            self._spec.announce(self._file)
            gc.collect()
            gc.freeze()  # what is here now stays: no full collection need look at it again
            gc.set_threshold(20_000, 50, 50)  # every answer makes hundreds of things, and hardly a circle
            gc.enable()
            await self._serve()

    async def _serve(self) -> None:
        room, linger = self._room, self._spec.linger
        works: tuple[Callable[[], Awaitable[None]], ...] = (
            self._hints.run,
            self._whereabouts.follow,
            lambda: keeping.make_closes_final(room),
            lambda: keeping.note_state(room, self._note),
            lambda: keeping.stop_after_end(room, linger, self._stopping.set),
        )
        tasks = [asyncio.create_task(keeping.persist(work)) for work in works]
        await self._stopping.wait()
        for task in tasks:
            task.cancel()
        self._hints.close()
        self._snapshots.close()
        await asyncio.gather(*(server.finish() for server in self._servers))

    def _note(self, state: str) -> None:
        self._write(msgspec.structs.replace(self._file, state=state))

    def _move(self, place: Venue) -> None:
        room = self._room
        self._gate.admit(place.host)
        room.move(place.join_url(room.code), reachable=place.reachable)
        self._write(_at(self._file, place))

    def _write(self, file: RunFile) -> None:
        runfile.write(self._spec.folder.path, file)
        self._file = file


def _starts(session: Session) -> str:
    at = session.sections[0].at
    return "" if at is None else hours_and_minutes(at)


def _run_file(room: Room, place: Venue, control_port: int, before: RunFile | None) -> RunFile:
    file = RunFile(
        run=room.run,
        code=room.code,
        title=room.session.title,
        language=room.session.language,
        join_url="",
        address="",
        host="",
        port=place.port,
        control_url=f"http://{LOOPBACK}:{control_port}",
        token=secrets.token_urlsafe(32),
        created=before.created if before else room.clock.now(),
        wanted_port=place.wanted_port,
        bound=place.bound,
        starts=_starts(room.session),
        rehearsal=room.state.rehearsal,
        speed=room.clock.speed,
        wifi=room.session.wifi.name if room.session.wifi else "",
    )
    return _at(file, place)


def _at(file: RunFile, place: Venue) -> RunFile:
    return msgspec.structs.replace(
        file,
        join_url=place.join_url(file.code),
        address=place.address(file.code),
        host=place.host,
        reachable=place.reachable,
        wish=place.wish,
    )


@contextlib.contextmanager
def _on_signals(stop: Callable[[], None]) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        try:
            loop.add_signal_handler(number, stop)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop))
    yield
