"""Phrases: words of ours that are said by whoever draws them."""

import msgspec
import pytest

from workshop.core.phrases import Phrase, decimal, phrase, phrases, told
from workshop.language import language

NB, EN = language("nb"), language("en")


def test_a_phrase_is_said_in_the_language_of_whoever_draws_it() -> None:
    words = phrase("{n} of {joined} have answered", n=17, joined=22)
    assert told(words, EN) == "17 of 22 have answered"
    assert told(words, NB) == "17 av 22 har svart"


def test_the_form_depends_on_the_number() -> None:
    one, many = "{n} answer from {people} of {joined}", "{n} answers from {people} of {joined}"
    assert told(phrases(one, many, 1, people=1, joined=5), EN) == "1 answer from 1 of 5"
    assert told(phrases(one, many, 2, people=1, joined=5), EN) == "2 answers from 1 of 5"
    assert told(phrases(one, many, 1, people=1, joined=5), NB) == "1 svar fra 1 av 5"


def test_a_phrase_may_stand_in_a_phrase() -> None:
    inner = phrase("In pairs")
    assert (
        told(phrase("1 = {low}, {levels} = {high}", low=inner, levels=5, high="B"), NB)
        == "1 = To og to, 5 = B"
    )


def test_braces_in_a_value_are_only_text() -> None:
    words = phrase("1 = {low}, {levels} = {high}", low="{levels}", levels=5, high="{0} {x.__class__}")
    assert told(words, EN) == "1 = {levels}, 5 = {0} {x.__class__}"


def test_a_participants_own_text_is_never_translated() -> None:
    assert told("Together", NB) == "Together"
    assert told(phrase("Together"), NB) == "I plenum"


def test_a_phrase_is_the_same_after_json() -> None:
    words = phrases("{n} skipped", "{n} skipped", 2, who=phrase("In pairs"), label="tekst")
    assert msgspec.json.decode(msgspec.json.encode(words), type=Phrase) == words


@pytest.mark.parametrize(
    ("value", "nb", "en"),
    [
        (2, "2", "2"),
        (2.5, "2,5", "2.5"),
        (7 / 3, "2,33", "2.33"),
        (100, "100", "100"),
        (0, "0", "0"),
        (9.999, "10", "10"),
    ],
)
def test_a_number_has_its_languages_decimal_sign_and_two_decimals_at_most(
    value: float, nb: str, en: str
) -> None:
    assert (told(decimal(value), NB), told(decimal(value), EN)) == (nb, en)
