"""The cloud: no word on another, the most written the largest, every word somewhere, always the same."""

from itertools import combinations

import pytest

from tests.tui.draw.reading import big_type, lines, pages, shows, text
from tests.tui.draw.results import LONG, cloud
from tests.tui.draw.scenes import LIGHT_NB, PLAIN_NB, shown
from workshop.core.blocks import Cloud, CloudWord, Note
from workshop.core.phrases import phrase
from workshop.room.snapshot import Snapshot
from workshop.tui.draw.grid import grid_of
from workshop.tui.draw.scales import scattered
from workshop.tui.draw.scatter import Spot
from workshop.tui.type import Mode

FIELDS = ((76, 15), (112, 24), (186, 32))
SCREENS = ((80, 24), (120, 36), (200, 50))
LARGER = phrase("larger = written by more")


def drawn(*words: tuple[str, int]) -> Snapshot:
    return shown(Cloud(tuple(CloudWord(text, n) for text, n in words)), Note((LARGER,)))


def spots(words: tuple[CloudWord, ...], number: int) -> list[Spot]:
    """The words in the field of one of the SCREENS."""
    sizes = grid_of(*SCREENS[number], Mode.TRUECOLOR).sizes("cloud")
    return scattered(words, sizes, FIELDS[number], whole=True)


def box(spot: Spot) -> set[tuple[int, int]]:
    letters, row, column = spot
    return {
        (row + down, column + across) for down in range(letters.height) for across in range(letters.width)
    }


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("answers", [1, 7, 30])
def test_no_word_lies_on_another_or_off_the_field(answers: int, number: int) -> None:
    words = cloud(answers).words[: 4 + 4 * number]
    placed = spots(words, number)
    assert len(placed) == len(words)
    width, height = FIELDS[number]
    for spot in placed:
        assert 0 <= spot.row <= height - spot.letters.height
        assert 0 <= spot.column <= width - spot.letters.width
    for one, other in combinations(placed, 2):
        assert not box(one) & box(other)


def test_the_more_people_the_larger_and_equals_are_of_one_size() -> None:
    words = tuple(CloudWord(text, n) for text, n in (("tillit", 20), ("tid", 9), ("ro", 9), ("kaffe", 1)))
    most, *peers, least = (spot.letters.setting.size for spot in spots(words, 1))
    assert most.x > peers[0].x > least.x
    assert peers[0] == peers[1]


def test_the_most_written_stands_in_the_middle_and_to_the_left() -> None:
    first = spots(cloud(30).words[:12], 2)[0]
    assert abs(first.row + first.letters.height / 2 - FIELDS[2][1] / 2) < 4
    assert first.column + first.letters.width / 2 < FIELDS[2][0] / 2


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("answers", [1, 7, 60, 600])
def test_every_word_stands_on_some_page(
    answers: int, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = cloud(answers)
    with big_type(monkeypatch) as found:
        frames = pages(shown(words), size, LIGHT_NB)
    large = {
        setting.lines[0] for setting in found if any(shows(frame, setting, LIGHT_NB) for frame in frames)
    }
    spelt = " ".join(map(text, frames))
    assert large & {word.text for word in words.words}
    for word in words.words:
        assert word.text in large or f" {word.text} " in f" {spelt} "


def test_rare_words_under_the_cloud_and_words_overleaf_have_their_figures() -> None:
    words = cloud(600).words
    first, *_, last = pages(shown(cloud(600)), (80, 24), LIGHT_NB)
    assert any(f"{word.text} ×{word.n} · " in text(first) for word in words)
    assert f"{words[-1].text} {words[-1].n}" in text(last)


def test_the_same_words_always_give_the_same_picture() -> None:
    frames = [pages(shown(cloud(60)), (120, 36), LIGHT_NB) for _ in range(2)]
    pages(shown(cloud(7)), (120, 36), LIGHT_NB)
    frames.append(pages(shown(cloud(60)), (120, 36), LIGHT_NB))
    assert [lines(frame) for frame in frames[0]] == [lines(frame) for frame in frames[1]]
    assert [lines(frame) for frame in frames[0]] == [lines(frame) for frame in frames[2]]


def test_only_the_most_written_is_in_accent_and_none_where_all_are_alike() -> None:
    accent = LIGHT_NB.palette.accent.lower()

    def accented(snapshot: Snapshot) -> int:
        rows = pages(snapshot, (120, 36), LIGHT_NB)[0].rows[10:30]
        colours = (segment.style.color for row in rows for segment in row if segment.style)
        return sum(colour is not None and colour.get_truecolor().hex == accent for colour in colours)

    assert accented(drawn(("tillit", 5), ("tid", 2)))
    assert not accented(drawn(("tillit", 2), ("tid", 2)))


def test_where_there_is_no_big_type_words_stand_in_columns_with_their_figures() -> None:
    seen = lines(pages(drawn(("tillit", 12), ("tid", 3), ("kaffe", 1)), (60, 20), LIGHT_NB)[0])
    row = next(line for line in seen if "tillit" in line)
    assert row.split()[:4] == ["tillit", "12", "tid", "3"]


def test_words_that_big_type_cannot_spell_are_told_with_their_people() -> None:
    words = drawn(("漢字", 8), ("tillit", 5), ("tid", 2), ("ro", 2), ("🎉", 1))
    assert "漢字 ×8 · 🎉" in text(pages(words, (120, 36), LIGHT_NB)[0])


def test_where_it_can_spell_few_of_them_all_stand_in_columns() -> None:
    words = drawn(("漢字", 8), ("tillit", 5), ("🎉", 1))
    assert "漢字 8 tillit 5 🎉 1" in text(pages(words, (120, 36), LIGHT_NB)[0])


@pytest.mark.parametrize("size", [(60, 20), *SCREENS])
def test_a_long_answer_is_never_cut(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    with big_type(monkeypatch) as found:
        (frame,) = pages(drawn((LONG, 3), ("tillit", 2), ("tid", 1)), size, LIGHT_NB)
    large = any(setting.lines == (LONG,) and shows(frame, setting, LIGHT_NB) for setting in found)
    assert large or LONG in text(frame)


def test_a_plain_stage_has_a_table() -> None:
    seen = text(pages(drawn(("tillit", 12), ("tid", 3)), (80, 24), PLAIN_NB)[0])
    assert "Ord Personer" in seen
    assert "tillit 12 tid 3" in seen


def test_the_note_says_what_the_size_means() -> None:
    assert "større ord = flere har skrevet det" in text(pages(drawn(("tillit", 2)), (120, 36), LIGHT_NB)[0])
