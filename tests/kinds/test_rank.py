"""`rank`: average places worked out by hand; ties and incomplete ballots above all."""

from itertools import permutations

import pytest

from tests.kinds.results import after, bars, note, only, said
from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Empty, Measures, Options
from workshop.core.fields import Order, Refused
from workshop.core.gathered import Asked, Gathered
from workshop.core.place import JSON
from workshop.kinds.offering import NOTHING
from workshop.kinds.rank import Rank

LETTERS = "ABCD"
FOUR = Rank.model_validate({"rank": "Hva først?", "options": list(LETTERS)})
TOP = Rank.model_validate({"rank": "Hva først?", "options": list(LETTERS), "top": "2"})
FED = Rank.model_validate({"rank": "Hva først?", "from": "ideer"})


def ballots(*orders: str) -> tuple[JSON, ...]:
    """`BA` = B first, A second, the others left out."""
    return tuple({"rank": [LETTERS.index(letter) for letter in order]} for order in orders)


def room(*orders: str, abstained: int = 0) -> Gathered:
    return gathered(ballots(*orders), len(orders), abstained=abstained)


def test_the_average_place_where_some_ranked_only_some() -> None:
    # A: 1 + 1 + 3 + 2 + 1 = 8         B: 2 + 3 + 1 + 3.5 + 2 = 11.5
    # C: 3 + 2 + 3 + 3.5 + 3 = 14.5    D: 4 + 4 + 3 + 1 + 4 = 16
    shown = FOUR.show(room("ABCD", "ACBD", "B", "DA", "ABCD", abstained=2))
    assert bars(shown) == [
        ("1. A", "1,6", "3 førsteplasser", "median 1"),
        ("2. B", "2,3", "1 førsteplass", "median 2"),
        ("3. C", "2,9", "0 førsteplasser", "median 3"),
        ("4. D", "3,2", "1 førsteplass", "median 4"),
    ]
    assert note(shown) == [
        "5 av 22 har svart",
        "gjennomsnittlig plass, lavere er bedre",
        "det noen lot stå, deler plassene som var igjen",
        "2 rangerte bare noen",
        "2 hoppet over",
    ]


def test_a_longer_bar_is_a_better_place_and_first_on_every_ballot_a_full_one() -> None:
    found = only(FOUR.show(room("ABCD", "ACBD", "ABDC", "ACDB", "ADBC")), Measures)
    assert [row.value for row in found.rows] == pytest.approx([3, 1.2, 1, 0.8])
    assert found.rows[0].value == found.most == 3
    assert said(found.head) == "Snittplass"


def test_equal_averages_share_their_place_and_the_next_one_is_left_free() -> None:
    shown = FOUR.show(room("ABCD", "BACD", "ABCD", "BACD", "ABDC", "BADC"))
    assert [row[:2] for row in bars(shown)] == [
        ("1. A", "1,5"),
        ("1. B", "1,5"),
        ("3. C", "3,33"),
        ("4. D", "3,67"),
    ]
    assert note(shown)[-1] == "samme plass = likt"
    assert bars(shown)[0][3] == "median 1,5"


def test_thirds_are_ties_too() -> None:
    shown = FOUR.show(room("ABC", "BCA", "CAB"))
    assert [row[:2] for row in bars(shown)] == [("1. A", "2"), ("1. B", "2"), ("1. C", "2"), ("4. D", "4")]


def test_every_ballot_gives_out_the_same_sum_of_places_however_short() -> None:
    for length in range(1, 5):
        for order in permutations(LETTERS, length):
            shown = only(FOUR.show(gathered(ballots("".join(order)), 1)), Measures)
            assert sum(4 - row.value for row in shown.rows) == 10


def test_one_who_ranks_a_thing_alone_does_not_put_it_first() -> None:
    assert bars(FOUR.show(room("ABC", "ABC", "ABC", "ABC", "D")))[0][0] == "1. A"


