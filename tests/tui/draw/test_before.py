"""Distributions now and before, cards that people stand behind, and the stage of group work that is on."""

import re

import pytest

from tests.tui.draw.colours import ground, inks
from tests.tui.draw.reading import lines, pages, text
from tests.tui.draw.results import BEFORE_LEVELS, QUESTIONS
from tests.tui.draw.scenes import LIGHT_NB, NOTE, shown, slide
from workshop.core.blocks import Card, Cards, Heading, LevelRow, Levels, Options
from workshop.tui.palette import LIGHT

FIVE = ("Uenig", "", "", "", "Enig")


def test_both_distributions_stand_under_one_another_with_their_medians() -> None:
    (frame,) = pages(shown(BEFORE_LEVELS, NOTE), (60, 20), LIGHT_NB)
    rows = lines(frame)
    now = next(number for number, row in enumerate(rows) if row.strip().startswith("Nå"))
    then = next(number for number, row in enumerate(rows) if row.strip().startswith("Før"))
    assert re.findall(r"\d", rows[now]) == ["1", "4", "5", "2"]
    assert re.findall(r"\d", rows[then]) == ["3", "4", "2", "1"]
    assert now < then
    assert "median 2" in rows[then + 1]
    assert "median 4" in text(frame)


def test_the_median_of_before_is_quiet_and_never_on_its_marker() -> None:
    row = LevelRow("", (3, 3, 3), 2.0, before=(0, 0, 9), median_before=3.0)
    (frame,) = pages(shown(Levels((row,), ("a", "b", "c")), NOTE), (60, 20), LIGHT_NB)
    assert inks(frame, "median 3") == {LIGHT.quiet.lower()}
    assert any("▲" in line and "median 3" in line for line in lines(frame))


def test_levels_that_begin_at_0_are_called_so_and_marked_there() -> None:
    row = LevelRow("Fingre", (3, 1, 1), 0.0)
    (frame,) = pages(shown(Levels((row,), ("Nei", "", "Ja"), lowest=0), NOTE), (60, 20), LIGHT_NB)
    rows = lines(frame)
    assert "0 Nei" in text(frame)
    assert "2 Ja" in text(frame)
    marked = next(number for number, line in enumerate(rows) if line.strip() == "▲")
    assert ground(frame, marked - 1)[rows[marked].index("▲")] == LIGHT.levels[0].lower()


@pytest.mark.parametrize(("size", "most"), [((80, 24), 2), ((120, 36), 1), ((200, 50), 1)])
def test_eight_statements_take_few_pages(size: tuple[int, int], most: int) -> None:
    rows = tuple(
        LevelRow(f"Påstand {number} om arbeidet", (90, 80, 170, 160, 100), 3.0) for number in range(8)
    )
    frames = pages(shown(Levels(rows, FIVE), NOTE), size, LIGHT_NB)
    assert len(frames) <= most
    seen = " ".join(map(text, frames))
    assert all(f"Påstand {number} om arbeidet" in seen for number in range(8))


def test_a_card_says_who_stands_behind_it_and_that_it_is_done() -> None:
    (frame,) = pages(shown(QUESTIONS), (80, 24), LIGHT_NB)
    seen = text(frame)
    assert "9 støtter" in seen
    assert "6 støtter · ✓ ferdig" in seen
    assert inks(frame, "Hva ble bestemt?") == {LIGHT.quiet.lower()}
    assert inks(frame, "Hvem?") == {LIGHT.ink.lower()}


def test_a_card_that_nobody_may_know_the_support_of_says_nothing() -> None:
    seen = text(pages(shown(Cards((Card("Hvem?"), Card("Hva?", support=None)))), (120, 36), LIGHT_NB)[0])
    assert "støtter" not in seen
    assert "ferdig" not in seen


def test_the_stage_that_is_on_stands_out_among_the_others() -> None:
    stages = Options(("Hver for seg", "Nå: To og to", "I plenum"), now=1)
    (frame,) = pages(slide(Heading("Hva nå?"), stages), (60, 20), LIGHT_NB)
    assert inks(frame, "Nå: To og to") == {LIGHT.ink.lower()}
    assert inks(frame, "Hver for seg") == inks(frame, "I plenum") == {LIGHT.quiet.lower()}


def test_options_of_which_none_is_on_are_all_in_ink() -> None:
    (frame,) = pages(slide(Heading("Hva nå?"), Options(("Ja", "Nei"))), (60, 20), LIGHT_NB)
    assert inks(frame, "Ja") == inks(frame, "Nei") == {LIGHT.ink.lower()}
