"""Time that is saved: what is passed over, what clocks keep, and that `undo` gives it back."""

import pytest

from tests.core.stage import SLIDE, TIMED, Stage
from workshop.core.events import Shortened
from workshop.core.plan import Planned
from workshop.errors import Refusal

LATER = Planned(1, seconds=(300,))


def offered(offer: Shortened, *plan: Planned) -> Stage:
    """A stage on its first step that has this offer."""
    stage = Stage(*plan)
    stage.do("next")
    stage.offers = (offer,)
    return stage


def test_what_is_left_out_is_passed_over_in_both_directions_and_can_be_gone_to() -> None:
    stage = offered(Shortened(0, "drop", ((0, 120.0),), steps=(1, 2)), SLIDE, TIMED, TIMED, SLIDE)
    stage.do("drop")
    stage.do("next")
    assert stage.at == (3, 0)
    stage.do("back")
    assert stage.at == (0, 0)
    stage.do("skip")
    assert stage.at == (3, 0)
    stage.do("goto", 2)
    assert (stage.at, stage.left) == ((1, 0), 120), "whoever goes there has the step as it is"


def test_after_the_last_step_that_is_not_left_out_there_is_none() -> None:
    stage = offered(Shortened(0, "drop", ((0, 120.0),), steps=(1,)), SLIDE, TIMED)
    stage.do("drop")
    with pytest.raises(Refusal, match="last step"):
        stage.do("next")


def test_spreading_shortens_clocks_that_start_later_and_no_other() -> None:
    stage = offered(Shortened(0, "spread", ((1, 60.0),), shares=((1, 0.8),)), TIMED, LATER, TIMED)
    stage.do("spread")
    assert stage.left == 120
    stage.do("next")
    assert stage.left == 240
    stage.do("next")
    assert stage.left == 120, "another section keeps what it had"


def test_the_pause_that_gives_has_less_and_gives_once_more_from_that() -> None:
    stage = offered(Shortened(0, "borrow", ((1, 60.0),), steps=(1,)), SLIDE, LATER)
    stage.do("borrow")
    stage.offers = (Shortened(0, "borrow", ((1, 30.0),), steps=(1,)),)
    stage.do("borrow")
    stage.do("next")
    assert stage.left == 210


def test_undo_gives_it_back() -> None:
    stage = offered(Shortened(0, "spread", ((1, 60.0),), shares=((1, 0.8),)), SLIDE, LATER)
    stage.do("spread")
    stage.do("undo")
    stage.do("next")
    assert stage.left == 300
    with pytest.raises(Refusal):
        stage.do("undo")


@pytest.mark.parametrize("verb", ["spread", "drop", "borrow"])
def test_what_is_not_offered_changes_nothing(verb: str) -> None:
    stage = Stage(SLIDE, LATER)
    stage.do("next")
    with pytest.raises(Refusal, match="catch up"):
        stage.do(verb)


def test_the_bell_is_silenced_and_heard_again_in_the_lobby_too() -> None:
    stage = Stage(SLIDE)
    stage.do("mute")
    assert stage.run.muted
    stage.do("next")
    stage.do("mute")
    assert not stage.run.muted
