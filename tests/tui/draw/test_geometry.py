"""Every state on every screen: exactly as large as the terminal, and nothing on top of anything else."""

from itertools import pairwise
from typing import Any

import pytest

from tests.tui.draw.reading import lines, pages, style_at, widths
from tests.tui.draw.scenes import LIGHT_NB, LOOKS, SIZES, STATES, asking, session_scenes
from workshop.room.snapshot import Snapshot
from workshop.tui.draw import Look, canvas, compose, stage
from workshop.tui.draw.picture import Strip

GROUNDS = set(" ▌▀")
LINES = set("─━")
every_look = pytest.mark.parametrize(
    "look", LOOKS, ids=lambda look: f"{look.palette.name} {look.mode} {look.language.tag} {look.plain}"
)


@pytest.mark.parametrize("size", [*SIZES, (40, 10), (300, 20), (60, 90)], ids=str)
@every_look
def test_a_frame_has_the_screens_rows_and_cells(size: tuple[int, int], look: Look) -> None:
    for snapshot in STATES.values():
        for frame in pages(snapshot, size, look, hint="Mistet kontakten.", starts="13:00", most=3):
            assert len(frame.rows) == size[1]
            assert widths(frame) == {size[0]}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_step_that_ships_fits_on_one_page_until_there_are_answers(size: tuple[int, int]) -> None:
    for snapshot in session_scenes():
        for frame in pages(snapshot, size, LIGHT_NB):
            assert len(frame.rows) == size[1]
            assert widths(frame) == {size[0]}
        if not snapshot.showing and size >= (80, 24):
            assert frame.pages == 1, snapshot.blocks


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[list[Strip]]:
    """The strips of every row that was drawn, before the upper ones hide the lower."""
    found: list[list[Strip]] = []
    settle = canvas.settle

    def noted(strips: Any) -> list[Strip]:
        found.append(list(strips))
        return settle(strips)

    monkeypatch.setattr(canvas, "settle", noted)
    monkeypatch.setattr(compose, "flatten", lambda picture: picture)
    compose._compose.cache_clear()
    return found


def ink(strips: list[Strip]) -> list[tuple[int, int]]:
    """From where to where words, bars and big type stand; grounds and thin lines may lie under them."""
    found = []
    for strip in strips:
        text = "".join(segment.text for segment in strip.segments)
        if not set(text) <= GROUNDS and not set(text) <= LINES:
            found.append((strip.column, strip.column + strip.width))
    return sorted(found)


@pytest.mark.parametrize("size", SIZES, ids=str)
@every_look
def test_nothing_stands_on_top_of_anything_else(
    size: tuple[int, int], look: Look, seen: list[list[Strip]]
) -> None:
    for snapshot in [*STATES.values(), *(session_scenes() if look is LIGHT_NB else ())]:
        for number, frame in enumerate(pages(snapshot, size, look, starts="13:00", most=4)):
            for (_, end), (start, _) in (pair for strips in seen for pair in pairwise(ink(strips))):
                assert end <= start, (number, lines(frame))
            seen.clear()
    compose._compose.cache_clear()


def test_the_blank_stage_is_bare_paper() -> None:
    frame = stage(STATES["blank"], (80, 24), LIGHT_NB, now=0)
    assert set("".join(lines(frame))) == {" "}
    assert style_at(frame, 12, 40) == LIGHT_NB.paper


def test_a_page_that_is_not_there_is_the_last() -> None:
    frame = stage(STATES["cards"], (80, 24), LIGHT_NB, now=0, page=99)
    assert frame.page == frame.pages - 1 > 0
    assert stage(STATES["cards"], (80, 24), LIGHT_NB, now=0, page=-1).page == 0


def test_the_question_stands_still_while_answers_come_and_the_floor_is_asked_for() -> None:
    held = lines(stage(asking(answered=2), (120, 36), LIGHT_NB, now=0))
    more = lines(stage(asking(answered=21), (120, 36), LIGHT_NB, now=0))
    floor = lines(stage(asking(answered=2, needed=3, revealed=True), (120, 36), LIGHT_NB, now=0))
    assert held[:20] == more[:20] == floor[:20]


def test_a_tick_of_the_clock_composes_nothing_anew() -> None:
    snapshot: Snapshot = STATES["few cards"]
    stage(snapshot, (120, 36), LIGHT_NB, now=snapshot.now)
    before = compose._compose.cache_info().misses
    frames = [stage(snapshot, (120, 36), LIGHT_NB, now=snapshot.now + second) for second in range(5)]
    assert compose._compose.cache_info().misses == before
    assert lines(frames[0]) != lines(frames[4])
