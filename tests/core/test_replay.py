"""Events are the whole truth: read back from the journal they give the same state, whatever was done."""

import random

import msgspec
import pytest

from tests.core.stage import ASKS, GROUPS, LIVE, SLIDE, TIMED, Stage
from workshop.core import events
from workshop.core.capture import Capture
from workshop.core.commands import VERBS
from workshop.core.run import Run, apply, replay
from workshop.errors import Refusal

ONE_OF_EACH: list[events.AnyEvent] = [
    events.Created(1.5, "K7QX"),
    events.Moved(2.0, 3, -1),
    events.Opened(3.0, 3, 2, live=True),
    events.Closed(4.0, 3, 2, 17),
    events.Reopened(5.0, 3, 2, revealed=True),
    events.Sealed(6.0, 3, 2),
    events.Revealed(7.0, 3, 2),
    events.Hidden(8.0, 3, 2),
    events.Timed(9.0, 3, 1, 120.0, -4.25, False),
    events.Moderated(9.5, 1, 1, "hide", ("0a",)),
    events.Spotlit(9.55, 1, 1, "0a"),
    events.Unlit(9.56),
    events.Peeked(9.6, 1, 1),
    events.Raised(9.62, 3, 2, 7),
    events.Lowered(9.64, 3, 2, 7),
    events.Noted(9.7, 1, "action", "Rydde", who="Kari", when="i morgen"),
    events.Unnoted(9.8),
    events.Shortened(9.85, "spread", ((1, 60.5),), shares=((1, 0.9),)),
    events.Unshortened(9.86),
    events.Muted(9.9, True),
    events.Blanked(10.0, True),
    events.Ended(11.0, 22),
]


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda event: type(event).__name__)
def test_an_event_is_the_same_after_the_journal(event: events.AnyEvent) -> None:
    assert events.decode(events.encode(event)) == event


def test_every_event_is_tried() -> None:
    assert {type(event) for event in ONE_OF_EACH} == set(events.Event.__subclasses__())


def test_a_record_that_is_no_event_is_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        events.decode(b'{"event":"answered","at":1,"text":"hemmelig"}')


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda event: type(event).__name__)
def test_an_event_that_does_not_fit_breaks_nothing(event: events.AnyEvent) -> None:
    assert apply(Run(), event).last == event.at


def test_an_event_of_an_older_round_changes_nothing_but_the_time() -> None:
    run = replay([events.Opened(1.0, 0, 1), events.Closed(2.0, 0, 1, 5), events.Opened(3.0, 0, 2)])
    assert apply(run, events.Revealed(4.0, 0, 1)) == msgspec.structs.replace(run, last=4.0)


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_pressed_the_journal_gives_the_state_back(seed: int) -> None:
    dice = random.Random(seed)
    stage = Stage(SLIDE, ASKS, LIVE, TIMED, GROUPS, ASKS)
    verbs = [verb for verb in VERBS if verb != "end"] + ["next"] * 8
    for _ in range(60):
        stage.wait(dice.choice([0, 0.5, 9, 60]))
        stage.offers = saving(stage.now)
        press(stage, dice.choice(verbs), dice.choice([1, 2, 3, 4, 5, 6, 60, -30]))
        for place in stage.run.unsealed():
            if dice.random() < 0.5:
                stage.seal(*place)
        if dice.random() < 0.2:
            stage.note(Capture("remark", "noe"))
        holds(stage)
    if dice.random() < 0.5:
        stage.do("end")
    assert replay([events.decode(events.encode(event)) for event in stage.journal]) == stage.run


def saving(now: float) -> tuple[events.Shortened, ...]:
    return (
        events.Shortened(now, "spread", ((0, 60.0),), shares=((0, 0.9),)),
        events.Shortened(now, "drop", ((0, 60.0),), steps=(3, 5)),
        events.Shortened(now, "borrow", ((0, 60.0),), steps=(4,)),
    )


def press(stage: Stage, verb: str, number: int) -> None:
    """A command that may be refused; then the state must be what it was."""
    before = stage.run
    try:
        stage.do(verb, number)
    except Refusal:
        assert stage.run is before


def holds(stage: Stage) -> None:
    """What is true of every run at every moment."""
    step, beat = stage.at
    assert step is None or -1 <= beat < stage.plan[step].beats
    for number, rounds in stage.run.rounds.items():
        assert stage.plan[number].asks
        assert [round.number for round in rounds] == list(range(1, len(rounds) + 1))
        assert all(round.sealed for round in rounds[:-1])
        assert not any(round.sealed and round.open for round in rounds)
