"""The clock on the stage: what it says and in which colour, to the second."""

import pytest

from tests.tui.draw.reading import lines, style_at, text
from tests.tui.draw.scenes import LIGHT_NB, PLAIN_NB, STATES, asking, clock, shown, slide
from tests.tui.examples import NOON
from workshop.core.blocks import Countdown, Cue, Heading
from workshop.core.phrases import phrase
from workshop.room.snapshot import ClockNow, Snapshot
from workshop.tui.draw import stage
from workshop.tui.draw.timer import Timer, Urgency, timer_at, words_at

QUIETLY = Cue(phrase("Quietly, on your own"))


def reflection(left: float, total: float = 100.0, *, running: bool = True) -> Snapshot:
    """A reflection with so many seconds left."""
    return slide(Heading("Hva nå?"), QUIETLY, timer=clock(left, total, running=running))


def line_and_words(snapshot: Snapshot) -> tuple[str, str]:
    """The timer's line and the row under it, in cell text."""
    rows = lines(stage(snapshot, (60, 20), LIGHT_NB, now=NOON))
    return rows[18].strip(), rows[19].strip()


@pytest.mark.parametrize(
    ("left", "urgency"),
    [
        (100, Urgency.AMPLE),
        (20.1, Urgency.AMPLE),
        (20, Urgency.LATE),
        (5.1, Urgency.LATE),
        (5, Urgency.OVER),
        (0.1, Urgency.OVER),
        (0, Urgency.OVERTIME),
        (-42, Urgency.OVERTIME),
    ],
)
def test_it_turns_late_at_a_fifth_and_over_at_a_twentieth(left: float, urgency: Urgency) -> None:
    assert Timer(left, 100.0, running=True).urgency is urgency


@pytest.mark.parametrize(
    ("left", "line", "figures"),
    [(50, "accent", "quiet"), (15, "late", "quiet"), (4, "over", "over"), (-42, "over", "over")],
)
def test_the_line_turns_first_and_the_figures_only_at_the_end(left: float, line: str, figures: str) -> None:
    frame = stage(reflection(left), (60, 20), LIGHT_NB, now=NOON)
    for row, role in ((18, line), (19, figures)):
        colour = style_at(frame, row, 2).color
        assert colour
        assert colour.get_truecolor().hex == getattr(LIGHT_NB.palette, role).lower()


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (50, "0:50   Stille, hver for seg"),
        (15, "0:15   Stille, hver for seg"),
        (5, "0:05   Rund av"),
        (-42, "+0:42   Over tiden"),
    ],
)
def test_the_words_change_when_it_is_nearly_over(left: float, said: str) -> None:
    assert line_and_words(reflection(left))[1] == said


def test_whoever_writes_is_told_to_finish_the_sentence() -> None:
    seen = text(stage(asking(timer=clock(4, 100)), (80, 24), LIGHT_NB, now=NOON))
    assert "0:04 Skriv ferdig setningen" in seen
    calm = text(stage(asking(timer=clock(50, 100)), (80, 24), LIGHT_NB, now=NOON))
    assert "Skriv ferdig" not in calm


@pytest.mark.parametrize(("left", "heavy"), [(100, 56), (50, 28), (25, 14), (0.1, 0), (-1, 56)])
def test_the_line_is_as_long_as_the_time_left_and_full_in_overtime(left: float, heavy: int) -> None:
    assert line_and_words(reflection(left))[0] == "━" * heavy + "─" * (56 - heavy)


def test_figures_stand_in_brackets_while_the_clock_stands_still() -> None:
    assert line_and_words(reflection(50, running=False))[1] == "(0:50)   Stille, hver for seg"


def test_time_goes_on_between_two_snapshots() -> None:
    running, still = clock(50), clock(50, running=False)
    assert timer_at(running, NOON + 20).left == 30
    assert timer_at(still, NOON + 20).left == 50


def test_a_clock_without_an_end_stands_still() -> None:
    assert not timer_at(ClockNow(10.0, 3.0, running=True), NOON).running


def test_a_clock_of_no_length_is_over() -> None:
    timer = Timer(0, 0, running=True)
    assert timer.share == 1.0
    assert words_at(timer, "", LIGHT_NB, writing=True) == "Over tiden"


def test_a_cue_stands_without_a_clock_too() -> None:
    assert "Stille, hver for seg" in text(stage(slide(Heading("?"), QUIETLY), (60, 20), LIGHT_NB, now=0))


@pytest.mark.parametrize(
    ("left", "running", "seen"),
    [(522, True, "8:42 Vi ses igjen kl. "), (-42, True, "+0:42 Vi ses igjen kl. "), (522, False, "(8:42)")],
)
def test_a_pause_says_when_we_meet_again_while_its_clock_runs(left: float, running: bool, seen: str) -> None:
    pause = slide(Heading("Pause"), Countdown(back=True), timer=clock(left, 900, running=running))
    frame = text(stage(pause, (80, 24), PLAIN_NB, now=NOON))
    assert seen in frame
    assert ("Vi ses igjen" in frame) == running


def test_a_pause_without_a_clock_is_its_name() -> None:
    assert "Pause" in text(stage(slide(Heading("Pause"), Countdown(back=True)), (80, 24), PLAIN_NB, now=0))


def test_a_clock_that_was_started_under_results_stands_under_them() -> None:
    results = shown(*STATES["few cards"].blocks[1:], timer=clock(60))
    rows = lines(stage(results, (80, 24), PLAIN_NB, now=NOON))
    assert rows[-1].strip() == "1:00"
    assert "17 av 22 har svart" in rows[-4]
