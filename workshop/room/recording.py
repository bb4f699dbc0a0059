"""Makes the record of a run: its plan, its real times, and the results that the room was shown."""

from typing import Any

from workshop.core.capture import Captured
from workshop.core.gathered import Gathered
from workshop.core.place import Place
from workshop.core.round import Round
from workshop.core.session import Section, Step
from workshop.kinds.parking import PARKING, TITLE
from workshop.language import language
from workshop.room.reckoning import spans
from workshop.room.record import CapturedRecord, Record, RoundRecord, SectionRecord, StepRecord, Withheld
from workshop.room.situation import Situation


def record(now: Situation, *, run: str, parked: Gathered | None = None) -> Record:
    """The run as plain data; what may not be known is not in it. `parked` stands last, where anything was."""
    sections = tuple(_section(now, number, section) for number, section in enumerate(now.session.sections))
    rows = PARKING.rows(parked) if parked else []
    return Record(
        run=run,
        title=now.session.title,
        language=now.session.language,
        floor=now.session.reveal_from,
        state=now.run.state,
        started=now.run.started,
        ended=now.run.ended,
        now=now.now,
        joined=now.joined,
        sections=(*sections, _parking(now, parked, rows)) if parked and rows else sections,
        captured=tuple(_captured(now, note) for note in now.run.notes),
        rehearsal=now.run.rehearsal,
    )


def _captured(now: Situation, note: Captured) -> CapturedRecord:
    return CapturedRecord(
        note.sort,
        note.text,
        note.who,
        note.when,
        at=note.at,
        step=note.step + 1,
        section_title=now.session.sections[now.plan[note.step].section].title,
    )


def _parking(now: Situation, parked: Gathered, rows: list[dict[str, Any]]) -> SectionRecord:
    title = TITLE.said(language(now.session.language))
    round = RoundRecord(1, parked.answered, parked.abstained, parked.joined, None, PARKING.show(parked), rows)
    step = StepRecord(len(now.plan) + 1, PARKING.name, None, title, None, True, True, (), (round,))
    return SectionRecord(title, None, None, (), (step,))


def _section(now: Situation, number: int, section: Section) -> SectionRecord:
    stretches = tuple(spans(now.plan, now.run, number, until=now.now))
    first = sum(len(earlier.steps) for earlier in now.session.sections[:number])
    return SectionRecord(
        title=section.title,
        planned=section.seconds,
        actual=sum(end - start for start, end in stretches) if stretches else None,
        spans=stretches,
        steps=tuple(_step(now, first + index, step) for index, step in enumerate(section.steps)),
    )


def _step(now: Situation, number: int, step: Step) -> StepRecord:
    rounds = now.run.rounds.get(number, ())
    return StepRecord(
        step=number + 1,
        kind=step.name,
        id=step.id,
        prompt=step.main,
        title=step.title,
        asks=step.asks,
        visited=any(visit.step == number for visit in now.run.visits),
        blocks=step.ask(now.asked(number)),
        rounds=tuple(_round(now, Place(number, round.number), round, step) for round in rounds),
    )


def _round(now: Situation, place: Place, round: Round, step: Step) -> RoundRecord:
    tally = now.results.tally(place)
    gathered = None if round.open else now.shown_of(place, round)
    why = None if gathered else _why_withheld(now, place, round)
    return RoundRecord(
        round=round.number,
        answered=tally.answered,
        abstained=tally.abstained,
        joined=now.joined if round.open else round.joined,
        withheld=why,
        blocks=step.show(gathered) if gathered else (),
        rows=step.rows(gathered) if gathered else [],
        by_hand=round.by_hand,
    )


def _why_withheld(now: Situation, place: Place, round: Round) -> Withheld:
    if not round.open and not round.revealed:
        return "never shown"
    few = now.results.few(place, round)
    # A close that was undone may show nothing new until it is final: as good as open.
    return "floor" if few and not round.open else "open"
