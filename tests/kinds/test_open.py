"""`open`: answers in one's own words."""

from tests.kinds.room import ASKED, gathered
from workshop.core.blocks import Cards, Empty, Note
from workshop.core.fields import Text
from workshop.core.phrases import told
from workshop.core.place import JSON
from workshop.kinds.open import Open
from workshop.language import language

ONE = Open.model_validate({"open": "Hva hjalp deg?"})
MANY = Open.model_validate({"open": "Hva hjalp deg?", "many": "true", "max": "2"})


def sent(*texts: str) -> tuple[JSON, ...]:
    return tuple({"text": text} for text in texts)


def cards(step: Open, *texts: str) -> list[str]:
    (found,) = (block for block in step.show(gathered(sent(*texts), 5)) if isinstance(block, Cards))
    return [card.text for card in found.cards]


def test_a_person_has_one_box_or_as_many_as_the_author_says() -> None:
    (one,), (many,) = ONE.form(ASKED, ()), MANY.form(ASKED, sent("ro"))
    assert isinstance(one, Text)
    assert isinstance(many, Text)
    assert (one.boxes, many.boxes, many.value) == (1, 2, ("ro",))


def test_every_answer_is_a_card_and_equal_ones_are_not_merged() -> None:
    assert sorted(cards(ONE, "ro", "tid", "ro", "kaffe", "folk")) == ["folk", "kaffe", "ro", "ro", "tid"]


def test_cards_do_not_stand_in_the_order_they_came_in() -> None:
    texts = [f"svar {number:02}" for number in range(40)]
    assert cards(MANY, *texts) == cards(MANY, *texts[::-1])
    assert cards(MANY, *texts) != texts


def test_the_note_tells_answers_from_people() -> None:
    *_, note = MANY.show(gathered(sent("a", "b", "c", "d", "e", "f", "g"), 5, abstained=1))
    assert isinstance(note, Note)
    assert [told(part, language("nb")) for part in note.parts] == [
        "7 svar fra 5 av 22",
        "i tilfeldig rekkefølge",
        "1 hoppet over",
    ]


def test_an_empty_room_says_so() -> None:
    assert any(isinstance(block, Empty) for block in ONE.show(gathered()))


def test_a_row_is_a_text() -> None:
    assert sorted(row["text"] for row in ONE.rows(gathered(sent("b", "a", "a"), 3))) == ["a", "a", "b"]


def test_a_text_that_came_in_by_another_door_is_cleaned_too() -> None:
    assert cards(ONE, "\x1b[2Jslettet", "r\u202eo") == cards(ONE, "[2Jslettet", "ro")
