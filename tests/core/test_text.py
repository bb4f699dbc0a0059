"""What is left of a stranger's text."""

import random
import re
import unicodedata

import pytest

from tests.core.hostile import HOSTILE
from workshop.core import text
from workshop.core.text import MAX_GRAPHEMES, MAX_LINES, MAX_POINTS, clean, clean_line, length

CONTROL = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
} - {"\n"}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_hostile_text_keeps_what_could_move_a_cursor_or_flood_a_screen(text: str) -> None:
    found = clean(text)
    assert not CONTROL & set(found)
    assert found.count("\n") < MAX_LINES
    assert length(found) <= MAX_GRAPHEMES
    assert len(found) <= MAX_GRAPHEMES * MAX_POINTS
    assert all(line == line.strip() for line in found.split("\n"))
    assert unicodedata.is_normalized("NFC", found)
    found.encode()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


def test_any_mixture_is_cleaned_once_and_for_all() -> None:
    dice = random.Random(7)
    bits = [
        "a",
        "b",
        " ",
        "\n",
        "\r",
        "\t",
        "\x1b",
        "\u0301",
        "\u0323",
        "\u200d",
        "\u200b",
        "\u00a0",
        "\u1100",
        "\u1161",
    ]
    bits += ["\u11a8", "\u0958", "\u2028", "\U0001f468", "\u0600", "\u2800", "\ufe0f", "\u0e33", "\U000e0041"]
    for _ in range(3_000):
        text = "".join(dice.choices(bits, k=dice.randrange(60)))
        found = clean(text, graphemes=12, lines=3)
        line = clean_line(text, graphemes=12)
        assert clean(found, graphemes=12, lines=3) == found
        assert clean_line(line, graphemes=12) == line
        assert length(found) <= 12
        assert found.count("\n") < 3
        assert "\n" not in line


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\x1b[31mrød\x1b[0m", "[31mrød[0m"),
        ("\x1b]52;c;cm0=\x07", "]52;c;cm0="),
        ("a\u202eb\u2066c", "abc"),
        ("e\u0301", "é"),
        ("en\r\nto\rtre\u2028fire", "en\nto\ntre\nfire"),
        ("  en  \n\n\n\n to ", "en\n\nto"),
        ("en\u00a0to\tre", "en to re"),
        ("Z" + "\u0334" * 40, "Z" + "\u0334" * 4),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("[/] [@click=app.quit]", "[/] [@click=app.quit]"),
        ("\ud83d", ""),
        ("\U0001fae9 nytt", "\U0001fae9 nytt"),
    ],
)
def test_what_is_left_of_it(text: str, left: str) -> None:
    assert clean(text) == left


@pytest.mark.parametrize(
    "blank", ["", "  \n\t ", "\u200b", "\u3164", "\u2800\u115f", "\u0301\u0301", "\u200d"]
)
def test_a_text_without_anything_to_see_is_empty(blank: str) -> None:
    assert clean(blank) == ""
    assert clean_line(blank) == ""


def test_lines_and_characters_beyond_the_limits_are_cut() -> None:
    assert clean("\n".join("abcdefgh"), lines=3) == "a\nb\nc"
    assert clean("æøå" * 10, graphemes=4) == "æøåæ"
    assert clean("abc def", graphemes=4) == "abc"


def test_a_line_holds_no_break_and_no_double_space() -> None:
    assert clean_line("  en\n\n to\u2029tre \u200b fire ") == "en to tre fire"


def test_one_character_of_thousands_of_code_points_is_none() -> None:
    assert clean("\u1100" * 40_000) == "\ufffd"
    assert clean("før " + "\U0001f468\u200d" * 20_000 + " etter") == "før \ufffd"
    assert clean("før " + "\U0001f468\u200d" * 20 + " etter") == "før \ufffd etter"
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
    assert (clean(family), length(family)) == (family, 1)


def test_everyday_letters_are_those_that_cleaning_leaves_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    everyday = [letter for letter in map(chr, range(0x400)) if text._EVERYDAY.fullmatch(letter)]
    assert {*"aÅæøß!?§½×", "\n", " "} < set(everyday)
    monkeypatch.setattr(text, "_EVERYDAY", re.compile("(?!)"))
    for letter in everyday:
        assert text._harmless(f"a{letter}b", MAX_GRAPHEMES) == f"a{letter}b"
