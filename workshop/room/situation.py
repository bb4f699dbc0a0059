"""The situation on the stage: where the run stands, put together once for every view of it."""

from dataclasses import dataclass
from functools import cached_property

import msgspec

from workshop.core.blocks import Blocks
from workshop.core.gathered import Asked, Gathered
from workshop.core.place import Place
from workshop.core.plan import Plan, Planned, following, shown_timer
from workshop.core.round import Round
from workshop.core.run import Run, Timer
from workshop.core.session import Section, Session, Step
from workshop.room.results import NOBODY, Results
from workshop.store.journal import Tally

MOST_OFFERED = 40
"""Options taken over from an earlier step: more than that nobody reads on a phone; group them first."""


def plan_of(session: Session) -> Plan:
    """What a run must know of each step."""
    return tuple(
        Planned(section, step.asks, step.asks and step.live, step.stages()) for section, step in session
    )


@dataclass(frozen=True)
class Situation:
    """A run, its session and its results at one moment (`now`, seconds since the epoch).

    `plan` is the one that stands now, after all by which time was saved.
    """

    session: Session
    plan: Plan
    run: Run
    results: Results
    now: float
    joined: int

    @property
    def step(self) -> Step | None:
        """The step on the stage; None in the lobby and after the end."""
        return (
            None if self.run.step is None or self.run.state == "ended" else self.session.steps[self.run.step]
        )

    @property
    def section_number(self) -> int | None:
        """The 0-based section of the stage."""
        return None if self.run.step is None else self.plan[self.run.step].section

    @property
    def section(self) -> Section | None:
        """The section of the stage."""
        return None if self.section_number is None else self.session.sections[self.section_number]

    @property
    def round(self) -> Round | None:
        """The newest round of the step on the stage."""
        return self.run.round if self.step is not None else None

    @property
    def place(self) -> Place | None:
        """Where that round belongs."""
        if self.round is None or self.run.step is None:
            return None
        return Place(self.run.step, self.round.number)

    @property
    def tally(self) -> Tally:
        """Its people."""
        return NOBODY if self.place is None else self.results.tally(self.place)

    @property
    def needed(self) -> int:
        """People still missing before anything of it may be shown; 0 where something is."""
        if self.round is None or self.place is None or self.shown is not None:
            return 0
        return self.results.needed(self.place, self.round)

    @property
    def timer(self) -> Timer | None:
        """The clock on the stage."""
        return shown_timer(self.run, self.plan) if self.step is not None else None

    @property
    def last(self) -> bool:
        """Whether no beat is left."""
        step = self.run.step
        return (
            step is not None
            and following(self.plan, step) is None
            and self.run.beat + 1 >= self.plan[step].beats
        )

    @property
    def shows(self) -> bool:
        """Whether the stage is to show results (which may wait for the floor)."""
        # After ← a closed round's question stands alone again; nothing is hidden by that.
        round = self.round
        return bool(round and round.revealed and (round.open or round.live or self.run.beat == 1))

    @cached_property
    def shown(self) -> Gathered | None:
        """The results that the stage shows now; None where it shows the question."""
        if self.round is None or self.place is None or not self.shows:
            return None
        return self.shown_of(self.place, self.round)

    def shown_of(self, place: Place, round: Round) -> Gathered | None:
        """What may be shown of a round, beside what it is to be compared with."""
        found = self.results.shown(place, round, self.joined)
        return found.beside(self._earlier(place)) if found else None

    def blocks(self, shown: Gathered | None) -> Blocks:
        """What the stage draws: the results, or the step itself."""
        if self.step is None or self.run.step is None:
            return ()
        if shown is not None:
            return self.lit(shown) or self.step.show(shown)
        return self.step.ask(msgspec.structs.replace(self.asked(self.run.step), beat=max(self.run.beat, 0)))

    def lit(self, shown: Gathered) -> Blocks:
        """The answer of the stage's results that stands there alone; nothing where none does."""
        spot = self.run.spotlight
        if spot is None or self.step is None or (spot.step, spot.round) != self.place:
            return ()
        return shown.spotlight(self.step.texts, spot.id)

    def asked(self, step: int) -> Asked:
        """What a step asks: as its newest round froze it, else as it would be frozen now."""
        round = self.run.round_of(step)
        if round is None:
            return Asked(options=self.offered(step))
        return self.results.asked(Place(step, round.number))

    def offered(self, step: int) -> tuple[str, ...]:
        """What a step can take over from the one it feeds on: nothing before that has closed and shown."""
        source = self._source(self.session.steps[step].source)
        round = self.run.round_of(source)
        if source is None or round is None or round.open:  # what an open one shows tells who came early
            return ()
        gathered = self.results.shown(Place(source, round.number), round, self.joined)
        return self.session.steps[source].feed(gathered)[:MOST_OFFERED] if gathered else ()

    def _source(self, id: str | None) -> int | None:
        steps = enumerate(self.session.steps)
        return next((number for number, step in steps if id is not None and step.id == id), None)

    def _earlier(self, place: Place) -> tuple[Gathered, ...]:
        rounds = [r for r in self.run.rounds.get(place.step, ()) if r.number < place.round]
        found = [self.results.shown(Place(place.step, r.number), r, self.joined) for r in rounds]
        if not found and self.session.steps[place.step].compares:
            found = [self._of_same_kind_before(place.step)]
        return tuple(gathered for gathered in found if gathered)

    def _of_same_kind_before(self, step: int) -> Gathered | None:
        name = self.session.steps[step].name
        for number in range(step - 1, -1, -1):
            round = self.run.round_of(number)
            if round is not None and self.session.steps[number].name == name:
                return self.results.shown(Place(number, round.number), round, self.joined)
        return None
