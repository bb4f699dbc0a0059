"""`dots`: dots and the people behind them, stacked or not."""

import pytest
from pydantic import ValidationError

from tests.kinds.results import after, bars, note, only, said
from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Empty, Measures, Options
from workshop.core.fields import Refused, Share
from workshop.core.gathered import Asked, Gathered
from workshop.core.place import JSON
from workshop.kinds.dots import Dots

LETTERS = "ABCDE"
PLAIN = Dots.model_validate({"dots": "Hva snakker vi om?", "options": list(LETTERS), "each": "3"})
STACK = Dots.model_validate(
    {"dots": "Hva snakker vi om?", "options": list(LETTERS), "each": "3", "stack": "true"}
)
FED = Dots.model_validate({"dots": "Hva snakker vi om?", "from": "ideer"})


def placed(*people: str) -> tuple[JSON, ...]:
    """`AAB` = two dots on A and one on B, an option at a time as they are stored."""
    return tuple(
        {"dots": [LETTERS.index(letter), person.count(letter)]}
        for person in people
        for letter in sorted(set(person))
    )


def room(*people: str, abstained: int = 0) -> Gathered:
    return gathered(placed(*people), len(people), abstained=abstained)


def test_stacked_dots_are_told_from_the_people_who_placed_them() -> None:
    shown = STACK.show(room("AAA", "ABB", "BCD", "B", "DD", abstained=1))
    assert bars(shown) == [
        ("1. A", "4", "2 personer", "40 %"),
        ("1. B", "4", "3 personer", "60 %"),
        ("3. D", "3", "2 personer", "40 %"),
        ("4. C", "1", "1 person", "20 %"),
        ("5. E", "0", "0 personer", "0 %"),
    ]
    assert note(shown) == [
        "5 av 22 har svart",
        "prosent av dem som svarte",
        "samme plass = likt",
        "1 hoppet over",
    ]
    assert (only(shown, Measures).most, said(only(shown, Measures).head)) == (4, "Prikker")


def test_dots_that_are_not_stacked_are_people() -> None:
    shown = PLAIN.show(room("ABC", "ABD", "AB", "A", "ADC"))
    assert bars(shown) == [
        ("1. A", "5", "5 personer", "100 %"),
        ("2. B", "3", "3 personer", "60 %"),
        ("3. C", "2", "2 personer", "40 %"),
        ("3. D", "2", "2 personer", "40 %"),
        ("5. E", "0", "0 personer", "0 %"),
    ]


def test_without_ties_nothing_is_said_of_them() -> None:
    assert note(STACK.show(room("AAA", "ABB", "BCC", "DDD", "D", "EAA"))) == [
        "6 av 22 har svart",
        "prosent av dem som svarte",
    ]


@pytest.mark.parametrize(
    ("options", "dots"), [(2, 1), (4, 1), (5, 2), (8, 2), (9, 3), (12, 3), (13, 4), (60, 15)]
)
def test_a_person_has_a_dot_for_every_four_options_rounded_up(options: int, dots: int) -> None:
    (share,) = FED.form(Asked(options=tuple(map(str, range(options)))), ())
    assert isinstance(share, Share)
    assert (share.total, share.most, share.exact) == (dots, 1, False)


def test_nobody_has_more_dots_than_can_be_placed() -> None:
    keys = {"dots": "Hva?", "options": ["A", "B"], "each": "5"}
    assert Dots.model_validate(keys).had(ASKED) == 2
    assert Dots.model_validate({**keys, "stack": "ja"}).had(ASKED) == 5


def test_not_all_dots_need_be_used_but_no_more_than_there_are() -> None:
    two, four = {"dots-0": ["1"], "dots-4": ["1"]}, {f"dots-{index}": ["1"] for index in range(4)}
    assert PLAIN.accept(two, ASKED, ()) == placed("AE")
    for step in (PLAIN, STACK):
        assert isinstance(step.accept(four, ASKED, ()), Refused)


def test_several_on_one_only_where_they_may_be_stacked() -> None:
    form = {"dots-1": ["2"], "dots-2": ["1"]}
    assert STACK.accept(form, ASKED, ()) == placed("BBC")
    read = PLAIN.accept(form, ASKED, ())
    assert isinstance(read, Refused)
    assert read.field == "dots-1"


def test_how_to_answer_says_how_many_and_whether_on_the_same() -> None:
    one = Dots.model_validate({"dots": "Hva?", "options": ["A", "B"]})
    assert [said(only(step.ask(ASKED), Options).hint) for step in (PLAIN, STACK, one)] == [
        "Sett inntil 3 prikker, høyst én på hver",
        "Sett inntil 3 prikker, gjerne flere på samme",
        "Sett én prikk",
    ]


def test_an_earlier_round_stands_beside_this_one_unless_it_is_below_the_floor() -> None:
    now = room("AB", "A", "A", "B", "A")
    assert bars(PLAIN.show(after(placed("B", "B", "B", "AB", "A"), 5, now)))[:2] == [
        ("1. A", "4", "4 personer", "80 %", "2 forrige gang"),
        ("2. B", "2", "2 personer", "40 %", "4 forrige gang"),
    ]
    assert len(bars(PLAIN.show(after(placed("B", "B", "B", "A"), 4, now)))[0]) == 4


def test_what_a_phone_placed_stands_in_its_form_again() -> None:
    (share,) = STACK.form(ASKED, placed("BBD"))
    assert isinstance(share, Share)
    assert share.given == (0, 2, 0, 1, 0)


def test_nobody_answered_is_not_a_row_of_empty_bars() -> None:
    assert only(PLAIN.show(gathered(abstained=3)), Empty)


def test_a_row_is_what_a_person_placed_on_an_option() -> None:
    assert STACK.rows(room("BBA", "A")) == [
        {"option": "A", "dots": 1},
        {"option": "A", "dots": 1},
        {"option": "B", "dots": 2},
    ]


@pytest.mark.parametrize("each", ["0", "-1", "61", "to"])
def test_a_person_has_a_dot_at_least(each: str) -> None:
    with pytest.raises(ValidationError):
        Dots.model_validate({"dots": "Hva?", "options": ["A", "B"], "each": each})
