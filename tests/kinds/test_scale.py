"""`scale`: distributions and medians whose figures are known beforehand."""

from collections.abc import Sequence

import pytest
from pydantic import ValidationError

from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Blocks, Empty, LevelRow, Levels, Options
from workshop.core.fields import Rate
from workshop.core.gathered import Gathered
from workshop.core.phrases import told
from workshop.core.place import JSON
from workshop.kinds.scale import Scale
from workshop.language import language

ROWS = Scale.model_validate(
    {"scale": "Hvor godt stemmer det?", "statements": ["Jeg blir sett", "Jeg blir hørt"]}
)
BARE = Scale.model_validate({"scale": "Tempoet passer meg", "levels": "4"})


def ratings(*rows: Sequence[int]) -> tuple[JSON, ...]:
    """How many chose each level, row by row."""
    return tuple(
        {f"row{row}": level}
        for row, counts in enumerate(rows, 1)
        for level, count in enumerate(counts, 1)
        for _ in range(count)
    )


def levels(blocks: Blocks) -> tuple[LevelRow, ...]:
    (found,) = (block for block in blocks if isinstance(block, Levels))
    return found.rows


def test_each_statement_has_its_distribution_and_median() -> None:
    sett, hort = levels(ROWS.show(gathered(ratings((0, 2, 4, 8, 5), (1, 3, 6, 6, 3)), 19)))
    assert (sett.label, sett.counts, sett.median) == ("Jeg blir sett", (0, 2, 4, 8, 5), 4)
    assert (hort.label, hort.counts, hort.median) == ("Jeg blir hørt", (1, 3, 6, 6, 3), 3)


@pytest.mark.parametrize(
    ("counts", "median"),
    [
        ((1, 1, 1, 1, 1), 3),
        ((0, 3, 3, 0, 0), 2.5),
        ((3, 0, 0, 0, 3), 3),
        ((0, 0, 0, 3, 3), 4.5),
        ((0, 3, 2, 0, 1), 2.5),
        ((6, 0, 0, 0, 0), 1),
        ((1, 0, 0, 0, 5), 5),
    ],
)
def test_a_median_of_an_even_number_lies_between_the_two_in_the_middle(
    counts: Sequence[int], median: float
) -> None:
    assert levels(ROWS.show(gathered(ratings(counts), 7)))[0].median == median


def test_a_statement_that_too_few_rated_is_withheld_by_itself() -> None:
    room = gathered(ratings((1, 1, 1, 1, 1), (0, 0, 4)), 5)
    full, thin = levels(ROWS.show(room))
    assert full.counts == (1, 1, 1, 1, 1)
    assert (thin.counts, thin.median) == ((), None)
    assert told(thin.withheld, language("nb")) == "færre enn 5 svarte på denne"
    assert {row["statement"] for row in ROWS.rows(room)} == {"Jeg blir sett"}


def test_a_statement_that_nobody_rated_is_withheld_too() -> None:
    assert levels(ROWS.show(gathered(ratings((5,)), 5)))[1].withheld


def test_the_floor_is_the_sessions() -> None:
    room = gathered(ratings((3,), (2,)), 3, floor=3)
    assert [bool(row.withheld) for row in levels(ROWS.show(room))] == [False, True]


def test_whoever_abstained_counts_in_no_row() -> None:
    (row,) = levels(BARE.show(gathered(ratings((0, 2, 3, 1)), 6, abstained=9)))
    assert (sum(row.counts), row.median) == (6, 3)


def test_without_statements_the_question_itself_is_rated() -> None:
    (field,) = BARE.form(ASKED, ())
    assert isinstance(field, Rate)
    assert (field.label, field.levels) == ("Tempoet passer meg", 4)
    (row,) = levels(BARE.show(gathered(ratings((1, 1, 1, 2)), 5)))
    assert (row.label, row.counts, row.median) == ("", (1, 1, 1, 2), 3)


def test_nobody_answered_is_not_a_row_of_empty_levels() -> None:
    assert any(isinstance(block, Empty) for block in ROWS.show(gathered()))


def test_a_row_is_a_rating() -> None:
    rows = BARE.rows(gathered(ratings((2, 0, 1, 2)), 5))
    assert [row["level"] for row in rows] == [1, 1, 3, 4, 4]
    assert {row["statement"] for row in rows} == {"Tempoet passer meg"}


def test_what_a_phone_rated_is_chosen_again_in_its_form() -> None:
    fields = ROWS.form(ASKED, ({"row2": 4},))
    assert [field.picked for field in fields if isinstance(field, Rate)] == [None, 4]


def test_the_ends_are_named_or_only_counted() -> None:
    named = Scale.model_validate({"scale": "Hvor?", "low": "uenig", "high": "enig"})
    hints = [
        told(b.hint, language("nb")) for s in (named, BARE) for b in s.ask(ASKED) if isinstance(b, Options)
    ]
    assert hints == ["1 = uenig, 5 = enig", "Fra 1 til 4"]
    assert named.names == ("uenig", "", "", "", "enig")


@pytest.mark.parametrize(
    "keys", [{"levels": "1"}, {"levels": "11"}, {"labels": ["a", "b"]}, {"statements": ["a", "A"]}]
)
def test_levels_labels_and_statements_must_fit(keys: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Scale.model_validate({"scale": "Hvor?", **keys})


def test_labels_name_every_level() -> None:
    scale = Scale.model_validate(
        {"scale": "Hvor ofte?", "levels": "3", "labels": ["aldri", "av og til", "ofte"]}
    )
    assert scale.names == ("aldri", "av og til", "ofte")


def test_a_second_round_stands_beside_the_first_row_by_row() -> None:
    def rated(*rows: tuple[int, ...], earlier: tuple[Gathered, ...] = ()) -> Gathered:
        found: tuple[JSON, ...] = tuple(
            {f"row{number}": level} for number, row in enumerate(rows, 1) for level in row
        )
        return Gathered(ASKED, found, 6, joined=6, earlier=earlier)

    first = rated((1, 1, 2, 2, 3), (4, 4))
    second = rated((3, 4, 4, 5, 5), (5, 5, 5, 5, 5), earlier=(first,))
    two = Scale(scale="Hvor godt?", statements=("Sett", "Hørt"))
    (levels,) = (block for block in two.show(second) if isinstance(block, Levels))
    seen, heard = levels.rows
    assert (seen.counts, seen.median) == ((0, 0, 1, 2, 2), 4.0)
    assert (seen.before, seen.median_before) == ((2, 2, 1, 0, 0), 2.0)
    assert (heard.before, heard.median_before) == ((), None)
