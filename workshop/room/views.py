"""The views of a run: the snapshot for the stage, the state for phones, the desk for the facilitator."""

from workshop.core.blocks import Cue
from workshop.core.gathered import Asked
from workshop.core.phrases import Phrase, Words, phrase, phrases
from workshop.core.place import Place
from workshop.core.plan import following
from workshop.core.round import Round
from workshop.core.run import UNDO_SECONDS, Timer
from workshop.core.session import Step
from workshop.kinds.spoken import spoken
from workshop.room.desk import Desk, Queue, StepLine, Unfinished
from workshop.room.phone import OpenRound, Phase, PhoneState
from workshop.room.reckoning import agenda
from workshop.room.results import Results
from workshop.room.situation import Situation
from workshop.room.snapshot import ClockNow, Snapshot


def snapshot(now: Situation, *, run: str, join_url: str, version: int) -> Snapshot:
    """Everything the stage may show of the run, and nothing else."""
    shown, round, step = now.shown, now.round, now.step
    return Snapshot(
        run=run,
        code=now.run.code,
        title=now.session.title,
        language=now.session.language,
        state=now.run.state,
        section=None if now.section_number is None else now.section_number + 1,
        section_title=now.section.title if now.section else None,
        step=None if now.run.step is None else now.run.step + 1,
        steps=len(now.plan),
        kind=step.name if step else None,
        id=step.id if step else None,
        round=round.number if round else None,
        open=bool(round and round.open),
        revealed=bool(round and round.revealed),
        blanked=now.run.blanked,
        joined=now.joined,
        answered=now.tally.answered,
        needed=now.needed,
        timer=_clock(now.timer, now.now),
        blocks=now.blocks(shown),
        now=now.now,
        sections=len(now.session.sections),
        abstained=now.tally.abstained,
        asks=bool(step and step.asks),
        live=bool(step and step.asks and step.live),
        showing=shown is not None,
        withheld=now.shows and shown is None,
        undo_until=_undo_until(now),
        last=now.last,
        floor=now.session.reveal_from,
        join_url=join_url,
        version=version,
        noted=len(now.run.notes),
        by_hand=round.by_hand if round else 0,
        wifi=now.session.wifi.name if now.session.wifi else "",
        spotlight=shown is not None and bool(now.lit(shown)),
        rehearsal=now.run.rehearsal,
        muted=now.run.muted,
    )


def phone(now: Situation, *, version: int) -> PhoneState:
    """What every phone may know, the same for all."""
    # Phones hear of the facilitator's events only: what they had of a round still open would be old.
    shown = None if now.round and now.round.open else now.shown
    timer = now.timer
    return PhoneState(
        version=version,
        title=now.session.title,
        language=now.session.language,
        phase=phase(now),
        section_title=now.section.title if now.section else now.session.title,
        place=now.place,
        prompt=now.step.main if now.step else "",
        showing=shown is not None,
        needed=now.needed,
        floor=now.session.reveal_from,
        joined=now.joined,
        blocks=() if now.run.blanked and shown is not None else now.blocks(shown),
        total=timer.total if timer else None,
        ends=timer.ends if timer else None,
        left=timer.left if timer and not timer.running else None,
        also_open=_also_open(now),
        live=bool(now.step and now.step.asks and now.step.live),
    )


def phase(now: Situation) -> Phase:
    """Where the phones stand."""
    if now.run.state == "ended":
        return "ended"
    if now.step is None:
        return "lobby"
    if not now.step.asks:
        return "listen"
    return round_phase(now.results, now.place, now.round)


def round_phase(results: Results, place: Place | None, round: Round | None) -> Phase:
    """Where one round stands. It counts as sealed once its key is really gone."""
    if place is None or round is None:
        return "waiting"
    if round.open:
        return "open"
    return "sealed" if round.sealed and results.unlinked(place) else "closed"


