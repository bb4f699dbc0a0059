"""Menus: what is pointed at, and what is seen of a long one."""

from workshop.language import language
from workshop.tui.draw import Look
from workshop.tui.menu import Entry, Menu
from workshop.tui.palette import LIGHT
from workshop.tui.type import Mode

LOOK = Look(LIGHT, Mode.TRUECOLOR, language("en"))
FRUIT = [
    Entry("Here", heading=True),
    Entry("apple", "red"),
    Entry("There", heading=True),
    Entry("pear"),
    Entry("plum"),
]


def lines(menu: Menu, width: int = 30, height: int = 20) -> list[str]:
    """What is drawn, row by row."""
    drawn: dict[int, str] = {}
    for strip in menu.draw(LOOK, width, height).strips:
        drawn[strip.row] = "".join(segment.text for segment in strip.segments)
    return [drawn.get(row, "") for row in range(max(drawn, default=-1) + 1)]


def test_it_points_at_the_first_entry_that_can_be_chosen() -> None:
    assert Menu(FRUIT).pointed == 1


def test_moving_passes_over_headings_and_stays_at_the_ends() -> None:
    menu = Menu(FRUIT)
    pointed = []
    for by in (1, 1, 1, -1, -1, -1):
        menu.move(by)
        pointed.append(menu.pointed)
    assert pointed == [3, 4, 4, 3, 1, 1]


def test_an_empty_menu_points_at_nothing_and_draws_nothing() -> None:
    menu = Menu([])
    menu.move(1)
    assert menu.pointed is None
    assert lines(menu) == []


def test_what_is_pointed_at_is_marked_by_more_than_colour() -> None:
    marked = [line for line in lines(Menu(FRUIT)) if line.startswith("▌")]
    assert len(marked) == 1
    assert "apple" in marked[0]
    assert "red" in marked[0]


def test_every_row_is_as_wide_as_it_may_be_and_no_wider() -> None:
    long = Menu([Entry("a" * 90, "b" * 90), Entry("日本" * 30)])
    widths = {
        sum(segment.cell_length for segment in strip.segments) for strip in long.draw(LOOK, 40, 9).strips
    }
    assert widths == {40}


def test_the_part_that_is_seen_of_a_long_one_always_holds_the_entry_pointed_at() -> None:
    menu = Menu([Entry(f"step {number}.") for number in range(100)])
    for _ in range(99):
        menu.move(1)
        shown = lines(menu, height=7)
        assert len(shown) == 7
        assert any(f"step {menu.pointed}." in line and line.startswith("▌") for line in shown)


def test_air_stands_between_where_there_is_room_for_it() -> None:
    entries = [Entry("yes"), Entry("no")]
    assert [line.strip("▌ ") for line in lines(Menu(entries, airy=True), height=3)] == ["yes", "", "no"]
    assert [line.strip("▌ ") for line in lines(Menu(entries, airy=True), height=2)] == ["yes", "no"]
