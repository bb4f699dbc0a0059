"""`mood`: five levels in words, and what they were the time before."""

import pytest

from tests.kinds.results import after, note, only, said
from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Blocks, Empty, LevelRow, Levels, Options
from workshop.core.fields import Rate, Refused
from workshop.core.gathered import Gathered
from workshop.core.place import JSON
from workshop.kinds.mood import Mood

MOOD = Mood.model_validate({"mood": "Hvordan har du det nå?"})


def felt(*counts: int) -> tuple[JSON, ...]:
    """How many felt 1, 2 … 5."""
    return tuple({"mood": level} for level, n in enumerate(counts, 1) for _ in range(n))


def room(*counts: int) -> Gathered:
    return gathered(felt(*counts), sum(counts))


def row(blocks: Blocks) -> LevelRow:
    (found,) = only(blocks, Levels).rows
    return found


def test_the_levels_have_names_from_heavy_to_light_and_no_faces() -> None:
    names = [said(name) for name in only(MOOD.show(room(1, 1, 1, 1, 1)), Levels).names]
    assert names == ["Tungt", "Litt tungt", "Midt på treet", "Ganske lett", "Lett"]
    assert said(only(MOOD.ask(ASKED), Options).hint) == "1 = Tungt, 5 = Lett"


@pytest.mark.parametrize(
    ("counts", "median"),
    [
        ((0, 2, 4, 8, 5), 4),
        ((0, 3, 3, 0, 0), 2.5),
        ((3, 0, 0, 0, 3), 3),
        ((1, 0, 0, 0, 5), 5),
        ((2, 3, 0, 0, 0), 2),
    ],
)
def test_the_distribution_and_its_median(counts: tuple[int, ...], median: float) -> None:
    found = row(MOOD.show(room(*counts)))
    assert (found.counts, found.median) == (counts, median)
    assert (found.before, found.median_before) == ((), None)


def test_the_time_before_stands_beside_it_as_numbers() -> None:
    shown = MOOD.show(after(felt(3, 2, 1, 0, 0), 6, room(0, 1, 1, 2, 1)))
    assert row(shown) == LevelRow("", (0, 1, 1, 2, 1), 4, before=(3, 2, 1, 0, 0), median_before=1.5)
    assert note(shown) == ["median, svaret i midten", "5 av 22 har svart", "6 svarte forrige gang"]


@pytest.mark.parametrize(
    ("people", "floor", "beside"), [(4, 5, False), (5, 5, True), (4, 4, True), (0, 0, False)]
)
def test_a_time_before_below_the_floor_is_not_shown(people: int, floor: int, beside: bool) -> None:
    found = row(MOOD.show(after(felt(people), people, room(0, 0, 0, 0, 5), floor=floor)))
    assert bool(found.before) is beside


def test_it_compares_itself_without_being_asked() -> None:
    assert Mood.compares


def test_a_level_that_there_is_not_is_refused() -> None:
    assert MOOD.accept({"mood": ["5"]}, ASKED, ()) == felt(0, 0, 0, 0, 1)
    for wrong in ("0", "6", "lett"):
        assert isinstance(MOOD.accept({"mood": [wrong]}, ASKED, ()), Refused)


def test_what_a_phone_chose_is_chosen_again_in_its_form() -> None:
    (rate,) = MOOD.form(ASKED, felt(0, 1))
    assert isinstance(rate, Rate)
    assert (rate.picked, said(rate.named(2))) == (2, "Litt tungt")


def test_whoever_abstained_counts_in_no_level() -> None:
    shown = MOOD.show(gathered(felt(0, 0, 2, 3), 5, abstained=3))
    assert sum(row(shown).counts) == 5
    assert note(shown)[-1] == "3 hoppet over"


def test_an_empty_room_says_so() -> None:
    assert only(MOOD.show(after(felt(5), 5, gathered())), Empty)


def test_a_row_is_a_person() -> None:
    assert MOOD.rows(room(2, 0, 0, 1)) == [{"level": 1}, {"level": 1}, {"level": 4}]
