"""`words`: people counted by word, whatever the case and marks; nothing joined that may mean two things."""

from collections.abc import Sequence

import msgspec
import pytest

from tests.kinds.results import note, only
from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Cloud, Empty, Options
from workshop.core.fields import Refused, Text, texts
from workshop.core.gathered import Gathered
from workshop.core.moderation import AnyDecision, Group, Hide, Merge, Rename, identified
from workshop.core.phrases import told
from workshop.core.place import JSON
from workshop.kinds.words import Words
from workshop.language import language

THREE = Words.model_validate({"words": "Hva tar du med deg?"})
ONE = Words.model_validate({"words": "Hva tar du med deg?", "max": "1"})


def sent(*words: str) -> tuple[JSON, ...]:
    return tuple({"word": word} for word in words)


def room(*words: str, people: int | None = None) -> Gathered:
    return gathered(sent(*words), len(words) if people is None else people)


def cloud(gathered: Gathered) -> list[tuple[str, int]]:
    return [(word.text, word.n) for word in only(THREE.show(gathered), Cloud).words]


def decided(gathered: Gathered, *decisions: AnyDecision) -> Gathered:
    return msgspec.structs.replace(gathered, decisions=decisions)


def ids(gathered: Gathered, *words: str) -> tuple[str, ...]:
    known = identified(texts(gathered.contributions, "word"), gathered.key)
    return tuple(id for word in words for id, text in known.items() if text == word)


def test_the_most_written_word_stands_first_and_equal_ones_by_the_alphabet() -> None:
    words = ["tid", "ro", "ro", "kaffe", "folk", "ro", "tid"]
    assert cloud(room(*words)) == [("ro", 3), ("tid", 2), ("folk", 1), ("kaffe", 1)]


@pytest.mark.parametrize(
    "form",
    [
        "trygghet",
        "Trygghet",
        "TRYGGHET",
        "«trygghet»",
        "trygghet!",
        " trygghet. ",
        '"Trygghet"',
        "(trygghet)",
    ],
)
def test_case_and_the_marks_around_a_word_make_no_difference(form: str) -> None:
    assert cloud(room("trygghet", "trygghet", form)) == [("trygghet", 3)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("leder", "lederen"),
        ("C", "C#"),
        ("C", "C++"),
        ("5", "-5"),
        ("må", "ma"),
        ("tillit", "tilliten"),
        ("a b", "ab"),
    ],
)
def test_what_may_mean_two_things_stays_two_words(one: str, other: str) -> None:
    assert {text for text, _ in cloud(room(one, other))} == {one, other}


@pytest.mark.parametrize(
    ("forms", "shown"),
    [
        (["NAV", "nav", "NAV"], "NAV"),
        (["Ro", "ro"], "ro"),
        (["RO", "Ro"], "Ro"),
        (["ro!", "Ro", "Ro"], "Ro"),
        (["Oslo"], "Oslo"),
        ([":-)"], ":-)"),
    ],
)
def test_the_form_most_often_written_is_shown_and_of_equal_ones_the_quieter(
    forms: Sequence[str], shown: str
) -> None:
    assert cloud(room(*forms)) == [(shown, len(forms))]


def test_the_same_word_twice_from_one_person_counts_once() -> None:
    assert THREE.accept({"word": ["Ro", "ro!", "tid"]}, ASKED, ()) == sent("Ro", "tid")
    assert THREE.accept({"word": ["tid", "", "«TID»"]}, ASKED, ()) == sent("tid")


def test_more_words_than_there_are_to_give_are_refused_and_so_are_long_ones() -> None:
    assert THREE.accept({"word": ["å" * 40]}, ASKED, ()) == sent("å" * 40)
    for form in ({"word": ["å" * 41]}, {"word": ["a", "b", "c", "d"]}):
        read = THREE.accept(form, ASKED, ())
        assert isinstance(read, Refused)
        assert read.field == "word"


def test_words_that_the_room_merged_count_together_and_the_note_says_so() -> None:
    written = room("ro", "ro", "stillhet", "tid", "Ro!")
    merged = decided(written, Merge(ids(written, "ro", "stillhet")))
    assert cloud(merged) == [("ro", 4), ("tid", 1)]
    assert note(THREE.show(merged)) == [
        "5 av 22 har svart",
        "større ord = flere har skrevet det",
        "noen ord er slått sammen",
    ]
    assert "noen ord er slått sammen" not in note(THREE.show(written))


def test_a_word_that_was_renamed_counts_with_those_like_it() -> None:
    written = room("rolighet", "ro", "tid")
    assert cloud(decided(written, Rename(ids(written, "rolighet"), "Ro"))) == [("ro", 2), ("tid", 1)]


def test_a_hidden_word_is_in_no_cloud_no_row_and_feeds_nothing_but_is_counted() -> None:
    written = room("ro", "Kari", "tid")
    hidden = decided(written, Hide(ids(written, "Kari")))
    assert cloud(hidden) == [("ro", 1), ("tid", 1)]
    assert {row["word"] for row in THREE.rows(hidden)} == {"ro", "tid"}
    assert THREE.feed(hidden) == ("ro", "tid")
    assert note(THREE.show(hidden))[-1] == "1 skjult av møtelederen"


def test_no_word_has_more_people_than_answered() -> None:
    written = room("ro", "stillhet", "ro", "stillhet", people=2)
    assert cloud(decided(written, Merge(ids(written, "ro", "stillhet")))) == [("ro", 2)]


def test_a_row_is_a_word_as_it_was_written() -> None:
    assert sorted(row["word"] for row in THREE.rows(room("ro", "Ro!", "tid"))) == ["Ro!", "ro", "tid"]


def test_it_feeds_a_later_step_with_words_or_with_themes() -> None:
    written = room("tid", "ro", "Ro")
    assert THREE.feed(written) == ("ro", "tid")
    assert THREE.feed(decided(written, Group(ids(written, "ro"), "Hvile"))) == ("Hvile",)


def test_a_person_has_as_many_short_boxes_as_words() -> None:
    (three,), (one,) = THREE.form(ASKED, sent("ro")), ONE.form(ASKED, ())
    assert isinstance(three, Text)
    assert isinstance(one, Text)
    assert (three.boxes, three.lines, three.longest, three.value) == (3, 1, 40, ("ro",))
    assert (one.boxes, one.hint) == (1, "")
    hints = [told(only(step.ask(ASKED), Options).hint, language("nb")) for step in (THREE, ONE)]
    assert hints == ["Inntil 3 ord", "Ett ord"]


def test_an_empty_room_says_so_and_counts_who_skipped() -> None:
    shown = THREE.show(gathered(abstained=2))
    assert only(shown, Empty)
    assert note(shown) == ["2 hoppet over"]
