"""Bars and measures: their lengths, their figures, what was before, and that many still fit on a page."""

import pytest
from msgspec import structs

from tests.kinds.room import gathered
from tests.tui.draw.colours import bars, inks
from tests.tui.draw.reading import lines, pages, text
from tests.tui.draw.results import BEFORE_BARS, FLAGS, measures
from tests.tui.draw.scenes import LIGHT_NB, NOTE, PLAIN_NB, shown
from workshop.core.blocks import Bar, Bars, Measure, Measures
from workshop.kinds.fist import Fist
from workshop.room.snapshot import Snapshot
from workshop.tui.palette import LIGHT

SCREENS = ((80, 24), (120, 36), (200, 50))


def fist(levels: tuple[int, ...], before: tuple[int, ...] = ()) -> Snapshot:
    """A vote, with the rule that holds and what it was before."""
    step = Fist(fist="Vi prøver faste samtaler.", rule="Vi går videre når ingen er under 3.")
    then = gathered(tuple({"fingers": level} for level in before), len(before))
    now = gathered(tuple({"fingers": level} for level in levels), len(levels))
    _, *results = step.show(structs.replace(now, earlier=(then,)))
    return shown(*results)


@pytest.mark.parametrize("before", [(), (1, 2, 3, 3, 4)])
@pytest.mark.parametrize("size", SCREENS)
def test_six_bars_with_flags_and_rule_fit_on_one_page(size: tuple[int, int], before: tuple[int, ...]) -> None:
    (frame,) = pages(fist((0, 2, 3, 4, 5, 5), before), size, LIGHT_NB)
    seen = text(frame)
    for level in range(6):
        assert f"{level} " in seen


def test_tight_bars_stand_beside_their_labels() -> None:
    (frame,) = pages(fist((0, 2, 3, 4, 5, 5)), (80, 24), LIGHT_NB)
    rows = [line for line in lines(frame) if line.strip()[:2] in {f"{level} " for level in range(6)}]
    assert len(rows) == 6
    assert all(row.rstrip().endswith("%") for row in rows)


def test_a_tight_bar_is_as_long_as_its_share() -> None:
    (frame,) = pages(fist((5, 5, 5, 4)), (80, 24), LIGHT_NB)
    accent, track = bars(frame, LIGHT.accent), bars(frame, LIGHT.track)
    assert accent[0] == round(0.75 * (accent[0] + track[0]))
    assert accent[1] == round(0.25 * (accent[1] + track[1]))


def test_before_stands_beside_now_by_name_and_figure() -> None:
    (frame,) = pages(shown(BEFORE_BARS, NOTE), (120, 36), LIGHT_NB)
    rows = lines(frame)
    now = next(number for number, row in enumerate(rows) if row.rstrip().endswith("Nå"))
    assert rows[now + 1].rstrip().endswith("Før 25 %")
    whole = len(rows[now].rstrip()) - len("  Nå") - len("    ")
    assert rows[now + 1].count("▀") == pytest.approx(0.25 * whole, abs=4)


def test_before_is_quiet() -> None:
    (frame,) = pages(shown(BEFORE_BARS, NOTE), (120, 36), LIGHT_NB)
    assert inks(frame, "▀" * 20) == {LIGHT.quiet.lower()}


def test_tight_bars_tell_before_in_a_column_of_its_own() -> None:
    seen = text(pages(fist((3, 4, 5, 5, 5), (1, 1, 1, 3, 5)), (80, 24), LIGHT_NB)[0])
    assert "Nå Før" in seen
    assert "60 % 20 %" in seen


def test_bars_without_a_before_do_not_mention_it() -> None:
    seen = text(pages(shown(Bars((Bar("Ja", 3),), 4), NOTE), (120, 36), LIGHT_NB)[0])
    assert "Før" not in seen
    assert "Nå" not in seen


@pytest.mark.parametrize("size", [(60, 20), *SCREENS])
def test_every_measure_has_label_figure_and_details(size: tuple[int, int]) -> None:
    seen = " ".join(text(frame) for frame in pages(shown(measures(20)), size, LIGHT_NB))
    for place in range(1, 21):
        assert f"{place}. Forslag {place} om møter" in seen
        assert f"median {place} · {place} personer" in seen
    assert "Poeng" in seen


def test_twenty_measures_fit_on_one_page_of_a_middling_screen() -> None:
    assert len(pages(shown(measures(20)), (120, 36), LIGHT_NB)) == 1


def test_a_measures_bar_is_its_share_of_the_most() -> None:
    rows = (Measure("Først", 8, "8"), Measure("Sist", 2, "2"))
    (frame,) = pages(shown(Measures(rows, 8)), (80, 24), LIGHT_NB)
    first, last = bars(frame, LIGHT.accent)
    assert last == round(first / 4)
    assert bars(frame, LIGHT.track) == [first - last]


def test_measures_of_nothing_have_empty_bars() -> None:
    rows = (Measure("Først", 0, "0"), Measure("Sist", 0, "0"))
    (frame,) = pages(shown(Measures(rows, 0)), (80, 24), LIGHT_NB)
    assert not bars(frame, LIGHT.accent)
    assert len(bars(frame, LIGHT.track)) == 2


def test_a_flag_that_stops_is_marked_by_more_than_its_colour() -> None:
    (frame,) = pages(shown(*FLAGS, measures(7)), (80, 24), LIGHT_NB)
    stop, doubt = (row for row in lines(frame) if "!" in row)
    assert "Én står på 0 og blokkerer" in stop
    assert "To er under 3" in doubt
    assert bars(frame, LIGHT.over) == [3]
    assert inks(frame, "blokkerer") == {LIGHT.over.lower()}
    assert inks(frame, "under 3") == {LIGHT.late.lower()}


def test_a_plain_stage_says_all_of_it_in_words() -> None:
    seen = text(pages(shown(*FLAGS, BEFORE_BARS, measures(2)), (80, 24), PLAIN_NB)[0])
    for words in ("! Én står på 0", "Vi prøver det 9 82 % 25 %", "2. Forslag 2 om møter 0 median 2"):
        assert words in seen
