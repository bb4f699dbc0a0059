"""Cards and rows of a table: as high as they were measured to be, and drawn only where somebody looks."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.core.hostile import HOSTILE
from tests.tui.draw.reading import lines, pages, text
from tests.tui.draw.scenes import LIGHT_NB, PLAIN_NB, shown
from workshop.core.blocks import Bar, Bars, Card, Cards, Table
from workshop.tui.draw import Look, cards, stage, tables
from workshop.tui.draw.cards import draw_cards
from workshop.tui.draw.flow import Flow
from workshop.tui.draw.grid import grid_of
from workshop.tui.draw.picture import Picture
from workshop.tui.draw.room import Room
from workshop.tui.draw.tables import draw_table
from workshop.tui.type.sizes import S

SHORT = "Vi snakker om hverandre, ikke med hverandre, og alle vet det."
TEXTS = (SHORT, "ja", "a" * 300, f"{SHORT}\n\n{SHORT * 4}", "漢字 " * 40, *HOSTILE)


def room(width: int, look: Look, large: bool = False) -> Room:
    return Room(width, S if large else None, 60, grid_of(200, 50, look.mode, look.plain), look)


def drawn_height(piece: Picture) -> int:
    return max(strip.row for strip in piece.strips) + 1


def assert_as_measured(flows: list[Flow] | None) -> None:
    assert flows
    assert [piece.height for flow in flows for piece in flow.pieces] == [
        drawn_height(piece) for flow in flows for piece in flow.pieces
    ]


@pytest.mark.parametrize("look", [LIGHT_NB, PLAIN_NB], ids=["light", "plain"])
@pytest.mark.parametrize("width", [30, 56, 186])
def test_a_card_is_as_high_as_it_was_measured(width: int, look: Look) -> None:
    written = [Card(told) for told in TEXTS]
    marked = [Card(SHORT, times=3), Card(SHORT, support=12, done=True), Card("ja", times=2, support=1)]
    assert_as_measured(draw_cards(Cards((*written, *marked)), room(width, look)))
    assert_as_measured(draw_cards(Cards(tuple(marked)), room(186, LIGHT_NB, large=True)))


@pytest.mark.parametrize("width", [20, 56, 186])
def test_a_row_is_as_high_as_it_was_measured(width: int) -> None:
    rows = tuple((told, SHORT, "i morgen") for told in TEXTS)
    assert_as_measured(draw_table(Table(rows), room(width, LIGHT_NB)))


def test_of_six_hundred_texts_those_of_the_page_in_view_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []

    def noted(draws: Callable[..., Any]) -> Callable[..., Any]:
        def draw(*said: Any, **how: Any) -> Any:
            drawn.append(said)
            return draws(*said, **how)

        return draw

    monkeypatch.setattr(cards, "_strips", noted(cards._strips))
    monkeypatch.setattr(tables._Columns, "draw", noted(tables._Columns.draw))
    many = [f"{number}. {SHORT}" for number in range(600)]
    for block in (Cards(tuple(map(Card, many))), Table(tuple((told, "vi") for told in many))):
        drawn.clear()
        frame = stage(shown(block), (120, 36), LIGHT_NB, now=0.0)
        assert 0 < sum(f"{number}. Vi" in text(frame) for number in range(600)) <= len(drawn) < 60


def test_a_column_of_texts_that_begin_with_figures_stands_at_the_left() -> None:
    rows = (("3 møter mindre", "Kari", "12"), ("2 pauser mer", "Ola", "7"))
    (flow,) = draw_table(Table(rows), room(56, LIGHT_NB))
    edges = [sorted(strip.column for strip in piece.strips) for piece in flow.pieces]
    assert edges[0][:2] == edges[1][:2]
    assert edges[0][0] == 0
    assert edges[0][2] + 1 == edges[1][2]


def test_rows_of_several_lines_are_parted_and_rows_of_one_are_not() -> None:
    short, long = (("ja", "nei"),) * 2, ((SHORT, SHORT),) * 2
    gaps = [flow.gap for rows in (short, long) for flow in draw_table(Table(rows), room(56, LIGHT_NB))]
    assert gaps == [0, 1]


def test_a_chart_keeps_its_large_type_and_the_cards_it_has_no_room_for_stand_overleaf() -> None:
    bars = Bars((Bar("Det beste for flest", 300), Bar("Noe annet", 30)), of=600)
    wall = Cards(tuple(Card(f"{number}. {SHORT}") for number in range(60)))
    (alone,), (first, second, *_) = (
        [lines(frame) for frame in pages(shown(*blocks), (200, 50), LIGHT_NB)]
        for blocks in ((bars,), (bars, wall))
    )
    foot = 5  # rows that say which page it is
    assert first[:-foot] == alone[:-foot]
    assert any("0. Vi snakker" in line for line in second)
