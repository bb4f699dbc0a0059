"""`fist`: six bars in the order of the levels, and what the room should stop at."""

import pytest

from tests.kinds.results import after, flags, note, only, said
from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Bars, Blocks, Empty, Flag, Heading, Note, Options, Text
from workshop.core.fields import Rate, Refused
from workshop.core.gathered import Gathered
from workshop.core.place import JSON
from workshop.kinds.fist import Fist

FIST = Fist.model_validate({"fist": "Vi prøver fra mars."})
RULED = Fist.model_validate({"fist": "Vi prøver fra mars.", "rule": "Vi går videre når *ingen* er under 3."})


def fingers(*counts: int) -> tuple[JSON, ...]:
    """How many held up 0, 1 … 5."""
    return tuple({"fingers": level} for level, n in enumerate(counts) for _ in range(n))


def room(*counts: int, abstained: int = 0) -> Gathered:
    return gathered(fingers(*counts), sum(counts), abstained=abstained)


def bars(blocks: Blocks) -> list[tuple[str, int]]:
    return [(said(bar.label), bar.n) for bar in only(blocks, Bars).bars]


def test_six_bars_stand_from_five_to_none_whatever_their_size() -> None:
    assert bars(FIST.show(room(0, 1, 0, 4, 2, 3))) == [
        ("5 Helt for, går foran", 3),
        ("4 For, og tar min del av jobben", 2),
        ("3 Greit, kan leve med det", 4),
        ("2 Litt i tvil, vil snakke mer om det", 0),
        ("1 Sterkt i tvil, noe må endres først", 1),
        ("0 Blokkerer: kan ikke være med på dette", 0),
    ]


def test_per_cent_are_of_the_people_who_answered() -> None:
    table = only(FIST.show(room(0, 0, 0, 1, 1, 6, abstained=4)), Bars).table()
    assert [said(row[2]) for row in table.rows] == ["75 %", "13 %", "13 %", "0 %", "0 %", "0 %"]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0, 0, 2, 2, 2), []),
        ((0, 0, 1, 2, 2, 2), [("Én er under 3: Hva skal til?", False)]),
        ((0, 2, 1, 2, 0, 0), [("3 er under 3: Hva skal til?", False)]),
        (
            (1, 0, 0, 2, 2, 2),
            [
                ("Én står på 0 og blokkerer: Snakk sammen før dere bestemmer.", True),
                ("Én er under 3: Hva skal til?", False),
            ],
        ),
        (
            (2, 1, 0, 2, 2, 2),
            [
                ("2 står på 0 og blokkerer: Snakk sammen før dere bestemmer.", True),
                ("3 er under 3: Hva skal til?", False),
            ],
        ),
    ],
)
def test_anyone_below_three_is_a_flag_and_anyone_at_none_a_block(
    counts: tuple[int, ...], expected: list[tuple[str, bool]]
) -> None:
    assert flags(FIST.show(room(*counts))) == expected


def test_the_flags_stand_before_the_bars_so_that_no_page_hides_them() -> None:
    kinds = [type(block) for block in RULED.show(room(1, 0, 0, 5))]
    assert kinds == [Heading, Text, Flag, Flag, Bars, Note]


@pytest.mark.parametrize(
    ("counts", "median"),
    [
        ((0, 0, 0, 3, 3, 0), "3,5"),
        ((3, 0, 0, 0, 0, 3), "2,5"),
        ((0, 1, 1, 1, 1, 1), "3"),
        ((5, 0, 0, 0, 0, 0), "0"),
    ],
)
def test_the_median_stands_in_the_last_line(counts: tuple[int, ...], median: str) -> None:
    assert note(FIST.show(room(*counts, abstained=2))) == [
        f"{sum(counts)} av 22 har svart",
        f"median {median}",
        "2 hoppet over",
    ]


def test_an_earlier_round_stands_beside_this_one() -> None:
    shown = FIST.show(after(fingers(1, 2, 2), 5, room(0, 0, 1, 2, 2, 1)))
    found = only(shown, Bars)
    assert [bar.before for bar in found.bars] == [0, 0, 0, 2, 2, 1]
    assert (found.of, found.of_before) == (6, 5)
    assert note(shown)[1:] == ["median 3,5", "median 1 forrige gang"]
    assert flags(shown) == [("Én er under 3: Hva skal til?", False)]


def test_an_earlier_round_below_the_floor_is_not_shown() -> None:
    found = FIST.show(after(fingers(4), 4, room(0, 0, 0, 5)))
    assert all(bar.before is None for bar in only(found, Bars).bars)
    assert "forrige" not in " ".join(note(found))


def test_none_is_an_answer_and_six_is_refused() -> None:
    assert FIST.accept({"fingers": ["0"]}, ASKED, ()) == ({"fingers": 0},)
    for wrong in ("6", "-1", "2.5"):
        assert isinstance(FIST.accept({"fingers": [wrong]}, ASKED, ()), Refused)


def test_what_a_phone_held_up_is_held_up_in_its_form_again_none_too() -> None:
    (rate,) = FIST.form(ASKED, fingers(1))
    assert isinstance(rate, Rate)
    assert (rate.picked, list(rate.values)) == (0, [0, 1, 2, 3, 4, 5])
    assert said(rate.named(0)).startswith("Blokkerer")


def test_the_rule_stands_under_the_proposal_before_and_after() -> None:
    for blocks in (RULED.ask(ASKED), RULED.show(room(0, 0, 0, 5)), RULED.show(gathered())):
        assert [p.plain for p in only(blocks, Text).paragraphs] == ["Vi går videre når ingen er under 3."]
    assert not any(isinstance(block, Text) for block in FIST.ask(ASKED))
    assert said(only(FIST.ask(ASKED), Options).hint) == "0 = blokkerer, 3 = kan leve med det, 5 = helt for"


def test_an_empty_room_has_neither_bars_nor_flags() -> None:
    shown = FIST.show(gathered(abstained=1))
    assert only(shown, Empty)
    assert (flags(shown), note(shown)) == ([], ["1 hoppet over"])


def test_a_row_is_a_person() -> None:
    assert FIST.rows(room(1, 0, 0, 2)) == [{"level": 0}, {"level": 3}, {"level": 3}]
