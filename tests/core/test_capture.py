"""What is noted down: cleaned, kept at its step, and taken back by the same undo as everything else."""

import pytest

from tests.core.hostile import HOSTILE
from tests.core.stage import ASKS, SLIDE, Stage
from workshop.core.capture import Capture, cleaned
from workshop.core.events import Closed, Moderated, Moved, Noted, Reopened, Unnoted
from workshop.core.run import apply
from workshop.core.text import clean
from workshop.errors import Refusal

DECIDED = Capture("decision", "Vi bytter ut fredagsmøtet.")
TO_DO = Capture("action", "Introdusere vikarer", "Inspektør", "1. desember")


def test_a_note_stands_at_the_step_and_the_time_it_was_made() -> None:
    stage = Stage(SLIDE, SLIDE)
    stage.do("goto", 2)
    stage.wait(60)
    stage.note(TO_DO)
    (made,) = stage.run.notes
    assert (made.sort, made.text, made.who, made.when) == (
        "action",
        "Introdusere vikarer",
        "Inspektør",
        "1. desember",
    )
    assert (made.step, made.at) == (1, stage.now)


def test_what_is_noted_in_the_lobby_belongs_to_the_first_step() -> None:
    stage = Stage(SLIDE)
    stage.note(DECIDED)
    assert [note.step for note in stage.run.notes] == [0]
    assert stage.run.state == "lobby"


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u200b\u202e", "\x1b"])
def test_an_empty_note_is_refused(text: str) -> None:
    stage = Stage(SLIDE)
    with pytest.raises(Refusal):
        stage.note(Capture("action", text, "Inspektør", "i morgen"))
    assert stage.run.notes == ()


def test_nothing_is_noted_after_the_end_but_what_was_can_still_be_taken_back() -> None:
    stage = Stage(SLIDE)
    stage.do("next")
    stage.note(DECIDED)
    stage.do("end")
    with pytest.raises(Refusal):
        stage.note(TO_DO)
    stage.do("undo")
    assert stage.run.notes == ()
    with pytest.raises(Refusal):
        stage.do("undo")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_cleaned_in_every_box(text: str) -> None:
    made = cleaned(Capture("action", text, text, text))
    assert made.text == clean(made.text)
    assert "\n" not in made.who + made.when
    assert all(part == clean(part) for part in (made.who, made.when))
    assert cleaned(made) == made


def test_a_decision_and_a_remark_are_nobodys_to_do() -> None:
    for sort in ("decision", "remark"):
        assert cleaned(Capture(sort, "a", "Kari", "i morgen")) == Capture(sort, "a")


def test_undo_takes_the_newest_back_whether_it_is_a_note_or_a_close() -> None:
    stage = Stage(ASKS, SLIDE)
    stage.do("next")
    stage.note(DECIDED)
    stage.do("next")
    stage.note(TO_DO)
    undone = [[type(event) for event in stage.do("undo")] for _ in range(3)]
    assert undone == [[Unnoted], [Reopened, Moved], [Unnoted]]
    assert stage.run.notes == ()
    with pytest.raises(Refusal):
        stage.do("undo")


def test_a_close_that_is_final_is_passed_over_by_undo() -> None:
    stage = Stage(ASKS)
    stage.do("next")
    stage.note(DECIDED)
    stage.do("next")
    stage.seal(0)
    assert [type(event) for event in stage.do("undo")] == [Unnoted]


def test_undo_takes_back_what_stood_before_the_moment_not_what_was_undone_already() -> None:
    stage = Stage(SLIDE)
    stage.note(DECIDED)
    stage.note(TO_DO)
    stage.do("undo")
    stage.note(Capture("remark", "Stille i rommet"))
    stage.do("undo")
    assert [note.text for note in stage.run.notes] == [DECIDED.text]


def test_a_decision_about_texts_and_a_note_are_undone_in_their_order() -> None:
    run = Stage(ASKS).run
    for event in (Noted(1.0, 0, "remark", "a"), Moderated(2.0, 0, 1, "hide", ("0a",)), Unnoted(3.0)):
        run = apply(run, event)
    assert [type(event) for event in run.undoable] == [Moderated]


def test_a_close_of_a_round_that_is_not_there_cannot_be_undone() -> None:
    assert apply(Stage(ASKS).run, Closed(2.0, 0, 7, 5)).undoable == ()
