"""`choice`: bars whose figures are known beforehand."""

from collections.abc import Sequence

import pytest
from pydantic import ValidationError

from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Bars, Blocks, Cards, Empty, Note, Options
from workshop.core.fields import Pick
from workshop.core.phrases import told
from workshop.core.place import JSON
from workshop.kinds.choice import Choice
from workshop.language import language

NB = language("nb")
OPTIONS = ["Flest mulig", "Den enkelte", "Det varierer"]
ONE = Choice.model_validate({"choice": "Hva gjelder?", "options": OPTIONS})
MANY = Choice.model_validate({"choice": "Hva gjelder?", "options": OPTIONS, "many": "true"})
OTHER = Choice.model_validate({"choice": "Hva gjelder?", "options": OPTIONS, "other": "ja"})


def ticks(*counts: int, other: Sequence[str] = ()) -> tuple[JSON, ...]:
    """How many chose each option, and what others wrote."""
    written: tuple[JSON, ...] = tuple({"pick-other": text} for text in other)
    picked: tuple[JSON, ...] = tuple({"pick": option} for option, n in enumerate(counts) for _ in range(n))
    return picked + written


def bars(blocks: Blocks) -> list[tuple[str, int, str]]:
    """Label, people and per cent of each bar."""
    (found,) = (block for block in blocks if isinstance(block, Bars))
    return [
        (told(a, NB), int(told(b, NB)), told(c, NB).replace("\u00a0", " ")) for a, b, c in found.table().rows
    ]


def test_the_question_lists_its_options_in_the_authors_order() -> None:
    (options,) = (block for block in ONE.ask(ASKED) if isinstance(block, Options))
    assert (list(options.items), told(options.hint, NB)) == (OPTIONS, "Velg én")


def test_bars_stand_by_size_and_ties_in_the_authors_order() -> None:
    assert bars(ONE.show(gathered(ticks(2, 9, 2), 13))) == [
        ("Den enkelte", 9, "69 %"),
        ("Flest mulig", 2, "15 %"),
        ("Det varierer", 2, "15 %"),
    ]


def test_an_option_that_nobody_chose_is_a_bar_too() -> None:
    assert bars(ONE.show(gathered(ticks(5, 0, 3), 8)))[-1] == ("Den enkelte", 0, "0 %")


def test_where_several_may_be_chosen_the_share_is_of_people() -> None:
    shown = MANY.show(gathered(ticks(8, 6, 2), 8))
    assert bars(shown) == [
        ("Flest mulig", 8, "100 %"),
        ("Den enkelte", 6, "75 %"),
        ("Det varierer", 2, "25 %"),
    ]
    (note,) = (block for block in shown if isinstance(block, Note))
    assert [told(part, NB) for part in note.parts] == [
        "8 av 22 har svart",
        "prosent av dem som svarte",
        "flere valg er lov",
    ]


def test_own_words_are_one_bar_at_the_end_with_the_words_under_it() -> None:
    shown = OTHER.show(gathered(ticks(1, 2, 4, other=["Tilfeldig", "Den som roper", "Penger"]), 10))
    assert bars(shown) == [
        ("Det varierer", 4, "40 %"),
        ("Den enkelte", 2, "20 %"),
        ("Flest mulig", 1, "10 %"),
        ("Noe annet", 3, "30 %"),
    ]
    (cards,) = (block for block in shown if isinstance(block, Cards))
    assert sorted(card.text for card in cards.cards) == ["Den som roper", "Penger", "Tilfeldig"]


def test_without_own_words_there_are_no_cards() -> None:
    assert not any(isinstance(block, Cards) for block in OTHER.show(gathered(ticks(5), 5)))


def test_nobody_answered_is_not_a_row_of_empty_bars() -> None:
    shown = ONE.show(gathered())
    assert any(isinstance(block, Empty) for block in shown)
    assert not any(isinstance(block, Bars) for block in shown)


def test_a_row_is_a_tick_or_own_words() -> None:
    assert OTHER.rows(gathered(ticks(1, 0, 2, other=["Penger"]), 4)) == [
        {"option": "Flest mulig"},
        {"option": "Det varierer"},
        {"option": "Det varierer"},
        {"option": None, "other": "Penger"},
    ]


def test_what_a_phone_chose_is_chosen_again_in_its_form() -> None:
    (one,) = MANY.form(ASKED, ticks(1, 0, 1))
    (own,) = OTHER.form(ASKED, ticks(other=["Penger"]))
    assert isinstance(one, Pick)
    assert isinstance(own, Pick)
    assert (one.picked, own.picked, own.own) == ((0, 2), (), "Penger")


@pytest.mark.parametrize("options", [[], ["Ja"], ["Ja", "ja"], ["Ja", ""], None])
def test_options_are_at_least_two_and_all_different(options: list[str] | None) -> None:
    keys = {"choice": "Hva?"} if options is None else {"choice": "Hva?", "options": options}
    with pytest.raises(ValidationError):
        Choice.model_validate(keys)
