from itertools import product

import pytest
from rich.segment import Segment
from rich.style import Style

from workshop.tui.palette import DARK, LIGHT, Palette
from workshop.tui.type import Mode, Setting, fit
from workshop.tui.type.paint import Cell, halve, ink_or_paper, split
from workshop.tui.type.sizes import S

PARTS = {" ": 0, "▀": 12, "▄": 3, "▌": 10, "▐": 5, "▘": 8, "▝": 4, "▖": 2, "▗": 1, "▚": 9, "▞": 6}


def quarters(cell: Cell) -> list[int]:
    """The four levels that a cell shows."""
    return [cell.front if PARTS[cell.character] & bit else cell.back for bit in (8, 4, 2, 1)]


def colours(segment: Segment) -> tuple[str, str]:
    style = segment.style
    assert isinstance(style, Style)
    assert style.color
    assert style.bgcolor
    return style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex


def set_text(text: str) -> Setting:
    setting = fit(text, 200, 60)
    assert setting is not None
    return setting


@pytest.mark.parametrize(
    ("levels", "cell"),
    [
        ((0, 0, 0, 0), Cell(" ", 0, 0)),
        ((15, 15, 15, 15), Cell(" ", 15, 15)),
        ((15, 15, 0, 0), Cell("▀", 15, 0)),
        ((0, 0, 15, 15), Cell("▄", 15, 0)),
        ((15, 0, 15, 0), Cell("▌", 15, 0)),
        ((0, 15, 0, 15), Cell("▐", 15, 0)),
        ((15, 0, 0, 15), Cell("▚", 15, 0)),
        ((0, 15, 15, 0), Cell("▞", 15, 0)),
        ((0, 15, 15, 15), Cell("▘", 0, 15)),
        ((0, 0, 0, 9), Cell("▗", 9, 0)),
        ((10, 12, 1, 3), Cell("▀", 11, 2)),
    ],
)
def test_a_cell_takes_the_two_colours_that_come_closest(
    levels: tuple[int, int, int, int], cell: Cell
) -> None:
    assert split(levels) == cell


def test_no_other_two_colours_come_closer() -> None:
    for levels in product((0, 2, 7, 11, 15), repeat=4):
        a, b, c, d = levels
        error = sum(
            (shown - level) ** 2 for shown, level in zip(quarters(split((a, b, c, d))), levels, strict=True)
        )
        for front in (12, 10, 9, 8, 4, 2, 1):
            parts = [
                [v for v, bit in zip(levels, (8, 4, 2, 1), strict=True) if bool(front & bit) is ahead]
                for ahead in (True, False)
            ]
            best = sum(sum((v - sum(part) / len(part)) ** 2 for v in part) for part in parts)
            assert error <= best + 1.0  # the means are rounded to whole levels


def test_without_colours_what_is_more_than_half_ink_is_ink() -> None:
    assert ink_or_paper((8, 7, 15, 0)) == Cell("▌", 15, 0)
    assert ink_or_paper((8, 8, 8, 7)) == Cell("▛", 15, 0)


def test_half_blocks_show_the_mean_of_each_half() -> None:
    assert halve((15, 0, 0, 0)) == Cell("▀", 7, 0)
    assert halve((0, 0, 15, 15)) == Cell("▄", 15, 0)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
@pytest.mark.parametrize("mode", Mode)
def test_paper_round_the_letters_is_exactly_paper_and_stems_are_exactly_ink(
    palette: Palette, mode: Mode
) -> None:
    rows = set_text("Hillel").paint(palette.accent, palette.paper, mode)
    seen = {colour for row in rows for segment in row for colour in colours(segment)}
    assert {palette.accent.lower(), palette.paper.lower()} <= seen
    assert [colours(segment)[1] for segment in rows[0]] == [palette.paper.lower()]


@pytest.mark.parametrize("mode", Mode)
def test_every_row_is_as_wide_as_asked(mode: Mode) -> None:
    setting = set_text("En kort\nog en lengre linje")
    for width in (0, setting.width, setting.width + 7):
        rows = setting.paint("#000000", "#ffffff", mode, width)
        assert len(rows) == setting.height
        assert {sum(len(segment.text) for segment in row) for row in rows} == {max(width, setting.width)}


def test_without_truecolor_there_are_two_colours_only() -> None:
    rows = set_text("Ærlig øl på Ås").paint(LIGHT.ink, LIGHT.paper, Mode.QUADRANTS)
    seen = {colour for row in rows for segment in row for colour in colours(segment)}
    assert seen == {LIGHT.ink.lower(), LIGHT.paper.lower()}


@pytest.mark.parametrize("mode", [Mode.TRUECOLOR, Mode.HALF])
def test_a_font_without_quadrants_needs_none(mode: Mode) -> None:
    allowed = {Mode.TRUECOLOR: set(PARTS), Mode.HALF: set(" ▀▄")}[mode]
    assert set("".join(set_text("Hva vet alle, Åse?").characters(mode))) <= allowed


def test_a_letter_reads_as_itself() -> None:
    setting = fit("iH", 20, 5, [S])
    assert setting is not None
    assert setting.characters() == [
        "▄     ",
        "▄ █ ▐▌",
        "█ █▀▜▌",
        "▀ ▀ ▝▘",
        "      ",
    ]


def test_the_same_picture_is_painted_once() -> None:
    setting = set_text("Pause")
    assert setting.paint("#000000", "#ffffff") is setting.paint("#000000", "#ffffff")


def test_lines_that_reach_into_each_other_keep_all_their_ink() -> None:
    together = Setting(S, ("gjpq", "ÅÉÄÖ"), S.tight).characters()
    upper = Setting(S, ("gjpq", ""), S.tight).characters()
    lower = Setting(S, ("", "ÅÉÄÖ"), S.tight).characters()
    for rows in (upper, lower):
        for row, whole in zip(rows, together, strict=True):
            assert all(part == " " or drawn != " " for part, drawn in zip(row, whole, strict=False))
