"""What one press does: next, back, goto and skip through the beats of a session."""

import pytest

from tests.core.stage import ASKS, GROUPS, LIVE, SLIDE, TIMED, Stage
from workshop.core.commands import VERBS
from workshop.core.events import AnyEvent, Blanked, Closed, Moved, Opened, Revealed, Timed
from workshop.errors import Refusal


def kinds(happened: list[AnyEvent]) -> list[type[AnyEvent]]:
    """The kinds of events, in their order."""
    return [type(event) for event in happened]


def test_the_first_press_leaves_the_lobby_for_the_first_step() -> None:
    stage = Stage(SLIDE)
    assert (stage.run.state, stage.at) == ("lobby", (None, -1))
    stage.do("next")
    assert (stage.run.state, stage.at, stage.run.started) == ("live", (0, 0), 1_000.0)


def test_a_step_that_asks_nothing_is_one_press() -> None:
    stage = Stage(SLIDE, SLIDE)
    stage.do("next")
    stage.do("next")
    assert stage.at == (1, 0)


def test_arriving_by_next_opens_a_round_and_starts_its_clock() -> None:
    stage = Stage(ASKS)
    assert kinds(stage.do("next")) == [Moved, Opened, Timed]
    assert stage.round.open
    assert not stage.round.revealed
    assert stage.left == 60


def test_the_second_press_closes_and_shows_at_once() -> None:
    stage = Stage(ASKS, SLIDE)
    stage.do("next")
    assert kinds(stage.do("next")) == [Closed, Revealed, Moved]
    assert (stage.round.open, stage.round.revealed, stage.round.joined, stage.at) == (False, True, 8, (0, 1))
    stage.do("next")
    assert stage.at == (1, 0)


def test_a_live_step_is_shown_from_the_start_and_only_closed_by_the_second_press() -> None:
    stage = Stage(LIVE)
    stage.do("next")
    assert stage.round.open
    assert stage.round.revealed
    assert kinds(stage.do("next")) == [Closed, Moved]
    assert stage.at == (0, 1)


def test_live_results_that_were_hidden_stay_hidden_when_the_round_closes() -> None:
    stage = Stage(LIVE)
    stage.do("next")
    stage.do("hide")
    stage.do("next")
    assert not stage.round.open
    assert not stage.round.revealed


def test_every_stage_of_a_group_work_is_a_press_with_a_clock_of_its_own() -> None:
    stage = Stage(GROUPS, SLIDE)
    lefts = []
    for _ in range(3):
        stage.do("next")
        lefts.append(stage.left)
    assert (stage.at, lefts) == ((0, 2), [60, 120, 240])
    stage.do("next")
    assert stage.at == (1, 0)


def test_next_on_the_very_last_beat_is_refused_and_changes_nothing() -> None:
    stage = Stage(SLIDE, ASKS)
    for _ in range(3):
        stage.do("next")
    before = stage.run
    with pytest.raises(Refusal, match="end"):
        stage.do("next")
    assert stage.run == before
    assert before.state == "live"


def test_back_goes_a_beat_back_and_neither_opens_nor_closes() -> None:
    stage = Stage(SLIDE, ASKS)
    for _ in range(3):
        stage.do("next")
    assert kinds(stage.do("back")) == [Moved]
    assert (stage.at, stage.round.open, stage.round.revealed) == ((1, 0), False, True)
    assert kinds(stage.do("back")) == [Moved]
    assert stage.at == (0, 0)


def test_back_comes_to_the_beat_that_was_had_last() -> None:
    stage = Stage(ASKS, SLIDE)
    for _ in range(3):
        stage.do("next")
    stage.do("back")
    assert stage.at == (0, 1)


def test_back_to_a_round_that_is_open_leaves_it_open() -> None:
    stage = Stage(ASKS, SLIDE)
    stage.do("next")
    stage.do("skip")
    stage.do("back")
    assert (stage.at, stage.round.open) == ((0, 0), True)


def test_next_after_back_shows_again_without_closing_again() -> None:
    stage = Stage(ASKS)
    stage.do("next")
    stage.do("next")
    stage.do("back")
    assert kinds(stage.do("next")) == [Moved]
    assert stage.at == (0, 1)


