"""`points`: sums, medians and quartiles worked out by hand; who gave nothing counts as nothing."""

import pytest
from pydantic import ValidationError

from tests.kinds.results import after, bars, note, only, said
from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Empty, Measures, Options
from workshop.core.fields import Refused, Share
from workshop.core.gathered import Asked, Gathered
from workshop.core.place import JSON
from workshop.kinds.points import Points

LETTERS = "ABCD"
POINTS = Points.model_validate({"points": "Hva bruker vi tiden på?", "options": list(LETTERS)})
FED = Points.model_validate({"points": "Hva bruker vi tiden på?", "from": "ideer", "total": "10"})


def shares(*people: dict[str, int]) -> tuple[JSON, ...]:
    """What each person gave, an option at a time as it is stored."""
    return tuple({"points": [LETTERS.index(a), n]} for person in people for a, n in person.items())


def room(*people: dict[str, int], abstained: int = 0) -> Gathered:
    return gathered(shares(*people), len(people), abstained=abstained)


def test_sums_stand_by_size_with_the_median_and_the_middle_half_of_everybody() -> None:
    # A: 0 0 20 50 100 = 170;  B: 0 0 30 40 50 = 120;  C: 0 0 50 60 100 = 210;  D: 0 0 0 0 0
    shown = POINTS.show(
        room(
            {"A": 100},
            {"A": 50, "B": 50},
            {"B": 40, "C": 60},
            {"C": 100},
            {"A": 20, "B": 30, "C": 50},
            abstained=1,
        )
    )
    assert bars(shown) == [
        ("1. C", "210", "median 50", "midterste halvdel 0–60"),
        ("2. A", "170", "median 20", "midterste halvdel 0–50"),
        ("3. B", "120", "median 30", "midterste halvdel 0–40"),
        ("4. D", "0", "median 0", "midterste halvdel 0–0"),
    ]
    assert note(shown) == [
        "5 av 22 har svart",
        "summen av alles poeng",
        "median og midterste halvdel av dem som svarte, ingen poeng = 0",
        "1 hoppet over",
    ]
    assert (only(shown, Measures).most, said(only(shown, Measures).head)) == (210, "Poeng")


def test_an_even_number_of_people_has_its_median_and_quartiles_in_between() -> None:
    # B: 0 10 20 70: a quarter of the way from the 1st to the 4th lies at 7.5, three quarters at 32.5
    shown = POINTS.show(room({"A": 100}, {"A": 90, "B": 10}, {"A": 80, "B": 20}, {"A": 30, "B": 70}))
    assert bars(shown)[:2] == [
        ("1. A", "300", "median 85", "midterste halvdel 67,5–92,5"),
        ("2. B", "100", "median 15", "midterste halvdel 7,5–32,5"),
    ]


def test_equal_sums_share_their_place() -> None:
    shown = POINTS.show(
        room({"A": 50, "B": 50}, {"A": 50, "B": 50}, {"A": 50, "B": 50}, {"C": 100}, {"D": 100})
    )
    assert [row[0] for row in bars(shown)] == ["1. A", "1. B", "3. C", "3. D"]
    assert "samme plass = likt" in note(shown)


def test_one_person_alone_has_a_median_and_no_fault() -> None:
    assert bars(POINTS.show(room({"A": 70, "B": 30})))[0] == (
        "1. A",
        "70",
        "median 70",
        "midterste halvdel 70–70",
    )


def test_all_the_points_must_be_given() -> None:
    whole = {"points-0": ["60"], "points-3": ["40"]}
    assert POINTS.accept(whole, ASKED, ()) == shares({"A": 60, "D": 40})
    for form in ({"points-0": ["60"]}, {"points-0": ["60"], "points-1": ["41"]}):
        read = POINTS.accept(form, ASKED, ())
        assert isinstance(read, Refused)
        assert (read.field, "100" in said(read.reason)) == ("points-0", True)
    assert POINTS.accept({"points-0": ["0"], "points-1": [""]}, ASKED, ()) == ()


def test_an_earlier_round_stands_beside_this_one() -> None:
    now = room(*[{"A": 60, "B": 40}] * 5)
    assert bars(POINTS.show(after(shares(*[{"A": 10, "B": 90}] * 5), 5, now)))[0] == (
        "1. A", "300", "median 60", "midterste halvdel 60–60", "50 forrige gang",
    )  # fmt: skip
    assert len(bars(POINTS.show(after(shares(*[{"A": 100}] * 4), 4, now)))[0]) == 4


def test_what_a_phone_gave_stands_in_its_form_again() -> None:
    (share,) = POINTS.form(ASKED, shares({"B": 25, "D": 75}))
    assert isinstance(share, Share)
    assert (share.given, share.total, share.exact, share.most) == ((0, 25, 0, 75), 100, True, None)


def test_it_says_how_many_there_are_to_give() -> None:
    assert said(only(POINTS.ask(ASKED), Options).hint) == "Fordel alle de 100 poengene"
    (share,) = FED.form(Asked(options=("A", "B")), ())
    assert isinstance(share, Share)
    assert (share.options, share.total) == (("A", "B"), 10)


def test_nobody_answered_is_not_a_row_of_empty_bars() -> None:
    assert only(POINTS.show(gathered()), Empty)


def test_a_row_is_what_a_person_gave_an_option() -> None:
    assert POINTS.rows(room({"B": 30, "A": 70}, {"A": 100})) == [
        {"option": "A", "points": 70},
        {"option": "A", "points": 100},
        {"option": "B", "points": 30},
    ]


@pytest.mark.parametrize("total", ["1", "0", "-5", "10001", "mange"])
def test_there_is_something_to_share_out(total: str) -> None:
    with pytest.raises(ValidationError):
        Points.model_validate({"points": "Hva?", "options": ["A", "B"], "total": total})
