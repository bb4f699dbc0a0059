"""Blocks: plain data that travels as JSON and always has a table to fall back on."""

from typing import get_args

import msgspec
import pytest

from workshop.core import blocks
from workshop.core.blocks import (
    AnyBlock,
    Bar,
    Blocks,
    Card,
    CloudWord,
    LevelRow,
    Measure,
    Paragraph,
    Part,
    PlotPoint,
    Run,
    Theme,
    number,
    percent,
)
from workshop.core.phrases import phrase, told
from workshop.language import language

ALL: Blocks = (
    blocks.Heading("Den rosa elefanten", quiet=True),
    blocks.Text(
        (Paragraph((Run("Noe "), Run("alle", strong=True))), Paragraph((Run("punkt"),), bullet=True))
    ),
    blocks.Quote("Å gjøre ingenting", "Hippokrates", "ca. 400 f.Kr."),
    blocks.Columns((Part("Teori", "Kunnskaper"), Part("Person")), by="Skau"),
    blocks.Tree((Theme("Skole", ("Endring", "Barn")), Theme("Elefant"))),
    blocks.Options(("Ja", "Nei"), phrase("Choose one")),
    blocks.Cue(phrase("In pairs")),
    blocks.Countdown(back=True),
    blocks.Bars((Bar("Ja", 3), Bar(phrase("Something else"), 1, own=True)), 4),
    blocks.Levels(
        (LevelRow("Sett", (1, 0, 4), 3.0), LevelRow("Hørt", withheld="for få")), ("lite", "", "mye")
    ),
    blocks.Cards((Card("Tid", 2, "Ressurser"), Card("Ro"))),
    blocks.Spotlight("Ro og fred", times=2),
    blocks.Cloud((CloudWord("tillit", 3), CloudWord("ro", 1))),
    blocks.Measures((Measure("Tid", 2.5, "2.5", (phrase("Median"),)),), 4.0, phrase("Median")),
    blocks.Plot((PlotPoint("Tid", 0.25, 1.0, 0.1, 7),), ("lite", "mye"), ("lav", "høy")),
    blocks.Image("kart.png", "Et kart", "Her er vi"),
    blocks.Flag(phrase("In pairs"), stop=True),
    blocks.Table((("a", "b"), ("c", "d")), ("x", "y")),
    blocks.Note((phrase("in random order"), "n")),
    blocks.Empty(phrase("No answers yet")),
)


def test_every_block_is_tried() -> None:
    assert {type(block) for block in ALL} == set(get_args(AnyBlock))


def test_blocks_are_the_same_after_json() -> None:
    assert msgspec.json.decode(msgspec.json.encode(ALL), type=Blocks) == ALL


@pytest.mark.parametrize("block", ALL, ids=lambda block: type(block).__name__)
def test_every_block_has_a_table(block: AnyBlock) -> None:
    table = block.table()
    assert table.table() == table
    assert all(told(cell, language("nb")) is not None for row in (table.head, *table.rows) for cell in row)


def test_a_table_of_bars_has_people_and_share() -> None:
    rows = blocks.Bars((Bar("Ja", 3), Bar("Nei", 1)), 4).table().rows
    assert [[told(cell, language("en")) for cell in row] for row in rows] == [
        ["Ja", "3", "75%"],
        ["Nei", "1", "25%"],
    ]


def test_a_table_of_levels_numbers_them_and_names_the_thin_row() -> None:
    (levels,) = (block for block in ALL if isinstance(block, blocks.Levels))
    table = levels.table()
    assert [told(cell, language("en")) for cell in table.head] == ["", "1 lite", "2", "3 mye", "Median"]
    assert table.rows == (("Sett", "1", "0", "4", "3"), ("Hørt", "for få"))


def test_a_table_of_levels_has_what_was_before_on_a_line_of_its_own() -> None:
    row = LevelRow("", (1, 0), 1.0, before=(0, 2), median_before=2.0)
    rows = blocks.Levels((row,), ("lite", "mye")).table().rows
    assert [[told(cell, language("nb")) for cell in row] for row in rows] == [
        ["Nå", "1", "0", "1"],
        ["Før", "0", "2", "2"],
    ]


@pytest.mark.parametrize(
    ("n", "of", "share"),
    [(0, 0, "0%"), (0, 7, "0%"), (1, 3, "33%"), (2, 3, "67%"), (1, 8, "13%"), (1, 200, "1%"), (7, 7, "100%")],
)
def test_per_cent_is_rounded_half_up(n: int, of: int, share: str) -> None:
    assert told(percent(n, of), language("en")) == share


def test_a_median_is_whole_or_half() -> None:
    assert (number(3.0), number(None)) == ("3", "")
    assert [told(number(3.5), language(tag)) for tag in ("en", "nb")] == ["3.5", "3,5"]
