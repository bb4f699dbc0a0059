"""The small parts that the stage is put together of."""

import pytest
from rich.segment import Segment
from rich.style import Style

from tests.tui.draw.scenes import LIGHT_NB
from workshop.tui.draw.canvas import Canvas, flatten, settle
from workshop.tui.draw.flow import Flow, height_of, paginate
from workshop.tui.draw.grid import Screen, grid_of
from workshop.tui.draw.ink import fill, shorten, spell, write
from workshop.tui.draw.levels import shares
from workshop.tui.draw.picture import Picture, Strip, layer, stack
from workshop.tui.draw.shades import contrast, shades
from workshop.tui.palette import DARK, LIGHT, Palette
from workshop.tui.type import Mode

PLAIN = Style.null()


def piece(height: int, width: int = 4) -> Picture:
    return fill(width, height, PLAIN, "x")


def tops(page: Picture) -> list[tuple[int, int]]:
    """Where each piece of a page begins."""
    rows = {(strip.row, strip.column) for strip in page.strips}
    return sorted((row, column) for row, column in rows if (row - 1, column) not in rows)


def test_what_is_drawn_later_hides_what_was_there() -> None:
    canvas = Canvas(6, 1, PLAIN)
    canvas.draw(spell(("abcdef", PLAIN)))
    canvas.draw(spell(("XY", PLAIN)), column=2)
    assert "".join(segment.text for segment in canvas.rows()[0]) == "abXYef"


def test_what_lies_outside_the_screen_is_left_out() -> None:
    canvas = Canvas(3, 2, PLAIN)
    canvas.draw(write("abcdef", 6, PLAIN), row=0, column=-2)
    canvas.draw(spell(("zzz", PLAIN)), row=5)
    assert [["".join(s.text for s in row)] for row in canvas.rows()] == [["cde"], ["   "]]


def test_half_of_a_wide_character_becomes_a_space() -> None:
    under, over = Strip(0, 0, 4, (Segment("漢字"),)), Strip(0, 1, 2, (Segment("--"),))
    assert [("".join(s.text for s in strip.segments), strip.width) for strip in settle([under, over])] == [
        (" ", 1),
        ("--", 2),
        (" ", 1),
    ]


@pytest.mark.parametrize("bad", ["\x1b[2J", "\x07", "\x9b1m", "\u202e", "\n"])
def test_the_last_guard_lets_no_control_character_through(bad: str) -> None:
    canvas = Canvas(8, 1, PLAIN)
    canvas.draw(Picture(8, 1, (Strip(0, 0, 8, (Segment(f"ab{bad}cd", PLAIN),)),)))
    (row,) = canvas.rows()
    seen = "".join(segment.text for segment in row)
    assert not set(bad) & set(seen) - set("[2J1m")
    assert len(seen) == 8


def test_flattening_changes_nothing_that_can_be_seen() -> None:
    picture = layer([fill(6, 2, PLAIN, "-"), spell(("ab", PLAIN)).moved(1, 3)])
    seen = []
    for drawn in (picture, flatten(picture)):
        canvas = Canvas(6, 2, PLAIN)
        canvas.draw(drawn)
        seen.append(["".join(segment.text for segment in row) for row in canvas.rows()])
    assert seen[0] == seen[1] == ["------", "---ab-"]


def test_a_flow_fills_the_column_that_has_most_room() -> None:
    (page,) = paginate([Flow((piece(3), piece(1), piece(1), piece(1)), columns=2, pitch=5)], 10)
    assert tops(page) == [(0, 0), (0, 5)]
    assert {strip.row for strip in page.strips if strip.column == 5} == {0, 1, 2}


def test_a_piece_is_never_torn_while_it_fits_on_a_page() -> None:
    pages = paginate([Flow((piece(3), piece(3), piece(3)), gap=1)], 7)
    assert [page.height for page in pages] == [7, 3]


def test_a_piece_higher_than_a_page_goes_on_overleaf() -> None:
    pages = paginate([Flow((piece(10),))], 4)
    assert [page.height for page in pages] == [4, 4, 2]


def test_a_title_stays_with_its_first_piece() -> None:
    pages = paginate([Flow((piece(4),)), Flow((piece(2),), title=piece(1))], 7)
    assert [page.height for page in pages] == [4, 3]


def test_the_height_of_flows_is_the_height_of_their_page() -> None:
    flows = [Flow((piece(2), piece(2)), gap=1), Flow((piece(1),))]
    assert height_of(flows) == paginate(flows, 100)[0].height == 7
    assert height_of([]) == 0


def test_pictures_without_height_take_no_room_in_a_stack() -> None:
    assert stack([piece(1), Picture(0, 0), piece(1)], gap=2).height == 4


@pytest.mark.parametrize(("width", "short"), [(10, "Den rosa"), (8, "Den rosa"), (7, "Den ro…"), (1, "")])
def test_a_shortened_text_ends_in_dots(width: int, short: str) -> None:
    assert shorten("Den rosa", width) == short


def test_nobody_gets_no_cells_and_anybody_enough_to_be_seen() -> None:
    assert shares((0, 1, 1999), 80) == [0, 3, 77]
    assert shares((5, 5), 80) == [40, 40]
    assert sum(shares((1, 3, 6, 6, 3), 77)) == 77
    assert shares((0, 0), 80) == [0, 0]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
@pytest.mark.parametrize("levels", range(2, 11))
def test_every_level_has_a_shade_of_its_own_and_figures_that_can_be_read(
    levels: int, palette: Palette
) -> None:
    found = shades(levels, palette)
    assert len({shade.colour for shade in found}) == levels
    assert all(contrast(shade.figure, shade.colour) >= 4.5 for shade in found)


def test_five_levels_are_the_palettes_own() -> None:
    assert [shade.colour for shade in shades(5, LIGHT)] == list(LIGHT.levels)
    assert [shade.figure for shade in shades(5, LIGHT)] == list(LIGHT.figures)


@pytest.mark.parametrize(
    ("size", "screen", "margin"),
    [
        ((60, 20), Screen.TINY, 2),
        ((79, 60), Screen.TINY, 2),
        ((80, 24), Screen.SMALL, 2),
        ((120, 36), Screen.MEDIUM, 4),
        ((200, 50), Screen.LARGE, 7),
        ((240, 40), Screen.MEDIUM, 4),
    ],
)
def test_the_grid_follows_the_screen(size: tuple[int, int], screen: Screen, margin: int) -> None:
    grid = grid_of(*size, Mode.TRUECOLOR)
    assert (grid.screen, grid.margin, grid.inner) == (screen, margin, size[0] - 2 * margin)


def test_half_blocks_take_one_size_up() -> None:
    fine, coarse = (grid_of(120, 36, mode).sizes("question") for mode in (Mode.TRUECOLOR, Mode.HALF))
    assert (fine[0].name, fine[-1].name) == ("8", "S")
    assert (coarse[0].name, coarse[-1].name) == ("10", "4")


def test_what_is_said_is_in_the_rooms_language_and_on_one_line() -> None:
    assert LIGHT_NB.text("{n} of {joined} have answered", n=1, joined=2) == "1 av 2 har svart"
    assert LIGHT_NB.line("to\nlinjer") == "to linjer"
    assert LIGHT_NB.say("to\nlinjer") == "to\nlinjer"
