"""A hall: the room on its real files, phones that are numbers, and time that passes when it is told to."""

import asyncio
from collections.abc import Iterable
from pathlib import Path

import msgspec

from workshop.core import events
from workshop.core.blocks import Blocks, Cards
from workshop.core.clock import Clock
from workshop.core.fields import Form, Refused
from workshop.core.moment import Command
from workshop.core.place import JSON, Place
from workshop.core.session import Session
from workshop.room import desk, record
from workshop.room.phone import Phase
from workshop.room.record import RoundRecord
from workshop.room.room import Room
from workshop.room.snapshot import Snapshot
from workshop.sessionfile.build import load_bytes
from workshop.store.sqlite import SqliteStore

CODE = "K7QX"
QUESTION = "open: Hva vet alle, som ingen sier?"
LIVE = "{open: 'Hva vet alle, som ingen sier?', reveal: live}"
SLIDE = "slide: Velkommen"


def session(*steps: str, floor: int = 5) -> Session:
    """A session of one section with these steps, each a line of YAML."""
    lines = ["title: Prøve", "language: nb", f"privacy: {{reveal_from: {floor}}}", "sections:"]
    lines += ["  - title: Først", "    steps:", *(f"      - {step}" for step in steps)]
    return load_bytes("\n".join(lines).encode(), "session.yaml")


class Hall:
    """`time` is the wall clock and the steady one; `store` and `room` are new after every `restart`."""

    def __init__(self, folder: Path, session: Session, time: float = 1_000_000.0) -> None:
        self.folder = folder
        self.session = session
        self.time = time
        self.enter()

    def enter(self) -> None:
        """Opens the files, as a hub does that starts."""
        self.store = self.open_store()
        last = max((events.decode(record).at for record in self.store.events()), default=0.0)
        clock = Clock(last, wall=lambda: self.time, steady=lambda: self.time)
        self.room = Room(self.session, self.store, clock, run="2026-11-24-k7qx", join_url="HTTP://X/K7QX")

    def open_store(self) -> SqliteStore:
        """The store that a room stands on."""
        return SqliteStore(self.folder, lambda answers: self.room.committed(answers))

    async def begin(self) -> "Hall":
        """Begins the run, or picks it up."""
        await self.room.begin(CODE)
        return self

    async def restart(self, seconds: float = 1.0) -> None:
        """The hub goes and another comes after so long."""
        self.store.close()
        self.time += seconds
        self.enter()
        await self.begin()

    async def do(self, *verbs: str) -> Snapshot:
        """Commands one after the other (`goto 2` with its number), and what the stage shows then."""
        for verb in verbs:
            word, _, number = verb.partition(" ")
            await self.room.do(Command(word, int(number) if number else None))
        return self.room.snapshot()

    async def wait(self, seconds: float) -> None:
        """Time passes, and the hub does what is due."""
        self.time += seconds
        await self.room.tick()

    async def send(self, who: int, form: Form | str | None, place: Place | None = None) -> None:
        """A phone answers the round on the stage: a text, a form, or None to withdraw."""
        place = place or self.place
        if form is None:
            await self.room.withdraw(place, token(who))
            return
        sent = self.room.submit(place, token(who), {"text": [form]} if isinstance(form, str) else form)
        assert not isinstance(sent, Refused), sent
        await sent

    async def fill(self, people: Iterable[int], *, word: str = "svar") -> None:
        """These phones answer with a text of their own."""
        await asyncio.gather(*[self.send(who, f"{word} {who}") for who in people])

    @property
    def place(self) -> Place:
        """The round on the stage."""
        state = self.room.state
        assert state.step is not None
        assert state.round is not None
        return Place(state.step, state.round.number)

    @property
    def phase(self) -> Phase:
        """Where that round stands for a phone."""
        return self.room.phase(self.place)

    def mine(self, who: int, place: Place | None = None) -> tuple[JSON, ...] | None:
        """What a phone has in the round on the stage."""
        return self.room.mine(place or self.place, token(who))

    def recorded(self, step: int = 1, round: int = 1) -> RoundRecord:
        """A round in the record, both counted from 1."""
        steps = [step for section in self.room.record().sections for step in section.steps]
        return steps[step - 1].rounds[round - 1]

    def told(self) -> bytes:
        """Everything that leaves the room, in bytes."""
        room = self.room
        leaving = (room.snapshot_bytes(), desk.encode(room.desk()), record.encode(room.record()))
        return b"\n".join((*leaving, msgspec.json.encode(room.phone())))

    def keys(self) -> list[str]:
        """The keys on disk, but for the parking lot's, which is there as long as the run."""
        always = f"{self.room.parking.step}."
        names = sorted(path.name for path in (self.folder / "keys").iterdir())
        return [name for name in names if not name.startswith(always)]


def token(who: int) -> bytes:
    """A phone's secret."""
    return b"phone %026d" % who


def cards(blocks: Blocks) -> list[str]:
    """The texts on cards, sorted."""
    return sorted(card.text for block in blocks if isinstance(block, Cards) for card in block.cards)
