"""A step's clock: when it starts, what stops it, and that nothing happens by itself at zero."""

import pytest

from tests.core.stage import ASKS, SLIDE, TIMED, Stage
from workshop.errors import Refusal


def test_the_clock_starts_when_next_arrives_and_counts_down() -> None:
    stage = Stage(TIMED)
    stage.do("next")
    stage.wait(45)
    assert stage.left == 75


def test_at_zero_it_counts_on_and_nothing_else_happens() -> None:
    stage = Stage(ASKS)
    stage.do("next")
    stage.wait(3_600)
    assert stage.left == -3_540
    assert stage.round.open
    assert stage.at == (0, 0)


def test_pause_holds_the_time_and_start_goes_on_from_there() -> None:
    stage = Stage(TIMED)
    stage.do("next")
    stage.wait(20)
    stage.do("pause")
    stage.wait(500)
    assert stage.left == 100
    assert stage.do("pause") == []
    stage.do("start")
    stage.wait(10)
    assert stage.left == 90
    assert stage.do("start") == []


def test_add_gives_time_to_a_clock_that_runs_and_to_one_that_stands() -> None:
    stage = Stage(TIMED)
    stage.do("next")
    stage.wait(20)
    stage.do("add", 60)
    assert stage.left == 160
    stage.do("pause")
    stage.do("add", -30)
    stage.wait(99)
    assert stage.left == 130
    assert stage.run.timer is not None
    assert stage.run.timer.total == 150


def test_add_lifts_a_clock_out_of_overtime() -> None:
    stage = Stage(TIMED)
    stage.do("next")
    stage.wait(150)
    stage.do("add", 60)
    assert stage.left == 30


def test_add_gives_a_step_without_a_clock_one_that_runs() -> None:
    stage = Stage(SLIDE)
    stage.do("next")
    assert stage.left is None
    stage.do("add", 60)
    stage.wait(10)
    assert stage.left == 50


@pytest.mark.parametrize("seconds", [None, 0, -120, -999, 86_400, 10**15])
def test_add_never_leaves_a_clock_without_time_nor_with_more_than_a_day(seconds: int | None) -> None:
    stage = Stage(TIMED)
    stage.do("next")
    with pytest.raises(Refusal):
        stage.do("add", seconds)
    assert stage.left == 120


@pytest.mark.parametrize("verb", ["start", "pause"])
def test_a_step_without_a_clock_can_not_start_or_stop_it(verb: str) -> None:
    stage = Stage(SLIDE)
    stage.do("next")
    with pytest.raises(Refusal):
        stage.do(verb)


def test_results_that_are_shown_have_no_clock() -> None:
    stage = Stage(ASKS)
    stage.do("next")
    stage.do("next")
    assert stage.left is None
    stage.do("back")
    assert stage.left == 60


def test_coming_back_does_not_start_the_clock_anew() -> None:
    stage = Stage(TIMED, SLIDE)
    stage.do("next")
    stage.wait(30)
    stage.do("next")
    stage.do("back")
    stage.wait(30)
    assert stage.left == 60


def test_a_running_clock_is_kept_as_its_end() -> None:
    stage = Stage(TIMED)
    stage.do("next")
    assert stage.run.timer is not None
    assert stage.run.timer.ends == stage.now + 120
    stage.do("pause")
    assert stage.run.timer.ends is None
    assert not stage.run.timer.running