def test_all_places_there_are_make_a_complete_ballot() -> None:
    whole, some = TOP.show(room("AB", "BA", "AB", "CD", "AC")), TOP.show(room("AB", "B", "AB", "CD", "A"))
    assert "rangerte" not in " ".join(note(whole))
    assert "det noen lot stå, deler plassene som var igjen" in note(whole)
    assert "2 rangerte bare noen" in note(some)


def test_a_full_ranking_speaks_of_nothing_left_out() -> None:
    assert note(FOUR.show(room("ABCD", "BCDA", "ABDC", "ABCD", "ACBD"))) == [
        "5 av 22 har svart",
        "gjennomsnittlig plass, lavere er bedre",
    ]


def test_an_earlier_round_stands_beside_this_one_where_the_same_was_asked() -> None:
    now = room("ABCD", "ABCD", "ABCD", "ABCD", "ABCD")
    assert bars(FOUR.show(after(ballots("BACD", "BACD", "BACD", "BACD", "ABCD"), 5, now)))[0] == (
        "1. A", "1", "5 førsteplasser", "median 1", "1,8 forrige gang",
    )  # fmt: skip
    other = Asked(options=("A", "B", "C", "E"))
    fed = Gathered(Asked(options=tuple(LETTERS)), now.contributions, 5)
    assert len(bars(FED.show(after(now.contributions, 5, fed, asked=other)))[0]) == 4
    assert len(bars(FED.show(after(now.contributions, 5, fed)))[0]) == 5


def test_what_others_wrote_is_an_option_as_it_stands() -> None:
    asked = Asked(options=("{n} {0} {option}", "%s [/]", "<b>"))
    shown = FED.show(Gathered(asked, ballots("ABC", "ABC", "ABC", "ABC", "ABC"), 5))
    assert [row[0] for row in bars(shown)] == ["1. {n} {0} {option}", "2. %s [/]", "3. <b>"]


def test_a_source_with_nothing_in_it_asks_nothing_and_says_so() -> None:
    assert FED.form(Asked(options=("A",)), ()) == ()
    assert only(FED.ask(Asked()), Empty).text == only(FED.show(gathered()), Empty).text == NOTHING


def test_places_are_read_and_two_on_one_place_are_refused() -> None:
    assert FOUR.accept({"rank-1": ["1"], "rank-3": ["2"]}, ASKED, ()) == ballots("BD")
    for form, field in (
        ({"rank-0": ["1"], "rank-2": ["1"]}, "rank-2"),
        ({"rank-0": ["5"]}, "rank-0"),
        ({"rank-3": ["x"]}, "rank-3"),
    ):
        read = FOUR.accept(form, ASKED, ())
        assert isinstance(read, Refused)
        assert read.field == field
    assert isinstance(TOP.accept({"rank-0": ["3"]}, ASKED, ()), Refused)


def test_how_to_answer_says_how_many() -> None:
    one = Rank.model_validate({"rank": "Hva først?", "options": list(LETTERS), "top": "1"})
    more = Rank.model_validate({"rank": "Hva først?", "options": list(LETTERS), "top": "9"})
    hints = [said(only(step.ask(ASKED), Options).hint) for step in (FOUR, TOP, one, more)]
    assert hints == [
        "Sett dem i rekkefølge",
        "Velg de 2 første, i rekkefølge",
        "Velg den du setter først",
        "Sett dem i rekkefølge",
    ]


def test_what_a_phone_ranked_stands_in_its_form_again() -> None:
    (order,) = FOUR.form(ASKED, ballots("CA"))
    assert isinstance(order, Order)
    assert [order.place_of(index) for index in range(4)] == [2, 0, 1, 0]


def test_a_row_is_a_ballot() -> None:
    assert FOUR.rows(room("BA", "A", "BA")) == [
        {"place 1": "A"},
        {"place 1": "B", "place 2": "A"},
        {"place 1": "B", "place 2": "A"},
    ]
