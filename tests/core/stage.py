"""A run on a stage of its own: commands go in, events come out and change the state, as in the room."""

from workshop.core import commands, events
from workshop.core.capture import Capture
from workshop.core.moment import Command, Moment
from workshop.core.place import Place
from workshop.core.plan import Planned, shortened, shown_timer
from workshop.core.round import Round
from workshop.core.run import Run, apply

SLIDE = Planned(0)
TIMED = Planned(0, seconds=(120,))
ASKS = Planned(0, asks=True, seconds=(60,))
LIVE = Planned(0, asks=True, live=True, seconds=(60,))
GROUPS = Planned(0, seconds=(60, 120, 240))


class Stage:
    """Runs a plan; `now` is moved by hand. Every event that happened is kept in `journal`."""

    def __init__(self, *plan: Planned, joined: int = 8) -> None:
        self.plan = plan
        self.joined = joined
        self.now = 1_000.0
        self.offers: tuple[events.Shortened, ...] = ()
        self.journal: list[events.AnyEvent] = [events.Created(self.now, "K7QX")]
        self.run = apply(Run(), self.journal[0])

    def do(self, verb: str, number: int | None = None) -> list[events.AnyEvent]:
        """Carries out a command and returns what happened. Raises Refusal."""
        return self._happen(commands.decide(self._moment(), Command(verb, number)))

    def note(self, capture: Capture) -> list[events.AnyEvent]:
        """Notes something down. Raises Refusal."""
        return self._happen(commands.note(self._moment(), capture))

    def spotlight(self, step: int, round: int, id: str) -> list[events.AnyEvent]:
        """Puts a text in the spotlight, or takes it away. Raises Refusal."""
        return self._happen(commands.spotlight(self._moment(), Place(step, round), id))

    def seal(self, step: int, round: int = 1) -> None:
        """What the room does when a close can no longer be undone."""
        self._happen(commands.seal(self._moment(), Place(step, round)))

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.now += seconds

    @property
    def at(self) -> tuple[int | None, int]:
        """The step and the beat on the stage."""
        return self.run.step, self.run.beat

    @property
    def round(self) -> Round:
        """The newest round on the stage."""
        assert self.run.round is not None
        return self.run.round

    @property
    def left(self) -> float | None:
        """Seconds left on the clock that the stage shows."""
        timer = shown_timer(self.run, self._moment().plan)
        return None if timer is None else timer.left_at(self.now)

    def _moment(self) -> Moment:
        return Moment(self.run, shortened(self.plan, self.run), self.now, self.joined, lambda: self.offers)

    def _happen(self, happened: list[events.AnyEvent]) -> list[events.AnyEvent]:
        for event in happened:
            self.run = apply(self.run, event)
        self.journal.extend(happened)
        return happened