def desk(now: Situation, *, parking: Place) -> Desk:
    """What only the facilitator sees; `parking` is where the parking lot is."""
    upcoming = following(now.plan, now.run.step)
    lines = tuple(_line(now, number) for number in range(len(now.plan)))
    return Desk(
        notes=_notes(now),
        next_press=next_press(now),
        following=None if upcoming is None else lines[upcoming],
        unfinished=_unfinished(now),
        steps=lines,
        agenda=agenda(now.session, now.plan, now.run, now.now),
        queue=_queue(now, parking),
    )


def _notes(now: Situation) -> str:
    """The notes to the step on the stage; in the lobby those to the first, which may say what to prepare."""
    step = now.session.steps[0] if now.run.state == "lobby" else now.step
    return (step.notes or "") if step else ""


def _queue(now: Situation, parking: Place) -> Queue:
    newest = {step: rounds[-1] for step, rounds in now.run.rounds.items() if now.session.steps[step].approves}
    waiting = sum(now.results.waiting(Place(step, round.number)) for step, round in newest.items())
    return Queue(waiting, now.results.waiting(parking))


def next_press(now: Situation) -> Phrase:
    """What the next press of → does."""
    step, round = now.step, now.round
    if step is None:
        return phrase("Begin")
    if now.last:
        return phrase("End the workshop")
    if step.asks and round is None:
        return phrase("Open the question")
    if step.asks and round is not None and now.run.beat == 0:
        return _closing_press(now, round)
    return phrase("On to the next step")


def _closing_press(now: Situation, round: Round) -> Phrase:
    if round.open and (round.revealed or round.live):
        return phrase("Close the round")
    if round.open:
        one, many = "Close the round and show {n} answer", "Close the round and show {n} answers"
        return phrases(one, many, now.tally.answered)
    if round.revealed:
        return phrase("Show the results again")
    return phrase("Go on; the results stay hidden") if _had_results(now) else phrase("Show the results")


def _had_results(now: Situation) -> bool:
    return now.run.step is not None and now.run.had.get(now.run.step, 0) > 1


def _clock(timer: Timer | None, now: float) -> ClockNow | None:
    if timer is None:
        return None
    return ClockNow(timer.total, round(timer.left_at(now), 3), timer.running, timer.ends)


def _undo_until(now: Situation) -> float | None:
    places = now.run.unsealed()
    if not places:
        return None
    return (now.run.rounds[places[-1].step][-1].closed or 0.0) + UNDO_SECONDS


def _also_open(now: Situation) -> tuple[OpenRound, ...]:
    return tuple(
        OpenRound(place.step, place.round, now.session.steps[place.step].main)
        for place in now.run.open_places()
        if place != now.place
    )


def _line(now: Situation, number: int) -> StepLine:
    step = now.session.steps[number]
    seconds = [s for s in now.plan[number].seconds if s is not None]
    return StepLine(
        step=number + 1,
        section_title=now.session.sections[now.plan[number].section].title,
        kind=step.name,
        text=called(step),
        minutes=sum(seconds) / 60 if seconds else None,
        kind_said=spoken(step.name),
        cue=_cue(step),
    )


def _cue(step: Step) -> Words:
    if step.asks:  # what it asks may hang on what others answered, and how to answer is not how to work
        return ""
    return next((block.text for block in step.ask(Asked()) if isinstance(block, Cue)), "")


def called(step: Step) -> str:
    """What a step is called in a list: its title, else the first line of its text."""
    return step.title or step.main.partition("\n")[0]


def _unfinished(now: Situation) -> tuple[Unfinished, ...]:
    return tuple(
        Unfinished(number + 1, called(now.session.steps[number]), why)
        for number, rounds in sorted(now.run.rounds.items())
        for why in filter(None, map(_why_unfinished, rounds))
    )


def _why_unfinished(round: Round) -> Phrase | None:
    if round.open:
        return phrase("still open")
    return None if round.revealed else phrase("never shown")