def test_there_is_nothing_before_the_first_step() -> None:
    stage = Stage(SLIDE)
    stage.do("next")
    with pytest.raises(Refusal):
        stage.do("back")


def test_skip_leaves_a_round_open_and_opens_none() -> None:
    stage = Stage(ASKS, ASKS, SLIDE)
    stage.do("next")
    assert kinds(stage.do("skip")) == [Moved]
    assert stage.at == (1, -1)
    assert stage.run.round is None
    assert stage.run.open_places() == ((0, 1),)


def test_skip_on_the_last_step_is_refused() -> None:
    stage = Stage(SLIDE)
    stage.do("skip")
    assert stage.at == (0, 0)
    with pytest.raises(Refusal):
        stage.do("skip")


def test_after_goto_the_next_press_opens() -> None:
    stage = Stage(SLIDE, SLIDE, ASKS)
    stage.do("next")
    assert kinds(stage.do("goto", 3)) == [Moved]
    assert stage.at == (2, -1)
    assert kinds(stage.do("next")) == [Moved, Opened, Timed]


def test_goto_a_step_that_was_shown_shows_it_again() -> None:
    stage = Stage(ASKS, SLIDE)
    for _ in range(3):
        stage.do("next")
    stage.do("goto", 1)
    assert stage.at == (0, 1)


def test_goto_starts_no_clock() -> None:
    stage = Stage(SLIDE, TIMED)
    stage.do("goto", 2)
    stage.wait(30)
    assert stage.left == 120
    stage.do("start")
    stage.wait(30)
    assert stage.left == 90


@pytest.mark.parametrize("step", [None, 0, -1, 3])
def test_goto_where_there_is_no_step_is_refused(step: int | None) -> None:
    stage = Stage(SLIDE, SLIDE)
    with pytest.raises(Refusal):
        stage.do("goto", step)
    assert stage.run.state == "lobby"


def test_moving_takes_a_blank_stage_back() -> None:
    stage = Stage(SLIDE, SLIDE)
    stage.do("next")
    assert kinds(stage.do("blank")) == [Blanked]
    assert stage.run.blanked
    stage.do("next")
    assert not stage.run.blanked


def test_blank_twice_is_not_blank() -> None:
    stage = Stage(SLIDE)
    stage.do("blank")
    stage.do("blank")
    assert not stage.run.blanked


def test_an_unknown_command_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match="jump"):
        Stage(SLIDE).do("jump")


@pytest.mark.parametrize("verb", sorted(set(VERBS) - {"next", "skip", "goto", "blank", "mute", "end"}))
def test_in_the_lobby_there_is_nothing_to_act_on(verb: str) -> None:
    stage = Stage(SLIDE)
    with pytest.raises(Refusal):
        stage.do(verb, 60)
    assert len(stage.journal) == 1


@pytest.mark.parametrize("verb", ["open", "close", "reveal", "hide"])
def test_a_step_that_asks_nothing_can_not_be_opened_closed_or_shown(verb: str) -> None:
    stage = Stage(SLIDE)
    stage.do("next")
    before = stage.run
    with pytest.raises(Refusal):
        stage.do(verb)
    assert stage.run == before


def test_from_lobby_to_end_with_two_keys_every_step_is_opened_and_shown() -> None:
    stage = Stage(SLIDE, ASKS, LIVE, TIMED, ASKS)
    presses = 0
    while True:
        try:
            stage.do("next")
        except Refusal:
            break
        presses += 1
    assert presses == 1 + 2 + 2 + 1 + 2
    assert {step: rounds[0].revealed for step, rounds in stage.run.rounds.items()} == {
        1: True,
        2: True,
        4: True,
    }
    assert stage.run.open_places() == ()


def test_visits_tell_where_the_stage_stood_and_since_when() -> None:
    stage = Stage(ASKS, SLIDE)
    stage.do("next")
    stage.wait(10)
    stage.do("next")
    stage.wait(10)
    stage.do("next")
    stage.do("back")
    assert [(visit.at, visit.step) for visit in stage.run.visits] == [(1_000, 0), (1_020, 1), (1_020, 0)]
