"""The field of two scales: quadrants by name, things where they belong, names that do not collide."""

import re
from itertools import combinations

import pytest

from tests.tui.draw.colours import bars
from tests.tui.draw.reading import lines, pages, text
from tests.tui.draw.results import ENDS, THINGS, plot
from tests.tui.draw.scenes import LIGHT_NB, PLAIN_NB, shown
from workshop.core.blocks import Plot, PlotPoint
from workshop.tui.draw.grid import grid_of
from workshop.tui.draw.room import Room
from workshop.tui.draw.space import Space
from workshop.tui.draw.tags import Place, Put, name_tags, number_tag, put_names, put_numbers
from workshop.tui.palette import LIGHT
from workshop.tui.type import Mode

SCREENS = ((80, 24), (120, 36), (200, 50))
LONG = "{thing} og alt det andre som hører med til det"
ROOM = Room(76, None, 15, grid_of(80, 24, Mode.TRUECOLOR), LIGHT_NB)


def points(*things: tuple[str, float, float], spread: float = 0.0) -> Plot:
    return Plot(tuple(PlotPoint(label, x, y, spread, 9) for label, x, y in things), *ENDS)


def rows_of(plot: Plot, size: tuple[int, int] = (80, 24)) -> list[str]:
    return lines(pages(shown(plot), size, LIGHT_NB)[0])


def find(rows: list[str], words: str) -> tuple[int, int]:
    return next((number, row.index(words)) for number, row in enumerate(rows) if words in row)


def box(put: Put) -> set[tuple[int, int]]:
    picture, row, column = put
    return {
        (row + down, column + across) for down in range(picture.height) for across in range(picture.width)
    }


def test_the_quadrants_are_named_by_the_ends_of_both_scales() -> None:
    rows = rows_of(points(("Pauser", 0.5, 0.5)))
    above, below = find(rows, "stor nytte")[0], find(rows, "liten nytte")[0]
    assert above < find(rows, "● Pauser")[0] < below
    assert rows[above].split("  ")[1] == "stor nytte · lite arbeid"
    assert rows[above].rstrip().endswith("stor nytte · mye arbeid")
    assert rows[below].split("  ")[1] == "liten nytte · lite arbeid"
    assert rows[below].rstrip().endswith("liten nytte · mye arbeid")


def test_things_stand_where_people_placed_them() -> None:
    rows = rows_of(points(("A", 0.0, 0.0), ("B", 0.0, 1.0), ("C", 1.0, 1.0), ("D", 0.5, 0.5)))
    low_left, high_left, high_right = find(rows, "● A"), find(rows, "● B"), find(rows, "C ●")
    middle = find(rows, "● D")
    assert low_left[1] == high_left[1] == 2
    assert high_left[0] == high_right[0] < middle[0] < low_left[0]
    assert middle[0] - high_left[0] == low_left[0] - middle[0]
    assert rows[middle[0]][middle[1] - 1] in "─ "


def test_things_at_one_place_are_all_there() -> None:
    rows = rows_of(points(("Pauser", 0.25, 0.5), ("Møter", 0.25, 0.5), ("Lunsj", 0.25, 0.5)))
    places = [find(rows, f"● {thing}") for thing in ("Pauser", "Møter", "Lunsj")]
    assert len({row for row, _ in places}) == 3
    assert len({column for _, column in places}) == 1


@pytest.mark.parametrize("number", [2, 6, 12])
def test_no_name_lies_on_another_or_off_the_field(number: int) -> None:
    space = Space(75, 15)
    places = [Place((7 * index) % 15, (31 * index) % 75) for index in range(number)]
    put = put_names([name_tags(THINGS[index % 6], ROOM) for index in range(number)], places, space)
    assert len(put) == number
    for one, other in combinations(put, 2):
        assert not box(one) & box(other)
    assert all(0 <= row < 15 and 0 <= column < 75 for one in put for row, column in box(one))


def test_names_that_would_collide_are_not_put_at_all() -> None:
    tags = [name_tags("Noe som er langt", ROOM)] * 12
    assert not put_names(tags, [Place(3, 30)] * 12, Space(75, 7))


def test_numbers_stand_as_near_their_place_as_there_is_room() -> None:
    put = put_numbers([number_tag(number, ROOM) for number in range(1, 10)], [Place(3, 30)] * 9, Space(75, 7))
    assert (put[0].row, put[0].column) == (3, 30)
    assert all(abs(row - 3) <= 2 and abs(column - 30) <= 8 for _, row, column in put)
    assert len({(row, column) for _, row, column in put}) == 9


@pytest.mark.parametrize("size", SCREENS)
def test_where_names_do_not_fit_numbers_stand_for_them(size: tuple[int, int]) -> None:
    block = plot(20, LONG)
    frames = pages(shown(block), size, LIGHT_NB)
    seen = " ".join(" ".join(text(frame) for frame in frames).split())
    assert "●" not in seen
    for number in range(1, 21):
        assert re.search(rf"(?<!\d){number}(?!\d)", text(frames[0]))
    assert seen.count("og alt") >= 5


def test_every_number_has_its_name_on_some_page() -> None:
    block = plot(20, LONG)
    rows = [row for frame in pages(shown(block), (200, 50), LIGHT_NB) for row in lines(frame)]
    for number, point in enumerate(block.points, 1):
        assert any(f"{number:>2}  {point.label}" in row for row in rows)


@pytest.mark.parametrize("size", SCREENS)
def test_seven_things_need_one_page(size: tuple[int, int]) -> None:
    assert len(pages(shown(plot(7)), size, LIGHT_NB)) == 1


def test_how_far_apart_people_were_is_shaded_and_said() -> None:
    apart = pages(shown(points(("Pauser", 0.5, 0.5), spread=0.8)), (120, 36), LIGHT_NB)[0]
    nearer = pages(shown(points(("Pauser", 0.5, 0.5), spread=0.4)), (120, 36), LIGHT_NB)[0]
    agreed = pages(shown(points(("Pauser", 0.5, 0.5))), (120, 36), LIGHT_NB)[0]
    assert sum(bars(apart, LIGHT.card)) > 2 * sum(bars(nearer, LIGHT.card)) > 0
    assert not bars(agreed, LIGHT.card)
    assert "skyggelagt" in text(apart)
    assert "skyggelagt" not in text(agreed)


def test_nothing_placed_is_no_field() -> None:
    assert "nytte" not in text(pages(shown(Plot((), *ENDS)), (80, 24), LIGHT_NB)[0])


def test_a_plain_stage_has_a_table() -> None:
    seen = text(pages(shown(points(("Pauser", 0.5, 1.0))), (120, 36), PLAIN_NB)[0])
    assert "lite arbeid – mye arbeid" in seen
    assert "Pauser 50 % 100 % 0 % 9" in seen
