"""The spotlight in the run's state: what puts it on, what takes it away, and what undoes either."""

import pytest

from tests.core.stage import ASKS, SLIDE, Stage
from workshop.core import events
from workshop.core.run import apply
from workshop.errors import Refusal

HERE = (0, 1)


@pytest.fixture
def stage() -> Stage:
    """A round is closed, shown and past undo."""
    stage = Stage(ASKS, SLIDE)
    stage.do("next")
    stage.do("next")
    stage.seal(0)
    return stage


def lit(stage: Stage) -> str:
    return stage.run.spotlight.id if stage.run.spotlight else ""


def decided(stage: Stage, decision: str, *ids: str) -> None:
    stage.run = apply(stage.run, events.Moderated(stage.now, *HERE, decision, ids))


def test_the_same_text_twice_is_on_and_off_and_another_takes_its_place(stage: Stage) -> None:
    seen = []
    for id in ("0a", "0b", "0b", "0a", ""):
        stage.spotlight(*HERE, id)
        seen.append(lit(stage))
    assert seen == ["0a", "0b", "", "0a", ""]


def test_nothing_happens_where_there_is_nothing_to_put_out(stage: Stage) -> None:
    assert stage.spotlight(*HERE, "") == []


def test_undo_goes_back_text_by_text(stage: Stage) -> None:
    for id in ("0a", "0b", "0b"):
        stage.spotlight(*HERE, id)
    seen = []
    for _ in range(3):
        stage.do("undo")
        seen.append(lit(stage))
    assert seen == ["0b", "0a", ""]
    with pytest.raises(Refusal):
        stage.do("undo")


@pytest.mark.parametrize("verb", ["next", "back", "hide", "open", "end"])
def test_it_ends_with_what_it_was_on_and_leaves_nothing_to_undo(stage: Stage, verb: str) -> None:
    stage.spotlight(*HERE, "0a")
    stage.do(verb)
    assert lit(stage) == ""
    assert not any(isinstance(event, events.Spotlit) for event in stage.run.undoable)


@pytest.mark.parametrize(
    ("decision", "ids", "left"),
    [
        ("hide", ("0a",), ""),
        ("merge", ("0b", "0a"), ""),
        ("hide", ("0b",), "0a"),
        ("rename", ("0a",), "0a"),
        ("theme", ("0a", "0b"), "0a"),
    ],
)
def test_it_ends_with_the_text_as_it_was(
    stage: Stage, decision: str, ids: tuple[str, ...], left: str
) -> None:
    stage.spotlight(*HERE, "0a")
    decided(stage, decision, *ids)
    assert lit(stage) == left


def test_after_the_end_nothing_is_put_in_it(stage: Stage) -> None:
    stage.do("end")
    with pytest.raises(Refusal):
        stage.spotlight(*HERE, "0a")
