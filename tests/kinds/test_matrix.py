"""`matrix`: places and spreads whose figures are known beforehand."""

from collections.abc import Sequence
from typing import Any

import pytest
from pydantic import ValidationError

from tests.kinds.results import note, only, said
from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Blocks, Empty, Options, Plot, PlotPoint
from workshop.core.fields import Ends, Refused, Spot
from workshop.core.gathered import Asked, Gathered
from workshop.core.place import JSON
from workshop.kinds.matrix import Matrix

AXES: dict[str, Any] = {
    "x": {"low": "lite arbeid", "high": "mye arbeid"},
    "y": {"low": "liten nytte", "high": "stor nytte"},
}
STEP = Matrix.model_validate({"matrix": "Hva først?", "items": ["Pauser", "Møter"], **AXES})
FED = Matrix.model_validate({"matrix": "Hva først?", "from": "ideer", **AXES})

Spots = Sequence[tuple[int, int]]


def placed(*items: Spots) -> tuple[JSON, ...]:
    """Where people placed each item in turn."""
    return tuple({f"item{index}": [x, y]} for index, spots in enumerate(items) for x, y in spots)


def points(blocks: Blocks) -> tuple[PlotPoint, ...]:
    return only(blocks, Plot).points


def only_point(spots: Spots) -> PlotPoint:
    (point,) = points(STEP.show(gathered(placed(spots), len(spots))))
    return point


def test_an_item_stands_at_the_median_of_each_scale() -> None:
    pauser, moter = points(
        STEP.show(
            gathered(
                placed(
                    [(1, 5), (1, 5), (2, 4), (2, 5), (5, 1)],
                    [(4, 1), (5, 1), (5, 2), (3, 1), (5, 5), (5, 1)],
                ),
                6,
            )
        )
    )
    assert (pauser.label, pauser.x, pauser.y, pauser.n) == ("Pauser", 0.25, 1.0, 5)
    assert (moter.label, moter.x, moter.y, moter.n) == ("Møter", 1.0, 0.0, 6)


def test_an_even_number_of_people_may_stand_between_two_levels() -> None:
    point = only_point([(2, 1), (2, 1), (2, 1), (3, 2), (3, 2), (3, 2)])
    assert (point.x, point.y) == (0.375, 0.125)


@pytest.mark.parametrize(
    ("spots", "spread"),
    [
        ([(3, 3)] * 5, 0.0),
        ([(1, 1)] * 3 + [(5, 5)] * 3, 1.0),
        ([(1, 3)] * 3 + [(5, 3)] * 3, 0.5),
        # x: 1 2 3 4 5, median 3, distances 2 1 0 1 2 = 1.2 a person, of 2; y: all alike
        ([(1, 2), (2, 2), (3, 2), (4, 2), (5, 2)], 0.3),
        # x: 1 1 1 1 5, median 1, distances 4 in all = .8, of 2; y: 4 4 4 4 5, median 4, .2, of 2
        ([(1, 4), (1, 4), (1, 4), (1, 4), (5, 5)], 0.25),
    ],
)
def test_the_spread_is_the_mean_distance_from_the_median_as_a_share_of_the_largest(
    spots: Spots, spread: float
) -> None:
    assert only_point(spots).spread == pytest.approx(spread)


def test_the_ends_of_the_scales_name_the_field() -> None:
    plot = only(STEP.show(gathered(placed([(1, 1)] * 5), 5)), Plot)
    assert (plot.x, plot.y) == (("lite arbeid", "mye arbeid"), ("liten nytte", "stor nytte"))


def test_an_item_that_too_few_placed_is_only_named() -> None:
    room = gathered(placed([(2, 2)] * 5, [(5, 5)] * 4), 5, abstained=2)
    shown = STEP.show(room)
    assert [point.label for point in points(shown)] == ["Pauser"]
    assert note(shown) == [
        "median, svaret i midten",
        "5 av 22 har svart",
        "2 hoppet over",
        "færre enn 5 plasserte: Møter",
    ]
    assert {row["item"] for row in STEP.rows(room)} == {"Pauser"}


