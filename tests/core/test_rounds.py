"""Rounds: opening, closing, undo within ten seconds, showing, hiding, and the end."""

import pytest

from tests.core.stage import ASKS, LIVE, SLIDE, Stage
from workshop.core.commands import VERBS
from workshop.core.events import Closed, Ended, Hidden, Moved, Opened, Reopened, Revealed, Sealed, Timed
from workshop.core.plan import Planned
from workshop.errors import Refusal


def opened(plan: tuple[Planned, ...] = (ASKS,)) -> Stage:
    """A stage whose first step has just been opened."""
    stage = Stage(*plan)
    stage.do("next")
    return stage


def test_open_on_a_round_that_is_open_does_nothing() -> None:
    assert opened().do("open") == []


def test_open_after_goto_opens_round_one_and_starts_the_clock() -> None:
    stage = Stage(SLIDE, ASKS)
    stage.do("goto", 2)
    assert [type(event) for event in stage.do("open")] == [Opened, Moved, Timed]
    assert (stage.at, stage.round.number, stage.left) == ((1, 0), 1, 60)


def test_close_leaves_the_results_hidden_until_they_are_shown() -> None:
    stage = opened()
    assert [type(event) for event in stage.do("close")] == [Closed]
    assert (stage.at, stage.round.open, stage.round.revealed) == ((0, 0), False, False)
    assert [type(event) for event in stage.do("next")] == [Revealed, Moved]


def test_a_closed_round_can_not_be_closed_again() -> None:
    stage = opened()
    stage.do("close")
    with pytest.raises(Refusal):
        stage.do("close")


def test_closing_a_live_round_by_hand_is_its_last_beat() -> None:
    stage = opened((LIVE, SLIDE))
    stage.do("close")
    assert (stage.at, stage.round.revealed) == ((0, 1), True)
    stage.do("next")
    assert stage.at == (1, 0)


def test_undo_opens_the_round_again_and_hides_what_was_shown() -> None:
    stage = opened()
    stage.do("next")
    assert stage.round.revealed
    assert [type(event) for event in stage.do("undo")] == [Reopened, Moved]
    assert (stage.at, stage.round.open, stage.round.revealed, stage.round.number) == ((0, 0), True, False, 1)


def test_what_was_shown_before_the_close_is_shown_after_undo() -> None:
    stage = opened()
    stage.do("reveal")
    stage.do("next")
    stage.do("undo")
    assert stage.round.open
    assert stage.round.revealed


def test_undo_of_a_live_round_keeps_it_as_it_was_shown_or_hidden() -> None:
    stage = opened((LIVE,))
    stage.do("next")
    stage.do("undo")
    assert stage.round.revealed
    stage.do("hide")
    stage.do("next")
    stage.do("reveal")
    stage.do("undo")
    assert stage.round.open
    assert not stage.round.revealed


def test_after_undo_the_next_press_closes_and_shows_again() -> None:
    stage = opened()
    stage.do("next")
    stage.do("undo")
    assert [type(event) for event in stage.do("next")] == [Closed, Revealed, Moved]


def test_undo_takes_back_the_newest_close_first_and_brings_its_step_to_the_stage() -> None:
    stage = opened((ASKS, ASKS, SLIDE))
    stage.do("next")
    stage.wait(1)
    stage.do("next")
    stage.do("next")
    stage.do("next")
    stage.do("undo")
    assert (stage.at, stage.round.open) == ((1, 0), True)
    stage.do("undo")
    assert (stage.at, stage.round.open) == ((0, 0), True)
    with pytest.raises(Refusal):
        stage.do("undo")


def test_a_sealed_close_can_not_be_undone() -> None:
    stage = opened()
    stage.do("close")
    stage.seal(0)
    with pytest.raises(Refusal, match="10"):
        stage.do("undo")
    assert not stage.round.open


def test_open_again_is_the_next_round_with_a_fresh_clock() -> None:
    stage = opened()
    stage.wait(50)
    stage.do("next")
    stage.seal(0)
    stage.do("open")
    assert (stage.at, stage.round.number, stage.round.open, stage.round.revealed) == ((0, 0), 2, True, False)
    assert stage.left == 60
    assert [round.revealed for round in stage.run.rounds[0]] == [True, False]


def test_open_within_the_ten_seconds_makes_the_close_final_first() -> None:
    stage = opened()
    stage.do("next")
    assert [type(event) for event in stage.do("open")] == [Sealed, Opened, Moved, Timed]
    assert stage.run.rounds[0][0].sealed
    with pytest.raises(Refusal):
        stage.do("undo")


def test_every_round_keeps_its_own_revealed() -> None:
    stage = opened()
    stage.do("close")
    stage.do("open")
    stage.do("next")
    assert [round.revealed for round in stage.run.rounds[0]] == [False, True]


def test_reveal_of_a_closed_round_is_its_last_beat() -> None:
    stage = opened((ASKS, SLIDE))
    stage.do("close")
    stage.do("reveal")
    assert (stage.at, stage.round.revealed) == ((0, 1), True)
    stage.do("next")
    assert stage.at == (1, 0)


def test_reveal_twice_happens_once() -> None:
    stage = opened()
    assert [type(event) for event in stage.do("reveal")] == [Revealed]
    assert stage.do("reveal") == []


def test_hide_takes_results_off_the_stage_and_reveal_brings_them_back() -> None:
    stage = opened()
    stage.do("next")
    assert [type(event) for event in stage.do("hide")] == [Hidden]
    assert not stage.round.revealed
    assert stage.round.exposed
    assert stage.do("hide") == []
    stage.do("reveal")
    assert stage.round.revealed


@pytest.mark.parametrize("verb", ["close", "reveal", "hide"])
def test_a_step_that_was_never_opened_has_nothing_to_close_or_show(verb: str) -> None:
    stage = Stage(ASKS)
    stage.do("goto", 1)
    with pytest.raises(Refusal):
        stage.do(verb)


def test_a_round_left_open_stays_open_on_later_steps() -> None:
    stage = opened((ASKS, ASKS))
    stage.do("skip")
    stage.do("next")
    assert stage.run.open_places() == ((0, 1), (1, 1))


def test_the_end_closes_and_seals_what_is_open_and_shows_nothing() -> None:
    stage = opened((ASKS, ASKS, SLIDE))
    stage.do("skip")
    stage.do("next")
    stage.do("close")
    happened = stage.do("end")
    assert [type(event) for event in happened] == [Closed, Sealed, Sealed, Ended]
    rounds = [rounds[-1] for rounds in stage.run.rounds.values()]
    assert all(round.sealed and not round.open and not round.revealed for round in rounds)
    assert (stage.run.state, stage.run.ended, stage.run.joined) == ("ended", stage.now, 8)


@pytest.mark.parametrize("verb", VERBS)
def test_after_the_end_every_command_is_refused(verb: str) -> None:
    stage = opened()
    stage.do("end")
    before = stage.run
    with pytest.raises(Refusal):
        stage.do(verb, 1)
    assert stage.run == before


def test_a_run_can_be_ended_in_the_lobby() -> None:
    stage = Stage(SLIDE)
    assert [type(event) for event in stage.do("end")] == [Ended]
    assert stage.run.started is None
