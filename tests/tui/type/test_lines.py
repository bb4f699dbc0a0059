import pytest
from rich.cells import cell_len

from tests.core.hostile import HOSTILE
from workshop.core.text import clean
from workshop.tui.type import count_lines, wrap


def test_lines_are_as_few_as_can_be_and_then_even() -> None:
    assert wrap("one two three four five", 20) == ["one two three", "four five"]


def test_no_line_is_wider_than_asked() -> None:
    text = "Omfatter den enkeltes verdigrunnlag og menneskesyn, rettferdighetssans, evne til å lære"
    for width in range(5, 60):
        assert max(map(cell_len, wrap(text, width))) <= width


def test_no_letter_stands_alone_on_a_line_where_another_break_will_do() -> None:
    assert wrap("aaaa bbbb i", 9) == ["aaaa", "bbbb i"]


def test_line_ends_and_empty_lines_are_kept() -> None:
    assert wrap("one\n\ntwo", 20) == ["one", "", "two"]


def test_wide_characters_take_two_cells() -> None:
    assert wrap("漢字 漢字", 5) == ["漢字", "漢字"]


def test_a_word_wider_than_the_line_goes_on_in_the_next_with_nothing_lost() -> None:
    address = "http://192.168.1.23:8080/K7QX"
    lines = wrap(f"see {address} now", 12)
    assert "".join(lines).replace(" ", "") == f"see{address}now"
    assert max(map(len, lines)) <= 12


def test_words_held_together_by_a_no_break_space_stay_together() -> None:
    assert wrap("slutt kl.\u00a014:22 i dag", 12) == ["slutt", "kl.\u00a014:22", "i dag"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_lines_are_counted_as_they_are_broken(text: str) -> None:
    said = f"{clean(text)} og http://192.168.1.23:8080/K7QX/{'x' * 40}\n\n漢字 to tre"
    for width in (4, 9, 26, 60, 186):
        assert count_lines(said, width) == len(wrap(said, width))


def test_dots_for_what_is_left_out_begin_no_line() -> None:
    lines = wrap("Fyll ut: «Jo mer jeg …, desto mer …»", 20)
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines] == [
        "Fyll ut: «Jo mer",
        "jeg …, desto mer …»",
    ]
