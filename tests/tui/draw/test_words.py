"""Nothing is cut: every word of a step stands on its pages, in cell text or in big type."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from tests.tui.draw.reading import big_type, pages, shows, text
from tests.tui.draw.scenes import LIGHT_NB, LOOKS, PLAIN_NB, SIZES, STATES, session_scenes, shown
from workshop.core.blocks import Cards, Image, LevelRow, Levels, Paragraph
from workshop.core.phrases import Phrase
from workshop.room.snapshot import Snapshot
from workshop.tui.draw import Look

LIVE = [scene for name, scene in STATES.items() if scene.state == "live" and name != "blank"]
SCENES = [*LIVE, *session_scenes()]


def spoken(value: Any, look: Look) -> Iterator[str]:
    """Every text in Blocks."""
    if isinstance(value, Phrase):
        yield value.said(look.language)
    elif isinstance(value, Image):
        yield from (value.alt, value.caption)  # nobody reads its file's name
    elif isinstance(value, Paragraph):
        yield value.plain  # a run may end within a word
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spoken(item, look)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spoken(getattr(value, name), look)


def words(snapshot: Snapshot, look: Look) -> set[str]:
    """Every word of its Blocks; of figures only what is in texts."""
    return {word for said in spoken(snapshot.blocks, look) for word in said.split()}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_word_stands_on_a_plain_stage(size: tuple[int, int]) -> None:
    for snapshot in SCENES:
        seen = " ".join(text(frame) for frame in pages(snapshot, size, PLAIN_NB))
        assert not words(snapshot, PLAIN_NB) - {word.strip("«»") for word in seen.split()} - set(seen.split())


@pytest.mark.parametrize("look", LOOKS[:3], ids=lambda look: look.mode)
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
def test_every_word_stands_on_the_stage_in_some_size(
    size: tuple[int, int], look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    for snapshot in LIVE:
        with big_type(monkeypatch) as settings:
            frames = pages(snapshot, size, look)
        found = {word for frame in frames for word in text(frame).split()}
        for setting in set(settings):
            if any(shows(frame, setting, look) for frame in frames):
                found |= {word for line in setting.lines for word in line.split()}
        missed = words(snapshot, look) - {word.strip("«»“”") for word in found} - found
        assert not missed, snapshot.blocks


def test_below_80_by_24_nothing_is_set_in_big_type(monkeypatch: pytest.MonkeyPatch) -> None:
    with big_type(monkeypatch) as settings:
        for snapshot in SCENES:
            pages(snapshot, (79, 40), LIGHT_NB)
            pages(snapshot, (200, 23), LIGHT_NB)
    assert not settings


def test_a_plain_stage_has_no_colours_and_no_big_type(monkeypatch: pytest.MonkeyPatch) -> None:
    with big_type(monkeypatch) as settings:
        for snapshot in SCENES:
            if snapshot.open:
                continue  # the code stays black on white: a camera must read it
            for frame in pages(snapshot, (120, 36), PLAIN_NB):
                styles = [segment.style for row in frame.rows for segment in row if segment.style]
                assert not any(style.color or style.bgcolor for style in styles)
    assert not settings


def test_a_plain_stage_tells_results_in_figures() -> None:
    seen = text(pages(STATES["bars"], (80, 24), PLAIN_NB)[0])
    assert "Best mulig for flest mulig 9 82 %" in seen
    levels = text(pages(STATES["levels"], (80, 24), PLAIN_NB)[0])
    assert "Jeg blir hørt 1 3 6 6 3 3,5" in levels


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("look", [LIGHT_NB, PLAIN_NB], ids=["coloured", "plain"])
def test_every_card_stands_on_one_page_once(
    size: tuple[int, int], look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    (cards,) = (block for block in STATES["cards"].blocks if isinstance(block, Cards))
    numbers = [card.text.split()[0] for card in cards.cards]
    with big_type(monkeypatch) as settings:
        frames = pages(STATES["cards"], size, look)
    seen = [word for frame in frames for word in text(frame).split()]
    large = {setting for setting in settings if setting.lines[0].split()[0] in numbers}
    for number in numbers:
        drawn = [s for s in large if s.lines[0].split()[0] == number]
        times = sum(shows(frame, setting, look) for frame in frames for setting in drawn)
        assert times + seen.count(number) == 1, number


def test_cards_keep_their_order() -> None:
    frames = pages(STATES["cards"], (80, 24), LIGHT_NB)
    numbers = [int(number) for frame in frames for number in re.findall(r" (\d+): Vi", text(frame))]
    assert frames[0].pages > 1
    for page in range(4):
        assert sorted(numbers[4 * page : 4 * page + 4]) == list(range(4 * page, 4 * page + 4))


def test_every_figure_of_a_distribution_stands_on_its_level() -> None:
    (levels,) = (block for block in STATES["levels"].blocks if isinstance(block, Levels))
    seen = text(pages(STATES["levels"], (120, 36), LIGHT_NB)[0])
    for row in levels.rows[:2]:
        assert " ".join(str(count) for count in row.counts) in " ".join(seen.replace("▏", " ").split())
    assert "færre enn 5 svarte på denne" in seen
    assert "1 helt uenig" in seen
    assert "5 helt enig" in seen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=str)
def test_no_figure_is_left_out_where_many_levels_share_a_bar(size: tuple[int, int]) -> None:
    counts = (1, 0, 120, 1, 4, 300, 12, 1, 7, 2)
    seen = text(pages(shown(Levels((LevelRow("a", counts, 6.0),), ("",) * 10)), size, LIGHT_NB)[0])
    assert " ".join(str(count) for count in counts if count) in " ".join(seen.replace("▏", " ").split())