def test_the_floor_is_the_sessions() -> None:
    room = gathered(placed([(2, 2)] * 4, [(5, 5)] * 3), 4, floor=4)
    assert [point.label for point in points(STEP.show(room))] == ["Pauser"]


def test_where_every_item_is_thin_nothing_is_drawn() -> None:
    room = gathered(placed([(2, 2)] * 4, [(5, 5)] * 4), 8)
    shown = STEP.show(room)
    assert said(only(shown, Empty).text) == "Færre enn 5 plasserte hvert av dem"
    assert not any(isinstance(block, Plot) for block in shown)
    assert STEP.rows(room) == []


def test_an_empty_room_says_so() -> None:
    shown = STEP.show(gathered(abstained=3))
    assert said(only(shown, Empty).text) == "Ingen svar ennå"


def test_a_row_is_a_placing() -> None:
    room = gathered(placed([(5, 1), (1, 5), (1, 2), (3, 3), (3, 3)]), 5)
    assert STEP.rows(room) == [
        {"item": "Pauser", "x": 1, "y": 2},
        {"item": "Pauser", "x": 1, "y": 5},
        {"item": "Pauser", "x": 3, "y": 3},
        {"item": "Pauser", "x": 3, "y": 3},
        {"item": "Pauser", "x": 5, "y": 1},
    ]


def test_a_person_places_each_item_on_two_scales_and_finds_it_there_again() -> None:
    first, second = STEP.form(ASKED, placed([], [(4, 2)]))
    assert isinstance(first, Spot)
    assert isinstance(second, Spot)
    assert (first.label, first.at, second.at) == ("Pauser", None, (4, 2))
    assert (first.x, first.y) == (Ends("lite arbeid", "mye arbeid"), Ends("liten nytte", "stor nytte"))


def test_an_item_may_be_left_out_but_not_half_placed() -> None:
    assert STEP.accept({"item1-x": ["4"], "item1-y": ["2"]}, ASKED, ()) == ({"item1": [4, 2]},)
    refused = STEP.accept({"item1-x": ["4"], "item1-y": [""]}, ASKED, ())
    assert isinstance(refused, Refused)
    assert refused.field == "item1-y"


def test_the_question_says_what_the_scales_are() -> None:
    hint = only(STEP.ask(ASKED), Options).hint
    assert said(hint) == (
        "Plasser hvert punkt fra lite arbeid til mye arbeid, og fra liten nytte til stor nytte"
    )


def test_what_an_earlier_step_gathered_can_be_placed_be_it_one_thing_alone() -> None:
    asked = Asked(options=("Kaffe",))
    assert [field.label for field in FED.form(asked, ())] == ["Kaffe"]
    assert only(FED.ask(asked), Options).items == ("Kaffe",)
    (point,) = points(FED.show(Gathered(asked, placed([(1, 5)] * 5), 5)))
    assert (point.label, point.x, point.y) == ("Kaffe", 0.0, 1.0)


def test_a_source_that_gave_nothing_makes_an_empty_step_that_says_so() -> None:
    assert FED.form(ASKED, ()) == ()
    for shown in (FED.ask(ASKED), FED.show(gathered())):
        assert said(only(shown, Empty).text).startswith("Ingenting å velge mellom ennå")


@pytest.mark.parametrize(
    "keys",
    [
        AXES,
        {"items": [], **AXES},
        {"items": ["Pauser", "pauser"], **AXES},
        {"items": ["Pauser"], "from": "ideer", **AXES},
        {"items": ["Pauser"], "x": AXES["x"]},
        {"items": ["Pauser"], "y": AXES["y"]},
        {"items": ["Pauser"], "x": AXES["x"], "y": {"low": "liten"}},
        {"items": ["Pauser"], "x": AXES["x"], "y": "liten til stor"},
    ],
)
def test_items_and_both_scales_are_needed(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Matrix.model_validate({"matrix": "Hva først?", **keys})
